"""What a sentence may not drop of what its place hangs on."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.complements import (
    crossed,
    drops_alternative,
    drops_condition,
    drops_content,
    drops_other_half,
)


@pytest.mark.parametrize(
    ("sentence", "dropped"),
    [
        ("Rådet väljs för tre år.", True),
        ("Rådet väljs för tre år, om stadgan inte anger en kortare tid.", False),
        ("Ordföranden väljs av årsmötet.", False),
    ],
)
def test_a_condition(sentence: str, dropped: bool) -> None:
    place = "Rådet väljs för tre år, om stadgan inte anger en kortare mandattid."
    assert drops_condition(sentence, place) is dropped


@pytest.mark.parametrize(
    ("sentence", "dropped"),
    [
        ("Chefen ansvarar för planen.", True),
        ("Chefen ansvarar för att planen följs upp.", False),
        ("Chefen ansvarar för uppföljningen.", False),
    ],
)
def test_what_a_verb_is_about(sentence: str, dropped: bool) -> None:
    assert drops_content(sentence, "Chefen ansvarar för att den följs upp.") is dropped


@pytest.mark.parametrize(
    ("sentence", "dropped"),
    [("Räntan är cirka 5,5 Mkr.", True), ("Kapital och ränta är cirka 5,5 Mkr.", False), ("Avgiften är 4 Mkr.", False)],
)
def test_the_other_one_of_two_things_that_share_a_figure(sentence: str, dropped: bool) -> None:
    assert drops_other_half(sentence, "Kapital och ränta är cirka 5,5 Mkr.") is dropped


@pytest.mark.parametrize(
    ("sentence", "dropped"),
    [
        ("Det krävs dokumenterad ohälsa.", True),
        ("Det krävs upplevd eller dokumenterad ohälsa.", False),
        ("Gruppen har dokumenterad ohälsa.", False),
    ],
)
def test_an_alternative_of_what_must_be(sentence: str, dropped: bool) -> None:
    assert drops_alternative(sentence, "Gruppen har upplevd eller dokumenterad ohälsa.") is dropped


def test_what_else_a_figure_is_of() -> None:
    place = "Av de 90 gick 40 till arbete, studier eller andra insatser."
    assert drops_alternative("Av de 90 gick 40 till arbete eller studier.", place)
    assert not drops_alternative("Av de 90 gick 40 till arbete, studier eller annat.", place)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Stegen är dyr men Fyren är billig.", True),
        ("Stegen är billig men Fyren är dyr.", False),
        ("Fyren är dyr.", False),
    ],
)
def test_the_sides_of_a_contrast(sentence: str, wrong: bool) -> None:
    assert crossed(sentence, "Stegen är billig, men Fyren är dyr.") is wrong
