"""The same told more than once: what agrees is one statement with several places, what does not stands beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import groupby

from assistant.register.entries import Entry
from assistant.register.telling import number
from assistant.validity import authority, is_compiled
from assistant.writing import in_kronor
from ingest.money import IN_KRONOR
from ingest.register.model import Money, Result
from ingest.register.periods import days_of
from ingest.tables.figures import parse


@dataclass(frozen=True, slots=True)
class Statement:
    """What is told, and where: what is told exactly first, then the weightiest document, of equal ones the latest."""

    text: str
    entries: tuple[Entry, ...]
    value: float = 0.0
    """In kronor or in the unit of the result; 0 for words."""
    is_added: bool = False
    """Several rows of one table, added up."""
    step: float = 0.0
    """What the last digit of the value counts for: 100,000 kronor in "15,1 Mkr"."""

    @property
    def entry(self) -> Entry:
        return self.entries[0]


def numbers(entries: Iterable[Entry]) -> tuple[Statement, ...]:
    """Return what is told of one and the same amount or number, each value once.

    A rounded amount ("15,1 Mkr") agrees with the exact one, and the exact one is told. Rows of one table are parts of
    the whole: its sum row counts when it has one, else they are added up. Amounts and results are not to be mixed.
    """
    found: list[Statement] = []
    for table in _tables(entries):
        statement = _whole(table)
        for place, known in enumerate(found):
            if _agree(known, statement):
                finest = min(known, statement, key=lambda one: one.step)
                found[place] = replace(finest, entries=_exact_first((*known.entries, *statement.entries)))
                break
        else:
            found.append(statement)
    return tuple(sorted(found, key=lambda one: min((_weight(entry), _is_aside(entry)) for entry in one.entries)))


def words(entries: Iterable[Entry], said: Callable[[Entry], str]) -> tuple[Statement, ...]:
    """Return what is said in words, each saying once; empty ones are left out.

    Capitals, spaces, the order in a list ("Region Skåne, Malmö stad") and how dates are written make no difference.
    """
    found: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        text = said(entry)
        parts = tuple(sorted(" ".join(part.split()) for part in text.lower().split(",") if part.strip()))
        if key := days_of(text) or parts:
            found.setdefault(key, []).append(entry)
    groups = [weightiest(group) for group in found.values()]
    told = [Statement(_dated(said(group[0])), tuple(group)) for group in groups]
    return tuple(sorted(told, key=lambda one: _weight(one.entry)))


def _dated(text: str) -> str:
    """Return a time of two dates with the dates written out: "2030-01-01–2031-12-31" for "300101–311231"."""
    days = days_of(text)
    return "–".join(days) if days else text


def weightiest(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries, those of the weightiest document first; what was compiled from others comes last."""
    return sorted(entries, key=_weight)


def _weight(entry: Entry) -> tuple[bool, int, int]:
    source = entry.source
    return is_compiled(source), authority(source), -(source.starts or date.min).toordinal()


def _tables(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Return the entries table by table; those outside tables one by one."""

    def key(entry: Entry) -> tuple[str, str, int]:
        record = entry.record
        table = record.table if isinstance(record, Money) else ""
        return record.place.document, table, 0 if table else entry.id

    return [list(group) for _, group in groupby(sorted(entries, key=key), key=key)]


def _whole(entries: Sequence[Entry]) -> Statement:
    """Return the one statement of rows of one table: its sum, the only value that they have, or what they add up to."""
    sums = [entry for entry in entries if isinstance(entry.record, Money) and entry.record.is_sum]
    rows = sums[:1] or list(entries)
    labels = {entry.record.label for entry in rows if isinstance(entry.record, Money | Result)}
    parts = rows if len(labels) > 1 else rows[:1]
    value = sum(_value(entry) for entry in parts)
    step = sum(_step(entry) for entry in parts)
    return Statement(_text(parts[0], value), tuple(parts), value, is_added=len(parts) > 1, step=step)


def _text(entry: Entry, value: float) -> str:
    return number(value, entry.record.unit) if isinstance(entry.record, Result) else in_kronor(int(value))


def _value(entry: Entry) -> float:
    return entry.record.number if isinstance(entry.record, Result) else float(entry.sek or 0)


def _exact_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (_step(entry), _weight(entry))))


def _agree(one: Statement, other: Statement) -> bool:
    """True when the values are equal, or one is the other rounded to as many digits as it is written with."""
    return abs(one.value - other.value) <= abs(one.step - other.step) / 2


def _step(entry: Entry) -> float:
    record = entry.record
    if not isinstance(record, Money):
        return 0.0
    figure = parse(record.written)
    exponent = figure.value.as_tuple().exponent if figure else 0
    return float(IN_KRONOR.get(record.unit, 1) * Decimal(10) ** min(int(exponent), 0))


def _is_aside(entry: Entry) -> int:
    """Return 0 for a sum of a table, 1 for another row, 2 for what a sentence says in passing."""
    record = entry.record
    if not isinstance(record, Money):
        return 0
    return 0 if record.is_sum else 1 if record.table else 2
