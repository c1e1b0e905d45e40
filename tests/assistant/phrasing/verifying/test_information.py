"""How much of a sentence a place says."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.information import Information
from tests.assistant.drafted import heading, paragraph
from tests.assistant.phrasing.verifying.resting import place

EVENLY = Information(lambda word: 4.0, lambda name: (), "", "sv")
OWN = "Planen följs upp av kansliet varje vår."


def test_names_figures_and_signs_are_looked_at_elsewhere() -> None:
    text = "Rådet betalar inte Stegen Unga 300 tkr för beviljade kurser."
    assert [word.lower for word in EVENLY.words(text)] == ["rådet", "betalar", "kurser"]


@pytest.mark.parametrize(
    ("sentence", "enough"),
    [
        ("Kansliet följer upp planen.", True),
        ("Kansliet följer upp hyran.", False),
        ("Ekonomi och lokaler följs upp.", False),
    ],
)
def test_a_place_covers_a_text_by_words_of_its_own(sentence: str, enough: bool) -> None:
    there = place(OWN, heading("Ekonomi och lokaler"), paragraph(OWN))
    assert EVENLY.covers(sentence, there) is enough


def test_what_of_something_is_told_is_no_matter_of_the_heading() -> None:
    own = "Avgiften höjs av kansliet."
    above = place(own, heading("Granskning"), paragraph(own))
    assert not EVENLY.covers("Kansliet höjer efter granskning av avgiften.", above)


def test_what_a_text_tells_of_a_place_weighs_for_it_and_the_rest_against_it() -> None:
    told = EVENLY.told("Kansliet granskar hyran.", place("Kansliet granskar alltid hyran i Ystad."))
    assert told == {"kansliet": 4.0, "granskar": 4.0, "hyran": 4.0, "ystad": -4.0}
