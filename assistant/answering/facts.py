"""Tables as facts: a subject, an attribute and a value, each cell with its year and unit and its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.retrieval import Hit
from ingest.model import Cell, Document, Row, Table
from ingest.tables.figures import parse

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?=\D|$|(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d))")
_WORD = re.compile(r"[^\W\d_]{2}")
_CODE = re.compile(r"([a-zåäö]+)-?\s*\(([A-ZÅÄÖ]{1,3})\)")


@dataclass(frozen=True, slots=True)
class Fact:
    """One filled cell of a table, read with its row and its column."""

    document: Document
    table: Table
    row: Row
    column: int
    subject: str
    """What the row is about: its first cell with words, or the title of a form."""
    attribute: str
    """What the cell says of it: the column's head, or the label of a form's row."""
    year: int | None
    """The year named in the head, the title or the section; else the document's own."""
    beside: str = ""
    """What the row's other cells say in words, a code with the word that the document gives for it."""

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
    """Yield every filled cell but the labels themselves and the numbers before them."""
    section = document.sections[table.section]
    around = _last_year(table.title) or _last_year(section.heading) or document.source.year
    for row in table.rows:
        texts = [cell_text(document, cell) for cell in row.cells]
        label = label_column(texts)
        for column, text in enumerate(texts):
            if column <= label or not text:
                continue
            head = table.heads[column]
            if table.sheet:
                yield Fact(document, table, row, column, table.title, texts[label], around)
                continue
            others = (one for at, one in enumerate(texts) if at not in (label, column) and parse(one) is None)
            beside = " ".join(spell_out_code(document, one) for one in others)
            yield Fact(document, table, row, column, texts[label], head, _last_year(head) or around, beside)


def first_figures(document: Document, start: int) -> list[Fact]:
    """Return the first column of figures of the table at ``start``, or its first column beside the labels."""
    table = next(one for one in document.tables if one.start == start)
    columns: dict[int, list[Fact]] = {}
    for fact in facts_of(document, table):
        columns.setdefault(fact.column, []).append(fact)
    figured = [
        facts for facts in columns.values() if sum(parse(one.value) is not None for one in facts) * 2 > len(facts)
    ]
    return (figured or [*columns.values()] or [[]])[0]


def subject_of(document: Document, row: Row) -> str:
    """Return what a row is about."""
    texts = [cell_text(document, cell) for cell in row.cells]
    return texts[label_column(texts)]


def label_column(texts: Sequence[str]) -> int:
    """Return which of a row's cells says what it is about: the first that is no mere number."""
    return next((at for at, text in enumerate(texts) if _WORD.search(text)), 0)


def cell_text(document: Document, cell: Cell) -> str:
    return " ".join(document.text[cell.start : cell.end].split())


def _last_year(text: str) -> int | None:
    years = _YEAR.findall(text)
    return int(years[-1]) if years else None


def spell_out(fact: Fact) -> str:
    """Return the cell's value, a code such as "I" followed by the word that the document gives for it."""
    return spell_out_code(fact.document, fact.value)


def spell_out_code(document: Document, value: str) -> str:
    """Return ``value``, when it is a code such as "I" followed by the word that the document gives for it."""
    if not (0 < len(value) <= 3 and value.isupper()):
        return value
    word = _codes(document.text).get(value)
    return f"{value} ({word})" if word else value


@lru_cache(maxsize=64)
def _codes(text: str) -> Mapping[str, str]:
    """Return the word that a text gives for each of its codes, the first one."""
    return {code: word for word, code in reversed(_CODE.findall(text))}
