"""Names in a text, and whether a place holds one."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.names import base, held, names_in, readings, spelled


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Styrelsen gav Stegen Unga 300 tkr.", ["styrelsen", "stegen unga"]),
        ("I Stegen 2.0 finns Ystadbor.", ["i stegen 2.0"]),
        ("En ledamot (x) från Ystad", ["en", "x", "ystad"]),
        ("Två personer (varav en kvinna)", ["två"]),
        ("In March", ["in"]),
    ],
)
def test_a_name_is_a_run_of_capitals(text: str, names: list[str]) -> None:
    assert [" ".join(name.words) for name in names_in(text)] == names


@pytest.mark.parametrize(
    ("word", "expected"), [("Ystads", "ystad"), ("FYR:s", "fyr"), ("FYR’s", "fyr"), ("ABS", "abs")]
)
def test_a_genitive_is_the_same_name(word: str, expected: str) -> None:
    assert base(word) == expected


@pytest.mark.parametrize(
    ("name", "place", "is_held"),
    [
        ("Fyren", "Fyren startade.", True),
        ("Fyren", "Fyren Unga startade.", False),
        ("Fyren", "Fyren Unga startade efter Fyren.", True),
        ("Fyren", "Fyren Ystad startade.", True),
        ("Stegen", "Fyren startade.", False),
    ],
)
def test_a_name_that_only_begins_a_longer_one_is_another(name: str, place: str, is_held: bool) -> None:
    assert held([base(name)], names_in(place), spelled(place), home="ystad") is is_held


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Kurser startar.", [("kurser",), ()]),
        ("Dessutom Fyren startar.", [("dessutom", "fyren"), ("fyren",)]),
        ("FYR startar.", [("fyr",)]),
        ("(x) valdes.", [("x",)]),
    ],
)
def test_the_first_word_of_a_sentence_may_be_no_name(text: str, ways: list[tuple[str, ...]]) -> None:
    assert [tuple(way) for way in readings(names_in(text)[0])] == ways
