"""Cut what a model writes, piece by piece, into sentences with the sources that each cites.

A mark belongs to the sentence before it, whether it stands before the full stop or after. Accepted are "[1]", "[1, 2]",
"[1–3]", "[källa 1]" and the same in 【】; emphasis and headings of Markdown are taken away, list items stay items.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.sentences import split_sentences

LONGEST = 1000
"""Letters of a line after which it is cut where it stands: no sentence to be read is as long."""

SETTLES = 60
"""Letters after a full stop within which it shows whether a sentence has ended there: its marks and the next word."""

_WORD_BEGINS = re.compile(r"\s\S")
_STOP = re.compile(r"[.!?…]")
_NUMBERS = r"\d{1,3}(?:\s*(?:,|;|och|and|&|-|–)\s*\d{1,3})*"
_MARK = re.compile(rf"\s*[\[【]\s*(?:(?:källor|källa|sources?)\s*)?({_NUMBERS})\s*[\]】]", re.IGNORECASE)
_MARKS_AFTER = re.compile(rf"([.!?:]+[”\"»)]*)((?:{_MARK.pattern})+)", re.IGNORECASE)
_OPEN_MARK = re.compile(r"\s*[\[【][^\]】]{0,40}$")
"""A mark that has begun: it may belong to the sentence before it."""
_RANGE = re.compile(r"(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?")
_ITEM = re.compile(r"\s{0,8}(?:[-*•–]|\d{1,2}[.)])\s+")
_EMPHASIS = re.compile(r"\*\*|__|`+|^\s{0,3}#{1,6}\s+|^\s*>\s?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a model's."""

    text: str
    """Without marks."""
    numbers: tuple[int, ...]
    """The sources that it cites, in order, each once."""
    item: bool = False
    """It begins an item of a list."""
    opens: bool = False
    """It begins a line."""


def sentences(pieces: Iterable[str]) -> Iterator[Sentence]:
    """Yield each sentence as soon as what follows shows that it has ended."""
    line = ""
    done = stopped = 0
    for piece in pieces:
        line += piece
        *whole, line = line.split("\n")
        for one in whole:
            yield from _of_line(one)[done:]
            done = stopped = 0
        if len(line) > LONGEST:
            yield from _of_line(line)[done:]
            line, done, stopped = "", 0, 0
        if _STOP.search(piece):
            stopped = len(line)
        if stopped and len(line) - stopped <= SETTLES and _WORD_BEGINS.search(line, max(0, len(line) - len(piece) - 1)):
            ended = _of_line(_OPEN_MARK.sub("", line))[:-1]
            yield from ended[done:]
            done = max(done, len(ended))
    yield from _of_line(line)[done:]


def _of_line(line: str) -> list[Sentence]:
    text = _EMPHASIS.sub("", line)
    item = _ITEM.match(text)
    text = _MARKS_AFTER.sub(r"\2\1", text[item.end() :] if item else text)
    found: list[Sentence] = []
    for start, end in split_sentences(text):
        said = text[start:end]
        numbers = tuple(dict.fromkeys(n for mark in _MARK.finditer(said) for n in _listed(mark[1])))
        plain = " ".join(_MARK.sub("", said).split())
        if any(map(str.isalnum, plain)):
            found.append(Sentence(plain, numbers, bool(item) and not found, not found))
    return found


def _listed(numbers: str) -> Iterator[int]:
    """Yield the numbers of a mark, a range written out."""
    for first, last in _RANGE.findall(numbers):
        yield from range(int(first), min(int(last or first), int(first) + 20) + 1)
