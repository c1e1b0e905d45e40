"""What a count is of."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.counted import counts_the_same
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
