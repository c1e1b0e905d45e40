"""Tables out of PDF whose rows are lines: a label, perhaps a category, then figures with single spaces between."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import reduce

from ingest.model import Line
from ingest.money import UNIT_WORD
from ingest.repair import join
from ingest.tables.figures import is_period, parse
from ingest.tables.grid import BULLET, GridRow, bare, draft, unit_above
from ingest.tables.heads import TEXT_END, heads_above, name_columns
from ingest.tables.splits import choose, counts, figure_words
from ingest.tables.sums import is_sum_label
from ingest.tables.tabbed import Found

_MAX_LABEL = 70
_MAX_LABEL_LINES = 3
_MAX_WORDS = 40
_MAX_GAP = 2
_GOES_ON = re.compile(r"(?:\b(?:och|eller|samt|för|av|till|med|i|på|per|inom)|[-/,])$", re.IGNORECASE)
_CATEGORY = re.compile(r"[A-ZÅÄÖ](?:/[A-ZÅÄÖ])?|[A-ZÅÄÖ]{2,3}")
_MONEYLIKE = re.compile(rf"\d \d{{3}}\b|(?:{UNIT_WORD})\b|%|\d{{4,}}", re.IGNORECASE)


@dataclass(slots=True)
class _Row:
    """A row that takes up ``lines[start:end]``."""

    label: str
    words: list[str]
    start: int
    end: int
    gap: int
    extra: list[str] = field(default_factory=list)
    """Cells between the label and the figures: a category, a period."""


@dataclass(frozen=True, slots=True)
class _Run:
    rows: list[_Row]
    start: int


def row_tables(lines: Sequence[Line]) -> list[Found]:
    """The tables of row lines, in order."""
    found: list[Found] = []
    position = 0
    while position < len(lines):
        run = _run(lines, position)
        if run is None:
            position += 1
            continue
        table = _table(lines, run, found[-1].end if found else 0)
        if table is not None:
            found.append(table)
        position = run.rows[-1].end
    return found


def _run(lines: Sequence[Line], start: int) -> _Run | None:
    """The rows from ``start`` on, or None when no row begins there."""
    rows: list[_Row] = []
    labels: list[int] = []
    begin = position = start
    while position < len(lines):
        line = lines[position]
        if line.text.startswith("\t") or (position > start and line.gap > _MAX_GAP):
            break
        label, words = figure_words(line.text)
        if words and not label:
            if not labels or _is_bare_date(words):
                break
            rows.extend(_with_label(lines, labels, words, position))
            labels = []
        elif words and _is_row(label, words, line.text):
            rows.extend(_before(lines, labels, label))
            first = labels[-1] if labels and _joins(lines[labels[-1]].text, label) else None
            text = join(lines[first].text, label) if first is not None else label
            rows.append(_Row(text, words, position if first is None else first, position + 1, line.gap))
            labels = []
        elif _is_label(line.text) and len(labels) < _MAX_LABEL_LINES:
            labels.append(position)
        else:
            break
        position += 1
    if not rows:
        return None
    return _Run(rows, begin)


def _is_row(label: str, words: Sequence[str], text: str) -> bool:
    if (
        len(label) > _MAX_LABEL
        or len(words) > _MAX_WORDS
        or BULLET.match(text)
        or not any(sign.isalpha() for sign in label)
    ):
        return False
    return not _is_bare_date(words) and TEXT_END.search(label) is None and bool(counts(words))


def _is_bare_date(words: Sequence[str]) -> bool:
    return all(is_period(word) for word in words)


def _is_label(text: str) -> bool:
    bare_text = bare(text)
    if not bare_text or len(bare_text) > _MAX_LABEL or BULLET.match(bare_text):
        return False
    return not TEXT_END.search(bare_text) or bare_text.endswith(",")


def _joins(above: str, label: str) -> bool:
    """True when ``label`` goes on with the label on the line above it."""
    return label[:1].islower() or _GOES_ON.search(above.strip()) is not None


def _before(lines: Sequence[Line], labels: Sequence[int], label: str) -> list[_Row]:
    """The label lines above a row as rows of their own (subheads), the last left out when it belongs to the row."""
    kept = labels[:-1] if labels and _joins(lines[labels[-1]].text, label) else labels
    return [_Row(lines[i].text.strip(), [], i, i + 1, lines[i].gap) for i in kept]


def _with_label(lines: Sequence[Line], labels: Sequence[int], words: list[str], position: int) -> list[_Row]:
    """A row whose figures stand below its label; label lines above the label's first are subheads."""
    first = len(labels) - 1
    while first > 0 and _joins(lines[labels[first - 1]].text, lines[labels[first]].text.strip()):
        first -= 1
    subheads = [_Row(lines[i].text.strip(), [], i, i + 1, lines[i].gap) for i in labels[:first]]
    text = reduce(join, (lines[i].text for i in labels[first:]), "")
    start = labels[first]
    return [*subheads, _Row(text, words, start, position + 1, lines[start].gap)]


