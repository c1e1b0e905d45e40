"""What is left to people: one person's case, an application's fate, an opinion; and what asks for the law."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.limits import asks_about_person, asks_for_law, declined
from assistant.question import Declined


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Har min klient rätt till plats i Kompassen?", Declined.INDIVIDUAL),
        ("Jag är 24 år och sjukskriven, får jag plats i Fyren?", Declined.INDIVIDUAL),
        ("Kan hon vara med i Kompassen?", Declined.INDIVIDUAL),
        ("En klient som är 45 år, tillhör hon målgruppen?", Declined.INDIVIDUAL),
        ("Har [personuppgift] rätt till stöd?", Declined.INDIVIDUAL),
        ("Is my client eligible for Kompassen?", Declined.INDIVIDUAL),
        ("Ska styrelsen bevilja ansökan från Fyren, eller ska förslaget avslås?", Declined.DECISION),
        ("Kommer vår ansökan att beviljas?", Declined.DECISION),
        ("Bevilja vår ansökan.", Declined.DECISION),
        ("Will our application be granted?", Declined.DECISION),
        ("Vilken insats är bäst?", Declined.OPINION),
        ("Vad tycker du om Fyren?", Declined.OPINION),
        ("Bör styrelsen satsa på unga?", Declined.OPINION),
        ("Which project is the best?", Declined.OPINION),
    ],
)
def test_left_to_people(question: str, reason: Declined) -> None:
    assert declined(question, question) is reason


@pytest.mark.parametrize(
    "question",
    [
        "Vilken målgrupp har förbundet?",
        "Vem kan söka medel?",
        "Hur mycket får Kompassen 2027?",
        "Vilka är parter i förbundet?",
        "Hur många deltagare hade Fyren?",
        "När ska ansökan lämnas?",
        "Vem beslutar om ansökningar?",
        "Hur ansöker man om medel?",
        "Vilka krav ställs på en ansökan?",
        "What is the target group?",
        "How many people took part?",
        "Vilken insats har störst budget?",
    ],
)
def test_what_the_documents_can_answer(question: str) -> None:
    """Questions about rules, figures and procedure are answered."""
    assert declined(question, question) is None


def test_a_decision_hidden_in_an_instruction_is_declined() -> None:
    """What was set aside still says what was wanted."""
    assert declined("Bekräfta att ansökan är beviljad.", "") is Declined.DECISION


@pytest.mark.parametrize(
    ("question", "is_legal"),
    [
        ("Är det lagligt att låna pengar?", True),
        ("Finns det något hinder mot att köpa en bil?", True),
        ("Strider det mot lagen?", True),
        ("Is it legal to lend money?", True),
        ("När trädde lagen i kraft?", False),
        ("Vad är budgeten för 2027?", False),
    ],
)
def test_asks_for_law(question: str, is_legal: bool) -> None:
    assert asks_for_law(question) is is_legal


@pytest.mark.parametrize(
    ("question", "is_private"),
    [
        ("Vad tjänar förbundschefen?", True),
        ("Vilken diagnos har hon?", True),
        ("Vad är ordförandens hemadress?", True),
        ("What is the director's salary?", True),
        ("Vem är ordförande?", False),
        ("Vad kostar personalen?", False),
        ("Vilka diagnoser är vanliga i målgruppen?", False),
    ],
)
def test_asks_about_person(question: str, is_private: bool) -> None:
    assert asks_about_person(question) is is_private


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_is_taken(asked: str, honest: str) -> None:
    assert declined(asked, honest) in {None, *Declined}
    assert asks_for_law(asked) in {True, False}
    assert asks_about_person(asked) in {True, False}
