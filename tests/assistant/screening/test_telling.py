"""The Swedish words: every code has one, and amounts are written as in Sweden."""

from __future__ import annotations

from typing import get_args

from assistant.criteria import Group
from assistant.screening import telling
from assistant.screening.draft import Type
from assistant.screening.model import Recommendation, Risk, Verdict


def test_every_code_has_its_words() -> None:
    assert set(telling.VERDICTS) == set(telling.SIGNS) == set(telling.WORST_FIRST) == set(Verdict)
    assert set(telling.RECOMMENDATIONS) == set(Recommendation)
    assert set(telling.RISKS) == set(Risk)
    assert set(telling.GROUPS) == set(get_args(Group))
    assert set(telling.TYPES) == set(get_args(Type))


def test_no_two_verdicts_look_alike() -> None:
    assert len(set(telling.SIGNS.values())) == len(set(telling.VERDICTS.values())) == 4


def test_amounts_do_not_break_at_the_end_of_a_line() -> None:
    assert telling.kronor(1_395_000) == "1\u00a0395\u00a0000\u00a0kr"
    assert telling.kronor(0) == "0\u00a0kr"
    assert telling.kronor(None) == "framgår inte"


def test_verdicts_are_counted_the_worst_first() -> None:
    counted = telling.counted([Verdict.MET, Verdict.UNCLEAR, Verdict.MET, Verdict.NOT_MET])
    assert counted == "1 inte uppfyllt, 1 oklart, 2 uppfyllt"


def test_the_version_of_the_documents_is_the_day_they_were_read() -> None:
    assert telling.index_version("2026-03-01T08:00:00+00:00") == "inlästa 2026-03-01"
    assert (telling.index_version("v7"), telling.index_version("")) == ("v7", "")
