"""Sentences that the documents support, and planted errors: read from ``gold/`` and set before the documents."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.library import Library
from assistant.phrasing.offer import Numbered, Offer, Unit
from assistant.phrasing.offering import units_of
from ingest.model import Document

GOLD = Path(__file__).parent.parent / "gold"
SOURCES = 12
"""Places in an offer, the cited ones among them."""


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence that cites a place."""

    document: str
    question: str
    at: str
    """Words of a unit in the cited passage; several passages are parted by " ++ "."""
    sentence: str
    wrong: str = ""
    """What is wrong with it; "" for a sentence that is supported."""
    language: str = "sv"


def cases(half: str) -> Iterator[Case]:
    """Yield the cases of ``gold/<half>.toml``."""
    language = "en" if half == "english" else "sv"
    for group in tomllib.loads((GOLD / f"{half}.toml").read_text(encoding="utf-8"))["group"]:
        about = (group["document"], group["question"])
        for at, sentence in group.get("good", ()):
            yield Case(*about, at, sentence, language=language)
        for at, sentence, wrong in group.get("planted", ()):
            yield Case(*about, at, sentence, wrong, language)


@lru_cache(maxsize=256)
def _units(document: Document, ordinal: int) -> tuple[Unit, ...]:
    return units_of(document, document.passages[ordinal])


def passage_of(document: Document, words: str) -> int:
    """Return the place of the passage that has a unit with ``words``.

    Raises:
        LookupError: none has.
    """
    for ordinal in range(len(document.passages)):
        if any(words in unit.text for unit in _units(document, ordinal)):
            return ordinal
    raise LookupError(f"{document.id}: {words}")


def unit_at(library: Library, case: Case) -> Unit:
    """Return the first unit that a case points to."""
    document = library.document(case.document)
    words = case.at.split(" ++ ")[0]
    return next(one for one in _units(document, passage_of(document, words)) if words in one.text)


def set_before(library: Library, case: Case) -> tuple[Offer, tuple[int, ...]]:
    """Return an offer of the cited passages among their neighbours, and the numbers that the case cites."""
    document = library.document(case.document)
    cited = [passage_of(document, words) for words in case.at.split(" ++ ")]
    near = sorted(range(len(document.passages)), key=lambda ordinal: abs(ordinal - cited[0]))
    chosen = sorted({*cited, *[one for one in near if _units(document, one)][:SOURCES]})
    sources = [Numbered(n, document, _units(document, ordinal)) for n, ordinal in enumerate(chosen, 1)]
    return Offer(tuple(sources)), tuple(chosen.index(one) + 1 for one in cited)
