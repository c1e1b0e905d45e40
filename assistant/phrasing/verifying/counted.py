"""What a count is of: days are not months, posts are not participants."""

from __future__ import annotations

import re

from assistant.numerals import value
from assistant.phrasing.verifying.clauses import is_verb
from assistant.phrasing.verifying.evidence import Held, Valued
from assistant.phrasing.verifying.quantity import Quantity, Sort
from assistant.phrasing.verifying.reading import read

_NOUN = re.compile(
    r"\s*(?:[–-]\s*\d+\s*)?(?:(?:unika|olika|nya|andra|different|av|de|dem|inskrivna|avslutade|anställda)\s+)*([^\W\d_]{2,})"
)
_SPANS = re.compile(
    r"(?:år|månad|veck|dag|tim|minut|gång|tertial|kvartal|procentenhet|year|month|week|day|hour|minute|time)",
    re.IGNORECASE,
)
_TIMES = ("gång", "time")
_PEOPLE = re.compile(r"are(?:n|s|na|nas)?$", re.IGNORECASE)
_ACTS = re.compile(r"ning(?:en|ar|arna)?$", re.IGNORECASE)
"""What is done, not who does it: listenings are not listeners."""
_MEASURED = re.compile(r"kr|kronor|tkr|mkr|procent|miljon(?:er)?", re.IGNORECASE)
_SPAN_KEYS = {
    "year": "år", "month": "månad", "week": "veck", "day": "dag", "hour": "tim", "minute": "minut", "time": "gång",
}  # fmt: skip


def counts_the_same(sentence: str, figure: Quantity, one: Valued, held: Held, language: str) -> bool:
    """True when what a count is of is what the place counts: days are not months, posts are not participants."""
    if figure.sort is not Sort.COUNT:
        return True
    match = _NOUN.match(sentence, figure.end)
    if match is None or value(match[1]) is not None:
        return True
    span = _SPANS.match(match[1])
    theirs = _NOUN.match(one.text, one.quantity.end)
    if span and span[0].lower() in _TIMES and theirs and _happens(sentence, theirs[1], language):
        return True
    if span:
        there = _SPANS.match(theirs[1]) if theirs else None
        return there is not None and _plain(there[0]) == _plain(span[0])
    word = next(word for word in read(sentence, language) if word.start == match.start(1))
    if not word.tells:
        return not _MEASURED.fullmatch(match[1])
    if theirs and _PEOPLE.search(match[1]) and _ACTS.search(theirs[1]):
        return False
    nouns = [other for other in read(one.text) if theirs and other.start == theirs.start(1)]
    counted = [other for other in nouns if not is_verb(other.lower)]
    if counted and not word.means(counted[0]) and any(word.own & other.own for other in read(one.text)):
        return False
    return held.bag.holds(word)


def _happens(sentence: str, counted: str, language: str) -> bool:
    """True when a sentence tells as done what the place counts: "sammanträdde fyra gånger" for four meetings."""
    return any(word.tells and word.means(other) for word in read(sentence, language) for other in read(counted))


def _plain(span: str) -> str:
    return _SPAN_KEYS.get(span.lower(), span.lower())
