"""The budget of a draft, put together from its lines of money: what counts once, what is a sum, what others pay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from assistant.screening.draft import Amount, Budget, BudgetRow
from assistant.screening.reading.kinds import MoneyLine, Role
from assistant.screening.reading.money_lines import Found


def settle(found: Found, year: int) -> Budget:
    """Return the budget of a draft.

    Of two tables with the same sum the one with more rows counts, and a table whose sum is one row of another does not
    count besides it. A budget that only says what is asked for has that for its sum. Years are left out when the whole
    budget is for ``year`` or names none.
    """
    lines = _once([_with_part_sums(group) for group in _by_source(found.lines)])
    rows = [line for line in lines if line.role is Role.ROW]
    sums = _grand(lines) or ([] if rows else [line.amount for line in lines if line.role is Role.ASKED])
    others = [line.amount for line in lines if line.role is Role.OTHERS]
    named = {amount.year for amount in [*(row.amount for row in rows), *sums]} - {None}
    if named <= {year}:
        rows = [replace(row, amount=replace(row.amount, year=None)) for row in rows]
        sums = [replace(one, year=None) for one in sums]
    return Budget(
        rows=tuple(BudgetRow(row.label, row.amount.sek, row.start, row.end, row.amount.year) for row in rows),
        stated_sums=tuple(_one_a_year(sums)),
        cofinancing=tuple(others),
        unclear=found.unclear,
    )


def _by_source(lines: Sequence[MoneyLine]) -> list[list[MoneyLine]]:
    groups: dict[int, list[MoneyLine]] = defaultdict(list)
    for line in lines:
        groups[line.source].append(line)
    return list(groups.values())


def _with_part_sums(group: Sequence[MoneyLine]) -> list[MoneyLine]:
    """Return the lines of one table with the sums that a later sum holds told as sums of a part."""
    lines = _with_last_sum(group)
    for year in {line.amount.year for line in group}:
        sums = [i for i, line in enumerate(lines) if line.role is Role.SUM and line.amount.year == year]
        if len(sums) < 2:
            continue
        rows = sum(line.amount.sek for line in lines if line.role is Role.ROW and line.amount.year == year)
        whole = next((i for i in reversed(sums) if lines[i].amount.sek == rows), None)
        if whole is None:
            parts = sum(lines[i].amount.sek for i in sums[:-1])
            whole = sums[-1] if _rows_between(lines, sums) or lines[sums[-1]].amount.sek == parts else sums[0]
        for i in sums:
            if i != whole:
                lines[i] = replace(lines[i], role=Role.PART_SUM)
    return lines


def _with_last_sum(group: Sequence[MoneyLine]) -> list[MoneyLine]:
    """Return the lines of one table with a last row that is as much as all above it told as their sum."""
    lines = list(group)
    for year in {line.amount.year for line in group}:
        own = [i for i, line in enumerate(lines) if line.amount.year == year]
        rows = [i for i in own if lines[i].role is Role.ROW]
        has_sum = any(lines[i].role is Role.SUM for i in own)
        if len(rows) > 2 and not has_sum and lines[rows[-1]].amount.sek == sum(lines[i].amount.sek for i in rows[:-1]):
            lines[rows[-1]] = replace(lines[rows[-1]], role=Role.SUM)
    return lines


def _rows_between(lines: Sequence[MoneyLine], sums: Sequence[int]) -> bool:
    """True when rows stand between the first sum and the last: each has a part of its own."""
    return any(lines[i].role is Role.ROW for i in range(sums[0], sums[-1]))


def _once(groups: Sequence[Sequence[MoneyLine]]) -> list[MoneyLine]:
    """Return the lines of the tables that say something of their own, in reading order."""
    kept: list[Sequence[MoneyLine]] = []
    for group in sorted(groups, key=_count_rows, reverse=True):
        if any(_repeats(group, other) for other in kept):
            group = _without_costs(group)
        kept = [_without_costs(other) if _holds(group, other) else other for other in kept]
        kept.append(group)
    return sorted((line for group in kept for line in group), key=lambda line: line.amount.start)


def _count_rows(group: Sequence[MoneyLine]) -> int:
    return sum(line.role is Role.ROW for line in group)


def _without_costs(group: Sequence[MoneyLine]) -> list[MoneyLine]:
    return [line for line in group if line.role in (Role.OTHERS, Role.ASKED)]


def _repeats(group: Sequence[MoneyLine], other: Sequence[MoneyLine]) -> bool:
    """True when a table says in all what another does: the same sum."""
    own = _worth(group)
    said = {line.amount.sek for line in other if line.role is Role.SUM}
    return bool(own) and own <= said and group[0].source >= 0


def _holds(group: Sequence[MoneyLine], other: Sequence[MoneyLine]) -> bool:
    """True when one row of a table is the sum of another, which only tells it in detail."""
    own = _worth(other)
    rows = {line.amount.sek for line in group if line.role is Role.ROW}
    return bool(own) and own <= rows and _count_rows(other) > 1 and _count_rows(group) > 1


def _worth(group: Sequence[MoneyLine]) -> set[int]:
    """The sums of a table, stated or, without any, of its rows."""
    stated = {line.amount.sek for line in group if line.role is Role.SUM}
    rows = sum(line.amount.sek for line in group if line.role is Role.ROW)
    return stated or ({rows} if rows else set())


def _grand(lines: Sequence[MoneyLine]) -> list[Amount]:
    """Return the stated sums; those in tables and lists before those in sentences."""
    sums = [line for line in lines if line.role is Role.SUM]
    return [line.amount for line in sorted(sums, key=lambda line: (line.source < 0, line.amount.start))]


def _one_a_year(sums: Sequence[Amount]) -> list[Amount]:
    first: dict[int | None, Amount] = {}
    for amount in sums:
        first.setdefault(amount.year, amount)
    return list(first.values())
