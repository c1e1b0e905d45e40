"""Tables found in texts written for a test."""

from __future__ import annotations

from ingest.model import Line, TableDraft
from ingest.tables import find_tables


def lines(text: str) -> list[Line]:
    """Lines as after repair: each blank line is a gap above the next; ">" stands for a tab."""
    found: list[Line] = []
    gap = 0
    for raw in text.strip("\n").split("\n"):
        if raw.strip(" "):
            found.append(Line(raw.replace(">", "\t"), gap=gap))
            gap = 0
        else:
            gap += 1
    return found


def tables(text: str) -> list[TableDraft]:
    return [part for part in find_tables(lines(text)) if isinstance(part, TableDraft)]


def rows(table: TableDraft) -> list[tuple[str, ...]]:
    """The texts of the cells, row by row; "" for an empty one."""
    return [tuple("" if ref is None else table.lines[ref[0]][ref[1]] for ref in row.cells) for row in table.rows]


def told(text: str) -> list[str]:
    """The words of a text as its tables and the lines between them tell them."""
    words: list[str] = []
    for part in find_tables(lines(text)):
        texts = [part.text] if isinstance(part, Line) else [cell for line in part.lines for cell in line]
        words += " ".join(texts).split()
    return words
