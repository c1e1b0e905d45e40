"""What a draft says of the association: its sentences, and the flag for one that a document contradicts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answering.quoting import cite
from assistant.screening.draft import Span
from assistant.screening.model import Risk, RiskFlag
from ingest.model import Document

_ASSOCIATION = re.compile(
    r"\b(?:finsam\w*|(?:samordnings)?förbund(?:et|ets)|styrelsens?|verksamhetsplan\w*|planens?|kansliet|kansliets)\b",
    re.IGNORECASE,
)
_OWN_BOARD = re.compile(r"\b(?:föreningens|stiftelsens|bolagets)\s+styrelse\b", re.IGNORECASE)

_LONGEST = 200
"""Characters of a document's words that a message repeats."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a draft and its words on one line."""

    span: Span
    words: str

    def contradicted(self, message: str, document: Document, start: int, end: int) -> RiskFlag:
        """Return the flag for it, with the passage of the document that says otherwise."""
        return RiskFlag(Risk.CONFLICTS_WITH_SOURCE, message, (self.span,), cite(document, start, end, 1))


def of_association(words: str) -> bool:
    """True for words that speak of the association, its board, its plan or its office."""
    return _ASSOCIATION.search(words) is not None and not _OWN_BOARD.search(words)


def quoted(words: str) -> str:
    """Return a document's words as a message repeats them: on one line, without a table's strokes, not too long."""
    line = " ".join(words.replace("|", " ").split()).removeprefix("- ").removeprefix("• ")
    return f"”{line}”" if len(line) <= _LONGEST else f"”{line[:_LONGEST].rsplit(' ', 1)[0]} …”"
