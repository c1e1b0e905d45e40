"""Plain text becomes safe HTML: paragraphs, lists, tables, highlighted spans. Documents are data, never markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

__all__ = ["Cell", "Line", "answer_html", "button", "document_html", "escape", "lines_of"]

Span = tuple[int, int]
Inline = Callable[[int, int], str]
"""Renders ``text[start:end]`` as HTML."""

_ITEM = re.compile(r"[•▪◦·*–-]\s+(?=\S)|(?:\d{1,2}|[a-z])[.)]\s+(?=\S)")
_RULE = re.compile(r"[\s|:+-]*-{2,}[\s|:+-]*")
_FIGURE = re.compile(r"[−–-]?\s?\d[\d\s\u00a0.,]*(?:%|kr|tkr|mkr|st)?(?:\s*\[\d+\])*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell's place in the text, white space at its ends left out."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text. ``kind`` is "blank", "text", "item", "row" or "rule" (the dashes below a Markdown head)."""

    kind: str
    start: int
    end: int
    cells: tuple[Cell, ...] = ()


def lines_of(text: str, start: int = 0) -> Iterator[Line]:
    """Yield every line of ``text[start:]`` with its kind; a row is a line with two cells or more."""
    for raw in text[start:].split("\n"):
        end = start + len(raw)
        cells = _cells(text, start, end)
        if not raw.strip():
            kind = "blank"
        elif len(cells) > 1:
            kind = "rule" if _RULE.fullmatch(raw) else "row"
        elif _RULE.fullmatch(raw) and "|" in raw:
            kind = "rule"
        else:
            kind = "item" if _ITEM.match(raw.lstrip()) else "text"
        left = start + len(raw) - len(raw.lstrip())
        yield Line(kind, left if kind != "row" else start, start + len(raw.rstrip()), cells)
        start = end + 1


def _cells(text: str, start: int, end: int) -> tuple[Cell, ...]:
    raw = text[start:end]
    if "\t" not in raw and "|" not in raw:
        return ()
    mark, left, right = "\t", start, end
    if "|" in raw:
        mark, left, right = "|", start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip())
        left += text[left] == "|"
        right -= right > left and text[right - 1] == "|"
    cells, at = [], left
    for part in text[left:right].split(mark):
        inner = part.strip()
        begin = at + (len(part) - len(part.lstrip()) if inner else 0)
        cells.append(Cell(begin, begin + len(inner)))
        at += len(part) + 1
    while cells and cells[-1].start == cells[-1].end:
        cells.pop()
    return tuple(cells) if sum(cell.end > cell.start for cell in cells) > 1 else ()


def answer_html(text: str, inline: Callable[[str], str]) -> str:
    """Render an answer's text; ``inline`` makes HTML of a stretch of it, marks ``[n]`` included."""
    return _blocks(text, lambda start, end: inline(text[start:end]), ())


def document_html(text: str, highlights: Sequence[Span], row_label: str, heading: str = "") -> str:
    """Render a section of a document with ``highlights`` (half-open offsets in ``text``) marked.

    A table row that holds a highlight is marked as a whole, and ``row_label`` says so to screen readers. The first
    line is shown as a heading when it is ``heading``.
    """
    spans = merged(highlights, len(text))

    def inline(start: int, end: int) -> str:
        return _marked(text, start, end, spans)

    first = len(text) - len(text.lstrip())
    last = text.find("\n", first) if "\n" in text[first:] else len(text)
    if not heading or " ".join(text[first:last].split()) != " ".join(heading.split()):
        return _blocks(text, inline, spans, row_label)
    return f"<h3>{inline(first, last)}</h3>{_blocks(text, inline, spans, row_label, last)}"


def merged(spans: Sequence[Span], length: int) -> tuple[Span, ...]:
    """Return the spans in order, cut to ``0…length``, those that touch or overlap made one."""
    out: list[Span] = []
    for start, end in sorted((max(0, start), min(length, end)) for start, end in spans):
        if start >= end:
            continue
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return tuple(out)


