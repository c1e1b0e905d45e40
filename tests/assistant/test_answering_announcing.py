"""What a sentence announces by number is said with it, when as many follow."""

from __future__ import annotations

import pytest

from assistant.answering.announcing import announced
from assistant.answering.claims import Claim, claim_of_text
from assistant.answering.listing import Listing
from ingest.model import Document
from tests.assistant.drafted import document, heading, items, paragraph, part, table, terms

PLAN = document(
    heading("Plan 2031"),
    heading("Grupper", 2),
    paragraph("Förbundet har två målgrupper enligt planen. Båda är viktiga."),
    paragraph("Den första målgruppen är invånare. De bor i staden."),
    paragraph("Den andra målgruppen är parternas personal."),
    heading("Rapporter", 2),
    paragraph("Förbundet skrev tre rapporter under året. Rapporterna är:"),
    *items("Fyren efter ett år.", "Bryggan från start.", "Hur parterna möts."),
    heading("Beslut", 2),
    paragraph("Förbundet har beslutat att betala 2 insatser. Fyra möten hölls."),
    paragraph("Mer står nedan."),
    heading("Uppföljning", 2),
    table(
        ["Insatser i budget", "Budget (kr)"],
        ["Fyren", "2 400 000"],
        ["Bryggan", "1 600 000"],
        ["Summa", "4 000 000"],
        units=["", "kr"],
        sums=[2],
    ),
    heading("Grenar", 2),
    paragraph("Arbetet har två grenar."),
    *[heading("Kust", 3), paragraph("Längs vattnet."), heading("Inland", 3), paragraph("Bort från vattnet.")],
)


def claim(words: str, read: Document = PLAN) -> Claim:
    start = read.text.index(words)
    return claim_of_text(read, start, start + len(words))


def found(question: str, words: str) -> Listing | None:
    return announced(claim(words), part(question), terms(question))


@pytest.mark.parametrize(
    ("question", "words", "said"),
    [
        (
            "Vilken målgrupp har förbundet?",
            "Förbundet har två målgrupper enligt planen.",
            ["Den första målgruppen är invånare.", "Den andra målgruppen är parternas personal."],
        ),
        (
            "Vilka rapporter skrevs?",
            "Förbundet skrev tre rapporter under året.",
            ["• Fyren efter ett år.", "• Bryggan från start.", "• Hur parterna möts."],
        ),
        ("Vilka grenar har arbetet?", "Arbetet har två grenar.", ["Kust", "Inland"]),
    ],
)
def test_what_is_announced(question: str, words: str, said: list[str]) -> None:
    """What is told of in order, a list further down in the paragraph, the headings below."""
    listing = found(question, words)
    assert listing is not None
    assert listing.lead is not None
    assert PLAN.text[slice(*listing.lead)] == words
    assert [PLAN.text[start:end] for start, end in listing.items] == said


def test_the_rows_of_a_table_of_what_is_counted() -> None:
    """It may stand under another heading further down; its sum comes with it and does not count."""
    listing = found("Vilka insatser betalas?", "Förbundet har beslutat att betala 2 insatser.")
    assert listing is not None
    assert [fact.value for fact in listing.facts] == ["2 400 000", "1 600 000", "4 000 000"]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Vilka möten hölls?", "Fyra möten hölls."),
        ("Vilken personal har förbundet?", "Förbundet har två målgrupper enligt planen."),
        ("Vilka insatser betalas?", "Mer står nedan."),
    ],
)
def test_nothing_is_announced(question: str, words: str) -> None:
    """As many do not follow, something else is counted, or nothing is."""
    assert found(question, words) is None
