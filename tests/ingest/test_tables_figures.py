"""Figures in cells and in running text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.model import SEAM
from ingest.tables.figures import Figure, find, is_period, kronor, parse, unit_of, written


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("15 111 000 kr", "15111000", "kr"),
        ("-1 294", "-1294", ""),
        ("−1 294", "-1294", ""),
        ("- 300", "-300", ""),
        ("(1 200)", "-1200", ""),
        ("1 842,5", "1842.5", ""),
        ("3690", "3690", ""),
        ("1,240,000", "1240000", ""),
        ("1.240.000 kr", "1240000", "kr"),
        ("1.240,50 kr", "1240.50", "kr"),
        ("12,500 kr", "12500", "kr"),
        ("12 500:-", "12500", "kr"),
        ("SEK 1 200 000", "1200000", "kr"),
        ("MSEK 12,5", "12.5", "mkr"),
        ("tkr 450", "450", "tkr"),
        ("TSEK 450", "450", "tkr"),
        ("12,5 MSEK", "12.5", "mkr"),
        ("450 TSEK", "450", "tkr"),
        ("12 mnkr", "12", "mkr"),
        ("12 milj. kr", "12", "mkr"),
        ("3 miljoner SEK", "3", "mkr"),
        ("3 tusen kronor", "3", "tkr"),
        ("27,8 Mkr", "27.8", "mkr"),
        ("3,7 miljoner kronor", "3.7", "mkr"),
        ("450 tkr", "450", "tkr"),
        ("15 miljoner", "15000000", ""),
        ("87 %", "87", "%"),
        ("10%", "10", "%"),
        ("61 procent", "61", "%"),
        ("70 st.", "70", "st"),
        ("11\u00a0973\u00a0024", "11973024", ""),
        (f"{SEAM}5 000{SEAM} kr", "5000", "kr"),
        ("0", "0", ""),
        ("2024", "2024", ""),
    ],
)
def test_a_figure_that_fills_the_text(text: str, value: str, unit: str) -> None:
    assert parse(text) == Figure(Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "–",
        "kr",
        "20220831",
        "2022-08-31",
        "161 370 0 0",
        "1 23",
        "040 12",
        "1 000 kr/mån",
        "12 personer",
        "I/S",
    ],
)
def test_what_is_no_single_figure(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Av 2 415 deltagare har 612 avslutats per den 30/4 2021.", ["2 415", "612"]),
        ("Enligt lagen (2003:1210), 7 § och § 14, se 4 kap. 2 §.", []),
        ("Budgeten är 2–3 mkr för perioden 210101–231231, beslutad 2020-11-30.", ["2", "3 mkr"]),
        ("Ring 040-12 34 56 eller 070 123 45 67, org.nr 222000-1234.", []),
        ("I maj 2009 hade 90 procent stöd, i juni 2010 bara 54,5 %.", ["90 procent", "54,5 %"]),
        ("1. Minst 25 personer", ["25"]),
        ("Arena 2.0 och dnr 2021/345 på sidan 15, figur 3", []),
        ("2076 unika individer under 2022, 16–64 år", ["2076", "16", "64"]),
        ("den 5 september 2025 kl. 13.00", []),
        ("avvikelsen blev -269 tkr, det vill säga (–300) mindre", ["-269 tkr", "–300"]),
        ("Box 5, 211 22 Malmö", []),
        ("cirka 300 22 deltagare", ["300", "22"]),
        ("Kostnaden är 1 893 000 kr.", ["1 893 000 kr"]),
        ("ett 30-tal, en 10-årig plan", []),
        ("ramen är MSEK 12,5 och tkr 450, i tusen kronor 600, i tkr 2031", ["MSEK 12,5", "tkr 450", "600"]),
    ],
)
def test_figures_in_running_text(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end, _ in find(text)] == expected


def test_a_range_shares_the_unit_of_its_end() -> None:
    assert [figure for _, _, figure in find("mellan 2–3 mkr")] == [
        Figure(Decimal(2), "mkr"),
        Figure(Decimal(3), "mkr"),
    ]


def test_offsets_count_seams() -> None:
    text = f"Stödet{SEAM} är 1{SEAM} 500 kr nu"
    ((start, end, figure),) = find(text)
    assert (text[start:end], figure) == (f"1{SEAM} 500 kr", Figure(Decimal(1500), "kr"))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Belopp tkr", "tkr"),
        ("Kostnad", ""),
        ("Budget (kr)", "kr"),
        ("Andel (%)", "%"),
        ("Antal deltagare", "st"),
        ("Mkr", "mkr"),
        ("Belopp i tusental kronor", "tkr"),
        ("Antal kronor", "kr"),
        ("Belopp MSEK", "mkr"),
        ("Budget (TSEK)", "tkr"),
        ("Milj. kr", "mkr"),
        ("Tusen SEK", "tkr"),
        ("Utskrivna", ""),
    ],
)
def test_unit_of_a_head(text: str, unit: str) -> None:
    assert unit_of(text) == unit


def test_kronor() -> None:
    assert kronor(Figure(Decimal("1.5"), "mkr")) == 1_500_000
    assert kronor(Figure(Decimal(12), "tkr")) == 12_000
    assert kronor(Figure(Decimal(12), "kr")) == 12
    assert kronor(Figure(Decimal(12), "%")) is None
    assert kronor(Figure(Decimal(12), "")) is None


@pytest.mark.parametrize(
    "text", ["2024", "20220831", "2022-08-31", "210101–231231", "2017–2025", "2021-01-01 till 2023-12-31", "31/8 2022"]
)
def test_periods(text: str) -> None:
    assert is_period(text)


@pytest.mark.parametrize("text", ["100", "12 500", "20229931", "jan", "2023 2024"])
def test_what_is_no_period(text: str) -> None:
    assert not is_period(text)


@given(
    st.decimals(min_value=-(10**9), max_value=10**9, places=2),
    st.sampled_from(["", "kr", "tkr", "mkr", "%", "st"]),
)
def test_what_is_written_is_read_back(value: Decimal, unit: str) -> None:
    figure = Figure(value, unit)
    assert parse(written(figure)) == figure


@given(st.integers(min_value=1, max_value=10**9), st.text(alphabet="abcåäö ,", max_size=20))
def test_a_written_amount_is_found_in_text(amount: int, before: str) -> None:
    phrase = written(Figure(Decimal(amount), "kr"))
    text = f"{before} {phrase} beviljades"
    assert [(text[start:end], figure.value) for start, end, figure in find(text)] == [(phrase, Decimal(amount))]
