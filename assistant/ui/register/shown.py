"""What a visitor has chosen to see of the register."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.register.entries import Kind
from assistant.register.selection import Column, Order, Wanted

PAGE = 100
"""Rows shown at first, and with each further press."""
DECISIONS = Wanted(kinds=frozenset({Kind.DECISION}))
LATEST_FIRST = Order()
EVERY = "alla"
"""The choice of no kind in particular."""


class View(StrEnum):
    """The ways in which the register is shown."""

    TABLE = "table"
    TIMELINE = "timeline"
    PLOTS = "plots"


@dataclass(frozen=True, slots=True)
class Shown:
    """The choices of the filters, and what has been pressed since."""

    wanted: Wanted = DECISIONS
    view: View = View.TABLE
    order: Order = LATEST_FIRST
    rows: int = PAGE
    initiative: str = ""
    """The initiative whose sheet is open."""

    def chosen(
        self,
        text: str,
        view: str,
        kind: str,
        associations: Iterable[str],
        years: Iterable[int],
        names: Iterable[str],
        since: str = "",
        until: str = "",
    ) -> Shown:
        """Return what the filters choose; the order stays, an open sheet is closed.

        Raises:
            ValueError: there is no such view or kind.
        """
        wanted = Wanted(
            kinds=frozenset() if kind == EVERY else frozenset({Kind(kind)}),
            associations=frozenset(associations),
            initiatives=frozenset(names),
            years=frozenset(int(year) for year in years),
            since=since.strip(),
            until=until.strip(),
            text=text,
        )
        return replace(self, wanted=wanted, view=View(view), rows=PAGE, initiative="")

    def sorted_by(self, column: Column) -> Shown:
        """Return the rows sorted by a column, turned round when they are so already."""
        same = column is self.order.column
        descending = not self.order.descending if same else column in (Column.DATE, Column.VALUE)
        return replace(self, order=Order(column, descending), rows=PAGE)
