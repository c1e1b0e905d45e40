"""What a plan says is left to distribute: read from its sentences and tables, never from settings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answering.facts import facts_of
from assistant.answering.quoting import cite
from assistant.criteria import CriteriaSet
from assistant.library import Library
from assistant.screening.guarding.places import find_section
from assistant.screening.guarding.units import units_of
from assistant.screening.model import Available
from assistant.validity import covers
from assistant.years import years_in
from ingest.model import Document, Kind, Table
from ingest.money import IN_KRONOR
from ingest.tables.figures import Figure, kronor, parse, unit_of
from ingest.tables.figures import find as find_figures

AMOUNTS_OF = "E2"
"""The criterion whose rule stands where the plan's own amount does."""

TO_GIVE = r"(?:fördela|dela ut|bevilja|besluta om|söka|utlysa|disponera|använda|avsätta|finansiera|tilldela|satsa)"
_LEFT = re.compile(
    rf"\b(?:kvar|kvarstå\w*|återstå\w*|resterande|finns)\b[^.;]{{0,120}}?\b(?:att|till|kan|får|ska|kunna)\s+(?:\w+\s+)?{TO_GIVE}"
    rf"|\b(?:att|till) {TO_GIVE}\b[^.;]{{0,80}}?\b(?:kvar|kvarstå\w*|återstå\w*)"
    r"|\bkvar\s+(?:för|till)\s+(?:nya|fler|ytterligare|kommande)\b"
    r"|\b(?:ofördela\w+|outdela\w+|ej (?:ännu )?(?:fördela\w+|intecknade?|uppbunde?n?a?|beslutade?)"
    r"|(?:inte|ännu ej|ännu inte) (?:fördela\w+|intecknade?|uppbunde?n?a?)|icke fördela\w+|oförbrukat utrymme"
    r"|fria medel|ledig\w* (?:medel|utrymme)|(?:medel|utrymme\w*|pengar|belopp\w*|resurser)\s+(?:finns\s+)?kvar\b"
    r"|kvarvarande (?:medel|utrymme|belopp)|återstående (?:medel|utrymme|belopp)"
    r"|(?:utrymme\w*|medel|pengar)\s+(?:\w+\s+){0,3}?(?:för|till)\s+nya\s+(?:\w+\s+)?(?:insatser|projekt|ansökningar|satsningar))\b",
    re.IGNORECASE,
)
"""Turns of phrase for what is not yet given away."""
_SAVED = re.compile(
    r"\b(?:eget kapital|egna kapitalet|sparade medel|överskott\w*|utgången av|(?:vid|efter) (?:\w+ )?årets slut)\b",
    re.IGNORECASE,
)
"""What is left of a year that is over, unless it is said to be for giving away."""
_AT_HAND = re.compile(
    r"\b(?:medel|belopp|utrymme|pengar)\s+(?:till|att)\s+(?:förfogande|disponera|fördela)\b|\bdisponib\w+",
    re.IGNORECASE,
)
"""What a row of a budget calls it once the costs are taken off; a sentence may mean all there is."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An amount that a document says is left, in whole kronor, where it stands."""

    sek: int
    start: int
    end: int
    """The sentence or the row."""
    holding: int
    """Where the amount begins."""


def find(library: Library, criteria: CriteriaSet) -> Available | None:
    """Return what the plan says is left to distribute in the year of the criteria; None when it cannot be told.

    The section that the criterion on money points at is read first, then the whole plan: sentences that say what is
    left, rows that do, rows of what is at hand. Two amounts for the same, and none is given.
    """
    document = plan_of(library, criteria)
    if document is None:
        return None
    for start, end in _places(document, criteria):
        for kind in (_sentences, _rows_left, _rows_at_hand):
            found = list(kind(document, criteria.year, start, end))
            if found and len({one.sek for one in found}) == 1:
                one = found[0]
                return Available(one.sek, criteria.year, cite(document, one.start, one.end, 1, one.holding))
            if found:
                return None
    return None


def plan_of(library: Library, criteria: CriteriaSet) -> Document | None:
    """Return the plan that the criteria follow, else the association's own plan for their year."""
    ids = [source.id for source in library.sources if source.id == criteria.plan]
    ids += [
        source.id
        for source in library.sources
        if (source.association, source.type) == (criteria.association, "verksamhetsplan")
        and covers(source, criteria.year)
    ]
    return library.document(ids[0]) if ids else None


def says_left(text: str) -> bool:
    """True for a text that speaks of what is left to distribute."""
    cue = _LEFT.search(text)
    return cue is not None and not (_SAVED.search(text) and not re.search(r"fördela|ny[at]\b", cue.group()))


def _places(document: Document, criteria: CriteriaSet) -> Iterator[tuple[int, int]]:
    rules = [one.rule.section for one in criteria.criterion if one.id == AMOUNTS_OF]
    section = find_section(document, rules[0]) if rules else None
    if section is not None:
        yield section.start, section.end
    yield 0, len(document.text)


def _sentences(document: Document, year: int, start: int, end: int) -> Iterator[Reading]:
    for unit in units_of(document, start, end):
        if unit.block.kind in (Kind.TABLE, Kind.HEADING):
            continue
        text = document.text[unit.start : unit.end]
        years = years_in(text)
        if not says_left(text) or (years and year not in years):
            continue
        amount = amount_left(text)
        if amount is not None:
            yield Reading(amount[1], unit.start, unit.end, unit.start + amount[0])


def amount_left(text: str) -> tuple[int, int] | None:
    """Return where in a sentence the amount stands that is left, and how large it is in kronor.

    That is the only amount of it, else the one nearest to the words that say so.
    """
    amounts = [(at, end, value) for at, end, figure in find_figures(text) if (value := kronor(figure)) is not None]
    cue = _LEFT.search(text)
    if cue is None or not amounts:
        return None
    inside = [one for one in amounts if cue.start() <= one[0] < cue.end()]
    at, _, value = min(inside or amounts, key=lambda one: max(cue.start() - one[1], one[0] - cue.end(), 0))
    return at, int(value)


def _rows_left(document: Document, year: int, start: int, end: int) -> Iterator[Reading]:
    return _rows(document, year, start, end, _LEFT)


def _rows_at_hand(document: Document, year: int, start: int, end: int) -> Iterator[Reading]:
    return _rows(document, year, start, end, _AT_HAND)


def _rows(document: Document, year: int, start: int, end: int, called: re.Pattern[str]) -> Iterator[Reading]:
    for table in document.tables:
        if not start <= table.start < end:
            continue
        for fact in facts_of(document, table):
            label = fact.attribute if table.sheet else fact.subject
            value = _kronor(document, table, fact.value, fact.unit)
            if called.search(label) and fact.year == year and value is not None:
                yield Reading(value, fact.row.start, fact.row.end, fact.cell.start)


def _kronor(document: Document, table: Table, value: str, unit: str) -> int | None:
    """Return the amount of a cell, in the unit of its own, its column's, or the line above the table."""
    figure = parse(value)
    if figure is None or figure.unit == "%":
        return None
    unit = figure.unit or unit or unit_of(table.title)
    amount = kronor(Figure(figure.value, unit)) if unit in IN_KRONOR else None
    return None if amount is None else int(amount)
