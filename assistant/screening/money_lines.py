"""The lines of money in a draft: rows of budget tables, and lines and sentences that name costs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.screening import amounts, kinds
from assistant.screening.amounts import Money
from assistant.screening.kinds import Role
from assistant.screening.model import Amount, Span, Statement, Topic
from assistant.screening.outlining import Outline
from ingest.model import Document, Row, Table
from ingest.money import IN_KRONOR

_MONEY_TOPICS = frozenset({Topic.BUDGET, Topic.COFINANCING})
_NO_BUDGET = frozenset({Topic.AMOUNT, Topic.PERIOD, Topic.CONTACT, Topic.TITLE, Topic.OWNER, Topic.PARTIES})
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
_FIGURE = re.compile(r"\d\d")
_SMALL = re.compile(
    r"(?<![\d.,/–-] )(?<![\w.,/–-])\d{1,3}(?![\d.,/–-]|\s*(?:%|procent|kr|tkr|mkr|sek|mån|vecko|tim|dag|st\b|år|pers"
    r"|delt|plats|\d))",
    re.IGNORECASE,
)
"""A small figure that may be an amount in thousands."""
_SMALLEST = 10_000
"""Kronor: a budget whose every figure is smaller is in thousands."""
_TAIL = re.compile(r"\s*(?:\([^()]*\)|kr|/år|per år|i år|exkl\.? moms|inkl\.? moms)?[\s.;,)*_|]*", re.IGNORECASE)
_ONLY_YEAR = re.compile(r"(?:för|år|och|samt|i|20\d\d|\W)*", re.IGNORECASE)
_LEADS = re.compile(r"=|^[\s,–—-]*(?:alltså|dvs\.?|det vill säga|vilket (?:blir|ger|gör))\s", re.IGNORECASE)
_AMOUNT_FIRST = re.compile(r"\W*(?:till|för|avser|går till|i|for|to|–|—|-|:)\s+\w", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """An amount with the words beside it."""

    label: str
    role: Role
    amount: Amount
    source: int
    """What it stands in: the number of a table, or -1 for the text."""
    bare: bool
    """No unit stands with it or above it."""
    start: int
    """Of the line, label included."""
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """The lines of a draft in reading order, and those that could not be made out."""

    lines: tuple[MoneyLine, ...]
    unclear: tuple[Span, ...]


def find(document: Document, outline: Outline, parties: re.Pattern[str]) -> Found:
    """Return the lines of money; ``parties`` matches the names of those who may pay besides the association."""
    reader = _Reader(document, outline, parties, [], [])
    for index, table in enumerate(document.tables):
        if reader.is_budget(index, table):
            reader.table(index, table)
            reader.scale(index, table)
    taken = [(document.tables[index].start, document.tables[index].end) for index in reader.taken]
    rest = [one for one in outline.statements if not any(a <= one.start < b for a, b in taken)]
    reader.statements(rest)
    return Found(tuple(sorted(reader.lines, key=lambda line: line.amount.start)), tuple(sorted(set(reader.unclear))))


class _Reader:
    def __init__(
        self,
        document: Document,
        outline: Outline,
        parties: re.Pattern[str],
        lines: list[MoneyLine],
        unclear: list[Span],
    ) -> None:
        self.text = document.text
        self.document = document
        self.outline = outline
        self.parties = parties
        self.lines = lines
        self.unclear = unclear
        self.taken: list[int] = []
        self.broken_down: set[int] = set()
        """Where statements begin that tell what an amount in the one before them is made of."""

    def is_budget(self, index: int, table: Table) -> bool:
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

    def table(self, index: int, table: Table) -> None:
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
                self._add_cell(index, table, row, label, column, money, years, is_financing)
        for begin, end in _lines(self.text, table.start, table.end):
            if not any(a < end and begin < b for a, b in covered):
                self._doubt(begin, end)

    def scale(self, index: int, table: Table) -> None:
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
        money = [c for c in range(len(table.heads)) if self._is_money(table, c)]
        money = [c for c in money if not _PAST.search(table.heads[c])] or money
        heads = table.heads
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

    def _is_money(self, table: Table, column: int) -> bool:
        head = table.heads[column]
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
        years: tuple[int, ...],
        is_financing: bool,
    ) -> None:
        head_year = amounts.years(table.heads[column])
        year = head_year[0] if len(head_year) == 1 else years[0] if len(years) == 1 else None
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

    def statements(self, statements: Sequence[Statement]) -> None:
        """Read the lines and sentences of the text that name costs."""
        read = [_itemised(self._phrases(one)) for one in statements]
        self._break_down(statements, read)
        for i, (one, phrases) in enumerate(zip(statements, read, strict=True)):
            if not phrases:
                continue
            near = [read[k] for k in (i - 1, i + 1) if 0 <= k < len(read)]
            in_budget = bool(_MONEY_TOPICS & {one.topic, *one.also}) or one.start in self.broken_down
            listed = any(_is_line(other) for other in near) and _is_line(phrases)
            totalled = len(phrases) > 2 and any(line.role is Role.SUM for line in phrases)
            asks = any(line.role is Role.ASKED for line in phrases)
            for line in phrases:
                if line.role is Role.PROSE or (
                    line.role is Role.ROW and one.topic is Topic.OTHER and not asks and not in_budget
                ):
                    is_read = line.role is Role.ROW and (listed or totalled)
                    if is_read:
                        self.lines.append(line)
                    elif in_budget or line.role is Role.ROW:
                        self.unclear.append(Span(one.start, one.end))
                elif in_budget or listed or totalled or line.role in (Role.OTHERS, Role.SUM):
                    self.lines.append(line)

    def _break_down(self, statements: Sequence[Statement], read: list[list[MoneyLine]]) -> None:
        """Read a sentence without units that tells what an amount in it, or in one before it, is made of."""
        told: set[int] = set()
        for i, one in enumerate(statements):
            if (
                one.row
                or one.topic not in (Topic.OTHER, Topic.AMOUNT)
                or not _FIGURE.search(self.text, one.start, one.end)
            ):
                continue
            doubts = len(self.unclear)
            rows = self._phrases(one, in_budget=True)
            items = _itemised(rows) if _is_itemised(rows) else []
            if len(rows) > 1 and sum(line.amount.sek for line in rows) in told:
                items = [replace(line, role=Role.ROW) for line in rows]
            if items:
                read[i] = items
                self.broken_down.add(one.start)
            else:
                del self.unclear[doubts:]
            told |= {line.amount.sek for line in rows}

    def _phrases(self, one: Statement, *, in_budget: bool = False) -> list[MoneyLine]:
        """Return the amounts of a statement, each with the words that it belongs to."""
        if one.topic in _NO_BUDGET and not in_budget:
            return []
        in_budget = in_budget or one.topic in _MONEY_TOPICS
        unit = "kr" if in_budget else ""
        found = [money for money in amounts.find(self.text, one.start, one.end, unit) if not money.per]
        found = self._results(self._scaled(one, found) if in_budget else found)
        dated = amounts.with_years(self.text, one.start, one.end, [money.amount for money in found])
        return [
            MoneyLine(
                kinds.tidy(label) or one.label,
                self._role(one, label, len(found)),
                amount,
                -1,
                money.bare,
                one.start,
                one.end,
            )
            for label, money, amount in zip(self._labels(one, found), found, dated, strict=True)
        ]

    def _scaled(self, one: Statement, found: list[Money]) -> list[Money]:
        """Return the amounts without small figures that may be anything; with them, when they are the thousands that
        the sum in the same line adds up ("resor 20, summa 420 tkr"). What may be lost so is told as unclear."""
        small = [money for money in found if money.bare and money.amount.sek < 1000]
        large = [money for money in found if money not in small]
        if len(small) < 2 or not large:
            if large and len(_SMALL.findall(self.text, one.start, one.end)) > 1:
                self.unclear.append(Span(one.start, one.end))
            return large
        if sum(money.amount.sek for money in small) * 1000 == large[-1].amount.sek:
            scaled = [replace(money, amount=replace(money.amount, sek=money.amount.sek * 1000)) for money in small]
            return sorted([*scaled, *large], key=lambda money: money.amount.start)
        self.unclear.append(Span(one.start, one.end))
        return large

    def _results(self, found: list[Money]) -> list[Money]:
        """Return the amounts without those that lead to the next: "8 × 45 000 = 360 000", "alltså 360 000"."""
        leads = {
            i for i, (a, b) in enumerate(pairwise(found)) if _LEADS.search(self.text[a.amount.end : b.amount.start])
        }
        return [money for i, money in enumerate(found) if i not in leads]

    def _labels(self, one: Statement, found: Sequence[Money]) -> Iterator[str]:
        """Yield the words of each amount: those before it, or after it where the amounts come first."""
        if not found:
            return
        spans = [(money.amount.start, money.amount.end) for money in found]
        head = self.text[one.start : spans[0][0]]
        tail = self.text[spans[-1][1] : one.end]
        after = not tail_is_empty(tail) and (not any(map(str.isalpha, head)) or _AMOUNT_FIRST.match(tail) is not None)
        for i, (begin, end) in enumerate(spans):
            if after:
                stop = spans[i + 1][0] if i + 1 < len(spans) else one.end
                lead = head if i == 0 else ""
                yield f"{lead} {self.text[end:stop]}".strip()
            else:
                left = spans[i - 1][1] if i else one.start
                rest = tail if i + 1 == len(spans) else ""
                yield f"{self.text[left:begin]} {rest}".strip(" ()")

    def _role(self, one: Statement, label: str, count: int) -> Role:
        words = label or one.label
        if (colon := label.rfind(": ")) > 0 and any(map(str.isalpha, label[colon:])):
            words = label[colon + 2 :]
        what = kinds.role(f"{one.label}: {label}" if one.topic is Topic.COFINANCING and one.label else words)
        if (
            one.topic is Topic.COFINANCING
            and _ONLY_YEAR.fullmatch(label)
            and kinds.ASKS.search(self.text, one.start, one.end)
        ):
            return Role.ASKED
        if one.topic is Topic.COFINANCING and what in (Role.ROW, Role.PROSE, Role.SUM):
            return Role.OTHERS
        is_lump = bool(one.label) and self._is_first(one)
        if one.topic is Topic.BUDGET and count == 1 and (not label.strip() or (is_lump and what is Role.ROW)):
            return Role.SUM
        return what

    def _is_first(self, one: Statement) -> bool:
        """True for an answer that begins with its amount: "Pengar: 700 000 kronor, allt i år"."""
        found = amounts.find(self.text, one.start, one.end, "kr")
        return bool(found) and not any(map(str.isalnum, self.text[one.start : found[0].amount.start]))


def _is_financing(topics: tuple[Topic, ...], title: str) -> bool:
    """True for a table that says who pays, and not for what."""
    return topics[0] is Topic.COFINANCING or (_FINANCING.search(title) is not None and not _MONEY_HEAD.search(title))


def tail_is_empty(tail: str) -> bool:
    """True when nothing of weight follows an amount."""
    return _TAIL.fullmatch(tail) is not None


def _is_line(phrases: Sequence[MoneyLine]) -> bool:
    return len(phrases) == 1 and phrases[0].role in (Role.ROW, Role.SUM, Role.PART_SUM, Role.OTHERS, Role.ASKED)


def _itemised(phrases: list[MoneyLine]) -> list[MoneyLine]:
    """Return the amounts of a sentence that begins with what its others add up to as that sum and its rows."""
    if not _is_itemised(phrases):
        return phrases
    first, *rest = phrases
    rows = [line if line.role is Role.OTHERS else replace(line, role=Role.ROW) for line in rest]
    whole = replace(first, role=Role.SUM)
    return [whole, *rows] if first.role is not Role.ASKED else [first, whole, *rows]


def _is_itemised(phrases: Sequence[MoneyLine]) -> bool:
    return len(phrases) > 2 and 2 * phrases[0].amount.sek == sum(line.amount.sek for line in phrases)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n]+", text[start:end]):
        yield start + match.start(), start + match.end()
