"""Whether a place names what a sentence names: as it stands there, or by another name of the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from assistant.glossary import Glossary
from assistant.lexicon import Lexicon
from assistant.phrasing.verifying.evidence import Held
from assistant.phrasing.verifying.names import base, held, names_in, readings, spelled
from assistant.phrasing.verifying.seams import WORD
from assistant.phrasing.verifying.wordlists import listed

_ANY_ASSOCIATION = frozenset(listed("any_association"))


class Naming:
    """Compares names, those of the glossary with each other too."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._phrases = lru_cache(maxsize=4096)(self._look_up)

    def phrases(self, name: str) -> tuple[str, ...]:
        """Return the glossary's other names of the same, and the turns of phrase for a word, in lower case."""
        return self._phrases(name)

    def misnames(self, text: str, place: Held) -> bool:
        """True when a text names what its place does not, or not what its place is about."""
        if not all(self.holds_one(readings(name), place) for name in names_in(text)):
            return True
        return _names_another(text, place)

    def holds_one(self, ways: Iterable[Sequence[str]], place: Held) -> bool:
        """True when a place holds a name in one of the ways in which it may be read; an empty one names nothing."""
        return any(self._holds(words, place) for words in ways)

    def _holds(self, words: Sequence[str], place: Held) -> bool:
        if not words:
            return True
        others = [tuple(base(word) for word in WORD.findall(other)) for other in self.phrases(" ".join(words))]
        if place.home not in words:
            others = [other for other in others if not _ANY_ASSOCIATION.issuperset(other)]
        return any(held(wanted, place.names, place.spelling, place.home) for wanted in (words, *others))

    def _look_up(self, name: str) -> tuple[str, ...]:
        known = (other.lower() for other in self._glossary.expand(name))
        return (*known, *(Lexicon.load().phrases(name) if " " not in name else ()))


def _names_another(text: str, place: Held) -> bool:
    """True when a place begins with the name of what it is about, and a sentence names what only stands above."""
    opening = (name for name in names_in(place.own) if name.start == 0)
    subject = next((name for name in opening if name.shout or len(name.words) > 1), None)
    if subject is None or place.facts:
        return False
    spelling = spelled(text)
    if any(word in spelling for word in (f" {' '.join(subject.words)} ", f" {subject.words[-1]} ")):
        return False
    above = [name for name in names_in(text) if f" {' '.join(name.words)} " not in spelled(place.own)]
    return any(name.words[0] == subject.words[0] for name in above)
