"""Everyday turns of phrase read as the words that documents write: "drar igång" is "startar", "fick nej" "avslås"."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    lines = (Path(__file__).parent / "phrases.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((re.compile(pattern, re.IGNORECASE), words) for pattern, words in rows)


def in_plain_words(question: str) -> str:
    """Return a question with its turns of phrase put as documents put them; names and the order of the rest stay."""
    for pattern, words in _phrases():
        question = pattern.sub(words, question)
    return question
