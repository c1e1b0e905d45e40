"""Words whose class changes what is claimed: denials, may and must, proposals and decisions, more and less."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from assistant.phrasing.verifying.verdict import Reason

_REASONS = {
    "negation": Reason.NEGATION,
    "refusal": Reason.NEGATION,
    "budget": Reason.FIGURE,
    "outcome": Reason.FIGURE,
    "forecast": Reason.FIGURE,
    "target": Reason.FIGURE,
    "result": Reason.FIGURE,
}
"""Classes whose difference is no mere matter of strength."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A class of words."""

    name: str
    pattern: re.Pattern[str]
    lost: bool
    """A sentence may not leave it out where it tells the words around it."""

    @property
    def reason(self) -> Reason:
        return _REASONS.get(self.name, Reason.STRENGTH)


@cache
def signs() -> Mapping[str, Sign]:
    """Return the classes by name, as ``signs.toml`` lists them."""
    rules = tomllib.loads((Path(__file__).parent / "signs.toml").read_text(encoding="utf-8"))
    return {name: Sign(name, _pattern(rule["words"]), rule.get("lost", False)) for name, rule in rules.items()}


def _pattern(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def signs_in(text: str) -> frozenset[str]:
    """Return the names of the classes of which ``text`` holds a word."""
    return frozenset(name for name, sign in signs().items() if sign.pattern.search(text))


def unbacked(sentence: str, evidence: str) -> Reason | None:
    """Return why a sentence's signs are not those of what it rests on; None when each is backed."""
    for name in signs():
        if name in signs_in(sentence) and name not in signs_in(evidence):
            return signs()[name].reason
    return None


_CLAUSES = re.compile(r"[;:()]|,\s|\s(?:men|medan|samt|eftersom|som|där|but|while|which|who)\s")


def lost(sentence: str, unit: str, tells: Mapping[str, bool]) -> Reason | None:
    """Return why a sentence leaves out what its evidence denies or limits: a clause of which it tells the words.

    Args:
        tells: for each word of ``unit``, lower case, whether the sentence tells it.
    """
    for clause in _CLAUSES.split(unit):
        words = [word for word in re.findall(r"[^\W_]+", clause.lower()) if word in tells]
        if not words or sum(tells[word] for word in words) < 0.5 * len(words):
            continue
        for name, sign in signs().items():
            if sign.lost and sign.pattern.search(clause) and name not in signs_in(sentence):
                return sign.reason
    return None
