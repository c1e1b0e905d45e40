"""Each part of a question is answered in the way that suits it: a sum, a row, a list, a share, or claims."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answering.parts import Desk, PartAnswer, answer_part
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
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    shelf = library(tmp_path_factory.mktemp("parts"), PLAN)

    def answered(question: str, read: Document = PLAN) -> PartAnswer:
        return answer_part(part(question), hits(read), Desk(shelf, NO_GLOSSARY, frozenset()))

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
