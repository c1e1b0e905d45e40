"""E1 and E2: whether the budget adds up, and whether what is asked for fits in what is left to distribute."""

from __future__ import annotations

from assistant.screening.draft import Amount, Span, Topic
from assistant.screening.judging.material import Material
from assistant.screening.judging.opinions import CONTRADICTION, Opinion, met, not_met, unclear
from assistant.screening.reading.amounts import years
from assistant.writing import in_kronor


def budget(material: Material, name: str) -> Opinion:
    """E1: rows, stated sum and amount asked for agree, co-financing taken into account when it is told of."""
    draft = material.draft
    rows, stated, asked = draft.budget.sum_of_rows(draft.year), draft.budget.stated_sum(draft.year), draft.requested
    place = _place(material, stated) or _first_row(material) or _place(material, asked)
    shown = (place,) if place else ()
    if rows is None or len(draft.budget.rows) < 2:
        return unclear(*shown, why="Budgeten är inte uppdelad i poster.")
    if asked is None and stated is None:
        return unclear(*shown, why="Varken summa eller sökt belopp är angivet.")
    others = {amount.sek for amount in (*draft.budget.cofinancing, *draft.cofinancing)}
    reductions = {0, *others, sum(others)}
    named = [amount.sek for amount in (stated, asked) if amount is not None]
    if all(any(abs(rows - other) == sek or rows == sek for other in reductions) for sek in named):
        return met(*shown)
    text = (
        f"Raderna blir {in_kronor(rows)}"
        + (f", den angivna summan är {in_kronor(stated.sek)}" if stated else "")
        + (f" och det sökta beloppet {in_kronor(asked.sek)}" if asked else "")
        + "."
    )
    return not_met(*shown, why=text)


def amount(material: Material, name: str) -> Opinion:
    """E2: the amount asked for the year is at most what the plan says is left."""
    asked, available = material.draft.requested, material.available
    if asked is None:
        whole = _place(material, material.draft.requested_in_all) or _money(material)
        return unclear(*([whole] if whole else []), why=f"Det framgår inte vad som söks för {material.draft.year}.")
    place = _place(material, asked)
    shown = (place,) if place else ()
    if asked.vague:
        return unclear(*shown, why="Beloppet är bara ungefärligt.")
    if available is None:
        return unclear(*shown, why="Planen i underlaget säger inte vad som är kvar att fördela.")
    if asked.sek <= available.sek and (more := _more_asked(material, available.sek)):
        return unclear(*shown, *filter(None, (_place(material, more),)), why=CONTRADICTION)
    verdict = met if asked.sek <= available.sek else not_met
    how = "ryms i" if asked.sek <= available.sek else "är mer än"
    return verdict(*shown, why=f"{in_kronor(asked.sek)} {how} de {in_kronor(available.sek)} som är kvar att fördela.")


def _more_asked(material: Material, limit: int) -> Amount | None:
    """Return what a draft for one year asks for in another place, when it is more than ``limit`` kronor."""
    draft = material.draft
    period = draft.text[draft.period.start : draft.period.end] if draft.period else ""
    if len(years(period)) > 1 or any(one.year not in (None, draft.year) for one in draft.asked):
        return None
    return next((one for one in draft.asked if one.sek > limit and not one.vague), None)


def _place(material: Material, amount: Amount | None) -> Span | None:
    """The statement in which an amount stands."""
    return material.around(amount.start, amount.end) if amount else None


def _first_row(material: Material) -> Span | None:
    rows = material.draft.budget.rows
    return Span(rows[0].start, rows[0].end) if rows else None


def _money(material: Material) -> Span | None:
    """The first statement on money, when no amount could be made out."""
    found = material.about(Topic.AMOUNT, Topic.BUDGET)
    return found[0].span if found else None
