"""A question is cut into what it asks, of which time and beside what was asked before."""

from __future__ import annotations

import pytest

from assistant.question import Question, Seeks
from assistant.understanding import understand

ASSOCIATIONS = frozenset({"malmo", "granby"})


def understood(asked: str, *history: str) -> Question:
    return understand(asked, history, ASSOCIATIONS)


def parts(asked: str, *history: str) -> list[str]:
    return [one.text for one in understood(asked, *history).parts]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Vad är skillnaden mellan Fyren och Bryggan?", ["Vad är Fyren?", "Vad är Bryggan?"]),
        ("Vad är skillnaden på en insats och ett projekt?", ["Vad är insats?", "Vad är projekt?"]),
        (
            "Vad är skillnaden mellan individinriktade och strukturinriktade insatser?",
            ["Vad är individinriktade insatser?", "Vad är strukturinriktade insatser?"],
        ),
        ("Vad är skillnaden mellan Fyren respektive Bryggan?", ["Vad är Fyren?", "Vad är Bryggan?"]),
        (
            "Vad är skillnaden i budget mellan Fyren och Bryggan?",
            ["Vad är skillnaden i budget mellan Fyren och Bryggan?"],
        ),
        (
            "Hur stor andel är skillnaden mellan Fyren och Bryggan?",
            ["Hur stor andel är skillnaden mellan Fyren och Bryggan?"],
        ),
        (
            "Vad är skillnaden mellan planen och rapporten 2031?",
            ["Vad är skillnaden mellan planen och rapporten 2031?"],
        ),
        ("Vilken skillnad gör Fyren och Bryggan?", ["Vilken skillnad gör Fyren och Bryggan?"]),
    ],
)
def test_a_difference_asks_what_each_is(asked: str, expected: list[str]) -> None:
    """Unless it is one of figures or of years."""
    assert parts(asked) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Vad kostar Hej!! om jag frågar?", ["Vad kostar Hej!! om jag frågar?"]),
        ("Vad kostar Fyren! Vad når den?", ["Vad kostar Fyren!", "Vad når den?"]),
        ("vad kostar Fyren! vem äger den?", ["vad kostar Fyren!", "vem äger den?"]),
        ("Vem leder Fyren och deltar Region Skåne i den?", ["Vem leder Fyren", "deltar Region Skåne i den?"]),
        ("Var ligger Fyren", ["Var ligger Fyren"]),
    ],
)
def test_where_a_question_is_cut(asked: str, expected: list[str]) -> None:
    """At a mark of exclamation only where another question or sentence begins after it."""
    assert parts(asked) == expected


def test_where_asks_beside_what_is_told() -> None:
    (part,) = understood("Vi driver en verkstad för unga i staden. Var sitter kansliet").parts
    assert part.text == "Var sitter kansliet"
    assert part.leans_on == "Vi driver en verkstad för unga i staden."
    assert part.seeks == {Seeks.PLACE}


@pytest.mark.parametrize(
    ("asked", "years"),
    [
        ("Och hur många platser har den nu?", ()),
        ("Har den fortfarande platser?", ()),
        ("Vilka platser har den i dag?", ()),
        ("How many places does it still have?", ()),
        ("Och hur många platser hade den?", (2029,)),
        ("Och hur många platser har den nu, 2031?", (2031,)),
    ],
)
def test_now_forgets_the_year_before(asked: str, years: tuple[int, ...]) -> None:
    assert [one.years for one in understood(asked, "Hur många deltagare hade Fyren 2029?").parts] == [years]


def test_now_forgets_the_year_of_the_clause_before() -> None:
    first, second = understood("Vad kostade Fyren 2029 och vad kostar den nu?").parts
    assert (first.years, second.years) == ((2029,), ())


@pytest.mark.parametrize(
    ("asked", "kept", "dropped"),
    [
        ("Hur många har de, och hur många har Fyren?", ["Kompassen", "Fyren"], []),
        ("Vem leder den och vem leder Fyren?", ["Kompassen", "Fyren"], []),
        ("Och Fyren då?", ["Fyren"], ["Kompassen"]),
        ("Är den större än Fyren?", ["Fyren"], ["Kompassen"]),
        ("FRAM är den större?", ["FRAM"], ["Kompassen"]),
    ],
    ids=["two clauses", "two questions", "a new name alone", "one clause", "a name first"],
)
def test_pointing_back_in_one_clause_keeps_what_was_named(asked: str, kept: list[str], dropped: list[str]) -> None:
    """Though another clause names something else."""
    text = understood(asked, "Hur många rum har Kompassen?").text
    assert all(name in text for name in kept)
    assert not any(name in text for name in dropped)
