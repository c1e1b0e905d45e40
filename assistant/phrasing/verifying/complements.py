"""What a clause of a place hangs on, and a sentence may not drop.

The condition that it holds under, what is said to be so, the other one of two things that a figure is of together, an
alternative, and which side of a contrast it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answering.facts import Fact
from assistant.phrasing.verifying.coverage import Bag
from assistant.phrasing.verifying.quantities import quantities
from assistant.phrasing.verifying.reading import Word, read
from assistant.phrasing.verifying.seams import NEW_SENTENCE, SIDES, STATEMENT
from assistant.phrasing.verifying.signs import names_of

TOLD = 0.6
"""Share of the telling words of what a condition bears on from which on a sentence tells it."""

_IF = re.compile(
    r"(?:^|,\s)(?:om|ifall|såvida|förutsatt att|under förutsättning att|if|provided that|unless)\s[^,;:.]+"
    r"|\s(?:om|if)\s(?:\w+\s+){1,3}(?:inte|ingen|not)\b[^,;:.]*"
    r"|\s(?:såvida|förutsatt att|unless|provided that)\s[^,;:.]+",
    re.IGNORECASE,
)
_THAT = re.compile(
    r"(?P<verb>[^\W\d_]{3,})\s+(?:(?:för|till|på|i|av|om|mot|med)\s+)?att\s+(?P<what>[^,;:.]+)", re.IGNORECASE
)
_ANY_IF = re.compile(
    r"\b(?:om|ifall|såvida|förutsatt|förutsättning|när|då|vid|utan|annars|if|unless|when|provided|villkor\w*|enligt)\b"
    r"|^(?:finns|avgår|deltar|saknar|är|utses|ska|har|får|kan)\b",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"(?:^|[:;.,]\s|\b(?:för|av)\s)(?P<one>(?:[^\W\d_]+\s+){1,4})(?:och|samt)\s+(?P<other>(?:[^\W\d_]+\s+){1,3}?)"
    r"(?:är|var|blir|blev|kostar|kostade|uppgår till|uppgick till|ligger på|väntas bli)\s[^,;:.]*$"
)
"""Two things before the verb and the figure that follows: "Eget kapital och ränta är cirka "."""
_TOTAL = re.compile(r"(?:summa|total\w*)\s+(?P<one>[^,;:()]+?)\s+(?:och|samt)\s+(?P<other>[^,;:()]+)", re.IGNORECASE)
_EITHER = re.compile(r"\b([^\W\d_]{4,}) eller ([^\W\d_]{4,})\b")
_OR_OTHERS = re.compile(r"\beller\s+(?:andra|annan|annat|någon annan|något annat)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:andra|annan|annat|other|another)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hung:
    """A part of a place, and what it hangs on."""

    main: str
    on: str


@lru_cache(maxsize=4096)
def _conditions(text: str) -> tuple[Hung, ...]:
    return tuple(
        Hung(f"{part[: match.start()]} {part[match.end() :]}", match[0])
        for part in STATEMENT.split(text)
        for match in _IF.finditer(part)
    )


@lru_cache(maxsize=4096)
def _contents(text: str) -> tuple[Hung, ...]:
    return tuple(Hung(match["verb"], match["what"]) for match in _THAT.finditer(text))


def drops_condition(sentence: str, own: str, language: str = "sv") -> bool:
    """True when a sentence tells what its place says to hold on a condition only, and names no condition."""
    hung = _conditions(own)
    if not hung or _ANY_IF.search(sentence):
        return False
    said = Bag(read(sentence, language), sentence.lower())
    return any(_tells(said, one.main) >= TOLD and not _tells(said, one.on) for one in hung)


def drops_content(sentence: str, own: str, language: str = "sv") -> bool:
    """True when a sentence tells the verb of a that-clause of its place, and nothing of what the clause says."""
    hung = _contents(own)
    if not hung:
        return False
    words = [word for word in read(sentence, language) if word.tells]
    said = Bag(words, sentence.lower())
    return any(_tells(said, one.main) == 1.0 and not _is_told(one.on, said, words) for one in hung)


def _is_told(text: str, said: Bag, words: Sequence[Word]) -> bool:
    """True when a sentence tells a word of a text, or the text one of its; or the text says nothing by itself."""
    there = Bag(read(text), text.lower())
    return _tells(said, text) > 0 or not any(word.tells for word in read(text)) or any(map(there.holds, words))


def drops_other_half(sentence: str, own: str, facts: Sequence[Fact] = (), language: str = "sv") -> bool:
    """True when a sentence tells a figure of one of two things that its place tells it of together.

    Args:
        facts: of a table's row.
    """
    said = Bag(read(sentence, language), sentence.lower())
    told = quantities(sentence)
    if facts:
        match = _TOTAL.match(facts[0].subject)
        return match is not None and _tells_one(said, match)
    for one in quantities(own):
        match = _PAIR.search(own[: one.start]) if any(figure.meets(one) for figure in told) else None
        if match and _tells_one(said, match):
            return True
    return False


def _tells_one(said: Bag, match: re.Match[str]) -> bool:
    return (_tells(said, match["one"]) > 0) is not (_tells(said, match["other"]) > 0)


def drops_alternative(sentence: str, own: str, language: str = "sv") -> bool:
    """True when a sentence tells one of two alternatives of its place as what must be, or tells a figure of some of
    what its place tells it of "or others"."""
    said = Bag(read(sentence, language), sentence.lower())
    if names_of(sentence) & {"must", "only", "all"}:
        for match in _EITHER.finditer(own):
            if (_tells(said, match[1]) > 0) is not (_tells(said, match[2]) > 0):
                return True
    told = [one for one in quantities(own) if any(figure.meets(one) for figure in quantities(sentence))]
    or_others = [match.start() for match in _OR_OTHERS.finditer(own)]
    if not or_others or _OTHERS.search(sentence):
        return False
    return any(at > one.end and not NEW_SENTENCE.search(own[one.end : at]) for one in told for at in or_others)


def crossed(sentence: str, own: str, language: str = "sv") -> bool:
    """True when a clause of a contrast tells together what its place tells in the two clauses of one."""
    theirs = [Bag(read(part), part.lower()) for part in SIDES.split(own)]
    mine = SIDES.split(sentence)
    if len(theirs) < 2 or len(mine) < 2:
        return False
    for part in mine:
        words = (word for word in read(part, language) if word.tells)
        places = ([place for place, bag in enumerate(theirs) if bag.holds(word)] for word in words)
        if len({one[0] for one in places if len(one) == 1}) > 1:
            return True
    return False


def _tells(said: Bag, text: str) -> float:
    words = [word for word in read(text) if word.tells]
    return sum(map(said.holds, words)) / len(words) if words else 0.0
