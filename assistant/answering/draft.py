"""An answer being written: lines with numbered marks, and the citations behind them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant.answering.facts import Fact
from assistant.answering.quoting import cite
from assistant.answers import Citation
from ingest.model import Document

_SPACES = re.compile(r"\s+")
_MARK = re.compile(r"\[(\d+)\]")
_SPACED_MARK = re.compile(rf"\s*{_MARK.pattern}")
_MARKER = re.compile(r"^(?:[•·▪‣◦●■*–-]|o(?=\s)|\d{1,2}[.)](?!\d)|[a-z]\)|att\b)\s*")


@dataclass(slots=True)
class Draft:
    """An answer being written: its lines and the citations behind them."""

    lines: list[str] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    parts: list[tuple[str, ...]] = field(default_factory=list)
    """The lines that are said to each part of the question, with their "[n]"."""
    worked: list[str] = field(default_factory=list)
    """The lines that say what was reckoned out of the cited figures."""
    remarks: list[str] = field(default_factory=list)
    """The lines on the sources themselves: where they disagree, how many were gone through."""

    def mark(self, document: Document, start: int, end: int, holding: int | None = None) -> str:
        """Return "[n]" for a quote, which has the offset ``holding`` in it; the same place gets the same number."""
        made = cite(document, start, end, len(self.citations) + 1, holding)
        for citation in self.citations:
            if (citation.document, citation.start, citation.end) == (made.document, made.start, made.end):
                return f"[{citation.marker}]"
        self.citations.append(made)
        return f"[{made.marker}]"

    def mark_cells(self, facts: Iterable[Fact]) -> str:
        """Return the marks of rows, each quoted where the cell that is said of it stands verbatim."""
        marks = [self.mark(one.document, one.row.start, one.row.end, one.cell.start) for one in facts]
        return " ".join(dict.fromkeys(marks))

    def say(self, text: str, document: Document, start: int, end: int) -> None:
        self.lines.append(f"{as_sentence(text)} {self.mark(document, start, end)}")

    def itemise(self, begun: int) -> None:
        """Make the lines from ``begun`` on items of a list; lines that lead in to some stay as they are."""
        for at in range(begun, len(self.lines)):
            line = self.lines[at]
            if not line.startswith("- ") and not _MARK.sub("", line).rstrip().endswith(":"):
                self.lines[at] = f"- {line}"

    def remark(self, line: str) -> None:
        """Add a line on the sources themselves."""
        self.lines.append(line)
        self.remarks.append(line)

    def end_part(self, begun: int) -> None:
        """Keep the lines from ``begun`` on, remarks left out, as what is said to a part."""
        lines = tuple(line for line in self.lines[begun:] if line not in self.remarks)
        if lines:
            self.parts.append(lines)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def marks_in(text: str) -> frozenset[int]:
    """Return the numbers of the marks "[n]" in a text."""
    return frozenset(int(number) for number in _MARK.findall(text))


def unmarked(text: str) -> str:
    """Return a text on one line, without the marker of a list item."""
    return _MARKER.sub("", on_one_line(text))


def without_marks(text: str) -> str:
    """Return a line of an answer without its "[n]"."""
    return _SPACED_MARK.sub("", text)


def as_sentence(text: str) -> str:
    text = unmarked(text)
    return text if text.endswith((".", ":", "!", "?", "”")) else f"{text}."


def on_one_line(text: str) -> str:
    return _SPACES.sub(" ", text).strip()
