"""Tables that a PDF page draws with lines. Only module that knows pdfplumber."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from io import BytesIO
from typing import TYPE_CHECKING

from ingest.readers.cells import Covered
from ingest.readers.characters import one_line, unreserved
from ingest.readers.damage import DAMAGE
from ingest.readers.layout import Box
from ingest.repair import join

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF
    from pdfplumber.table import Table

_MIN_FILLED = 0.4
"""Share of the cells that hold text in a table; in the grid behind a chart few do."""


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table on one page."""

    box: Box
    columns: tuple[float, ...]
    """Left edges of the columns, in points."""
    grid: tuple[tuple[str | Covered, ...], ...]


class Ruler:
    """Asks a PDF, already known to be readable, for its ruled tables; opens it when first asked."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._pdf: PDF | None = None

    def tables(self, number: int) -> list[RuledTable]:
        """Return the tables of page ``number`` (from 1), from the top; [] when the page cannot be made out.

        A box with a single row or column of cells is a frame round text and no table.
        """
        import pdfplumber
        from pdfminer.psexceptions import PSException
        from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

        try:
            if self._pdf is None:
                logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
                self._pdf = pdfplumber.open(BytesIO(self._data))
            page = self._pdf.pages[number - 1]
            found = [_table(page, table) for table in page.find_tables()]
            page.close()
        except (PdfminerException, MalformedPDFException, PSException, *DAMAGE):
            return []
        return [table for table in found if table is not None]


def _table(page: Page, table: Table) -> RuledTable | None:
    texts = table.extract()
    spots = [row.cells for row in table.rows]
    columns = [column.bbox for column in table.columns]
    if len(texts) < 2 or len(columns) < 2:
        return None
    grid = tuple(
        tuple(_joined(text) if spots[r][c] else _covered(spots, r, columns[c]) for c, text in enumerate(row))
        for r, row in enumerate(texts)
    )
    cells = [cell for row in grid for cell in row if isinstance(cell, str)]
    filled = sum(1 for cell in cells if cell)
    if filled < 3 or filled < _MIN_FILLED * len(cells):
        return None
    left, top, right, bottom = table.bbox
    height = float(page.height)
    return RuledTable(Box(left, height - bottom, right, height - top), tuple(column[0] for column in columns), grid)


def _joined(text: str | None) -> str:
    return one_line(reduce(join, unreserved(text or "").split("\n"), ""))


def _covered(
    spots: Sequence[Sequence[tuple[float, float, float, float] | None]],
    row: int,
    column: tuple[float, float, float, float],
) -> str | Covered:
    """Say which way the merged cell lies that covers a place: to the left when it begins on the same row."""
    middle = (column[0] + column[2]) / 2
    if any(spot and spot[0] <= middle <= spot[2] for spot in spots[row]):
        return Covered.LEFT
    top = min((spot[1] for spot in spots[row] if spot), default=None)
    for above in reversed(spots[:row]):
        if top is not None and any(s and s[0] <= middle <= s[2] and s[3] > top + 1 for s in above):
            return Covered.ABOVE
    return ""
