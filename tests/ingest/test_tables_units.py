"""The unit of a column whose head names none, and cells read in it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.tables.units import common_unit, is_surely_kronor, value_in


@pytest.mark.parametrize(
    ("cells", "unit"),
    [
        (["12 tkr", "15 tkr", "Summa"], "tkr"),
        (["12 tkr", "15", "-"], "tkr"),
        (["12 tkr", "15", "16"], ""),
        (["12", "15"], ""),
        (["87 %", "2024", "90 %"], "%"),
        ([], ""),
    ],
)
def test_half_of_the_figures_name_the_unit_of_all(cells: list[str], unit: str) -> None:
    assert common_unit(cells) == unit


@pytest.mark.parametrize(
    ("names", "cells", "surely"),
    [
        ("Insats Budget 2031", ["900", "1 000 000"], True),
        ("Insats Budget 2031", ["-2 000 000"], True),
        ("Insats Budget 2031", ["900", "999 999"], False),
        ("Insats Budget 2031", ["1 000 000 tkr"], False),
        ("Kommun Invånare", ["1 000 000"], False),
    ],
)
def test_money_too_large_for_thousands_is_kronor(names: str, cells: list[str], surely: bool) -> None:
    assert is_surely_kronor(names, cells) is surely


@pytest.mark.parametrize(
    ("cell", "unit", "value"),
    [
        ("900", "tkr", "900"),
        ("900 tkr", "tkr", "900"),
        ("1,2 mkr", "tkr", "1200"),
        ("900 tkr", "", "900"),
        ("87 %", "tkr", None),
        ("Fyren", "tkr", None),
    ],
)
def test_a_cell_is_read_in_the_unit_of_its_column(cell: str, unit: str, value: str | None) -> None:
    assert value_in(cell, unit) == (None if value is None else Decimal(value))
