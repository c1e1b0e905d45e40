"""A grid of cells, and what it means: title, heads, units, rows, sums.

Every way a table can come out of a file ends in such a grid; from here on they are all treated alike.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.model import Line, RowDraft, TableDraft, without_seams
from ingest.money import UNIT
from ingest.tables.figures import is_period, parse, unit_of
from ingest.tables.sums import check_sums, is_sum_label, sum_rows
from ingest.tables.units import NOTE, common_unit, is_surely_kronor, numbers_notes, value_in

NO_HEADS = "Kolumnrubrikerna saknas i texten; vad siffrorna avser är osäkert."
NO_ROWS = "Tabellens rader saknas i texten; bara rubrikerna finns kvar."
NO_LABEL = "Det finns siffror utan radrubrik; de är inte tolkade."

_BLANK = re.compile(r"[-–−.\s]*")
_UNIT_ALONE = re.compile(rf"\(?(?:{UNIT}|%|procent|st|antal)\.?\)?", re.IGNORECASE)
BULLET = re.compile(r"[•·▪‣◦●■*–-]\s|\d{1,2}[.)]\s|[a-z]\)\s|o\s|#")
_TEXT_HEAD = re.compile(
    r"(?:del|effekt|projekt)?mål|syfte|aktivitet|insats|ansvar|uppföljning|resultat|inriktning|tid|indikator|mått"
    r"|strateg|åtgärd|risk|sannolikhet|konsekvens|kommentar|status|när|vem|hur|vad|utfall|ägare|part|område|fokus|period"
    r"|nyckeltal|metod|genomförande|beskrivning|roll|uppgift|namn|organisation|datum|beslut|ärende|budget|kostnad",
    re.IGNORECASE,
)
_MAX_HEAD = 80
_MAX_CAPTION = 100
_YEAR = re.compile(r"(?:19|20)\d\d")
_TITLE_WORDS = 3


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row: a tuple of pieces per cell; a piece is a paragraph, and an empty cell has none."""

    cells: tuple[tuple[str, ...], ...]
    gap: int = 0
    """Blank lines above it."""
    uncertain: bool = False
    loose: bool = False
    """True for figures whose row and column are not known: kept in the text, not interpreted."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Each cell as one line."""
        return tuple(" ".join(cell) for cell in self.cells)

    @property
    def is_empty(self) -> bool:
        return not any(bare(text) for text in self.texts)

    @property
    def is_label(self) -> bool:
        """True when only the first cell holds text."""
        first, *rest = self.texts
        return bool(bare(first)) and not any(bare(text) for text in rest)


def bare(text: str) -> str:
    """``text`` without seams and outer white space."""
    return without_seams(text).strip()


def is_blank(text: str) -> bool:
    """True for an empty cell or a lone dash."""
    return _BLANK.fullmatch(bare(text)) is not None


def is_figure(text: str) -> bool:
    """True for a cell that holds one figure and no date."""
    return parse(text) is not None


def figure_columns(rows: Sequence[GridRow]) -> tuple[int, ...]:
    """The columns from the second on whose cells are figures, blanks aside, in at least six of ten rows."""
    found = []
    for column in range(1, len(rows[0].cells) if rows else 0):
        texts = [row.texts[column] for row in rows if not row.loose and not is_blank(row.texts[column])]
        figures = [text for text in texts if is_figure(text)]
        if figures and len(figures) >= 0.6 * len(_below_heads(texts)) and not all(map(is_period, figures)):
            found.append(column)
    return tuple(found)


def _below_heads(texts: Sequence[str]) -> Sequence[str]:
    """A column's cells from its first figure that is no year."""
    for index, text in enumerate(texts):
        if is_figure(text) and not is_period(text):
            return texts[index:]
    return texts


