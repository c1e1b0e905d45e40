"""Make the offer: the places that the extractive answer cites, then the nearest passages, each cut into units."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.answering.answerer import Reply
from assistant.answering.claims import head_of, with_unit
from assistant.answering.composition import LEAD_LENGTH, headed, table_title
from assistant.answering.draft import marks_in, unmarked, without_marks
from assistant.answering.facts import Fact, facts_of
from assistant.answering.quoting import below_title
from assistant.answers import Citation
from assistant.library import Library
from assistant.phrasing.offer import Numbered, Offer, Statement, Unit
from ingest.model import Document, Kind, Passage, PlacedBlock, Row, Table
from ingest.sentences import split_sentences

LETTERS_PER_TOKEN = 2.5
"""Letters of Swedish text that a token of a multilingual model holds, at the least."""

_LABEL = re.compile(r"[-•]?\s*([^.!?\n]{3,120}?)\s*(?: [–—] |: )")
"""What a list item is about when it says so first: "Budget 2026, FRAM – …"."""

MOST_SOURCES = 14
"""Places offered beside those that the extractive answer cites."""


def offer(reply: Reply, library: Library, letters: int) -> Offer:
    """Return what a model may rest on: every passage that the answer cites, then the nearest ones.

    Args:
        letters: about how many letters the nearest passages may take in all; those that are cited are always there.
    """
    chosen: dict[tuple[str, int], tuple[Document, Passage]] = {}
    for citation in reply.answer.citations:
        document = library.document(citation.document)
        for ordinal in _holding(document, citation):
            chosen.setdefault((document.id, ordinal), (document, document.passages[ordinal]))
    cited = len(chosen)
    for hit in sorted(reply.hits, key=lambda one: -one.score):
        letters -= len(hit.text)
        if letters < 0 or len(chosen) >= cited + MOST_SOURCES:
            break
        chosen.setdefault((hit.source.id, hit.ordinal), (hit.document, hit.passage))
    found = ((document, units_of(document, passage)) for document, passage in chosen.values())
    sources = tuple(Numbered(n, document, units) for n, (document, units) in enumerate(filter(_holds, found), 1))
    return Offer(sources, tuple(_statements(reply, sources)))


def _holds(found: tuple[Document, tuple[Unit, ...]]) -> bool:
    return bool(found[1])


def _holding(document: Document, citation: Citation) -> Iterator[int]:
    """Yield the passages that a citation lies in, by their place in the document."""
    for ordinal, passage in enumerate(document.passages):
        if passage.start < citation.end and citation.start < passage.end:
            yield ordinal


def units_of(document: Document, passage: Passage) -> tuple[Unit, ...]:
    """Cut a passage into sentences, list items and table rows."""
    if passage.table is not None:
        return tuple(_rows(document, document.tables[passage.table], passage))
    blocks = [one for one in document.blocks if one.start < passage.end and passage.start < one.end]
    return tuple(unit for block in blocks for unit in _sentences(document, block, passage))


def _sentences(document: Document, block: PlacedBlock, passage: Passage) -> Iterator[Unit]:
    """Yield the sentences of a block that lie in the passage; those of a list item know its lead-in and its label."""
    if block.kind in (Kind.HEADING, Kind.TABLE, Kind.RESIDUE):
        return
    lead = lead_in(document, block) if block.kind is Kind.ITEM else ""
    label = _LABEL.match(document.text, block.start, block.end) if block.kind is Kind.ITEM else None
    under = _under(document, block.section)
    for start, end in split_sentences(document.text, block.start, block.end):
        if passage.start <= start and end <= passage.end:
            text = unmarked(document.text[start:end])
            above = f"{under} · {label[1]}" if label and start > block.start else under
            yield Unit(document, start, end, f"{lead} {text}".strip(), above)


def lead_in(document: Document, block: PlacedBlock) -> str:
    """Return the line that leads in to the list of which ``block`` is an item; "" when none does."""
    at = document.blocks.index(block)
    while at and document.blocks[at].kind is Kind.ITEM:
        at -= 1
    lead = document.blocks[at]
    if lead.kind is not Kind.PARAGRAPH or lead.section != block.section:
        return ""
    start, end = split_sentences(document.text, lead.start, lead.end)[-1]
    text = " ".join(document.text[start:end].split())
    return text if text.endswith(":") and len(text) <= LEAD_LENGTH else ""


def _rows(document: Document, table: Table, passage: Passage) -> Iterator[Unit]:
    facts: dict[Row, list[Fact]] = {}
    for fact in facts_of(document, table):
        facts.setdefault(fact.row, []).append(fact)
    under = _under(document, table.section, table_title(table))
    for row, found in facts.items():
        if passage.start <= row.start and row.end <= passage.end:
            yield Unit(document, row.start, row.end, _told(found), under, tuple(found))


def _told(facts: Sequence[Fact]) -> str:
    """Return a row as "subject: head value unit; head value unit"."""
    if facts[0].table.sheet:
        return "; ".join(f"{fact.subject}, {fact.attribute}: {with_unit(fact)}" for fact in facts)
    cells = "; ".join(headed(head_of(fact), with_unit(fact)) for fact in facts)
    return f"{facts[0].subject}: {cells}"


def _under(document: Document, section: int, title: str = "") -> str:
    parts = (document.source.title, *below_title(document, document.sections[section]), title)
    return " · ".join(dict.fromkeys(filter(None, parts)))


def _statements(reply: Reply, sources: Sequence[Numbered]) -> Iterator[Statement]:
    """Yield what was reckoned, with the numbers of the sources that hold what it was reckoned from."""
    for line in reply.draft.worked:
        cited = [one for one in reply.answer.citations if one.marker in marks_in(line)]
        yield Statement(without_marks(line), frozenset(_numbers(cited, sources)))


def _numbers(citations: Iterable[Citation], sources: Sequence[Numbered]) -> Iterator[int]:
    for citation in citations:
        for source in sources:
            if source.document.id == citation.document and any(
                unit.start < citation.end and citation.start < unit.end for unit in source.units
            ):
                yield source.number
