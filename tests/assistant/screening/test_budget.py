"""A budget is read once: rows, sums, parts and what others pay, in tables, lists and sentences."""

from __future__ import annotations

import pytest

from assistant.criteria import CriteriaSet
from assistant.screening.draft import Budget, Draft
from assistant.screening.reading import read_text

TOP = "# Ansökan om medel\n\n**Projektägare:** Region Skåne\n\n**Projektnamn:** Klivet\n\n"


def read(budget: str, criteria: CriteriaSet, top: str = TOP) -> Draft:
    return read_text(top + budget, criteria)


def rows(budget: Budget) -> list[tuple[str, int]]:
    return [(row.label, row.sek) for row in budget.rows]


TWO = [("Coach", 400_000), ("Lokal", 100_000)]


@pytest.mark.parametrize(
    "text",
    [
        "## Budget\n\n| Post | Kronor |\n|---|---|\n| Coach | 400 000 |\n| Lokal | 100 000 |\n| Summa | 500 000 |",
        "## Budget\n\n| Post | tkr |\n|---|---|\n| Coach | 400 |\n| Lokal | 100 |\n| Totalt | 500 |",
        "## Budget (tkr)\n\n| Post | Belopp |\n|---|---|\n| Coach | 400 |\n| Lokal | 100 |\n| Totalt | 500 |",
        "## Budget\n\n| Post | Antal | À-pris | Kostnad |\n|---|---|---|---|\n| Coach | 8 mån | 50 000 | 400 000 |\n"
        "| Lokal | 1 | 100 000 | 100 000 |\n| Summa | | | 500 000 |",
        "## Budget 2026\n\n- Coach: 400 000 kr\n- Lokal: 100 000 kr\n- Summa: 500 000 kr",
        "## Kostnader\n\nCoach 400 000 kr\nLokal 100 000 kr\nSumma 500 000 kr",
        "## Vad kostar det?\n\nPengarna går till en coach (400 000 kr) och lokal (100 000 kr), totalt 500 000 kr.",
        "## Budget\n\nCoach, 8 månader à 50 000 kr = 400 000 kr\nLokal: 100 000 kr\nSumma: 500 000 kr",
        "## Budget\n\n| Post | Kronor |\n|---|---|\n| Coach | 400 000 |\n| varav OB | 20 000 |\n| Lokal | 100 000 |\n"
        "| Totalt | 500 000 |",
        "## Budget\n\n| Post | Belopp |\n|---|---|\n| Coach | 400 000 kr |\n| Delsumma personal | 400 000 kr |\n"
        "| Lokal | 100 000 kr |\n| Delsumma övrigt | 100 000 kr |\n| Summa | 500 000 kr |",
        "## Budget\n\n| Item | SEK |\n|---|---|\n| Coach | 400,000 |\n| Lokal | 100,000 |\n| Total | 500,000 |",
    ],
)
def test_rows_and_sum(text: str, criteria: CriteriaSet) -> None:
    budget = read(text, criteria).budget
    assert [sek for _, sek in rows(budget)] == [sek for _, sek in TWO]
    assert [label.split(",")[0].lower().removeprefix("en ") for label, _ in rows(budget)] == ["coach", "lokal"]
    assert [one.sek for one in budget.stated_sums] == [500_000]
    assert budget.unclear == ()


def test_a_sum_that_is_wrong_stays_wrong(criteria: CriteriaSet) -> None:
    budget = read("## Budget\n\nCoach: 400 000 kr\nLokal: 100 000 kr\nSumma: 550 000 kr", criteria).budget
    stated = budget.stated_sum(2026)
    assert budget.sum_of_rows(2026) == 500_000
    assert stated is not None
    assert stated.sek == 550_000


def test_years_stand_in_columns(criteria: CriteriaSet) -> None:
    text = (
        "## Budget\n\n| Post | 2026 | 2027 | Totalt |\n|---|---|---|---|\n| Coach | 400 000 | 500 000 | 900 000 |\n"
        "| Lokal | 100 000 | 100 000 | 200 000 |\n| Summa | 500 000 | 600 000 | 1 100 000 |"
    )
    draft = read(text, criteria)
    assert draft.budget.sum_of_rows(2026) == 500_000
    assert draft.budget.sum_of_rows(2027) == 600_000
    assert {one.year: one.sek for one in draft.budget.stated_sums} == {2026: 500_000, 2027: 600_000}
    assert draft.requested is not None
    assert draft.requested.sek == 500_000


def test_what_others_pay_is_no_cost(criteria: CriteriaSet) -> None:
    text = (
        "## Budget\n\n| Post | Kronor |\n|---|---|\n| Coach | 400 000 |\n| Lokal | 100 000 |\n| Total kostnad | 500 "
        "000 |\n"
        "| Egen insats Malmö stad | 150 000 |\n| Sökt belopp | 350 000 |"
    )
    draft = read(text, criteria)
    assert rows(draft.budget) == TWO
    assert [one.sek for one in draft.cofinancing] == [150_000]
    assert draft.requested is not None
    assert draft.requested.sek == 350_000


def test_a_plan_of_financing_says_who_pays(criteria: CriteriaSet) -> None:
    text = (
        "## Budget\n\n| Post | Kronor |\n|---|---|\n| Coach | 400 000 |\n| Lokal | 100 000 |\n| Summa | 500 000 |\n\n"
        "## Finansiering\n\n| Finansiär | Kronor |\n|---|---|\n| Finsam | 350 000 |\n| Malmö stad | 150 000 |\n"
        "| Summa | 500 000 |"
    )
    draft = read(text, criteria)
    assert rows(draft.budget) == TWO
    assert [one.sek for one in draft.budget.stated_sums] == [500_000]
    assert [one.sek for one in draft.cofinancing] == [150_000]
    assert draft.requested is not None
    assert draft.requested.sek == 350_000


