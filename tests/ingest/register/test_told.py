"""Amounts told in sentences: of plain things only."""

from __future__ import annotations

import pytest

from ingest.register import told
from ingest.register.model import Measure
from ingest.register.names import names_of
from tests.ingest.register.documents import page, plan, report


@pytest.mark.parametrize(
    ("text", "label", "sek", "year", "measure"),
    [
        ("Medlemsavgifterna för 2031 blev 12,4 Mkr.", "Medlemsavgifterna", 12_400_000, 2031, Measure.OUTCOME),
        ("Prognosen för eget kapital är 800 tkr.", "eget kapital", 800_000, 2031, Measure.FORECAST),
        ("Förbundet har 3,2 Mkr kvar att fördela.", "kvar att fördela", 3_200_000, 2031, Measure.BUDGET),
        ("Vid ingången av 2032 återstår 400 000 kr att fördela.", "att fördela", 400_000, 2032, Measure.BUDGET),
        ("Då återstår 700 tkr som styrelsen kan fördela.", "som styrelsen kan fördela", 700_000, 2031, Measure.BUDGET),
        ("Den totala budgeten för året är 15 Mkr.", "totala budgeten", 15_000_000, 2031, Measure.BUDGET),
        ("Eget kapital från föregående år var 2 Mkr.", "Eget kapital", 2_000_000, 2030, Measure.OUTCOME),
        ("För 2031 har FRAM 900 000 kr i budget.", "FRAM", 900_000, 2031, Measure.BUDGET),
    ],
)
def test_an_amount_of_a_thing_named(text: str, label: str, sek: int, year: int, measure: Measure) -> None:
    (found,) = told.extract(report(text), names_of())
    assert (found.label, found.sek, found.year, found.measure) == (label, sek, year, measure)
    assert found.place.quote == text


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen ansöker om en budget på 3 Mkr.",
        "Eget kapital bör vara högst 2 Mkr.",
        "Budgeten följs av styrelsen. Resan kostade 4 000 kr.",
        "Deltagare får en check om 100 kr per intervju ur en budget.",
        "Budgeten är inte klar, men lokalen har renoverats för 2 Mkr.",
        "Ytterligare 2 Mkr i budget ger FRAM och IPS Unga mer tid.",
    ],
)
def test_what_is_not_plainly_a_budgets_is_left_out(text: str) -> None:
    assert told.extract(report(text), names_of()) == ()


def test_several_amounts_of_a_sentence_are_each_of_the_thing_before_it() -> None:
    text = "Prognosticerade medlemsavgifter om 9 Mkr ger tillsammans med eget kapital på ca 2 Mkr en budget på 11 Mkr."
    found = told.extract(plan(text), names_of())
    assert [(one.label, one.sek, one.is_income, bool(one.doubt)) for one in found] == [
        ("medlemsavgifter", 9_000_000, True, False),
        ("eget kapital", 2_000_000, False, True),
        ("budget", 11_000_000, False, False),
    ]
    assert [one.measure for one in found] == [Measure.FORECAST, Measure.BUDGET, Measure.BUDGET]


def test_only_plans_and_accounts_tell_of_their_money() -> None:
    assert told.extract(page("Medlemsavgifterna för 2031 blev 12,4 Mkr."), names_of()) == ()
