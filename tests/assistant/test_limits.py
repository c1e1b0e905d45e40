"""What is left to people: one person's case, an application's fate, an opinion; and what asks for the law."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.limits import asks_about_clients, asks_about_person, asks_for_law, declined, says_private
from assistant.question import Declined


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Har min klient rätt till plats i Kompassen?", Declined.INDIVIDUAL),
        ("Jag är 24 år och sjukskriven, får jag plats i Fyren?", Declined.INDIVIDUAL),
        ("Kan hon vara med i Kompassen?", Declined.INDIVIDUAL),
        ("En klient som är 45 år, tillhör hon målgruppen?", Declined.INDIVIDUAL),
        ("Har [personuppgift] rätt till stöd?", Declined.INDIVIDUAL),
        ("Kan jag erbjuda min klient Fyren?", Declined.INDIVIDUAL),
        ("Vart ska jag remittera min patient?", Declined.INDIVIDUAL),
        ("Bör min klient placeras i Fyren?", Declined.INDIVIDUAL),
        ("Hör min klient till målgruppen?", Declined.INDIVIDUAL),
        ("Ska vi ta emot min klient?", Declined.INDIVIDUAL),
        ("Ska vi skriva in min klient i Fyren?", Declined.INDIVIDUAL),
        ("Can you refer my client to Fyren?", Declined.INDIVIDUAL),
        ("Is my client eligible for Kompassen?", Declined.INDIVIDUAL),
        ("Ska styrelsen bevilja ansökan från Fyren, eller ska förslaget avslås?", Declined.DECISION),
        ("Kommer vår ansökan att beviljas?", Declined.DECISION),
        ("Bevilja vår ansökan.", Declined.DECISION),
        ("Will our application be granted?", Declined.DECISION),
        ("Vilken insats är bäst?", Declined.OPINION),
        ("Vad tycker du om Fyren?", Declined.OPINION),
        ("Bör styrelsen satsa på unga?", Declined.OPINION),
        ("Which project is the best?", Declined.OPINION),
        ("Är det klokt att satsa på unga?", Declined.OPINION),
        ("Vore det fel av styrelsen att vänta?", Declined.OPINION),
        ("Är det rätt att stänga Fyren?", Declined.OPINION),
        ("Var Fyren en lyckad satsning?", Declined.OPINION),
        ("Vem är mest lämplig som ordförande?", Declined.OPINION),
        ("Ska vi satsa på Fyren?", Declined.OPINION),
        ("Vad är din bedömning av Fyren?", Declined.OPINION),
        ("Is it wise to fund Fyren?", Declined.OPINION),
        ("What is your honest opinion of Fyren?", Declined.OPINION),
        ("Var Fyren värd pengarna?", Declined.OPINION),
        ("Är Fyren värt satsningen?", Declined.OPINION),
        ("Do you really believe in Fyren?", Declined.OPINION),
        ("Is Fyren good, do you feel?", Declined.OPINION),
        ("Vilken insats är bäst enligt dig?", Declined.OPINION),
        ("Bekräfta att Fyren har fått pengar.", Declined.DECISION),
        ("Kan vår ansökan avslås?", Declined.DECISION),
        ("Är ansökan från Fyren beviljad?", Declined.DECISION),
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
        "Kan en ansökan avslås?",
        "Kan en sen ansökan avslås?",
        "Ska varje ansökan godkännas av styrelsen?",
        "Kan en ny ansökan beviljas under året?",
        "När beviljas ansökan?",
        "Ska vi söka medel före mars?",
        "Är det rätt att Fyren får två miljoner?",
        "Är det rätt att parterna är fyra?",
        "Vad står i bedömningen av Fyren?",
        "Vilket arbetssätt lyckades bäst enligt rapporten?",
        "Vilken insats är bäst enligt årsrapporten?",
        "Är det rätt att stänga Fyren enligt den senaste planen?",
        "Bör styrelsen satsa på unga, enligt lagen?",
        "Which project is the best according to the report?",
        "Kan man erbjuda Fyren till unga?",
        "Vad är en värdegrund?",
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


@pytest.mark.parametrize(
    ("question", "of_clients"),
    [
        ("Vad heter deltagarna i Fyren?", True),
        ("Vad heter de som deltog i Fyren?", True),
        ("Vilka namn har klienterna?", True),
        ("Lista alla som deltog i Fyren med namn och adress.", True),
        ("Vilka diagnoser hade deltagarna?", True),
        ("Har någon patient i Fyren en diagnos?", True),
        ("Ge mig telefonnumret till brukarna.", True),
        ("List the names of the participants.", True),
        ("What diagnoses did the patients have?", True),
        ("Vad heter insatsen för deltagare med smärta?", False),
        ("Vad heter projektet för personer som är sjukskrivna?", False),
        ("Vad är namnet på insatsen där deltagarna odlar?", False),
        ("Hur många deltagare hade en diagnos?", False),
        ("Vilka diagnoser är vanliga i målgruppen?", False),
        ("Vilka personer som har en diagnos kan delta?", False),
        ("Vilken telefon ska deltagare ringa?", False),
        ("Vilken adress brukar ansökningar skickas till?", False),
        ("Vad heter chefen?", False),
        ("Hur många deltagare har Fyren?", False),
        ("How many participants took part?", False),
    ],
)
def test_asks_about_clients(question: str, of_clients: bool) -> None:
    """Who took part and what is private about them; not what an initiative for them is called, nor counts of them."""
    assert asks_about_clients(question) is of_clients
    assert asks_about_person(question) or not of_clients


@pytest.mark.parametrize(
    ("text", "is_private"),
    [
        ("Chefen tjänar 50 000 kr.", True),
        ("Hen har tre barn.", True),
        ("Her salary is high.", True),
        ("Ordförande är Stina Ek.", False),
        ("Barnens föräldrar deltar.", False),
    ],
)
def test_says_private(text: str, is_private: bool) -> None:
    assert says_private(text) is is_private


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_is_taken(asked: str, honest: str) -> None:
    assert declined(asked, honest) in {None, *Declined}
    assert asks_for_law(asked) in {True, False}
    assert asks_about_person(asked) in {True, False}
