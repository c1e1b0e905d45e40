"""What comes of checking a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.phrasing.offer import Unit


class Reason(StrEnum):
    """Why a sentence is not supported."""

    NO_CITATION = "no_citation"
    UNKNOWN_SOURCE = "unknown_source"
    """It cites a number that was not offered."""
    FIGURE = "figure"
    """A figure, amount or share that the cited places do not hold, or not of what the sentence says it is of."""
    YEAR = "year"
    """A year or date that the cited places do not give for it."""
    UNIT = "unit"
    NAME = "name"
    """A name that the cited places do not hold, or not for this."""
    NEGATION = "negation"
    """It denies what the places affirm, or affirms what they deny."""
    STRENGTH = "strength"
    """It turns may into must, a proposal into a decision, a part into the whole, more into less."""
    UNSUPPORTED = "unsupported"
    """Its words say more than the cited places do."""
    LANGUAGE = "language"
    """It is in another language than the answer's."""
    NO_CLAIM = "no_claim"
    """It addresses the reader or the task in place of saying something of the documents."""


@dataclass(frozen=True, slots=True)
class Support:
    """A unit that a sentence rests on, and the number of its source in the offer."""

    number: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Verdict:
    """``support`` is what is quoted for a sentence that is supported, in the order of the numbers it cites."""

    reason: Reason | None
    support: tuple[Support, ...] = ()

    @property
    def supported(self) -> bool:
        return self.reason is None
