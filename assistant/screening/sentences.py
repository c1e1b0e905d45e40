"""The sentences of a draft, none so long that looking for phrases in it takes long."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.sentences import split_sentences

LONGEST = 1000
"""Characters of a sentence; people write up to some 600, a list without stops or a damaged file any number."""


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield ``(start, end)`` of each sentence in ``text[start:end]``; one that is too long comes in parts."""
    for begin, stop in split_sentences(text, start, end):
        yield from parts(text, begin, stop)


def parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a stretch as it is, or in parts that end with a clause, else with a word, else where they must."""
    while end - start > LONGEST:
        middle, last = start + LONGEST // 2, start + LONGEST
        cut = max(text.rfind(mark, middle, last) for mark in ",;:\n")
        if cut < 0:
            cut = text.rfind(" ", middle, last)
        stop = last if cut < 0 else cut + 1
        yield start, stop - (text[stop - 1].isspace())
        start = stop
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end
