"""What an abbreviation stands for, where a document spells it out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.question import Part
from ingest.model import Document
from ingest.sentences import split_sentences

_ASKED = re.compile(
    r"\bstår (?!det\b|på\b|i\b).*\bför\b(?! (?:19|20)\d\d)|förkort|stand(?:s)? for|abbreviat|betyder|utlä?s",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"\b[A-ZÅÄÖ][A-Za-zÅÄÖ]{0,2}[A-ZÅÄÖ]{1,4}\b")


def asked_abbreviation(part: Part) -> str:
    """Return the abbreviation whose meaning is asked for, or ""."""
    found = _ABBREVIATION.findall(part.text)
    return found[0] if found and _ASKED.search(part.text) else ""


def spelled_out(abbreviation: str, documents: Iterable[Document]) -> Iterator[tuple[Document, int, int]]:
    """Yield the sentences that spell out an abbreviation: "X (long form)", "long form (X)", "X: …", "X, long
    form" or "X är …".

    The long form must have the abbreviation's first letter and two words or eight letters.
    """
    quoted = re.escape(abbreviation)
    patterns = (
        re.compile(rf"\b{quoted} \(([^)]{{8,}})\)"),
        re.compile(rf"((?:[\wåäö-]+ ){{1,7}})\({quoted}\)"),
        re.compile(rf"(?:^|\n){quoted}[:,] (\S[^\n]{{7,}})"),
        re.compile(rf"\b{quoted}, ({abbreviation[0].lower()}[a-zåäö]{{7,}}[^,.;\n]*)"),
        re.compile(rf"\b{quoted} (?:står för|betyder|är(?: en förkortning av)?) (\S[^.\n]{{7,}})"),
    )
    for document in documents:
        for pattern in patterns:
            for match in pattern.finditer(document.text):
                words = match.group(1).split() if pattern is patterns[1] else match.group(1).split()[:1]
                if any(word[:1].lower() == abbreviation[0].lower() for word in words):
                    start, end = _sentence_around(document.text, match.start(1), match.end(1))
                    yield document, start, end


def _sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    for first, last in split_sentences(text, begin, stop if stop >= 0 else len(text)):
        if first <= start and end <= last + 1:
            return first, last
    return start, end
