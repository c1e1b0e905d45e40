"""What a table says outside its cells: what each column measures and of when, what its rows are about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.model import Cell, Document, Row, Table
from ingest.money import UNIT_WORD
from ingest.register.model import Measure
from ingest.register.periods import Span, span_in, span_of

_UNIT_ALONE = re.compile(rf"(?:(?:alla )?belopp\b.*|(?:i\s+)?(?:{UNIT_WORD}))?$", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2}")


UNCLEAR = "Tabellen kunde inte läsas säkert."
"""Why what stands in a table or row that could not be told apart for sure is uncertain."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a head says."""

    measure: Measure | None
    """None when it names none."""
    span: Span | None
    is_derived: bool = False
    """A difference, a share: nothing measured."""


def column_of(head: str, around: Span | None) -> Column:
    """Read a column's head, or any words that may name a measure and a time."""
    if shows("derived", head):
        return Column(None, span_in(head, around), is_derived=True)
    order = (Measure.FORECAST, Measure.OUTCOME, Measure.GOAL, Measure.BUDGET)
    return Column(next((one for one in order if shows(one, head)), None), span_in(head, around))


def shows(what: str, text: str) -> bool:
    """Whether a head or label has one of the words for ``what`` in figures.tsv."""
    return _patterns()[what].search(text) is not None


def first_shown(kinds: Iterable[str], text: str) -> str:
    """Of the kinds that a text has words for, the one whose word stands first; "" when there is none."""
    found = [(match.start(), kind) for kind in kinds if (match := _patterns()[kind].search(text))]
    return min(found, key=lambda one: one[0])[1] if found else ""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words: dict[str, list[str]] = defaultdict(list)
    for line in (Path(__file__).parent / "figures.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            what, pattern = line.split("\t")
            words[what].append(pattern)
    return {what: re.compile(rf"(?<!\w)(?:{'|'.join(all)})", re.IGNORECASE) for what, all in words.items()}


def span_around(document: Document, table: Table) -> Span | None:
    """The time of which a table's heads say nothing: that of its title, its section or its document."""
    whole = span_of(document.source)
    return span_in(table.title, whole) or span_in(document.sections[table.section].heading, whole) or whole


def subject_of(document: Document, table: Table) -> str:
    """What a table is about: its title, or its section's heading where the title says the unit alone."""
    return document.sections[table.section].heading if _UNIT_ALONE.match(table.title) else table.title


def filled_rows(document: Document, table: Table) -> Iterator[tuple[Row, list[str], int]]:
    """Each row of a table with its cells, each on one line, and which of them says what it is about."""
    for row in table.rows:
        texts = [text_of(document, cell) for cell in row.cells]
        yield row, texts, next((place for place, text in enumerate(texts) if _LETTERS.search(text)), 0)


def text_of(document: Document, cell: Cell) -> str:
    """A cell's words on one line."""
    return " ".join(document.text[cell.start : cell.end].split())
