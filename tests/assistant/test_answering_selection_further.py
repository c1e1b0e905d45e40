"""What is chosen for several subjects, for a span of years, and further on from the best claim."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.answering.eligibility import ENOUGH
from assistant.answering.selection import AFTER, BESIDE, LEAST_AFTER, select
from assistant.lexicon import stem
from assistant.library import Library
from ingest.model import Block, Document
from tests.assistant.drafted import document, heading, items, library, paragraph, part, terms
from tests.assistant.ranking import ranked

Chosen = Callable[..., list[str]]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library(tmp_path_factory.mktemp("further"), *(told("Fyren.", year=year) for year in range(2029, 2033)))


@pytest.fixture
def chosen(shelf: Library) -> Chosen:
    def choose(question: str, *documents: Document, leans_on: str = "") -> list[str]:
        words = terms(question, leans_on=leans_on)
        claims = ranked(question, shelf, *documents, leans_on=leans_on)
        return [claim.text for claim in select(claims, part(question, leans_on), words)]

    return choose


def told(*texts: str, year: int = 2031) -> Document:
    return document(heading("Plan"), *map(paragraph, texts), id=f"plan-{year}", year=year)


COSTS = told("VSB kostade 200 tkr i år.", "Administration kostade 300 tkr i år.", "Resor kostade 90 tkr i år.")


@pytest.mark.parametrize(
    "question",
    ["Hur mycket kostade VSB och administration?", "Hur mycket kostade administration respektive VSB?"],
)
def test_each_of_several_subjects(question: str, chosen: Chosen) -> None:
    """Also a common word that stands beside a name."""
    assert sorted(chosen(question, COSTS)) == [
        "Administration kostade 300 tkr i år.",
        "VSB kostade 200 tkr i år.",
    ]


def test_a_claim_on_all_of_them_answers_for_each(chosen: Chosen) -> None:
    both = told("VSB och administration kostade 500 tkr i år.", "VSB kostade 200 tkr i år.", "Administration är bra.")
    assert (
        chosen("Hur mycket kostade VSB och administration?", both)[0] == "VSB och administration kostade 500 tkr i år."
    )


SERIES = tuple(told(f"Fyren hade {n} deltagare {2000 + n}.", year=2000 + n) for n in (29, 30, 31))
WHOLE = told("Fyren hade 90 deltagare åren 2029–2031.", year=2032)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hur många deltagare hade Fyren 2029–2031?", 1),
        ("Hur många deltagare hade Fyren varje år 2029–2031?", 3),
        ("Hur många deltagare hade Fyren 2029, 2030 och 2031?", 3),
        ("Hur många deltagare hade Fyren 2030?", 1),
    ],
)
def test_a_span_of_years_is_one_time(question: str, said: int, chosen: Chosen) -> None:
    """Unless each of them is asked for."""
    found = chosen(question, *SERIES)
    assert len(found) == said


def test_what_is_told_of_the_span_answers_for_it(chosen: Chosen) -> None:
    question = "Hur många deltagare hade Fyren åren 2029–2031?"
    assert chosen(question, WHOLE, told("Fyren hade 31 deltagare.", year=2031)) == [
        "Fyren hade 90 deltagare åren 2029–2031."
    ]


def weak(question: str, shelf: Library, share: float, fits: bool, *blocks: Block | list[Block]) -> list[str]:
    """What is chosen when the claim on young people is worth this share of the best one."""
    claims = ranked(question, shelf, document(heading("Plan"), *blocks, id="plan-2031"))
    best = next(claim for claim in claims if "Fyren" in claim.text)
    young = frozenset({stem("unga")})
    others = [
        replace(claim, score=best.score * share, fits=fits, covered=young, held=best.held | young)
        for claim in claims
        if "unga" in claim.text
    ]
    return [claim.text for claim in select([best, *others], part(question), terms(question))]


QUESTION = "Hur många personer och unga nådde Fyren?"
LOW = (AFTER + BESIDE) / 2


@pytest.mark.parametrize(
    ("share", "fits", "blocks", "goes_on"),
    [
        (LOW, True, [paragraph("Fyren nådde 40 personer. Av dem var 12 unga.")], True),
        (LOW, True, [paragraph("Av dem var 12 unga. Fyren nådde 40 personer.")], True),
        (LOW, False, [paragraph("Fyren nådde 40 personer. Av dem var 12 unga.")], False),
        (LOW, True, [paragraph("Fyren nådde 40 personer. Det var bra. Av dem var 12 unga.")], False),
        (LOW, True, [paragraph("Fyren nådde 40 personer."), paragraph("Av dem var 12 unga.")], False),
        (LOW, True, [items("Fyren nådde 40 personer.", "Det var bra.", "Av dem var 12 unga.")], True),
        (AFTER - 0.05, True, [paragraph("Fyren nådde 40 personer. Av dem var 12 unga.")], False),
    ],
    ids=[
        *("the next sentence", "the one before", "without a figure", "farther on", "another paragraph"),
        *("another item", "too weak"),
    ],
)
def test_a_sentence_goes_on_from_the_best(
    share: float, fits: bool, blocks: list[Block | list[Block]], goes_on: bool, shelf: Library
) -> None:
    """Right beside it and with what is sought, it may fit less than others must."""
    found = weak(QUESTION, shelf, share, fits, *blocks)
    assert (len(found) == 2) is goes_on
    assert "Fyren" in found[0]


@pytest.mark.parametrize("fits", [True, False])
def test_what_goes_on_holds_what_is_sought(fits: bool, shelf: Library) -> None:
    """Where what is said need not hold it, what goes on from it must."""
    text = paragraph("Fyren nådde personer. Bland dem var unga.")
    assert (len(weak("Varför nådde Fyren personer och unga?", shelf, LOW, fits, text)) == 2) is fits


def test_the_bounds_of_what_goes_on() -> None:
    assert LEAST_AFTER < ENOUGH
    assert AFTER < BESIDE


def test_what_is_leant_on_is_named_by_what_answers(shelf: Library, chosen: Chosen) -> None:
    """What names something else does not answer, however well it fits; what else there is does when nothing does."""
    read = told("Handledning hölls i Bryggan varje vecka.", "I Fyren hölls handledning.")
    question = "Vilken handledning hölls varje vecka?"
    assert chosen(question, read)[0] == "Handledning hölls i Bryggan varje vecka."
    assert chosen(question, read, leans_on="Vad är då Fyren?")[0] == "I Fyren hölls handledning."
