"""Words for words: general-language synonyms, forms the stemmer keeps apart, and Swedish for English.

The glossary knows the terms of the field; this knows ordinary words. ``synonyms.txt`` and ``english.tsv`` say at
their top how their lines are read. Swedish words are compared by their Snowball stem.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import Stemmer

_FOLDER = Path(__file__).parent
_WORD = re.compile(r"[^\W_]+")
_STEMMER = Stemmer.Stemmer("swedish")
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Synonyms and forms by stem, English phrases by their words; :meth:`load` reads the packaged files."""

    groups: Mapping[str, frozenset[str]]
    """Stem to the stems of its group, itself included."""
    asked: Mapping[str, frozenset[str]]
    """Word that is understood only in this form, in lower case, to the stems it asks for."""
    kinds: Mapping[str, frozenset[str]]
    """Stem of a word to the stems of words for kinds of what it means: asked with it, not the other way about."""
    turns: Mapping[str, frozenset[str]]
    """Stem to turns of phrase, in lower case, that say the same."""
    inflections: Mapping[str, frozenset[str]]
    """Stem to the stems of all forms of its word, itself included."""
    english: Mapping[tuple[str, ...], tuple[str, ...]]
    """Words of an English phrase to Swedish words, in lower case."""
    longest: int
    """Words in the longest English phrase."""

    @classmethod
    @cache
    def load(cls) -> Lexicon:
        """Return the lexicon of the packaged files, which are read once."""
        groups: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
        asked: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
        inflections: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
        kinds: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
        turns: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
        for line in _lines(_FOLDER / "synonyms.txt"):
            if line.startswith(">"):
                general, specific = (stems(side.split()) for side in line[1:].split(":"))
                for one in general:
                    kinds[one] |= specific
                continue
            mark, *words = line.split() if line.startswith("=") else ("", *line.split())
            own = stems(word for word in words if "_" not in word and not word.startswith("("))
            phrases = frozenset(word.replace("_", " ") for word in words if "_" in word)
            for one in own:
                (inflections if mark else groups)[one] |= own
                turns[one] |= phrases
            for word in words:
                if word.startswith("("):
                    asked[word.strip("()")] |= own
        rows = (line.split("\t") for line in _lines(_FOLDER / "english.tsv"))
        english = {_words(key): tuple(swedish.split()) for keys, swedish in rows for key in keys.split("|")}
        found = (dict(groups), dict(asked), dict(kinds), dict(turns), dict(inflections))
        return cls(*found, english, max(map(len, english)))

    def forms(self, word: str) -> frozenset[str]:
        """Return the stems of the other forms of the Swedish ``word``; empty when its stem covers them."""
        own = stem(word)
        return self.inflections.get(own, _NONE) - {own}

    def synonyms(self, word: str) -> frozenset[str]:
        """Return the stems of the other words that may stand for the Swedish ``word``, its own other forms included."""
        stemmed = stem(word)
        own = self.inflections.get(stemmed, _NONE) | {stemmed}
        near = own | self.asked.get(word.lower(), _NONE) | _union(self.groups, own)
        near |= _union(self.kinds, near)
        return (near | _union(self.inflections, near)) - {stemmed}

    def phrases(self, word: str) -> frozenset[str]:
        """Return the turns of phrase, lower case, that may stand for the Swedish ``word``."""
        stemmed = stem(word)
        return _union(self.turns, self.inflections.get(stemmed, _NONE) | {stemmed})

    def translate(self, text: str) -> Translation:
        """Translate the English in ``text``, the longest phrase at a time; each Swedish word stands once."""
        words = _words(text)
        first: list[str] = []
        others: list[str] = []
        left: list[str] = []
        start = 0
        while start < len(words):
            sizes = range(min(self.longest, len(words) - start), 0, -1)
            size = next((n for n in sizes if words[start : start + n] in self.english), 0)
            found = self.english.get(words[start : start + size], ())
            most = len(found) if size > 1 else 1
            first.extend(found[:most])
            others.extend(found[most:])
            left.extend(words[start : start + 1] if not size else ())
            start += size or 1
        return Translation(*(tuple(dict.fromkeys(one)) for one in (first, others, left)))


@dataclass(frozen=True, slots=True)
class Translation:
    """Swedish for an English text, in its order, lower case."""

    words: tuple[str, ...]
    others: tuple[str, ...]
    """Other Swedish words for some of them."""
    left: tuple[str, ...]
    """English words without a Swedish one, names and figures among them."""


def _lines(path: Path) -> Iterator[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return (line for line in lines if line.strip() and not line.startswith("#"))


_APART = "styrels"
"""The beginning of words that Snowball cuts down to another word ("styrelse" to "styra")."""


def stems(words: Iterable[str]) -> frozenset[str]:
    """Return the Snowball stems of Swedish words."""
    return frozenset(stem(word) for word in words)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the Snowball stem of a Swedish word; one that the stemmer takes for another word is kept apart."""
    lower = word.lower()
    return _APART if lower.startswith(_APART) else str(_STEMMER.stemWord(lower))


def _union(table: Mapping[str, frozenset[str]], stems: Iterable[str]) -> frozenset[str]:
    return _NONE.union(*(table.get(one, _NONE) for one in stems))
