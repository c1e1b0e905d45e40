"""The unit that stands above a table: "Budget (kr)", "Belopp i tkr" as the heading or line before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.model import Block, Kind, TableDraft, without_seams
from ingest.money import IN_KRONOR
from ingest.tables.figures import is_period, parse, unit_of

_MAX_LINE = 120
_GENERAL = re.compile(r"\bbelopp(?:en)?\b[^.:]{0,30}\bi\b", re.IGNORECASE)


def with_units_above(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks; a table's columns of figures without a unit get the money unit of the short line above it.

    A line that speaks of amounts in general ("Belopp i tkr") holds for every table below the same heading.
    """
    unit = general = ""
    for block in blocks:
        if block.table is None:
            if block.kind is Kind.HEADING:
                general = ""
            if block.kind is not Kind.NOTE:
                unit = unit_of(without_seams(block.text)) if len(block.text) <= _MAX_LINE else ""
                general = unit if unit and _GENERAL.search(block.text) else general
        elif not block.table.sheet and not any(kr in IN_KRONOR for kr in block.table.units):
            found = unit or general
            block = replace(block, table=_in(block.table, found)) if found in IN_KRONOR else block
            unit = ""
        yield block


def _in(table: TableDraft, unit: str) -> TableDraft:
    units = tuple(known or (unit if _is_amount(table, column) else "") for column, known in enumerate(table.units))
    return replace(table, units=units)


def _is_amount(table: TableDraft, column: int) -> bool:
    """True for a column all of whose filled cells are figures, not all of them years."""
    places = [row.cells[column] for row in table.rows]
    texts = [without_seams(table.lines[at[0]][at[1]]) for at in places if at]
    filled = [text for text in texts if text.strip(" -–—.")]
    return bool(filled) and all(parse(text) for text in filled) and not all(map(is_period, filled))
