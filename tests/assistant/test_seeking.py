"""The kind of thing a question seeks is told by the words it is asked with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question import Seeks
from assistant.seeking import cue_words, kinds_sought


@pytest.mark.parametrize(
    ("clause", "kinds"),
    [
        ("Hur mycket får Kompassen?", {Seeks.AMOUNT}),
        ("Vad kostar insatsen?", {Seeks.AMOUNT}),
        ("How much does it cost?", {Seeks.AMOUNT}),
        ("Hur många deltog?", {Seeks.COUNT}),
        ("How many took part?", {Seeks.COUNT}),
        ("Hur stor andel gick vidare till arbete?", {Seeks.SHARE}),
        ("När startade Fyren?", {Seeks.DATE}),
        ("Vilket år startade Fyren?", {Seeks.DATE}),
        ("When did it start?", {Seeks.DATE}),
        ("Vem leder förbundet?", {Seeks.PERSON}),
        ("Who leads it?", {Seeks.PERSON}),
        ("Vilka insatser finns?", {Seeks.LIST}),
        ("Vad betyder samverkan?", {Seeks.DEFINITION}),
        ("Varför lades Fyren ner?", {Seeks.REASON}),
        ("Får förbundet låna pengar?", {Seeks.YESNO}),
        ("Can the association borrow?", {Seeks.YESNO}),
    ],
)
def test_what_is_sought(clause: str, kinds: set[Seeks]) -> None:
    """At least these; a clause that begins with its verb seeks a yes or a no and nothing else."""
    found = kinds_sought(clause)
    assert kinds <= found
    if Seeks.YESNO in kinds:
        assert found == kinds


@pytest.mark.parametrize("clause", ["", "😀", "Fyren", "1234"])
def test_what_tells_nothing(clause: str) -> None:
    assert kinds_sought(clause) == frozenset()


def test_a_share_is_no_count() -> None:
    assert Seeks.COUNT not in kinds_sought("Hur många procent av antalet deltagare?")


@given(st.text(max_size=300))
def test_any_text_is_taken(text: str) -> None:
    """Cue words are words of the text, in lower case."""
    assert kinds_sought(text) <= frozenset(Seeks)
    assert all(word in text.lower() for word in cue_words(text))
