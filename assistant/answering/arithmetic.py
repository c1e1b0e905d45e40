"""Arithmetic that is shown: sums of rows and differences between years, each figure with its source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.answering.claims import Claim
from assistant.answering.facts import Fact
from assistant.question import Part, Seeks
from ingest.tables.figures import Figure, parse

_MAY_BE_NEGATIVE = re.compile(r"resultat|result\b|kapital|avvik|saldo|netto|differens|flöde|underskott", re.IGNORECASE)
"""Names of amounts whose minus means something; elsewhere it only marks a cost, in accounts that write it so."""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A calculation in words, and the facts that it rests on."""

    text: str
    facts: tuple[Fact, ...]


def amount(fact: Fact) -> Figure | None:
    """Return the figure of a fact, in its column's unit when it names none itself."""
    figure = parse(fact.value)
    if figure and not figure.unit and fact.unit:
        return Figure(figure.value, fact.unit)
    return figure


def add_up(part: Part, best: Claim, claims: Sequence[Claim]) -> Reckoning | None:
    """Return the sum of the rows that are about what is asked, in the column that answers; None when none is due.

    The rows are those of the best claim's table and column whose subject holds the same words of the question; a row
    that is a sum itself is never added to its own parts.
    """
    if not part.wants(Seeks.SUM) or best.fact is None or best.fact.row.is_sum:
        return None
    rows = [
        claim
        for claim in claims
        if claim.fact
        and claim.document.id == best.document.id
        and claim.fact.table is best.fact.table
        and claim.fact.column == best.fact.column
        and not claim.fact.row.is_sum
        and best.covered <= claim.covered
    ]
    facts = sorted((claim.fact for claim in rows if claim.fact), key=lambda fact: fact.row.start)
    figures = [(fact, figure) for fact in facts if (figure := amount(fact))]
    if len(figures) < 2 or len({figure.unit for _, figure in figures}) != 1:
        return None
    total = sum((figure.value for _, figure in figures), Decimal(0))
    terms = " + ".join(spaced(figure.value) for _, figure in figures)
    names = ", ".join(fact.subject for fact, _ in figures)
    return Reckoning(f"{names}: {terms} = {spaced(total)} {figures[0][1].unit}".strip(), tuple(facts))


def difference(part: Part, claims: Sequence[Claim]) -> Reckoning | None:
    """Return the difference between the same amount in two years; None unless exactly two can be compared."""
    facts = [claim.fact for claim in claims if claim.fact]
    if not part.wants(Seeks.COMPARISON) or len(claims) != 2 or len(facts) != 2:
        return None
    first, second = (amount(fact) for fact in facts)
    if first is None or second is None or first.unit != second.unit or facts[0].year == facts[1].year:
        return None
    values = [_size(fact, figure) for fact, figure in zip(facts, (first, second), strict=True)]
    return Reckoning(f"Skillnaden är {spaced(abs(values[1] - values[0]))} {first.unit}".strip(), tuple(facts))


def _size(fact: Fact, figure: Figure) -> Decimal:
    """Return what is compared: without the minus that only marks a cost."""
    named = f"{fact.subject} {fact.attribute} {fact.table.title}"
    return figure.value if _MAY_BE_NEGATIVE.search(named) else abs(figure.value)


def spaced(value: Decimal) -> str:
    """Return a figure with thousands spaces and a decimal comma."""
    text = f"{value:,f}".replace(",", " ")
    return text.rstrip("0").rstrip(".").replace(".", ",") if "." in text else text
