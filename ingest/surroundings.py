"""Tell a heading by how its line reads and by what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest import headings
from ingest.headings import Setting
from ingest.model import Block, Line, TableDraft
from ingest.repair import NOTE


@dataclass(frozen=True, slots=True)
class Text:
    """A line, and its text with single spaces and no seams at its edges."""

    line: Line
    words: str

    def fitted(self, below: str) -> int:
        """Its length with the first word of the text below it."""
        return len(self.line.text) + 1 + len(below.split(maxsplit=1)[0])


_A_TABLE = Text(Line("Tabell", gap=1), "Tabell")
"""Stands for a table below: a short line above it may be its heading."""


@dataclass(frozen=True, slots=True)
class Place:
    """A line and what stands around it."""

    text: Text
    above: Text | None
    """The line before; None after a table or residue."""
    heading: Block | None
    """The heading that it stands right below."""
    following: Sequence[Text | TableDraft]
    """The two after it, fewer at the end."""

    @property
    def below(self) -> Text | None:
        """The line below, past a note; a table counts as a line of text with room above it."""
        for text in self.following:
            if isinstance(text, TableDraft):
                return _A_TABLE
            if not text.line.text.startswith(NOTE):
                return text
        return None


def heading_mark(place: Place, setting: Setting) -> str | None:
    """Return the number of the heading that a line is, "" for one without, None for no heading."""
    words = place.text.words
    if len(words) > headings.MAX_NUMBERED_HEADING:
        return None
    number = headings.number_of(words, setting)
    mark = number.mark if number else ""
    if number and headings.is_certain(number):
        rest = words[number.end :]
        if not rest or headings.reads_like_heading(rest[: headings.MAX_HEADING]):
            return mark
    if headings.is_capitals(words) and len(words) <= headings.MAX_HEADING and not words.endswith(","):
        return mark
    return mark if is_weak_heading(place, setting) else None


def is_strong_heading(place: Place, setting: Setting, stops: bool, is_full: bool) -> bool:
    """True when a heading that its number or its capitals tell stands below a line that ends.

    Args:
        stops: the line above ends like a sentence.
        is_full: the first word of this line would have had no room on it.
    """
    number = headings.number_of(place.text.words, setting)
    is_numbered = number is not None and headings.is_certain(number)
    if not (is_numbered or headings.is_capitals(place.text.words)) or heading_mark(place, setting) is None:
        return False
    return stops or (is_numbered and not is_full)


def is_weak_heading(place: Place, setting: Setting) -> bool:
    """True for a line that reads like a heading, has text below it and stands apart from the text above."""
    text, words, below = place.text, place.text.words, place.below
    if len(words) > headings.MAX_HEADING or "\t" in text.line.text.strip():
        return False
    number = headings.number_of(words, setting)
    if not headings.reads_like_heading(words[number.end :] if number else words):
        return False
    if below is None or not below.words or below.line.text.startswith("\t") or headings.is_postal(below.words):
        return False
    if below.words[0].islower():
        if not _is_first_of_two(place, below, setting):
            return False
    elif setting.width is not None and text.fitted(below.words) > setting.width * 0.9:
        return False
    if place.heading is None:
        return _stands_apart(place, below, setting)
    return _may_stand_under(place.heading, text, below, setting)


def _may_stand_under(heading: Block, text: Text, below: Text, setting: Setting) -> bool:
    """True for a heading below a heading: apart from it, or with running text right below it."""
    if text.line.gap > 0:
        return True
    if below.line.gap or headings.number_of(below.words, setting) is not None:
        return False
    return heading.mark != "" or heading.text.isupper() or len(below.words) > setting.full_line * 0.6


def _stands_apart(place: Place, below: Text, setting: Setting) -> bool:
    text = place.text
    before = place.above.words if place.above is not None else ""
    if before.endswith(":") or (before and text.line.gap == 0 and not headings.STOP.search(before)):
        return False
    if setting.width is None:
        return (not before or text.line.gap > 0 or below.line.gap > 0) and len(text.words) < 80
    return text.line.gap > 0 or not before or below.line.gap == 0


def _is_first_of_two(place: Place, below: Text, setting: Setting) -> bool:
    """True for the first of two lines, with room around them, that read like one long heading."""
    text = place.text
    is_long = setting.width is not None and len(text.words) >= setting.width * 0.5
    if not is_long or text.line.gap == 0 or below.line.gap > 0 or len(place.following) < 2:
        return False
    after = place.following[1]
    is_alone = isinstance(after, TableDraft) or (after.line.gap > 0 and not after.words[:1].islower())
    is_short = len(below.words) < setting.full_line * 0.8
    return is_alone and is_short and headings.reads_like_heading(f"{text.words[:1]} {below.words}")