def test_a_table_in_detail_is_not_counted_besides_its_sum(criteria: CriteriaSet) -> None:
    text = (
        "## Budget\n\n| Personal | Kronor |\n|---|---|\n| Coach | 250 000 |\n| Terapeut | 150 000 |\n| Summa | 400 "
        "000 |\n\n"
        "Hela budgeten:\n\n| Post | Kronor |\n|---|---|\n| Personal | 400 000 |\n| Lokal | 100 000 |\n| Summa | 500 "
        "000 |"
    )
    budget = read(text, criteria).budget
    assert rows(budget) == [("Personal", 400_000), ("Lokal", 100_000)]
    assert [one.sek for one in budget.stated_sums] == [500_000]


def test_what_cannot_be_made_out_is_told(criteria: CriteriaSet) -> None:
    draft = read("## Budget\n\nCoach 400, lokal 100, resor 30, summa 600 tkr", criteria)
    assert draft.budget.rows == ()
    assert [draft.text[one.start : one.end] for one in draft.budget.unclear] == [
        "Coach 400, lokal 100, resor 30, summa 600 tkr"
    ]


def test_what_the_association_has_is_no_cost(criteria: CriteriaSet) -> None:
    costs = "Coach: 400 000 kr\nLokal: 100 000 kr\nSumma: 500 000 kr"
    text = f"## Budget\n\n{costs}\n\nFörbundet har 1,9 Mkr kvar att fördela."
    budget = read(text, criteria).budget
    assert rows(budget) == TWO
    assert [one.sek for one in budget.stated_sums] == [500_000]


@pytest.mark.parametrize(("top", "costs"), [("**Sökt belopp:** 500 000 kr\n\n", TWO), ("", [])])
def test_small_figures_without_a_unit_are_thousands_only_when_the_form_says_so(
    top: str, costs: list[tuple[str, int]], criteria: CriteriaSet
) -> None:
    text = "## Budget\n\n| Post | Belopp |\n|---|---|\n| Coach | 400 |\n| Lokal | 100 |\n| Summa | 500 |"
    budget = read(top + text, criteria).budget
    assert rows(budget) == costs
    assert bool(budget.unclear) == (not costs)


@pytest.mark.parametrize("last", ["Tillsammans", "Allt som allt", "Summerat", "Totalt 2026", "Blir", "Något annat", ""])
def test_a_last_row_that_is_all_above_it_is_their_sum(last: str, criteria: CriteriaSet) -> None:
    text = f"## Budget\n\n| Post | Kronor |\n|---|---|\n| Coach | 400 000 |\n| Lokal | 100 000 |\n| {last} | 500 000 |"
    budget = read(text, criteria).budget
    assert rows(budget) == TWO
    assert [one.sek for one in budget.stated_sums] == [500_000]


@pytest.mark.parametrize(
    "text",
    [
        "BUDGET\nCoach ........ 400 000\nLokal ........ 100 000\nSumma ........ 500 000",
        "För 2026 ber vi om 500 000 kronor: coach 400 000 och lokal 100 000.",
        "Kostnaden beräknas till 500 000 kr, fördelat på coach (400 000) och lokal (100 000).",
        "Vi söker 500 000 kr i år. Av det går 400 000 till coach och 100 000 till lokal.",
        "Det vi ber om: 500 000 kr\n\nFördelningen är denna: coach 400 tkr och lokal 100 tkr.",
    ],
)
def test_a_budget_told_in_words(text: str, criteria: CriteriaSet) -> None:
    draft = read(text, criteria)
    assert [row.sek for row in draft.budget.rows] == [400_000, 100_000]
    assert draft.requested is not None
    assert draft.requested.sek == 500_000


def test_a_table_set_with_spaces_has_its_columns(criteria: CriteriaSet) -> None:
    top = "Ansökan om medel\n\nProjektägare: Region Skåne\nSökt belopp: 500 tkr för 2026\n\nBUDGET (tkr)\n"
    head = "             2026  2027\n"
    costs = "Coach 50 %   400   1 040\nLokal        100   250\nSumma        500   1 290"
    budget = read(head + costs, criteria, top).budget
    assert [(row.label, row.sek, row.year) for row in budget.rows] == [
        ("Coach 50 %", 400_000, 2026),
        ("Coach 50 %", 1_040_000, 2027),
        ("Lokal", 100_000, 2026),
        ("Lokal", 250_000, 2027),
    ]


def test_what_was_spent_before_is_no_budget(criteria: CriteriaSet) -> None:
    text = (
        "## Budget\n\n| Post | Utfall 2025 | Ansökan 2026 |\n|---|---|---|\n| Coach | 300 000 | 400 000 |\n"
        "| Lokal | 90 000 | 100 000 |\n| Totalt | 390 000 | 500 000 |"
    )
    assert rows(read(text, criteria).budget) == TWO


def test_a_summed_table_under_no_heading_is_a_budget(criteria: CriteriaSet) -> None:
    text = "| Vad | 2026 |\n|---|---|\n| Coach | 400 000 |\n| Lokal | 100 000 |\n| Allt som allt | 500 000 |"
    assert rows(read(text, criteria).budget) == TWO


def test_a_lump_that_is_asked_for_is_the_sum_of_its_budget(criteria: CriteriaSet) -> None:
    budget = read("## Ekonomi\n\nVi söker 500 000 kr för 2026. Det ska räcka till allt.", criteria).budget
    assert budget.rows == ()
    assert [one.sek for one in budget.stated_sums] == [500_000]