def draft(rows: Sequence[GridRow], unit: str = "") -> TableDraft | None:
    """The table that a grid holds, or None when it is no table: one column, or text in a single row.

    All rows have the same number of cells. ``unit`` is the one that the text above the table names, if any.
    """
    rows = _without_empty_columns([row for row in rows if not row.is_empty])
    if not rows or len(rows[0].cells) < 2:
        return None
    named = next((index for index, row in enumerate(rows) if not row.is_label), len(rows))
    if named == len(rows):
        return None
    top: list[GridRow] = []
    title = ""
    if named:
        top, rows = [rows[0]], rows[1:]
        title = bare(top[0].texts[0])
    figures = figure_columns(rows)
    count = _head_count(rows, figures)
    if not figures and not _is_text_table(rows, count):
        return None
    return _assemble(top, rows, count, figures, title, unit)


def _is_text_table(rows: Sequence[GridRow], count: int) -> bool:
    """True for a grid of texts below heads; tabs that only indent paragraphs or lists make such grids, too."""
    if not count or all(BULLET.match(bare(text)) for row in rows for text in row.texts if bare(text)):
        return False
    return len(rows) - count > 1 or any(_TEXT_HEAD.match(bare(text)) for text in rows[0].texts)


def unit_above(lines: Sequence[Line], start: int) -> str:
    """The unit that a short line directly above a table names: "Belopp i tkr", "Antal deltagare per insats"."""
    if not start or lines[start].gap > 1:
        return ""
    text = bare(lines[start - 1].text)
    if (
        len(text) > _MAX_CAPTION
        or text.endswith((".", ",", ";"))
        or any(sign.isdigit() for sign in _YEAR.sub("", text))
    ):
        return ""
    return unit_of(text)


def _assemble(
    top: Sequence[GridRow], rows: Sequence[GridRow], count: int, figures: Sequence[int], title: str, unit: str
) -> TableDraft:
    heads = _heads(rows[:count])
    head_units = [unit_of(head) for head in _heads(rows[:count], with_units=True)]
    if heads and figures and not title and _names_table(heads[0]):
        title, heads[0] = heads[0], ""
    heads = heads or [""] * len(rows[0].cells)
    body = rows[count:]
    shared = next((u for u in (head_units[0] if head_units else "", unit_of(title), unit) if u), "")
    names = " ".join((title, *heads, *(row.texts[0] for row in body)))
    shared = shared or ("kr" if is_surely_kronor(names, (row.texts[c] for row in body for c in figures)) else "")
    notes = {c for c in figures if not heads[c] and numbers_notes([row.texts for row in body], c)}
    heads = [NOTE if c in notes else head for c, head in enumerate(heads)]
    units = [
        (head_units[c] if head_units else "") or common_unit(row.texts[c] for row in body) or shared
        if c in figures and c not in notes
        else ""
        for c in range(len(heads))
    ]
    physical = [row.texts for row in (*top, *rows)]
    first = len(top) + count
    kept = [(first + index, row) for index, row in enumerate(body) if not row.loose]
    sums, remarks = _sums([row for _, row in kept], figures, heads, units)
    drafts = [_row(row, index, is_sum) for (index, row), is_sum in zip(kept, sums, strict=True)]
    table = TableDraft(tuple(physical), tuple(heads), tuple(drafts), tuple(units), title, remarks=remarks)
    return _with_doubts(table, body, count, figures)


def _row(row: GridRow, line: int, is_sum: bool) -> RowDraft:
    cells = tuple((line, c) if bare(text) else None for c, text in enumerate(row.texts))
    return RowDraft(cells, is_sum=is_sum, uncertain=row.uncertain)


def _with_doubts(table: TableDraft, body: Sequence[GridRow], count: int, figures: Sequence[int]) -> TableDraft:
    """The table marked uncertain where rows are torn, heads missing or figures without a label."""
    remarks = list(table.remarks)
    drawn = [row for row in body if not row.loose]
    numbered = _is_numbered(drawn)
    bare_figures = [
        not numbered and _lacks_label(row) and not meant.is_sum for row, meant in zip(drawn, table.rows, strict=True)
    ]
    if any(row.loose for row in body) or any(bare_figures):
        remarks.append(NO_LABEL)
    if not count and len(figures) > 1:
        remarks.append(NO_HEADS)
    if not figures and (not body or _is_head(body[-1])):
        remarks.append(NO_ROWS)
    new = set(remarks) - set(table.remarks)
    rows = tuple(replace(r, uncertain=r.uncertain or torn) for r, torn in zip(table.rows, bare_figures, strict=True))
    return replace(table, rows=rows, remarks=tuple(remarks), uncertain=bool(new))


