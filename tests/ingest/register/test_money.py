"""Amounts in tables and forms: of what, of when, budget, forecast or outcome, exact to the krona."""

from __future__ import annotations

import pytest

from ingest.model import Document
from ingest.register import money
from ingest.register.model import Measure, Money
from ingest.register.names import names_of
from tests.ingest.register.documents import page, plan, report

_BUDGET = """
## 5. Medel

| Insatser i budget 2031 | I/S | Kostnad (kr) |
|---|---|---|
| Bryggan | I | 1 250 000 |
| Kompetens för alla | S | 300 500 |
| Förvaltning och kansli | | 900 000 |
| Total kostnad | | 2 450 500 |
"""

_FOLLOW_UP = """
## Uppföljning

| Belopp i tkr | Utfall 2031-08-31 | Prognos 2031 | Budget 2031 | Avvikelse |
|---|---|---|---|---|
| Medlemsavgifter | 6 000 | 9 000 | 9 000 | 0 |
| Summa intäkter | 6 000 | 9 000 | 9 000 | 0 |
| Samverkansinsatser | | | | |
| Bryggan | -700,5 | -1 200 | -1 250 | 50 |
| Administration | -600 | -900 | -900 | 0 |
| Summa kostnader | -1 300,5 | -2 100 | -2 150 | 50 |
| Resultat | 4 699,5 | 6 900 | 6 850 | 50 |
| Utgående eget kapital | -200 | 10 | 20 | 10 |
"""


def _money(document: Document) -> list[Money]:
    return list(money.extract(document, names_of()))


def _one(document: Document, label: str, measure: Measure, year: int | None = 2031) -> Money:
    (found,) = (one for one in _money(document) if (one.label, one.measure, one.year) == (label, measure, year))
    return found


def test_a_budget_table_gives_each_row_its_amount_and_year() -> None:
    found = _money(plan(_BUDGET))
    assert [(one.label, one.sek, one.year, one.measure, one.is_sum) for one in found] == [
        ("Bryggan", 1_250_000, 2031, Measure.BUDGET, False),
        ("Kompetens för alla", 300_500, 2031, Measure.BUDGET, False),
        ("Förvaltning och kansli", 900_000, 2031, Measure.BUDGET, False),
        ("Total kostnad", 2_450_500, 2031, Measure.BUDGET, True),
    ]
    assert [one.initiative for one in found] == ["Bryggan", "Kompetens för alla", "", ""]
    assert {(one.unit, one.association, one.doubt) for one in found} == {("kr", "akersberg", "")}
    assert found[0].written == "1 250 000"


def test_an_amount_stands_where_its_row_stands() -> None:
    document = plan(_BUDGET)
    for one in _money(document):
        assert document.text[one.place.start : one.place.end] == one.place.quote
        assert one.label in one.place.quote
        assert one.place.section == "5. Medel"


def test_heads_tell_budget_forecast_and_outcome_and_the_part_of_the_year() -> None:
    document = report(_FOLLOW_UP, month=8)
    outcome = _one(document, "Bryggan", Measure.OUTCOME)
    assert (outcome.sek, outcome.period, outcome.written, outcome.unit) == (700_500, "2031-01–2031-08", "-700,5", "tkr")
    assert _one(document, "Bryggan", Measure.FORECAST).sek == 1_200_000
    assert _one(document, "Bryggan", Measure.BUDGET).sek == 1_250_000
    assert _one(document, "Bryggan", Measure.BUDGET).period == ""
    assert len(_money(document)) == 7 * 3


def test_costs_lose_the_sign_that_says_they_are_spent_and_results_keep_theirs() -> None:
    document = report(_FOLLOW_UP, month=8)
    assert _one(document, "Summa kostnader", Measure.BUDGET).sek == 2_150_000
    assert _one(document, "Resultat", Measure.OUTCOME).sek == 4_699_500
    assert _one(document, "Utgående eget kapital", Measure.OUTCOME).sek == -200_000


def test_income_is_told_from_costs_and_balances() -> None:
    income = {one.label for one in _money(report(_FOLLOW_UP, month=8)) if one.is_income}
    assert income == {"Medlemsavgifter", "Summa intäkter"}


def test_the_parties_below_a_head_of_assets_are_income_until_its_sum() -> None:
    text = """
| Tillgångar (tkr) | 2031 |
|---|---|
| Staten | 4 000 |
| Åkersbergs kommun | 2 000 |
| Summa intäkter | 6 000 |
| Sparade medel | 500 |
| Kostnader | |
| Bryggan | 700 |
"""
    found = {one.label: one.is_income for one in _money(plan(text))}
    assert found == {
        "Staten": True,
        "Åkersbergs kommun": True,
        "Summa intäkter": True,
        "Sparade medel": False,
        "Bryggan": False,
    }


