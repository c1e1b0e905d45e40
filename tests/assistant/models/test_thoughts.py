"""What a model writes to itself first is no part of its answer, wherever the pieces are cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.models.thoughts import Thoughts


def spoken(text: str, size: int) -> str:
    thoughts = Thoughts()
    said = [thoughts.left_out(text[at : at + size]) for at in range(0, len(text), size)]
    return "".join([*said, thoughts.rest()])


@pytest.mark.parametrize("size", [1, 2, 5, 100])
@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("<think>Hm.\n< 5 >\n</think>\n\nDet kostar 120 kr.", "Det kostar 120 kr."),
        ("\n <think></think>Ja.", "Ja."),
        ("<think>Tänker utan slut", ""),
        ("Det <think>kostar</think> 120 kr.", "Det <think>kostar</think> 120 kr."),
        ("<thin", "<thin"),
        ("< 5 kr", "< 5 kr"),
        (" \n ", ""),
        ("", ""),
    ],
)
def test_thoughts_at_the_head_are_left_out(text: str, answer: str, size: int) -> None:
    assert spoken(text, size) == answer


@given(st.text(alphabet="<think>/ ab", max_size=40), st.integers(1, 6))
def test_the_pieces_do_not_matter(text: str, size: int) -> None:
    assert spoken(text, size) == spoken(text, 100)
