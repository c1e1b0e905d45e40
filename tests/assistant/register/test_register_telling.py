"""The words for records."""

from __future__ import annotations

import pytest

from assistant.register.entries import Kind
from assistant.register.telling import KINDS, counted, dated, number, period, status, value, what
from tests.assistant.register.records import decision, goal, initiative, money, register, result


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_every_kind_has_a_word() -> None:
    assert set(KINDS) == set(Kind)


def test_each_record_in_words() -> None:
    granted = decision(sek=1_250_000, amount_kind="beviljat")
    told = [
        (what(one), status(one), plain(value(one)))
        for one in (granted, money(15_111_000), goal(), result(1274), initiative(written="LJUSET 2.0"))
    ]
    assert told == [
        ("att bevilja Ljuset medel", "beviljat", "1 250 000 kr (beviljat)"),
        ("Ljuset", "budget", "15 111 000 kr"),
        ("Fler ska känna till insatserna", "kansliet", "80 procent"),
        ("Ljuset: deltagare", "utfall", "1 274"),
        ("Ljuset (”LJUSET 2.0”)", "individinriktad", "Malmö stad"),
    ]


@pytest.mark.parametrize(
    ("size", "unit", "text"),
    [(12.5, "%", "12,5 %"), (1274, "st", "1 274"), (3, "", "3"), (2, "tjänster", "2 tjänster")],
)
def test_numbers_are_swedish(size: float, unit: str, text: str) -> None:
    assert plain(number(size, unit)) == text


def test_a_date_is_told_with_what_it_is_the_date_of() -> None:
    dates = [
        dated(entry) for entry in register([decision(), decision(date=""), money(1, period="2030-01–2030-08")]).entries
    ]
    assert dates == ["2030-05-12 (sammanträde)", "", "2030-01–2030-08"]


def test_counts_are_told_by_kind() -> None:
    assert counted(1, frozenset({Kind.INITIATIVE})) == "1 uppgift om en insats"
    assert counted(2, frozenset({Kind.DECISION})) == "2 beslut"
    assert counted(1, frozenset({Kind.DECISION, Kind.GOAL})) == "1 post"
    assert plain(counted(10_000)) == "10 000 poster"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2030-01–2030-08", "jan–aug 2030"),
        ("2030-11–2031-02", "2030-11–2031-02"),
        ("2030-01-01–2030-08-31", "2030-01-01–2030-08-31"),
        ("våren", "våren"),
    ],
)
def test_months_of_one_year_are_told_in_words(written: str, told: str) -> None:
    assert period(written) == told
