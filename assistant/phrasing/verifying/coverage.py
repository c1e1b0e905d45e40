"""How much of what a sentence says its evidence says too: the share of its words' information that is covered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.answering.terms import Bag, Term

ENOUGH = 0.8
"""Share of a sentence's information that its evidence must cover."""

WEIGHTY = 3.0
"""Nats from which on a word that nothing covers is too much by itself."""

COVERS = 0.5
"""Match of a word from which on it counts as covered."""


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


def cover(terms: Iterable[Term], bag: Bag) -> Coverage:
    """Measure how far ``bag`` covers the words of a sentence; those that tell how, not what, count for nothing."""
    total = covered = heaviest = 0.0
    for term in terms:
        if term.word in told_freely() or term.word.isdigit():
            continue
        match = bag.match(term)
        total += term.weight
        covered += term.weight * (min(1.0, match / COVERS) if match else 0.0)
        if match < COVERS:
            heaviest = max(heaviest, term.weight)
    return Coverage(covered / total if total else 1.0, heaviest)


@cache
def told_freely() -> frozenset[str]:
    """Words that a sentence may add without claiming more."""
    text = (Path(__file__).parent / "told_freely.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
