"""What a question is about when it does not use the documents' word for it: who can take part is the target group."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_WORD = re.compile(r"[^\W_]+")


@cache
def _concepts() -> tuple[tuple[re.Pattern[str], str], ...]:
    lines = (Path(__file__).parent / "concepts.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((re.compile(rf"\b(?:{pattern})", re.IGNORECASE), words) for pattern, words in rows)


def implied_words(question: str) -> str:
    """Return the words, in one string, that documents use for what ``question`` asks in other words; "" for none."""
    return " ".join(words for pattern, words in _concepts() if pattern.search(question))


def explained_words(question: str) -> frozenset[str]:
    """Return the words, lower case, by which ``question`` implies others: those that patterns hold in brackets."""
    found = (match for pattern, _ in _concepts() for match in pattern.finditer(question))
    spans = [match.span(n) for match in found for n in range(1, match.re.groups + 1) if match[n]]
    return frozenset(
        word[0].lower()
        for word in _WORD.finditer(question)
        if any(start < word.end() and word.start() < end for start, end in spans)
    )
