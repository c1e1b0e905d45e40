"""The section of a document that a criterion points at, also where its heading is worded otherwise."""

from __future__ import annotations

import re

from assistant.lexicon import stems
from ingest.features import stop_words
from ingest.model import Document, Section

ENOUGH = 0.5
"""Share of the words of the name asked for that a heading must hold to be taken for it."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBER = re.compile(r"(\d{1,3}(?: [a-z])? §|\d{1,2}(?:\.\d{1,2})*)(?=[.:)\s]|$)")


def find_section(document: Document, name: str) -> Section | None:
    """Return the section headed ``name``: so called, else of the same number, else of the nearest words, else None."""
    sections = document.sections[1:]
    folded = _folded(name)
    for section in sections:
        if folded in (_folded(section.heading), _folded(section.name)):
            return section
    number = _NUMBER.match(name)
    numbered = [one for one in sections if number and one.number == number.group(1)]
    shares = [(_share(name, one.heading), -one.level, one) for one in sections]
    best = max(shares, key=lambda found: found[:2], default=None)
    likely = best[2] if best is not None and best[0] >= ENOUGH else None
    return numbered[0] if len(numbered) == 1 else likely


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(": .")


def _share(name: str, heading: str) -> float:
    """Return how much of the words of ``name`` a heading holds, 0 to 1; the beginning of a compound counts half."""
    wanted, held = _content(name), _content(heading)
    if not wanted or not held:
        return 0.0
    halves = sum(0.5 for word in wanted - held if any(word.startswith(other) for other in held if len(other) > 4))
    return (len(wanted & held) + halves) / len(wanted)


def _content(text: str) -> frozenset[str]:
    return stems(word for word in _WORD.findall(text.lower()) if word not in stop_words())
