"""Which meeting minutes are of: who met, on which day, and in which tense they tell of it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ingest.model import Document
from ingest.register.acts import Form, find
from ingest.register.bodies import bodies
from ingest.register.dating import dates
from ingest.register.matters import Minutes

_MEETS = frozenset({"styrelsen", "presidiet", "arbetsutskottet", "medlemssamrådet", "beredningsgruppen", "styrgruppen"})
"""The bodies that keep minutes."""
_BOARD = re.compile(r"styrelse", re.IGNORECASE)
_HELD = re.compile(r"sammanträd|möte|datum|\btid\b|plats|protokoll|(?:mån|tis|ons|tors|fre|lör|sön)dag", re.IGNORECASE)
_NOT_HELD = re.compile(
    r"juster|anslag|anslås|kallelse|utskri|skicka|nästa|föregående|förra|expedier|nedtag", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting."""

    body: str
    date: str
    """ÅÅÅÅ-MM-DD, or "" when the minutes do not say."""
    is_present: bool
    """The minutes are written in the present tense, so that the past tense tells of what was before."""


def meeting_of(document: Document, minutes: Minutes) -> Meeting:
    """The meeting that ``document`` is the minutes of."""
    start, end = minutes.head
    head = document.text[start:end]
    whole = document.text[end:]
    present = sum(1 for one in find(whole, {Form.PRESENT}) if one.verb == "besluta")
    past = sum(1 for one in find(whole, {Form.PAST}) if one.verb == "besluta")
    return Meeting(_body(document.source.title, head, whole), _date(document, head), present > past)


def _body(title: str, head: str, whole: str) -> str:
    """The body that the title or head names, else the one that the minutes name most, else the board."""
    for text in (title, head):
        if _BOARD.search(text):
            return "styrelsen"
        named = next((one.name for one in bodies(text) if one.name in _MEETS), None)
        if named:
            return named
    counted = Counter(one.name for one in bodies(whole) if one.name in _MEETS)
    return counted.most_common(1)[0][0] if counted else "styrelsen"


def _date(document: Document, head: str) -> str:
    """The day of the meeting: the first one in a line of the head that speaks of the meeting, else the first at all."""
    lines = [line for line in head.split("\n") if not _NOT_HELD.search(line)]
    held = [line for line in lines if _HELD.search(line)]
    for line in (document.source.title, *held, *lines):
        found = next((one.date for one in dates(line) if len(one.date) == 10), None)
        if found:
            return found
    return document.source.starts.isoformat() if document.source.starts and document.source.type == "beslut" else ""
