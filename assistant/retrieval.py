"""Find the passages that a question is about: lexical and dense search, fused, within a scope, what is in force first.

Whoever knows LangChain can use :class:`PassageRetriever` alone or put another ``BaseRetriever`` in its place: passages
cross the border as LangChain's ``Document`` with the metadata of :meth:`Hit.as_langchain`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from langchain_core.documents import Document as LangchainDocument
from langchain_core.retrievers import BaseRetriever
from numpy.typing import NDArray

from assistant.answers import Scope
from assistant.glossary import Glossary
from assistant.hints import types_meant
from assistant.library import Library
from assistant.validity import years_covered
from assistant.words import FILLERS
from ingest.excerpts import Excerpt
from ingest.lexical import Lifts
from ingest.model import Document, Passage, Source

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

SPARE = 5
"""Passages that words find beyond those that are wanted, for vectors to choose among. nDCG@10 on those 1,189 questions
is .886 with 5 as with 70."""

NEAREST = 80
"""Passages that vectors find where words find too little."""

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


class _Kind(NamedTuple):
    """What a question lifts a document by; many documents are of a kind."""

    association: str
    type: str
    years: range
    is_in_force: bool

    @classmethod
    def of(cls, source: Source, library: Library) -> _Kind:
        return cls(source.association, source.type, years_covered(source), library.is_in_force(source))

    def lift(self, years: Sequence[int], home: frozenset[str], types: frozenset[str]) -> float:
        lift = FOREIGN if home and self.association not in home else 1.0
        if self.type in types:
            lift *= TYPE_LIFT
        if years:
            return lift * (YEAR_LIFT if any(year in self.years for year in years) else 1.0)
        return lift * (IN_FORCE_LIFT if self.is_in_force else 1.0)


class Searcher:
    """Searches one library."""

    def __init__(self, library: Library, glossary: Glossary) -> None:
        self.library = library
        self.glossary = glossary
        self._lifts = lru_cache(maxsize=64)(self._lifts_of)
        kinds = [_Kind.of(source, library) for source in library.sources]
        self._kinds = tuple(dict.fromkeys(kinds))
        numbers = {kind: number for number, kind in enumerate(self._kinds)}
        self._kind_of = np.array([numbers[kind] for kind in kinds], dtype=np.intp)[library.document_of]
        """For each passage, the number of its document's kind."""

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

        Vectors are for questions whose words the documents do not use. While ``k`` passages and the spare ones score
        more by words than a passage without any of them could by its vector alone, no such passage is among the best,
        and the nearest ones are not sought.

        Args:
            text: a question or keywords, Swedish or English.
            k: 1 or more.
            scope: what to search in; everything when None.
            years: years asked about; documents of those years are lifted, otherwise those in force.
            home: ids of the associations that are meant; documents of others are pressed down. Empty for no preference.
            each: passages that every document within the scope is represented by at least, however little they score.
        """
        terms = self._terms(text)
        scope = scope or Scope()
        lifts = self._lifts(tuple(years), home, types_meant(text), scope)
        weighed = self.library.lexical.weigh(terms)
        rows: NDArray[np.integer[Any]]
        if each:
            rows = self.library.rows(scope)
            by_words = weighed.scores(rows)
        else:
            rows, by_words = weighed.best(k + SPARE, lifts)
        weight = self.library.dense_weight
        # A passage without a word of the question scores no more, by a cosine similarity of 1.
        alone = weight * lifts.greatest
        is_weak = np.count_nonzero(by_words * lifts.factors[rows] >= alone) < k + SPARE
        if weight and is_weak and not each:
            nearest = self.library.nearest(terms[0][0], NEAREST, scope)
            rows = np.union1d(rows, np.array([row for row, _ in nearest], dtype=np.intp))
            by_words = weighed.scores(rows)
        if weight and (is_weak or self.library.dense_reorders):
            by_words += np.float32(weight) * self.library.similarities(terms[0][0], rows).clip(0)
        return self._hits(rows, by_words * lifts.factors[rows], k, each)

    def _terms(self, text: str) -> list[tuple[str, float]]:
        """Return what to search for with weights: first the words that carry the question."""
        words = [word for word in _WORD.findall(text) if word.lower() not in FILLERS]
        synonyms = ((name, SYNONYM_WEIGHT) for name in self.glossary.expand(text))
        return [(" ".join(words) or text, 1.0), (text, PADDING), *synonyms]

    def _hits(self, rows: NDArray[np.integer[Any]], scores: NDArray[np.float32], k: int, each: int) -> list[Hit]:
        """Return the ``k`` best of scored passages, and those of documents of which they hold fewer than ``each``."""
        order = np.argsort(-scores, kind="stable")
        rows, scores = rows[order], scores[order]
        count = min(k, int((scores > 0).sum()))
        places = [*range(count), *(self._left_out(rows, count, each) if each else ())]
        return [self._hit(int(rows[place]), float(scores[place])) for place in places]

    def _left_out(self, rows: NDArray[np.integer[Any]], count: int, each: int) -> Iterator[int]:
        """Yield the places of the best passages after the first ``count`` of documents that these hold too few of."""
        documents = self.library.document_of[rows].tolist()
        missing = dict.fromkeys(documents, each)
        for place, document in enumerate(documents):
            missing[document] -= 1
            if place >= count and missing[document] >= 0:
                yield place

    def _hit(self, row: int, score: float) -> Hit:
        source, ordinal = self.library.place(row)
        return Hit(source, ordinal, score, self.library.excerpt(row), self.library.document)

    def _lifts_of(self, years: tuple[int, ...], home: frozenset[str], types: frozenset[str], scope: Scope) -> Lifts:
        """Return factors by each document's time, association and type; 0 outside ``scope``."""
        lifts = np.array([kind.lift(years, home, types) for kind in self._kinds], dtype=np.float32)
        return Lifts.of(lifts[self._kind_of] * self.library.allowed(scope))


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
