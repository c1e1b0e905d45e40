"""What may, must or should be done: the mode of each verb, compared between a sentence and its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.phrasing.verifying.reading import Word, read
from assistant.phrasing.verifying.seams import MODE_ENDS
from assistant.phrasing.verifying.wordlists import classed

_MODES = classed("modes")
_NEED = re.compile(
    r"\s+(?:inte\s+)?(?!(?:alla|flera|många|stora|andra|samma|extra|bra|egna|nya)\b)(?:\w{2,}as?|gå|få|bli|se|stå)\b"
)
"""What follows a need that is a mode: something to be done, not something to be had."""
_REACH = 2
"""Words after a mode within which the verb that it is of stands."""


@dataclass(frozen=True, slots=True)
class Moded:
    """A mode and the telling words right after it."""

    mode: str
    words: tuple[Word, ...]


@lru_cache(maxsize=4096)
def moded(text: str, language: str = "sv") -> tuple[Moded, ...]:
    """Return the modes of a text in order."""
    words = read(text, language)
    ends = [match.start() for match in MODE_ENDS.finditer(text)]
    found = []
    for place, word in enumerate(words):
        mode = _MODES.get(word.lower)
        if mode is None or (mode == "need" and not _NEED.match(text, word.end)):
            continue
        stop = min((end for end in ends if end > word.start), default=len(text))
        after = []
        for other in words[place + 1 :]:
            if other.start >= stop or other.lower in _MODES:
                break
            if other.tells:
                after.append(other)
        found.append(Moded(mode, tuple(after[:_REACH])))
    return tuple(found)


def of_another_mode(sentence: str, own: str, language: str = "sv") -> bool:
    """True when what a sentence says may, must or should be done stands with another mode at its place."""
    told = moded(own)
    if told and not {one.mode for one in moded(sentence, language)} <= {one.mode for one in told}:
        return True
    for said in moded(sentence, language):
        if not said.words:
            continue
        shared = [(sum(any(word.means(one) for one in other.words) for word in said.words), other) for other in told]
        most = max((count for count, _ in shared), default=0)
        if most and not any(count == most and other.mode == said.mode for count, other in shared):
            return True
    return False


def done(sentence: str, language: str = "sv") -> Iterator[Word]:
    """Yield the verbs that a sentence says may, must or should be done."""
    return (one.words[0] for one in moded(sentence, language) if one.words and one.words[0].lower.endswith("a"))
