"""Tables out of DOCX: every cell begins with a tab at the start of a line.

A blank line before a tab usually starts a row, but cells hold blank lines of their own; so rows are found by the number
of cells that explains a stretch of such lines best, several tables with different numbers included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.model import Line, TableDraft
from ingest.repair import join
from ingest.tables.grid import GridRow, bare, draft, figure_columns, is_figure, unit_above
from ingest.tables.sheet import is_sheet, sheet, starts_sheet

_MAX_CELLS = 16
_MAX_INSIDE = 30
"""Lines without a tab that a cell can hold below its first."""
_NEW_TABLE = 3.0
_LOOSE = 2.5
_MERGE = 1.0
_SOFT_MERGE = 0.5
_SPLIT = 2.5
_FAR = 2
"""Blank lines from which on a text below a full row is no longer part of its last cell."""
_NEAR = 8
"""Rows to look at below the title of a sheet."""
_APART = 3
"""Blank lines that set a title row apart from the table above it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A table in place of ``lines[start:end]``."""

    start: int
    end: int
    table: TableDraft


@dataclass(slots=True)
class _Cell:
    """A cell: the indices of its lines, the first of which begins with the tab."""

    start: int
    end: int
    first: str

    def pieces(self, lines: Sequence[Line]) -> tuple[str, ...]:
        """Its paragraphs: lines with blank lines between them are apart, others belong together."""
        found = [self.first] if bare(self.first) else []
        for index in range(self.start + 1, self.end):
            text = lines[index].text.strip()
            if lines[index].gap or not found:
                found.append(text)
            else:
                found[-1] = join(found[-1], text)
        return tuple(" ".join(piece.split()) for piece in found)


@dataclass(slots=True)
class _Segment:
    cells: list[_Cell]
    gap: int
    soft: bool
    """True when only a text without a tab parts it from the segment above."""


@dataclass(slots=True)
class _Row:
    cells: list[_Cell]
    gap: int
    segments: int = 1
    """How many segments it is made of."""
    loose: bool = False

    @property
    def merged(self) -> bool:
        return self.segments > 1


def tabbed_tables(lines: Sequence[Line]) -> list[Found]:
    """The tables whose cells begin with tabs, in order."""
    found: list[Found] = []
    for start, end in _stretches(lines):
        for width, rows in _tables(_segments(lines, start, end)):
            found.extend(_build(lines, width, rows))
    return found


def _stretches(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Spans of lines that begin with a tab, with what stands between them."""
    start = last = None
    for index, line in enumerate(lines):
        if not line.text.startswith("\t"):
            continue
        if start is not None and last is not None and index - last > _MAX_INSIDE:
            yield start, last + 1
            start = None
        start = index if start is None else start
        last = index
    if start is not None and last is not None:
        end = last + 1
        while end < len(lines) and lines[end].gap <= 1 and end - last <= _MAX_INSIDE:
            end += 1
        yield start, end


def _segments(lines: Sequence[Line], start: int, end: int) -> list[_Segment]:
    """Cells between which no blank line stands."""
    segments: list[_Segment] = []
    for index in range(start, end):
        line = lines[index]
        if not line.text.startswith("\t"):
            segments[-1].cells[-1].end = index + 1
            continue
        apart = not segments or line.gap > 0
        soft = not apart and not lines[index - 1].text.startswith("\t") and lines[index - 1].gap >= 1
        if apart or soft:
            segments.append(_Segment([], line.gap, soft))
        segments[-1].cells.extend(_Cell(index, index + 1, text.strip()) for text in line.text[1:].split("\t"))
    return segments


def _tables(segments: Sequence[_Segment]) -> list[tuple[int, list[_Row]]]:
    """The segments as tables of (cells per row, rows), by the cheapest explanation."""
    widths = _widths(segments)
    if not widths:
        return []
    best: list[dict[int, tuple[float, int, int, str]]] = [{width: (0.0, -1, width, "") for width in widths}]
    for end in range(1, len(segments) + 1):
        best.append({})
        for width in widths:
            options = [
                (cost + best[start][width][0], start, how)
                for start, cost, how in _rows_ending(segments, end, width)
                if width in best[start]
            ]
            cost, start, how = min(options)
            best[end][width] = (cost, start, width, how)
        cheapest = min(best[end].values())
        for width in widths:
            if best[end][width][0] > cheapest[0] + _NEW_TABLE:
                best[end][width] = (cheapest[0] + _NEW_TABLE, end, cheapest[2], "switch")
    return _trace(segments, best)


def _widths(segments: Sequence[_Segment]) -> list[int]:
    found: set[int] = set()
    for index in range(len(segments)):
        total = 0
        for segment in segments[index : index + 4]:
            total += len(segment.cells)
            if 2 <= total <= _MAX_CELLS:
                found.add(total)
    return sorted(found)


