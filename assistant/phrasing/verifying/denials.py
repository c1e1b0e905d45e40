"""Denials: the words that deny, how far each reaches, and whether one stands beside a word."""

from __future__ import annotations

import re

from assistant.phrasing.verifying.seams import DENIAL_ENDS, WORD
from assistant.phrasing.verifying.wordlists import rules, whole_words

DENIAL = whole_words(rules("signs")["negation"]["denies"])
"""A word that denies its clause: fewer than are of the class "negation", where "omöjlig" only denies itself."""

_UNDONE = re.compile(
    r"\b(?:inte|ej|aldrig|not)\b.{0,20}\b(?:sakna\w*|utan|omöjlig\w*|without|lack\w*)\b", re.IGNORECASE
)
"""A denial of a denial."""
_NEAR = 3
"""Words before a class's word within which a denial concerns it."""
_BREAK = re.compile(r"[,;:.()]")


def denied_clauses(text: str) -> list[tuple[int, int]]:
    """Return the clauses of a text, by their offsets, that hold a denial that nothing undoes."""
    denials = [match.start() for match in DENIAL.finditer(text)]
    if not denials:
        return []
    ends = [*(match.start() for match in DENIAL_ENDS.finditer(text)), len(text)]
    starts = [0, *ends[:-1]]
    return [
        (start, end)
        for start, end in zip(starts, ends, strict=True)
        if any(start <= one < end for one in denials) and not _UNDONE.search(text, start, end)
    ]


def is_denied(text: str, start: int, end: int, denials: list[tuple[int, int]]) -> bool:
    """True when a denial stands within a few words before ``text[start:end]``, or right after it.

    Args:
        denials: the offsets of the denials of ``text``.
    """
    for begin, stop in denials:
        between = text[stop:start] if stop <= start else text[end:begin] if begin >= end else ""
        if start <= begin < end or _BREAK.search(between):
            continue
        words = len(WORD.findall(between))
        if (stop <= start and words < _NEAR) or (begin >= end and words <= 1):
            return True
    return False
