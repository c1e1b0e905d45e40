"""Numbers of people in sentences: how many took part, ended, went on to work or to studies, and what the goal was.

"190 deltagare har varit inskrivna", "31 slutade, av dem 12 till arbete och 4 till studier", "274 inskrivna mot
helårsmålet 450". What shall be is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.register.model import Measure
from ingest.tables.figures import find

DEFAULT = "deltagare"

_BRACKETS = re.compile(r"\([^()]*\)")
_PEOPLE = re.compile(
    r"\s*(?:st\.?\s+)?(?:unika\s+|olika\s+)?(?:deltagare|personer|individer|människor|ungdomar|\w+bor)(?!\w)",
    re.IGNORECASE,
)
_GOAL_BEFORE = re.compile(r"(?<!\w)(?:helårs|års)?mål(?:et|en)?(?:\s+(?:om|på|är|var|minst))*\s+$", re.IGNORECASE)
_HAD = re.compile(r"(?<!\w)(?:har|hade|haft)\s+(?:ca|cirka|omkring|drygt|knappt|nästan)?\s*$", re.IGNORECASE)
_WANTED = re.compile(
    r"(?<!\w)(?:ska|skall|skulle|bör|kan|plan|planeras|beräknas|väntas|förväntas|per (?:år|månad|termin))(?!\w)"
    r"|^\W*(?:nå|obs)(?!\w)",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"\s*(?:av|/)\s*\d", re.IGNORECASE)
_FAR = 140
"""Characters after a number in which it is said what it is of."""
_NEAR = 24
"""Characters before a number in which it is said, when it is not after."""


@dataclass(frozen=True, slots=True)
class Count:
    """``text[start:end]`` is a number of people."""

    start: int
    end: int
    number: float
    what: str
    measure: Measure


def counts_in(text: str, *, is_terse: bool = False) -> Iterator[Count]:
    """The numbers of people in a sentence, in order.

    Args:
        is_terse: the text is a note without verbs, in which "190 deltagare" says enough.
    """
    if _WANTED.search(text):
        return
    # Brackets are read for goals alone: "(mål 140)".
    plain = _BRACKETS.sub(lambda match: " " * len(match.group()), text)
    numbers = [(start, end, figure.value) for start, end, figure in find(text) if figure.unit in ("", "st")]
    outside = [(start, end) for start, end, _ in numbers if plain[start:end].strip()]
    for start, end, value in numbers:
        before = max((stop for _, stop in outside if stop <= start), default=0)
        after = min((begin for begin, _ in outside if begin > start), default=len(text))
        said = plain[end : min(after, end + _FAR)]
        if _GOAL_BEFORE.search(text, before, start):
            yield Count(start, end, float(value), _what(said) or _thing(said), Measure.GOAL)
        elif (start, end) in outside and not _OF_OTHERS.match(text, end):
            what = _what(said) or _what_before(plain[max(before, start - _NEAR) : start], said, is_terse)
            if what:
                yield Count(start, end, float(value), what, Measure.OUTCOME)


def _what(said: str) -> str:
    """What is said first; "" when nothing is."""
    found = [(match.start(), what) for what, pattern in _patterns() if (match := pattern.search(said))]
    if not found:
        return ""
    first, what = min(found, key=lambda one: one[0])
    onward = [one for one in found if one[1].startswith("till ") and one[0] - first < _NEAR]
    return min(onward, key=lambda one: one[0])[1] if what == "avslutade" and onward else what


def _what_before(said: str, after: str, is_terse: bool) -> str:
    """What is said right before a number of people."""
    people = _PEOPLE.match(after)
    if people is None:
        return ""
    found = [(match.start(), what) for what, pattern in _patterns() for match in pattern.finditer(said)]
    if found:
        return max(found, key=lambda one: one[0])[1]
    is_theirs = "deltagare" in people.group().lower() and _HAD.search(said)
    return DEFAULT if is_terse or is_theirs else ""


def _thing(said: str) -> str:
    """What the word right after a goal is, when it is none for people."""
    word = re.match(r"\s+([^\W\d_]{3,})", said)
    return word[1] if word and not _PEOPLE.match(said) else DEFAULT


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    lines = (Path(__file__).parent / "counts.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple(
        (what, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)".replace(" ", r"\s+"), re.IGNORECASE))
        for what, pattern in pairs
    )
