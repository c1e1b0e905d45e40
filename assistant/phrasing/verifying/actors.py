"""Who does it: the actor of each clause, in the active and in the passive, in a sentence and in its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from assistant.phrasing.verifying.contrasts import Choice, choices, groups
from assistant.phrasing.verifying.reading import Word, read
from assistant.phrasing.verifying.seams import ACTOR_ENDS, GOVERNING, SUBJECT_ENDS

_RELATIVE = re.compile(r"\s*(?:som|vilka|vilken|who|which)\s+")
_BY = re.compile(r"\b(?:av|by)\s+(?:(?:de|den|det|the)\s+)?(?:\w+a\s+)?$", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:ägs|ges|gavs|tas|togs|ses|sågs|fås|leds|görs)\b|\b\w{3,}(?:as|es|ades|des|tes|ts|gs|ds|ns|rs|ls|ågs|övs|oreds)\b"
    r"|\b(?:är|var|blir|blev|har blivit|is|are|was|were|been)\s+(?:\w+\s+)?\w+(?:ad|at|ade|ats|d|t|en|na|da|ta|ed)\b",
    re.IGNORECASE,
)

_COPULA = re.compile(
    r"\b(?:är|var|heter|hette|utgörs av|består av|is|are|was|were)\s+(?!(?-i:[a-zåäö]+)(?:ad|at|ade|ats|ed)\b)",
    re.IGNORECASE,
)
"""A clause that says what something is, not what it does."""


Placed = tuple[int, int, str]
"""Where a name begins and ends, and what it is compared by."""


@dataclass(frozen=True, slots=True)
class Acting:
    """A clause and who acts in it."""

    who: frozenset[str]
    words: tuple[Word, ...]


@lru_cache(maxsize=4096)
def acting(text: str) -> tuple[Acting, ...]:
    """Return the clauses of a text in which an actor can be told."""
    starts = [0, *(match.end() if match[0].strip() else match.start() for match in ACTOR_ENDS.finditer(text))]
    found = []
    actors = [one for one in choices(text) if groups()[one.group].actors]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        mine = [one for one in actors if start <= one.start < end]
        by_whom = _by_whom(text, start, mine)
        who = by_whom or _who(text, start, end, mine)
        if who and (by_whom or not _COPULA.search(text, start, end)):
            words = tuple(word for word in read(text) if start <= word.start < end and word.tells)
            found.append(Acting(frozenset(who), words))
    return tuple(found)


def _by_whom(text: str, start: int, actors: list[Choice]) -> set[str]:
    """Return who is told behind "av" in the passive."""
    by = [one for one in actors if _BY.search(text[start : one.start])]
    return (
        {_head(text, one, actors).which for one in by} if by and _PASSIVE.search(text[start : by[0].start]) else set()
    )


def _head(text: str, one: Choice, actors: list[Choice]) -> Choice:
    """Return whom a genitive is of: "Region Skånes Vuxenpsykiatri" is the clinic, not the region."""
    if not text[one.start : one.end].lower().endswith("s"):
        return one
    return next((other for other in actors if other.start == one.end + 1), one)


def _who(text: str, start: int, end: int, actors: list[Choice]) -> set[str]:
    """Return who acts in ``text[start:end]``: those that no preposition governs."""
    by = [one for one in actors if _BY.search(text[start : one.start])]
    relative = _RELATIVE.match(text, start, end)
    if relative and not any(one.start == relative.end() for one in actors):
        return set()
    free = [
        one
        for one in sorted(actors, key=lambda one: one.start)
        if one not in by
        and not GOVERNING.search(text[start : one.start])
        and not text[one.start : one.end].lower().endswith("s")
    ]
    if not free:
        return set()
    first = free[0]
    if _PASSIVE.search(text[start:end]) and not by and _is_object(text, first, end):
        return set()
    return {first.which, *(one.which for one in free[1:] if _is_joined(text, first, one))}


def _is_object(text: str, one: Choice, end: int) -> bool:
    """True when a passive verb follows at once: what stands before it is what it is done to."""
    return re.match(r"\s+(?:\w+\s+)?\w{3,}(?:as|es|ades|des|tes)\b", text[one.end : end]) is not None


def _is_joined(text: str, first: Choice, other: Choice) -> bool:
    """True for the rest of a list: "Malmö stad och Region Skåne"."""
    between = text[first.end : other.start]
    return len(between) < 60 and re.fullmatch(r"(?:\s*(?:,|och|samt|and)\s*|\s*[A-ZÅÄÖ]\w+\s*)+", between) is not None


def turned_round(sentence: str, own: str, names: Sequence[Placed], there: Sequence[Placed]) -> bool:
    """True when two names stand about the same verb the other way round, both in the active or both in the passive.

    Args:
        names: the names of the sentence.
        there: those of its place.
    """
    said, told = read(sentence), read(own)
    for one, other in pairwise(names):
        verbs = [word for word in said if one[1] <= word.start < other[0] and _does(word)]
        for first, second in pairwise(there):
            if (first[2], second[2]) != (other[2], one[2]) or one[2] == other[2]:
                continue
            same = [word for word in told if first[1] <= word.start < second[0] and _does(word)]
            shared = any(word.means(verb) for word in same for verb in verbs)
            if shared and (" av " in sentence[one[1] : other[0]]) == (" av " in own[first[1] : second[0]]):
                return True
    return False


def moved(sentence: str, own: str, names: Sequence[Placed], there: Sequence[Placed]) -> bool:
    """True when a clause names one thing, and the clause of its place that says the same names another one: what is
    told of two things is told the other way round."""
    if len({name for _, _, name in there}) < 2:
        return False
    told = _with_names(own, there)
    for clause in _with_names(sentence, names) if len(told) > 1 else ():
        shared = [(sum(any(word.means(one) for one in other.words) for word in clause.words), other) for other in told]
        most = max((count for count, _ in shared), default=0)
        nearest = [other for count, other in shared if count == most]
        elsewhere = any(clause.who & other.who for other in told if other not in nearest)
        if clause.who and most and elsewhere and all(other.who and not other.who & clause.who for other in nearest):
            return True
    return False


def _with_names(text: str, names: Sequence[Placed]) -> list[Acting]:
    """Return the clauses of a text, each with the names in it and its other telling words."""
    found, at = [], 0
    for clause in SUBJECT_ENDS.split(text):
        start = text.index(clause, at)
        at = start + len(clause)
        mine = [one for one in names if start <= one[0] < at]
        words = [word for word in read(text) if start <= word.start < at and word.tells]
        words = [word for word in words if not any(one[0] <= word.start < one[1] for one in mine)]
        found.append(Acting(frozenset(name for _, _, name in mine), tuple(words)))
    return [one for one in found if one.words]


def _does(word: Word) -> bool:
    return word.tells and word.lower.endswith(("er", "ar", "ade", "te", "de", "as", "es", "at", "it", "ts"))


def another_acts(sentence: str, own: str) -> bool:
    """True when who acts in a clause of a sentence is not who acts in the clause of its place that says the same."""
    told = acting(own)
    for clause in acting(sentence):
        shared = [(sum(any(word.means(one) for one in other.words) for word in clause.words), other) for other in told]
        most = max((count for count, _ in shared), default=0)
        if most and not any(clause.who & other.who for count, other in shared if count >= most):
            return True
        if (
            not most
            and not clause.who & _at_home()
            and any(_does(word) and _is_told(word, own) for word in clause.words)
        ):
            return True
    return False


@cache
def _at_home() -> frozenset[str]:
    """The association, which may be told to do what its documents leave to be understood."""
    return frozenset(one.which for one in choices("förbundet"))


def _is_told(word: Word, own: str) -> bool:
    return any(_does(other) and word.means(other) for other in read(own))
