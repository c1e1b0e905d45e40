"""Split a run of digits into figures: "6 386 5 600 5 600 100" is four figures or seven, and the table tells.

In text out of PDF the space between thousands and the space between columns are the same. A row alone allows several
splits; the number of columns, the likeness of figures along the row, and above all the sums of the table choose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import log10

from ingest.money import UNIT_WORD
from ingest.tables.figures import parse
from ingest.tables.sums import column_sums, is_sum_label

_WORD = re.compile(rf"[-−–+]?\d+(?:[.,]\d{{1,2}})?(?:%|(?:{UNIT_WORD})\.?|:-)?", re.IGNORECASE)
_UNIT = re.compile(rf"(?:{UNIT_WORD}|%|st)\.?", re.IGNORECASE)
_SIGN = re.compile(r"[-−–+]")
_CLEAR_MARGIN = 1.0
"""By so much the likeness of one split must beat the next for a row without sums to be sure (powers of ten)."""
_MAX_SPLITS = 400
_MAX_OPTIONS = 12
_MAX_FIGURE_WORDS = 7
"""A sign, five groups of digits, a unit."""


@dataclass(frozen=True, slots=True)
class Split:
    """One way to read a run: the figures as they stand, and how unlike they are along the row (0: all alike)."""

    cells: tuple[str, ...]
    values: tuple[Decimal | None, ...]
    unlikeness: float


def figure_words(text: str) -> tuple[str, list[str]]:
    """``text`` as (what stands before, the words of figures and units that end it)."""
    words = [match.span() for match in re.finditer(r"\S+", text)]
    start = len(words)
    while start and _is_figure_word(text[slice(*words[start - 1])]):
        start -= 1
    while start < len(words) and _UNIT.fullmatch(text[slice(*words[start])]):
        start += 1
    if start == len(words):
        return text.strip(), []
    cut = words[start][0]
    return text[:cut].strip(), [text[slice(*span)] for span in words[start:]]


def _is_figure_word(word: str) -> bool:
    return any(pattern.fullmatch(word) is not None for pattern in (_WORD, _UNIT, _SIGN))


def splits(words: Sequence[str], count: int | None = None) -> list[Split]:
    """All ways to read the words as figures, or as exactly ``count`` figures; the most alike first.

    A figure is one to three digits followed by groups of three, with decimals and unit at its end; a word that cannot
    begin a figure ("000") belongs to the one before.
    """
    found = []
    for cells in _readings(words, count):
        found.append(_split(cells))
        if len(found) >= _MAX_SPLITS:
            break
    return sorted(found, key=lambda split: (split.unlikeness, split.cells))


def _split(cells: tuple[str, ...]) -> Split:
    values = tuple(figure.value if (figure := parse(cell)) else None for cell in cells)
    return Split(cells, values, _unlikeness(values))


def _readings(words: Sequence[str], count: int | None) -> Iterator[tuple[str, ...]]:
    if not words:
        if count in {None, 0}:
            yield ()
        return
    if count == 0:
        return
    for size in _sizes(words):
        for rest in _readings(words[size:], None if count is None else count - 1):
            yield (" ".join(words[:size]), *rest)


def _sizes(words: Sequence[str]) -> Iterator[int]:
    """The numbers of words that a figure at the beginning can take up."""
    for size in range(1, min(len(words), _MAX_FIGURE_WORDS) + 1):
        text = " ".join(words[:size])
        blank = size == 1 and _SIGN.fullmatch(text) is not None
        if not blank and parse(text) is None:
            if size > 1 and not _may_grow(words[:size]):
                return
            continue
        if size < len(words) and _UNIT.fullmatch(words[size]):
            continue
        yield size


def _may_grow(words: Sequence[str]) -> bool:
    """True when more words could still make a figure of these: a lone sign, with the figure to come."""
    return _SIGN.fullmatch(words[0]) is not None and len(words) <= 2


def _unlikeness(values: Sequence[Decimal | None]) -> float:
    """Sum of the differences between neighbours in powers of ten; noughts and blanks count as alike to all."""
    sizes = [log10(abs(float(value)) + 1) for value in values if value]
    return round(sum(abs(a - b) for a, b in pairwise(sizes)), 6)


def counts(words: Sequence[str]) -> set[int]:
    """All numbers of figures that the words can be read as."""
    reachable: list[set[int]] = [set() for _ in words] + [{0}]
    for start in range(len(words) - 1, -1, -1):
        for size in _sizes(words[start:]):
            reachable[start] |= {count + 1 for count in reachable[start + size]}
    return reachable[0]


def column_count(runs: Sequence[Sequence[str]]) -> int:
    """The least number of columns that nearly all runs can be split into; 0 when there is none."""
    possible = [counts(run) for run in runs]
    need = 0.75 * len(runs)
    fitting = [
        count for count in sorted(set().union(*possible)) if sum(count in options for options in possible) >= need
    ]
    return fitting[0] if fitting else 0


def choose(
    labels: Sequence[str], runs: Sequence[Sequence[str]], count: int
) -> tuple[list[tuple[str, ...] | None], list[bool]]:
    """For each row its cells, one per column ("" for a blank one), and whether the choice is uncertain.

    ``runs[r]`` holds the words of row r, empty for a row without figures. The cells are None where the run cannot be
    read as ``count`` figures or fewer.
    """
    options = [_options(run, count) for run in runs]
    chosen = [0 if option else -1 for option in options]
    _improve(labels, options, chosen, count)
    doubts = [_is_doubtful(labels, options, chosen, row, count) for row in range(len(runs))]
    cells = [options[row][index].cells if index >= 0 else None for row, index in enumerate(chosen)]
    return cells, doubts


def _options(run: Sequence[str], count: int) -> list[Split]:
    if not run:
        return [_split(("",) * count)]
    full = splits(run, count)
    if full:
        return full[:_MAX_OPTIONS]
    return [
        _split(cells)
        for size in range(count - 1, 0, -1)
        for split in splits(run, size)[:_MAX_OPTIONS]
        for cells in _placed(split.cells, count)
    ]


def _placed(cells: tuple[str, ...], count: int) -> Iterator[tuple[str, ...]]:
    """A run of too few figures in every place along the columns, from the left."""
    for start in range(count - len(cells) + 1):
        yield ("",) * start + cells + ("",) * (count - len(cells) - start)


def _improve(labels: Sequence[str], options: Sequence[Sequence[Split]], chosen: list[int], count: int) -> None:
    """Change one row at a time as long as more sums add up."""
    best = _holding(labels, options, chosen, count)
    improved = any(map(is_sum_label, labels))
    while improved:
        improved = False
        for row, option in enumerate(options):
            for index in range(len(option)):
                trial = [*chosen[:row], index, *chosen[row + 1 :]]
                holding = _holding(labels, options, trial, count)
                if holding > best:
                    best, improved = holding, True
                    chosen[:] = trial


def _is_doubtful(
    labels: Sequence[str], options: Sequence[Sequence[Split]], chosen: list[int], row: int, count: int
) -> bool:
    """True when another reading of the row is about as likely and breaks no sum."""
    if chosen[row] < 0:
        return True
    own = options[row][chosen[row]]
    near = [
        index
        for index, option in enumerate(options[row])
        if index != chosen[row] and option.unlikeness < own.unlikeness + _CLEAR_MARGIN
    ]
    if not near:
        return False
    holding = _holding(labels, options, chosen, count)
    trials = ([*chosen[:row], index, *chosen[row + 1 :]] for index in near)
    return any(_holding(labels, options, trial, count) >= holding for trial in trials)


def _holding(labels: Sequence[str], options: Sequence[Sequence[Split]], chosen: Sequence[int], count: int) -> int:
    """How many sums add up to the last digit."""
    nothing = (None,) * count
    values = [options[row][index].values if index >= 0 else nothing for row, index in enumerate(chosen)]
    sums = [is_sum_label(label) and any(v is not None for v in row) for label, row in zip(labels, values, strict=True)]
    if not any(sums):
        return 0
    return sum(check.holds for column in range(count) for check in column_sums(labels, values, sums, column, "st"))
