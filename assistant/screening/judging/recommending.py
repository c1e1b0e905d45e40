"""From judgements to a recommendation, by the published rule, and to the risks that a person should look at.

The rule: outside the task when a hard criterion is not met or another association is meant; otherwise to be completed
when anything is unclear or not met; otherwise on to the next step. It is a recommendation to the office, never a
decision.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.screening.model import Judgement, Recommendation, Risk, RiskFlag, Verdict


def recommend(judgements: Sequence[Judgement], *, elsewhere: bool) -> tuple[Recommendation, tuple[str, ...]]:
    """Return the recommendation and how the rule led to it; ``elsewhere`` when another association is meant."""
    failed = [one for one in judgements if one.verdict is Verdict.NOT_MET]
    hard = [one for one in failed if one.criterion.hard]
    unclear = [one for one in judgements if one.verdict is Verdict.UNCLEAR]
    if hard or elsewhere:
        reasons = (
            [f"{_are(hard, 'uppfyllt', 'uppfyllda', 'inte ')}; det avgör om ansökan ligger inom uppdraget."]
            if hard
            else []
        )
        if elsewhere:
            reasons.append("Ansökan gäller ett annat förbunds område.")
        return Recommendation.OUTSIDE, tuple(reasons)
    if failed or unclear:
        reasons = [f"{_are(failed, 'uppfyllt', 'uppfyllda', 'inte ')}."] if failed else []
        if unclear:
            reasons.append(
                f"{_are(unclear, 'oklart', 'oklara')} och behöver svar från den sökande.{_of_a_model(unclear)}"
            )
        return Recommendation.COMPLETE, tuple(reasons)
    return Recommendation.PROCEED, ("Alla kriterier som gäller är uppfyllda.",)


def risks_of(judgements: Sequence[Judgement]) -> Iterator[RiskFlag]:
    """Yield the risks that follow from the judgements alone."""
    by_id = {one.criterion.id: one for one in judgements}
    hard = [one for one in judgements if one.criterion.hard and one.verdict is Verdict.NOT_MET]
    unclear = [one for one in judgements if one.verdict is Verdict.UNCLEAR]
    if hard:
        evidence = tuple(span for one in hard for span in one.evidence[:1])
        yield RiskFlag(Risk.HARD_CRITERION, f"Ett avgörande kriterium är inte uppfyllt: {_named(hard)}.", evidence)
    if unclear:
        missing = f"Uppgifter saknas eller är oklara: {_named(unclear)}.{_of_a_model(unclear)}"
        yield RiskFlag(Risk.MISSING_INFORMATION, missing)
    for id, code, verdicts, message in _FOLLOWING:
        judgement = by_id.get(id)
        if judgement is None or judgement.verdict not in verdicts:
            continue
        if judgement.remark and judgement.remark.rules not in verdicts:
            yield RiskFlag(code, f"{message} {_ITS_OWN}", (judgement.remark.evidence,))
        else:
            yield RiskFlag(code, message, judgement.evidence)


_FOLLOWING = (
    ("R2", Risk.PERSONAL_DATA, {Verdict.NOT_MET}, "Ansökan innehåller uppgifter om en enskild; de är maskerade här."),
    ("R1", Risk.AI_USE, set(Verdict) - {Verdict.NOT_APPLICABLE}, "AI ska användas; planen för året ber om vaksamhet."),
    ("E1", Risk.BUDGET_MISMATCH, {Verdict.NOT_MET}, "Budgetens rader, summa och sökta belopp stämmer inte överens."),
    ("E2", Risk.OVER_AVAILABLE, {Verdict.NOT_MET}, "Det sökta beloppet är större än det som är kvar att fördela."),
)
"""Risks that follow from one criterion: its id, the code, the verdicts that give it, and why in a sentence."""


_ITS_OWN = "Det är språkmodellens påpekande, inte reglernas."

_FEW = 4
"""Criteria that are named in a sentence; more are counted, and told by their ids."""


def _are(judgements: Sequence[Judgement], one: str, many: str, deny: str = "") -> str:
    """Return "Bor i Malmö (M1) är inte uppfyllt", or the like of several."""
    return f"{_named(judgements)} är {deny}{one if len(judgements) == 1 else many}"


def _of_a_model(unclear: Sequence[Judgement]) -> str:
    """Return a sentence, with a space before it, on those that only a language model makes unclear; "" without any."""
    doubted = [one for one in unclear if one.doubted]
    return f" {_are(doubted, 'oklart', 'oklara')} bara enligt språkmodellen, inte enligt reglerna." if doubted else ""


def _named(judgements: Sequence[Judgement]) -> str:
    if len(judgements) > _FEW:
        return f"{len(judgements)} kriterier ({', '.join(entry.criterion.id for entry in judgements)})"
    names = [f"{entry.criterion.name} ({entry.criterion.id})" for entry in judgements]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} och {names[-1]}"
