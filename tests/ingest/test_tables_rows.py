"""Tables whose rows are lines of a PDF's text: labels, then figures with single spaces."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from ingest.model import Line
from ingest.tables import find_tables
from ingest.tables.splits import choose, column_count, figure_words
from tests.ingest.tabulated import lines, rows, tables


def test_label_category_and_amount_under_one_head_line() -> None:
    (table,) = tables(
        """
Projekt i budget 2031 I/S Kostnad
Gnistan I 4 250 000 kr
Nya vägar in I 1 310 500 kr
Samsyn S 725 000 kr
Total kostnad för alla
projekt

6 285 500 kr
"""
    )
    assert (table.title, table.heads, table.units) == ("Projekt i budget 2031", ("", "I/S", "Kostnad"), ("", "", "kr"))
    assert rows(table) == [
        ("Gnistan", "I", "4 250 000 kr"),
        ("Nya vägar in", "I", "1 310 500 kr"),
        ("Samsyn", "S", "725 000 kr"),
        ("Total kostnad för alla projekt", "", "6 285 500 kr"),
    ]
    assert [row.is_sum for row in table.rows] == [False, False, False, True]
    assert table.remarks == ()
    assert not table.uncertain
    assert not any(row.uncertain for row in table.rows)


YEARS = """
Planen för kommande år framgår nedan.
2031 2032 2033
Intäkter tkr tkr tkr
Staten 2 250 2 250 2 300
Kommunen 1 125,5 1 125,5 1 150
Regionen 1 125,5 1 125,5 1 150
ESF 3 386 600 100
Summa intäkter 7 887 5 101 4 700

Kostnader
Gnistan 1 150 900 0
Samordnad
arbetsträning
57 0 0
Kansli 2 300 1 700 1 700
Räntor och
avgifter
1
Summa kostnader 3 508 2 600 1 700
"""


def test_heads_units_subheads_wrapped_labels_and_blank_cells() -> None:
    (table,) = tables(YEARS)
    assert table.heads == ("Intäkter", "2031", "2032", "2033")
    assert table.units == ("", "tkr", "tkr", "tkr")
    assert rows(table) == [
        ("Staten", "2 250", "2 250", "2 300"),
        ("Kommunen", "1 125,5", "1 125,5", "1 150"),
        ("Regionen", "1 125,5", "1 125,5", "1 150"),
        ("ESF", "3 386", "600", "100"),
        ("Summa intäkter", "7 887", "5 101", "4 700"),
        ("Kostnader", "", "", ""),
        ("Gnistan", "1 150", "900", "0"),
        ("Samordnad arbetsträning", "57", "0", "0"),
        ("Kansli", "2 300", "1 700", "1 700"),
        ("Räntor och avgifter", "1", "", ""),
        ("Summa kostnader", "3 508", "2 600", "1 700"),
    ]
    assert table.remarks == ()
    assert not any(row.uncertain for row in table.rows)


def test_the_line_above_stays_text() -> None:
    first, *_ = find_tables(lines(YEARS))
    assert first == Line("Planen för kommande år framgår nedan.")


def test_a_wrong_sum_is_remarked() -> None:
    (table,) = tables(YEARS.replace("Summa intäkter 7 887 5 101", "Summa intäkter 7 887 5 301"))
    assert table.remarks == ("Raderna i kolumnen 2032 ger 5 101 tkr för ”Summa intäkter”, dokumentet anger 5 301 tkr.",)


def test_sums_decide_between_splits() -> None:
    (table,) = tables("Insats Budget Utfall\nA-laget 1 200 300\nB-laget 4 100 200\nSumma 5 300 500\n")
    assert rows(table) == [("A-laget", "1 200", "300"), ("B-laget", "4 100", "200"), ("Summa", "5 300", "500")]
    assert not any(row.uncertain for row in table.rows)


def test_a_split_that_nothing_decides_is_uncertain() -> None:
    (table,) = tables("2031 2032 2033\nGnistan 150 140 160 170\nSpåret 300 280 290\nStegen 410 150 90\n")
    assert [row.uncertain for row in table.rows] == [True, False, False]
    assert rows(table)[0][0] == "Gnistan"


def test_two_named_columns_and_a_period() -> None:
    (table,) = tables(
        """