def _table(lines: Sequence[Line], run: _Run, floor: int) -> Found | None:
    """The table of a run with the heads above it, or None when there is too little to call it one."""
    first = next(index for index, row in enumerate(run.rows) if row.words)
    rows = run.rows[first:]
    figured = [row for row in rows if row.words]
    _take_periods(figured)
    _take_categories(figured)
    extras = max(len(row.extra) for row in figured)
    stacked = sum(row.end - row.start > 1 for row in figured) * 2 > len(figured)
    above = heads_above(lines, rows[0].start, floor)
    heads = name_columns(lines, above, [row.words for row in figured], extras, stacked)
    unlabelled = len(rows) - len(figured)
    if not heads.count or unlabelled > len(figured) or not _is_table(figured, heads.count, bool(heads.lines)):
        return None
    _free_labels(figured, heads.count)
    cells, doubts = choose([row.label for row in rows], [row.words for row in rows], heads.count)
    grid = [
        _grid_row(row, extras, found, doubt, heads.count) for row, found, doubt in zip(rows, cells, doubts, strict=True)
    ]
    start = heads.start if heads.lines else rows[0].start
    table = draft([*heads.rows(extras), *grid], unit=unit_above(lines, start))
    return None if table is None else Found(start, rows[-1].end, table)


def _grid_row(row: _Row, extras: int, found: tuple[str, ...] | None, doubt: bool, count: int) -> GridRow:
    extra = [*row.extra, *([""] * extras)][:extras]
    texts = [row.label, *extra, *(found if found is not None else [" ".join(row.words), *([""] * count)][:count])]
    return GridRow(tuple((text,) if text else () for text in texts), row.gap, uncertain=doubt)


def _take_periods(rows: Sequence[_Row]) -> None:
    """Move a period that ends nearly every label into a cell of its own."""
    _take(rows, lambda word: is_period(word) and len(word) > 4)


def _take_categories(rows: Sequence[_Row]) -> None:
    """Move a short code that ends nearly every label, and recurs, into a cell of its own."""
    codes = [row.label.split()[-1] for row in rows if not is_sum_label(row.label)]
    known = {code for code in codes if _CATEGORY.fullmatch(code)}
    most = len(codes) // 2 if any(len(code) > 1 for code in known) else max(2, len(codes) // 2)
    if len(known) <= most:
        _take(rows, lambda word: word in known)


def _take(rows: Sequence[_Row], fits: Callable[[str], bool]) -> None:
    """Move the last word of the labels into a cell of its own where it fits, if it does in eight rows of ten."""
    plain = [row for row in rows if not is_sum_label(row.label)]
    fitting = [row for row in plain if " " in row.label and fits(row.label.split()[-1])]
    if len(fitting) < 2 or len(fitting) < 0.8 * len(plain):
        return
    for row in fitting:
        row.label, word = row.label.rsplit(maxsplit=1)
        row.extra = [word, *row.extra]


def _free_labels(rows: Sequence[_Row], count: int) -> None:
    """Give back to a label the digits that end it: "Arena 2.0" or "Bokslut 2024" before the row's figures."""
    for row in rows:
        for size in (1, 2):
            if len(row.words) > size and count not in counts(row.words) and count in counts(row.words[size:]):
                row.label = " ".join((row.label, *row.words[:size]))
                row.words = row.words[size:]
                break


def _is_table(rows: Sequence[_Row], count: int, headed: bool) -> bool:
    if sum(row.label[:1].islower() for row in rows) * 3 > len(rows):
        return False
    moneylike = sum(_MONEYLIKE.search(" ".join(row.words)) is not None for row in rows)
    summed = any(is_sum_label(row.label) for row in rows)
    if count == 1 and not headed and not summed:
        values = [figure.value for row in rows if (figure := parse(" ".join(row.words)))]
        if moneylike * 2 < len(rows) or (values == sorted(values) and max(values, default=0) < 1000):
            return False
    if headed or summed:
        return len(rows) >= 2 and (moneylike > 0 or len(rows) > 2 or count > 1)
    return len(rows) >= 3 and (moneylike >= 2 or count > 1)
