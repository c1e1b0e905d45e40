"""Arithmetic that is shown: sums of rows and differences between years, each figure with its source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from assistant.answering.claims import Claim
from assistant.answering.facts import Fact, subject_of
from assistant.answering.rows import is_part, rows_asked
from assistant.answering.terms import Bag, Term, coverage
from assistant.question import Part, Seeks
from ingest.money import IN_KRONOR
from ingest.tables.figures import Figure, find, parse

_MAY_BE_NEGATIVE = re.compile(r"resultat|result\b|kapital|avvik|saldo|netto|differens|flöde|underskott", re.IGNORECASE)
"""Names of amounts whose minus means something; elsewhere it only marks a cost, in accounts that write it so."""

_WHOLE = re.compile(
    r"\b(?:av|bland)\s+(?:de|dem|alla|samtliga|totalt|sammanlagt)?\s*(?:de |totalt )?(?P<figure>\d[\d ]*)(?= )|"
    r"(?P<other>\d[\d ]*)(?= [^.,;\d]{3,40}[,;]? (?:varav|och av dessa|av dessa|av dem))",
    re.IGNORECASE,
)
"""The whole of which a sentence counts parts."""
_CLAUSE_END = re.compile(r"[,;.]\s|\soch\s")


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A calculation in words, and the facts that it rests on."""

    text: str
    facts: tuple[Fact, ...] = ()
    claims: tuple[Claim, ...] = ()
    """For figures of running text: the claims that hold them."""


def amount(fact: Fact) -> Figure | None:
    """Return the figure of a fact, in its column's unit when it names none itself."""
    figure = parse(fact.value)
    if figure and not figure.unit and fact.unit:
        return Figure(figure.value, fact.unit)
    return figure


def add_up(part: Part, terms: Sequence[Term], claims: Sequence[Claim], enough: float) -> Reckoning | None:
    """Return the sum of the rows that are about what is asked, in the column that answers; None when none is due.

    The table and the column are those of the best cell; a row that is a sum itself is never added to its own parts.

    Args:
        claims: best first.
        enough: fit from which on a cell may answer.
    """
    best = next((claim for claim in claims if claim.fact and claim.fits and _of_years(claim, part)), None)
    if not part.wants(Seeks.SUM) or best is None or best.fact is None or best.score < enough or best.fact.row.is_sum:
        return None
    rows = rows_asked(best.document, best.fact.table, terms)
    facts = [replace(best.fact, row=row, subject=subject_of(best.document, row)) for row in rows]
    figures = [(fact, figure) for fact in facts if (figure := amount(fact))]
    if len(figures) < 2 or not is_part(rows, best.fact.table) or len({figure.unit for _, figure in figures}) != 1:
        return None
    total = sum((figure.value for _, figure in figures), Decimal(0))
    added = " + ".join(spaced(figure.value) for _, figure in figures)
    names = ", ".join(fact.subject for fact, _ in figures)
    return Reckoning(
        f"{names}: {added} = {spaced(total)} {figures[0][1].unit}".strip(), tuple(one for one, _ in figures)
    )


def _of_years(claim: Claim, part: Part) -> bool:
    return not part.years or bool(claim.years & {*part.years})


def share_of_total(part: Part, claims: Sequence[Claim]) -> Reckoning | None:
    """Return what share of its column's sum the first cell among ``claims`` is, when a share is sought."""
    fact = next((claim.fact for claim in claims if claim.fact and not claim.fact.row.is_sum), None)
    if not part.wants(Seeks.SHARE) or fact is None:
        return None
    below = (row for row in fact.table.rows if row.is_sum and row.start > fact.row.start)
    total = next((replace(fact, row=row, subject="") for row in below if row.cells[fact.column].end > row.start), None)
    figure, whole = amount(fact), amount(total) if total else None
    if total is None or figure is None or whole is None or figure.unit != whole.unit or figure.unit == "%":
        return None
    said = _share(abs(figure.value), abs(whole.value), figure.unit)
    return Reckoning(f"{fact.subject}: {said}", (fact, total)) if said else None


