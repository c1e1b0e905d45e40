"""Sums and differences are reckoned from quoted cells, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.arithmetic import Reckoning, add_up, amount, difference, spaced
from assistant.answering.claims import Claim, claim_of_fact
from assistant.answering.facts import facts_of
from ingest.tables.figures import Figure, parse
from tests.assistant.drafted import document, heading, part, table, terms

SUM = "Vad kostar Fyren totalt?"
DIFFERENCE = "Vad är skillnaden för Fyren mellan 2030 och 2031?"


def claims(
    *rows: Sequence[str], heads: Sequence[str] = ("Insats", "Budget 2031"), unit: str = "kr", sums: Sequence[int] = ()
) -> list[Claim]:
    """The cells of a table, each as a claim."""
    block = table(heads, *rows, units=["", *[unit] * (len(heads) - 1)], title="Insatser", sums=sums)
    read = document(heading("Plan"), block)
    return [claim_of_fact(fact, terms(SUM)) for fact in facts_of(read, read.tables[0])]


def reckoned(found: Reckoning | None) -> str:
    return found.text if found else ""


def test_rows_are_added_up() -> None:
    """With every term in the text, in the table's order, and a sum row left out."""
    found = claims(("Fyren ett", "1 000"), ("Fyren två", "2 500"), ("Summa", "3 500"), sums=[2])
    reckoning = add_up(part(SUM), found[1], found)
    assert reckoned(reckoning) == "Fyren ett, Fyren två: 1 000 + 2 500 = 3 500 kr"
    assert reckoning is not None
    assert [fact.value for fact in reckoning.facts] == ["1 000", "2 500"]


@pytest.mark.parametrize(
    ("question", "found", "best"),
    [
        ("Vad kostar Fyren?", claims(("Fyren ett", "1 000"), ("Fyren två", "2 500")), 0),
        (SUM, claims(("Fyren", "1 000")), 0),
        (SUM, claims(("Fyren ett", "1 000"), ("Fyren två", "okänt")), 0),
        (SUM, claims(("Fyren ett", "1 000 kr"), ("Fyren två", "12 %")), 0),
        (SUM, claims(("Fyren ett", "1 000"), ("Summa", "1 000"), sums=[1]), 1),
    ],
    ids=["none is asked for", "one row", "one amount", "two units", "the sum is there"],
)
def test_no_sum_is_due(question: str, found: list[Claim], best: int) -> None:
    assert add_up(part(question), found[best], found) is None


def test_columns_are_not_added_to_each_other() -> None:
    found = claims(("Fyren ett", "1", "5"), ("Fyren två", "2", "7"), heads=("Insats", "Budget 2030", "Budget 2031"))
    assert reckoned(add_up(part(SUM), found[0], found)) == "Fyren ett, Fyren två: 1 + 2 = 3 kr"


@pytest.mark.parametrize(
    ("subject", "first", "second", "expected"),
    [
        ("Fyren", "1 000", "1 250", "Skillnaden är 250 kr"),
        ("Fyren", "1 250", "1 000", "Skillnaden är 250 kr"),
        ("Fyren", "-1 000", "1 250", "Skillnaden är 250 kr"),
        ("Resultat", "-1 000", "1 250", "Skillnaden är 2 250 kr"),
        ("Eget kapital", "-1 000", "-250", "Skillnaden är 750 kr"),
        ("Fyren", "1 000", "okänt", ""),
        ("Fyren", "1 000 kr", "12 %", ""),
    ],
)
def test_the_difference_between_two_years(subject: str, first: str, second: str, expected: str) -> None:
    """A minus counts where an amount may be below nought, and not where it marks a cost."""
    found = claims((subject, first, second), heads=("Insats", "Budget 2030", "Budget 2031"))
    assert reckoned(difference(part(DIFFERENCE), found)) == expected


def test_no_difference_is_due() -> None:
    """Not when none is asked for, within one year, or between more than two amounts."""
    two = claims(("Fyren", "1", "2"), heads=("Insats", "Budget 2030", "Budget 2031"))
    three = claims(("Fyren", "1", "2", "3"), heads=("Insats", "Budget 2029", "Budget 2030", "Budget 2031"))
    one_year = claims(("Fyren", "1"), ("Kompassen", "2"))
    assert difference(part("Vad fick Fyren 2030 och 2031?"), two) is None
    assert difference(part(DIFFERENCE), three) is None
    assert difference(part(DIFFERENCE), one_year) is None
    assert difference(part(DIFFERENCE), []) is None


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("12", "kr", Figure(Decimal(12), "kr")),
        ("12 tkr", "kr", Figure(Decimal(12), "tkr")),
        ("12", "", Figure(Decimal(12), "")),
        ("okänt", "kr", None),
    ],
)
def test_the_figure_of_a_cell(value: str, unit: str, expected: Figure | None) -> None:
    """In its own unit, else its column's."""
    (claim,) = claims(("Fyren", value), unit=unit)
    assert claim.fact is not None
    assert amount(claim.fact) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("0", "0"), ("1234567", "1 234 567"), ("1842.50", "1 842,5"), ("-1294", "-1 294"), ("3.00", "3")],
)
def test_how_a_figure_is_written(value: str, expected: str) -> None:
    assert spaced(Decimal(value)) == expected


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_a_written_figure_reads_back(value: Decimal) -> None:
    read = parse(spaced(value))
    assert read is not None
    assert read.value == value
