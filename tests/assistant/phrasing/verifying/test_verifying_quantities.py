"""Quantities of a text, and which of them support which."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.quantities import quantities
from assistant.phrasing.verifying.quantity import Bound, Sort


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15 111 000 kr", [(Sort.MONEY, 15_111_000)]),
        ("13,1 Mkr och 300 tkr", [(Sort.MONEY, 13_100_000), (Sort.MONEY, 300_000)]),
        ("SEK 15,111,000", [(Sort.MONEY, 15_111_000)]),
        ("87 procent av deltagarna", [(Sort.SHARE, 87)]),
        ("hälften av medlen", [(Sort.SHARE, 50)]),
        ("fyra möten 2031", [(Sort.COUNT, 4), (Sort.YEAR, 2031)]),
        ("16-64 år", [(Sort.COUNT, 16), (Sort.COUNT, 64)]),
        ("den 31 augusti 2031", [(Sort.DATE, 20310831)]),
        ("mars 2031", [(Sort.DATE, 203103)]),
        ("2031-03-01", [(Sort.DATE, 20310301)]),
    ],
)
def test_each_quantity_is_read_in_its_sense(text: str, expected: list[tuple[Sort, int]]) -> None:
    assert [(one.sort, int(one.value)) for one in quantities(text)] == expected


@pytest.mark.parametrize(("text", "number"), [("5 §", "5"), ("5 a §", "5a"), ("lag 2003:1210", "2003:1210")])
def test_a_section_of_law_is_no_count(text: str, number: str) -> None:
    (found,) = quantities(text)
    assert (found.sort, found.law) == (Sort.LAW, number)


@pytest.mark.parametrize(
    ("said", "source", "supported"),
    [
        ("13,1 miljoner kronor", "13 124 300 kr", True),
        ("13,2 miljoner kronor", "13 124 300 kr", False),
        ("drygt 13 miljoner kronor", "13 124 300 kr", True),
        ("knappt 13 miljoner kronor", "13 124 300 kr", False),
        ("knappt 14 miljoner kronor", "13 824 300 kr", True),
        ("ca 13 miljoner kronor", "13 124 300 kr", True),
        ("13 124 300 kr", "13,1 Mkr", False),
        ("exakt 33,4 Mkr", "ca 33,4 Mkr", False),
        ("augusti 2031", "den 31 augusti 2031", True),
        ("den 31 augusti 2031", "augusti 2031", False),
        ("4 §", "14 §", False),
        ("40 deltagare", "40 %", False),
    ],
)
def test_true_rounding_is_supported_and_precision_is_not(said: str, source: str, supported: bool) -> None:
    (mine,), (theirs,) = quantities(said), quantities(source)
    assert mine.meets(theirs) is supported


@pytest.mark.parametrize(
    ("text", "bound"),
    [("minst två", Bound.LEAST), ("högst 100 kr", Bound.MOST), ("tre eller fler", Bound.LEAST), ("tre", Bound.NONE)],
)
def test_what_limits_a_figure_is_kept_with_it(text: str, bound: Bound) -> None:
    assert quantities(text)[0].bound is bound
