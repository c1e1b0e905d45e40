"""Rows are compared in the column asked about: the largest, the smallest, those above or below a limit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from assistant.answering.comparing import extreme, find_limit, limited
from assistant.library import Library
from assistant.question import Part
from ingest.model import Block, Document
from ingest.tables.figures import Figure
from tests.assistant.drafted import document, heading, hits, library, paragraph, part, table, terms

ROWS = (
    ("Fyren", "I", "40", "1 000", "9 000"),
    ("Bryggan", "S", "120", "3 000", "3 000"),
    ("Kompassen", "I", "70", "2 000", "-500"),
    ("Segel", "S", "10", "2 000", "1 200"),
    ("Vågen", "I", "25", "1 500", "700"),
    ("Roret", "S", "30", "1 800", "800"),
)
HEADS = ("Insats", "Typ", "Antal deltagare", "Budget 2030 (kr)", "Budget 2031 (kr)")
UNITS = ("", "", "st", "kr", "kr")


def budget(
    *rows: Sequence[str], heads: Sequence[str] = HEADS, units: Sequence[str] = UNITS, title: str = "Insatser i budget"
) -> Block:
    return table(heads, *rows, ["Summa", *["99 000"] * (len(heads) - 1)], units=units, title=title, sums=[len(rows)])


def plan(*blocks: Block, id: str = "plan", year: int = 2031, form: str = "original") -> Document:
    codes = paragraph("Insatserna är för individ (I) eller struktur (S).")
    return document(heading(f"Plan {year}"), codes, heading("Budget", 2), *blocks, id=id, year=year, form=form)


PLAN = plan(budget(*ROWS))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library(tmp_path_factory.mktemp("comparing"), PLAN)


def first(question: str, shelf: Library, *documents: Document) -> str:
    """What is said of the row that is first, without the number of rows."""
    asked: Part = part(question)
    found = extreme(asked, terms(question), hits(*(documents or (PLAN,))), shelf)
    return found.text.split(". ")[0] if found else ""


def within(question: str, shelf: Library, *documents: Document) -> list[str]:
    found = limited(part(question), terms(question), hits(*(documents or (PLAN,))), shelf)
    return [f"{fact.subject}: {fact.value}" for fact in found.facts] if found else []


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("Vilken insats har störst budget 2031?", "Fyren: 9 000 kr (Budget 2031)"),
        ("Vilken insats har störst budget 2030?", "Bryggan: 3 000 kr (Budget 2030)"),
        ("Vilken insats är dyrast 2031?", "Fyren: 9 000 kr (Budget 2031)"),
        ("Which project has the largest budget 2031?", "Fyren: 9 000 kr (Budget 2031)"),
        ("Vilken insats har lägst budget 2030?", "Fyren: 1 000 kr (Budget 2030)"),
        ("Vilken insats är billigast 2031?", "Kompassen: -500 kr (Budget 2031)"),
        ("Vilken insats kostar minst i budget 2030?", "Fyren: 1 000 kr (Budget 2030)"),
        ("Vilken insats i budget kostar minst 2030?", "Fyren: 1 000 kr (Budget 2030)"),
        ("Vilken insats har högst antal deltagare?", "Bryggan: 120 (Antal deltagare)"),
        ("Vilken insats har flest deltagare?", "Bryggan: 120 (Antal deltagare)"),
        ("Vilken insats har färst deltagare?", "Segel: 10 (Antal deltagare)"),
        ("Vilken individinsats har flest deltagare?", "Kompassen: 70 (Antal deltagare)"),
        ("Vilken strukturinsats har störst budget 2031?", "Bryggan: 3 000 kr (Budget 2031)"),
    ],
)
def test_the_row_that_is_first(question: str, row: str, shelf: Library) -> None:
    """In the column of the year and the kind asked about, among the rows asked about; sums are no rows."""
    assert first(question, shelf) == row


def test_what_is_said_of_the_first(shelf: Library) -> None:
    """With the number of rows compared; the row is quoted."""
    question = "Vilken individinsats har störst budget 2031?"
    found = extreme(part(question), terms(question), hits(PLAN), shelf)
    assert found is not None
    assert found.text == "Fyren: 9 000 kr (Budget 2031). Störst av de 3 raderna i tabellen"
    assert [(fact.subject, fact.value) for fact in found.facts] == [("Fyren", "9 000")]


def test_two_that_are_first(shelf: Library) -> None:
    rows = (("Fyren", "9"), ("Bryggan", "4"), ("Kompassen", "9"))
    read = plan(budget(*rows, heads=("Insats", "Budget 2031"), units=("", "kr")))
    question = "Vilka insatser har störst budget 2031?"
    found = extreme(part(question), terms(question), hits(read), shelf)
    assert found is not None
    assert found.text == (
        "Fyren: 9 kr (Budget 2031) och Kompassen: 9 kr (Budget 2031). Störst av de 3 raderna i tabellen"
    )
    assert len(found.facts) == 2


def test_an_amount_below_nought(shelf: Library) -> None:
    """A minus counts where it means something, and not where it marks a cost."""
    rows = (("Fyren", "-9"), ("Bryggan", "4"), ("Kompassen", "1"))
    costs = plan(budget(*rows, heads=("Insats", "Kostnad 2031"), units=("", "kr")))
    results = plan(budget(*rows, heads=("Insats", "Årets resultat 2031"), units=("", "kr"), title="Resultat"))
    assert first("Vilken insats i budget har störst kostnad 2031?", shelf, costs).startswith("Fyren")
    assert first("Vilken insats har störst resultat 2031?", shelf, results).startswith("Bryggan")


def test_the_column_of_the_documents_own_year_when_none_is_asked_about(shelf: Library) -> None:
    """Not the first one of the table, nor a forecast."""
    rows = (("Fyren", "9", "1", "2"), ("Bryggan", "4", "8", "1"), ("Kompassen", "3", "4", "9"))
    read = plan(
        budget(*rows, heads=("Insats", "Budget 2030", "Budget 2031", "Budget 2032"), units=("", "kr", "kr", "kr"))
    )
    assert first("Vilken insats har störst budget?", shelf, read) == "Bryggan: 8 kr (Budget 2031)"


@pytest.mark.parametrize(
    "question",
    [
        "Vilken insats har en budget 2031?",
        "Störst budget 2031.",
        "Vilka insatser har minst två parter i budget 2031?",
        "Vilka insatser har minst fem deltagare i budget 2031?",
        "Vilka insatser får högst 900 kr i budget 2031?",
        "Vilken insats har störst budget 2029?",
        "Vilken förbundschef är längst?",
    ],
    ids=["no cue", "no question", "a limit in words", "another", "a limit", "another year", "another subject"],
)
def test_nothing_is_compared(question: str, shelf: Library) -> None:
    assert first(question, shelf) == ""


@pytest.mark.parametrize("number", [1, 2])
def test_two_rows_are_no_table_to_compare(number: int, shelf: Library) -> None:
    assert first("Vilken insats har störst budget 2031?", shelf, plan(budget(*ROWS[:number]))) == ""


def test_a_column_of_money_holds_no_counts(shelf: Library) -> None:
    """Nor does a column of counts hold what is dearest."""
    money = plan(budget(*[(row[0], row[4]) for row in ROWS], heads=("Insats", "Budget 2031"), units=("", "kr")))
    counts = plan(budget(*[(row[0], row[2]) for row in ROWS], heads=("Insats", "Antal platser"), units=("", "st")))
    assert first("Vilken insats i budget har flest deltagare?", shelf, money) == ""
    assert first("Vilken insats i budget är dyrast?", shelf, counts) == ""


def test_tables_that_cannot_be_compared(shelf: Library) -> None:
    """Forms, and tables whose columns could not be told apart."""
    form = table(["Insats", "Budget (kr)"], *[row[::4] for row in ROWS], units=["", "kr"], title="Insatser", sheet=True)
    assert first("Vilken av insatserna har störst budget?", shelf, plan(form)) == ""


def test_what_is_in_force_goes_first(tmp_path_factory: pytest.TempPathFactory) -> None:
    """An older plan when its year is asked about; documents before compilations of them."""
    heads, units = ("Insats", "Budget (kr)"), ("", "kr")
    old = plan(budget(("Fyren", "9"), ("Bryggan", "4"), ("Roret", "1"), heads=heads, units=units), id="old", year=2029)
    new = plan(budget(("Fyren", "5"), ("Bryggan", "8"), ("Roret", "1"), heads=heads, units=units), id="new")
    data = plan(budget(("Fyren", "7"), ("Bryggan", "6"), ("Roret", "1"), heads=heads, units=units), id="d", form="data")
    shelf = library(tmp_path_factory.mktemp("older"), old, new, data)
    assert first("Vilken insats har störst budget?", shelf, old, data, new) == "Bryggan: 8 kr (Budget)"
    assert first("Vilken insats hade störst budget 2029?", shelf, data, new, old) == "Fyren: 9 kr (Budget)"
    assert first("Vilken insats hade störst budget 2030?", shelf, data, new, old) == ""


@pytest.mark.parametrize(
    ("question", "value", "unit", "above"),
    [
        ("Vilka fick mer än 500 000 kr?", "500000", "kr", True),
        ("Vilka fick över 500 000?", "500000", "", True),
        ("Vilka fick högst 900 tkr 2031?", "900", "tkr", False),
        ("Vilka fick över 2 mkr?", "2", "mkr", True),
        ("Vilka fick över 1,5 miljoner kronor?", "1.5", "mkr", True),
        ("Vilka fick över en miljon?", "1000000", "", True),
        ("Vilka fick mer än tre miljoner?", "3000000", "", True),
        ("Vilka fick över en och en halv miljon?", "1.5", "mkr", True),
        ("Vilka fick mindre än en halv miljon?", "0.5", "mkr", False),
        ("Which got less than 2 million?", "2", "mkr", False),
        ("Which got more than one million?", "1", "mkr", True),
        ("Vilka ligger under 5 procent?", "5", "%", False),
        ("Vilka har fler än 40 deltagare?", "40", "", True),
        ("Vilka överstiger 300 tkr?", "300", "tkr", True),
    ],
)
def test_a_limit(question: str, value: str, unit: str, above: bool) -> None:
    """In figures or words, with a unit or without."""
    limit = find_limit(question)
    assert limit is not None
    assert (limit.figure, limit.above) == (Figure(Decimal(value), unit), above)


@pytest.mark.parametrize(
    "question",
    [
        "Vilka stöds av minst två parter?",
        "Vilka har minst 2 parter?",
        "Vilka träffas mer än 3 gånger?",
        "Vad hände under 2031?",
        "Vad hände under 2031 och 2032?",
        "Vad beslutades under 12 mars 2031?",
        "Vilka deltagare är över 65 år?",
        "Vilka pågick under 15 månader?",
        "Who took part for more than 18 months?",
        "Vad har ändrats över tid?",
        "Vad är mer än budget?",
        "Vilka fick 500 000 kr?",
        "",
    ],
)
def test_what_is_no_limit(question: str) -> None:
    """A few of something, years, dates, ages and lengths of time."""
    assert find_limit(question) is None


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Vilka insatser fick över 2 000 kr 2030?", ["Bryggan: 3 000"]),
        ("Vilka insatser fick under 2 tkr 2030?", ["Fyren: 1 000", "Vågen: 1 500", "Roret: 1 800"]),
        ("Hur många insatser fick mer än 1 000 kr 2031?", ["Fyren: 9 000", "Bryggan: 3 000", "Segel: 1 200"]),
        ("Vilka insatser har fler än 50 deltagare?", ["Bryggan: 120", "Kompassen: 70"]),
        ("Vilka insatser har under 30 deltagare?", ["Segel: 10", "Vågen: 25"]),
        ("Vilka individinsatser fick minst 700 kr 2031?", ["Fyren: 9 000", "Vågen: 700"]),
        ("Vilka insatser fick mer än en miljon 2031?", []),
        ("Vilka insatser har fler än 50 handledare?", []),
        ("Vilka insatser ligger under 10 procent 2031?", []),
        ("Vilka insatser pågick under 15 månader 2031?", []),
        ("Insatser över 2 000 kr 2030.", []),
    ],
)
def test_the_rows_within_a_limit(question: str, rows: list[str], shelf: Library) -> None:
    """A list of the rows in the table's order; none when no row is, or the column is of another kind."""
    assert within(question, shelf) == rows


def test_a_limit_in_another_unit_than_the_column(shelf: Library) -> None:
    """Money is compared in kronor, a share only with shares."""
    rows = (("Fyren", "900"), ("Bryggan", "1 600"), ("Kompassen", "2 000"))
    money = plan(budget(*rows, heads=("Insats", "Budget 2031"), units=("", "tkr")))
    question = "Vilka insatser fick mer än en och en halv miljon 2031?"
    assert within(question, shelf, money) == ["Bryggan: 1 600", "Kompassen: 2 000"]
    shares = (("Fyren", "9"), ("Bryggan", "16"), ("Kompassen", "20"))
    percent = plan(budget(*shares, heads=("Insats", "Andel i arbete"), units=("", "%"), title="Andel i arbete"))
    asked = "Vilka insatser har en andel i arbete över 15 procent?"
    assert within(asked, shelf, percent) == ["Bryggan: 16", "Kompassen: 20"]
    assert within("Vilka insatser har en andel i arbete över 15 kr?", shelf, percent) == []
