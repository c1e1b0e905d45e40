"""Text as it was meant, letter for letter, where a scan has read it wrong: so that phrases are found in it."""

from __future__ import annotations

import re

_MISREAD = re.compile(
    r"(?<=[^\W\d_])[0158|](?=[^\W\d_])|(?<=[^\W\d_]{2})0\b|(?<=[a-zåäö])I(?=[a-zåäö])|\bl(?=[bcdfghjkmnpqrstvwxz]{2}|n[a-zåäö])"
)
_MEANT = {"0": "o", "1": "l", "5": "s", "8": "B", "|": "l", "I": "l", "l": "i"}
_DOTTED = re.compile(r"[åäöÅÄÖ]")
_LETTER = re.compile(r"[^\W\d_]")
_SWEDISH = re.compile(r"\b(?:och|att|som|inte|den|det|med|till|av|ar|for|fran|pa)\b", re.IGNORECASE)
_FOLDED = str.maketrans("åäöÅÄÖéÉ", "aaoAAOeE")

MIN_DOTTED = 0.01
"""Share of the letters that å, ä and ö are at least in Swedish text; they are some 0.04 as a rule."""
_MIN_WORDS = 0.1
"""Share of the words that common Swedish words are at least."""


def legible(text: str) -> str:
    """Return ``text``, as long as it was, with what stands for another letter in a word written as that one."""
    return _MISREAD.sub(lambda match: _MEANT[match.group()], text)


def has_lost_dots(text: str) -> bool:
    """True for Swedish text in which å, ä and ö have become a and o."""
    letters, words = len(_LETTER.findall(text)), len(text.split())
    if not words or len(_SWEDISH.findall(text)) < _MIN_WORDS * words:
        return False
    return len(_DOTTED.findall(text)) < MIN_DOTTED * letters


def folded(text: str) -> str:
    """Return ``text``, as long as it was, without dots and rings."""
    return text.translate(_FOLDED)
