"""The records of the register. Each says where it stands: ``text[start:end]`` of its document's canonical text.

Kind, date and what the date is the date of are kept apart; so are an amount and what it is an amount of. Names are
kept as they are written, beside the initiative that they mean when the alias data says so. ``doubt`` says in Swedish
why a record is uncertain; it is empty when it is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Measure(StrEnum):
    """What an amount or a number is."""

    BUDGET = "budget"
    FORECAST = "prognos"
    OUTCOME = "utfall"
    GOAL = "mål"


class Stance(StrEnum):
    """What a body did with a matter."""

    DECIDED = "beslutat"
    GRANTED = "beviljat"
    REJECTED = "avslag"
    DEFERRED = "bordlagt eller återremitterat"
    POSITIVE = "positivt ställningstagande"
    NOTED = "lagt till handlingarna"
    POSITION = "ställningstagande"
    """A view or a condition that was stated; nothing was decided by it."""
    EVENT = "händelse"
    """Something that happened, kept beside the decisions by the office; never a decision."""
    PROPOSED = "förslag"
    """Never a decision."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands."""

    document: str
    """Id of the catalogue."""
    section: str
    """Headings on the way to it, as citations name them."""
    start: int
    end: int
    quote: str
    """``text[start:end]``."""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A matter that a body dealt with."""

    place: Place
    association: str
    what: str
    """The decision in the document's words, without the lead-in."""
    stance: Stance
    body: str = ""
    """Who decided."""
    date: str = ""
    """ÅÅÅÅ, ÅÅÅÅ-MM or ÅÅÅÅ-MM-DD; empty when unknown."""
    date_kind: str = ""
    """beslutsdatum, sammanträde, period, publicering, planår …"""
    paragraph: str = ""
    """The number in minutes: "§ 12"."""
    reason: str = ""
    sek: int | None = None
    amount_kind: str = ""
    """sökt, beviljat, budget …"""
    initiatives: tuple[str, ...] = ()
    """Canonical names."""
    reservations: tuple[str, ...] = ()
    recusals: tuple[str, ...] = ()
    """Who took no part because of a conflict of interest (jäv), in the minutes' words."""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of a budget: what it is for, in which year, and whether it is budgeted, forecast or spent."""

    place: Place
    association: str
    label: str
    """As the row or sentence names it."""
    year: int | None
    measure: Measure
    sek: int
    written: str
    """The cell or words as they stand: "15 111"."""
    unit: str
    """kr, tkr or mkr."""
    initiative: str = ""
    """Canonical name; empty for what is no initiative (income, administration, sums)."""
    period: str = ""
    """Part of the year or span that the column names, "2022-01–2022-08"; empty for a whole year."""
    is_sum: bool = False
    is_income: bool = False
    table: str = ""
    """The table's title."""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal of a plan."""

    place: Place
    association: str
    what: str
    target: str = ""
    """What is to be reached, as written: "100 procent"."""
    year: int | None = None
    area: str = ""
    """Heading or direction that the goal belongs to."""
    activity: str = ""
    responsible: str = ""
    initiative: str = ""
    doubt: str = ""
    when: str = ""
    """By when, as written."""


@dataclass(frozen=True, slots=True)
class Result:
    """A number of an initiative's results: participants, to work, to studies, with its goal when the row has one."""

    place: Place
    association: str
    label: str
    """The initiative as written."""
    what: str
    """deltagare, avslutade, till arbete, till studier …, as written where none of these fits."""
    measure: Measure
    """GOAL or OUTCOME."""
    number: float
    written: str
    year: int | None
    period: str = ""
    unit: str = ""
    """st or %."""
    initiative: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Initiative:
    """What a document says of an initiative as such."""

    place: Place
    association: str
    name: str
    """Canonical name, or as written when the alias data does not know it."""
    written: str
    aliases: tuple[str, ...] = ()
    owner: str = ""
    parties: tuple[str, ...] = ()
    period: str = ""
    target_group: str = ""
    type: str = ""
    """I, S, I/S or empty."""
    doubt: str = ""


Record = Decision | Money | Goal | Result | Initiative
