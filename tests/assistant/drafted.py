"""Small documents written for a test, and the library, passages and questions that go with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import numpy as np

from assistant.answering.facts import Fact, facts_of
from assistant.answering.terms import Term, find_terms
from assistant.concepts import implied_words
from assistant.glossary import Glossary
from assistant.library import Library
from assistant.question import Part
from assistant.retrieval import Hit
from assistant.seeking import kinds_sought
from assistant.years import years_in
from ingest import features, lexical, passages
from ingest.canonical import write
from ingest.excerpts import excerpt
from ingest.model import Block, Document, Kind, Reading, RowDraft, Source, TableDraft
from ingest.register.model import Record

NO_GLOSSARY = Glossary(())


def heading(text: str, level: int = 1) -> Block:
    return Block(Kind.HEADING, text, level=level)


def paragraph(text: str) -> Block:
    return Block(Kind.PARAGRAPH, text)


def items(*texts: str) -> list[Block]:
    return [Block(Kind.ITEM, f"• {text}", level=1, mark="•") for text in texts]


def steps(*texts: str) -> list[Block]:
    """A numbered list."""
    return [Block(Kind.ITEM, f"{n}. {text}", level=1, mark=f"{n}.") for n, text in enumerate(texts, 1)]


def note(number: str, text: str) -> Block:
    return Block(Kind.NOTE, f"{number} {text}", mark=number)


def table(
    heads: Sequence[str],
    *rows: Sequence[str],
    units: Sequence[str] = (),
    title: str = "",
    sums: Sequence[int] = (),
    sheet: bool = False,
    remarks: Sequence[str] = (),
    unsure: Sequence[int] = (),
) -> Block:
    """A table with its heads as first line; ``sums`` and ``unsure`` are the indices of such rows."""
    drafts = tuple(
        RowDraft(
            tuple((line, column) if cell else None for column, cell in enumerate(row)),
            is_sum=line - 1 in sums,
            uncertain=line - 1 in unsure,
        )
        for line, row in enumerate(rows, 1)
    )
    draft = TableDraft(
        lines=(tuple(heads), *(tuple(row) for row in rows)),
        heads=tuple(heads),
        rows=drafts,
        units=tuple(units) or ("",) * len(heads),
        title=title,
        sheet=sheet,
        remarks=tuple(remarks),
    )
    return Block(Kind.TABLE, table=draft)


def document(
    *blocks: Block | Iterable[Block],
    id: str = "plan",
    year: int = 2031,
    type: str = "verksamhetsplan",
    association: str = "malmo",
    form: str = "original",
    title: str = "",
) -> Document:
    """A document of one year, cut into passages."""
    source = Source(
        id=id,
        file=f"{id}.md",
        title=title or f"Dokumentet {id}",
        association=association,
        type=type,
        starts=date(year, 1, 1),
        ends=date(year, 12, 31),
        form=form,
    )
    flat = [one for block in blocks for one in ([block] if isinstance(block, Block) else block)]
    return passages.split(write(Reading(tuple(flat)), source))


def hits(*documents: Document) -> list[Hit]:
    """Every passage, found equally well."""
    read = {one.id: one for one in documents}.__getitem__
    return [
        Hit(one.source, ordinal, 1.0, excerpt(one, passage), read)
        for one in documents
        for ordinal, passage in enumerate(one.passages)
    ]


def part(text: str, leans_on: str = "") -> Part:
    """A question of one clause."""
    return Part(text, kinds_sought(text), years_in(text), leans_on, implied_words(text))


def terms(text: str, glossary: Glossary = NO_GLOSSARY, leans_on: str = "") -> list[Term]:
    """The terms of a question whose words all weigh the same, years left out."""
    found = find_terms(part(text, leans_on), glossary, lambda word: 4.0, lambda word: True)
    return [term for term in found if not term.word.isdigit()]


def library(
    folder: Path, *documents: Document, today: date = date(2031, 5, 3), records: Sequence[Record] = ()
) -> Library:
    """A library of the documents that searches by words alone."""
    found = [(place, ordinal, hit) for place, one in enumerate(documents) for ordinal, hit in enumerate(hits(one))]
    contexts = [passages.context(hit.document, hit.passage) for _, _, hit in found]
    lexical.build(features.count([hit.text for _, _, hit in found]), features.count(contexts), folder / "lexical")
    by_id = {one.id: one for one in documents}
    return Library(
        sources=[one.source for one in documents],
        document=by_id.__getitem__,
        excerpt=[hit.excerpt for _, _, hit in found].__getitem__,
        document_of=np.array([place for place, _, _ in found], dtype=np.int32),
        ordinals=np.array([ordinal for _, ordinal, _ in found], dtype=np.int32),
        lexical=lexical.load(folder / "lexical"),
        nearest=lambda text, k, scope: [],
        similarities=lambda text, rows: np.zeros(len(rows), dtype=np.float32),
        dense_weight=0.0,
        today=today,
        records=lambda: tuple(records),
    )


def facts(read: Document) -> list[Fact]:
    """The facts of all tables of a document."""
    return [fact for one in read.tables for fact in facts_of(read, one)]
