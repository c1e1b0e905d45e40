"""Invented records of two associations, and a maker of as many as are wanted."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.register.selection import Register
from ingest.model import Source
from ingest.register.model import Decision, Goal, Initiative, Measure, Money, Place, Record, Result, Stance

SOURCES = (
    Source(id="plan-2031", file="plan.md", title="Verksamhetsplan 2031", association="malmo", type="verksamhetsplan",
           starts=date(2031, 1, 1), ends=date(2031, 12, 31)),
    Source(id="plan-2030", file="old.md", title="Verksamhetsplan 2030", association="malmo", type="verksamhetsplan",
           starts=date(2030, 1, 1), ends=date(2030, 12, 31)),
    Source(id="minutes", file="minutes.md", title="Protokoll 2030-05-12", association="malmo", type="beslut",
           starts=date(2030, 5, 12)),
    Source(id="accounts", file="accounts.md", title="Delårsredovisning 2030", association="malmo", type="redovisning",
           starts=date(2030, 1, 1), ends=date(2030, 8, 31)),
    Source(id="ekstad", file="ekstad.md", title="Plan för Ekstad 2031", association="ekstad", type="verksamhetsplan",
           starts=date(2031, 1, 1), ends=date(2031, 12, 31)),
)  # fmt: skip


def place(document: str, quote: str, section: str = "3. Insatser", start: int = 100, page: int | None = None) -> Place:
    return Place(document, section, start, start + len(quote), quote, page)


def decision(what: str = "att bevilja Ljuset medel", date: str = "2030-05-12", **more: object) -> Decision:
    base = Decision(
        place("minutes", f"Styrelsen beslutar {what}.", "§ 12 Ansökningar", page=2), "malmo", what, Stance.GRANTED,
        "styrelsen", date, "sammanträde", "§ 12",
    )  # fmt: skip
    return replace(base, **more)  # type: ignore[arg-type]


def money(
    sek: int,
    year: int | None = 2030,
    measure: Measure = Measure.BUDGET,
    initiative: str = "Ljuset",
    document: str = "plan-2031",
    **more: object,
) -> Money:
    base = Money(
        place(document, f"{initiative}\t{sek}"), "malmo", initiative or "Post", year, measure, sek, str(sek), "kr",
        initiative, table="Tabell 1",
    )  # fmt: skip
    return replace(base, **more)  # type: ignore[arg-type]


def result(number: float, measure: Measure = Measure.OUTCOME, initiative: str = "Ljuset", **more: object) -> Result:
    base = Result(
        place("accounts", f"{initiative}\t{number}"), "malmo", initiative, "deltagare", measure, number, f"{number:g}",
        2030, unit="st", initiative=initiative,
    )  # fmt: skip
    return replace(base, **more)  # type: ignore[arg-type]


def initiative(name: str = "Ljuset", document: str = "plan-2031", **more: object) -> Initiative:
    base = Initiative(
        place(document, f"{name} är en insats."), "malmo", name, name, ("LJUS",), "Malmö stad",
        ("Malmö stad", "Försäkringskassan"), "2029-01-01–2031-12-31", "Vuxna som står långt från arbete.", "I",
    )  # fmt: skip
    return replace(base, **more)  # type: ignore[arg-type]


def goal(what: str = "Fler ska känna till insatserna", **more: object) -> Goal:
    base = Goal(
        place("plan-2031", what, "4. Mål"), "malmo", what, "80 procent", 2031, "Kunskap", responsible="kansliet"
    )
    return replace(base, **more)  # type: ignore[arg-type]


RECORDS: tuple[Record, ...] = (
    decision(
        reason="Insatsen når den grupp som planen pekar ut.",
        sek=1_250_000,
        amount_kind="beviljat",
        initiatives=("Ljuset",),
    ),
    decision("att avslå ansökan om Kryddhyllan", stance=Stance.REJECTED, initiatives=("Kryddhyllan",)),
    decision("att ge Vågen två miljoner", date="2030", stance=Stance.PROPOSED, initiatives=("Vågen",)),
    decision("Förbundet ser positivt på samverkan", "2029", stance=Stance.EVENT),
    decision("att planen gäller", date="2031-02", stance=Stance.DECIDED, association="ekstad",
             place=place("ekstad", "Planen gäller."), doubt="Dagen framgår inte."),
    money(1_250_000),
    money(1_300_000, 2031),
    money(1_200_000, 2030, document="accounts"),
    money(610_400, 2030, Measure.OUTCOME, document="accounts", period="2030-01–2030-08"),
    money(900_000, 2031, initiative="Vågen"),
    money(2_000_000, 2031, initiative="", label="Kvar att fördela"),
    money(28_300_000, 2030, initiative="", label="Medlemsavgifter", is_income=True, written="28,3", unit="mkr"),
    money(28_348_000, 2030, initiative="", label="Medlemsavgifter", is_income=True, document="accounts"),
    result(40, Measure.GOAL),
    result(52),
    result(30, what="till arbete", unit="%"),
    goal(),
    initiative(),
    initiative(document="accounts", owner="Region Skåne", written="LJUSET"),
    initiative("Kryddhyllan", type="S", aliases=("Hyllan",)),
)  # fmt: skip
"""Two decisions taken, one proposal, one of another association; amounts that agree and that do not."""


def register(records: Sequence[Record] = RECORDS) -> Register:
    return Register(records, SOURCES)


def many(count: int, seed: int = 1) -> tuple[Record, ...]:
    """Return ``count`` records of all kinds, about 200 initiatives and forty years."""
    chance = random.Random(seed)
    words = ("samverkan", "rehabilitering", "stöd", "arbete", "studier", "medel", "ohälsa", "kartläggning")
    return tuple(_one(chance, place, words) for place in range(count))


def _one(chance: random.Random, number: int, words: Sequence[str]) -> Record:
    name, year = f"Insats {chance.randrange(200)}", 2000 + chance.randrange(40)
    text = f"{name} {' '.join(chance.choices(words, k=25))}"
    made: Sequence[Record] = (
        decision(f"att {text}", f"{year}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}",
                 initiatives=(name,), sek=chance.randrange(10_000_000)),
        money(chance.randrange(10_000_000), year, initiative=name, place=place("plan-2031", text)),
        goal(text, year=year, initiative=name),
        result(chance.randrange(500), initiative=name, year=year),
        initiative(name, target_group=text),
    )  # fmt: skip
    return made[number % len(made)]
