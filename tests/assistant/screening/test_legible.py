"""Letters that a scan has read wrong are read as they were meant; what is right stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.screening.judging.legible import folded, has_lost_dots, legible, mended


@pytest.mark.parametrize(
    ("scanned", "meant"),
    [
        ("ma1grupp", "malgrupp"),
        ("Malm0", "Malmo"),
        ("MaImö", "Malmö"),
        ("lnsats", "insats"),
        ("fem personer", "fem personer"),
        ("AI och IPS", "AI och IPS"),
        ("12 000 kr", "12 000 kr"),
    ],
)
def test_figures_and_capitals_inside_a_word_become_its_letters(scanned: str, meant: str) -> None:
    assert legible(scanned) == meant


@pytest.mark.parametrize(
    ("scanned", "meant"),
    [
        ("rned egen erfarenhet", "med egen erfarenhet"),
        ("Arbetsförrnedlingen", "Arbetsförmedlingen"),
        ("barn och gärna", "barn och gärna"),
        ("arbetsförmedlarna", "arbetsförmedlarna"),
        ("Malmöborna", "Malmöborna"),
    ],
)
def test_rn_becomes_m_where_that_makes_a_known_word(scanned: str, meant: str) -> None:
    assert mended(scanned) == meant


def test_swedish_that_has_lost_its_dots_is_known() -> None:
    assert has_lost_dots("Det ar en ansokan som har tappat prickarna och som inte gar att lasa for alla.")
    assert not has_lost_dots("Det är en ansökan som har kvar prickarna och som går att läsa för alla.")
    assert not has_lost_dots("This is an English application without any dots at all.")
    assert not has_lost_dots("")


@given(st.text())
def test_every_letter_keeps_its_place(text: str) -> None:
    assert len(legible(text)) == len(folded(text)) == len(text)
