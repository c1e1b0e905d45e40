"""How much of a sentence a place says: its words weighed by their information, and which of the place's it tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from assistant.phrasing.verifying.coverage import Bag, Coverage, cover
from assistant.phrasing.verifying.evidence import Held
from assistant.phrasing.verifying.modes import done
from assistant.phrasing.verifying.names import names_in
from assistant.phrasing.verifying.quantities import quantities
from assistant.phrasing.verifying.reading import Word, read
from assistant.phrasing.verifying.signs import limiting_spans, same_spans

OWN = 0.4
"""Share of a sentence's information that the words of its place cover without what they stand under."""


class Information:
    """Weighs the words of sentences on one question.

    Args:
        weigh: a word's information in nats.
        phrases: names and turns of phrase that mean the same as a word.
        question: what was asked.
        language: of the answer, "sv" or "en".
    """

    def __init__(
        self,
        weigh: Callable[[str], float],
        phrases: Callable[[str], Iterable[str]],
        question: str,
        language: str,
    ) -> None:
        self._weigh = lru_cache(maxsize=4096)(weigh)
        self._phrases = phrases
        self._language = language
        self._asked = frozenset().union(*(word.own for word in read(question, language)))

    def words(self, text: str) -> tuple[Word, ...]:
        """Return the words of a text that evidence must cover: no names, quantities or signs, which are looked at by
        themselves."""
        named = [name for name in names_in(text) if not name.opens or len(name.words) > 1 or name.shout]
        spans = [(name.start, name.end) for name in named]
        spans += [(one.start, one.end) for one in quantities(text)] + same_spans(text)
        words = (word for word in read(text, self._language) if word.tells)
        return tuple(word for word in words if not _is_within(word, spans))

    def cover(self, words: Sequence[Word], bag: Bag) -> Coverage:
        """Return how far a bag of words covers some words of a sentence."""
        return cover(words, bag, self._weigh, self._asked, self._phrases)

    def covers(self, text: str, place: Held) -> bool:
        """True when a place covers enough of a text, and its own words do: what they stand under only says of what."""
        words = self.words(text)
        if not self.cover(words, place.bag).is_enough:
            return False
        if place.facts:
            return True
        of_its_own = (*done(text), *self._narrowing(text, place))
        if any(place.bag.holds(word) and not place.plain.holds(word) for word in of_its_own):
            return False
        return self.cover(words, place.plain).share >= OWN

    def _narrowing(self, text: str, place: Held) -> Iterator[Word]:
        """Yield the words that say what of something the place itself tells: "uppföljningen av planen"."""
        words = read(text, self._language)
        for word, of, other in zip(words, words[1:], words[2:], strict=False):
            if word.tells and of.lower in ("av", "of") and other.tells and place.plain.holds(other):
                yield word

    def told(self, text: str, place: Held) -> dict[str, float]:
        """Return the weight of each word of a place that a text tells, in lower case, and minus that of the others.

        Words that only limit what the others say are left out.
        """
        said = Bag(read(text, self._language), text.lower())
        limiting = limiting_spans(place.own)
        found = {}
        for word in read(place.own):
            if word.tells and not _is_within(word, limiting):
                weight = self._weigh(word.lower)
                found[word.lower] = weight if said.holds(word) else -weight
        return found


def _is_within(word: Word, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= word.start < end for start, end in spans)
