"""Join the lines of a paragraph, and tell how wide the lines of a text are set."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.model import SEAM

UNWRAPPED = 140
"""Characters; where lines are longer, a line is a paragraph."""

_SUSPENDED = re.compile(r"(?:och|eller|samt|respektive|resp|till|and|or)\b")
"""Words after a hyphen that stays: "mål- och", "kvälls- eller"."""
_SAME = re.compile(r"(?:gemen|verk|lön|spar|lång|akt|var|följ|råd|tvek|våld|mödo)$", re.IGNORECASE)
"""Beginnings of words that end in "-samt"."""
_ABBREVIATED = re.compile(r"(?:^|[^\w])(?:[^\W\d_]|[A-ZÅÄÖ]{2,}|\w*\d\w*)$")
_EDGE = SEAM + " \t"


def join(first: str, second: str) -> str:
    """Join two lines of one paragraph; a word broken by a hyphen is mended and leaves a SEAM."""
    return join_all((first, second))


def join_all(lines: Iterable[str]) -> str:
    """Join the lines of one paragraph, in time linear in its length; see :func:`join`."""
    parts: list[str] = []
    for line in lines:
        text = line.strip(" \t\n")
        if not text:
            continue
        if parts:
            parts[-1], between = _mended(parts[-1], text)
            parts.append(between)
        parts.append(text)
    return "".join(parts)


def _mended(head: str, tail: str) -> tuple[str, str]:
    """Return ``head`` without a hyphen that only broke a word, and what stands between it and ``tail``."""
    before, after = head.rstrip(_EDGE), tail.lstrip(_EDGE)
    if len(before) < 2 or not after or not before[-2].isalnum() or before[-1] not in "-\u2010–/":
        return head, " "
    sign, word = before[-1], before[:-1]
    if sign in "–/":
        return (head, SEAM) if after[0].isalnum() else (head, " ")
    if _is_suspended(word, after) or not (after[0].isalpha() or (after[0].isdigit() and word[-1].isdigit())):
        return head, " "
    if after[0].islower() and word[-1].isalpha() and not _ABBREVIATED.search(word[-20:]):
        return word, SEAM
    return head, SEAM


def _is_suspended(word: str, after: str) -> bool:
    found = _SUSPENDED.match(after)
    return found is not None and not (found.group() == "samt" and _SAME.search(word))


def usual_width(texts: Iterable[str]) -> int | None:
    """Return the characters at which the lines of a text are wrapped, or None when each line is a paragraph."""
    lengths = sorted(map(len, texts))
    if not lengths:
        return None
    longest = lengths[int(len(lengths) * 0.97)]
    return longest if longest <= UNWRAPPED else None
