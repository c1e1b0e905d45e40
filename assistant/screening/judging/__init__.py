"""Judge a draft by the criteria in force, one by one. In doubt a criterion is unclear and becomes a question."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from assistant.criteria import Criterion
from assistant.screening.judging import aims, care, economy, owning, people, priorities, substance
from assistant.screening.judging.material import Material
from assistant.screening.judging.opinions import Opinion
from assistant.screening.judging.weighing import weigh
from assistant.screening.model import Judgement, Verdict

Judge = Callable[[Material, str], Opinion]

_JUDGES: dict[str, Judge] = {
    "M1": people.residence,
    "M2": people.age,
    "M3": people.rehabilitation,
    "M4": owning.parties,
    "S1": aims.kind,
    "S2": aims.work,
    "S3": aims.ability,
    "L1": substance.task,
    "P2": priorities.involvement,
    "P3": owning.region,
    "P5": priorities.measurable,
    "P6": priorities.afterwards,
    "E1": economy.budget,
    "E2": economy.amount,
    "E3": owning.owner,
    "L2": care.health_centres,
    "R1": care.artificial_intelligence,
    "R2": care.personal_data,
}
"""The criteria that are more than phrases for and against."""


def judge(material: Material, day: date) -> tuple[Judgement, ...]:
    """Return a judgement for each criterion in force on ``day``, in the order of the criteria file."""
    return tuple(_judged(material, criterion) for criterion in material.criteria.on(day))


def _judged(material: Material, criterion: Criterion) -> Judgement:
    finding = _JUDGES.get(criterion.id, weigh)(material, criterion.id)
    asks = finding.verdict is Verdict.UNCLEAR
    return Judgement(
        criterion=criterion,
        verdict=finding.verdict,
        evidence=finding.evidence,
        why=finding.why or _WHY[finding.verdict].format(met=criterion.meets, against=criterion.contradicts),
        question=criterion.applicant_question if asks else None,
    )


_WHY = {
    Verdict.MET: "{met}",
    Verdict.NOT_MET: "{against}",
    Verdict.UNCLEAR: "Det framgår inte säkert av ansökan.",
    Verdict.NOT_APPLICABLE: "Kriteriet gäller inte den här ansökan.",
}
