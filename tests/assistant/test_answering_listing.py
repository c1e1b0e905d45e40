"""Lists are found whole: items with their lead-in, rows with their sum, the headings below a heading."""

from __future__ import annotations

import pytest

from assistant.answering.listing import Listing, find_listings
from ingest.model import Document
from tests.assistant.drafted import document, heading, hits, items, paragraph, part, steps, table, terms

GOALS = ("Fler ska börja arbeta.", "Fler ska börja studera.", "Parterna ska mötas oftare.")
ROWS = table(
    ["Insats", "Budget 2030 (kr)", "Budget 2031 (kr)"],
    ["Fyren", "1 000", "1 100"],
    ["Kompassen", "2 000", "2 200"],
    ["Summa", "3 000", "3 300"],
    units=["", "kr", "kr"],
    title="Insatser och deras budget",
    sums=[2],
)
PLAN = document(
    heading("Plan 2031"),
    heading("Mål", 2),
    paragraph("Planen har en inledning. Förbundet har tre mål för 2031:"),
    *items(*GOALS),
    heading("Budget", 2),
    ROWS,
    title="Plan 2031",
)


def best(question: str, *documents: Document) -> Listing:
    return find_listings(part(question), terms(question), hits(*(documents or (PLAN,))))[0]


def said(listing: Listing) -> list[str]:
    return [listing.document.text[start:end] for start, end in listing.items]


def test_a_list_with_its_lead_in() -> None:
    found = best("Vilka mål har förbundet?")
    assert said(found) == [f"• {goal}" for goal in GOALS]
    assert found.lead is not None
    assert PLAN.text[slice(*found.lead)].endswith("tre mål för 2031:")
    assert found.announced == 3
    assert found.facts == ()


@pytest.mark.parametrize(
    ("question", "column", "values"),
    [
        ("Vilka insatser finns i budget?", 1, ["1 000", "2 000", "3 000"]),
        ("Vilka insatser finns i budget 2031?", 2, ["1 100", "2 200", "3 300"]),
    ],
)
def test_the_rows_of_a_table(question: str, column: int, values: list[str]) -> None:
    """One figure for each, of the year asked about, the sum last."""
    found = best(question)
    assert [fact.value for fact in found.facts] == values
    assert {fact.column for fact in found.facts} == {column}
    assert found.facts[-1].row.is_sum
    assert found.items == tuple((fact.row.start, fact.row.end) for fact in found.facts)


KINDS = document(
    heading("Plan 2031"),
    paragraph("Insatserna är för individ (I) eller struktur (S)."),
    heading("Budget", 2),
    table(
        ["Insats", "Typ", "Budget 2031 (kr)"],
        *(["Fyren", "I", "1 100"], ["Bryggan", "S", "700"], ["Kompassen", "I", "2 200"], ["Summa", "", "4 000"]),
        units=["", "", "kr"],
        title="Insatser och deras budget",
        sums=[3],
    ),
    title="Plan 2031",
)


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Vilka individinsatser finns i budget 2031?", ["Fyren", "Kompassen"]),
        ("Vilka insatser finns i budget: Fyren och Bryggan?", ["Fyren", "Bryggan"]),
        ("Vilka insatser finns i budget 2031?", ["Fyren", "Bryggan", "Kompassen", "Summa"]),
    ],
    ids=["of a kind", "by name", "all"],
)
def test_the_rows_that_are_asked_about(question: str, rows: list[str]) -> None:
    """The sum is of all rows, and left out when some are asked about."""
    assert [fact.subject for fact in best(question, KINDS).facts] == rows


def test_what_a_section_is_divided_into() -> None:
    names = ("Handledning", "Praktik", "Studier", "Eftervård")
    parts = [block for name in names for block in (heading(name, 3), paragraph("Text om annat."))]
    read = document(heading("Plan"), heading("Arbetssätt", 2), *parts, title="Plan")
    assert said(best("Vilka arbetssätt finns?", read)) == list(names)


def test_two_headings_are_no_list() -> None:
    parts = [block for name in ("Ett", "Två") for block in (heading(name, 3), paragraph("Text."))]
    read = document(heading("Plan"), heading("Arbetssätt", 2), *parts, title="Plan")
    assert find_listings(part("Vilka arbetssätt finns?"), terms("Vilka arbetssätt finns?"), hits(read)) == []


