"""What a question asks of the register, and what narrows it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answering.inquiry import Inquiry, Sought, inquire
from assistant.answering.record_matching import refuses
from ingest.register.model import Measure, Stance
from tests.assistant.drafted import library, part, terms
from tests.assistant.registered import ACCOUNTS, PLAN, RECORDS

Asks = Callable[[str], Inquiry | None]


@pytest.fixture(scope="module")
def asks(tmp_path_factory: pytest.TempPathFactory) -> Asks:
    shelf = library(tmp_path_factory.mktemp("inquiry"), ACCOUNTS, PLAN, records=RECORDS)
    return lambda question: inquire(part(question), terms(question), shelf)


@pytest.mark.parametrize(
    ("question", "refuses_only"),
    [
        ("Har styrelsen sagt nej till någon ansökan?", True),
        ("Har styrelsen beslutat om någon ansökan?", False),
        ("Vad har styrelsen sagt nej till?", True),
    ],
)
def test_whether_anything_was_refused_is_answered_by_refusals_alone(
    question: str, refuses_only: bool, asks: Asks
) -> None:
    inquiry = asks(question)
    assert inquiry is None or refuses(inquiry) is refuses_only
    assert inquiry is not None or not refuses_only


@pytest.mark.parametrize(
    ("question", "sought", "initiatives"),
    [
        ("Vilka beslut fattade styrelsen 2030?", Sought.DECISIONS, ()),
        ("Vad har styrelsen sagt nej till?", Sought.DECISIONS, ()),
        ("Nådde Fyren sitt mål?", Sought.REACHED, ("Fyren",)),
        ("Hur gick det för Fyren 2030, mål och utfall?", Sought.REACHED, ("Fyren",)),
        ("Hur har Bryggans budget förändrats?", Sought.SERIES, ("Bryggan",)),
        ("Vilka mål ansvarar kansliet för?", Sought.GOALS, ()),
        ("Hur många ortsbor var målet 2031?", Sought.TARGETS, ()),
        ("Hur många deltagare hade Fyren 2030?", Sought.COUNTED, ("Fyren",)),
        ("Vilka strukturinriktade insatser fanns 2030?", Sought.TYPED, ()),
        ("Hur stor är budgeten för Fyren?", Sought.AMOUNTS, ("Fyren",)),
    ],
)
def test_the_kind_of_record_is_heard(question: str, sought: Sought, initiatives: tuple[str, ...], asks: Asks) -> None:
    inquiry = asks(question)
    assert inquiry is not None
    assert (inquiry.sought, inquiry.initiatives) == (sought, initiatives)


@pytest.mark.parametrize(
    "question",
    [
        "Vilken målgrupp har förbundet?",
        "Hur fattas beslut i styrelsen?",
        "Vilka beslut kräver enighet?",
        "Vilka ansökningar kan styrelsen avslå?",
        "Hur många beslut fattade styrelsen?",
        "Räkna upp insatserna som är beslutade för 2031",
        "Vilka parter har Fyren?",
        "Vilka insatser finns?",
        "Hur har reglerna för ansökan förändrats?",
    ],
)
def test_nothing_is_asked_of_it(question: str, asks: Asks) -> None:
    assert asks(question) is None


def test_the_time_of_a_decision_is_not_that_of_its_matter(asks: Asks) -> None:
    inquiry = asks("Vilka beslut om årsplanen för 2031 fattade styrelsen 2030?")
    assert inquiry is not None
    assert (inquiry.years, inquiry.named_years) == ((2030,), (2031,))
    assert [term.word for term in inquiry.subject] == ["årsplanen"]


def test_days_amounts_and_who_decided_narrow_it(asks: Asks) -> None:
    inquiry = asks("Vad beviljade styrelsen den 12 maj 2030 med 900 tkr?")
    assert inquiry is not None
    assert (inquiry.days, inquiry.sek, inquiry.body) == (("2030-05-12",), 900_000, "styrelsen")
    assert inquiry.stances == {Stance.GRANTED}


@pytest.mark.parametrize("amount", ["19,7 miljoner", "19 700 tkr", "19 700 000 kr", "19,7 mkr"])
def test_an_amount_is_heard_in_any_unit(amount: str, asks: Asks) -> None:
    inquiry = asks(f"Har styrelsen beviljat Fyren {amount}?")
    assert inquiry is not None
    assert (inquiry.sek, inquiry.subject) == (19_700_000, ())


@pytest.mark.parametrize(
    ("question", "stance"),
    [
        ("Vilka fick avslag?", Stance.REJECTED),
        ("insats styrelse avslå", Stance.REJECTED),
        ("Vad bordlade styrelsen?", Stance.DEFERRED),
        ("Vilka ställningstaganden gjorde styrelsen?", Stance.POSITION),
        ("Vilka insatser beviljades medel?", Stance.GRANTED),
    ],
)
def test_what_was_done_is_heard(question: str, stance: Stance, asks: Asks) -> None:
    inquiry = asks(question)
    assert inquiry is not None
    assert stance in inquiry.stances


@pytest.mark.parametrize(
    ("question", "measure"),
    [("Hur har utfallet för Fyren ändrats?", Measure.OUTCOME), ("Hur har budgeten för Fyren ändrats?", Measure.BUDGET)],
)
def test_the_measure_is_heard(question: str, measure: Measure, asks: Asks) -> None:
    inquiry = asks(question)
    assert inquiry is not None
    assert inquiry.measure is measure


def test_a_question_on_everything_is_not_narrowed(asks: Asks) -> None:
    """It is no list that an answer has room for."""
    inquiry = asks("Vilka beslut har styrelsen fattat?")
    assert inquiry is not None
    assert not inquiry.is_narrowed


@pytest.mark.parametrize(
    ("question", "is_decision"),
    [
        ("Vilka beslut måste styrelsen fatta 2030?", False),
        ("Vilka beslut fattade styrelsen enligt samordningslagen?", False),
        ("Vilka beslut måste fattas av styrelsen för Fyren?", True),
        ("Vilka beslut fattade styrelsen 2030?", True),
    ],
)
def test_what_must_be_decided_has_not_been(question: str, is_decision: bool, asks: Asks) -> None:
    """A rule stands in the law and not among what has been decided, unless it is one for an initiative."""
    inquiry = asks(question)
    assert (inquiry is not None and inquiry.sought is Sought.DECISIONS) is is_decision
