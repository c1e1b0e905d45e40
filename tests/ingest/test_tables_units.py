"""The unit of a column whose head names none, and cells read in it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.tables.units import (
    LAST_NOTE,
    LEAST_AMOUNT,
    NOTE,
    common_unit,
    is_surely_kronor,
    numbers_notes,
    value_in,
)
from tests.ingest.tabulated import tables


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


@pytest.mark.parametrize(
    ("rows", "notes"),
    [
        ([["Intäkter", "1", "8 400 000"], ["Kostnader", "2", "-7 900 000"], ["Resultat", "", "500 000"]], True),
        ([["Intäkter", str(LAST_NOTE), str(LEAST_AMOUNT)]], True),
        ([["Intäkter", str(LAST_NOTE + 1), "8 400 000"]], False),
        ([["Intäkter", "1", str(LEAST_AMOUNT - 1)]], False),
        ([["Intäkter", "1", "8 400"], ["Kostnader", "2", ""]], False),
        ([["Intäkter", "1 tkr", "8 400"]], False),
        ([["Intäkter", "0", "8 400"]], False),
        ([["Intäkter", "1,5", "8 400"]], False),
        ([["Intäkter", "7 600", "8 400"]], False),
        ([["Intäkter", "", "8 400"]], False),
        ([], False),
    ],
    ids=[
        *("notes", "the bounds", "too great", "too small an amount", "no amount beside one", "a unit", "nought"),
        *("a fraction", "amounts", "no figure", "no rows"),
    ],
)
def test_figures_that_number_the_notes(rows: list[list[str]], notes: bool) -> None:
    """Small whole numbers, each beside an amount."""
    assert numbers_notes(rows, 1) is notes


@pytest.mark.parametrize(
    ("text", "heads", "units"),
    [
        (
            "Resultaträkning>>2031 (kr)>2030 (kr)\nIntäkter>1>8 400 000>8 000 000\nResultat>>500 000>500 000",
            ("Resultaträkning", NOTE, "2031 (kr)", "2030 (kr)"),
            ("", "", "kr", "kr"),
        ),
        (
            "Resultaträkning (tkr)>>2031>2030\nIntäkter>9 400>8 400>8 000\nKostnader>10 000>-7 900>-7 500",
            ("Resultaträkning (tkr)", "", "2031", "2030"),
            ("", "tkr", "tkr", "tkr"),
        ),
        (
            "Resultaträkning (tkr)>Antal>2031>2030\nIntäkter>1>8 400>8 000\nKostnader>2>-7 900>-7 500",
            ("Resultaträkning (tkr)", "Antal", "2031", "2030"),
            ("", "st", "tkr", "tkr"),
        ),
    ],
    ids=["notes", "amounts", "a column with a head"],
)
def test_the_notes_to_accounts_are_no_amounts(text: str, heads: tuple[str, ...], units: tuple[str, ...]) -> None:
    """The column without a head is named, and its figures have no unit."""
    (table,) = tables(text)
    assert (table.heads, table.units) == (heads, units)
