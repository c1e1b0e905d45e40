"""What the records of the register have in common: kind, time, initiatives, amount and words to search."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ingest.model import Source
from ingest.register.model import Decision, Goal, Initiative, Money, Record, Result, Stance
from ingest.register.periods import days_of


class Kind(StrEnum):
    """What a record is. What was proposed, or only said, is of other kinds: never told among the decisions."""

    DECISION = "beslut"
    PROPOSAL = "förslag"
    OTHER = "övrigt"
    """A view that was stated, or something that happened: nothing was decided by it."""
    MONEY = "belopp"
    GOAL = "mål"
    RESULT = "resultat"
    INITIATIVE = "insats"


@dataclass(frozen=True, slots=True)
class Entry:
    """A record with what it is filtered and sorted by."""

    id: int
    """Its place among the records of the index, from 0."""
    record: Record
    kind: Kind
    source: Source
    initiatives: tuple[str, ...]
    """Canonical names."""
    first: str
    """The first day that it speaks of, ÅÅÅÅ-MM-DD; empty when no date is known."""
    last: str

    @property
    def years(self) -> range:
        """The years that it touches; none without a date."""
        return range(int(self.first[:4]), int(self.last[:4]) + 1) if self.first else range(0)

    @property
    def sek(self) -> int | None:
        return self.record.sek if isinstance(self.record, Decision | Money) else None


_UNDECIDED = {Stance.PROPOSED: Kind.PROPOSAL, Stance.POSITION: Kind.OTHER, Stance.EVENT: Kind.OTHER}
_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?![\d])")
"""A year, a month or a day; a span of years ("2023-2026") is two years."""


def entry_of(id: int, record: Record, source: Source) -> Entry:
    written = when(record)
    first, last = days_of(written) or span(f"{written} {getattr(record, 'year', '')}")
    return Entry(id, record, kind_of(record), source, initiatives_of(record), first, last)


def kind_of(record: Record) -> Kind:
    match record:
        case Decision():
            return _UNDECIDED.get(record.stance, Kind.DECISION)
        case Money():
            return Kind.MONEY
        case Goal():
            return Kind.GOAL
        case Result():
            return Kind.RESULT
        case Initiative():
            return Kind.INITIATIVE


def when(record: Record) -> str:
    """Return the time that a record is of, as it is written: "2022-09-14", "2022-01–2022-08", "2022"; else empty."""
    match record:
        case Decision():
            return record.date
        case Initiative():
            return record.period
        case Money() | Result():
            return record.period or str(record.year or "")
        case Goal():
            return record.when or str(record.year or "")


def initiatives_of(record: Record) -> tuple[str, ...]:
    match record:
        case Decision():
            return record.initiatives
        case Initiative():
            return (record.name,)
        case _:
            return (record.initiative,) if record.initiative else ()


def texts_of(record: Record) -> tuple[str, ...]:
    """Return the words that a search looks in, the quote and the headings above it among them."""
    place = (record.place.quote, record.place.section)
    match record:
        case Decision():
            return (record.what, record.reason, record.body, record.paragraph, record.date, str(record.sek or ""),
                    *record.reservations, *record.recusals, *record.initiatives, *place)  # fmt: skip
        case Money():
            return (record.label, record.initiative, record.table, str(record.sek), *place)
        case Goal():
            return (record.what, record.target, record.area, record.activity, record.responsible, record.initiative,
                    *place)  # fmt: skip
        case Result():
            return (record.label, record.what, record.initiative, record.written, *place)
        case Initiative():
            return (record.name, record.written, *record.aliases, record.owner, *record.parties, record.target_group,
                    *place)  # fmt: skip


def span(text: str) -> tuple[str, str]:
    """Return the first and last day, ÅÅÅÅ-MM-DD, of all years, months and days in a text; empty without any."""
    found = [_bounds(match) for match in _DAY.finditer(text)]
    return (min(first for first, _ in found), max(last for _, last in found)) if found else ("", "")


def bounds(text: str) -> tuple[str, str]:
    """Return the first and last day of a text that is one year, month or day.

    Raises:
        ValueError: it is none.
    """
    match = _DAY.fullmatch(text)
    if match is None:
        raise ValueError(text)
    first, last = _bounds(match)
    date.fromisoformat(first)
    return first, last


def _bounds(match: re.Match[str]) -> tuple[str, str]:
    year, month, day = match.groups()
    if day:
        return (f"{year}-{month}-{day}",) * 2
    if month:
        after = date(int(year) + int(month) // 12, int(month) % 12 + 1, 1)
        return f"{year}-{month}-01", (after - timedelta(days=1)).isoformat()
    return f"{year}-01-01", f"{year}-12-31"
