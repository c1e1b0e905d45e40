"""How names are written: their parts, the given names, and the forms in which a name that is known stands again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PART = r"[A-ZÅÄÖÉ][a-zåäöéèüøæ]+(?:-[A-ZÅÄÖÉ][a-zåäöéèüøæ]+)?"
"""Pattern of a part of a name."""

NAME = re.compile(rf"(?<![\w-]){PART}(?:\s(?:{PART}(?!\s(?:stad|kommun|län)\b)|[A-ZÅÄÖ](?:\.|\b)(?![\w-]))){{0,2}}")
"""One to three parts, the last of them perhaps by their first letters."""

INITIALS = r"[A-ZÅÄÖ]\.\s?[A-ZÅÄÖ]\b\.?"
"""Pattern of a name by its first letters alone: "K.P."."""

_FOLDER = Path(__file__).parent


def is_given(part: str) -> bool:
    """True for a given name, also one of two names of which the first is known."""
    return part in _given_names() or part.split("-")[0] in _given_names()


def in_any_form(name: str) -> str:
    """Return the pattern of a name as it is written, with a capital, in capitals, each in the genitive too.

    In small letters as well, unless it is a single word that may be another one then: a family name ("berg"), or a
    given name that is ("per").
    """
    words, title = name.split(), name.capitalize()
    if len(words) > 1 or (is_given(title) and title.lower() not in _words_too()):
        return rf"(?i:{_spaced(words)}s?)"
    forms = dict.fromkeys((name, title, name.upper()))
    return rf"(?:{'|'.join(map(re.escape, forms))})[sS]?"


def abbreviated(name: str) -> str:
    """Return the pattern of a name of several parts, one of them or more by its first letter: "F.A.", "F. Alzahra"."""
    first, *others = name.split()
    parts = [rf"(?i:{re.escape(part)})|{re.escape(part[0])}\.?(?!\.?\w)" for part in others]
    return rf"(?:(?i:{re.escape(first)})|{re.escape(first[0])}\.)" + "".join(rf"\s?(?:{part})" for part in parts)


def words_of(file: str) -> Iterator[str]:
    """Yield the words of a data file beside this module."""
    for line in (_FOLDER / file).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from line.split()


def _spaced(words: list[str]) -> str:
    return r"\s+".join(map(re.escape, words))


@cache
def _given_names() -> frozenset[str]:
    return frozenset(words_of("given_names.txt"))


@cache
def _words_too() -> frozenset[str]:
    return frozenset(words_of("names_as_words.txt"))
