"""Text as it was meant, letter for letter, where a scan has read it wrong: so that phrases are found in it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

_MISREAD = re.compile(
    r"(?<=[^\W\d_])[0158|](?=[^\W\d_])|(?<=[^\W\d_]{2})0\b|(?<=[a-zåäö])I(?=[a-zåäö])|\bl(?=[bcdfghjkmnpqrstvwxz]{2}|n[a-zåäö])"
)
_MEANT = {"0": "o", "1": "l", "5": "s", "8": "B", "|": "l", "I": "l", "l": "i"}
_WORD_WITH_RN = re.compile(r"[^\W\d_]*rn[^\W\d_]*", re.IGNORECASE)
_DEFINITE = re.compile(r"[aeo]rnas?$", re.IGNORECASE)
"""The end of a plural that is definite, in which "rn" is what was meant: "deltagarna", "invånarna"."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM, _ENDING = 5, 4
"""Letters that a known word must have to be told by its beginning, and letters that may follow it."""
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


def mended(text: str) -> str:
    """Return ``text`` with "rn" written as "m" where that makes a known word of an unknown one.

    The result may be shorter; places in it are not places in ``text``.
    """
    return _WORD_WITH_RN.sub(lambda match: _mended(match.group()), text) if "rn" in text else text


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    known, meant = _known(), word.replace("rn", "m")
    if _DEFINITE.search(word) or _is_known(word.lower(), known) or not _is_known(meant.lower(), known):
        return word
    return meant


def _is_known(word: str, known: frozenset[str]) -> bool:
    """True for a word of the vocabulary, or one of its long words with an ending."""
    return word in known or any(word[:size] in known for size in range(max(_STEM, len(word) - _ENDING), len(word)))


@cache
def _known() -> frozenset[str]:
    """Return the words that drafts are read by, in lower case, with dots and without."""
    here = Path(__file__).parent
    words: set[str] = set()
    for path in (*sorted((here / "cues").glob("*.toml")), here.parent / "reading" / "headings.tsv"):
        words.update(_WORD.findall(path.read_text(encoding="utf-8").lower()))
    return frozenset(words | {folded(word) for word in words})


def has_lost_dots(text: str) -> bool:
    """True for Swedish text in which å, ä and ö have become a and o."""
    letters, words = len(_LETTER.findall(text)), len(text.split())
    if not words or len(_SWEDISH.findall(text)) < _MIN_WORDS * words:
        return False
    return len(_DOTTED.findall(text)) < MIN_DOTTED * letters


def folded(text: str) -> str:
    """Return ``text``, as long as it was, without dots and rings."""
    return text.translate(_FOLDED)