def test_the_items_alone_do_not_make_it_the_list_asked_for() -> None:
    question = "Vilka ska börja arbeta?"
    read = document(heading("Plan"), heading("Annat", 2), paragraph("Så här:"), *items(*GOALS), title="Plan")
    assert find_listings(part(question), terms(question), hits(read)) == []


def test_a_year_that_the_list_is_not_of() -> None:
    question = "Vilka mål hade förbundet 2024?"
    assert find_listings(part(question), terms(question), hits(PLAN)) == []


def test_steps_when_it_is_asked_how() -> None:
    """A numbered list goes before one with bullets; tables do not tell how."""
    read = document(
        heading("Ansökan"),
        paragraph("Ansökan om medel:"),
        *items("Skriv.", "Skicka."),
        heading("Ansökan igen"),
        paragraph("Ansökan om medel:"),
        *steps("Läs.", "Skriv.", "Skicka."),
    )
    assert said(best("Hur ansöker man om medel?", read)) == ["1. Läs.", "2. Skriv.", "3. Skicka."]


@pytest.mark.parametrize(
    ("lead", "announced"),
    [
        ("Förbundet har fyra mål:", 4),
        ("Målen är:", None),
        ("Förbundet har fyra mål.", None),
        ("Förbundet höll fyra möten. Målen är:", None),
        ("De fyra målen leder till dessa frågor:", None),
        ("Av dessa fyra mål följer tre frågor:", 3),
        ("Följande sex områden prioriteras:", 6),
        ("Det finns två mål:", None),
    ],
)
def test_the_number_that_is_announced(lead: str, announced: int | None) -> None:
    """In the sentence that leads in, of what is listed; "två" is too common a word to count as one."""
    read = document(heading("Mål"), paragraph(lead), *items(*GOALS))
    assert best("Vilka mål finns?", read).announced == announced


def test_a_list_of_the_number_asked_for_goes_first() -> None:
    read = document(
        heading("Mål"), paragraph("Mål ett:"), *items(*GOALS), heading("Mål"), paragraph("Mål två:"), *items(*GOALS[:2])
    )
    assert len(best("Vilka är de två målen?", read).items) == 2
    assert len(best("Vilka är de tre målen?", read).items) == 3


@pytest.mark.parametrize(
    ("question", "first"),
    [("Vilka insatser får finansieras?", "• Handledning."), ("Vilka insatser får inte finansieras?", "• Lokaler.")],
)
def test_a_list_of_what_is_denied(question: str, first: str) -> None:
    """It answers what is denied, and only that."""
    read = document(
        heading("Plan"),
        heading("Insatser som får finansieras", 2),
        *items("Handledning.", "Praktik."),
        heading("Insatser som inte får finansieras", 2),
        *items("Lokaler.", "Resor."),
        title="Plan",
    )
    assert said(best(question, read))[0] == first


def test_a_list_of_something_else_below_the_right_heading() -> None:
    """What introduces a list tells what it is of."""
    read = document(
        heading("Plan"),
        heading("Mål", 2),
        paragraph("Följande dokument ligger till grund för uppföljningen av målen:"),
        *items("Lagen.", "Ordningen."),
        paragraph("Målen är:"),
        *items(*GOALS),
        title="Plan",
    )
    assert said(best("Vilka är målen?", read))[0] == f"• {GOALS[0]}"


def test_nothing_found() -> None:
    assert find_listings(part("Vilka mål?"), terms("Vilka mål?"), []) == []


def test_a_remark_above_steps_does_not_introduce_them() -> None:
    """It may say that something is not so: the heading tells what the steps are of."""
    remark = paragraph("Osäkert: alla steg har inte kunnat läsas.")
    read = document(heading("Ansökan"), remark, *steps("Skriv en ansökan.", "Skicka den."), title="Plan 2031")
    plain = document(heading("Ansökan"), *steps("Skriv en ansökan.", "Skicka den."), title="Plan 2031")
    question = "Hur skriver man en ansökan?"
    assert best(question, read).score == pytest.approx(best(question, plain).score, abs=0.05)
