"""The heads of tables whose rows are lines: which lines above are heads, and which column each word names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.model import Line
from ingest.money import UNIT_WORD
from ingest.tables.figures import is_period, unit_of
from ingest.tables.grid import BULLET, GridRow, bare
from ingest.tables.splits import column_count, counts

TEXT_END = re.compile(r"[.!?;,][”\"’)]*$")

_HEAD_WORD = re.compile(
    rf"(?:{UNIT_WORD})\b|budget|utfall|prognos|kostnad|belopp|bokslut|avvik|differens|plan|antal|mål|resultat|andel|summa"
    r"|totalt|helår|period|not|intäkt|ansökt|beviljat|kvar|i/s|typ|kategori|år|per|delår|redovis|förbruk|%|män|kvinnor",
    re.IGNORECASE,
)
_LONE_HEAD = re.compile(rf"(?:belopp|kostnad|summa|utfall|{UNIT_WORD})\b(?:\s\S+)?", re.IGNORECASE)
_NO_FIGURES = re.compile(r"i/s|typ|kategori|period|tidplan|år\b", re.IGNORECASE)
_MAX_LINES = 4
_MAX_HEAD_LINE = 110
_MAX_STACKED = 30


@dataclass(frozen=True, slots=True)
class Heads:
    """How many columns of figures a table has, and its head lines as (line number, cells), the labels' head first."""

    count: int
    lines: tuple[tuple[int, tuple[str, ...]], ...] = ()

    @property
    def start(self) -> int:
        """The number of the first head line."""
        return self.lines[0][0]

    def rows(self, extras: int) -> list[GridRow]:
        """The head lines as grid rows of one cell for the labels, ``extras`` and the figures."""
        width = 1 + extras + self.count
        padded = [[*cells, *([""] * width)][:width] for _, cells in self.lines]
        return [GridRow(tuple((cell,) if cell else () for cell in cells)) for cells in padded]


def heads_above(lines: Sequence[Line], start: int, floor: int) -> list[int]:
    """The numbers of up to four lines directly above a table that can be its heads, from the top."""
    found: list[int] = []
    for index in range(start - 1, max(floor, start - _MAX_LINES) - 1, -1):
        text = bare(lines[index].text)
        if lines[index + 1].gap > 1 or not text or len(text) > _MAX_HEAD_LINE or "\t" in text:
            break
        if TEXT_END.search(text) or BULLET.match(text):
            break
        found.insert(0, index)
    return found


def name_columns(
    lines: Sequence[Line], above: Sequence[int], runs: Sequence[Sequence[str]], extras: int, stacked: bool
) -> Heads:
    """The number of figure columns and their heads.

    ``above`` are the numbers of the lines that can be heads, ``runs`` the words of figures in each row, ``extras`` the
    cells between label and figures, and ``stacked`` tells that cells stand one below the other, as heads then do.
    """
    likely = column_count(runs)
    if stacked and likely:
        stack = _stacked(lines, above, likely + extras + 1)
        if stack:
            return Heads(likely, stack)
    named = [_named(bare(lines[index].text)) for index in reversed(above)]
    for count in dict.fromkeys((*named, likely)):
        if count and _fits(runs, count):
            heads = _head_lines(lines, above, count, extras)
            if heads or count == likely:
                return Heads(count, heads)
    return Heads(likely)


def _stacked(lines: Sequence[Line], above: Sequence[int], width: int) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Heads that stand one below the other, one short line for each column."""
    cells = tuple(bare(lines[index].text) for index in above[-width:])
    if len(cells) < width or any(len(cell) > _MAX_STACKED for cell in cells) or not any(map(_is_head, cells)):
        return ()
    return ((above[-width], cells),)


def _head_lines(
    lines: Sequence[Line], above: Sequence[int], count: int, extras: int
) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The lines that name the columns, the nearest and those above it that add years or units to it."""
    heads: list[tuple[int, tuple[str, ...]]] = []
    for index in reversed(above):
        text = bare(lines[index].text)
        cells = _head_cells(text, count + extras) or _head_cells(text, count)
        if cells is None or (heads and not (_is_bare(cells) or _is_bare(heads[0][1]))):
            break
        if len(cells) < count + extras + 1:
            cells = (cells[0], *([""] * extras), *cells[1:])
        heads.insert(0, (index, cells))
    return tuple(heads)


def _named(text: str) -> int:
    """How many columns of figures a head line names."""
    words, groups = text.split(), _groups(text)
    alike = all(_HEAD_WORD.match(group) and is_period(group.split()[-1]) for group in groups)
    named = 0
    for group in reversed(groups if alike else groups[1:]):
        if not _is_head(group):
            break
        named += _NO_FIGURES.match(group) is None
    return max(sum(map(is_period, words)), sum(map(_is_unit, words)), named)


def _is_unit(word: str) -> bool:
    return unit_of(word) != "" and len(word) <= 6


def _fits(runs: Sequence[Sequence[str]], count: int) -> bool:
    possible = sum(count in counts(run) or count in counts(run[1:]) for run in runs)
    return possible >= 0.7 * len(runs)


def _head_cells(text: str, columns: int) -> tuple[str, ...] | None:
    """A head line as (label's head, column heads…), or None when it does not name ``columns`` columns.

    A lone name above a single column of figures is more likely the heading of what follows.
    """
    groups = _groups(text)
    if len(groups) < columns or (len(groups) == columns and not all(map(_is_head, groups))):
        return None
    if len(groups) == 1 and not _LONE_HEAD.fullmatch(text):
        return None
    named, label = groups[len(groups) - columns :], " ".join(groups[: len(groups) - columns])
    return (label, *named) if any(map(_is_head, named)) else None


def _is_bare(cells: Sequence[str]) -> bool:
    """True for a head line of nothing but years, dates and units."""
    return all(not cell or is_period(cell) or _is_unit(cell) for cell in cells[1:])


def _groups(text: str) -> list[str]:
    """The words of a head line, those together that make one head: "Budget 2026", "Utfall per augusti"."""
    groups: list[str] = []
    for word in text.split():
        last = groups[-1] if groups else ""
        dated = is_period(word) and last and not is_period(last.split()[-1]) and not _is_unit(last)
        lower = word[:1].islower() and not _is_unit(word) and last and not is_period(last)
        if dated or lower or (word.startswith("(") and last):
            groups[-1] = f"{last} {word}"
        else:
            groups.append(word)
    return groups


def _is_head(group: str) -> bool:
    return _HEAD_WORD.match(group) is not None or is_period(group) or is_period(group.split()[-1])
