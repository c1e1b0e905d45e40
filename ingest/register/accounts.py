"""What the rows of a budget are: income or cost, sums, balances, initiatives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ingest.model import Document, Kind, Row, Table
from ingest.register.columns import filled_rows, shows
from ingest.register.names import Names
from ingest.tables.figures import parse

_OPENING = re.compile(r"\s*(?:[.:(]|\s[–-]\s)")
"""What ends the words that a list item begins with."""


@dataclass(frozen=True, slots=True)
class Account:
    """A row with figures."""

    row: Row
    texts: list[str]
    at: int
    """Which of ``texts`` is the label."""
    label: str
    is_sum: bool
    is_income: bool
    is_balance: bool
    """A result, a capital, what is left: neither income nor cost."""
    initiative: str
    """Canonical name, or as written where the table is of initiatives; empty for what is none."""

    @property
    def is_cost(self) -> bool:
        return not (self.is_income or self.is_balance)


@dataclass(frozen=True)
class Accounts:
    """The rows with figures in the tables of a document."""

    document: Document
    names: Names

    def of(self, table: Table) -> Iterator[Account]:
        """Yield those of a table, in order.

        A row without figures heads those below it, until a sum; the first rows stand below the table's first head.
        """
        group = table.heads[0] or table.title
        is_state = shows("state", f"{table.title} {self.document.sections[table.section].heading}")
        for row, texts, at in filled_rows(self.document, table):
            if not any(parse(text) for place, text in enumerate(texts) if place != at or not texts[at]):
                group = texts[at] or group
                continue
            has_label = parse(texts[at]) is None
            label = texts[at] if has_label else ""
            is_balance = is_state or shows("balance", label)
            is_income = not is_balance and _is_income(label, group)
            may_be_one = has_label and not (row.is_sum or is_balance or is_income)
            yield Account(
                row,
                texts,
                at if has_label else -1,
                label,
                row.is_sum,
                is_income,
                is_balance,
                self._initiative(label, (group, table.title, *table.heads[:1])) if may_be_one else "",
            )
            group = "" if row.is_sum else group

    def _initiative(self, label: str, around: tuple[str, ...]) -> str:
        known = self.names.canonical(label)
        if known is not None:
            return known
        is_one = any(shows("initiatives", text) for text in around) or label.casefold() in self._openings
        return label if is_one and not shows("office", label) else ""

    @cached_property
    def _openings(self) -> frozenset[str]:
        """What the headings and list items of the document are about: their first words, in small letters."""
        blocks = [block for block in self.document.blocks if block.kind in (Kind.HEADING, Kind.ITEM)]
        texts = (self.document.text[block.start : block.end].removeprefix(block.mark) for block in blocks)
        return frozenset(_OPENING.split(text.strip(), maxsplit=1)[0].strip().casefold() for text in texts)


def _is_income(label: str, group: str) -> bool:
    if shows("cost", label):
        return False
    return shows("income", label) or (shows("income group", group) and not shows("cost", group))
