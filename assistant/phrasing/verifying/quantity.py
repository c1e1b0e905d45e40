"""A quantity of a text, and when one that a place says supports one that a sentence says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum


class Sort(StrEnum):
    MONEY = "money"
    """In kronor."""
    SHARE = "share"
    """In percent; a half is 50."""
    COUNT = "count"
    DATE = "date"
    """As a number of the form 20220831, 202208 when no day is told, 831 when no year is."""
    YEAR = "year"
    LAW = "law"
    """A section, a chapter, or the number of a law: its figures as they stand."""


class Rough(StrEnum):
    """How exactly a quantity is told."""

    EXACT = ""
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


class Bound(StrEnum):
    """What a quantity limits."""

    NONE = ""
    LEAST = "least"
    MOST = "most"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity, ``text[start:end]``."""

    sort: Sort
    value: Decimal
    start: int
    end: int
    least: Decimal
    most: Decimal
    """What the text may mean by it, when it says so roughly: "drygt 13 miljoner" lies between 13 and 14 million."""
    rough: Rough = Rough.EXACT
    bound: Bound = Bound.NONE
    law: str = ""

    def meets(self, source: Quantity) -> bool:
        """True when a source that says ``source`` supports a sentence that says this."""
        if self.sort is not source.sort:
            return False
        if self.sort is Sort.LAW:
            return self.law == source.law
        if self.sort is Sort.DATE:
            return self._is_within(int(source.value))
        if source.rough is not Rough.EXACT:
            return self.value == source.value and self.rough in (source.rough, Rough.ABOUT)
        if self.rough is Rough.OVER:
            return self.least < source.value <= self.most
        if self.rough is Rough.UNDER:
            return self.least <= source.value < self.most
        return self.least <= source.value <= self.most

    def __neg__(self) -> Quantity:
        return replace(self, value=-self.value, least=-self.most, most=-self.least)

    def _is_within(self, source: int) -> bool:
        own = int(self.value)
        if own == source:
            return True
        if own < 10_000:
            return source % 10_000 == own and source > 10**6
        return own < 10**6 and source // 100 == own
