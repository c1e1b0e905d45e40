"""What a model's proposals may change, for every pair of verdicts."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.criteria import Criterion
from assistant.screening.advising.merging import Kind, Placed, merged
from assistant.screening.advising.proposals import Proposal
from assistant.screening.draft import Span
from assistant.screening.judging.recommending import recommend, risks_of
from assistant.screening.model import Judgement, Recommendation, Verdict
from tests.assistant.screening.protocols import criteria

MET, UNCLEAR, NOT_MET, NOT_APPLICABLE = Verdict
FOUND = Span(0, 10)
ELSEWHERE = Span(50, 60)
CRITERIA = {one.id: one for one in criteria().criterion}
CAUTIOUS = {Recommendation.PROCEED: 0, Recommendation.COMPLETE: 1, Recommendation.OUTSIDE: 2}


def judgement(criterion: Criterion, verdict: Verdict) -> Judgement:
    asks = criterion.applicant_question if verdict is UNCLEAR else None
    return Judgement(criterion, verdict, (FOUND,), "Reglernas skäl.", asks)


def placed(id: str, verdict: Verdict, span: Span = ELSEWHERE, why: str = "Modellens skäl.") -> Placed:
    return Placed(Proposal(id=id, verdict=verdict, evidence="", why=why), span)


def reason(judgement: Judgement, kind: Kind, why: str) -> str:
    return f"{kind}: {why}"


def one(rules: Verdict, *proposals: Placed) -> Judgement:
    (found,) = merged([judgement(CRITERIA["M1"], rules)], proposals, "modellen", reason)
    return found


@pytest.mark.parametrize(("rules", "proposed"), [*product(Verdict, Verdict)])
def test_a_verdict_moves_to_unclear_or_nowhere(rules: Verdict, proposed: Verdict) -> None:
    found = one(rules, placed("M1", proposed))
    moves = rules in (MET, NOT_APPLICABLE) and proposed in (UNCLEAR, NOT_MET)
    assert found.verdict is (UNCLEAR if moves else rules)
    assert found.doubted == moves
    assert found.evidence == (FOUND,)


def test_a_doubt_asks_the_applicant_and_keeps_what_the_rules_said() -> None:
    found = one(MET, placed("M1", NOT_MET))
    assert found.question == CRITERIA["M1"].applicant_question
    assert found.remark is not None
    assert (found.remark.kind, found.remark.model, found.remark.rules) == ("doubt", "modellen", MET)
    assert found.remark.evidence == ELSEWHERE
    assert found.remark.why == "doubt: Modellens skäl."
    assert "språkmodellen" in found.why


@pytest.mark.parametrize("proposed", [MET, UNCLEAR, NOT_MET])
def test_a_pointer_changes_nothing_but_the_remark(proposed: Verdict) -> None:
    found = one(UNCLEAR, placed("M1", proposed))
    assert found.remark is not None
    assert found.remark.kind == "pointer"
    assert (found.verdict, found.why, found.question) == (
        UNCLEAR,
        "Reglernas skäl.",
        CRITERIA["M1"].applicant_question,
    )


def test_a_place_that_the_rules_have_found_is_not_pointed_at() -> None:
    assert one(UNCLEAR, placed("M1", MET, Span(5, 20))).remark is None
    assert one(UNCLEAR, placed("M1", MET, Span(5, 20)), placed("M1", MET, ELSEWHERE)).remark is not None


def test_what_the_rules_call_failed_is_not_remarked_on() -> None:
    assert all(one(NOT_MET, placed("M1", verdict)).remark is None for verdict in Verdict)


def test_of_several_on_one_criterion_the_first_that_counts_is_kept() -> None:
    found = one(MET, placed("M1", MET), placed("M1", UNCLEAR, why="Först."), placed("M1", NOT_MET, why="Sedan."))
    assert found.remark is not None
    assert found.remark.why == "doubt: Först."


def test_what_is_said_of_another_criterion_or_of_none_is_nothing() -> None:
    assert one(MET, placed("M2", UNCLEAR), placed("X9", NOT_MET), placed("m1", NOT_MET)).remark is None


def test_a_proposal_without_a_reason_has_none() -> None:
    (found,) = merged(
        [judgement(CRITERIA["M1"], MET)],
        [Placed(Proposal(id="M1", verdict=UNCLEAR, evidence="", why=None), ELSEWHERE)],
        "modellen",
        reason,
    )
    assert found.remark is not None
    assert found.remark.why == "doubt: "


verdicts = st.lists(st.sampled_from(list(Verdict)), min_size=len(CRITERIA), max_size=len(CRITERIA))
proposals = st.lists(st.tuples(st.sampled_from([*CRITERIA, "X1"]), st.sampled_from(list(Verdict))), max_size=40)


@given(verdicts, proposals, st.booleans())
def test_whatever_a_model_says_nothing_becomes_less_cautious(
    rules: list[Verdict], said: list[tuple[str, Verdict]], elsewhere: bool
) -> None:
    before = tuple(judgement(one, verdict) for one, verdict in zip(CRITERIA.values(), rules, strict=True))
    after = merged(before, [placed(*each) for each in said], "modellen", reason)
    for old, new in zip(before, after, strict=True):
        assert new.verdict is old.verdict or (new.verdict is UNCLEAR and old.verdict is not NOT_MET)
        assert new.question or not old.question
        assert new.evidence == old.evidence
    assert {one.code for one in risks_of(before)} <= {one.code for one in risks_of(after)}
    plain, _ = recommend(before, elsewhere=elsewhere)
    advised, _ = recommend(after, elsewhere=elsewhere)
    assert CAUTIOUS[advised] >= CAUTIOUS[plain]
    assert advised is plain or advised is Recommendation.COMPLETE


def test_what_only_a_model_makes_unclear_is_said_to_be_so() -> None:
    before = tuple(judgement(one, MET) for one in CRITERIA.values())
    after = merged(before, [placed("S2", UNCLEAR)], "modellen", reason)
    recommendation, reasons = recommend(after, elsewhere=False)
    (missing,) = [one for one in risks_of(after) if one.code == "missing_information"]
    assert recommendation is Recommendation.COMPLETE
    assert all("bara enligt språkmodellen, inte enligt reglerna" in said for said in (*reasons, missing.message))


def test_a_risk_that_follows_from_a_doubt_is_the_models() -> None:
    rules = [judgement(CRITERIA["R1"], NOT_APPLICABLE)]
    (ai,) = [one for one in risks_of(merged(rules, [placed("R1", UNCLEAR)], "m", reason)) if one.code == "ai_use"]
    assert "språkmodellens påpekande, inte reglernas" in ai.message
    assert ai.evidence == (ELSEWHERE,)
