"""What is drawn: each amount once, units and parts of years apart, contradictions beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest

from assistant.register.entries import Entry
from assistant.register.series import Figure, Plot, figures
from assistant.register.statements import numbers
from ingest.register.model import Measure, Money, Record
from tests.assistant.register.records import money, place, register, result

OUTCOME, FORECAST = Measure.OUTCOME, Measure.FORECAST


def drawn(plot: Plot, *records: Record, association: str = "malmo") -> Figure:
    made = figures(register(records).entries) if records else figures(register().entries)
    (found,) = [one for one in made if (one.plot, one.association) == (plot, association)]
    return found


def values(figure: Figure) -> dict[str, list[tuple[int, str, str, float]]]:
    return {
        one.name: [(point.year, str(point.measure), point.period, point.value) for point in one.points]
        for one in figure.series
    }


def entries(*records: Record) -> Sequence[Entry]:
    return register(records).entries


def rounded(written: str, sek: int, document: str = "accounts") -> Money:
    return money(sek, document=document, written=written, unit="mkr", table="")


def test_a_rounded_amount_agrees_with_the_exact_one_which_is_told_with_both_places() -> None:
    (one,) = numbers(entries(rounded("28,3", 28_300_000), money(28_348_000)))
    assert (one.value, one.text) == (28_348_000, "28\u00a0348\u00a0000\u00a0kr")
    assert [entry.source.id for entry in one.entries] == ["plan-2031", "accounts"]


@pytest.mark.parametrize("exact", [28_249_999, 28_350_001, 28_400_000])
def test_an_amount_that_rounds_to_another_is_another(exact: int) -> None:
    assert len(numbers(entries(rounded("28,3", 28_300_000), money(exact)))) == 2


def test_two_exact_amounts_never_agree_by_nearness() -> None:
    assert [one.value for one in numbers(entries(money(1_000_001), money(1_000_000, document="accounts")))] == [
        1_000_001,
        1_000_000,
    ]


def test_the_weightiest_document_comes_first_and_of_equals_the_latest() -> None:
    found = numbers(
        entries(money(3, document="accounts"), money(2, document="plan-2030"), money(1, document="plan-2031"))
    )
    assert [one.value for one in found] == [1, 2, 3]


def test_rows_of_one_table_are_added_up_unless_it_has_their_sum() -> None:
    parts = [money(100, label="Lön"), money(50, label="Lokal")]
    (one,) = numbers(entries(*parts))
    assert (one.value, one.is_added, len(one.entries)) == (150, True, 2)
    (one,) = numbers(entries(*parts, money(150, label="Summa", is_sum=True)))
    assert (one.value, one.is_added, len(one.entries)) == (150, False, 1)


def test_budgets_stand_by_initiative_and_year_the_largest_first() -> None:
    assert values(drawn(Plot.BUDGETS)) == {
        "Ljuset": [(2030, "budget", "", 1_250_000), (2031, "budget", "", 1_300_000)],
        "Vågen": [(2031, "budget", "", 900_000)],
    }


def test_amounts_that_do_not_agree_are_both_in_the_point() -> None:
    point = drawn(Plot.BUDGETS).series[0].points[0]
    assert [one.value for one in point.statements] == [1_250_000, 1_200_000]
    assert [one.entry.source.id for one in point.statements] == ["plan-2031", "accounts"]


def test_the_exact_amount_opens_even_where_a_weightier_document_rounds_it() -> None:
    (one,) = numbers(entries(rounded("28,3", 28_300_000, "plan-2031"), money(28_348_000, document="accounts")))
    assert (one.value, one.entry.source.id) == (28_348_000, "accounts")


def test_three_tellings_of_one_amount_agree_in_any_order() -> None:
    tellings = [
        money(18_898_666, document="accounts"),
        money(18_899_000, written="18 899", unit="tkr", table="Driftsredovisning"),
        money(18_899_000, written="18 899", unit="tkr", table="Fem år", document="plan-2030"),
    ]
    for order in permutations(tellings):
        (one,) = numbers(entries(*order))
        assert one.value == 18_898_666


def test_rounded_parts_agree_with_the_sum_that_they_miss_by_a_krona() -> None:
    parts = [money(sek, label=label) for sek, label in ((4_724_667, "Staten"), (4_724_667, "Region"), (9, "Annat"))]
    (one,) = numbers(entries(*parts, money(9_449_342, document="accounts", label="Summa", is_sum=True)))
    assert one.value == 9_449_342


def test_what_a_table_adds_up_to_is_the_income_and_not_what_is_said_of_a_part() -> None:
    whole = money(12_930_000, initiative="", label="Summa intäkter", is_income=True, is_sum=True)
    part = money(3_700_000, initiative="", label="preliminärt tilldelats", is_income=True, table="")
    assert [one.value for one in drawn(Plot.INCOME, part, whole).points[0].statements] == [12_930_000]
    assert drawn(Plot.INCOME, part).points[0].value == 3_700_000


def test_another_amount_of_a_sentence_on_what_is_left_is_not_left() -> None:
    text = "Ramen är 39 800 000 kr, och 12 100 000 kr finns kvar att fördela."
    amounts = [
        money(sek, 2031, initiative="", label="Budget", place=place("plan-2031", text), table="")
        for sek in (39_800_000, 12_100_000)
    ]
    assert values(drawn(Plot.LEFT, *amounts)) == {"": [(2031, "budget", "", 12_100_000)]}


def test_an_amount_told_in_two_documents_is_drawn_once_with_both_places() -> None:
    (series,) = drawn(Plot.BUDGETS, money(500), money(500, document="accounts")).series
    (point,) = series.points
    (statement,) = point.statements
    assert [entry.source.id for entry in statement.entries] == ["plan-2031", "accounts"]


def test_a_part_of_the_year_stands_apart_from_the_whole() -> None:
    part = money(400, measure=OUTCOME, period="2030-01–2030-08")
    figure = drawn(Plot.SPENT, money(1000), part, money(900, measure=OUTCOME), money(950, measure=FORECAST))
    assert values(figure)["Ljuset"] == [
        (2030, "budget", "", 1000),
        (2030, "prognos", "", 950),
        (2030, "utfall", "", 900),
        (2030, "utfall", "2030-01–2030-08", 400),
    ]


def test_a_budget_alone_is_not_compared() -> None:
    assert [one.plot for one in figures(entries(money(1000)))] == [Plot.BUDGETS]


def test_participants_are_compared_and_other_numbers_are_not() -> None:
    records = (
        result(40, Measure.GOAL),
        result(52),
        result(30, what="till arbete"),
        result(60, unit="%"),
        result(9, initiative="", label="Utan namn"),
    )
    assert values(drawn(Plot.REACHED, *records)) == {"Ljuset": [(2030, "mål", "", 40), (2030, "utfall", "", 52)]}
    assert drawn(Plot.REACHED, *records).unit == "st"


def test_what_is_left_is_told_by_the_words_of_the_row_or_sentence() -> None:
    sentence = money(
        1_600_000,
        2032,
        initiative="",
        label="1,6 Mkr",
        place=place("plan-2031", "1,6 Mkr finns kvar att fördela 2032."),
    )
    other = money(7, 2031, initiative="", label="Revision")
    figure = drawn(Plot.LEFT, money(2_000_000, 2031, initiative="", label="Kvar att fördela"), sentence, other)
    assert values(figure) == {"": [(2031, "budget", "", 2_000_000), (2032, "budget", "", 1_600_000)]}


def test_income_over_the_years_counts_a_rounded_amount_once() -> None:
    assert values(drawn(Plot.INCOME)) == {"": [(2030, "budget", "", 28_348_000)]}


def test_associations_are_never_in_one_figure() -> None:
    other = money(7, association="ekstad", place=place("ekstad", "Ljuset 7"))
    made = figures(entries(money(5), other))
    assert [(one.association, one.points[0].value) for one in made] == [("ekstad", 7), ("malmo", 5)]


def test_what_is_of_no_known_year_is_not_drawn() -> None:
    assert figures(entries(money(5, None))) == []
    assert values(drawn(Plot.BUDGETS, money(5, None, period="2030-01–2030-08")))["Ljuset"][0][0] == 2030
