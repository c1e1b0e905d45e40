"""The sentences of a draft: of its paragraphs, list items and table rows, each with the block that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.screening.sentences import parts, sentences
from ingest.model import Document, Kind, PlacedBlock


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence, ``text[start:end]`` of the document, or the row of a table."""

    start: int
    end: int
    block: PlacedBlock

    def words(self, document: Document) -> str:
        """The sentence on one line."""
        return " ".join(document.text[self.start : self.end].split())


def units_of(document: Document, start: int = 0, end: int | None = None) -> Iterator[Unit]:
    """Yield the sentences whose blocks lie in ``text[start:end]``, in reading order, headings included.

    The row of a table is one unit, unless it is as long as no sentence is.
    """
    end = len(document.text) if end is None else end
    tables = {table.start: table for table in document.tables}
    for block in document.blocks:
        if block.start < start or block.end > end:
            continue
        if block.kind is not Kind.TABLE:
            yield from (Unit(*span, block) for span in sentences(document.text, block.start, block.end))
            continue
        for row in tables[block.start].rows:
            yield from (Unit(*span, block) for span in parts(document.text, row.start, row.end))
