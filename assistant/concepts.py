"""What a question is about when it does not use the documents' word for it: who can take part is the target group."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path


@cache
def _concepts() -> tuple[tuple[re.Pattern[str], str], ...]:
    lines = (Path(__file__).parent / "concepts.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((re.compile(pattern, re.IGNORECASE), words) for pattern, words in rows)


def implied_words(question: str) -> str:
    """Return the words, in one string, that documents use for what ``question`` asks in other words; "" for none."""
    return " ".join(words for pattern, words in _concepts() if pattern.search(question))
