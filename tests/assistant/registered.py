"""Two invented documents of a small association, and what the register holds of them."""

from __future__ import annotations

from dataclasses import replace

from ingest.model import Document
from ingest.register.model import Decision, Goal, Initiative, Measure, Money, Place, Record, Result, Stance
from tests.assistant.drafted import document, heading, items, paragraph, table

ACCOUNTS = document(
    heading("Redovisning 2030"),
    heading("Beslut i styrelsen", 2),
    *items(
        "12 maj 2030, § 4: Ansökan från Hamnen om 400 tkr till Kajutan avslås. Målgruppen är för snäv.",
        "12 maj 2030, § 5: Fyren beviljas 900 tkr för 2031.",
        "9 september 2030, § 9: Årsplanen för 2031 fastställs.",
    ),
    heading("Resultat", 2),
    table(
        ["Insats", "Mål (antal deltagare)", "Utfall (antal deltagare)"],
        *(["Fyren", "40", "35"], ["Bryggan", "20", "20"]),
        title="Deltagare 2030",
    ),
    heading("Ekonomi", 2),
    table(["Insats", "Budget 2030 (kr)"], ["Fyren", "800 000"], ["Bryggan", "300 000"], units=["", "kr"]),
    id="accounts",
    year=2030,
    type="redovisning",
)
PLAN = document(
    heading("Plan 2031"),
    heading("Budget", 2),
    table(["Insats", "Budget 2031 (kr)"], ["Fyren", "900 000"], ["Bryggan", "310 000"], units=["", "kr"]),
    heading("Mål", 2),
    paragraph("Under 2031 ska 60 ortsbor delta i insatserna."),
    paragraph("Kansliet ska hålla 5 kurser."),
    id="plan",
    year=2031,
)


def place(read: Document, words: str) -> Place:
    """The place of a block of the text, or of a row of a table, that begins with these words."""
    spans = [(row.start, row.end) for one in read.tables for row in one.rows]
    spans += [(block.start, block.end) for block in read.blocks]
    start, end = next((start, end) for start, end in spans if words in read.text[start : start + len(words) + 4])
    return Place(read.source.id, "", start, end, read.text[start:end])


def _decision(words: str, what: str, stance: Stance, date: str, **more: object) -> Decision:
    base = Decision(place(ACCOUNTS, words), "malmo", what, stance, "styrelsen", date, "beslutsdatum")
    return replace(base, **more)  # type: ignore[arg-type]


def _money(read: Document, name: str, year: int, written: str, table: str) -> Money:
    where = [
        Place(read.source.id, "", row.start, row.end, read.text[row.start : row.end])
        for one in read.tables
        for row in one.rows
        if name in (quote := read.text[row.start : row.end]) and written in quote
    ]
    sek = int(written.replace(" ", ""))
    return Money(where[0], "malmo", name, year, Measure.BUDGET, sek, written, "kr", name, table=table)


def _result(name: str, measure: Measure, number: int) -> Result:
    where = place(ACCOUNTS, name)
    return Result(where, "malmo", name, "deltagare", measure, number, str(number), 2030, unit="st", initiative=name)


def _initiative(name: str, type: str) -> Initiative:
    return Initiative(place(PLAN, name), "malmo", name, name, type=type)


REFUSED = _decision(
    "12 maj 2030, § 4", "Ansökan från Hamnen om 400 tkr till Kajutan avslås", Stance.REJECTED, "2030-05-12"
)
GRANTED = _decision(
    "12 maj 2030, § 5", "Fyren beviljas 900 tkr för 2031", Stance.GRANTED, "2030-05-12", initiatives=("Fyren",)
)
PLANNED = _decision("9 september 2030, § 9", "Årsplanen för 2031 fastställs", Stance.DECIDED, "2030-09-09")
RECORDS: tuple[Record, ...] = (
    *(REFUSED, GRANTED, PLANNED),
    *(_money(ACCOUNTS, "Fyren", 2030, "800 000", "a"), _money(ACCOUNTS, "Bryggan", 2030, "300 000", "a")),
    *(_money(PLAN, "Fyren", 2031, "900 000", "b"), _money(PLAN, "Bryggan", 2031, "310 000", "b")),
    *(_result("Fyren", Measure.GOAL, 40), _result("Fyren", Measure.OUTCOME, 35)),
    *(_result("Bryggan", Measure.GOAL, 20), _result("Bryggan", Measure.OUTCOME, 20)),
    Goal(place(PLAN, "Under 2031 ska 60"), "malmo", "Under 2031 ska 60 ortsbor delta", "60 ortsbor", 2031),
    Goal(place(PLAN, "Kansliet ska"), "malmo", "Kansliet ska hålla 5 kurser", "5 kurser", 2031, responsible="Kansliet"),
    *(_initiative("Fyren", "I"), _initiative("Bryggan", "S")),
)
