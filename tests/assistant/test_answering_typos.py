"""A word with an error or two is taken for the word that is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.typos import is_typo


@pytest.mark.parametrize(
    ("asked", "word", "expected"),
    [
        ("malgrupp", "målgrupp", True),
        ("är", "ar", True),
        ("insater", "insatser", True),
        ("inastser", "insatser", True),
        ("insats", "insatz", True),
        ("organisaton", "organisation", True),
        ("oganisaton", "organisation", True),
        ("ognsaton", "organisation", False),
        ("mål", "mal", True),
        ("mål", "mat", False),
        ("bil", "fil", False),
        ("fakta", "jakta", False),
        ("plan26", "plan27", False),
        ("insats", "insatsen", False),
        ("", "", True),
    ],
)
def test_errors_that_are_forgiven(asked: str, word: str, expected: bool) -> None:
    """Dots and rings always; one error in five letters, two in nine; never the first letter nor a figure."""
    assert is_typo(asked, word) is expected


WORDS = st.text(alphabet="abdeåäö1", min_size=1, max_size=12)


@given(WORDS, WORDS)
def test_both_ways_alike(one: str, other: str) -> None:
    if len(one) == len(other):
        assert is_typo(one, other) == is_typo(other, one)
    assert is_typo(one, one)
