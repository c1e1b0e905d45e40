"""Tables that go on over the page: which parts belong together, and the whole that they make."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.readers.cells import Grid
from ingest.readers.layout import PageLine
from ingest.readers.ruled import RuledTable

Part = tuple[int, int]
"""Index of the page, index of the table on it."""

_EDGE = 3
"""Lines at the top or foot of a page that may be a header or footer."""
_ROOM = 100.0
"""Points left at the foot of a page at which no row would have been moved to the next."""
_MARGIN = 120.0
"""Points of a foot margin that is wide; a document whose pages all end higher up fills none of them."""
_SAME = 3.0
"""Points by which the edges of a column may differ from page to page."""
_DIGITS = re.compile(r"\d+")


def runs(pages: Sequence[Sequence[PageLine]], tables: Sequence[Sequence[RuledTable]]) -> Iterator[list[Part]]:
    """Yield each table as its parts, from the first page to the last; most have one.

    A table goes on with the one that comes first on the next page when it fills its own page to the foot, both have
    the same columns, nothing but headers and footers stands between them, and the next one does not begin anew with
    the same labels (the same form filled in again).
    """
    furniture = _furniture(pages)
    bodies = [[line for line in page if line.table is not None or _shape(line) not in furniture] for page in pages]
    foot = min((_MARGIN, *(line.y for body in bodies for line in body)))
    taken: set[Part] = set()
    for at in range(len(pages)):
        for index in range(len(tables[at])):
            if (at, index) in taken:
                continue
            run = [(at, index)]
            while (following := _following(bodies, tables, foot, *run[-1])) is not None:
                run.append(following)
                taken.add(following)
            yield run


def whole(grids: Sequence[Grid]) -> Grid:
    """Join the parts of a table; a head that is printed again on the next page is left out."""
    joined = list(grids[0])
    for grid in grids[1:]:
        joined += grid[1:] if list(grid[0]) == list(joined[0]) else grid
    return joined


def _following(
    bodies: Sequence[Sequence[PageLine]], tables: Sequence[Sequence[RuledTable]], foot: float, at: int, index: int
) -> Part | None:
    if at + 1 == len(bodies) or not bodies[at] or not bodies[at + 1]:
        return None
    last, first = bodies[at][-1], bodies[at + 1][0]
    if last.table != index or first.table is None or last.y > foot + _ROOM:
        return None
    table, following = tables[at][index], tables[at + 1][first.table]
    return (at + 1, first.table) if _alike(table, following) and not _begins_anew(table, following) else None


def _alike(table: RuledTable, following: RuledTable) -> bool:
    edges = zip(table.columns, following.columns, strict=False)
    return len(table.columns) == len(following.columns) and all(abs(a - b) < _SAME for a, b in edges)


def _begins_anew(table: RuledTable, following: RuledTable) -> bool:
    """True when most labels of the next table stand in this one, the head aside."""
    labels = [row[0] for row in table.grid[1:]]
    again = [row[0] for row in following.grid if row[0] and row != table.grid[0]]
    return sum(label in labels for label in again) * 2 > len(again)


def _furniture(pages: Sequence[Sequence[PageLine]]) -> set[str]:
    """Return the shapes of the lines that stand, but for figures, at the edge of two pages or more."""
    edges = ({_shape(line) for line in (*page[:_EDGE], *page[-_EDGE:]) if line.table is None} for page in pages)
    seen = Counter(shape for page in edges for shape in page)
    return {shape for shape, count in seen.items() if count > 1}


def _shape(line: PageLine) -> str:
    return _DIGITS.sub("0", line.text.strip().lower())
