"""Numbers of people in sentences, and what they are of."""

from __future__ import annotations

import pytest

from ingest.register.counts import counts_in
from ingest.register.model import Measure


def _told(text: str, *, is_terse: bool = False) -> list[tuple[float, str, str]]:
    return [(one.number, one.what, one.measure.value) for one in counts_in(text, is_terse=is_terse)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("80 unika deltagare har varit inskrivna på Bryggan.", [(80, "deltagare", "utfall")]),
        ("Under tiden har 64 personer (30 kvinnor/34 män) varit inskrivna.", [(64, "deltagare", "utfall")]),
        ("Under våren deltog 25 personer i kurserna.", [(25, "deltagare", "utfall")]),
        ("Bryggan hade 60 unika deltagare.", [(60, "deltagare", "utfall")]),
        (
            "22 deltagare har avslutats varav 12 till arbete och 4 till studier.",
            [(22, "avslutade", "utfall"), (12, "till arbete", "utfall"), (4, "till studier", "utfall")],
        ),
        ("Av dessa har 16 st. avslutats till arbete/studier.", [(16, "till arbete eller studier", "utfall")]),
        ("Av de 31 avslutade fick 12 förvärvsarbete.", [(31, "avslutade", "utfall"), (12, "till arbete", "utfall")]),
        (
            "40 har börjat arbeta och 11 har börjat studera.",
            [(40, "till arbete", "utfall"), (11, "till studier", "utfall")],
        ),
        ("I år har 70 deltagare inregistrerats.", [(70, "nya deltagare", "utfall")]),
        ("6 är i behov av fortsatt rehabilitering eller har avslutat.", [(6, "fortsatt rehabilitering", "utfall")]),
    ],
)
def test_sentences_say_what_their_numbers_are_of(text: str, told: list[tuple[float, str, str]]) -> None:
    assert _told(text) == told


def test_notes_tell_outcomes_beside_goals() -> None:
    text = "Jan–aug 2031: 74 inskrivna (44 kvinnor, 30 män) mot helårsmålet 90; 21 avslutade, varav 6 till arbete"
    assert _told(text, is_terse=True) == [
        (74, "deltagare", "utfall"),
        (90, "deltagare", "mål"),
        (21, "avslutade", "utfall"),
        (6, "till arbete", "utfall"),
    ]
    assert _told("19 deltagare (mål 14), 7 in, 5 ut", is_terse=True) == [
        (19, "deltagare", "utfall"),
        (14, "deltagare", "mål"),
        (7, "nya deltagare", "utfall"),
        (5, "avslutade", "utfall"),
    ]
    assert _told("Podden: mål 15 avsnitt", is_terse=True) == [(15, "avsnitt", "mål")]


@pytest.mark.parametrize(
    "text",
    [
        "3 av 17 vårdcentraler arbetar så.",
        "80 deltagare ska ta del av insatsen.",
        "Insatsen startade 2031 och har avslutats.",
        "De fick 40 000 kr till arbete med lokalen.",
        "51 % av deltagarna har avslutats.",
        "Tolv rum har renoverats, 4 med ny dörr.",
    ],
)
def test_other_numbers_are_no_results(text: str) -> None:
    assert _told(text) == []


def test_the_digits_are_where_they_are_said_to_be() -> None:
    text = "Totalt har 1 076 deltagare avslutats."
    (one,) = counts_in(text)
    assert text[one.start : one.end] == "1 076"
    assert one.measure is Measure.OUTCOME
