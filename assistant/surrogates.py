"""Half surrogate pairs: what JSON and a command line can hold, and UTF-8 cannot."""

from __future__ import annotations


def without_surrogates(text: str) -> str:
    """Return ``text`` with a question mark for each half surrogate pair, so that it can be written."""
    return text.encode("utf-8", "replace").decode("utf-8")
