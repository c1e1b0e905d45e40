"""Amounts of money are read in every way that applicants write them, and what is no money is left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.screening.reading import amounts


@pytest.mark.parametrize(
    ("text", "kronor"),
    [
        ("1 240 000 kr", 1_240_000),
        ("1,240,000 kr", 1_240_000),
        ("1.240.000 kr", 1_240_000),
        ("1 240 000:-", 1_240_000),
        ("1 240 000,00 kr", 1_240_000),
        ("SEK 450,000", 450_000),
        ("450,000 SEK", 450_000),
        ("kr 450 000", 450_000),
        ("890000kr", 890_000),
        ("Lokal:45000 kr", 45_000),
        ("(450 000 kronor)", 450_000),
        ("350 tkr", 350_000),
        ("420'", 420_000),
        ("300 tusen kr", 300_000),
        ("1,2 Mkr", 1_200_000),
        ("1,2 miljoner kr", 1_200_000),
        ("1.2 million SEK", 1_200_000),
        ("två miljoner kronor", 2_000_000),
        ("en och en halv miljon", 1_500_000),
        ("l 295 OOO kr", 1_295_000),
        ("45 000 kr/mån i 8 månader", 360_000),
        ("45 000 kr per månad under åtta månader", 360_000),
        ("8 månader à 45 000 kr", 360_000),
        ("12 x 30 000 kr", 360_000),
    ],
)
def test_amounts(text: str, kronor: int) -> None:
    found = amounts.find(text)
    assert [one.amount.sek for one in found] == [kronor]
    assert not found[0].per
    assert not found[0].amount.vague


@pytest.mark.parametrize(
    "text",
    [
        "14 000 personer",
        "1,2 miljoner invånare",
        "2026-06-01",
        "projekt 2026",
        "tel 040-12 34 56",
        "30 %",
        "2 500 timmar",
    ],
)
def test_no_money(text: str) -> None:
    assert amounts.find(text) == []


@pytest.mark.parametrize(
    ("text", "kronor"),
    [
        ("cirka 900 000 kr", 900_000),
        ("kanske en halv miljon", 500_000),
        ("mellan 400 000 och 500 000 kr", 500_000),
        ("400–500 tkr", 500_000),
        ("900 000 kr eller så", 900_000),
    ],
)
def test_hedged_amounts_are_vague(text: str, kronor: int) -> None:
    assert [(one.amount.sek, one.amount.vague) for one in amounts.find(text)] == [(kronor, True)]


@pytest.mark.parametrize(
    ("text", "per"), [("500 kr/tim", "tim"), ("45 000 kr per månad", "månad"), ("90 kr per lunch", "lunch")]
)
def test_the_price_of_one_is_told_as_that(text: str, per: str) -> None:
    assert [one.per for one in amounts.find(text)] == [per]


def test_figures_without_a_unit_need_one_given() -> None:
    assert amounts.find("Hyra 390") == []
    assert [(one.amount.sek, one.bare) for one in amounts.find("Hyra 390", unit="tkr")] == [(390_000, True)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("868 000 kr för 2026 och 500 000 kr för 2027", [2026, 2027]),
        ("2026: 868 000 kr, 2027: 500 000 kr", [2026, 2027]),
        ("420 000 kr, avser i sin helhet 2026", [2026]),
        ("2 400 000 kr för 2026–2027", [None]),
        ("900 000 kr", [None]),
    ],
)
def test_years_of_amounts(text: str, years: list[int | None]) -> None:
    found = [one.amount for one in amounts.find(text)]
    assert [one.year for one in amounts.with_years(text, 0, len(text), found)] == years


@given(st.text(alphabet="0123456789 .,:-–krKtMmåiljoner/%x=\n'Oll", max_size=80))
def test_amounts_stand_in_order_within_the_text(text: str) -> None:
    end = 0
    for one in amounts.find(text, unit="kr"):
        assert end <= one.amount.start < one.amount.end <= len(text)
        assert one.amount.sek > 0
        end = one.amount.end
