"""A section of the law that is asked for by its number is told whole."""

from __future__ import annotations

import pytest

from assistant.answering.statute import MOST, SHORT, asked_section
from ingest.model import Document
from tests.assistant.drafted import document, heading, hits, items, paragraph, part, terms

LAW = document(
    heading("Lag om samverkan"),
    heading("4 § Medlemmar", 2),
    paragraph("Parterna är medlemmar."),
    heading("5 § Uppgifter", 2),
    paragraph("Förbundet har till uppgift att"),
    *items("besluta om mål,", "stödja samverkan."),
    paragraph("Senast ändrad genom SFS 2031:12."),
    heading("5 a § Arvoden", 2),
    paragraph("Arvoden bestäms av medlemmarna."),
    heading("15 § Revision", 2),
    paragraph("En revisor granskar."),
    id="lag",
    type="lag",
)
FIFTH = ["Förbundet har till uppgift att", "• besluta om mål,", "• stödja samverkan."]


LONG = document(
    heading("Lag om samverkan"),
    heading("5 § Uppgifter", 2),
    paragraph("Så ska det ske. " * SHORT),
    id="lag",
    type="lag",
)


def told(question: str, *documents: Document) -> list[str]:
    return [claim.text for claim in asked_section(part(question), terms(question), hits(*(documents or (LAW,))))]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Vad står i 5 §?", FIFTH),
        ("Vad säger § 5?", FIFTH),
        ("Vad står i 5§ finsamlagen?", FIFTH),
        ("Vad står i 5 § lagen (2003:1210) om finansiell samordning?", FIFTH),
        ("Vad säger 5 § om uppgifter?", FIFTH),
        ("Vad står i 5 a §?", ["Arvoden bestäms av medlemmarna."]),
        ("Vad säger § 5 a?", ["Arvoden bestäms av medlemmarna."]),
        ("Vad står i 5A § lagen?", ["Arvoden bestäms av medlemmarna."]),
        ("Vad står i 15 §?", ["En revisor granskar."]),
        ("Vad står i 6 §?", []),
        ("Vad står i 4 b §?", []),
        ("Vad står i lagen?", []),
    ],
)
def test_a_section_by_its_number(question: str, said: list[str]) -> None:
    """With or without a letter; its paragraphs and points, and not where it comes from."""
    assert told(question) == said


@pytest.mark.parametrize(
    "question",
    [
        "Vad står i 5 § kommunallagen?",
        "Vad säger 5 § i socialförsäkringsbalken?",
        "Vad står i 5 § dataskyddsförordningen?",
        "Vad står i 2 kap. 5 §?",
        "Vad säger 5 § i andra kapitlet?",
    ],
)
def test_a_section_of_another_act(question: str) -> None:
    """The law on financial coordination has no chapters."""
    assert told(question) == []


@pytest.mark.parametrize(
    "question", ["Får förbundet köpa en båt enligt 5 §?", "Vem granskar enligt 5 §?", "Vad säger 5 § om arvoden?"]
)
def test_more_is_asked_than_what_it_says(question: str) -> None:
    """Then a long section is not told whole; a short one is, and says what it says."""
    assert told(question, LONG) == []
    assert told(question) == FIFTH


@pytest.mark.parametrize(
    "question",
    [
        "Vad säger 5 §?",
        "Vad säger 5 § om uppgifter?",
        "Vad står i 5 § samordningslagen?",
        "Vad står i 5 § lagen (2003:1210) om finansiell samordning?",
    ],
)
def test_no_more_is_asked_than_what_it_says(question: str) -> None:
    """The act's name and the words of the section's heading ask nothing further."""
    assert told(question, LONG) == [LONG.text[LONG.text.index("Så ska") :].strip()]


def test_only_a_law_has_sections() -> None:
    other = document(heading("Plan"), heading("5 § Uppgifter", 2), paragraph("Planen antas i maj."))
    assert told("Vad står i 5 §?", other) == []
    assert told("Vad står i 5 §?", other, LAW) == FIFTH


def test_there_is_an_end_to_it() -> None:
    points = [f"punkt nummer {n}." for n in range(MOST + 3)]
    long = document(heading("Lag"), heading("7 §", 2), *items(*points), id="lag", type="lag")
    assert told("Vad står i 7 §?", long) == [f"• {point}" for point in points[:MOST]]
