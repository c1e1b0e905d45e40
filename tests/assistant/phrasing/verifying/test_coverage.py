"""How much of a sentence a bag of words covers."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.coverage import Bag, cover, halves, is_part
from assistant.phrasing.verifying.reading import read


@pytest.mark.parametrize(
    ("word", "text", "is_held"),
    [
        ("deltagarna", "En deltagare slutade.", True),
        ("finansieringen", "Rådet finansierar.", True),
        ("kurserna", "Rådet har datakurser.", True),
        ("räcklig", "Stödet är otillräckligt.", False),
        ("inspelad", "Kursen spelas in.", True),
        ("kursavgiften", "Avgiften för kursen", True),
        ("lokaler", "Rådet hyr kontor.", True),
        ("fotboll", "Rådet hyr kontor.", False),
    ],
)
def test_a_word_is_held_in_another_form_a_compound_or_another_word(word: str, text: str, is_held: bool) -> None:
    (wanted,) = read(word)
    assert Bag(read(text), text.lower()).holds(wanted) is is_held


@pytest.mark.parametrize(
    ("word", "compound", "is_it"),
    [("arbete", "kursarbetet", True), ("arbete", "samarbete", False), ("handled", "handledning", True)],
)
def test_a_part_of_a_compound(word: str, compound: str, is_it: bool) -> None:
    assert is_part(word, compound) is is_it


def test_halves_leave_a_joining_s_out_and_no_turning_beginning() -> None:
    assert ("samverkan", "möte") in halves("samverkansmöte")
    assert not any(head == "över" for head, _ in halves("övertala"))


def test_a_word_that_nothing_covers_is_too_much_by_itself() -> None:
    text = "Rådet hyr kontor i hamnen."
    sentence = read("Rådet hyr kontor i hamnen och fotboll.")
    found = cover(sentence, Bag(read(text), text.lower()), lambda word: 2.0, frozenset(), lambda word: ())
    assert 0 < found.share < 1
    assert (found.heaviest, found.is_enough) == (2.0, False)


def test_a_word_of_the_question_counts_for_less() -> None:
    asked = frozenset().union(*(word.own for word in read("fotboll")))
    found = cover(read("fotboll"), Bag((), ""), lambda word: 2.0, asked, lambda word: ())
    assert found.heaviest == 1.0