Insats Tidplan Budget 2031 Utfall 2031
Gnistan 300101–321231 1 250 000 kr 980 500 kr
Arena 2.0 310101–311231 400 000 kr 400 000 kr
Totalt 1 650 000 kr 1 380 500 kr
"""
    )
    assert table.heads == ("Insats", "Tidplan", "Budget 2031", "Utfall 2031")
    assert rows(table)[1] == ("Arena 2.0", "310101–311231", "400 000 kr", "400 000 kr")
    assert rows(table)[2] == ("Totalt", "", "1 650 000 kr", "1 380 500 kr")


@pytest.mark.parametrize(
    ("word", "unit"),
    [("kr", "kr"), ("SEK", "kr"), ("kronor", "kr"), ("tkr", "tkr"), ("TSEK", "tkr"), ("mnkr", "mkr"), ("MSEK", "mkr")],
)
def test_a_unit_is_known_below_the_heads_and_behind_the_figures(word: str, unit: str) -> None:
    below = f"Insats Budget Utfall\n{word} {word}\nBron 1 200 1 150\nSteget 2 400 2 600\nSumma 3 600 3 750"
    (table,) = tables(below)
    assert (table.heads, table.units) == (("Insats", "Budget", "Utfall"), ("", unit, unit))
    assert not table.uncertain
    (table,) = tables(f"Insats Belopp\nBron 1 200 {word}\nSteget 2 400 {word}\nSumma 3 600 {word}")
    assert (table.heads, table.units) == (("Insats", "Belopp"), ("", unit))
    assert rows(table)[0] == ("Bron", f"1 200 {word}")


def test_heads_without_one_for_the_labels() -> None:
    (table,) = tables("Budget 2031 Utfall 2031\nGnistan 400 000 350 000\nSpåret 250 000 260 000\n")
    assert table.heads == ("", "Budget 2031", "Utfall 2031")
    assert rows(table)[0] == ("Gnistan", "400 000", "350 000")


def test_a_number_that_ends_a_label_stays_with_it() -> None:
    (table,) = tables("Insats Budget Utfall\nArena 2.0 400 000 kr 390 000 kr\nGnistan 50 000 kr 45 000 kr\n")
    assert rows(table) == [("Arena 2.0", "400 000 kr", "390 000 kr"), ("Gnistan", "50 000 kr", "45 000 kr")]


def test_a_dash_is_a_blank_cell_of_its_own() -> None:
    (table,) = tables("2031 2032 2033\nGnistan 150 – 200\nSpåret 250 100 –\nSumma 400 100 200\n")
    assert rows(table)[:2] == [("Gnistan", "150", "–", "200"), ("Spåret", "250", "100", "–")]
    assert table.remarks == ()


def test_shares_and_counts() -> None:
    (table,) = tables("Ersättning Kvinnor Män\nSjukpenning 61 % 39 %\nStudiestöd 55 % 45 %\nIngen 48 % 52 %\n")
    assert table.units == ("", "%", "%")
    assert len(table.rows) == 3


def test_a_list_with_a_sum_needs_no_heads() -> None:
    (table,) = tables("Staten 7 000 000\nKommunen 3 500 000\nRegionen 3 500 000\nSumma 14 000 000\n")
    assert len(table.rows) == 4
    assert table.rows[3].is_sum
    assert table.heads == ("", "")


def test_figure_words_end_a_line() -> None:
    assert figure_words("IPS Unga I 3 737 000 kr") == ("IPS Unga I", ["3", "737", "000", "kr"])
    assert figure_words("Kostnad i kr") == ("Kostnad i kr", [])
    assert figure_words("12 500") == ("", ["12", "500"])


def test_the_number_of_columns_is_what_nearly_all_rows_allow() -> None:
    runs = [["1", "674", "2", "000", "210"], ["57", "0", "0"], ["6", "386", "600", "100"]]
    assert column_count(runs) == 3
    assert column_count([["300", "000", "kr"], ["15", "111", "000", "kr"]]) == 1


@pytest.mark.parametrize("seed", range(40))
def test_budgets_written_with_single_spaces_come_back(seed: int) -> None:
    """Random budgets over some years, their sums included, are split as they were written or marked uncertain."""
    draw = random.Random(seed)
    count, width = draw.randint(3, 9), draw.randint(2, 4)
    scale = [10 ** draw.choice([2, 3, 4]) for _ in range(count)]
    values = [[draw.randint(0, scale[r]) for _ in range(width)] for r in range(count)]
    values.append([sum(column) for column in zip(*values, strict=True)])
    labels = [f"Insats {chr(65 + r)}" for r in range(count)] + ["Summa"]
    runs = [[word for value in row for word in f"{value:,}".replace(",", " ").split()] for row in values]
    cells, doubts = choose(labels, runs, width)
    expected: list[Sequence[str]] = [tuple(f"{value:,}".replace(",", " ") for value in row) for row in values]
    wrong = [r for r in range(len(runs)) if cells[r] != expected[r] and not doubts[r]]
    assert wrong == []
