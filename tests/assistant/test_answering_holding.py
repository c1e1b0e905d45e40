"""A text is seen to hold what is sought or not."""

from __future__ import annotations

import pytest

from assistant.answering.holding import (
    asks_what_became,
    asks_who_reached_it,
    counted_terms,
    counts,
    enumerates,
    holds_what_is_sought,
    is_aim,
    is_unknown,
    names_person,
    names_several,
    sought,
)
from assistant.question import Seeks
from tests.assistant.drafted import part, terms


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Hur mycket kostar Fyren?", "Fyren får 2 400 000 kr.", True),
        ("Hur mycket kostar Fyren?", "Fyren får 2,4 Mkr.", True),
        ("Hur mycket kostar Fyren?", "Fyren når 40 personer.", False),
        ("Hur många deltagare har Fyren?", "Fyren har 40 deltagare.", True),
        ("Hur många deltagare har Fyren?", "Fyren har fyrtio rum och tre deltagare.", True),
        ("Hur många deltagare har Fyren?", "Deltagare väljs av parterna.", False),
        ("Hur många ledamöter har styrelsen?", "Styrelsen har minst fyra ledamöter.", True),
        ("Hur många ledamöter har styrelsen?", "Styrelsens ledamöter väljs av parterna.", False),
        ("Hur stor andel gick vidare?", "Hälften gick vidare.", True),
        ("Hur stor andel gick vidare?", "Av dem gick 87 % vidare.", True),
        ("Hur stor andel gick vidare?", "Av dem gick 87 vidare.", False),
        ("När startade Fyren?", "Fyren startade 2029.", True),
        ("När startade Fyren?", "Fyren startade den 3 maj.", True),
        ("När startade Fyren?", "Fyren startade i höstas.", False),
        ("Hur länge pågår Fyren?", "Fyren pågår i tre år.", True),
        ("Hur länge pågår Fyren?", "Fyren pågår i 18 månader.", True),
        ("Hur länge pågår Fyren?", "Fyren pågår ett halvt år.", True),
        ("Hur länge pågår Fyren?", "Fyren pågår ett halvår.", True),
        ("Hur länge pågår Fyren?", "Fyren är treårig.", True),
        ("Hur länge pågår Fyren?", "Fyren ger ett 2-årigt stöd.", True),
        ("Hur länge pågår Fyren?", "Fyren pågår till 2032.", True),
        ("Hur länge pågår Fyren?", "Fyren pågår varje dag.", False),
        ("Hur länge pågår Fyren?", "Fyren är för unga, 18–24 år.", False),
        ("Vem är ordförande?", "Ordförande är Stina Ek.", True),
        ("Vem är ordförande?", "Ordföranden leder styrelsen i Region Skåne.", False),
        ("Vem utser ledamöterna?", "Ledamöterna utses av kommunen.", True),
        ("Varför lades Fyren ner?", "Fyren lades ner eftersom pengarna tog slut.", True),
        ("Varför lades Fyren ner?", "Fyren lades ner 2029.", False),
        ("Vad betyder samverkan?", "Samverkan innebär att parterna möts.", True),
        ("Vad har kansliet för telefonnummer?", "Ring 040-12 34 56.", True),
        ("Vad har kansliet för telefonnummer?", "Ring kansliet.", False),
        ("Berätta om Fyren", "Vad som helst.", True),
    ],
)
def test_what_is_sought_is_held(question: str, text: str, expected: bool) -> None:
    """A kind that is sought must be there; a person's role is no name; when nothing is sought, all will do."""
    assert holds_what_is_sought(part(question), text, terms(question)) is expected


def test_a_count_must_stand_near_what_is_counted() -> None:
    question = "Hur många deltagare har Fyren?"
    assert [term.word for term in counted_terms(part(question), terms(question))] == ["deltagare"]
    far = f"Fyren har 40 rum, {'och mycket annat som man kan behöva ' * 3}för sina deltagare."
    assert not holds_what_is_sought(part(question), far, terms(question))
    assert holds_what_is_sought(part(question), "Fyren har 40 deltagare.", terms(question))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chefen heter Stina Ek.", True),
        ("Malmö Stad och Region Skåne", False),
        ("Lunds Kommun", False),
        ("stina ek", False),
        ("", False),
    ],
)
def test_a_person_is_named_by_first_and_last_name(text: str, expected: bool) -> None:
    assert names_person(text) is expected


def test_only_kinds_that_a_text_can_show() -> None:
    assert sought(part("Får förbundet låna pengar?")) == frozenset()
    assert sought(part("Hur mycket kostar Fyren?")) == {Seeks.AMOUNT}


@pytest.mark.parametrize(
    ("question", "reached"),
    [("Hur många nådde målet?", True), ("Hur många klarade sitt mål?", True), ("Hur många mål finns?", False)],
)
def test_who_reached_an_aim_is_no_number_of_aims(question: str, reached: bool) -> None:
    assert asks_who_reached_it(question) is reached
    assert (counted_terms(part(question), terms(question)) == []) is reached


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fyren har 40 deltagare.", True),
        ("Fyren har tre unga deltagare.", True),
        ("Fyren har 40 rum för deltagare.", False),
        ("Fyren har deltagare.", False),
    ],
)
def test_a_number_of_just_that(text: str, expected: bool) -> None:
    question = "Hur många deltagare har Fyren?"
    assert counts(text, counted_terms(part(question), terms(question))) is expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Vilka lagar gäller?", "Lagarna (2001:10) och (2002:20) gäller.", True),
        ("Vilka lagar gäller?", "Arkivlagen (1990:782) gäller.", False),
        ("Vilka parter deltar?", "Region Skåne och Arbetsförmedlingen deltar.", True),
        ("Vilken part äger Fyren?", "Region Skåne och Arbetsförmedlingen äger Fyren.", False),
    ],
)
def test_several_are_named(question: str, text: str, expected: bool) -> None:
    """Only when all are asked for."""
    assert names_several(part(question), text) is expected


