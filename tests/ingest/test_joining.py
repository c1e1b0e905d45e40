"""Lines become paragraphs: hyphens that broke a word go, those of the word itself stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.joining import UNWRAPPED, join, join_all, usual_width
from ingest.model import SEAM


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Medel för", "nästa år", "Medel för nästa år"),
        ("sam-", "ordning", f"sam{SEAM}ordning"),
        ("sam\u2010", "ordning", f"sam{SEAM}ordning"),
        (f"sam-{SEAM}", f"{SEAM}ordning", f"sam{SEAM}{SEAM}ordning"),
        ("Burlöv-", "Staffanstorp", f"Burlöv-{SEAM}Staffanstorp"),
        ("mål-", "och resultatstyrning", "mål- och resultatstyrning"),
        ("in-", "eller utskriven", "in- eller utskriven"),
        ("utbildnings-", "samt vårdfrågor", "utbildnings- samt vårdfrågor"),
        ("gemen-", "samt ansvar", f"gemen{SEAM}samt ansvar"),
        ("skicka e-", "post", f"skicka e-{SEAM}post"),
        ("SFI-", "studier", f"SFI-{SEAM}studier"),
        ("18-", "åringar", f"18-{SEAM}åringar"),
        ("2029-", "2031", f"2029-{SEAM}2031"),
        ("2029–", "2031", f"2029–{SEAM}2031"),
        ("vård och/", "eller stöd", f"vård och/{SEAM}eller stöd"),
        ("vård –", "och stöd", "vård – och stöd"),
        ("-", "ensam", "- ensam"),
        ("", "början", "början"),
        ("slut", "", "slut"),
    ],
)
def test_two_lines(first: str, second: str, expected: str) -> None:
    assert join(first, second) == expected


@given(st.lists(st.text(alphabet="abÅ-–/ .1\t" + SEAM, max_size=8), max_size=8))
def test_joining_keeps_all_but_hyphens_before_a_seam(lines: list[str]) -> None:
    """What is not a hyphen at a line's end or white space is still there, in order."""

    def letters(text: str) -> str:
        return "".join(c for c in text if not c.isspace() and c not in (SEAM, "-"))

    joined = join_all(lines)
    assert letters(joined) == letters("".join(lines))
    assert joined.count("-") + joined.count(SEAM) >= sum(line.count("-") for line in lines)


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [([], None), ([60, 70, 72], 72), ([40] * 99 + [900], 40), ([300, 500, 200], None), ([UNWRAPPED], UNWRAPPED)],
)
def test_width(lengths: list[int], expected: int | None) -> None:
    """The width is that of the longest lines, a few apart; None when lines are paragraphs."""
    assert usual_width("x" * length for length in lengths) == expected
