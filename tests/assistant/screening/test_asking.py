"""What is asked for in the budget year: on the form, in sentences, by years, or the sum of a budget for one year."""

from __future__ import annotations

import pytest

from assistant.criteria import CriteriaSet
from assistant.screening.reading import read_text

TOP = "Projektansökan\n\nProjektnamn: Klivet\n"
BUDGET = "\n\nBUDGET\nCoach: 400 000 kr\nLokal: 100 000 kr\nUtvärdering: 50 000 kr\nSumma: 550 000 kr\n"


@pytest.mark.parametrize(
    ("text", "requested", "in_all"),
    [
        ("Sökt belopp 2026: 900 000 kr", 900_000, None),
        ("Sökt belopp: 900 000 kr för 2026", 900_000, None),
        ("Sökt belopp: 900 000", 900_000, None),
        ("Sökt belopp: 900 tkr", 900_000, None),
        ("Sökt belopp: 900 000 kr för 2026 och 700 000 kr för 2027", 900_000, None),
        ("Sökt belopp: 2026: 900 000 kr, 2027: 700 000 kr", 900_000, None),
        ("Sökt belopp: 1 600 000 kr för 2026–2027", None, 1_600_000),
        ("Sökt belopp: 1 600 000 kr för hela projekttiden", None, 1_600_000),
        ("Sökt belopp: 600 000 kr per år\nProjekttid: 2026–2028", 600_000, None),
        ("Projekttid: 2026-06-01 – 2027-05-31\nSökt belopp: 900 000 kr", None, 900_000),
        ("Projekttid: 2026-06-01 – 2026-12-31\nSökt belopp: 900 000 kr", 900_000, None),
        ("Sökt belopp 2027: 900 000 kr", None, None),
        ("Vi i projektet ansöker om 900 000 kr till insatsen.", 900_000, None),
        ("Vi söker 900 000 kr för projektet. Malmö stad bidrar med 100 000 kr.", 900_000, None),
        ("Projektet söker kanske en halv miljon, vi vet inte.", None, None),
        ("Förra året beviljades projektet 300 000 kr.", None, None),
        ("För projektet ber vi om 640 000 kronor.", 640_000, None),
        ("Vi behöver 640 000 kr till projektet.", 640_000, None),
        ("Vi vill gärna ha en pott på 200 000 kr för 2026 till projektet.", 200_000, None),
        ("SÖKT STÖD\n640 000 kronor för kalenderåret 2026.", 640_000, None),
        (
            "Kostnad: 30 000 kr i månaden, april till och med december, alltså 270 000 kr i år.",
            270_000,
            None,
        ),
        ("Det blir 580 000 kronor som vi hoppas att Finsam betalar till projektet under 2026.", 580_000, None),
        ("Hur mycket: 650 tkr i år och 600 tkr nästa år", 650_000, None),
        ("Söks för 2026: 410 tkr; 2027: 390 tkr", 410_000, None),
        ("Sökt belopp 2026 / 2027: 500 000 kr / 250 000 kr", 500_000, None),
        ("Ansökan avser 4 000 000 kr från den 1 augusti 2026 till den 31 juli 2029.", None, 4_000_000),
    ],
)
def test_requested(text: str, requested: int | None, in_all: int | None, criteria: CriteriaSet) -> None:
    draft = read_text(TOP + text, criteria)
    assert (draft.requested.sek if draft.requested else None) == requested
    assert (draft.requested_in_all.sek if draft.requested_in_all else None) == in_all


def test_a_budget_for_one_year_asks_for_its_sum(criteria: CriteriaSet) -> None:
    draft = read_text(TOP + BUDGET, criteria)
    assert draft.requested is not None
    assert (draft.requested.sek, draft.requested.year) == (550_000, 2026)


def test_a_budget_for_several_years_does_not(criteria: CriteriaSet) -> None:
    draft = read_text(f"{TOP}Projekttid: 2026–2028\n{BUDGET}", criteria)
    assert draft.requested is None
    assert draft.requested_in_all is not None


def test_amounts_at_odds_are_all_told(criteria: CriteriaSet) -> None:
    draft = read_text(f"{TOP}Sökt belopp: 900 000 kr\n\nVi söker 950 000 kr till projektet.", criteria)
    assert [one.sek for one in draft.asked] == [900_000, 950_000]


def test_an_amount_divided_over_years_is_no_list_of_costs(criteria: CriteriaSet) -> None:
    draft = read_text(f"{TOP}Sökt belopp: 900 000 kr, varav 500 000 kr avser 2026 och 400 000 kr avser 2027", criteria)
    assert draft.requested is not None
    assert (draft.requested.sek, draft.requested.year) == (500_000, 2026)
    assert draft.budget.rows == ()
