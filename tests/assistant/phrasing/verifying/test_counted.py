"""What a count is of."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.counted import counts_the_same, is_share_of_the_same
from assistant.phrasing.verifying.quantities import quantities
from tests.assistant.phrasing.verifying.resting import place


@pytest.mark.parametrize(
    ("sentence", "own", "same"),
    [
        ("Rådet har 40 deltagare.", "Rådet har 40 deltagare.", True),
        ("Rådet har 40 poster.", "Rådet har 40 deltagare.", False),
        ("Kursen tar 40 dagar.", "Kursen tar 40 dagar.", True),
        ("Kursen tar 40 månader.", "Kursen tar 40 dagar.", False),
        ("Kursen tar 40 dagar.", "Kursen kräver 40 deltagare.", False),
        ("Rådet sammanträdde 40 gånger.", "Rådet hade 40 möten.", True),
        ("Rådet reste 40 gånger.", "Rådet hade 40 möten.", False),
        ("Programmet har 40 lyssnare.", "Programmet har 40 lyssningar av lyssnare.", False),
        ("Rådet delade ut 40 kr.", "Rådet delade ut 40 kr.", True),
    ],
)
def test_days_are_not_months_and_posts_are_not_participants(sentence: str, own: str, same: bool) -> None:
    held = place(own)
    (figure,) = quantities(sentence)
    assert counts_the_same(sentence, figure, held.valued[0], held, "sv") is same


def test_an_english_span_is_the_swedish_one() -> None:
    held = place("Kursen tar 40 dagar.")
    for sentence, same in (("The course takes 40 days.", True), ("The course takes 40 weeks.", False)):
        (figure,) = quantities(sentence)
        assert counts_the_same(sentence, figure, held.valued[0], held, "en") is same


def test_a_figure_is_not_of_what_another_one_counts() -> None:
    held = place("Rådet har gjort 22 poddavsnitt, och de har haft 1 018 lyssningar.")
    for sentence, same in (("Podden hade 1 018 lyssningar.", True), ("Podden hade 1 018 avsnitt.", False)):
        (figure,) = quantities(sentence)
        assert counts_the_same(sentence, figure, held.valued[1], held, "sv") is same


@pytest.mark.parametrize(
    ("sentence", "same"),
    [
        ("Målet är 100 procent av projekten.", True),
        ("Av de pågående projekten ska 100 procent ha en plan.", True),
        ("Alla 100 procent ska ha en plan.", True),
        ("Av deltagarna i projekten ska 100 procent ha en plan.", False),
        ("Målet är 100 procent av deltagarna.", False),
        ("Of the participants 100 percent have a plan.", False),
    ],
)
def test_a_share_is_of_the_same(sentence: str, same: bool) -> None:
    held = place("Projekt med plan: 100 procent av projekten.")
    (figure,) = quantities(sentence)
    language = "en" if sentence.startswith("Of") else "sv"
    assert is_share_of_the_same(sentence, figure, held.valued[0], language) is same
