"""What a model's proposals may change: the one place that says so.

A model may make unclear what the rules call met, or say does not apply; where the rules find it unclear, it may point
at a place. It never clears anything, never fails anything, and what the rules call failed it does not touch.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.screening.advising.proposals import Proposal
from assistant.screening.draft import Span
from assistant.screening.model import Judgement, Remark, Verdict

Kind = Literal["doubt", "pointer"]
Reason = Callable[[Judgement, Kind, str], str]

_AGAINST = frozenset({Verdict.UNCLEAR, Verdict.NOT_MET})
_WHY = {
    Verdict.MET: "Reglerna läser kriteriet som uppfyllt, men språkmodellen pekar på något som gör det osäkert.",
    Verdict.NOT_APPLICABLE: "Reglerna läser att kriteriet inte gäller; språkmodellen pekar på något osäkert.",
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A proposal and where in the draft its evidence stands."""

    proposal: Proposal
    span: Span


def kind_of(rules: Verdict, proposed: Verdict) -> Kind | None:
    """Return what a proposal may become, from the rules' verdict and the model's; None when it is not heard."""
    if rules in (Verdict.MET, Verdict.NOT_APPLICABLE) and proposed in _AGAINST:
        return "doubt"
    if rules is Verdict.UNCLEAR and proposed is not Verdict.NOT_APPLICABLE:
        return "pointer"
    return None


def merged(
    judgements: Sequence[Judgement], placed: Sequence[Placed], model: str, reason: Reason
) -> tuple[Judgement, ...]:
    """Return the judgements with the model's remarks, at most one each: the first proposal that can be used.

    Args:
        reason: what is shown as the reason of a remark, made of the model's words.
    """
    return tuple(_merged(one, placed, model, reason) for one in judgements)


def _merged(judgement: Judgement, placed: Sequence[Placed], model: str, reason: Reason) -> Judgement:
    for one in placed:
        kind = kind_of(judgement.verdict, one.proposal.verdict)
        if one.proposal.id != judgement.criterion.id or kind is None or (kind == "pointer" and _known(judgement, one)):
            continue
        why = reason(judgement, kind, one.proposal.why or "")
        return _with(judgement, Remark(kind, model, judgement.verdict, one.span, why))
    return judgement


def _known(judgement: Judgement, one: Placed) -> bool:
    """True when the rules have found the place themselves."""
    return any(one.span.start < span.end and span.start < one.span.end for span in judgement.evidence)


def _with(judgement: Judgement, remark: Remark) -> Judgement:
    if remark.kind == "pointer":
        return replace(judgement, remark=remark)
    return replace(
        judgement,
        verdict=Verdict.UNCLEAR,
        why=_WHY[judgement.verdict],
        question=judgement.criterion.applicant_question,
        remark=remark,
    )
