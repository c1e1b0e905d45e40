"""Drafts put together by hand: a document and nothing that a reader would have made out in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from assistant.screening.draft import Budget, Draft
from ingest import readers
from ingest.canonical import write
from ingest.model import Block, Document, Kind, Reading, Source


def sketch(*blocks: Block | str, hidden: Iterable[str] = (), title: str = "Utkastet") -> Draft:
    """A draft of paragraphs, or of blocks."""
    made = tuple(Block(Kind.PARAGRAPH, block) if isinstance(block, str) else block for block in blocks)
    document = write(Reading(made, hidden=tuple(hidden)), Source(id="utkast", file="utkast.md", title=title))
    return sketch_of(document)


def sketch_file(path: Path) -> Draft:
    """A draft read from a file."""
    return sketch_of(write(readers.read(path), Source(id=path.stem, file=path.name, title=path.stem)))


def sketch_of(document: Document) -> Draft:
    return Draft(
        id=document.id,
        file=document.source.file,
        document=document,
        title=document.source.title,
        year=2026,
        statements=(),
        declared_type=None,
        declared_at=None,
        owner=None,
        parties=None,
        group=None,
        place=None,
        period=None,
        participants=(),
        ages=(),
        budget=Budget(),
        requested=None,
        requested_in_all=None,
        cofinancing=(),
        step="ansokan",
        hidden=document.hidden,
    )


def words(draft: Draft, spans: Iterable[object]) -> list[str]:
    """What stands at the spans, on one line each."""
    return [" ".join(draft.text[span.start : span.end].split()) for span in spans]  # type: ignore[attr-defined]
