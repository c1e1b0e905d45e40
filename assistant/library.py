"""An opened index: the documents, their passages, and both halves of the search."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.answers import Citation, Scope
from assistant.associations import NATIONAL, association_name
from assistant.validity import covers, in_force, superseded_by
from ingest import features
from ingest.excerpts import Excerpt
from ingest.lexical import Lexical, idf
from ingest.model import Document, Source
from ingest.register.model import Record

TYPE_NAMES = {
    "lag": "Lag",
    "forbundsordning": "Förbundsordning",
    "inriktning": "Inriktning",
    "verksamhetsplan": "Verksamhetsplan",
    "beslut": "Beslut",
    "redovisning": "Redovisning",
    "rapport": "Rapport",
    "webb": "Övrigt",
}

LEAST_INFORMATION = 0.1
"""Nats that even a stop word is taken to carry."""


@dataclass(frozen=True, slots=True)
class Facets:
    """What a search can be limited to: ids with their Swedish labels, and years, the latest first."""

    associations: tuple[tuple[str, str], ...]
    types: tuple[tuple[str, str], ...]
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """A section as the source panel shows it; ``highlights`` are offsets into ``text``."""

    title: str
    section: str
    page: int | None
    year: int | None
    association: str
    address: str
    form: str
    text: str
    highlights: tuple[tuple[int, int], ...]
    valid_until: date | None = None
    superseded: bool = False


class Library:
    """An index opened for reading.

    Args:
        sources: one for each document, in the order of ``document_of``.
        document: reads a document by its id.
        excerpt: reads a passage by its row.
        document_of: for each passage, the index of its document in ``sources``; int32 of shape (passages,).
        ordinals: for each passage, its place in its document's passages; int32 of shape (passages,).
        lexical: the lexical half.
        nearest: the dense half: (question, k, scope) to passages with cosine similarities, best first.
        similarities: (question, passages) to their cosine similarities.
        dense_weight: what a cosine similarity counts for beside a lexical score; 0 leaves the dense half out.
        dense_reorders: whether vectors tell which of the passages is best that words find.
        today: the day for which "in force" is judged.
        records: reads the records of the register when they are first asked for.
        touch: has what searches look into read into memory.
    """

    def __init__(
        self,
        sources: Sequence[Source],
        document: Callable[[str], Document],
        excerpt: Callable[[int], Excerpt],
        document_of: NDArray[np.int32],
        ordinals: NDArray[np.int32],
        lexical: Lexical,
        nearest: Callable[[str, int, Scope], Sequence[tuple[int, float]]],
        similarities: Callable[[str, NDArray[np.integer[Any]]], NDArray[np.float32]],
        dense_weight: float,
        dense_reorders: bool = False,
        today: date | None = None,
        records: Callable[[], tuple[Record, ...]] = tuple,
        touch: Callable[[], None] = lambda: None,
    ) -> None:
        self.sources = tuple(sources)
        self.document = lru_cache(maxsize=512)(document)
        self.excerpt = excerpt
        self.allowed = lru_cache(maxsize=64)(self._allowed)
        self.rows = lru_cache(maxsize=64)(self._rows)
        self.document_of = document_of
        self.lexical = lexical
        self.nearest = nearest
        self.similarities = similarities
        self.dense_weight = dense_weight
        self.dense_reorders = dense_reorders
        self.today = today or date.today()
        self._ordinals = ordinals
        self._read_records = records
        self._touch = touch
        self._in_force = {source.id: in_force(source, self.sources, self.today) for source in self.sources}
        self._by_id = {source.id: source for source in self.sources}

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """What the documents say of decisions, money, goals, results and initiatives."""
        return self._read_records()

    @cached_property
    def associations(self) -> frozenset[str]:
        """Ids of the local associations that documents are of."""
        return frozenset(source.association for source in self.sources if source.association) - {NATIONAL}

    def warm(self) -> None:
        """Have both halves of the search in memory, so that no question waits for that."""
        self._touch()
        self.nearest("Vilken målgrupp har förbundet?", 1, Scope())

    def source_of(self, id: str) -> Source:
        return self._by_id[id]

    def is_in_force(self, source: Source) -> bool:
        return self._in_force[source.id]

    def is_older(self, source: Source) -> bool:
        """True for a document that no longer is in force, or speaks of a time gone by; not for one yet to begin."""
        return not self._in_force[source.id] and (source.starts is None or source.starts <= self.today)

    def is_outdated(self, source: Source) -> bool:
        """True for an older document of an association that has one of later: the latest there is, is no old news."""
        return self.is_older(source) and any(
            other.association == source.association and other.starts and source.starts and other.starts > source.starts
            for other in self.sources
        )

    def superseded_by(self, source: Source) -> Source | None:
        return superseded_by(source, self.sources, self.today)

    def within(self, source: Source, scope: Scope) -> bool:
        """True when a document lies within ``scope``."""
        return (
            (not scope.associations or source.association in scope.associations)
            and (not scope.types or source.type in scope.types)
            and (not scope.years or any(covers(source, year) for year in scope.years))
        )

    def _allowed(self, scope: Scope) -> NDArray[np.float32]:
        """Return 1 for each passage within ``scope``, else 0; shape (passages,). Not to be written to."""
        within = np.array([self.within(source, scope) for source in self.sources], dtype=np.float32)
        return within[self.document_of] if len(within) else np.zeros(0, dtype=np.float32)

    def _rows(self, scope: Scope) -> NDArray[np.int32]:
        """Return the passages within ``scope``, ascending. Not to be written to."""
        return np.flatnonzero(self.allowed(scope)).astype(np.int32)

    def weigh(self, word: str) -> float:
        """Return the information of a word in nats: how rare its stem is among the passages, 0.1 or more."""
        passages = self._passages_with(word)
        if passages is None:
            return LEAST_INFORMATION
        return max(float(idf(np.array([float(passages)]), self.lexical.size)[0]), LEAST_INFORMATION)

    def is_known(self, word: str) -> bool:
        """True when a passage holds the stem of a word, or it is a stop word."""
        return self._passages_with(word) != 0

    def _passages_with(self, word: str) -> int | None:
        """Return how many passages hold the stem of ``word``; None for a stop word."""
        stems = [part.stem for part in features.words(word) if part.stem is not None]
        return self.lexical.holding(min(stems)) if stems else None

    def facets(self) -> Facets:
        types = [name for name in TYPE_NAMES if any(source.type == name for source in self.sources)]
        places = sorted({source.association for source in self.sources if source.association})
        return Facets(
            associations=tuple((id, association_name(id)) for id in places),
            types=tuple((name, TYPE_NAMES[name]) for name in types),
            years=tuple(sorted({source.year for source in self.sources if source.year}, reverse=True)),
        )

    def place(self, row: int) -> tuple[Source, int]:
        """Return the source of a passage's document and the passage's place in it."""
        return self.sources[int(self.document_of[row])], int(self._ordinals[row])

    def view(self, citation: Citation) -> SourceView:
        """Return the section around a citation, its quote marked.

        Raises:
            KeyError: the document is no longer in the index.
        """
        document = self.document(citation.document)
        source = document.source
        section = document.section_around(citation.start, citation.end)
        start, end = _window(document.text, section.start, section.end, citation.start, citation.end)
        return SourceView(
            title=source.title,
            section=citation.section,
            page=document.page_at(citation.start),
            year=source.year,
            association=association_name(source.association),
            address=source.address,
            form=source.form,
            text=document.text[start:end],
            highlights=((citation.start - start, citation.end - start),),
            valid_until=source.ends,
            superseded=self.superseded_by(source) is not None,
        )


_WINDOW = 6000
_BREAK = re.compile(r"\n\n")


def _window(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """Return the section's bounds, drawn in to about 6,000 characters around the quote at blank lines."""
    if end - start <= _WINDOW:
        return start, end
    begin, stop = max(start, first - _WINDOW // 2), min(end, last + _WINDOW // 2)
    if begin > start:
        found = _BREAK.search(text, begin, first)
        begin = found.end() if found else begin
    if stop < end:
        stop = max(text.rfind("\n\n", last, stop), last)
    return begin, stop
