"""The word lists and rules of the check, read from the TOML files beside this module.

``words.toml`` holds plain lists; ``signs.toml`` and ``contrasts.toml`` hold rules, whose patterns are compiled where
they are used.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def rules(name: str) -> Mapping[str, Any]:
    """Return what ``<name>.toml`` says, in the order of the file."""
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))


def listed(name: str) -> tuple[str, ...]:
    """Return the words of a list of ``words.toml`` in order."""
    return tuple(rules("words")[name].split())


def grouped(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the groups of a list of ``words.toml`` of which each line is one."""
    return tuple(tuple(line.split()) for line in rules("words")[name].splitlines() if line)


def classed(name: str) -> Mapping[str, str]:
    """Return the class of each word of a table of ``words.toml`` that has a list for each class."""
    return {word: kind for kind, words in rules("words")[name].items() for word in words.split()}


def whole_words(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of some regular expressions, from the beginning of a word to the end of one."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)
