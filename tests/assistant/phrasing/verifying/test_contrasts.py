"""Words of which one never stands for another."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.contrasts import choices, mistaken
from assistant.phrasing.verifying.verdict import Reason


@pytest.mark.parametrize(
    ("sentence", "own", "around", "reason"),
    [
        ("Styrelsen väljer revisor.", "Styrelsen väljer revisor.", "", None),
        ("Kansliet väljer revisor.", "Styrelsen väljer revisor.", "", Reason.NAME),
        ("Kansliet sköter bokföringen.", "Sköter bokföringen.", "Kansliets arbete", None),
        ("40 kvinnor slutade.", "40 män slutade.", "", Reason.UNSUPPORTED),
        ("40 män slutade och 15 kvinnor började.", "40 kvinnor slutade och 15 män började.", "", Reason.UNSUPPORTED),
        ("Förbundets kurser ordnas av kansliet.", "Kansliet ordnar kurser.", "Förbundet", None),
        ("Förbundet ordnar kurser.", "Kansliet ordnar kurser.", "Förbundet", Reason.NAME),
        ("Enligt kansliet väljer styrelsen.", "Styrelsen väljer.", "", None),
        ("Styrelsen väljer enligt årsredovisningen.", "Styrelsen väljer.", "", None),
    ],
)
def test_one_never_stands_for_another(sentence: str, own: str, around: str, reason: Reason | None) -> None:
    assert mistaken(sentence, own, around) is reason


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Kurserna i Ystad är korta.", None),
        ("Kurserna i Tomelilla är korta.", Reason.UNSUPPORTED),
        ("Kurserna i landet är korta.", Reason.UNSUPPORTED),
    ],
)
def test_what_is_told_of_one_place_is_not_told_of_another(sentence: str, reason: Reason | None) -> None:
    assert mistaken(sentence, "Kurserna i Ystad är korta, medan Tomelilla är dyrt.", "") is reason


def test_each_name_of_a_place_is_an_alternative_and_a_month_is_none() -> None:
    spread = [one.which for one in choices("i Ystad, in Tomelilla and in March, i landet") if one.group == "spread"]
    assert spread[:2] == ["ystad", "tomelilla"]
    assert len(set(spread)) == len(spread) == 3
