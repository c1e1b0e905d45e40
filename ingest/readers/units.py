"""The unit that stands above a table: "Budget (kr)", "Belopp i tkr" as the heading or line before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.model import Block, Kind, TableDraft, without_seams
from ingest.money import IN_KRONOR
from ingest.tables.figures import is_period, parse, unit_of

_MAX_LINE = 120
"""Characters; a longer one is a paragraph that mentions a unit."""
_GENERAL = re.compile(r"\bbelopp(?:en)?\b[^.:]{0,30}\bi\b", re.IGNORECASE)


def with_units_above(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks; a table's columns of figures without a unit get the money unit of the short line above it.

    A line that speaks of amounts in general ("Belopp i tkr") holds for every table below the same heading that has no
    such line of its own right above it; any other line holds for the table right below it alone.
    """
    unit = general = ""
    for block in blocks:
        if block.table is not None:
            yield replace(block, table=_with_unit(block.table, unit or general))
            unit = ""
            continue
        if block.kind is Kind.HEADING:
            general = ""
        if block.kind is not Kind.NOTE:
            text = without_seams(block.text)
            unit = unit_of(text) if len(text) <= _MAX_LINE else ""
            general = unit if unit and _GENERAL.search(text) else general
        yield block


def _with_unit(table: TableDraft, unit: str) -> TableDraft:
    """The table with the unit for its columns of amounts, when it is one of money and the table names none itself."""
    if unit not in IN_KRONOR or table.sheet or any(known in IN_KRONOR for known in table.units):
        return table
    units = tuple(known or (unit if _is_amount(table, column) else "") for column, known in enumerate(table.units))
    return replace(table, units=units)


def _is_amount(table: TableDraft, column: int) -> bool:
    """True for a column all of whose filled cells are figures, not all of them years."""
    places = [row.cells[column] for row in table.rows]
    texts = [without_seams(table.lines[at[0]][at[1]]) for at in places if at]
    filled = [text for text in texts if text.strip(" -–—.")]
    return bool(filled) and all(parse(text) for text in filled) and not all(map(is_period, filled))
