"""The stretch of a sentence that is about each of its figures, and the years that go with it."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.about import figures_of, stretches


def test_a_stretch_ends_at_the_conjunction_before_the_next_figure() -> None:
    text = "40 deltagare började arbeta och 15 började studera"
    assert [text[one.start : one.end].strip() for one in figures_of(text)] == [
        "40 deltagare började arbeta",
        "och 15 började studera",
    ]


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("Kursen hade 40 platser 2030 och 15 platser 2031.", [(2030,), (2031,)]),
        ("År 2030 och 2031 hade kursen 40 respektive 15 platser.", [(2030,), (2031,)]),
        ("Kursen hade 40 platser och 15 bord 2031.", [(2031,), (2031,)]),
        ("Kursen hade 40 platser, 15 bord 2029 och 20 stolar 2030 och 2031.", [(2029,), (2029,), (2031,)]),
        ("Kursen hade 40 platser.", [()]),
        ("Den 3 mars 2031 hade kursen 40 platser.", [(2031,)]),
    ],
)
def test_a_year_goes_with_the_figures_of_its_stretch_or_in_turn(sentence: str, years: list[tuple[int, ...]]) -> None:
    assert [one.years for one in figures_of(sentence)] == years


def test_four_figures_may_be_a_count() -> None:
    sentence = "Målet var 2040 samtal."
    start = sentence.index("2040")
    assert not figures_of(sentence)
    assert [one.quantity.start for one in figures_of(sentence, frozenset({start}))] == [start]


def test_what_stands_in_brackets_is_about_what_stands_there() -> None:
    text = "Kursen hade 40 platser (15 för unga) i fjol."
    found = {text[one.start : one.end]: text[start:end] for one, start, end in stretches(text)}
    assert found["15"] == "(15 för unga)"
    assert found["40"] == text
