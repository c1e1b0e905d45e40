"""The clauses of a sentence, each with a verb and a subject of its own or that of the clause before it."""

from __future__ import annotations

import re

from assistant.phrasing.verifying.names import names_in
from assistant.phrasing.verifying.quantities import quantities
from assistant.phrasing.verifying.quantity import Sort
from assistant.phrasing.verifying.seams import JOINT, LETTERS
from assistant.phrasing.verifying.wordlists import listed

VERBS = frozenset(listed("verbs"))
"""Finite verbs that their endings do not give away."""
PROSE = 4
"""Words that a text has at least that says something by itself."""

_REGULAR = re.compile(r"\w{2,}(?:ade|ades|erar|eras|erade|erades|des|dde|ddes|tte|ttes|ed)")
_RELATIVE = re.compile(r"(?:vilk(?:et|en|a)|som|varav|därmed|trots|which|who)\b", re.IGNORECASE)
"""Begins what speaks of the clause before it: neither stands alone."""


def clauses(sentence: str) -> tuple[str, ...]:
    """Return the clauses of a sentence; the sentence alone when it has but one.

    A part without a verb belongs to the part before it. A clause that begins with its verb takes over the subject of
    the first one: what stands before its verb.
    """
    parts: list[str] = []
    at = 0
    for match in JOINT.finditer(sentence):
        rest = sentence[match.end() :].split(",")[0]
        if _has_verb(sentence[at : match.start()]) and (_has_verb(rest) or _is_cut_short(rest)):
            parts.append(sentence[at : match.start()])
            at = match.end()
    parts.append(sentence[at:])
    parts = [part.strip(" .,;") for part in parts if part.strip(" .,;")]
    if any(_RELATIVE.match(part) for part in parts):
        return (sentence,)
    subject = _subject(parts[0]) if parts else ""
    if not subject and any(_begins_with_verb(part) for part in parts[1:]):
        return (sentence,)
    return tuple(f"{subject} {part}" if place and _begins_with_verb(part) else part for place, part in enumerate(parts))


def _is_cut_short(part: str) -> bool:
    """True for a part that leaves its verb to be understood: "och Malmökraften 6 481 587 kr"."""
    figures = [one for one in quantities(part) if one.sort in (Sort.MONEY, Sort.COUNT, Sort.SHARE)]
    return bool(figures) and any(name.start == 0 and name.end < figures[0].start for name in names_in(part))


def _has_verb(part: str) -> bool:
    return any(is_verb(word) for word in LETTERS.findall(part))


def _begins_with_verb(part: str) -> bool:
    word = LETTERS.match(part)
    return word is not None and is_verb(word[0])


def _subject(part: str) -> str:
    """Return what stands before the first verb of a clause, unless that is when or where."""
    for word in LETTERS.finditer(part):
        if is_verb(word[0]):
            before = part[: word.start()].strip()
            return "" if not before or quantities(before) else before
    return ""


def is_prose(text: str) -> bool:
    """True for a text that says something by itself: a verb among some words."""
    words = LETTERS.findall(text)
    return len(words) >= PROSE and any(map(is_verb, words))


def is_verb(word: str) -> bool:
    lower = word.lower()
    return lower in VERBS or _REGULAR.fullmatch(lower) is not None
