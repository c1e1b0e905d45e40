"""The lines of money in a draft: rows of budget tables, and lines and sentences that name costs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.screening.draft import Span, Statement, Topic
from assistant.screening.reading import amounts, kinds
from assistant.screening.reading.amounts import Money
from assistant.screening.reading.kinds import MoneyLine, Role
from assistant.screening.reading.money_tables import TableReader
from assistant.screening.reading.outlining import Outline
from ingest.model import Document

_MONEY_TOPICS = frozenset({Topic.BUDGET, Topic.COFINANCING})
_NO_BUDGET = frozenset({Topic.AMOUNT, Topic.PERIOD, Topic.CONTACT, Topic.TITLE, Topic.OWNER, Topic.PARTIES})
_FIGURE = re.compile(r"\d\d")
_SMALL = re.compile(
    r"(?<![\d.,/–-] )(?<![\w.,/–-])\d{1,3}(?![\d.,/–-]|\s*(?:%|procent|kr|tkr|mkr|sek|mån|vecko|tim|dag|st\b|år|pers"
    r"|delt|plats|\d))",
    re.IGNORECASE,
)
"""A small figure that may be an amount in thousands."""
_TAIL = re.compile(r"\s*(?:\([^()]*\)|kr|/år|per år|i år|exkl\.? moms|inkl\.? moms)?[\s.;,)*_|]*", re.IGNORECASE)
_ONLY_YEAR = re.compile(r"(?:för|år|och|samt|i|20\d\d|\W)*", re.IGNORECASE)
_LEADS = re.compile(r"=|^[\s,–—-]*(?:alltså|dvs\.?|det vill säga|vilket (?:blir|ger|gör))\s", re.IGNORECASE)
_AMOUNT_FIRST = re.compile(r"\W*(?:till|för|avser|går till|i|for|to|–|—|-|:)\s+\w", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """The lines of a draft in reading order, and those that could not be made out."""

    lines: tuple[MoneyLine, ...]
    unclear: tuple[Span, ...]


def find(document: Document, outline: Outline, parties: re.Pattern[str]) -> Found:
    """Return the lines of money; ``parties`` matches the names of those who may pay besides the association."""
    tables = TableReader(document, outline, parties)
    taken = [(document.tables[index].start, document.tables[index].end) for index in tables.taken]
    rest = [one for one in outline.statements if not any(a <= one.start < b for a, b in taken)]
    told = _StatementReader(document.text, rest)
    lines = sorted([*tables.lines, *told.lines], key=lambda line: line.amount.start)
    return Found(tuple(lines), tuple(sorted({*tables.unclear, *told.unclear})))


class _StatementReader:
    def __init__(self, text: str, statements: Sequence[Statement]) -> None:
        self.text = text
        self.lines: list[MoneyLine] = []
        self.unclear: list[Span] = []
        self.broken_down: set[int] = set()
        """Where statements begin that tell what an amount in the one before them is made of."""
        self._read(statements)

    def _read(self, statements: Sequence[Statement]) -> None:
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
    if len(phrases) < 3 or 2 * phrases[0].amount.sek != sum(line.amount.sek for line in phrases):
        return False
    # An amount that is divided over years is no list of costs.
    years = [line.amount.year for line in phrases[1:]]
    return None in years or len(set(years)) < len(years)
