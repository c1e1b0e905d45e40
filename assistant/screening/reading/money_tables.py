"""The tables of a budget: which they are, which columns count and for which year, and what each row is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.screening.draft import Span, Topic
from assistant.screening.reading import amounts, kinds
from assistant.screening.reading.amounts import Money
from assistant.screening.reading.kinds import MoneyLine, Role
from assistant.screening.reading.outlining import Outline
from ingest.model import Document, Row, Table
from ingest.money import IN_KRONOR

_MONEY_TOPICS = frozenset({Topic.BUDGET, Topic.COFINANCING})
_MONEY_HEAD = re.compile(
    r"\b(?:belopp|kostnad\w*|kronor|kr|tkr|mkr|sek|budget|summa|pris|amount|cost|costs)\b", re.IGNORECASE
)
_PRICE = re.compile(
    r"\b(?:[àa]-?\s?pris|pris|per|timkostnad|styck\w*|månadslön|månadskostnad|lön/mån|kr/\w+|tkr/\w+|unit|rate)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\b(?:antal|andel|procent|omfattning|tjänstegrad|månader|mån|timmar|tim|st|not|nr|konto|sysselsättningsgrad"
    r"|number|qty"
    r"|quantity|months|hours|share)\b|%",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\b(?:hela (?:perioden|projektet)|totalt|total|summa|sammanlagt|samtliga år)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:utfall|förra|föregående|tidigare|beviljat|hittills)\b", re.IGNORECASE)
_FINANCING = re.compile(r"finansier\w*|intäkt\w*|\bfunding\b|\bincome\b|\bvem betalar\b", re.IGNORECASE)
_ASSOCIATION = re.compile(r"\b(?:finsam|samordningsförbundet|förbundet|söks?|sökt)\b", re.IGNORECASE)
_BIG = re.compile(r"\d{1,3}(?:[ .,]\d{3})+|\d{4,}")
_SMALLEST = 10_000
"""Kronor: a budget whose every figure is smaller is in thousands."""


class TableReader:
    """The budget tables of a draft, read when it is made."""

    def __init__(self, document: Document, outline: Outline, parties: re.Pattern[str]) -> None:
        self.text = document.text
        self.document = document
        self.outline = outline
        self.parties = parties
        self.lines: list[MoneyLine] = []
        self.unclear: list[Span] = []
        self.taken: list[int] = []
        """The numbers of the tables that were read."""
        for index, table in enumerate(document.tables):
            if self._is_budget(index, table):
                self._read(index, table)
                self._scale(index, table)

    def _is_budget(self, index: int, table: Table) -> bool:
        """True for a table with a column of money, or below a heading of a budget; no form."""
        topics = self.outline.table_topics[index]
        if self.outline.forms[index]:
            return False
        if not table.sheet and any(unit in IN_KRONOR for unit in table.units):
            return True
        if topics == (Topic.OTHER,) and self._is_summed(table):
            return True
        named = any(_MONEY_HEAD.search(head) for head in (*table.heads, table.title))
        return bool(_MONEY_TOPICS & set(topics)) or (named and not table.sheet)

    def _is_summed(self, table: Table) -> bool:
        """True for a table with columns of money whose last row is their sum."""
        columns = self._columns(table)
        last = table.rows[-1] if table.rows and len(table.rows) > 2 else None
        if last is None or not columns:
            return False
        return last.is_sum or kinds.role(self._row_label(last, columns)) is Role.SUM

    def _read(self, index: int, table: Table) -> None:
        """Read the rows of a budget table, each column of money by itself."""
        columns = self._columns(table)
        if not columns:
            return
        self.taken.append(index)
        is_financing = _is_financing(self.outline.table_topics[index], table.title)
        years = amounts.years(self._above(table))
        covered: list[tuple[int, int]] = []
        for row in table.rows:
            covered.append((row.start, row.end))
            found = [(c, money) for c, money in ((c, self._cell(table, row, c)) for c in columns) if money is not None]
            if not found:
                self._doubt(row.start, row.end)
                continue
            label = self._row_label(row, columns)
            for column, money in found:
                self._add_cell(index, table, row, label, column, money, columns[column], years, is_financing)
        for begin, end in _lines(self.text, table.start, table.end):
            if not any(a < end and begin < b for a, b in covered):
                self._doubt(begin, end)

    def _scale(self, index: int, table: Table) -> None:
        """Take small figures without any unit for thousands when the amount on the form says so, else for unclear."""
        own = [line for line in self.lines if line.source == index]
        if not own or not all(line.bare for line in own) or max(line.amount.sek for line in own) >= _SMALLEST:
            return
        self.lines = [line for line in self.lines if line.source != index]
        asked = {
            money.amount.sek
            for one in self.outline.statements
            if one.topic is Topic.AMOUNT
            for money in amounts.find(self.text, one.start, one.end, "kr")
        }
        if any(line.amount.sek * 1000 in asked for line in own):
            self.lines += [replace(line, amount=replace(line.amount, sek=line.amount.sek * 1000)) for line in own]
        else:
            self.unclear.append(Span(table.start, table.end))

    def _columns(self, table: Table) -> dict[int, int | None]:
        """Return the columns that are counted, with the year that each is for."""
        heads = self._heads(table)
        money = [c for c in range(len(heads)) if self._is_money(table, c, heads[c])]
        money = [c for c in money if not _PAST.search(heads[c])] or money
        dated = {c: amounts.years(heads[c]) for c in money}
        of_years = {c: found[0] for c, found in dated.items() if len(found) == 1}
        if len(of_years) > 1 or (of_years and not _WHOLE.search(heads[next(iter(of_years))])):
            return dict(of_years)
        for wanted in (_ASSOCIATION, _WHOLE):
            named = [c for c in money if wanted.search(heads[c])]
            if named and len(money) > 1:
                others = [c for c in money if self._is_of_others(heads[c])] if wanted is _ASSOCIATION else []
                return dict.fromkeys([named[-1], *others])
        plain = [c for c in money if not _PRICE.search(heads[c])] or money[-1:]
        if len(plain) > 1 and len(plain) < len(money):
            plain = plain[-1:]
        return dict.fromkeys(plain)

    def _heads(self, table: Table) -> tuple[str, ...]:
        """The heads of the columns; without any, the years that stand on the line above the table."""
        named = self.text[: table.start].rstrip().rpartition("\n")[2].split()
        if any(table.heads) or len(named) != len(table.heads) - 1 or not all(map(amounts.years, named)):
            return table.heads
        return ("", *named)

    def _is_money(self, table: Table, column: int, head: str) -> bool:
        if column == 0 and len(table.heads) > 1 and table.units[column] not in IN_KRONOR:
            return False
        if table.units[column] in IN_KRONOR:
            return True
        if table.units[column] in ("%", "st") or (_COUNT.search(head) and not _MONEY_HEAD.search(head)):
            return False
        cells = [self.text[row.cells[column].start : row.cells[column].end].strip(" -–—.") for row in table.rows]
        filled = [cell for cell in cells if cell]
        read = [cell for cell in filled if amounts.find(cell, unit="kr")]
        named = (
            _MONEY_HEAD.search(head)
            or amounts.years(head)
            or any(not one.bare for cell in read for one in amounts.find(cell))
        )
        return len(read) * 2 > len(filled) and bool(named or any(_BIG.search(cell) for cell in read))

    def _is_of_others(self, head: str) -> bool:
        return bool(kinds.OTHERS.search(head) or self.parties.search(head))

    def _cell(self, table: Table, row: Row, column: int) -> Money | None:
        """Return the amount of a cell: the last when it calculates, None for none."""
        cell = row.cells[column]
        unit = table.units[column] if table.units[column] in IN_KRONOR else "kr"
        found = [one for one in amounts.find(self.text, cell.start, cell.end, unit) if not one.per]
        if not found:
            return None
        return replace(found[-1], bare=found[-1].bare and table.units[column] not in IN_KRONOR)

    def _row_label(self, row: Row, columns: dict[int, int | None]) -> str:
        words = [self.text[cell.start : cell.end] for c, cell in enumerate(row.cells) if c not in columns]
        return next((word for word in words if any(map(str.isalpha, word))), " ".join(words)).strip()

    def _add_cell(
        self,
        index: int,
        table: Table,
        row: Row,
        label: str,
        column: int,
        money: Money,
        year: int | None,
        years: tuple[int, ...],
        is_financing: bool,
    ) -> None:
        if year is None:
            year = years[0] if len(years) == 1 else None
        what = kinds.role(label)
        if what in (Role.PROSE, Role.FOREIGN):
            what = Role.ROW
        if is_financing and what is Role.ROW and self.parties.search(label):
            what = Role.OTHERS
        if row.is_sum and what is Role.ROW:
            what = Role.SUM
        if self._is_of_others(table.heads[column]) or money.is_minus:
            what = Role.OTHERS if what not in (Role.SUM, Role.PART_SUM) else Role.WITHIN
        amount = replace(money.amount, year=year)
        self.lines.append(MoneyLine(kinds.tidy(label), what, amount, index, money.bare, row.start, row.end))

    def _above(self, table: Table) -> str:
        """The words that say which year a table is for: its title and the headings above it."""
        section = self.document.sections[table.section]
        return f"{table.title} {section.heading}"

    def _doubt(self, start: int, end: int) -> None:
        if any(not re.fullmatch(r"20\d\d", found) for found in _BIG.findall(self.text[start:end])):
            self.unclear.append(Span(start, end))


def _is_financing(topics: tuple[Topic, ...], title: str) -> bool:
    """True for a table that says who pays, and not for what."""
    return topics[0] is Topic.COFINANCING or (_FINANCING.search(title) is not None and not _MONEY_HEAD.search(title))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n]+", text[start:end]):
        yield start + match.start(), start + match.end()
