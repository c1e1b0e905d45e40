"""Months are the same however they are written."""

from __future__ import annotations

import pytest

from assistant.answering.moments import is_month, months_in, with_months_as_words


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Mötet hölls 2031-08-14.", {"augusti", "augusti31"}),
        ("Mötet hölls 310814.", {"augusti", "augusti31"}),
        ("Mötet hölls 14/8 2031.", {"augusti", "augusti31"}),
        ("Mötet hölls 14/8.", {"augusti"}),
        ("Mötet hölls i Augusti.", {"augusti"}),
        ("Mötet hölls den 3 maj 2031.", {"maj", "maj31"}),
        ("Utfall jan-aug 2031", {"augusti31"}),
        ("Utfall januari–augusti 2031", {"januari", "augusti", "augusti31"}),
        ("Mötet hölls 2031-13-14.", set()),
        ("Fyren har 14 rum.", set()),
    ],
)
def test_months_in_a_text(text: str, months: set[str]) -> None:
    """A period is of the month that it ends in."""
    assert months_in(text) == months


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("den 3 maj 2031", "den maj31"),
        ("i augusti 2031", "i augusti31"),
        ("i augusti", "i augusti"),
        ("utfall jan-aug 2031", "utfall augusti31"),
        ("per 2031-08-31", "per augusti31"),
        ("per 31/8 2031", "per augusti31"),
        ("per 31/8", "per 31/8"),
        ("Fyren 2031", "Fyren 2031"),
    ],
)
def test_a_text_with_its_months_as_words(text: str, read: str) -> None:
    """One word each, whichever way a question writes them; a date without its year stays."""
    assert with_months_as_words(text) == read


@pytest.mark.parametrize(
    ("word", "expected"), [("mars", True), ("Mars31", True), ("mar", False), ("31", False), ("marsch", False)]
)
def test_the_word_for_a_month(word: str, expected: bool) -> None:
    assert is_month(word) is expected
