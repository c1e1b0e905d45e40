"""A claim may answer when it says something of what is asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answering.claims import claim_of_fact, claim_of_text
from assistant.answering.eligibility import eligible, is_reference
from assistant.library import Library
from ingest.model import Block
from tests.assistant.drafted import document, facts, heading, library, paragraph, part, table, terms
from tests.assistant.ranking import ranked

Said = Callable[..., set[str]]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library(tmp_path_factory.mktemp("eligibility"), document(heading("Plan"), paragraph("Fyren.")))


@pytest.fixture
def said(shelf: Library) -> Said:
    def of(question: str, *blocks: Block) -> set[str]:
        claims = ranked(question, shelf, document(heading("Plan"), *blocks))
        return {claim.text for claim in eligible(claims, part(question), terms(question))}

    return of


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hur mycket satsade Fyren i maj?", {"Fyren har 40 tkr."}),
        ("Hur mycket satsade Bryggan i maj?", set()),
        ("Hur mycket satsade skolan i maj?", set()),
    ],
    ids=["a name", "another name", "no name"],
)
def test_a_claim_that_only_a_date_speaks_for_is_none(question: str, expected: set[str], said: Said) -> None:
    """An amount and a month stand in many a sentence: a word of the question must as well."""
    assert said(question, paragraph("Fyren har 40 tkr."), paragraph("Man gav 9 tkr i maj.")) == expected


def test_a_date_takes_what_is_asked_of_it(said: Said) -> None:
    """To name the thing is not enough: a year stands nearly everywhere."""
    assert said(
        "När invigdes Fyren?", paragraph("Fyren har 40 tkr 2031."), paragraph("Fyren invigdes i maj 2031.")
    ) == {"Fyren invigdes i maj 2031."}


@pytest.mark.parametrize(
    ("text", "defines"),
    [("Fyren.", False), ("Om Fyren:", False), ("Fyren är ett hus för unga.", True)],
)
def test_a_bare_name_defines_nothing(text: str, defines: bool, said: Said) -> None:
    assert bool(said("Vad är Fyren?", paragraph(text))) is defines


def test_a_bare_name_may_answer_what_is_no_definition(said: Said) -> None:
    assert said("Vilka ger råd?", paragraph("Råd: Fyren.")) == {"Råd: Fyren."}


@pytest.mark.parametrize(
    ("text", "expected"), [("Fyren ligger vid Hamnen.", {"Fyren ligger vid Hamnen."}), ("Fyren ligger i topp.", set())]
)
def test_a_place_must_be_held(text: str, expected: set[str], said: Said) -> None:
    assert said("Var ligger Fyren?", paragraph(text)) == expected


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Källa: planen för 2031.", True),
        ("Källor för Fyren: planen.", True),
        ("Sources: the plan.", True),
        ("Senast ändrad genom SFS 2031:12.", True),
        ("Oförändrad sedan 2029.", True),
        ("Detta är en omskrivning av planen.", True),
        ("Dokumentet är en sammanställning.", True),
        ("Källan rinner upp i skogen.", False),
        ("Fyren är oförändrad sedan 2029.", False),
        ("Detta är en insats.", False),
    ],
)
def test_where_something_comes_from(text: str, reference: bool, said: Said) -> None:
    """It is told by a line, not by a cell, and answers nothing."""
    read = document(heading("Plan"), paragraph(text))
    start = read.text.index(text)
    assert is_reference(claim_of_text(read, start, start + len(text))) is reference
    assert not (reference and said("Vad är en omskrivning, en källa, en plan?", paragraph(text)))


def test_a_cell_is_no_reference() -> None:
    read = document(heading("Plan"), table(["Källa:", "År"], ["Källa: Fyren", "2029"]))
    assert not any(is_reference(claim_of_fact(fact, [])) for fact in facts(read))
