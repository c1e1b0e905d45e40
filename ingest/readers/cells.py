"""Make a table of the cells that a file itself tells apart: merged cells answered for, head rows known or found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from ingest.model import RowDraft, TableDraft, without_seams
from ingest.tables.figures import is_period, parse, unit_of
from ingest.tables.grid import GridRow, draft
from ingest.tables.sheet import is_sheet, sheet


class Covered(Enum):
    """A place in the grid that a merged cell reaches over: the cell itself stands to the left, or above."""

    LEFT = "left"
    ABOVE = "above"


Grid = Sequence[Sequence[str | Covered]]
"""Rows of cells, left to right; "" is an empty cell."""

Place = tuple[int, int]
"""Row and column in the grid."""

_ANSWER = re.compile(r"svar|uppgift(?:er)?|beskrivning|värde|kommentar(?:er)?|innehåll|text|information", re.IGNORECASE)
_MAX_LABEL = 60


def table(grid: Grid, *, has_head: bool = False, title: str = "", separator: str = "\t") -> TableDraft | None:
    """Return the table of ``grid``, or None when it has fewer than two columns or nothing below its head.

    ``has_head`` is True when the file says that the first row is a head. A form (what, answer) becomes a sheet.
    """
    rows = _compact(grid)
    if not rows or len(rows[0]) < 2:
        return None
    origins = [[_origin(rows, r, c) for c in range(len(rows[0]))] for r in range(len(rows))]
    spread = [GridRow(tuple(_read(rows, (r, c), origins[r][c]) for c in range(len(rows[0])))) for r in range(len(rows))]
    found = _form(spread, has_head) or draft(spread, unit_of(title)) or _texts(spread, has_head)
    if found is None:
        return None
    found = replace(found, title=found.title or title, separator=separator)
    lines = tuple(tuple(cell if isinstance(cell, str) else "" for cell in row) for row in rows)
    if found.sheet and found.lines != lines:
        return found
    return replace(found, lines=lines, rows=tuple(_placed(row, rows, origins) for row in found.rows))


def _compact(grid: Grid) -> list[list[str | Covered]]:
    """Return the grid as a rectangle without empty rows and columns."""
    width = max((len(row) for row in grid), default=0)
    rows = [[*row, *[""] * (width - len(row))] for row in grid]
    rows = [row for row in rows if any(isinstance(cell, str) and without_seams(cell).strip() for cell in row)]
    used = [c for c in range(width) if any(isinstance(row[c], str) and row[c] for row in rows)]
    return [[row[c] for c in used] for row in rows]


def _origin(rows: Sequence[Sequence[str | Covered]], row: int, column: int) -> Place:
    """Return where the cell begins that fills a place."""
    while rows[row][column] is Covered.ABOVE and row > 0:
        row -= 1
    while rows[row][column] is Covered.LEFT and column > 0:
        column -= 1
    return row, column


def _read(rows: Sequence[Sequence[str | Covered]], place: Place, origin: Place) -> tuple[str, ...]:
    """Return the text that a place is read with. A head or label counts for all that it reaches over; a figure stands
    once, and so does a text across the whole row: it is a title."""
    cell = rows[origin[0]][origin[1]]
    if not isinstance(cell, str) or not cell:
        return ()
    across = all(other is Covered.LEFT for other in rows[place[0]][1:])
    return () if place != origin and (across or (parse(cell) is not None and not is_period(cell))) else (cell,)


def _form(rows: Sequence[GridRow], has_head: bool) -> TableDraft | None:
    """Return the sheet that a form of two columns is, or None; a head such as "Uppgift, Svar" is kept above it."""
    if len(rows[0].cells) != 2 or len(rows) < 2:
        return None
    named = _ANSWER.fullmatch(without_seams(rows[0].texts[1]).strip(" :")) is not None
    body = rows[1:] if named or has_head else rows
    texts = sum(parse(row.texts[1]) is None for row in body)
    if not (is_sheet(body) or (named and texts * 2 >= len(body))):
        return None
    return _below(rows[: len(rows) - len(body)], sheet(body))


def _texts(rows: Sequence[GridRow], has_head: bool) -> TableDraft | None:
    """Return a table of texts that tells nothing of itself: a sheet when it has two columns and short labels."""
    top = rows[:1] if has_head else []
    body = rows[len(top) :]
    width = len(rows[0].cells)
    if not body or (len(rows) == 1 and width > 2):
        return None
    if width == 2 and all(row.cells[0] and len(row.texts[0]) <= _MAX_LABEL for row in body):
        return _below(top, sheet(body))
    heads = rows[0].texts if has_head else ("",) * width
    drafts = tuple(
        RowDraft(tuple((line, c) if cell else None for c, cell in enumerate(row.cells)))
        for line, row in enumerate(body, start=len(top))
    )
    return TableDraft(tuple(row.texts for row in rows), heads, drafts, ("",) * width)


def _below(top: Sequence[GridRow], form: TableDraft) -> TableDraft:
    """Return a sheet with the head rows that stand above it."""
    count = len(top)
    rows = tuple(replace(row, cells=tuple(at and (at[0] + count, at[1]) for at in row.cells)) for row in form.rows)
    return replace(form, lines=(*(row.texts for row in top), *form.lines), rows=rows)


def _placed(row: RowDraft, rows: Sequence[Sequence[str | Covered]], origins: Sequence[Sequence[Place]]) -> RowDraft:
    """Return a row whose merged cells are those that stand in the file."""
    places: list[Place | None] = []
    for at in row.cells:
        if at is None or rows[at[0]][at[1]] is Covered.LEFT:
            places.append(None)
        else:
            places.append(origins[at[0]][at[1]])
    return replace(row, cells=tuple(places))
