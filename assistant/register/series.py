"""What is drawn: figures by initiative and year, each point with the places where it is told.

Units are never mixed: a figure is of kronor or of a number of people, and of one association. What covers a part of
the year is kept apart from what covers it whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from assistant.register.entries import Entry
from assistant.register.statements import Statement, numbers
from assistant.screening.sources.available import amount_left, says_left
from ingest.register.model import Measure, Money, Result

Key = TypeVar("Key")

PARTICIPANTS = "deltagare"
MEASURES = (Measure.GOAL, Measure.BUDGET, Measure.FORECAST, Measure.OUTCOME)
"""In the order in which they stand beside each other."""


class Plot(StrEnum):
    """What a figure shows."""

    BUDGETS = "budgets"
    """Budget per initiative over the years."""
    SPENT = "spent"
    """Budget against forecast and outcome."""
    REACHED = "reached"
    """Participants: goal against outcome."""
    LEFT = "left"
    """What is left to distribute."""
    INCOME = "income"


@dataclass(frozen=True, slots=True)
class Point:
    """A value of a year, or of ``period``, a part of it. More than one statement: the documents do not agree."""

    year: int
    measure: Measure
    period: str
    statements: tuple[Statement, ...]

    @property
    def value(self) -> float:
        """The value of the weightiest document, in the figure's unit."""
        return self.statements[0].value


@dataclass(frozen=True, slots=True)
class Series:
    """Points that belong together: an initiative's over the years, or those of one year."""

    name: str
    """The initiative; empty for what is the association's own."""
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """What one drawing shows."""

    plot: Plot
    association: str
    unit: str
    """kr or st."""
    series: tuple[Series, ...]

    @property
    def points(self) -> tuple[Point, ...]:
        return tuple(point for one in self.series for point in one.points)


def figures(entries: Sequence[Entry]) -> list[Figure]:
    """Return a figure for each kind of plot and association that the entries hold points for."""
    places = sorted({entry.record.association for entry in entries})
    made = (
        Figure(plot, place, unit, tuple(series([entry for entry in entries if entry.record.association == place])))
        for plot, (unit, series) in _PLOTS.items()
        for place in places
    )
    return [figure for figure in made if figure.series]


def _budgets(entries: Iterable[Entry]) -> list[Series]:
    found = [entry for entry in entries if _is_money(entry, Measure.BUDGET) and entry.initiatives]
    return _largest_first(
        Series(name, _points(group)) for name, group in _grouped(found, lambda entry: entry.initiatives[0])
    )


def _spent(entries: Iterable[Entry]) -> list[Series]:
    found = [entry for entry in entries if _is_money(entry) and entry.initiatives]
    return _compared(found, Measure.BUDGET)


def _reached(entries: Iterable[Entry]) -> list[Series]:
    found = [
        entry
        for entry in entries
        if isinstance(entry.record, Result)
        and entry.initiatives
        and entry.record.what == PARTICIPANTS
        and entry.record.unit in ("", "st")
    ]
    return _compared(found, Measure.GOAL)


def _left(entries: Iterable[Entry]) -> list[Series]:
    found = [
        entry
        for entry in entries
        if isinstance(entry.record, Money)
        and not entry.initiatives
        and not entry.record.is_income
        and _is_left(entry.record)
    ]
    return [Series("", points)] if (points := _points(found)) else []


def _income(entries: Iterable[Entry]) -> list[Series]:
    found = [entry for entry in entries if isinstance(entry.record, Money) and entry.record.is_income]
    points = tuple(replace(point, statements=_whole(point.statements)) for point in _points(found))
    return [Series("", points)] if points else []


def _whole(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Return those that a table adds up to, where there are such: the others tell of parts of the income."""
    sums = [one for one in statements if any(isinstance(e.record, Money) and e.record.is_sum for e in one.entries)]
    return tuple(sums) or statements


def _is_left(record: Money) -> bool:
    """True for an amount that its row, or its sentence, says is left to distribute."""
    if says_left(record.label):
        return True
    quote = record.place.quote
    left = amount_left(quote) if says_left(quote) else None
    return left is not None and left[1] == record.sek


_PLOTS: dict[Plot, tuple[str, Callable[[Iterable[Entry]], list[Series]]]] = {
    Plot.BUDGETS: ("kr", _budgets),
    Plot.SPENT: ("kr", _spent),
    Plot.REACHED: ("st", _reached),
    Plot.LEFT: ("kr", _left),
    Plot.INCOME: ("kr", _income),
}


def _is_money(entry: Entry, measure: Measure | None = None) -> bool:
    record = entry.record
    return isinstance(record, Money) and not record.is_income and measure in (None, record.measure)


def _compared(entries: Iterable[Entry], against: Measure) -> list[Series]:
    """Return a series for each initiative and year that has a value to compare ``against`` and another one."""
    found = []
    for (name, _), group in _grouped(entries, lambda entry: (entry.initiatives[0], _year(entry))):
        points = _points(group)
        measures = {point.measure for point in points}
        if against in measures and len(measures) > 1:
            found.append(Series(name, points))
    return _largest_first(found)


def _points(entries: Iterable[Entry]) -> tuple[Point, ...]:
    """Return a point for each year, measure and period, in that order; what is of no known year is left out."""
    groups = _grouped((entry for entry in entries if _year(entry)), _key)
    points = [Point(year, measure, period, numbers(group)) for (year, measure, period), group in groups]
    return tuple(sorted(points, key=lambda point: in_order(point.year, point.measure, point.period)))


def in_order(year: int | None, measure: Measure, period: str) -> tuple[int, int, str]:
    """Return a key that sorts by year, then goal or budget before forecast and outcome, then the whole year first."""
    return year or 0, MEASURES.index(measure), period


def _key(entry: Entry) -> tuple[int, Measure, str]:
    assert isinstance(entry.record, Money | Result)
    return _year(entry), entry.record.measure, entry.record.period


def _year(entry: Entry) -> int:
    """Return the year of a value: its own, or that in which its period ends; 0 when it is not known."""
    assert isinstance(entry.record, Money | Result)
    return entry.record.year or (int(entry.last[:4]) if entry.last else 0)


def _largest_first(series: Iterable[Series]) -> list[Series]:
    """Return the series that have points, those of one name together, the largest first and its latest year first."""
    found = [one for one in series if one.points]
    largest: dict[str, float] = {}
    for one in found:
        largest[one.name] = max(largest.get(one.name, 0), *(point.value for point in one.points))
    return sorted(found, key=lambda one: (-largest[one.name], one.name, -one.points[0].year))


def _grouped(entries: Iterable[Entry], key: Callable[[Entry], Key]) -> list[tuple[Key, list[Entry]]]:
    groups: dict[Key, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(key(entry), []).append(entry)
    return list(groups.items())
