"""Names: words written with a capital inside a sentence, or in capitals, and whether what is cited holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.words import function_words

_TOKEN = re.compile(r"[^\W_]+(?:[-.:][^\W_]+)*")
_STARTS = re.compile(r"(?:^|[.!?:]\s+|[”\"(]\s*)$")
_JOINS = frozenset({"i", "och", "av", "för", "the", "of"})
"""Words in small letters that may stand inside a name."""


@dataclass(frozen=True, slots=True)
class Name:
    """A run of words that names something."""

    words: tuple[str, ...]
    """Lower case, without the ending of a genitive."""
    start: int
    end: int
    opens: bool
    """It begins the sentence, so that its first word may be no name at all."""


def names_in(text: str) -> list[Name]:
    """Return the names in a text in order."""
    return list(_runs(text))


def _runs(text: str) -> Iterator[Name]:
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        if run and text[run[-1].end() : token.start()] != " ":
            yield _name(text, run)
            run = []
        if token[0][0].isupper() or (run and _is_part(token[0])):
            run.append(token)
        elif run:
            yield _name(text, run)
            run = []
    if run:
        yield _name(text, run)


def _is_part(word: str) -> bool:
    """True for what may follow in a name without a capital: a figure with a stop, as in "Malmökraften 2.0"."""
    return bool(re.fullmatch(r"\d\.\d", word))


def _name(text: str, run: list[re.Match[str]]) -> Name:
    words = tuple(base(token[0]) for token in run)
    return Name(words, run[0].start(), run[-1].end(), bool(_STARTS.search(text[: run[0].start()])))


def base(word: str) -> str:
    """Return a word of a name in lower case, without the ending of a genitive: "Malmös" and "AF:s"."""
    lower = word.lower()
    for ending in (":s", "’s", "'s"):
        lower = lower.removesuffix(ending)
    return lower[:-1] if len(lower) > 3 and lower.endswith("s") else lower


def is_common(word: str) -> bool:
    """True for a word that a sentence may begin with and that names nothing."""
    return word in function_words("sv") or word in function_words("en")


def held(name: Name, evidence: Iterable[Name], words: frozenset[str], others: Iterable[tuple[str, ...]]) -> bool:
    """True when what is cited holds ``name``: as it is, by another name of the same, or within a longer one that the
    sentence does not cut short.

    Args:
        evidence: the names in what is cited.
        words: the words of what is cited, as :func:`base` makes them.
        others: other names of the same, as words.
    """
    runs = [one.words for one in evidence]
    for wanted in (name.words, *others):
        if any(wanted == run for run in runs) or any(_ends_with(run, wanted) for run in runs):
            return True
        if any(_begins_with(run, wanted) for run in runs):
            # "IPS" is not "IPS Unga": a name that only begins another one is another name, unless it stands alone too.
            continue
        if all(word in words for word in wanted):
            return True
    return False


def _ends_with(run: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return len(run) > len(wanted) and run[-len(wanted) :] == wanted


def _begins_with(run: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return len(run) > len(wanted) and run[: len(wanted)] == wanted
