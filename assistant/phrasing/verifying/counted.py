"""What a count is of: days are not months, posts are not participants."""

from __future__ import annotations

import re

from assistant.numerals import value
from assistant.phrasing.verifying.clauses import is_verb
from assistant.phrasing.verifying.coverage import Bag
from assistant.phrasing.verifying.evidence import Held, Valued
from assistant.phrasing.verifying.quantity import Quantity, Sort
from assistant.phrasing.verifying.reading import Word, read
from assistant.words import function_words

_NOUN = re.compile(
    r"\s*(?:[–-]\s*\d+\s*)?(?:(?:unika|olika|nya|andra|different|av|de|dem|inskrivna|avslutade|anställda)\s+)*([^\W\d_]{2,})"
)
_OF = re.compile(r"\s*(?:av|of)\s+", re.IGNORECASE)
_OF_FIRST = re.compile(r"(?:av|of)\s+", re.IGNORECASE)
_ADJECTIVE = re.compile(r"\w+(?:ade|nde|nda|iga|iska|ella|iva|ösa|rda|tta|ed|ing)|nya|alla|samtliga")
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
    counted = _counted(one)
    others = [noun for other in held.valued if other.quantity.start != one.quantity.start for noun in _counted(other)]
    if counted and Bag(others, "").holds(word) and not Bag(counted, "").holds(word):
        return False
    if not word.tells:
        return not _MEASURED.fullmatch(match[1])
    if theirs and _PEOPLE.search(match[1]) and _ACTS.search(theirs[1]):
        return False
    if counted and not word.means(counted[0]) and any(word.own & other.own for other in read(one.text)):
        return False
    return held.bag.holds(word)


def _counted(one: Valued) -> list[Word]:
    """Return the noun that a place counts, if it stands right behind the figure."""
    match = _NOUN.match(one.text, one.quantity.end)
    nouns = [word for word in read(one.text) if match and word.start == match.start(1)]
    return [word for word in nouns if not is_verb(word.lower)]


def is_share_of_the_same(sentence: str, figure: Quantity, one: Valued, language: str) -> bool:
    """True unless a share is of one thing in a sentence and of another in its place: projects are not people."""
    if figure.sort is not Sort.SHARE:
        return True
    mine, theirs = _whole(sentence, figure, language), _whole(one.text, one.quantity, "sv")
    return mine is None or theirs is None or Bag([theirs], "").holds(mine) or Bag([mine], "").holds(theirs)


def _whole(text: str, share: Quantity, language: str) -> Word | None:
    """Return the noun for what a share is of: "40 procent av projekten", "av de nya projekten ska 40 procent"."""
    match = _OF.match(text, share.end) or _OF_FIRST.match(text)
    if match is None:
        return None
    after = (word for word in read(text, language) if word.start >= match.end())
    named = (word for word in after if word.lower not in function_words(language))
    return next((word for word in named if not _ADJECTIVE.fullmatch(word.lower)), None)


def _happens(sentence: str, counted: str, language: str) -> bool:
    """True when a sentence tells as done what the place counts: "sammanträdde fyra gånger" for four meetings."""
    return any(word.tells and word.means(other) for word in read(sentence, language) for other in read(counted))


def _plain(span: str) -> str:
    return _SPAN_KEYS.get(span.lower(), span.lower())
