"""What makes a table uncertain: heads or labels that are missing, rows that are torn."""

from __future__ import annotations

import pytest

from ingest.model import TableDraft
from ingest.tables.grid import NO_HEADS, NO_LABEL, GridRow, draft
from tests.ingest.tabulated import rows, tables


def test_figures_without_heads_or_labels_are_uncertain() -> None:
    (balance,) = tables(">Skulder\n>5\n>11 973\n>11 119\n\n>SUMMA SKULDER\n>\n>15 871\n>16 311\n")
    assert balance.uncertain
    assert NO_HEADS in balance.remarks
    (loose,) = tables(">3 877 254\n>\n>5 192 730\n>\n")
    assert loose.uncertain
    assert NO_LABEL in loose.remarks
    assert all(row.uncertain for row in loose.rows)


def test_torn_rows_are_uncertain_and_get_no_label() -> None:
    (table,) = tables(
        ">\n>2031\n>2030\n>\n\n>Avgift\n>10 500\n>10 400\n>\n\n>Gnistan\n\n\n\n>Spåret\n\n\n\n>0\n>\n\n"
        ">Kansli\n>237 966\n>0\n>x\n\n>Hyra\n>1 200\n>0\n>x\n"
    )
    assert NO_LABEL in table.remarks
    assert table.uncertain
    assert ("0",) in table.lines or any(line[0] == "0" for line in table.lines)
    assert all(row[0] != "0" for row in rows(table))
    assert ("Spåret", "0") not in [row[:2] for row in rows(table)]


@pytest.mark.parametrize("numbers", [("1", "2", "3"), ("1.", "2.", "3.")])
def test_a_column_that_counts_the_rows_is_no_figure_without_a_label(numbers: tuple[str, ...]) -> None:
    table = _numbered(numbers, ("Gnistan", "Spåret", "Kansliet"))
    assert not table.uncertain
    assert table.remarks == ()
    assert not any(row.uncertain for row in table.rows)


@pytest.mark.parametrize(
    ("numbers", "labels"),
    [
        (("2", "3", "4"), ("Gnistan", "Spåret", "Kansliet")),
        (("1", "3", "2"), ("Gnistan", "Spåret", "Kansliet")),
        (("1 200", "400", "90"), ("Gnistan", "Spåret", "Kansliet")),
        (("1", "2", "3"), ("300", "200", "100")),
        (("1", "2", "3"), ("Gnistan", "", "Kansliet")),
    ],
)
def test_a_first_column_of_other_figures_is_uncertain(numbers: tuple[str, ...], labels: tuple[str, ...]) -> None:
    """So are rows that are counted but say nowhere what they are about."""
    table = _numbered(numbers, labels)
    assert table.uncertain
    assert NO_LABEL in table.remarks
    assert all(row.uncertain for row in table.rows)


def _numbered(numbers: tuple[str, ...], labels: tuple[str, ...]) -> TableDraft:
    amounts = ("700 000 kr", "500 000 kr", "300 000 kr")
    cells = [("Nr", "Insats", "Budget"), *zip(numbers, labels, amounts, strict=True)]
    found = draft([GridRow(tuple((text,) if text else () for text in row)) for row in cells])
    assert found is not None
    return found
