"""Names: words written with a capital inside a sentence, or in capitals, and whether what is cited holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*(?::s\b)?")
_STARTS = re.compile(r"(?:^|[.!?:;]\s+|[”\"»(–-]\s*)$")
_VERSION = re.compile(r"\d\.\d")
_NO_NAME = re.compile(
    r"(?:[mt]n?kr|m?sek|\w+bo(?:n|ns|r|rs|rna|rnas)?|january|february|march|april|may|june|july"
    r"|august|september|october|november|december)(?::s)?",
    re.IGNORECASE,
)
"""Written with a capital, but no name: units, and those who live somewhere ("Malmöbor")."""
_ABBREVIATION = 2
"""Letters of what is a name in brackets though it is not in capitals: "(s)"."""


@dataclass(frozen=True, slots=True)
class Name:
    """A run of words that names something."""

    words: tuple[str, ...]
    """Lower case, without the ending of a genitive."""
    start: int
    end: int
    opens: bool
    """It begins the sentence, so that its first word may be no name at all."""
    shout: bool
    """Its first word is in capitals, has a figure or is an abbreviation in brackets: a name wherever it stands."""


@lru_cache(maxsize=8192)
def names_in(text: str) -> tuple[Name, ...]:
    """Return the names in a text in order."""
    return tuple(_runs(text))


def _runs(text: str) -> Iterator[Name]:
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        if run and text[run[-1].end() : token.start()] != " ":
            yield _name(text, run)
            run = []
        if _is_name(text, token) or (run and _VERSION.fullmatch(token[0])):
            run.append(token)
        elif run:
            yield _name(text, run)
            run = []
    if run:
        yield _name(text, run)


def _is_name(text: str, token: re.Match[str]) -> bool:
    return not _NO_NAME.fullmatch(token[0]) and (token[0][0].isupper() or _is_abbreviated(text, token))


def _is_abbreviated(text: str, token: re.Match[str]) -> bool:
    """True for a few letters alone in brackets: the party that somebody sits for, what is shortened just before."""
    in_brackets = text[max(0, token.start() - 1) : token.end() + 1] == f"({token[0]})"
    return in_brackets and len(token[0]) <= _ABBREVIATION and token[0].isalpha()


def _name(text: str, run: Sequence[re.Match[str]]) -> Name:
    words = tuple(base(token[0]) for token in run)
    first = run[0][0].split(":")[0]
    shout = len(first) > 1 and (first.isupper() or any(map(str.isdigit, first)))
    shout = shout or _is_abbreviated(text, run[0])
    return Name(words, run[0].start(), run[-1].end(), bool(_STARTS.search(text[: run[0].start()])), shout)


@lru_cache(maxsize=50_000)
def base(word: str) -> str:
    """Return a word of a name in lower case, without the ending of a genitive: "Malmös" and "AF:s"."""
    lower = word.lower()
    for ending in (":s", "’s", "'s"):
        lower = lower.removesuffix(ending)
    return lower[:-1] if len(lower) > 3 and lower.endswith("s") else lower


def spelled(text: str) -> str:
    """Return a text as names are looked for in it: its words as :func:`base` makes them, one space between them."""
    return f" {' '.join(base(token) for token in _TOKEN.findall(text))} "


def held(words: Sequence[str], evidence: Iterable[Name], spelling: str, home: str = "") -> bool:
    """True when what is cited holds a name as it is, or within a longer one that the sentence does not cut short.

    "IPS" is not "IPS Unga": a name that only begins another one is another name, unless it stands alone too.

    Args:
        evidence: the names in what is cited.
        spelling: what is cited, as :func:`spelled` writes it.
        home: the place of the association: "Arbetsförmedlingen Malmö" is its Arbetsförmedlingen.
    """
    wanted = tuple(words)
    joined = f" {' '.join(wanted)} "
    if joined not in spelling:
        return False
    alone = spelling.count(joined)
    cut = sum(_begins_with(one.words, wanted) and one.words != (*wanted, home) for one in evidence)
    return alone > cut


def _begins_with(run: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return len(run) > len(wanted) and run[: len(wanted)] == wanted


@lru_cache(maxsize=4096)
def placed(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return the names of a text with their places."""
    return tuple((name.start, name.end, " ".join(name.words)) for name in names_in(text))


@lru_cache(maxsize=4096)
def proper(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return the names of a text that are no common words for where they stand, as they may be read, with their
    places."""
    named = (name for name in names_in(text) if not name.opens or name.shout or len(name.words) > 1)
    return tuple((one.start, one.end, " ".join(words)) for one in named for words in readings(one))


def readings(name: Name) -> Iterator[Sequence[str]]:
    """Yield how a name may be read: as it is; without its first word, when that may only begin the sentence.

    A name of one such word may be no name at all, and nothing is left of it.
    """
    yield name.words
    if name.opens and not name.shout:
        yield name.words[1:]