def _rows_ending(segments: Sequence[_Segment], end: int, width: int) -> Iterator[tuple[int, float, str]]:
    """The ways in which the segments before ``end`` can end in a row: (start, cost, how)."""
    yield end - 1, _LOOSE, "loose"
    cells = len(segments[end - 1].cells)
    if cells > width and cells % width == 0:
        yield end - 1, _SPLIT * (cells // width - 1), "split"
    total, cost = 0, 0.0
    for start in range(end - 1, max(-1, end - 1 - _MAX_CELLS), -1):
        total += len(segments[start].cells)
        if total == width:
            yield start, cost, "row"
        if total >= width:
            break
        cost += _SOFT_MERGE if segments[start].soft else _MERGE


def _trace(
    segments: Sequence[_Segment], best: Sequence[dict[int, tuple[float, int, int, str]]]
) -> list[tuple[int, list[_Row]]]:
    end = len(segments)
    width = min(best[end], key=lambda option: best[end][option][0])
    tables: list[tuple[int, list[_Row]]] = [(width, [])]
    while end > 0:
        _, start, before, how = best[end][width]
        if how == "switch":
            width = before
            tables.append((width, []))
            continue
        cells = [cell for segment in segments[start:end] for cell in segment.cells]
        gap = segments[start].gap
        if how == "split":
            parts = [cells[i : i + width] for i in range(0, len(cells), width)]
            tables[-1][1].extend(_Row(part, gap if part is parts[0] else 0) for part in reversed(parts))
        else:
            tables[-1][1].append(_Row(cells, gap, end - start, how == "loose"))
        end = start
    return [(width, rows[::-1]) for width, rows in reversed(tables) if rows]


def _build(lines: Sequence[Line], width: int, rows: list[_Row]) -> Iterator[Found]:
    """Cut the rows of one width where text or another table begins, and make a table of each part."""
    if all(len(row.cells) == row.segments for row in rows):
        return
    for part in _parts(lines, width, rows):
        grid = [_grid_row(lines, row, width) for row in _unmerged(lines, part)]
        table = sheet(grid) if is_sheet(grid) else draft(grid, unit_above(lines, part[0].cells[0].start))
        if table is not None:
            yield Found(part[0].cells[0].start, part[-1].cells[-1].end, table)


def _grid_row(lines: Sequence[Line], row: _Row, width: int) -> GridRow:
    cells = [cell.pieces(lines) for cell in row.cells]
    if not row.loose:
        return GridRow(tuple(cells), row.gap)
    filled = [cell for cell in cells if cell and bare(" ".join(cell))]
    label = len(filled) == 1 and not is_figure(" ".join(filled[0]))
    shown = [filled[0] if label else tuple(" ".join(cell) for cell in filled)]
    padded = [*(shown if label else filled), *([()] * width)][:width]
    return GridRow(tuple(padded), row.gap, uncertain=True, loose=not label)


def _unmerged(lines: Sequence[Line], rows: list[_Row]) -> list[_Row]:
    """Take apart again the rows that were put together from pieces but hold text where figures stand."""
    whole = [_grid_row(lines, row, len(row.cells)) for row in rows if not row.loose and not row.merged]
    figures = figure_columns(whole) if whole else ()
    begun = False
    kept: list[_Row] = []
    for row in rows:
        texts = [" ".join(cell.pieces(lines)) for cell in row.cells]
        begun = begun or not (row.merged or row.loose or not any(map(bare, texts)))
        torn = row.merged and any(bare(texts[c]) and not is_figure(texts[c]) for c in figures)
        if torn and begun:
            kept.extend(_Row([cell], row.gap, loose=True) for cell in row.cells if bare(" ".join(cell.pieces(lines))))
        else:
            kept.append(row)
    return kept


def _parts(lines: Sequence[Line], width: int, rows: list[_Row]) -> Iterator[list[_Row]]:
    """Rows that belong to one table."""
    grid = [_grid_row(lines, row, width) for row in rows]
    first = 0
    for index, row in enumerate(rows):
        if index > first and _begins_another(grid, first, index):
            yield rows[first:index]
            first = index
        cut = _end_of_row(lines, row, index + 1 < len(rows))
        if cut < row.cells[-1].end:
            last = replace(row.cells[-1], end=cut)
            yield [*rows[first:index], _Row([*row.cells[:-1], last], row.gap, row.segments, row.loose)]
            first = index + 1
    if first < len(rows):
        yield rows[first:]


def _begins_another(grid: Sequence[GridRow], first: int, index: int) -> bool:
    """True when the row at ``index`` belongs to another table than those from ``first`` on."""
    row = grid[index]
    if row.is_empty or row.loose or not (row.is_label or row.gap >= _APART):
        return False
    before = grid[first:index]
    if starts_sheet(before, grid[index : index + _NEAR]):
        return True
    figures = figure_columns(before) if row.gap >= _APART else ()
    label_is_figure = is_figure(row.texts[0]) and not any(is_figure(other.texts[0]) for other in before)
    if figures:
        heads = any(bare(row.texts[c]) for c in figures) and not any(is_figure(row.texts[c]) for c in figures)
        return heads or row.is_label or label_is_figure
    return row.is_label and row.gap >= _APART


def _end_of_row(lines: Sequence[Line], row: _Row, followed: bool) -> int:
    """Where the last cell of a row ends: at the first line below its own that is text after the table."""
    cell = row.cells[-1]
    others = max((len(other.pieces(lines)) for other in row.cells[:-1]), default=0)
    tabbed_next = cell.end < len(lines) and lines[cell.end].text.startswith("\t")
    for end in range(cell.start + 1, cell.end):
        line = lines[end]
        if line.text[:1].islower():
            continue
        pieces = replace(cell, end=end).pieces(lines)
        if line.gap >= _FAR or (line.gap and not _goes_on(pieces, others, followed, tabbed_next)):
            return end
        if not line.gap and pieces and is_figure(pieces[-1]) and len(line.text) > 40:
            return end
    return cell.end


def _goes_on(pieces: Sequence[str], others: int, followed: bool, tabbed_next: bool) -> bool:
    """True when a paragraph after a blank line still belongs to the cell that holds ``pieces``.

    ``others`` is the largest number of paragraphs of the row's other cells; ``followed`` tells whether the table has
    more rows, ``tabbed_next`` whether another cell follows at all.
    """
    if len(pieces) < others or (others > 1 and tabbed_next):
        return True
    text = pieces[-1] if pieces else ""
    return followed and (len(text) >= 60 or re.search(r"[.!?:]$", text) is not None)
