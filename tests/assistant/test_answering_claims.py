"""What could be said: sentences and cells as claims, with years, words held, and fit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.answering.claims import (
    Claim,
    claim_of_fact,
    claim_of_text,
    claims_of_tables,
    claims_of_text,
    render,
)
from assistant.answering.evidence import gather
from assistant.answering.facts import facts_of
from assistant.lexicon import stem
from assistant.library import Library
from ingest.model import Block
from tests.assistant.drafted import document, heading, hits, library, paragraph, part, table, terms

BUDGET = table(
    ["Insats", "Ägare", "Budget 2031 (tkr)", "Avvikelse"],
    ["Fyren", "Region Skåne", "2 400", "-12"],
    ["Fyren Unga", "Malmö stad", "900", "0"],
    ["Kompassen", "Malmö stad", "3 900", "4"],
    ["Summa", "", "7 200", ""],
    units=["", "", "tkr", ""],
    title="Insatser i budget",
    sums=[3],
)
PLAN = document(heading("Plan 2031"), heading("Budget", 2), BUDGET)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library(tmp_path_factory.mktemp("claims"), PLAN)


def of_tables(question: str, shelf: Library) -> list[Claim]:
    found = claims_of_tables(part(question), terms(question), hits(PLAN), shelf)
    return sorted(found, key=lambda claim: -claim.score)


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("Hur mycket får Fyren?", "Fyren: 2 400 tkr (Budget 2031)"),
        ("Hur mycket får Fyren Unga?", "Fyren Unga: 900 tkr (Budget 2031)"),
        ("Hur mycket får Kompassen?", "Kompassen: 3 900 tkr (Budget 2031)"),
        ("Vem äger Fyren?", "Fyren: Region Skåne (Ägare)"),
        ("Vad är avvikelsen för Kompassen?", "Kompassen: 4 (Avvikelse)"),
    ],
)
def test_the_cell_that_answers(question: str, best: str, shelf: Library) -> None:
    """The row by its subject, whole before part; the column by its unit, or by what the question points at."""
    assert of_tables(question, shelf)[0].text == best


def test_derived_columns_answer_only_when_asked_for(shelf: Library) -> None:
    assert not any("Avvikelse" in claim.text for claim in of_tables("Hur mycket får Kompassen?", shelf))


def test_a_row_that_is_not_asked_about_is_no_claim(shelf: Library) -> None:
    assert {claim.fact.subject for claim in of_tables("Hur mycket får Kompassen?", shelf) if claim.fact} == {
        "Kompassen"
    }
    assert of_tables("Hur mycket får Vindrosen?", shelf) == []


def test_a_row_is_asked_about_by_what_stands_beside_its_label(shelf: Library) -> None:
    found = [claim.text for claim in of_tables("Hur mycket får Malmö stad?", shelf) if claim.fits]
    assert sorted(found) == ["Fyren Unga: 900 tkr (Budget 2031)", "Kompassen: 3 900 tkr (Budget 2031)"]


def test_what_a_claim_holds(shelf: Library) -> None:
    """``covered`` in its own row and head, ``held`` in the titles above too; the year is the head's."""
    best = of_tables("Hur mycket får Fyren i budget för insatser?", shelf)[0]
    assert best.covered == {stem("fyren"), stem("budget")}
    assert best.held == {stem("fyren"), stem("budget"), stem("insatser")}
    assert best.years == {2031}
    assert best.fits
    assert PLAN.text[best.start : best.end].startswith("Fyren")


def test_claims_of_running_text() -> None:
    """Years are the sentence's own, else those before it and the document's."""
    read = document(
        heading("Historik"), paragraph("Fyren startade 2028. Den blev stor. Kompassen kom 2030."), year=2031
    )
    question = "När startade Fyren?"
    found = {
        claim.text: claim
        for claim in claims_of_text(gather(part(question), terms(question), hits(read)), terms(question))
    }
    assert found["Fyren startade 2028."].years == {2028}
    assert found["Den blev stor."].years == {2028, 2031}
    assert found["Fyren startade 2028."].fits
    assert found["Fyren startade 2028."].covered >= {stem("fyren")}
    assert not found["Den blev stor."].covered


def test_claims_that_are_known_to_answer() -> None:
    fact = next(facts_of(PLAN, PLAN.tables[0]))
    claim = claim_of_fact(fact, terms("Vem äger Fyren?"))
    assert (claim.text, claim.start, claim.end, claim.fits) == (render(fact), fact.row.start, fact.row.end, True)
    start = PLAN.text.index("Budget")
    said = claim_of_text(PLAN, start, start + len("Budget"))
    assert (said.text, said.fact) == ("Budget", None)
    assert said.block is not None
    assert said.block.start <= start < said.block.end


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (table(["Insats", "Kostnad (kr)"], ["Fyren", "12"], units=["", "kr"]), "Fyren: 12 kr (Kostnad)"),
        (table(["Insats", "Kostnad (kr)"], ["Fyren", "12 kr"], units=["", "kr"]), "Fyren: 12 kr (Kostnad)"),
        (table(["Insats", "Kostnad (MSEK)"], ["Fyren", "12"], units=["", "mkr"]), "Fyren: 12 mkr (Kostnad)"),
        (table(["Insats", "Antal"], ["Fyren", "12"], units=["", "st"]), "Fyren: 12 (Antal)"),
        (table(["Insats", "Andel (%)"], ["Fyren", "12"], units=["", "%"]), "Fyren: 12 % (Andel)"),
        (table(["Insats", ""], ["Fyren", "liten"]), "Fyren: liten"),
        (table(["Fråga", "Svar"], ["Ägare", "Skåne"], title="Fyren", sheet=True), "Fyren, ägare: Skåne"),
    ],
)
def test_a_cell_in_words(block: Block, said: str) -> None:
    """The unit stands with the figure, once, and not in the head."""
    read = document(heading("Budget"), block)
    assert [render(fact) for fact in facts_of(read, read.tables[0])] == [said]


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        *[("Fyren 2029", 2029, True), ("Fyren 2029", 2031, False)],
        *[("Fyren", 2031, True), ("Fyren", 2032, True), ("Fyren", 2029, False), ("Fyren", 2033, False)],
    ],
)
def test_which_year_a_claim_speaks_of(text: str, year: int, expected: bool) -> None:
    """One that is named in it, else all that its document is valid for."""
    read = document(paragraph(text), year=2031)
    read = replace(read, source=replace(read.source, ends=date(2032, 12, 31)))
    question = "Fyren"
    (claim,) = claims_of_text(gather(part(question), terms(question), hits(read)), terms(question))
    assert (year in claim.years) is expected
