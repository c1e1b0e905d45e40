"""Rows are compared with their own aims: which reached them, which went beyond, which fell short."""

from __future__ import annotations

import pytest

from assistant.answering.aims import beside_aim
from tests.assistant.drafted import document, heading, hits, part, table, terms

PLAN = document(
    heading("Uppföljning 2031"),
    heading("Deltagare", 2),
    table(
        ["Insats", "Utfall 2031 (antal)", "Mål 2031 (antal)"],
        ["Fyren", "40", "30"],
        ["Bryggan", "20", "20"],
        ["Kajen", "5", "25"],
        ["Summa", "65", "75"],
        title="Deltagare i insatser",
        sums=[3],
    ),
    heading("Kostnader", 2),
    table(
        ["Insats", "Utfall 2031", "Budget 2031"],
        ["Fyren", "-900", "-1 000"],
        ["Bryggan", "-800", "-800"],
        units=["", "tkr", "tkr"],
        title="Kostnader för insatser",
    ),
)


@pytest.mark.parametrize(
    ("question", "subjects"),
    [
        ("Vilka insatser nådde sitt mål för deltagare?", ["Fyren", "Bryggan"]),
        ("Vilka insatser nådde inte målet för deltagare 2031?", ["Kajen"]),
        ("Vilka insatser missade målet för deltagare?", ["Kajen"]),
        ("Vilka insatser fick fler deltagare än målet?", ["Fyren"]),
        ("Vilka insatser hade mindre kostnader än budget?", ["Fyren"]),
        ("Which initiatives reached their target for deltagare?", ["Fyren", "Bryggan"]),
    ],
)
def test_rows_on_one_side_of_their_aim(question: str, subjects: list[str]) -> None:
    """Outcome and aim of each; sums are left out, and a minus only marks a cost."""
    found, _ = beside_aim(part(question), terms(question), hits(PLAN))
    assert [fact.subject for fact in found] == [subject for subject in subjects for _ in range(2)]


def test_none_may_have_done_so() -> None:
    """Said with all the rows that were looked at."""
    question = "Vilka insatser överskred budgeten för kostnader?"
    found, none_did = beside_aim(part(question), terms(question), hits(PLAN))
    assert found == []
    assert none_did is not None
    assert none_did.text == "Ingen av de 2 raderna i tabellen ”Kostnader för insatser”"
    assert [fact.subject for fact in none_did.facts] == ["Fyren", "Bryggan"]


@pytest.mark.parametrize(
    "question",
    [
        "Vilka mål har insatserna?",
        "Hur många i Fyren nådde målet för deltagare?",
        "Vad är målet för deltagare?",
        "Vilka insatser nådde målet 2030?",
        "Vilka insatser går över hela året med ett mål?",
    ],
)
def test_nothing_is_compared(question: str) -> None:
    """Nothing is asked of an outcome, or only of one row, or of no year that the tables speak of."""
    assert beside_aim(part(question), terms(question), hits(PLAN)) == ([], None)
