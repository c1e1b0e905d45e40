"""Find the passages that a question is about: lexical and dense search, fused, within a scope, what is in force first.

Whoever knows LangChain can use :class:`PassageRetriever` alone or put another ``BaseRetriever`` in its place: passages
cross the border as LangChain's ``Document`` with the metadata of :meth:`Hit.as_langchain`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from langchain_core.documents import Document as LangchainDocument
from langchain_core.retrievers import BaseRetriever
from numpy.typing import NDArray

from assistant.answers import Scope
from assistant.glossary import Glossary
from assistant.hints import types_meant
from assistant.library import Library
from assistant.validity import covers
from assistant.words import FILLERS
from ingest.excerpts import Excerpt
from ingest.model import Document, Passage, Source
from ingest.ranking import best

if TYPE_CHECKING:
    from langchain_core.callbacks import CallbackManagerForRetrieverRun


PADDING = 0.8
"""What the words count for that pad a question ("hur mycket är"). Measured: left out, nDCG@10 on 1,189 questions on
authorities' texts falls from .886 to .870."""

SYNONYM_WEIGHT = 0.3
"""What a synonym from the glossary counts for beside the words of the question."""

YEAR_LIFT = 1.5
"""Factor for documents of a year that is asked about."""

IN_FORCE_LIFT = 1.15
"""Factor for documents in force when no year is asked about."""

TYPE_LIFT = 1.25
"""Factor for documents of the kind that the question names ("enligt lagen")."""

FOREIGN = 0.6
"""Factor for documents of another association than the one that is meant."""

CANDIDATES = 80
"""Passages taken from each half before they are fused."""

_WORD = re.compile(r"[^\W_]+(?:[:.,–-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found; its whole document is read when it is asked for."""

    source: Source
    ordinal: int
    score: float
    """The fused score: about 0…1, higher is closer, comparable within one search only."""
    excerpt: Excerpt
    read: Callable[[str], Document] = field(repr=False, compare=False)
    """Reads a document by its id."""

    @property
    def document(self) -> Document:
        return self.read(self.source.id)

    @property
    def passage(self) -> Passage:
        return self.document.passages[self.ordinal]

    @property
    def text(self) -> str:
        return self.excerpt.text

    def as_langchain(self) -> LangchainDocument:
        source, excerpt = self.source, self.excerpt
        return LangchainDocument(
            id=f"{source.id}#{self.ordinal}",
            page_content=excerpt.text,
            metadata={
                "document": source.id,
                "ordinal": self.ordinal,
                "title": source.title,
                "year": source.year,
                "association": source.association,
                "type": source.type,
                "section": excerpt.section,
                "page": excerpt.page,
                "start": excerpt.start,
                "end": excerpt.end,
                "score": self.score,
            },
        )

    @classmethod
    def of_langchain(cls, found: LangchainDocument, library: Library) -> Hit:
        """The way back, for a document with the metadata of :meth:`as_langchain`, whoever has found it."""
        data = found.metadata
        excerpt = Excerpt(found.page_content, data["section"], data["page"], data["start"], data["end"])
        return cls(library.source_of(data["document"]), data["ordinal"], data["score"], excerpt, library.document)


class Searcher:
    """Searches one library."""

    def __init__(self, library: Library, glossary: Glossary) -> None:
        self.library = library
        self.glossary = glossary
        self._lifts = lru_cache(maxsize=64)(self._lifts_of)

    def search(
        self,
        text: str,
        k: int = 10,
        scope: Scope | None = None,
        years: Sequence[int] = (),
        home: frozenset[str] = frozenset(),
        each: int = 0,
    ) -> list[Hit]:
        """Return the ``k`` best passages, best first, and after them what ``each`` asks for.

        Args:
            text: a question or keywords, Swedish or English.
            k: 1 or more.
            scope: what to search in; everything when None.
            years: years asked about; documents of those years are lifted, otherwise those in force.
            home: ids of the associations that are meant; documents of others are pressed down. Empty for no preference.
            each: passages that every document within the scope is represented by at least, however little they score.
        """
        words = [word for word in _WORD.findall(text) if word.lower() not in FILLERS]
        query = " ".join(words) or text
        terms = [(query, 1.0), (text, PADDING), *((name, SYNONYM_WEIGHT) for name in self.glossary.expand(text))]
        allowed = self.library.allowed(scope or Scope())
        scores = self.library.lexical.scores(terms) * allowed
        scores += self.library.dense_weight * self._dense(query, scope, scores) * allowed
        scores *= self._lifts(tuple(years), home, types_meant(text))
        rows = [row for row in best(scores, k).tolist() if scores[row] > 0]
        if each:
            rows += self._left_out(scores, self.library.rows(scope or Scope()), rows, each)
        return [self._hit(row, float(scores[row])) for row in rows]

    def _left_out(
        self, scores: NDArray[np.float32], within: NDArray[np.int32], found: Sequence[int], each: int
    ) -> list[int]:
        """Return the best passages of documents of which fewer than ``each`` have been found."""
        document_of = self.library.document_of
        missing = {int(one): each for one in np.unique(document_of[within])}
        for row in found:
            missing[int(document_of[row])] -= 1
        rows: list[int] = []
        taken = frozenset(found)
        for row in within[np.argsort(-scores[within], kind="stable")].tolist():
            document = int(document_of[row])
            if missing[document] > 0 and row not in taken:
                missing[document] -= 1
                rows.append(row)
        return rows

    def _hit(self, row: int, score: float) -> Hit:
        source, ordinal = self.library.place(row)
        return Hit(source, ordinal, score, self.library.excerpt(row), self.library.document)

    def _dense(self, query: str, scope: Scope | None, lexical: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return cosine similarities, 0 for passages that neither half found."""
        found = np.zeros_like(lexical)
        if self.library.dense_weight:
            for row, similarity in self.library.nearest(query, CANDIDATES, scope or Scope()):
                found[row] = max(similarity, 0.0)
        return found

    def _lifts_of(self, years: tuple[int, ...], home: frozenset[str], types: frozenset[str]) -> NDArray[np.float32]:
        """Return a factor for each passage, by its document's time, association and type."""
        lifts = [
            self._lift(source, years, home) * (TYPE_LIFT if source.type in types else 1.0)
            for source in self.library.sources
        ]
        return np.array(lifts, dtype=np.float32)[self.library.document_of]

    def _lift(self, source: Source, years: Sequence[int], home: frozenset[str]) -> float:
        lift = FOREIGN if home and source.association not in home else 1.0
        if years:
            return lift * (YEAR_LIFT if any(covers(source, year) for year in years) else 1.0)
        return lift * (IN_FORCE_LIFT if self.library.is_in_force(source) else 1.0)


class PassageRetriever(BaseRetriever):
    """The search as LangChain's retriever: ``invoke(question, k=10, scope=Scope(), years=())``."""

    searcher: Any
    k: int = 10

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,
        k: int | None = None,
        scope: Scope | None = None,
        years: Sequence[int] = (),
        home: frozenset[str] = frozenset(),
        each: int = 0,
    ) -> list[LangchainDocument]:
        return [hit.as_langchain() for hit in self.searcher.search(query, k or self.k, scope, years, home, each)]
