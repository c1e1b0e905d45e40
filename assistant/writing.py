"""Amounts and texts as terminals, files of the office and the page show them."""

from __future__ import annotations

import re

_SPACE = re.compile(r"[^\S\u00a0]+")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def spaced(number: int) -> str:
    """Return a whole number with spaces between its thousands, which do not break."""
    return f"{number:,}".replace(",", "\u00a0")


def in_kronor(sek: int) -> str:
    """Return an amount as it is written in Swedish, with spaces that do not break."""
    return f"{spaced(sek)}\u00a0kr"


def printable(text: str) -> str:
    """Return ``text`` on one line, without control characters and halves of characters; NBSP stays what it is."""
    return _SPACE.sub(" ", _UNPRINTABLE.sub(" ", text)).strip()
