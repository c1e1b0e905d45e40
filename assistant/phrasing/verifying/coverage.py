"""How much of what a sentence says its evidence says too: the share of its words' information that is covered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from assistant.phrasing.verifying.reading import Word, keys, own_keys
from assistant.phrasing.verifying.wordlists import listed

ENOUGH = 0.9
"""Share of a sentence's information that its evidence must cover."""

WEIGHTY = 2.0
"""Nats from which on a word that nothing covers is too much by itself."""

ASKED = 0.5
"""What a word of the question counts for that its evidence does not hold."""

_ENDING = re.compile(r"(?:[aeo]?[rnt]?(?:na|en)?|et|a[dt]e?|ande|ning(?:en|ar|arna)?)s?")
"""What may follow the last part of a compound."""
_PARTICLES = listed("particles")
_TURNING = frozenset(listed("turning"))
_SHORTEST = 4
"""Letters of a part of a compound."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a piece of evidence covers of a sentence."""

    share: float
    """Of the information of its words, 0 to 1; 1 for a sentence without any."""
    heaviest: float
    """Nats of the heaviest word that is not covered."""

    @property
    def is_enough(self) -> bool:
        return self.share >= ENOUGH and self.heaviest < WEIGHTY


class Bag:
    """The words of a piece of evidence, for looking up."""

    def __init__(self, words: Iterable[Word], phrases: str) -> None:
        seen = {word.lower: word for word in words}
        self._own = frozenset().union(*(word.own for word in seen.values())) if seen else frozenset()
        self._keys = frozenset().union(*(word.keys for word in seen.values())) if seen else frozenset()
        self._words = tuple(seen)
        self._all = " ".join(self._words)
        self._text = phrases
        self._held: dict[str, bool] = {}

    def holds(self, word: Word, phrases: Iterable[str] = ()) -> bool:
        """True when the evidence says a word, in another form, in other words, or as a part of a compound."""
        if word.lower not in self._held:
            self._held[word.lower] = any(self._says(one) or self._says_in_parts(one) for one in word.senses)
        return self._held[word.lower] or any(phrase in self._text for phrase in phrases)

    def _says(self, lower: str) -> bool:
        if own_keys(lower) & self._own or keys(lower) & self._own or own_keys(lower) & self._keys:
            return True
        if not any(plain in self._all for plain in _plain(lower)):
            return False
        return any(is_part(lower, word) for word in self._words)

    def _says_in_parts(self, lower: str) -> bool:
        """True for a compound of which the evidence says both halves: "kursavgift" for "avgift för kursen"."""
        if any(self._says(head) and self._says(tail) for head, tail in halves(lower)):
            return True
        apart = [lower[len(one) :] for one in _PARTICLES if lower.startswith(one) and one in self._words]
        return any(len(rest) >= _SHORTEST and self._says(rest) for rest in apart)


@lru_cache(maxsize=50_000)
def _plain(word: str) -> tuple[str, ...]:
    """Return the stem and the root of a word that is long enough to be a part of another."""
    if len(word) < _SHORTEST:
        return ()
    found = dict.fromkeys(key.lstrip("~") for key in own_keys(word))
    return tuple(plain for plain in found if len(plain) >= _SHORTEST - 1)


@lru_cache(maxsize=50_000)
def is_part(word: str, compound: str) -> bool:
    """True when ``word`` is the beginning or the end of ``compound``, and no beginning turns it."""
    for plain in _plain(word):
        if len(compound) < len(plain) + 3:
            continue
        if compound.startswith(plain) and len(plain) >= 5:
            return True
        at = compound.rfind(plain)
        if at >= 3 and _ENDING.fullmatch(compound, at + len(plain)) and compound[:at].rstrip("s") not in _TURNING:
            return True
    return False


@lru_cache(maxsize=50_000)
def halves(word: str) -> tuple[tuple[str, str], ...]:
    """Return where a long word may be a compound: its two parts, a joining "s" left out."""
    found = []
    for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
        head, tail = word[:at], word[at:]
        if head not in _TURNING:
            found.append((head.removesuffix("s") if len(head) > _SHORTEST else head, tail))
    return tuple(found)


def cover(
    words: Iterable[Word],
    bag: Bag,
    weigh: Callable[[str], float],
    asked: frozenset[str],
    phrases: Callable[[str], Iterable[str]],
) -> Coverage:
    """Measure how far ``bag`` covers the words of a sentence.

    Args:
        words: those that tell something.
        weigh: a word's information in nats.
        asked: keys of the question's words; what only they cover counts for less, neither way in full.
        phrases: names and turns of phrase that mean the same as a word.
    """
    total = covered = heaviest = 0.0
    for word in {word.lower: word for word in words if word.tells}.values():
        weight = max(map(weigh, word.senses))
        held = bag.holds(word, phrases(word.lower))
        if not held and word.own & asked:
            weight *= ASKED
        total += weight
        covered += weight * held
        if not held:
            heaviest = max(heaviest, weight)
    return Coverage(covered / total if total else 1.0, heaviest)
