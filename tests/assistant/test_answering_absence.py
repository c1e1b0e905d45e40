"""Who is missing is answered from forms that have the same label, when some of them name somebody else."""

from __future__ import annotations

import pytest

from assistant.answering.absence import asks_for_absence, without
from ingest.model import Block
from tests.assistant.drafted import document, heading, hits, part, table, terms

QUESTION = "Vilka insatser saknar Försäkringskassan som part?"


def form(subject: str, parties: str, label: str = "Parter") -> list[Block]:
    return [
        heading(subject, 2),
        table(["Fråga", "Svar"], ["Ägare", "Region Skåne"], [label, parties], title=subject, sheet=True),
    ]


def missing(*forms: list[Block], question: str = QUESTION) -> list[str]:
    read = document(heading("Insatser 2031"), *forms)
    return [fact.subject for fact in without(part(question), terms(question), hits(read))]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (QUESTION, True),
        ("Vilka insatser är utan Försäkringskassan?", True),
        ("I vilka insatser är Försäkringskassan inte med?", True),
        ("Vilka parter deltog inte?", True),
        ("Which projects lack Region Skåne?", True),
        ("Vilka insatser har Försäkringskassan?", False),
        ("Vad är utanförskap?", False),
    ],
)
def test_whether_something_missing_is_asked_for(question: str, expected: bool) -> None:
    assert asks_for_absence(part(question)) is expected


def test_those_that_do_not_name_it() -> None:
    found = missing(
        form("Fyren", "Malmö stad, Försäkringskassan"),
        form("Kompassen", "Malmö stad, Region Skåne"),
        form("Landgången", "Arbetsförmedlingen"),
    )
    assert found == ["Kompassen", "Landgången"]


def test_no_finding_when_nobody_has_it_or_all_do() -> None:
    """Then the documents may have left it out."""
    assert missing(form("Fyren", "Malmö stad"), form("Kompassen", "Region Skåne")) == []
    assert missing(form("Fyren", "Försäkringskassan"), form("Kompassen", "Försäkringskassan")) == []


def test_only_the_label_that_is_asked_about() -> None:
    assert missing(form("Fyren", "Försäkringskassan"), form("Kompassen", "Malmö stad", label="Målgrupp")) == []


def test_something_must_be_named_and_the_year_right() -> None:
    forms = (form("Fyren", "Försäkringskassan"), form("Kompassen", "Malmö stad"))
    assert missing(*forms) == ["Kompassen"]
    assert missing(*forms, question="Vilka insatser saknar parter?") == []
    assert missing(*forms, question="Vilka insatser saknade Försäkringskassan som part 2024?") == []
    assert without(part(QUESTION), terms(QUESTION), []) == []
