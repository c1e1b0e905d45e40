"""Tables as facts: a subject, an attribute and a value, each cell with its year and unit and its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.retrieval import Hit
from ingest.model import Cell, Document, Row, Table

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?=\D|$|(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d))")
_CODE = re.compile(r"([a-zåäö]+)-?\s*\(([A-ZÅÄÖ]{1,3})\)")


@dataclass(frozen=True, slots=True)
class Fact:
    """One filled cell of a table, read with its row and its column."""

    document: Document
    table: Table
    row: Row
    column: int
    subject: str
    """What the row is about: its label, or the title of a form."""
    attribute: str
    """What the cell says of it: the column's head, or the label of a form's row."""
    year: int | None
    """The year named in the head, the title or the section; else the document's own."""

    @property
    def cell(self) -> Cell:
        return self.row.cells[self.column]

    @property
    def value(self) -> str:
        return " ".join(self.document.text[self.cell.start : self.cell.end].split())

    @property
    def unit(self) -> str:
        return self.table.units[self.column]


def tables_of(hits: Iterable[Hit]) -> Iterator[tuple[Hit, Table]]:
    """Yield the tables of which rows were found, each once, with the first passage found of it."""
    seen: set[tuple[str, int]] = set()
    for hit in hits:
        index = hit.passage.table
        if index is not None and (hit.document.id, index) not in seen:
            seen.add((hit.document.id, index))
            yield hit, hit.document.tables[index]


def facts_of(document: Document, table: Table) -> Iterator[Fact]:
    """Yield every filled cell but the labels themselves."""
    section = document.sections[table.section]
    around = _last_year(table.title) or _last_year(section.heading) or document.source.year
    for row in table.rows:
        label = cell_text(document, row.cells[0])
        for column, cell in enumerate(row.cells):
            if column == 0 or cell.start == cell.end:
                continue
            head = table.heads[column]
            if table.sheet:
                yield Fact(document, table, row, column, table.title, label, around)
            else:
                yield Fact(document, table, row, column, label, head, _last_year(head) or around)


def cell_text(document: Document, cell: Cell) -> str:
    return " ".join(document.text[cell.start : cell.end].split())


def _last_year(text: str) -> int | None:
    years = _YEAR.findall(text)
    return int(years[-1]) if years else None


def spell_out(fact: Fact) -> str:
    """Return the cell's value, a code such as "I" followed by the word that the document gives for it."""
    value = fact.value
    if not (0 < len(value) <= 3 and value.isupper()):
        return value
    for word, code in _CODE.findall(fact.document.text):
        if code == value:
            return f"{value} ({word})"
    return value
