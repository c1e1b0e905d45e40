"""How many documents a whole answer went through: said where all of something are asked for, and only there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.answering.moments import is_month
from assistant.answering.terms import Term
from assistant.answers import Scope
from assistant.library import Library
from assistant.question import Part, Seeks
from assistant.retrieval import Hit

_SAID = {"sv": "{read} av {of} dokument genomgångna.", "en": "{read} of {of} documents gone through."}


@dataclass(frozen=True, slots=True)
class Thoroughness:
    """What was gone through, as ids of documents."""

    read: frozenset[str]
    """Those within the scope of which every passage was compared, the best were weighed, and no part is unread."""
    of: frozenset[str]
    """Those within the scope."""

    @classmethod
    def of_hits(cls, hits: Iterable[Hit], scope: Scope, library: Library) -> Thoroughness:
        """Count a document as gone through when a passage of it is among those looked at."""
        within = frozenset(source.id for source in library.sources if library.within(source, scope))
        read = frozenset(hit.source.id for hit in hits) & within
        return cls(frozenset(id for id in read if not library.document(id).unread), within)

    def __or__(self, other: Thoroughness) -> Thoroughness:
        """What was gone through for two parts of a question: for both where both looked, else for either."""
        read = {id for id in self.of | other.of if all(id in one.read for one in (self, other) if id in one.of)}
        return Thoroughness(frozenset(read), self.of | other.of)

    def said(self, language: str) -> str:
        return _SAID[language].format(read=len(self.read), of=len(self.of))


def asks_for_all(part: Part, terms: Sequence[Term]) -> bool:
    """True when every document must be looked at: all of something are asked for, or their number; not that of
    something by its name ("hur många deltagare hade FRAM")."""
    named = any(term.name and not is_month(term.word) for term in terms)
    return part.wants(Seeks.LIST) or (part.wants(Seeks.COUNT) and not named)
