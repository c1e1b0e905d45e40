"""Cut a document into the passages that are indexed and found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.model import Document, Kind, Passage, PlacedBlock, Table
from ingest.sentences import split_sentences

TARGET = 500
"""Characters that a passage aims at."""

LIMIT = 750
"""Characters that a passage of running text does not exceed unless one sentence does."""


def split(document: Document) -> Document:
    """Return the document with its passages: never across a heading, a table row whole, a list with its lead-in."""
    return replace(document, passages=tuple(_passages(document)))


def context(document: Document, passage: Passage) -> str:
    """What is indexed beside a passage's own words: title, heads on the way to it, table title and column heads."""
    parts = [document.source.title, *document.sections[passage.section].path]
    if passage.table is not None:
        table = document.tables[passage.table]
        parts += [table.title, *table.heads]
    return " · ".join(dict.fromkeys(part for part in parts if part))


def _passages(document: Document) -> Iterator[Passage]:
    spans: list[tuple[int, int]] = []
    section = 0
    table_index = 0
    for i, block in enumerate(document.blocks):
        if block.section != section or block.kind is Kind.HEADING:
            yield from _flush(document, spans, section)
            section = block.section
        if block.kind is Kind.TABLE:
            yield from _flush(document, spans, section)
            yield from _table_passages(document, document.tables[table_index], table_index, section)
            table_index += 1
        elif block.kind in (Kind.NOTE, Kind.RESIDUE):
            yield from _flush(document, spans, section)
            yield _passage(document, block.start, block.end, section)
        else:
            _grow(document, spans, block)
            if _is_full(document, spans, i):
                yield from _flush(document, spans, section)
    yield from _flush(document, spans, section)


def _grow(document: Document, spans: list[tuple[int, int]], block: PlacedBlock) -> None:
    """Add a block's span, cut at sentences when it alone is over the limit."""
    if block.end - block.start <= LIMIT:
        spans.append((block.start, block.end))
    else:
        spans.extend(split_sentences(document.text, block.start, block.end))


def _is_full(document: Document, spans: list[tuple[int, int]], i: int) -> bool:
    if spans[-1][1] - spans[0][0] < TARGET:
        return False
    following = document.blocks[i + 1] if i + 1 < len(document.blocks) else None
    leads_in = document.text[: spans[-1][1]].endswith(":")
    return not (leads_in and following and following.kind is Kind.ITEM)


def _flush(document: Document, spans: list[tuple[int, int]], section: int) -> Iterator[Passage]:
    """Yield passages over the collected spans, each as near the target as whole spans allow, and empty the list."""
    begin: int | None = None
    end = 0
    for start, stop in spans:
        if begin is not None and (stop - begin > LIMIT or (end - begin >= TARGET and stop - begin > TARGET)):
            yield _passage(document, begin, end, section)
            begin = None
        if begin is None:
            begin = start
        end = stop
    if begin is not None:
        yield _passage(document, begin, end, section)
    spans.clear()


def _table_passages(document: Document, table: Table, index: int, section: int) -> Iterator[Passage]:
    begin: int | None = None
    end = table.start
    for row in table.rows:
        if begin is None:
            begin = table.start if end == table.start else row.start
        elif row.end - begin > TARGET and end > begin:
            yield _passage(document, begin, end, section, index)
            begin = row.start
        end = max(end, row.end)
    if begin is not None:
        yield _passage(document, begin, table.end, section, index)
    elif table.end > table.start:
        yield _passage(document, table.start, table.end, section, index)


def _passage(document: Document, start: int, end: int, section: int, table: int | None = None) -> Passage:
    return Passage(start, end, section, document.page_at(start), table)
