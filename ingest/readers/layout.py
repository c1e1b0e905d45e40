"""Lay the pieces of a PDF page out as lines: cells apart by tabs, paragraphs by blank lines, tables in their place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.model import SEAM

_EM = 0.6
"""Guess at the mean width of a letter, in type sizes."""
_CELL_GAP = 2.0
"""White space on one line that parts two cells, in type sizes."""
_BASELINE = 0.3
"""How far apart two pieces of one line may stand in height, in type sizes."""
_LOOSE = 1.22
"""A line this many times farther down than usual begins a paragraph."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text shown in one go. ``x``, ``y``: where it begins, in points from the lower left of the page as shown."""

    text: str
    x: float
    y: float
    size: float
    """Type size in points; 0 for white space that only the extraction put in."""
    bold: bool = False
    turned: bool = False
    """True when it does not run from left to right on the page as shown; it is then placed as if the page were turned
    so that it does."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points from the lower left corner of the page as shown."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, piece: Piece, slack: float = 2.0) -> bool:
        return self.left - slack <= piece.x <= self.right + slack and self.bottom - slack <= piece.y <= self.top + slack


@dataclass(slots=True)
class PageLine:
    """One line of a page, or the place of a table: then ``table`` is its index."""

    text: str
    x: float
    y: float
    size: float
    bold: bool
    end: float = 0.0
    """Guess at where it ends."""
    table: int | None = None


@dataclass(slots=True)
class _Lines:
    found: list[PageLine] = field(default_factory=list)
    broken: bool = True
    """The extraction ended the line after the last piece."""

    def add(self, piece: Piece) -> None:
        first, *rest = piece.text.split("\n")
        if first.strip():
            self._put(first, piece)
        elif first and self.found and not self.broken:
            self.found[-1].text += " "
        for text in rest:
            self.broken = True
            if text.strip():
                self._begin(text, piece)

    def _put(self, text: str, piece: Piece) -> None:
        last = self.found[-1] if self.found else None
        if last is None or last.table is not None or not _on_line(last, piece, self.broken):
            self._begin(text, piece)
            return
        last.text += _between(last, text, piece, self.broken) + text
        last.end = piece.x + len(text) * _EM * piece.size
        if piece.size > last.size:
            last.size, last.y = piece.size, piece.y
        last.bold = last.bold and piece.bold
        self.broken = False

    def _begin(self, text: str, piece: Piece) -> None:
        end = piece.x + len(text) * _EM * piece.size
        self.found.append(PageLine(text, piece.x, piece.y, piece.size, piece.bold, end))
        self.broken = False


def lines(pieces: Iterable[Piece], tables: Sequence[Box] = ()) -> list[PageLine]:
    """Return a page's lines in the order in which it is written, with one line for each of its ``tables``."""
    page = _Lines()
    placed: set[int] = set()
    for piece in pieces:
        upright = piece.size > 0 and not piece.turned
        index = next((i for i, box in enumerate(tables) if upright and box.holds(piece)), None)
        if index is None:
            page.add(piece)
        elif piece.text.strip() and index not in placed:
            placed.add(index)
            page.found.append(PageLine("", tables[index].left, tables[index].bottom, 0, False, table=index))
            page.broken = True
    return [line for line in page.found if line.table is not None or line.text.strip()]


def usual_pitch(pages: Iterable[Sequence[PageLine]]) -> float:
    """Return the commonest distance between two lines of text in type sizes; 1.2 when there are none to compare."""
    seen = Counter(
        round((above.y - below.y) / below.size, 1)
        for page in pages
        for above, below in pairwise(page)
        if below.size and above.size == below.size and 0.8 < (above.y - below.y) / below.size < 3
    )
    return seen.most_common(1)[0][0] if seen else 1.2


def text(page: Sequence[PageLine], pitch: float, places: Mapping[int, str]) -> str:
    """Return the page as text, a blank line between paragraphs; ``places`` has the line that stands for each table,
    a table without one is left out."""
    written: list[str] = []
    above: PageLine | None = None
    for line in page:
        body = line.text if line.table is None else places.get(line.table, "")
        if not body:
            continue
        if above is not None and _parts(above, line, pitch):
            written.append("")
        written.append(body.rstrip())
        above = line
    return "\n".join(written)


def _on_line(line: PageLine, piece: Piece, broken: bool) -> bool:
    lift = abs(piece.y - line.y)
    size = max(piece.size, line.size)
    if _is_raised(line, piece) or (line.text.strip().isdigit() and line.size < piece.size * 0.8):
        return lift < size * 0.7 and piece.x >= line.x
    if broken and piece.x <= line.end - size:
        return False
    return lift < size * _BASELINE


def _is_raised(line: PageLine, piece: Piece) -> bool:
    """True for a note's number above the line."""
    mark = piece.text.strip()
    return mark.isdigit() and len(mark) <= 2 and piece.size < line.size * 0.8 and piece.y > line.y


def _between(line: PageLine, text: str, piece: Piece, broken: bool) -> str:
    if _is_raised(line, piece):
        return SEAM if line.text[-1:].isdigit() else ""
    if piece.x - line.end > piece.size * _CELL_GAP:
        return "\t"
    apart = broken or line.text.strip().isdigit()
    return " " if apart and not line.text.endswith(" ") and not text.startswith(" ") else ""


def _parts(above: PageLine, below: PageLine, pitch: float) -> bool:
    """True when a paragraph ends between two lines."""
    if above.table is not None or below.table is not None:
        return True
    if abs(above.size - below.size) > 0.08 * below.size or above.bold != below.bold:
        return True
    return (above.y - below.y) / below.size > pitch * _LOOSE if below.size else False
