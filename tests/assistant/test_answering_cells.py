"""Further cells are told when a question lists rows, or points at several columns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answering.cells import other_columns, other_rows, repeats
from assistant.answering.claims import Claim
from assistant.library import Library
from tests.assistant.drafted import document, heading, library, paragraph, part, table, terms
from tests.assistant.ranking import ranked

COSTS = document(
    heading("Kostnader"),
    table(
        ["Post", "Budget (kr)", "Utfall (kr)"],
        *(["Löner", "10", "11"], ["Lokaler", "20", "21"], ["Resor", "30", "31"], ["Löner, vikarier", "4", "5"]),
        ["Summa teater", "65", "69"],
        units=["", "kr", "kr"],
        title="Kostnader",
        sums=[4],
    ),
    paragraph("Lokaler kostade 21 kr."),
)
Found = Callable[[str], list[Claim]]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library(tmp_path_factory.mktemp("cells"), COSTS)


@pytest.fixture
def found(shelf: Library) -> Found:
    return lambda question: ranked(question, shelf, COSTS)


def cell(claims: list[Claim], subject: str, attribute: str) -> Claim:
    return next(one for one in claims if one.fact and (one.fact.subject, one.fact.attribute) == (subject, attribute))


@pytest.mark.parametrize(
    ("question", "subjects"),
    [
        ("Vad är budgeten för löner, lokaler och resor?", {"Lokaler", "Resor"}),
        ("Vad är utfallet för löner, lokaler och resor?", {"Lokaler", "Resor"}),
        ("Vad är budgeten för löner/resor?", {"Resor"}),
        ("Vad är budgeten för löner och lokaler?", {"Lokaler"}),
        ("Vad är budgeten för löner i lokaler?", set()),
        ("Vad är budgeten för löner, lokaler och lokaler?", {"Lokaler"}),
        ("Vad är budgeten för löner, teater och resor?", {"Resor"}),
    ],
    ids=["a list", "another column asked for", "a slash", "a pair", "no list", "the same twice", "one without a row"],
)
def test_other_rows_of_the_column(question: str, subjects: set[str], found: Found) -> None:
    """The best row for each word of a list that no chosen row holds, and no sum."""
    claims = found(question)
    chosen = [cell(claims, "Löner", "Budget (kr)")]
    added = other_rows(chosen, claims, part(question), terms(question))
    assert {one.fact.subject for one in added if one.fact} == subjects
    assert {one.fact.attribute for one in added if one.fact} <= {"Budget (kr)"}


def test_no_other_rows_beside_a_sentence(found: Found) -> None:
    question = "Vad är budgeten för löner, lokaler och resor?"
    claims = found(question)
    sentence = next(one for one in claims if one.fact is None)
    assert other_rows([sentence], claims, part(question), terms(question)) == []
    assert other_rows([], claims, part(question), terms(question)) == []


@pytest.mark.parametrize(
    ("question", "attributes"),
    [("Vilken budget och vilket utfall har löner?", ["Utfall (kr)"]), ("Vilken budget har löner?", [])],
)
def test_other_columns_of_the_row(question: str, attributes: list[str], found: Found) -> None:
    """Those that the question points at besides, of the same row."""
    claims = found("Vilken budget och vilket utfall har löner?")
    added = other_columns([cell(claims, "Löner", "Budget (kr)")], claims, part(question))
    assert [one.fact.attribute for one in added if one.fact] == attributes
    assert {one.fact.subject for one in added if one.fact} <= {"Löner"}


def test_what_has_been_said(found: Found) -> None:
    """The same words or the same place; another cell of a row is another thing."""
    claims = found("Vilken budget och vilket utfall har löner och lokaler?")
    budget, outcome = cell(claims, "Löner", "Budget (kr)"), cell(claims, "Löner", "Utfall (kr)")
    assert repeats(budget, [outcome, budget])
    assert not repeats(budget, [outcome])
    assert not repeats(budget, [cell(claims, "Lokaler", "Budget (kr)")])
    assert not repeats(budget, [])
