"""Tell cells apart in lines that were wrapped at the width of their column.

A line that has room for the first word of the next ends its paragraph. Cells end where paragraphs end, so a column's
width, which all rows share, decides which of a row's paragraphs can stand together in one cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from ingest.tables.grid import bare

_SENTENCE_END = re.compile(r"[.!?:][”\"’)]*$|[”\"]$")
_BULLET = re.compile(r"[*•·–-]\s*(?=\S)")
_MEASURE = re.compile(r"(?:[*•·–-]\s*)?(?:\d|antal|andel|minst|högst|samtliga|procent)", re.IGNORECASE)
_MEASURED_HEAD = re.compile(r"(?:del)?mål\b|indikator|mått|nyckeltal|mätetal|uppföljning", re.IGNORECASE)

_TOO_WIDE = 4.0
"""Cost of a line longer than its column is wide."""
_LOWER = 3.0
"""Cost of a cell that begins in lower case."""
_FULL_END = 0.5
"""Cost of a cell that ends on a full line; twice that when it ends no sentence either."""
_OPEN_END = 1.0
"""Cost of a cell that ends without a full stop."""
_BROKEN = 3.0
"""Cost of a paragraph that ends inside a cell in mid-sentence."""
_UNSTOPPED = 2.0
"""Cost of a paragraph that ends inside a cell without a full stop, the next in upper case."""
_PARAGRAPH = 0.5
"""Cost of a paragraph that ends inside a cell where a sentence does."""
_ROOM = 1.0
"""Cost of a blank line inside a cell."""
_MEASURE_COST = 2.0
"""Cost of a measure outside the column of measures, and of a cell there that begins with none."""
_CLEAR_MARGIN = 1.4
"""By so much the best division must beat the next for a row to be sure."""
_MAX_WIDTHS = 8
_MAX_CHOICES = 600
_NO_ROOM = 0.02
_SURE_ROOM = 0.12
"""Spare shares of the width between which a line may or may not have had room: types differ."""
_GLYPHS = {
    **dict.fromkeys("ijlI|!.,:;'", 240),
    **dict.fromkeys("ftr()-[] ", 320),
    **dict.fromkeys('csz/”"', 415),
    **dict.fromkeys("mwMW", 820),
}


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A line of a row, and the blank lines above it."""

    text: str
    gap: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that cells of some columns fill, in order; none of the cells is empty."""

    lines: Sequence[Wrapped]
    columns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """A stretch's cells as the line numbers at which each begins, and whether another division is about as good."""

    starts: tuple[int, ...]
    uncertain: bool


def divide(stretches: Sequence[Stretch], heads: Sequence[str]) -> list[Division]:
    """Divide the lines of each stretch into its cells; a column has one head and one width in all of them.

    Every stretch has at least as many lines as columns.
    """
    fits = [_Fit(stretch, heads) for stretch in stretches]
    widths = _widths(stretches, len(heads))
    totals = {choice: sum(fit.best(choice) for fit in fits) for choice in product(widths, repeat=len(heads))}
    least = min(totals.values())
    best = min(choice for choice, total in totals.items() if total == least)
    near = [(choice, total - least) for choice, total in totals.items() if total - least < _CLEAR_MARGIN]
    return [_division(fit, best, near) for fit in fits]


def _division(fit: _Fit, best: tuple[int, ...], near: Sequence[tuple[tuple[int, ...], float]]) -> Division:
    """The best division at the best widths; uncertain when another comes close at these or nearly as good widths."""
    starts = fit.starts(best)
    rivals = (fit.rival(choice, starts) - fit.best(choice) + behind for choice, behind in near)
    return Division(starts, min(rivals) < _CLEAR_MARGIN)


