"""Whether a sentence's figures stand in its place, of the same thing, in the same year."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.figures import unfounded
from assistant.phrasing.verifying.verdict import Reason
from tests.assistant.drafted import heading, paragraph
from tests.assistant.phrasing.verifying.resting import place


def _reason(sentence: str, own: str, question: str = "") -> Reason | None:
    return unfounded(sentence, place(own), question)


@pytest.mark.parametrize(
    ("sentence", "own", "reason"),
    [
        ("40 deltagare började arbeta 2031.", "Under 2031 började 40 deltagare arbeta och 15 studera.", None),
        ("41 deltagare började arbeta 2031.", "Under 2031 började 40 deltagare arbeta och 15 studera.", Reason.FIGURE),
        ("40 kr delades ut 2031.", "Under 2031 började 40 deltagare arbeta och 15 studera.", Reason.UNIT),
        ("40 deltagare började arbeta 2030.", "Under 2031 började 40 deltagare arbeta och 15 studera.", Reason.YEAR),
        ("15 deltagare fick arbete.", "40 deltagare fick arbete och 15 deltagare fick bidrag.", Reason.FIGURE),
        ("Stödet kostade 3 miljoner kronor.", "Stödet kostade cirka 3 miljoner kronor.", Reason.UNIT),
        ("Rådet har tre kurser.", "Rådet har minst tre kurser.", Reason.STRENGTH),
        ("Rådet har minst tre kurser.", "Rådet har minst tre kurser.", None),
        ("40 av 90 slutade.", "Av 90 slutade 40.", None),
        ("40 av 90 slutade.", "90 av 40 slutade.", Reason.FIGURE),
        ("Det står i 5 §.", "Det följer av 15 §.", Reason.FIGURE),
        ("Mötet hölls den 3 mars 2031.", "Mötet hölls den 3 mars 2031.", None),
        ("Mötet hölls den 4 mars 2031.", "Mötet hölls den 3 mars 2031.", Reason.YEAR),
        ("Modell X7 används.", "Modell X8 används.", Reason.FIGURE),
    ],
)
def test_a_figure_stands_there_in_the_same_sense(sentence: str, own: str, reason: Reason | None) -> None:
    assert _reason(sentence, own) is reason


def test_a_time_goes_with_what_it_is_told_of() -> None:
    own = "Stegen öppnade 2019 och stängde 2031."
    assert _reason("Stegen öppnade 2019.", own) is None
    assert _reason("Stegen öppnade 2031.", own) is Reason.YEAR
    assert _reason("Stegen stängde 2019 och öppnade 2031.", own) is Reason.YEAR


def test_what_points_back_tells_nothing_of_an_earlier_figure() -> None:
    there = place("Den gavs i Ystad.", paragraph("Kursen hade 40 platser. Den gavs i Ystad.")).joined
    assert there is not None
    assert unfounded("Kursen hade 40 platser.", there, "") is None
    assert unfounded("Kursen hade 40 platser i Ystad.", there, "") is Reason.FIGURE


def test_a_heading_may_tell_the_year_but_not_another_one() -> None:
    there = place("Kursen hade 40 deltagare.", heading("Året 2031"), paragraph("Kursen hade 40 deltagare."), title="")
    assert unfounded("Kursen hade 40 deltagare 2031.", there, "") is None
    assert unfounded("Kursen hade 40 deltagare 2030.", there, "") is Reason.YEAR


def test_a_figure_of_another_year_than_was_asked_for_is_told_with_its_year() -> None:
    own = "Kursen hade 40 deltagare (2029)."
    assert _reason("Kursen hade 40 deltagare.", own) is Reason.YEAR
    assert _reason("Kursen hade 40 deltagare.", own, "Hur många deltog 2029?") is None
