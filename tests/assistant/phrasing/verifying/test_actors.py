"""Who does it, in a sentence and in its place."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.actors import another_acts, moved
from assistant.phrasing.verifying.names import proper


@pytest.mark.parametrize(
    ("sentence", "place", "another"),
    [
        ("Budgeten fastställs av styrelsen.", "Styrelsen fastställer budgeten.", False),
        ("Budgeten fastställs av revisorn.", "Styrelsen fastställer budgeten åt revisorn.", True),
        ("Projektet ägs av Region Skånes Vuxenpsykiatri.", "Region Skånes Vuxenpsykiatri äger projektet.", False),
        (
            "Projektet ägs av Försäkringskassan.",
            "Region Skånes Vuxenpsykiatri äger projektet, som görs ihop med Försäkringskassan.",
            True,
        ),
    ],
)
def test_the_actor_is_the_same_in_the_active_and_the_passive(sentence: str, place: str, another: bool) -> None:
    assert another_acts(sentence, place) is another


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("STEG har byggts om, och FYR har tillkommit.", True),
        ("FYR har byggts om, och STEG har tillkommit.", False),
        ("STEG har tillkommit.", False),
    ],
)
def test_what_is_told_of_two_things_is_not_told_the_other_way_round(sentence: str, wrong: bool) -> None:
    place = "STEG har tillkommit, och FYR har byggts om."
    assert moved(sentence, place, proper(sentence), proper(place)) is wrong