def _widths(stretches: Sequence[Stretch], columns: int) -> list[int]:
    """Candidate widths of a column: those of the longest lines, evenly chosen, fewer for more columns."""
    most = max(2, min(_MAX_WIDTHS, int(_MAX_CHOICES ** (1 / columns))))
    widths = sorted({_width(bare(line.text)) for stretch in stretches for line in stretch.lines}, reverse=True)
    wide = [width for width in widths if width >= 0.65 * widths[0]]
    step = max(1, -(-len(wide) // most))
    return wide[::step]


class _Fit:
    """How well the lines of a stretch fill its columns, for any widths.

    The public methods take the widths of all columns of the table, the others those of the stretch's, in its order.
    """

    def __init__(self, stretch: Stretch, heads: Sequence[str]) -> None:
        self._columns = stretch.columns
        self._lines = lines = stretch.lines
        self._heads = heads = [heads[column] for column in stretch.columns]
        openings = [i for i in range(1, len(lines)) if _may_open(lines[i - 1], lines[i])]
        self._openings = openings if len(openings) >= len(heads) - 1 else list(range(1, len(lines)))
        self._cells: dict[tuple[int, int, int, int], float] = {}
        self._upto: dict[tuple[int, ...], dict[int, float]] = {(): {0: 0.0}}
        self._onwards: dict[tuple[int, ...], dict[int, float]] = {(): {len(lines): 0.0}}

    def best(self, widths: tuple[int, ...]) -> float:
        """The cost of the cheapest division."""
        return self._first(self._own(widths))[len(self._lines)]

    def starts(self, widths: tuple[int, ...]) -> tuple[int, ...]:
        """The line numbers at which the cells of the cheapest division begin."""
        widths = self._own(widths)
        starts: list[int] = []
        end = len(self._lines)
        for column in range(len(widths) - 1, -1, -1):
            before = self._first(widths[:column])
            costs = [(cost + self._cell(column, widths[column], i, end), i) for i, cost in before.items() if i < end]
            end = min(costs)[1]
            starts.insert(0, end)
        return tuple(starts)

    def rival(self, widths: tuple[int, ...], starts: tuple[int, ...]) -> float:
        """The cost of the cheapest division that is not ``starts``."""
        widths = self._own(widths)
        costs = [
            cost + after[start]
            for column in range(1, len(widths))
            for after in [self._last(widths[column:])]
            for start, cost in self._first(widths[:column]).items()
            if start != starts[column] and start in after
        ]
        return min(costs, default=float("inf"))

    def _own(self, widths: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(widths[column] for column in self._columns)

    def _first(self, widths: tuple[int, ...]) -> dict[int, float]:
        """For the first columns, the least cost up to each line at which the next can begin."""
        if widths not in self._upto:
            before = self._first(widths[:-1])
            column = len(widths) - 1
            ends = [len(self._lines)] if len(widths) == len(self._heads) else self._openings
            self._upto[widths] = {
                end: min(
                    cost + self._cell(column, widths[-1], start, end) for start, cost in before.items() if start < end
                )
                for end in ends
                if min(before) < end
            }
        return self._upto[widths]

    def _last(self, widths: tuple[int, ...]) -> dict[int, float]:
        """For the last columns, the least cost from each line at which the first of them can begin."""
        if widths not in self._onwards:
            after = self._last(widths[1:])
            column = len(self._heads) - len(widths)
            self._onwards[widths] = {
                start: min(
                    cost + self._cell(column, widths[0], start, end) for end, cost in after.items() if start < end
                )
                for start in self._openings
                if start < max(after)
            }
        return self._onwards[widths]

    def _cell(self, column: int, width: int, start: int, end: int) -> float:
        key = (column, width, start, end)
        if key not in self._cells:
            self._cells[key] = _cell_cost(self._lines, start, end, width, self._heads[column])
        return self._cells[key]


def _may_open(above: Wrapped, line: Wrapped) -> bool:
    """True when a cell can begin with ``line``: not in lower case, unless there is room above."""
    return line.gap > 0 or not bare(line.text)[:1].islower() or _SENTENCE_END.search(bare(above.text)) is not None


def _cell_cost(lines: Sequence[Wrapped], start: int, end: int, width: int, head: str) -> float:
    """How unlikely it is that the lines are one cell of a column ``width`` wide."""
    cost = 0.0
    measured = _MEASURED_HEAD.match(head) is not None
    for index in range(start, end):
        text = bare(lines[index].text)
        cost += _TOO_WIDE * (_width(text) > width) + _ROOM * (index > start and lines[index].gap > 0)
        if index > start:
            cost += _inner_cost(bare(lines[index - 1].text), text, width, measured)
    first, last = bare(lines[start].text), bare(lines[end - 1].text)
    cost += _LOWER * (start > 0 and first[:1].islower())
    if end < len(lines):
        full = not _has_room(last, bare(lines[end].text), width)
        cost += _FULL_END * full + (_OPEN_END + _FULL_END * full) * (_SENTENCE_END.search(last) is None)
        cost += _BROKEN * last.endswith((":", ","))
    return cost + _measure_cost(lines, start, end, width, head)


def _inner_cost(above: str, text: str, width: int, measured: bool) -> float:
    if _BULLET.match(text):
        return 0.0
    if _SENTENCE_END.search(above) or (measured and _MEASURE.match(text)):
        cost = _PARAGRAPH
    else:
        cost = _UNSTOPPED if text[:1].isupper() else _BROKEN
    return cost * _room(above, text, width)


def _measure_cost(lines: Sequence[Wrapped], start: int, end: int, width: int, head: str) -> float:
    """Measures ("4 seminarier", "Antal forum") begin the paragraphs of a column of goals, and of no other."""
    if _MEASURED_HEAD.match(head):
        return _MEASURE_COST * (_MEASURE.match(bare(lines[start].text)) is None)
    return _MEASURE_COST * sum(_MEASURE.match(text) is not None for text in _openings(lines, start, end, width))


def _openings(lines: Sequence[Wrapped], start: int, end: int, width: int) -> Iterator[str]:
    """The first lines of a cell's paragraphs."""
    for index in range(start, end):
        text = bare(lines[index].text)
        above = bare(lines[index - 1].text) if index else ""
        ended = lines[index].gap or _SENTENCE_END.search(above) or _has_room(above, text, width)
        if index == start or ended or _BULLET.match(text):
            yield text


def _has_room(above: str, text: str, width: int) -> bool:
    return _room(above, text, width) >= 0.5


def _room(above: str, text: str, width: int) -> float:
    """How surely the first word of ``text`` would have fitted on the line above: 0…1."""
    word = text.split()[0] if text.split() else ""
    spare = 1 - _width(f"{above} {word}") / width
    return min(1.0, max(0.0, (spare - _NO_ROOM) / (_SURE_ROOM - _NO_ROOM)))


@lru_cache(maxsize=16384)
def _width(text: str) -> int:
    """The printed width in thousandths of the type size, about right for the usual proportional types."""
    return sum(_GLYPHS.get(sign, 580 if sign.isupper() else 505) for sign in text)
