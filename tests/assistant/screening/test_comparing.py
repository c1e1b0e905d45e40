"""Several drafts side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.screening.comparing import add_up, compare, doubted, told
from assistant.screening.model import Verdict
from tests.assistant.screening.protocols import ADVISED, draft, paper, papers, protocol


def test_criteria_are_rows_and_drafts_columns_in_the_order_given() -> None:
    comparison = compare([paper(), *papers(100_000)])
    assert [one.name for one in comparison.papers] == ["Ljusa steg", "A"]
    assert len(comparison.rows) == 22
    row = next(row for row in comparison.rows if row.criterion.id == "E1")
    assert row.verdicts == (Verdict.NOT_MET, Verdict.NOT_MET)


def test_a_draft_that_was_not_screened_against_a_criterion_has_no_verdict_on_it() -> None:
    (short,) = papers(100_000)
    comparison = compare([paper(), replace(short, findings=short.findings[:1])])
    assert [row.verdicts[1] is None for row in comparison.rows].count(True) == 21


def test_the_sum_runs_in_the_order_chosen() -> None:
    made = papers(700_000, 200_000, 400_000)
    assert [(step.sum, step.left) for step in add_up(compare(made))] == [
        (700_000, 300_000),
        (900_000, 100_000),
        (1_300_000, -300_000),
    ]
    assert [step.suffices for step in add_up(compare(made[::-1]))] == [True, True, False]


def test_it_says_from_which_draft_on_the_money_does_not_suffice() -> None:
    text = plain(told(compare(papers(700_000, 200_000, 400_000))))
    assert "Tillsammans söks 1 300 000 kr för 2026." in text
    assert "räcker inte de 1 000 000 kr som finns kvar från och med nummer 3, ”C”: där saknas 300 000 kr." in text
    assert "redan för ”A”: där saknas 1 kr." in plain(told(compare(papers(1_000_001))))


def test_money_that_suffices_to_the_krona() -> None:
    assert "Av 1 000 000 kr som finns kvar att fördela återstår 0 kr." in plain(told(compare(papers(1_000_000))))


def test_a_draft_without_an_amount_is_named_and_adds_nothing() -> None:
    comparison = compare(papers(400_000, None))
    assert add_up(comparison)[-1].sum == 400_000
    assert "framgår inte för ”B” och räknas inte med." in plain(told(comparison))


def test_what_is_left_may_be_unknown() -> None:
    (one,) = papers(400_000)
    comparison = compare([replace(one, money=replace(one.money, left=None))])
    assert add_up(comparison)[0].suffices
    assert "framgår inte av dokumenten" in plain(told(comparison))


def test_there_must_be_something_to_compare() -> None:
    with pytest.raises(ValueError, match="nothing to compare"):
        compare([])


def plain(sentences: tuple[str, ...]) -> str:
    return " ".join(sentences).replace("\u00a0", " ")


def test_verdicts_that_only_a_model_makes_unclear_are_told_of() -> None:
    advised = paper(protocol(draft(ADVISED, title="Med modell")))
    comparison = compare([paper(), advised])
    row = next(row for row in comparison.rows if row.criterion.id == "M1")
    assert row.verdicts == (Verdict.MET, Verdict.UNCLEAR)
    assert doubted(comparison) == ("”Med modell”: M1 oklart bara enligt språkmodellen, inte enligt reglerna.",)
    assert doubted(compare([paper()])) == ()
