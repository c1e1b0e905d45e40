"""Set footnotes printed among the text apart, and take their numbers out of the text that they belong to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.headings import STOP
from ingest.joining import usual_width
from ingest.model import SEAM, Line

NOTE = "\ue002"
"""First character of a line that is a footnote: NOTE, its number, a space, its text."""

_NOTE_LINE = re.compile(r"(\d{1,2})[ \t]+([A-ZÅÄÖ”\"(§].*|https?:.*|www\..*)")
_STAR_LINE = re.compile(r"(\*{1,3})\)? ?([A-ZÅÄÖ”\"].*[^*])")
_FIGURE = re.compile(r"(?<=[^\s\d])\d{1,2}(?=[\s.,:;”\")]|$)")
_WORD_BEFORE = re.compile(r"[^\W\d_]{2}|.[”\")]|[^\W\d][.,]")
_STAR = re.compile(r"(?<=[\w.)%])(\*{1,3})(?![\w*])")
_BULLET = re.compile(r"[•·▪*–-]\s|\d{1,2}[.)]\s|\t")
_REACH = 80
"""Lines from a note's number in the text down to the note."""
_MOST_LINES = 8
"""Of one note."""


def set_notes_apart(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with each footnote on one line that begins with :data:`NOTE`.

    A footnote is a line "n Text" whose number is the next in order and stands, stuck to a word, in the text before it
    (there it becomes a SEAM); or a line "* Text" whose stars stand in the text before it.
    """
    notes = _Notes(lines)
    for i, line in enumerate(lines):
        notes.read(i, line)
    return notes.found


@dataclass(slots=True)
class _Notes:
    lines: Sequence[Line]
    found: list[Line] = field(default_factory=list)
    marks: dict[str, int] = field(default_factory=dict)
    """Where in ``found`` each number, or row of stars, last stood stuck to a word."""
    expected: int = 1
    pieces: list[Line] = field(default_factory=list)
    """Lines of the note that is being read."""
    candidates: dict[str, list[int]] = field(default_factory=dict)
    """Where in ``lines`` each number stands first on a line."""
    width: int = 0

    def __post_init__(self) -> None:
        self.width = usual_width(line.text for line in self.lines) or 0
        for i, line in enumerate(self.lines):
            if match := _NOTE_LINE.fullmatch(line.text):
                self.candidates.setdefault(match.group(1), []).append(i)

    def read(self, i: int, line: Line) -> None:
        numbered = _NOTE_LINE.fullmatch(line.text)
        starred = _STAR_LINE.fullmatch(line.text)
        if numbered and int(numbered.group(1)) == self.expected and self._is_note(i, line, numbered.group(1)):
            self._unmark(numbered.group(1))
            self._begin(line, f"{NOTE}{self.expected} {numbered.group(2)}")
            self.expected += 1
        elif starred and self._is_marked(starred.group(1)):
            del self.marks[starred.group(1)]
            self._begin(line, f"{NOTE}{starred.group(1)} {starred.group(2)}")
        elif self._continues(line):
            self.pieces.append(line)
            self.found[-1] = replace(self.found[-1], text=f"{self.found[-1].text} {line.text}")
        else:
            self._keep(line)

    def _is_note(self, i: int, line: Line, number: str) -> bool:
        """False without a mark in the text, or when a short line like a heading is followed by one that may be it."""
        if not self._is_marked(number):
            return False
        places = self.candidates[number]
        place = bisect_right(places, i)
        another = place < len(places) and places[place] - i <= _REACH
        return not another or len(line.text) > 60 or STOP.search(line.text) is not None

    def _is_marked(self, mark: str) -> bool:
        return mark in self.marks and len(self.found) - self.marks[mark] < _REACH

    def _unmark(self, number: str) -> None:
        place = self.marks.pop(number)
        line = self.found[place]
        start, stop = next((start, stop) for start, stop in _marks(line.text) if line.text[start:stop] == number)
        self.found[place] = replace(line, text=f"{line.text[:start]}{SEAM}{line.text[stop:]}")

    def _begin(self, line: Line, text: str) -> None:
        self.found.append(replace(line, text=text))
        self.pieces = [line]

    def _continues(self, line: Line) -> bool:
        """True when the note above goes on with ``line``."""
        if not self.pieces or line.gap or line.page != self.pieces[-1].page or len(self.pieces) >= _MOST_LINES:
            return False
        text, last = line.text.lstrip(SEAM), self.pieces[-1].text
        if not text or _BULLET.match(text) or not self.width:
            return text[:1].islower()
        return not STOP.search(last) or len(last) > self.width * 0.8

    def _keep(self, line: Line) -> None:
        self.pieces = []
        for start, stop in () if line.text.startswith("\t") else _marks(line.text):
            self.marks[line.text[start:stop]] = len(self.found)
        if "*" in line.text:
            self.marks.update((match.group(1), len(self.found)) for match in _STAR.finditer(line.text))
        self.found.append(line)


def _marks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where in ``text`` a figure stands stuck to a word."""
    for match in _FIGURE.finditer(text):
        if match.start() > 1 and _WORD_BEFORE.match(text, match.start() - 2):
            yield match.span()
