"""Each part of a question is answered in the way that suits it: a sum, a row, a list, a share, or claims."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answering.parts import WAS, Desk, PartAnswer, answer_part
from ingest.model import Document
from tests.assistant.drafted import NO_GLOSSARY, document, heading, hits, items, library, paragraph, part, table

ROWS = (
    *(("Fyren", "2 400"), ("Bryggan", "900"), ("Kompassen", "3 900"), ("Segel", "800")),
    ("Summa", "8 000"),
)
PLAN = document(
    heading("Plan 2031"),
    heading("Budget", 2),
    table(["Insats", "Budget (kr)"], *ROWS, units=["", "kr"], title="Insatser i budget", sums=[4]),
    heading("Mål", 2),
    paragraph("Förbundet har två mål för samverkan:"),
    *items("Fler ska börja arbeta.", "Parterna ska mötas oftare."),
    heading("Resultat", 2),
    paragraph("Av de 40 avslutade i Vågen fick 10 arbete. Av samtliga i Vågen var 55 procent kvinnor."),
    title="Plan 2031",
)

Ask = Callable[..., PartAnswer]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(library(tmp_path_factory.mktemp("parts"), PLAN), NO_GLOSSARY, frozenset())


@pytest.fixture(scope="module")
def ask(desk: Desk) -> Ask:
    def answered(question: str, read: Document = PLAN) -> PartAnswer:
        return answer_part(part(question), hits(read), desk)

    return answered


@pytest.mark.parametrize(
    ("question", "reckoning"),
    [
        ("Hur mycket får Fyren och Bryggan sammanlagt?", "Fyren, Bryggan: 2 400 + 900 = 3 300 kr"),
        ("Vilken insats har störst budget?", "Kompassen: 3 900 kr (Budget). Störst av de 4 raderna i tabellen"),
        ("Vad är skillnaden i budget mellan Fyren och Bryggan?", "Skillnaden är 1 500 kr"),
        ("Hur stor andel av budgeten får Fyren?", "Fyren: 2 400 av 8 000 kr = 30 %"),
        ("Hur stor andel av de avslutade i Vågen fick arbete?", "10 av 40 = 25 %"),
    ],
)
def test_what_is_reckoned(question: str, reckoning: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.reckoning is not None
    assert answer.reckoning.text == reckoning
    assert answer


def test_a_share_that_is_written_is_not_reckoned(ask: Ask) -> None:
    """The sentence that says it goes before one with two counts of something else."""
    answer = ask("Hur stor andel kvinnor fanns i Vågen?")
    assert [claim.text for claim in answer.claims] == ["Av samtliga i Vågen var 55 procent kvinnor."]
    assert answer.reckoning is None


def test_a_figure_alone_is_a_claim(ask: Ask) -> None:
    answer = ask("Hur mycket får Fyren?")
    assert [claim.text for claim in answer.claims] == ["Fyren: 2 400 kr (Budget)"]
    assert (answer.listing, answer.reckoning) == (None, None)
    assert [fact.subject for fact in answer.facts] == ["Fyren"]


@pytest.mark.parametrize(
    ("question", "listed"),
    [
        ("Vilka insatser finns i budget?", ["Fyren", "Bryggan", "Kompassen", "Segel", "Summa"]),
        ("Vilka insatser får mer än 2 000 kr i budget?", ["Fyren", "Kompassen"]),
        ("Vilka mål har förbundet för samverkan?", ["• Fler ska", "• Parterna"]),
    ],
)
def test_a_list(question: str, listed: list[str], ask: Ask) -> None:
    """Of rows, of rows within a limit, or in the text."""
    listing = ask(question).listing
    assert listing is not None
    found = [listing.document.text[start:end] for start, end in listing.items]
    assert [text.startswith(words) for text, words in zip(found, listed, strict=True)] == [True] * len(listed)


def test_nothing_to_say(ask: Ask) -> None:
    assert not ask("Hur mycket får Vindrosen?")
    assert not PartAnswer()


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("Är Fyrens 40 platser kvar?", WAS),
        ("Har Fyren fortfarande 40 platser?", WAS),
        ("Har Fyren 40 platser?", 1.0),
        ("Vilka har fortfarande 40 platser?", 1.0),
    ],
)
def test_what_held_once_may_hold_with_other_figures(question: str, share: float, desk: Desk) -> None:
    """When it is asked whether it still does, the figures weigh little."""
    found = {term.word: term.weight for term in desk.terms(part(question))}
    plain = {term.word: term.weight for term in desk.terms(part("Har Fyren 40 platser?"))}
    assert found["40"] == pytest.approx(plain["40"] * share)
    assert found["platser"] == plain["platser"]


@pytest.mark.parametrize(
    ("question", "text", "answered"),
    [
        ("Vilka tre insatser fick mest?", "Tre insatser fick mest pengar under året.", False),
        ("Vilka 3 insatser fick mest?", "Tre insatser fick mest pengar under året.", False),
        ("Vilka insatser fick mest?", "Tre insatser fick mest pengar under året.", True),
        ("Vilka tre insatser fick mest?", "Tre insatser fick mest: en fyr, en bro och ett segel.", True),
        ("Vilka två insatser fick mest?", "Insatser i Lund fick mest med dem i Bjuv.", True),
        ("Vilka två insatser fick mest?", "Insatser i Lund fick mest.", False),
        ("Vilka två insatser fick mest?", "Två insatser fick mest:", True),
    ],
    ids=["names none", "a figure", "no number", "enumerates", "names two", "names one", "leads in to them"],
)
def test_so_many_things_are_to_be_named(question: str, text: str, answered: bool, ask: Ask) -> None:
    """A claim that names nothing is no answer to which three."""
    assert bool(ask(question, document(heading("Insatser"), paragraph(text)))) is answered


def test_a_section_of_the_law_goes_before_all_else(ask: Ask) -> None:
    law = document(heading("Lag"), heading("7 § Samråd", 2), paragraph("Parterna samråder."), id="lag", type="lag")
    assert [claim.text for claim in ask("Vad står i 7 §?", law).claims] == ["Parterna samråder."]


def test_members_are_a_list(ask: Ask) -> None:
    read = document(
        heading("Plan"), paragraph("Styrelsen bestod av:"), *items("Stina Ek, ledamot", "Bo Alm, ersättare")
    )
    listing = ask("Vilka är ersättare i styrelsen?", read).listing
    assert listing is not None
    assert [read.text[start:end] for start, end in listing.items] == ["• Bo Alm, ersättare"]
