"""The nouns of a draft application as it was read.

Every place is a half-open span of the draft's canonical text, ``draft.document.text[start:end]``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from ingest.model import Document

Type = Literal["individ", "struktur"]
Step = Literal["problemformulering", "ansokan"]


class Topic(StrEnum):
    """What a part of the form is about, whatever its heading says."""

    TITLE = "title"
    OWNER = "owner"
    PARTIES = "parties"
    CONTACT = "contact"
    TYPE = "type"
    PERIOD = "period"
    PLACE = "place"
    AMOUNT = "amount"
    BACKGROUND = "background"
    GROUP = "group"
    PURPOSE = "purpose"
    GOALS = "goals"
    METHOD = "method"
    INVOLVEMENT = "involvement"
    ORGANISATION = "organisation"
    BUDGET = "budget"
    COFINANCING = "cofinancing"
    FOLLOW_UP = "follow_up"
    AFTER = "after"
    LIMITS = "limits"
    AI = "ai"
    EQUALITY = "equality"
    ATTACHMENTS = "attachments"
    SIGNATURE = "signature"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in the draft's canonical text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence, list item, table row or answer on a form, in reading order."""

    start: int
    end: int
    topic: Topic
    """Of the nearest heading or label above it."""
    label: str = ""
    """The label that stands before it in the same line or row ("Projektägare"); ``start`` is after the label."""
    row: bool = False
    """True for the row of a table that is no form."""
    also: tuple[Topic, ...] = ()
    """Further topics that the heading or label names: "Syfte och mål"."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money where it is written, in whole kronor."""

    sek: int
    start: int
    end: int
    year: int | None = None
    """The year that it is said to be for."""
    vague: bool = False
    """Hedged by the draft itself: "kanske en halv miljon", "cirka"."""


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """A row of the budget for one year."""

    label: str
    sek: int
    start: int
    end: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Budget:
    """The budget as it is written; rows of sums are not among ``rows``."""

    rows: tuple[BudgetRow, ...] = ()
    stated_sums: tuple[Amount, ...] = ()
    """One for each year that has a sum; with a ``year`` of None when the budget is for one year."""
    cofinancing: tuple[Amount, ...] = ()
    """What others pay, in rows or in words; whether it is within the sums is for the reader to tell."""
    unclear: tuple[Span, ...] = ()
    """Lines with money that could be neither read as rows nor left out for a known reason."""

    def sum_of_rows(self, year: int | None = None) -> int | None:
        """Return the sum in kronor of the rows for ``year`` and of those without a year; None without such rows."""
        rows = [row.sek for row in self.rows if year is None or row.year in (None, year)]
        return sum(rows) if rows else None

    def stated_sum(self, year: int | None = None) -> Amount | None:
        """Return the stated sum for ``year``, or the one without a year."""
        for wanted in (year, None):
            for amount in self.stated_sums:
                if amount.year == wanted:
                    return amount
        return None


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people where it is written."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Ages:
    """An interval of ages in years, both ends included, where it is written; None is open."""

    first: int | None
    last: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft application as it was read."""

    id: str
    """The file's stem, or "inklistrad" for pasted text."""
    file: str
    """The file's name; empty for pasted text."""
    document: Document
    title: str
    year: int
    """The budget year that money is looked for."""
    statements: tuple[Statement, ...]
    declared_type: Type | None
    declared_at: Span | None
    owner: Span | None
    """Who is said to own the project: the answer on the form, or the words in running text."""
    parties: Span | None
    """The answer on the form that lists the parties."""
    group: Span | None
    place: Span | None
    period: Span | None
    participants: tuple[Count, ...]
    ages: tuple[Ages, ...]
    budget: Budget
    requested: Amount | None
    """What is asked for in :attr:`year`; None when no amount, or only one undivided over several years, is written."""
    requested_in_all: Amount | None
    """What is asked for several years together, when it is not divided."""
    cofinancing: tuple[Amount, ...]
    step: Step
    hidden: tuple[str, ...]
    """Text of the file that a person does not see; never evidence."""
    asked: tuple[Amount, ...] = ()
    """Every amount that the draft says it asks for, in reading order; more than one figure for a year is at odds."""

    @property
    def text(self) -> str:
        return self.document.text
