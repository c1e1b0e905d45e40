"""Words that carry no subject: function words of both languages, and what questions are padded with."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def function_words(language: str) -> frozenset[str]:
    """Return the function words of "sv" or "en", lower case."""
    return frozenset((_FOLDER / f"function_words_{language}.txt").read_text(encoding="utf-8").split())


FILLERS = frozenset((_FOLDER / "fillers.txt").read_text(encoding="utf-8").split())
"""Words that make a question but say nothing of its subject."""
