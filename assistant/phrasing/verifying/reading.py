"""A text taken apart once: its words with their roots, the parts of it that belong together, and what is denied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.lexicon import Lexicon, stem
from assistant.phrasing.verifying.denials import denied_clauses
from assistant.phrasing.verifying.seams import PART, WORD
from assistant.phrasing.verifying.wordlists import grouped, listed
from assistant.words import FILLERS, function_words

_ENDINGS = listed("endings")
_SAYING = frozenset(listed("saying"))
_LITTLE = frozenset(listed("little"))
_TOLD_FREELY = frozenset(listed("told_freely"))
_NONE: frozenset[str] = frozenset()
NEAR, APART = 1.0, 0.2
"""What a word counts for that stands in the same part of a text, and in another."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text, ``text[start:end]``."""

    lower: str
    start: int
    end: int
    keys: frozenset[str]
    """What it is known by: its stem, its root, its other forms, what means the same."""
    own: frozenset[str]
    """Its stem and its root alone."""
    senses: tuple[str, ...]
    """The Swedish words for it: itself in a Swedish text."""
    tells: bool
    """It says something: no function word, no figure."""
    part: int
    """Which of the parts of the text it stands in: between commas and conjunctions."""
    denied: bool
    """Its clause is denied."""

    def means(self, other: Word) -> bool:
        return bool(self.keys & other.own or other.keys & self.own)


@lru_cache(maxsize=8192)
def read(text: str, language: str = "sv") -> tuple[Word, ...]:
    """Return the words of a text in order."""
    parts = [match.start() for match in PART.finditer(text)]
    denied = denied_clauses(text)
    tokens = list(WORD.finditer(text))
    senses = _in_swedish([match[0].lower() for match in tokens]) if language == "en" else {}
    found: list[Word] = []
    part = 0
    for place, match in enumerate(tokens):
        while part < len(parts) and parts[part] < match.start():
            part += 1
        lower = match[0].lower()
        meant = senses.get(place, (lower,))
        own = _NONE.union(*map(own_keys, meant))
        is_denied = any(start <= match.start() < end for start, end in denied)
        known = _NONE.union(*map(keys, meant))
        found.append(Word(lower, *match.span(), known, own, meant, bool(meant) and tells(lower), part, is_denied))
    return tuple(found)


def _in_swedish(words: Sequence[str]) -> dict[int, tuple[str, ...]]:
    """Return Swedish words for English ones by their places; none for the rest of a phrase after its first word."""
    lexicon = Lexicon.load()
    found: dict[int, tuple[str, ...]] = {}
    at = 0
    while at < len(words):
        sizes = range(min(lexicon.longest, len(words) - at), 0, -1)
        size = next((n for n in sizes if tuple(words[at : at + n]) in lexicon.english), 0)
        if size:
            found[at] = lexicon.english[tuple(words[at : at + size])]
            found.update(dict.fromkeys(range(at + 1, at + size), ()))
        at += size or 1
    return found


@lru_cache(maxsize=50_000)
def keys(lower: str) -> frozenset[str]:
    lexicon = Lexicon.load()
    return own_keys(lower) | lexicon.forms(lower) | lexicon.synonyms(lower) | _paraphrases().get(stem(lower), _NONE)


@cache
def _paraphrases() -> Mapping[str, frozenset[str]]:
    """Return the stems of words that tell the same, by stem."""
    found: dict[str, frozenset[str]] = {}
    for words in grouped("paraphrases"):
        group = frozenset(map(stem, words))
        for one in group:
            found[one] = found.get(one, _NONE) | group
    return found


@lru_cache(maxsize=50_000)
def own_keys(lower: str) -> frozenset[str]:
    return frozenset({stem(lower), f"~{root(lower)}"})


@lru_cache(maxsize=50_000)
def root(word: str) -> str:
    """Return what is left of a word without its endings, so that "finansiering" and "finansieras" are one."""
    short = stem(word)
    for ending in _ENDINGS:
        if short.endswith(ending) and len(short) - len(ending) >= 4:
            return short[: -len(ending)]
    return short


@lru_cache(maxsize=50_000)
def tells(lower: str) -> bool:
    """True for a word that says something by itself: no function word, no way of telling, no figure."""
    return not (
        lower.isdigit()
        or len(lower) < 2
        or (lower in FILLERS and lower not in _SAYING)
        or lower in function_words("sv")
        or lower in function_words("en")
        or lower in _TOLD_FREELY
    )


def affinity(
    said: Sequence[Word],
    at: tuple[int, int],
    told: Sequence[Word],
    there: tuple[int, int],
    freely: bool = False,
    numbers: bool = False,
) -> float:
    """Return how far the words around two places of two texts are the same, the nearer the more.

    Args:
        said: the words of one text.
        at: where in it the place is, as offsets.
        told: the words of the other.
        there: where in that one.
        freely: words that say little by themselves count, too.
        numbers: figures count, too.
    """

    def counts(word: Word) -> bool:
        return _tells_apart(word) or (freely and word.lower in _TOLD_FREELY) or (numbers and word.lower.isdigit())

    around, beside = _around(said, at, counts), _around(told, there, counts)
    total = 0.0
    for word, weight in around:
        total += max((weight * other_weight for other, other_weight in beside if _same(word, other)), default=0.0)
    return total


def _tells_apart(word: Word) -> bool:
    return word.tells or word.lower in _LITTLE or (len(word.lower) == 4 and word.lower.isdigit())


def _same(word: Word, other: Word) -> bool:
    if word.lower in _LITTLE or other.lower in _LITTLE or "av" in (word.lower, other.lower):
        return word.lower == other.lower
    return word.means(other)


def _around(words: Sequence[Word], at: tuple[int, int], counts: Callable[[Word], bool]) -> list[tuple[Word, float]]:
    """Return the words around a place with their weight, 1 for the next one, less for those farther off."""
    before = [word for word in words if word.end <= at[0]]
    after = [word for word in words if word.start >= at[1]]
    counted = [(after[0], 1.0)] if after and after[0].tells and after[0].start - at[1] <= 1 else []
    part = next((word.part for word in words if at[0] <= word.start < at[1]), -1)
    whole = [word for word in before[-2:] if word.lower == "av" and before[-1].lower in ("av", "de", "dem", "alla")]
    found = [(word, 1.0) for word in whole]
    return [*found, *counted, *_weighted(reversed(before), part, counts), *_weighted(after, part, counts)]


def _weighted(words: Iterable[Word], part: int, counts: Callable[[Word], bool]) -> list[tuple[Word, float]]:
    telling = [word for word in words if counts(word)][:12]
    return [(word, (NEAR if word.part == part else APART) / (1 + place)) for place, word in enumerate(telling)]
