"""Several drafts side by side, and what they ask for together. Nothing is ranked and nothing is scored.

The money is added up in the order that the reader has chosen: it tells when it does not suffice, not which to choose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.criteria import Criterion
from assistant.screening.model import Verdict
from assistant.screening.paper import Paper
from assistant.screening.telling import kronor


@dataclass(frozen=True, slots=True)
class Row:
    """A criterion and the verdict of each draft on it; None where the draft was not screened against it."""

    criterion: Criterion
    verdicts: tuple[Verdict | None, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Drafts as columns, criteria as rows."""

    papers: tuple[Paper, ...]
    rows: tuple[Row, ...]
    year: int
    left: int | None
    """Kronor to distribute in the year; None when it is not known, or the drafts were told different amounts."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is asked for up to and with a draft."""

    paper: Paper
    sum: int
    """Kronor; a draft that states no amount adds nothing."""
    left: int | None
    """Kronor left after it, below 0 when the money does not suffice."""

    @property
    def suffices(self) -> bool:
        return self.left is None or self.left >= 0


def compare(papers: Sequence[Paper]) -> Comparison:
    """Put the drafts side by side, in the order given.

    Raises:
        ValueError: there are none.
    """
    if not papers:
        raise ValueError("nothing to compare")
    criteria = {finding.criterion.id: finding.criterion for paper in papers for finding in paper.findings}
    by_id = [{finding.criterion.id: finding.verdict for finding in paper.findings} for paper in papers]
    rows = (Row(criterion, tuple(found.get(id) for found in by_id)) for id, criterion in criteria.items())
    left = {paper.money.left for paper in papers}
    return Comparison(tuple(papers), tuple(rows), papers[0].money.year, left.pop() if len(left) == 1 else None)


def add_up(comparison: Comparison) -> tuple[Step, ...]:
    """Return the running sum over the drafts in their order."""
    steps: list[Step] = []
    total = 0
    for paper in comparison.papers:
        total += paper.money.asked or 0
        steps.append(Step(paper, total, None if comparison.left is None else comparison.left - total))
    return tuple(steps)


def told(comparison: Comparison) -> tuple[str, ...]:
    """Say in Swedish sentences how far the money goes, and what the sum leaves out."""
    steps = add_up(comparison)
    sentences = [f"Tillsammans söks {kronor(steps[-1].sum)} för {comparison.year}."]
    if comparison.left is None:
        sentences.append("Hur mycket som finns kvar att fördela framgår inte av dokumenten.")
    else:
        sentences.append(_how_far(steps, comparison.left))
    silent = [f"”{paper.name}”" for paper in comparison.papers if paper.money.asked is None]
    if silent:
        sentences.append(f"Sökt belopp för {comparison.year} framgår inte för {', '.join(silent)} och räknas inte med.")
    return tuple(sentences)


def doubted(comparison: Comparison) -> tuple[str, ...]:
    """Say in Swedish, a sentence a draft, which verdicts only a language model makes unclear."""
    found = (
        (paper.name, ", ".join(one.criterion.id for one in paper.findings if one.pointed and one.pointed.doubts))
        for paper in comparison.papers
    )
    return tuple(
        f"”{name}”: {ids} oklart bara enligt språkmodellen, inte enligt reglerna." for name, ids in found if ids
    )


def _how_far(steps: Sequence[Step], left: int) -> str:
    short = next((number for number, step in enumerate(steps) if not step.suffices), None)
    if short is None:
        return f"Av {kronor(left)} som finns kvar att fördela återstår {kronor(steps[-1].left)}."
    step = steps[short]
    order = "redan för" if short == 0 else f"från och med nummer {short + 1},"
    lacking = kronor(-step.left) if step.left is not None else ""
    return (
        f"I den ordning som valts räcker inte de {kronor(left)} som finns kvar {order} ”{step.paper.name}”: "
        f"där saknas {lacking}."
    )