@pytest.mark.parametrize(("text", "unknown"), [("Datum har inte hittats.", True), ("Datum är den 3 maj.", False)])
def test_what_is_said_not_to_be_known(text: str, unknown: bool) -> None:
    assert is_unknown(text) is unknown


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Var sitter kansliet?", "Kansliet sitter i Rådhuset.", True),
        ("Var sitter kansliet?", "Kansliet sitter i möte.", False),
        ("Var ligger Fyren?", "Fyren är beläget vid Hamnen.", True),
        ("Var ligger Fyren?", "Besök oss på Storgatan.", True),
        ("Var ligger Fyren?", "Fyren är ett hus.", False),
        ("Var hölls mötet?", "Vi möttes i Lund 2031.", True),
        ("Var hölls mötet?", "Vi möttes i maj 2031.", False),
    ],
)
def test_a_place_must_be_held(question: str, text: str, expected: bool) -> None:
    assert holds_what_is_sought(part(question), text, terms(question)) is expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Hur mycket kostar lönerna?", "När lönerna är betalda finns 2 Mkr kvar.", False),
        ("Hur mycket kostar lönerna?", "Efter lönerna återstår 2 Mkr.", False),
        ("Hur mycket kostar lönerna?", "Lönerna kostar 2 Mkr.", True),
        ("Hur mycket kostar lönerna?", "När året är slut har lönerna kostat 2 Mkr.", True),
        ("Hur mycket får Fyren?", "När lönerna är betalda finns 2 Mkr till Fyren.", True),
        ("Hur mycket kostar lönerna?", "Utöver löner på kansliet finns 2 Mkr till löner i Fyren.", True),
        ("Hur mycket är kvar efter lönerna?", "När lönerna är betalda finns 2 Mkr kvar.", True),
        ("Hur mycket finns att fördela efter lönerna?", "När lönerna är betalda finns 2 Mkr kvar.", True),
    ],
)
def test_an_amount_of_what_is_left_is_none_of_what_was_set_aside(question: str, text: str, expected: bool) -> None:
    """Unless what is left is asked for, or the rest of the sentence is of the same thing."""
    assert holds_what_is_sought(part(question), text, terms(question)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fyren har 40 deltagare.", True),
        ("Fyren får 40 tkr för deltagare.", False),
        ("Av deltagare i Fyren är 40 % unga.", False),
        ("Fyren får 40 tkr för 12 deltagare.", True),
    ],
)
def test_money_and_shares_count_nothing(text: str, expected: bool) -> None:
    question = "Hur många deltagare har Fyren?"
    assert holds_what_is_sought(part(question), text, terms(question)) is expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Vem är processledare i Fyren?", "Processledare i Fyren är Stina Ek.", True),
        ("Vem är processledare i Fyren?", "Fyren startades av Stina Ek.", False),
        ("Vem är processledare i Fyren?", "Processledare i Fyren finns.", False),
        ("Vem är utvärderare?", "Utvärderaren Stina Ek gav råd.", True),
        ("Vem är projektkoordinator i Fyren?", "Koordinator i Fyren är Stina Ek.", False),
        ("Vem startade Fyren?", "Fyren startades av Stina Ek.", True),
    ],
)
def test_who_holds_a_post_is_named_with_it(question: str, text: str, expected: bool) -> None:
    """Somebody who is named with another thing does not hold it."""
    assert holds_what_is_sought(part(question), text, terms(question)) is expected


@pytest.mark.parametrize(
    ("question", "became"),
    [
        ("Hur många fick arbete?", True),
        ("Hur stor andel gick vidare?", True),
        ("Hur många har nått arbete?", True),
        ("Hur många skulle få arbete, och fick det?", False),
        ("Vilket mål fick Fyren för antalet?", False),
        ("Hur många får arbete?", False),
        ("Vem fick arbete?", False),
    ],
)
def test_what_became_of_something_is_asked(question: str, became: bool) -> None:
    """A figure of what came, and not of what was aimed at."""
    assert asks_what_became(part(question)) is became


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        ("Fyren ska nå 40 personer.", True),
        ("Fyren kommer att nå 40 personer.", True),
        ("Fyren skulle nå 40 personer och nådde 12.", False),
        ("Fyren ska nå 40 personer; 12 fick arbete.", False),
        ("Fyren når 40 personer.", False),
    ],
)
def test_what_says_what_is_to_be(text: str, aim: bool) -> None:
    assert is_aim(text) is aim


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Målen är arbete, hälsa och samverkan.", True),
        ("De är Fyren, Bryggan samt Kompassen.", True),
        ("Målen är arbete och hälsa.", False),
        ("Ålder 18, 19 till och med", False),
    ],
)
def test_three_in_a_row(text: str, expected: bool) -> None:
    assert enumerates(text) is expected
