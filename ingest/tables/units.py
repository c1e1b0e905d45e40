"""In which unit the figures of a column are, when its head does not say so, and cells read in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from ingest.tables.figures import Figure, kronor, parse

_MONEY = re.compile(
    r"kostnad|budget|utfall|belopp|medel|avgift|intäkt|bidrag|bokslut|anslag|kapital|skuld|hyra|lön|arvode",
    re.IGNORECASE,
)
NOTE = "Not"
"""The head of a column that points at the notes to a statement of accounts."""

LAST_NOTE, LEAST_AMOUNT = 40, 1_000
"""The greatest number that a note has, and the least amount beside it."""

_SURELY_KRONOR = 1_000_000
"""An amount that no association has in thousands of kronor."""


def common_unit(cells: Iterable[str]) -> str:
    """The unit that at least half of the figures in a column name; "" for none."""
    figures = [figure for cell in cells if (figure := parse(cell))]
    common = Counter(figure.unit for figure in figures if figure.unit).most_common(1)
    return common[0][0] if common and common[0][1] * 2 >= len(figures) else ""


def is_surely_kronor(names: str, cells: Iterable[str]) -> bool:
    """True when title, heads or labels speak of money and a figure without a unit is too large for thousands."""
    if not _MONEY.search(names):
        return False
    values = [figure.value for cell in cells if (figure := parse(cell)) and not figure.unit]
    return any(abs(value) >= _SURELY_KRONOR for value in values)


def numbers_notes(rows: Sequence[Sequence[str]], column: int) -> bool:
    """True for a column whose few figures number the notes to a statement of accounts: 1 to :data:`LAST_NOTE`, and an
    amount beside each."""
    found = [[parse(cell) for cell in row] for row in rows]
    numbered = [(figures[column], figures) for figures in found if figures[column]]
    return bool(numbered) and all(
        number is not None
        and not number.unit
        and number.value in range(1, LAST_NOTE + 1)
        and any(other and abs(other.value) >= LEAST_AMOUNT for other in others)
        for number, others in numbered
    )


def value_in(cell: str, unit: str) -> Decimal | None:
    """A cell's value in its column's unit; None when it holds no figure, or one in a unit of another kind."""
    figure = parse(cell)
    if figure is None or figure.unit in {"", unit}:
        return figure.value if figure else None
    money = kronor(figure)
    one = kronor(Figure(Decimal(1), unit))
    return money / one if money is not None and one else figure.value if not unit else None
