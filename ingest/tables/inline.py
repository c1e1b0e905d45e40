"""Tables of lines that hold their cells with tabs between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Line
from ingest.tables.grid import GridRow, draft, unit_above
from ingest.tables.sheet import is_sheet, sheet
from ingest.tables.tabbed import Found

_LIST_MARK = re.compile(r"(?:att|[•·▪‣◦●■*o–-]|\d{1,2}[.)]|[a-z]\))?\s*\t")
_MIN_ROWS = 3
_MAX_GAP = 1


def inline_tables(lines: Sequence[Line]) -> list[Found]:
    """The tables of three or more lines with the same number of tabs, in order."""
    found: list[Found] = []
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _goes_on(lines, start, end):
            end += 1
        rows = [GridRow(_cells(line.text), line.gap) for line in lines[start:end]]
        table = (
            (sheet(rows) if is_sheet(rows) else draft(rows, unit_above(lines, start)))
            if len(rows) >= _MIN_ROWS
            else None
        )
        if table is not None:
            found.append(Found(start, end, table))
        start = max(end, start + 1)
    return found


def _goes_on(lines: Sequence[Line], start: int, index: int) -> bool:
    line = lines[index]
    if "\t" not in line.text.strip() or _LIST_MARK.match(line.text):
        return False
    return index == start or (line.gap <= _MAX_GAP and line.text.count("\t") == lines[start].text.count("\t"))


def _cells(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple((" ".join(cell.split()),) if cell.strip() else () for cell in text.split("\t"))
