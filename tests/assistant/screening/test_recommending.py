"""The published rule: outside the task, to be completed, or on; and the risks that follow from verdicts."""

from __future__ import annotations

import pytest

from assistant.criteria import CriteriaSet
from assistant.screening.judging.recommending import recommend, risks_of
from assistant.screening.model import Judgement, Recommendation, Risk, Verdict


def judged(criteria: CriteriaSet, **verdicts: Verdict) -> list[Judgement]:
    """All criteria met but those that are named."""
    return [Judgement(one, verdicts.get(one.id, Verdict.MET), (), "") for one in criteria.criterion]


@pytest.mark.parametrize("id", ["M1", "M3", "M4", "S2", "L1"])
def test_a_hard_criterion_that_is_not_met_puts_a_draft_outside(id: str, criteria: CriteriaSet) -> None:
    recommendation, reasons = recommend(judged(criteria, **{id: Verdict.NOT_MET}), elsewhere=False)
    assert recommendation is Recommendation.OUTSIDE
    assert id in reasons[0]


@pytest.mark.parametrize("verdict", [Verdict.NOT_MET, Verdict.UNCLEAR])
def test_anything_else_that_is_not_met_is_to_be_completed(verdict: Verdict, criteria: CriteriaSet) -> None:
    others = [one.id for one in criteria.criterion if not one.hard]
    for id in others:
        recommendation, reasons = recommend(judged(criteria, **{id: verdict}), elsewhere=False)
        assert recommendation is Recommendation.COMPLETE
        assert id in " ".join(reasons)


def test_a_hard_criterion_that_is_unclear_is_asked_about(criteria: CriteriaSet) -> None:
    assert recommend(judged(criteria, M1=Verdict.UNCLEAR), elsewhere=False)[0] is Recommendation.COMPLETE


def test_another_associations_area_is_outside_even_when_all_is_met(criteria: CriteriaSet) -> None:
    assert recommend(judged(criteria), elsewhere=True)[0] is Recommendation.OUTSIDE


def test_what_is_met_or_does_not_apply_goes_on(criteria: CriteriaSet) -> None:
    found = judged(criteria, L2=Verdict.NOT_APPLICABLE, R1=Verdict.NOT_APPLICABLE)
    assert recommend(found, elsewhere=False)[0] is Recommendation.PROCEED
    assert list(risks_of(found)) == []


@pytest.mark.parametrize(
    ("verdicts", "codes"),
    [
        ({"M3": Verdict.NOT_MET}, {Risk.HARD_CRITERION}),
        ({"P6": Verdict.NOT_MET}, set()),
        ({"P6": Verdict.UNCLEAR}, {Risk.MISSING_INFORMATION}),
        ({"R2": Verdict.NOT_MET}, {Risk.PERSONAL_DATA}),
        ({"R1": Verdict.MET}, {Risk.AI_USE}),
        ({"R1": Verdict.UNCLEAR}, {Risk.AI_USE, Risk.MISSING_INFORMATION}),
        ({"E1": Verdict.NOT_MET}, {Risk.BUDGET_MISMATCH}),
        ({"E1": Verdict.UNCLEAR}, {Risk.MISSING_INFORMATION}),
        ({"E2": Verdict.NOT_MET}, {Risk.OVER_AVAILABLE}),
    ],
)
def test_risks_follow_from_verdicts(verdicts: dict[str, Verdict], codes: set[Risk], criteria: CriteriaSet) -> None:
    found = judged(criteria, **{"R1": Verdict.NOT_APPLICABLE, **verdicts})
    assert {one.code for one in risks_of(found)} == codes
