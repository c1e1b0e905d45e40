"""Which rows of a table a question is about: by name, by what else they hold, or all of them."""

from __future__ import annotations

import pytest

from assistant.answering.rows import is_part, rows_asked, words_of
from assistant.answering.terms import Term
from ingest.model import Document
from tests.assistant.drafted import document, heading, paragraph, table, terms

PLAN = document(
    heading("Plan 2031"),
    paragraph("Insatserna är riktade till individ (I) eller struktur (S)."),
    heading("Budget", 2),
    table(
        ["Insats", "Typ", "Ägare", "Budget (kr)"],
        ["Fyren", "I", "Region Skåne", "2 400"],
        ["Bryggan", "S", "Försäkringskassan", "900"],
        ["Kompassen", "I", "Försäkringskassan", "3 900"],
        ["Kompassen Unga", "S", "Region Skåne", "100"],
        ["Summa", "", "", "7 300"],
        units=["", "", "", "kr"],
        title="Insatser i budget",
        sums=[4],
    ),
)
ALL = ["Fyren", "Bryggan", "Kompassen", "Kompassen Unga"]


def subjects(question: str, read: Document = PLAN, words: list[Term] | None = None) -> list[str]:
    rows = rows_asked(read, read.tables[0], terms(question) if words is None else words)
    return [read.text[row.cells[0].start : row.cells[0].end] for row in rows]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hur mycket får Fyren?", ["Fyren"]),
        ("Hur mycket får Fyren och Bryggan?", ["Fyren", "Bryggan"]),
        ("Hur mycket får Kompassen?", ["Kompassen", "Kompassen Unga"]),
        ("Hur mycket får försäkringskassans insatser?", ["Bryggan", "Kompassen"]),
        ("Hur mycket får individinsatserna?", ["Fyren", "Kompassen"]),
        ("Hur mycket får en strukturinsats?", ["Bryggan", "Kompassen Unga"]),
        ("Hur mycket får strukturinsatserna hos försäkringskassan?", ["Bryggan"]),
        ("Hur mycket får strukturinsatserna Fyren och Bryggan?", ["Bryggan"]),
        ("Hur mycket får strukturinsatsen Fyren?", []),
    ],
    ids=[
        *("a name", "one of two names", "part of a name", "another cell", "a code in another cell"),
        *("a word half of which is a head", "all of what is said", "a name and what is said of it", "nothing is both"),
    ],
)
def test_rows_that_hold_what_is_said_of_some(question: str, expected: list[str]) -> None:
    """Of several names one is enough; of other words all must be there, a code read as the document explains it."""
    assert subjects(question) == expected


@pytest.mark.parametrize(
    "question",
    ["Hur stor är budgeten?", "Vilken insats har störst budget?", "Hur mycket får Vindrosen?", "Vad gäller 2031?", ""],
    ids=["the heads", "the title", "no row", "the headings", "nothing"],
)
def test_all_rows_when_nothing_is_said_of_some_only(question: str) -> None:
    """Sums are never among them."""
    assert subjects(question) == ALL


def test_a_word_that_all_rows_hold_tells_none_apart() -> None:
    read = document(heading("Plan"), table(["Insats", "Läge"], ["Fyren", "pågår"], ["Bryggan", "pågår"]))
    assert subjects("Vilka är pågående?", read) == ["Fyren", "Bryggan"]


def test_a_word_that_only_goes_with_a_name() -> None:
    """It does not keep out a row of another name."""
    rows = (["Grönt arbete", "1"], ["Bryggan", "2"], ["Kompassen", "3"])
    read = document(heading("Plan"), table(["Insats", "Budget (kr)"], *rows, units=["", "kr"]))
    assert subjects("Vad får Bryggan och Grönt arbete?", read) == ["Grönt arbete", "Bryggan"]


def test_a_table_without_rows_of_its_own() -> None:
    read = document(heading("Plan"), table(["Post", "Belopp"], ["Summa", "12"], sums=[0]))
    assert subjects("Vad är summan?", read) == []


def test_what_rows_say_in_words() -> None:
    """Codes with their words, figures left out."""
    said = words_of(PLAN, PLAN.tables[0].rows[:2]).split()
    assert said == ["Fyren", "I", "(individ)", "Region", "Skåne", "Bryggan", "S", "(struktur)", "Försäkringskassan"]
    assert words_of(PLAN, []) == ""


@pytest.mark.parametrize(("taken", "expected"), [(0, False), (1, True), (3, True), (4, False)])
def test_whether_rows_are_some_and_not_all(taken: int, expected: bool) -> None:
    """The sum does not count."""
    assert is_part(PLAN.tables[0].rows[:taken], PLAN.tables[0]) is expected
