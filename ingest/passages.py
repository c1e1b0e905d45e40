"""Cut a document into the passages that are indexed and found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.model import Document, Kind, Passage, PlacedBlock, Table
from ingest.sentences import split_sentences

TARGET = 500
"""Characters that a passage aims at."""

LIMIT = 750
"""Characters that a passage of running text does not exceed; a sentence that does is cut between words."""

_SHORT = 120
"""Characters below which the end of a section joins the passage before it, when that stays within the limit."""

_Span = tuple[int, int]


def split(document: Document) -> Document:
    """Return the document with its passages: never across a heading, a table row whole, a list with its lead-in.

    Notes, and remains that cannot be made out, are in no passage with running text. Each block lies in a passage or,
    cut at sentences, in several; passages do not overlap.
    """
    starts = [mark.start for mark in document.pages]
    numbers = [None, *(mark.number for mark in document.pages)]
    found = tuple(
        Passage(start, end, section, numbers[bisect_right(starts, start)], table)
        for start, end, section, table in _passages(document)
    )
    return replace(document, passages=found)


def context(document: Document, passage: Passage) -> str:
    """What is indexed beside a passage's own words: title, heads on the way to it, table title and column heads."""
    parts = [document.source.title, *document.sections[passage.section].path]
    if passage.table is not None:
        table = document.tables[passage.table]
        parts += [table.title, *table.heads]
    return " · ".join(dict.fromkeys(part for part in parts if part))


def _passages(document: Document) -> Iterator[tuple[int, int, int, int | None]]:
    """Yield (start, end, section, table) of each passage."""
    spans: list[_Span] = []
    section, lane = 0, Kind.PARAGRAPH
    table_index = 0
    for i, block in enumerate(document.blocks):
        if block.section != section or block.kind is Kind.HEADING or _lane(block) is not lane:
            yield from ((start, end, section, None) for start, end in _packed(document.text, spans))
            spans.clear()
            section, lane = block.section, _lane(block)
        if block.kind is Kind.TABLE:
            table = document.tables[table_index]
            yield from ((start, end, section, table_index) for start, end in _table_spans(document.text, table))
            table_index += 1
        else:
            spans.extend(_spans(document, i))
    yield from ((start, end, section, None) for start, end in _packed(document.text, spans))


def _lane(block: PlacedBlock) -> Kind:
    """What may be in one passage with the block."""
    return block.kind if block.kind in (Kind.TABLE, Kind.NOTE, Kind.RESIDUE) else Kind.PARAGRAPH


def _spans(document: Document, i: int) -> Iterator[_Span]:
    """Yield a block's span; its sentences when it is over the limit, or when the last of them leads in to a list."""
    block = document.blocks[i]
    following = document.blocks[i + 1] if i + 1 < len(document.blocks) else None
    leads_in = document.text[block.end - 1] == ":" and following is not None and following.kind is Kind.ITEM
    if not leads_in and block.end - block.start <= LIMIT:
        yield block.start, block.end
        return
    for start, end in split_sentences(document.text, block.start, block.end):
        yield from _cut(document.text, start, end)


def _cut(text: str, start: int, end: int) -> Iterator[_Span]:
    """Yield ``start, end`` in parts within the limit, cut between words where there are any."""
    while end - start > LIMIT:
        stop = text.rfind(" ", start + 1, start + LIMIT + 1)
        stop = start + LIMIT if stop < 0 else stop
        yield start, stop
        start = stop + (text[stop] == " ")
    if end > start:
        yield start, end


def _packed(text: str, spans: Sequence[_Span]) -> Iterator[_Span]:
    """Yield passages over the spans, each as near the target as whole spans allow."""
    groups: list[list[_Span]] = []
    for span in spans:
        group = groups[-1] if groups else []
        length = group[-1][1] - group[0][0] if group else 0
        if group and length < TARGET and span[1] - group[0][0] <= LIMIT:
            group.append(span)
        elif len(group) > 1 and text[group[-1][1] - 1] == ":" and span[1] - group[-1][0] <= LIMIT:
            groups.append([group.pop(), span])
        else:
            groups.append([span])
    if len(groups) > 1:
        before, last = groups[-2:]
        if last[-1][1] - last[0][0] < _SHORT and last[-1][1] - before[0][0] <= LIMIT:
            groups[-2:] = [before + last]
    return ((group[0][0], group[-1][1]) for group in groups)


def _table_spans(text: str, table: Table) -> Iterator[_Span]:
    """Yield passages over a table, cut between rows; lines that belong to no row go with the row below them."""
    begin = end = table.start
    for row in table.rows:
        if end > begin and row.start >= end and row.end - begin > TARGET:
            yield begin, end
            begin = end + len(text[end : row.start]) - len(text[end : row.start].lstrip())
        end = max(end, row.end)
    yield begin, table.end
