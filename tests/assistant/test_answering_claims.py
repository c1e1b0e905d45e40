"""What could be said: sentences and cells as claims, with years, words held, and fit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.answering.claims import (
    LONG_CELL,
    Claim,
    claim_of_fact,
    claim_of_text,
    claims_of_tables,
    claims_of_text,
    render,
)
from assistant.answering.evidence import DEFINES, FITS, gather
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


TOLD = document(
    heading("Insatser"),
    table(
        ["Insats", "Ägare", "Syfte", "Omfattning"],
        ["Fyren", "Region Skåne i samverkan med andra", "Unga ska få råd om arbete.", "Högst 40 deltagare åt gången"],
        ["Bryggan", "Malmö stad", "Vuxna ska få råd.", "Deltagare väljs i grupp"],
        title="Insatser",
    ),
)
LONG = f"Fyren når 40 deltagare. {'Mycket annat görs också för den som vill ha det så. ' * 5}"


@pytest.mark.parametrize(
    ("question", "fitting"),
    [
        ("Hur många deltagare har Fyren?", {"Omfattning"}),
        ("Hur många deltagare har Bryggan?", set()),
        ("Hur stor andel deltagare har Fyren?", set()),
        ("Vad är Fyren?", {"Syfte"}),
    ],
)
def test_cells_of_words_that_hold_what_is_sought(question: str, fitting: set[str], shelf: Library) -> None:
    """A count stands in the text of one, and the one for its purpose says what a thing is."""
    found = claims_of_tables(part(question), terms(question), hits(TOLD), shelf)
    assert {claim.fact.attribute for claim in found if claim.fact and claim.fits} == fitting


def test_a_cell_that_defines_goes_first(shelf: Library) -> None:
    found = claims_of_tables(part("Vad är Fyren?"), terms("Vad är Fyren?"), hits(TOLD), shelf)
    best, after, *_ = sorted(found, key=lambda claim: -claim.score)
    assert best.fact is not None
    assert best.fact.attribute == "Syfte"
    assert best.score - after.score > DEFINES + FITS


def test_a_cell_of_what_is_to_be_is_not_what_became(shelf: Library) -> None:
    read = document(
        heading("Insatser"),
        table(["Insats", "Antal"], ["Fyren", "40 deltagare ska nås"], ["Bryggan", "12 deltagare"], title="Insatser"),
    )
    for question, fits in (("Hur många deltagare fick Fyren?", False), ("Hur många deltagare fick Bryggan?", True)):
        (claim,) = claims_of_tables(part(question), terms(question), hits(read), shelf)
        assert claim.fits is fits


@pytest.mark.parametrize(
    ("question", "value", "sheet", "is_claim"),
    [
        ("Hur många deltagare når Fyren?", LONG, True, False),
        ("Vad är målgruppen för Fyren?", LONG, True, True),
        ("Hur många deltagare når Fyren?", LONG[: LONG_CELL - 1], True, True),
        ("Hur många deltagare når Fyren?", LONG, False, True),
    ],
    ids=["a figure", "no figure", "a short cell", "a row of a table"],
)
def test_a_long_cell_of_a_form_gives_way_to_its_sentences(
    question: str, value: str, sheet: bool, is_claim: bool, shelf: Library
) -> None:
    """When a figure is sought: the cell holds many."""
    block = table(
        ["Målgrupp för" if sheet else "Insats", "Svar"],
        ["Målgrupp" if sheet else "Fyren", value.strip()],
        title="Fyren",
        sheet=sheet,
    )
    read = document(heading("Insatser"), block)
    found = list(claims_of_tables(part(question), terms(question), hits(read), shelf))
    assert bool(found) is is_claim
    sentences = claims_of_text(gather(part(question), terms(question), hits(read)), terms(question))
    assert "Fyren når 40 deltagare." in {claim.text for claim in sentences}


def test_a_claim_holds_what_it_points_back_at() -> None:
    """So that a name in the sentence before answers for it; words in a sentence that points nowhere do not."""
    question = "Hur mycket kostade Fyren?"
    for after, holds in (("Det kostade 900 tkr.", True), ("Allt kostade 900 tkr.", False)):
        read = document(heading("Plan"), paragraph(f"Fyren byggdes om. {after}"))
        found = claims_of_text(gather(part(question), terms(question), hits(read)), terms(question))
        claim = next(one for one in found if one.text == after)
        assert (stem("fyren") in claim.held) is holds
