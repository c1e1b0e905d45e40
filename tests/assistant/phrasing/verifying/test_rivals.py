"""Figures and times that stand beside the words of another one."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.quantities import quantities
from assistant.phrasing.verifying.rivals import fits_another
from tests.assistant.phrasing.verifying.resting import place


@pytest.mark.parametrize(
    ("sentence", "own", "another"),
    [
        ("40 slutade.", "40 slutade och 15 började.", False),
        ("40 började.", "40 slutade och 15 började.", True),
        ("Stegen öppnade 2019 och stängde 2031.", "Stegen öppnade 2019 och stängde 2031.", False),
        ("Stegen stängde 2031 och öppnade 2019.", "Stegen öppnade 2019 och stängde 2031.", False),
        ("Stegen stängde 2019 och öppnade 2031.", "Stegen öppnade 2019 och stängde 2031.", True),
        ("Stegen öppnade 2031 och stängde 2019.", "Stegen öppnade 2019 och stängde 2031.", True),
        (
            "Den 9 mars 2031 antogs planen för korta kurser och lokaler 2032.",
            "Rådet, 2031-03-09: Korta kurser 2032 – Planen för korta kurser och lokaler 2032 antogs.",
            False,
        ),
    ],
)
def test_the_first_figure_of_a_sentence_has_its_words_beside_it(sentence: str, own: str, another: bool) -> None:
    figure, held = quantities(sentence)[0], place(own).valued
    same = [one for one in held if figure.meets(one.quantity)]
    rivals = [one for one in held if one not in same]
    assert fits_another(sentence, figure, same, rivals, "sv") is another