def test_years_that_are_not_the_plans_are_marked_when_the_head_says_no_more() -> None:
    text = """
| Kostnader (tkr) | 2030 | 2031 | 2032 | Budget 2033 |
|---|---|---|---|---|
| Bryggan | 700 | 800 | 900 | 950 |
"""
    found = {one.year: (one.measure, bool(one.doubt)) for one in _money(plan(text))}
    assert found == {
        2030: (Measure.FORECAST, True),
        2031: (Measure.BUDGET, False),
        2032: (Measure.BUDGET, True),
        2033: (Measure.BUDGET, False),
    }


def test_rows_may_tell_what_is_measured() -> None:
    text = """
### Bryggan

| Belopp i kr | 2030 | 2031 |
|---|---|---|
| Budget | 500 000 | 600 000 |
| Utfall | 480 000 | 590 000 |
"""
    found = _money(report(text))
    assert [(one.measure, one.year, one.sek) for one in found] == [
        (Measure.BUDGET, 2030, 500_000),
        (Measure.BUDGET, 2031, 600_000),
        (Measure.OUTCOME, 2030, 480_000),
        (Measure.OUTCOME, 2031, 590_000),
    ]
    assert {one.label for one in found} == {"Bryggan"}


def test_a_table_without_a_unit_has_that_of_the_amounts_it_repeats() -> None:
    text = """
| Post | Utfall 2031 (kr) |
|---|---|
| Medlemsavgifter | 9 000 400 |
| Kostnader | 8 000 200 |

Resultat i korthet

| | 2031 | 2030 |
|---|---|---|
| Intäkter | 9 000 | 8 800 |
| Kostnader | 8 000 | 8 100 |
"""
    found = [one for one in _money(report(text)) if one.label == "Intäkter"]
    assert [(one.sek, one.unit, one.year) for one in found] == [(9_000_000, "tkr", 2031), (8_800_000, "tkr", 2030)]
    assert all("tkr" in one.doubt for one in found)


def test_a_table_of_people_is_no_money() -> None:
    text = """
| Insats | Mål antal deltagare | Utfall antal deltagare |
|---|---|---|
| Bryggan | 1200 | 1300 |
"""
    assert _money(report(_FOLLOW_UP + text, month=8)) == _money(report(_FOLLOW_UP, month=8))


def test_a_form_gives_the_initiatives_own_amount() -> None:
    text = """
## Bryggan

| Bryggan | |
|---|---|
| Insatsägare | Åkersbergs kommun |
| Tidplan | 2030-01-01 till 2032-12-31 |
| Årets budget | 1 250 000 kr |
| Resultat | 40 deltagare till en kostnad av 30 000 kr var |
"""
    (found,) = _money(report(text, month=8))
    assert (found.label, found.sek, found.measure, found.year) == ("Bryggan", 1_250_000, Measure.BUDGET, 2031)
    assert found.initiative == "Bryggan"


@pytest.mark.parametrize("heads", ["Avgift (kr)", "Pris (kr)"])
def test_prices_on_a_page_are_no_budget(heads: str) -> None:
    assert _money(page(f"| Kurs | {heads} |\n|---|---|\n| Samtal | 1 500 |\n")) == []


def test_a_cost_that_the_document_tells_of_under_its_name_is_an_initiative() -> None:
    text = """
## Insatser

- **Trappan** (individinriktad). Ägare är kommunen.

## Budget

| Kostnader (tkr) | 2031 |
|---|---|
| Trappan | 700 |
| Tryck | 20 |
"""
    assert {one.label: one.initiative for one in _money(plan(text))} == {"Trappan": "Trappan", "Tryck": ""}


def test_notes_and_assets_are_no_amounts_of_a_budget() -> None:
    text = """
## Resultaträkning

| | Not | 2031-01-01–2031-12-31 |
|---|---|---|
| Verksamhetens intäkter | 2 | 6 200 000 |
| Verksamhetens kostnader | 3 | -6 500 000 |

## Balansräkning

| Tillgångar | 2031-12-31 |
|---|---|
| Kassa och bank | 2 300 000 kr |
"""
    assert [(one.label, one.sek, one.year, one.is_income) for one in _money(report(text))] == [
        ("Verksamhetens intäkter", 6_200_000, 2031, True),
        ("Verksamhetens kostnader", 6_500_000, 2031, False),
        ("Kassa och bank", 2_300_000, 2031, False),
    ]