def _marked(text: str, start: int, end: int, spans: Sequence[Span]) -> str:
    parts, at = [], start
    for left, right in spans:
        left, right = max(left, start), min(right, end)
        if left < right:
            parts += [escape(text[at:left]), "<mark>", escape(text[left:right]), "</mark>"]
            at = right
    return "".join([*parts, escape(text[at:end])])


def _blocks(text: str, inline: Inline, spans: Sequence[Span], row_label: str = "", start: int = 0) -> str:
    groups = groupby(lines_of(text, start), key=lambda line: "row" if line.kind == "rule" else line.kind)
    return "".join(_block(kind, list(lines), text, inline, spans, row_label) for kind, lines in groups)


def _block(kind: str, lines: list[Line], text: str, inline: Inline, spans: Sequence[Span], row_label: str) -> str:
    if kind == "row":
        return _table(lines, text, inline, spans, row_label)
    if kind == "text":
        return "".join(f"<p>{inline(line.start, line.end)}</p>" for line in lines)
    if kind == "item":
        return f"<ul>{''.join(_item(line, text, inline) for line in lines)}</ul>"
    return ""


def _item(line: Line, text: str, inline: Inline) -> str:
    mark = _ITEM.match(text, line.start, line.end)
    cut = mark.end() if mark and not mark.group()[0].isalnum() else line.start
    return f'<li class="{"bullet" if cut > line.start else "numbered"}">{inline(cut, line.end)}</li>'


def _table(lines: list[Line], text: str, inline: Inline, spans: Sequence[Span], row_label: str) -> str:
    rows = [line for line in lines if line.kind == "row"]
    heads = _head_count(lines, text)
    figures = _figure_columns(rows[heads:], text, max((len(row.cells) for row in rows), default=0))

    def row(line: Line, tag: str) -> str:
        return _row(line, tag, figures, text, inline, spans, row_label)

    head = "".join(row(line, "th") for line in rows[:heads])
    body = "".join(row(line, "td") for line in rows[heads:])
    table = f"{f'<thead>{head}</thead>' if head else ''}<tbody>{body}</tbody>"
    return f'<div class="table-frame" tabindex="0"><table>{table}</table></div>'


def _head_count(lines: list[Line], text: str) -> int:
    """Rows above a Markdown rule; without one the first row, if it alone is without figures."""
    for number, line in enumerate(lines):
        if line.kind == "rule":
            return number
    has_figure = [any(_FIGURE.fullmatch(text[c.start : c.end]) for c in line.cells) for line in lines]
    return int(len(lines) > 1 and all(has_figure[1:]) and not has_figure[0])


def _figure_columns(rows: list[Line], text: str, width: int) -> list[bool]:
    """For each column, whether it holds nothing but figures (and empty cells)."""
    cells = [[text[cell.start : cell.end] for cell in row.cells] for row in rows]
    columns = [[row[number] for row in cells if number < len(row)] for number in range(width)]
    return [any(column) and all(_FIGURE.fullmatch(cell) for cell in column if cell) for column in columns]


def _row(
    line: Line, tag: str, figures: list[bool], text: str, inline: Inline, spans: Sequence[Span], row_label: str
) -> str:
    quoted = any(left < line.end and right > line.start for left, right in spans)
    label = f'<span class="sr-only">{escape(row_label)}: </span>' if quoted and row_label else ""
    cells = []
    for number, is_figure in enumerate(figures):
        cell = line.cells[number] if number < len(line.cells) else Cell(line.end, line.end)
        attributes = (' scope="col"' if tag == "th" else "") + (' class="figure"' if is_figure else "")
        cells.append(f"<{tag}{attributes}>{label if number == 0 else ''}{inline(cell.start, cell.end)}</{tag}>")
    row = '<tr class="quoted">' if quoted else "<tr>"
    return f"{row}{''.join(cells)}</tr>"


def button(do: str, inner: str, style: str = "quiet", id: str = "", **data: object) -> str:
    """Render a button; ``inner`` is HTML, and ``data`` what is told to the server when it is pressed."""
    attributes = "".join(f' data-{name.replace("_", "-")}="{escape(str(value))}"' for name, value in data.items())
    named = f' id="{id}"' if id else ""
    return f'<button type="button" class="{style}" data-do="{do}"{named}{attributes}>{inner}</button>'
