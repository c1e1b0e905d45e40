"""A table that a question names ("enligt balansräkningen"), and whether the answer was taken from it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Citation
from assistant.library import Library

_TITLE = 60
"""Characters of a line that may be the title of a table."""
_NAMED = re.compile(
    r"\b(?:enligt|i|ur|from|in|according to)\s+(?:the\s+)?(\w{3,}(?:räkning|redovisning|analys|kalkyl|tabell))en\b",
    re.I,
)


def passed_over(question: str, citations: Sequence[Citation], library: Library) -> tuple[str, ...]:
    """Return the tables that a question names and a cited document has, though nothing was cited from them.

    Such a table could not be read, or does not hold the figure: where the answer stands instead must be compared with
    it. A name in the document's own title is no table of it.
    """
    names = (match[1] for match in _NAMED.finditer(question))
    return tuple(dict.fromkeys(name for name in names if _is_passed_over(name.lower(), citations, library)))


def _is_passed_over(name: str, citations: Sequence[Citation], library: Library) -> bool:
    if any(name in f"{one.section} {one.quote}".lower() for one in citations):
        return False
    documents = [library.document(id) for id in dict.fromkeys(one.document for one in citations)]
    return any(
        document.text[block.start : block.end].lower().startswith(name)
        for document in documents
        if name not in document.source.title.lower()
        for block in document.blocks
        if block.end - block.start <= _TITLE
    )
