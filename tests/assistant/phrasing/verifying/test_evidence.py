"""What a unit says, taken apart."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.evidence import years_in
from tests.assistant.drafted import heading, paragraph, table
from tests.assistant.phrasing.verifying.resting import place


@pytest.mark.parametrize(
    ("second", "leans"),
    [
        ("Den lades ned.", True),
        ("Av dem slutade 40.", True),
        ("Därefter lades den ned.", True),
        ("Insatsen lades ned.", True),
        ("Den 17 juni lades Fyren ned.", False),
        ("Fyren lades ned.", False),
    ],
)
def test_a_unit_that_points_back_leans_on_the_one_before(second: str, leans: bool) -> None:
    there = place(second, paragraph(f"Stegen startade i Ystad. {second}"))
    assert (there.joined is not None) is leans


def test_what_it_stands_under_is_held_apart_from_its_own_words() -> None:
    there = place("Avgiften höjs.", heading("Kurser"), paragraph("Avgiften höjs."))
    assert "Kurser" in there.around
    assert "Kurser" not in there.own


@pytest.mark.parametrize(
    ("title", "goals"), [("Mål 2031", True), ("Utfall 2031", False), ("Mål och utfall 2031", False)]
)
def test_a_row_of_goals_is_known_by_its_heads(title: str, goals: bool) -> None:
    rows = table(("Kurs", "Deltagare"), ("Stegen", "40"), title=title)
    there = place("Stegen", heading("Kurser"), rows)
    assert there.tells_goals is goals
    assert there.signs.endswith(" mål") is goals


def test_the_quantities_of_a_row_are_those_of_its_cells() -> None:
    there = place("Stegen", heading("Kurser"), table(("Kurs", "Avgift"), ("Stegen", "40"), units=("", "tkr")))
    (valued,) = there.valued
    assert (int(valued.quantity.value), valued.fact) == (40_000, there.facts[0])


def test_the_years_of_a_unit_are_its_own_and_those_above_it_apart() -> None:
    there = place("Kursen startade 2019.", heading("Året 2031"), paragraph("Kursen startade 2019."), title="")
    assert there.years == {2019}
    assert there.years_above == {2031}


def test_when_something_was_told_is_not_when_it_was() -> None:
    assert place("Kursen startade 2019 (notis 2031).").years == {2019}


@pytest.mark.parametrize(
    ("text", "years"),
    [("Den 3 mars 2031", [2031]), ("mars 2031", [2031]), ("2029–2031", [2029, 2031]), ("2031 kr", [])],
)
def test_the_years_that_a_text_names(text: str, years: list[int]) -> None:
    assert sorted(set(years_in(text))) == years