def _is_numbered(rows: Sequence[GridRow]) -> bool:
    """True when the first column counts the rows from 1 and the second says what they are about."""
    numbers = [bare(row.texts[0]).rstrip(".") for row in rows]
    labels = [bare(row.texts[1]) for row in rows]
    counts = numbers == [str(number) for number in range(1, len(rows) + 1)]
    return counts and all(label and not is_figure(label) for label in labels)


def _lacks_label(row: GridRow) -> bool:
    return not row.loose and (not bare(row.texts[0]) or is_figure(row.texts[0])) and any(map(is_figure, row.texts[1:]))


def _is_head(row: GridRow) -> bool:
    """True for two or more dates beside each other, which head columns."""
    return sum(map(is_period, row.texts[1:])) > 1


def _without_empty_columns(rows: Sequence[GridRow]) -> list[GridRow]:
    if not rows:
        return []
    kept = [c for c in range(len(rows[0].cells)) if any(bare(row.texts[c]) for row in rows)]
    return [replace(row, cells=tuple(row.cells[c] for c in kept)) for row in rows]


def _head_count(rows: Sequence[GridRow], figures: Sequence[int]) -> int:
    """How many rows at the top are heads."""
    if figures:
        count = 0
        for row in rows[:4]:
            texts = [row.texts[c] for c in figures if bare(row.texts[c])]
            if not texts or any(is_figure(text) and not is_period(text) for text in texts) or row.is_label:
                break
            if any(map(is_blank, texts)) or (count and bare(row.texts[0]) and all(map(_is_year, texts))):
                break
            count += 1
        return count if count < len(rows) else 0
    count = 0
    while (
        count < len(rows)
        and any(map(bare, rows[count].texts[1:]))
        and all(is_period(text) or not bare(text) for text in rows[count].texts[1:])
    ):
        count += 1
    if count:
        return count if count < len(rows) else 0
    first = rows[0].texts
    filled = all(bare(text) for text in first[1:])
    short = all(len(bare(text)) <= _MAX_HEAD and not bare(text).endswith((".", ";", ",")) for text in first)
    if not filled or not short or len(rows) < 2 or any(map(is_period, first[:1])):
        return 0
    return 1


def _is_year(text: str) -> bool:
    return is_figure(text) and is_period(text)


def _heads(rows: Sequence[GridRow], with_units: bool = False) -> list[str]:
    """One head per column from one or more head rows; a row of units adds nothing unless ``with_units``."""
    if not rows:
        return []
    heads = []
    for column in range(len(rows[0].cells)):
        texts = [" ".join(bare(row.texts[column]).split()) for row in rows]
        parts = [text for text in texts if text and (with_units or len(texts) == 1 or not _UNIT_ALONE.fullmatch(text))]
        heads.append(" ".join(parts))
    return heads


def _names_table(head: str) -> bool:
    """True for a first head that is the table's title: "Insatser i budget 2026", not "Insats" or "Belopp tkr"."""
    words = head.split()
    return len(words) >= _TITLE_WORDS or (len(words) > 1 and any(is_period(word) for word in words))


def _sums(
    rows: Sequence[GridRow], figures: Sequence[int], heads: Sequence[str], units: Sequence[str]
) -> tuple[tuple[bool, ...], tuple[str, ...]]:
    labels = [bare(row.texts[0]) for row in rows]
    values = [tuple(value_in(row.texts[c], units[c]) for c in figures) for row in rows]
    if not figures:
        return tuple(is_sum_label(label) and len(label) < _MAX_HEAD for label in labels), ()
    uncertain = [row.uncertain for row in rows]
    remarks = check_sums(labels, values, [heads[c] for c in figures], [units[c] for c in figures], uncertain)
    return sum_rows(labels, values), remarks