def share_in_text(part: Part, claims: Sequence[Claim], terms: Sequence[Term], enough: float) -> Reckoning | None:
    """Return the share that the best sentence gives by two counts ("av de 40 gick 10 vidare"), when one is sought.

    The part is the count whose clause holds most of what is asked; None when two hold as much.
    """
    best = next((claim for claim in claims if claim.fact is None and not claim.fits), None)
    if not part.wants(Seeks.SHARE) or best is None or best.score < enough:
        return None
    whole = _WHOLE.search(best.text)
    if whole is None:
        return None
    total = parse(whole["figure"] or whole["other"])
    found: list[tuple[float, Decimal]] = []
    for clause in _CLAUSE_END.split(best.text[whole.end() :]):
        for _, _, figure in find(clause)[:1]:
            if total and figure.value <= total.value and figure.unit in ("", "st"):
                found.append((coverage(terms, (Bag.of(clause), 1.0)), figure.value))
    found.sort(key=lambda one: -one[0])
    if total is None or not found or not found[0][0] or (len(found) > 1 and found[0][0] == found[1][0]):
        return None
    said = _share(found[0][1], total.value, "")
    return Reckoning(said, claims=(best,)) if said else None


def _share(part: Decimal, whole: Decimal, unit: str) -> str:
    if not whole or part > whole:
        return ""
    percent = (100 * part / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{spaced(part)} av {spaced(whole)} {unit}".strip() + f" = {spaced(percent)} %"


def difference(part: Part, claims: Sequence[Claim]) -> Reckoning | None:
    """Return the difference between the same amount in two years, or two rows of a column; None unless exactly two
    can be compared."""
    facts = [claim.fact for claim in claims if claim.fact]
    if not part.wants(Seeks.COMPARISON) or len(claims) != 2:
        return None
    if len(facts) != 2:
        return _difference_told(part, claims)
    first, second = (amount(fact) for fact in facts)
    beside = facts[0].table is facts[1].table and facts[0].column == facts[1].column
    if first is None or second is None or first.unit != second.unit or not (beside or facts[0].year != facts[1].year):
        return None
    values = [size(fact, figure) for fact, figure in zip(facts, (first, second), strict=True)]
    return Reckoning(f"Skillnaden är {spaced(abs(values[1] - values[0]))} {first.unit}".strip(), tuple(facts))


def _difference_told(part: Part, claims: Sequence[Claim]) -> Reckoning | None:
    """Return the difference between two sums of money for two years asked about, of which text tells one at least."""
    told = [_money(claim) for claim in claims]
    years = [set(part.years) & {*claim.years} for claim in claims]
    first, second = told
    if first is None or second is None or first.unit != second.unit:
        return None
    if any(len(of_one) != 1 for of_one in years) or years[0] == years[1]:
        return None
    return Reckoning(f"Skillnaden är {spaced(abs(second.value - first.value))} {first.unit}", claims=tuple(claims))


def _money(claim: Claim) -> Figure | None:
    """Return the one sum of money that a claim tells; None when it tells none, or several."""
    if claim.fact:
        figure = amount(claim.fact)
        return Figure(size(claim.fact, figure), figure.unit) if figure and figure.unit in IN_KRONOR else None
    found = [figure for _, _, figure in find(claim.text) if figure.unit in IN_KRONOR]
    return found[0] if len(found) == 1 else None


def size(fact: Fact, figure: Figure) -> Decimal:
    """Return what is compared: without the minus that only marks a cost."""
    named = f"{fact.subject} {fact.attribute} {fact.table.title}"
    return figure.value if _MAY_BE_NEGATIVE.search(named) else abs(figure.value)


def spaced(value: Decimal) -> str:
    """Return a figure with thousands spaces and a decimal comma."""
    text = f"{value:,f}".replace(",", " ")
    return text.rstrip("0").rstrip(".").replace(".", ",") if "." in text else text
