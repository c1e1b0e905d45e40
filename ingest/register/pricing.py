"""Amounts in the cells of tables, and the unit of a table that names none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.model import Document, Table
from ingest.money import IN_KRONOR
from ingest.register.columns import filled_rows, shows
from ingest.tables.figures import Figure, kronor, parse

_LARGE = 1000
"""A figure from which on it is no chance that it is the same as another."""
_NO_UNIT = "Tabellen anger ingen enhet; {unit} stämmer med andra belopp i dokumentet."


@dataclass(frozen=True, slots=True)
class Priced:
    """A table with the units of its columns."""

    table: Table
    units: tuple[str, ...]
    doubt: str = ""
    """In Swedish, when the units are those of other tables."""


def amount(text: str, unit: str) -> Figure | None:
    """The money that fills a cell of a column in ``unit``; None when it is no money."""
    figure = parse(text)
    if figure is not None and not figure.unit:
        figure = replace(figure, unit=unit)
    return figure if figure is not None and figure.unit in IN_KRONOR else None


def amounts_of(document: Document) -> list[Decimal]:
    """The amounts of the tables that name their unit: kronor without signs, ascending."""
    return sorted(one for table in document.tables for one in _amounts(document, table))


def _amounts(document: Document, table: Table) -> Iterator[Decimal]:
    for _, texts, _ in filled_rows(document, table):
        for text, unit in zip(texts, table.units, strict=True):
            figure = amount(text, unit)
            if figure is not None:
                yield abs(kronor(figure) or Decimal())


def priced(document: Document, table: Table, known: Sequence[Decimal]) -> Priced:
    """A table that names no unit has that in which one of its large figures is, rounded, one of the ``known``."""
    if any(table.units) or shows("people", " ".join((*table.heads, table.title))):
        return Priced(table, table.units)
    figures = [figure for _, texts, _ in filled_rows(document, table) for one in texts if (figure := parse(one))]
    large = {abs(figure.value) for figure in figures if not figure.unit and abs(figure.value) >= _LARGE}
    for unit, factor in IN_KRONOR.items():
        if any(_is_among(value * factor, known, Decimal(factor) / 2) for value in large):
            return Priced(table, (unit,) * len(table.heads), _NO_UNIT.format(unit=unit))
    return Priced(table, table.units)


def _is_among(value: Decimal, known: Sequence[Decimal], margin: Decimal) -> bool:
    at = bisect_left(known, value - margin)
    return at < len(known) and known[at] < value + margin
