"""Sums in tables: which rows are sums, and whether they add up.

Real tables nest: rows, sums of blocks, sums of sums, balances. A sum counts as right when any reading of the rows above
explains it; it is reported as wrong only where the structure leaves no other reading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.model import without_seams
from ingest.tables.figures import Figure, written

_SUM = re.compile(
    r"(?:=\s*)?(?:del|total|slut)?(?:summa|summering)\b|s:a\b|totalt?\b|totala\b(?!\s+(?:medel|tillgängliga|resurser))"
    r"|sammanlag(?:t|d|da)\b|total(?:kostnad|budget|belopp)\w*",
    re.IGNORECASE,
)
_SUM_AT_END = re.compile(r"\b(?:totalt|summa|sammanlagt)$", re.IGNORECASE)
_NO_SUM = re.compile(r"\b(?:unika|genomsnitt\w*|medel(?:värde|tal)\w*|snitt|per\s+deltagare|resultat)\b", re.IGNORECASE)
_WEAK_SUM = re.compile(r"(?:totala|tillgängliga|samtliga|disponibla)\s+\w+|eget kapital och skulder", re.IGNORECASE)
_DERIVED = re.compile(
    r"result\w*|netto\w*|saldo|balans\w*|differens|avvik\w*|till(?:gängliga)?\s+\w*\s*förfogande|tillgängliga|utgående"
    r"|ingående|kvar\w*|återst\w*|medel att|varav|därav|genomsnitt\w*|andel\b",
    re.IGNORECASE,
)
_NO_AMOUNTS = re.compile(r"(?:not|nr|nummer|år|sida|prio\w*|kod|konto)\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SumRow:
    """One sum row in one column: what the rows above give and what the document states, in the column's unit."""

    row: int
    column: int
    given: Decimal
    stated: Decimal
    holds: bool
    plain: bool
    """True when the rows above can be read in one way only."""


def is_sum_label(text: str) -> bool:
    """True for "Summa …", "Totalt …", "Total kostnad …", "Kostnader, totalt"; not for "Resultat", "Totala medel"."""
    label = _words(text).strip(" :=")
    if not label or _NO_SUM.search(label):
        return False
    return _SUM.match(label) is not None or _SUM_AT_END.search(label) is not None


def sum_rows(labels: Sequence[str], values: Sequence[Sequence[Decimal | None]]) -> tuple[bool, ...]:
    """For each row, whether it is a sum: by its label, or by a weaker or empty label together with its figures.

    ``values[r][c]`` is the figure of row r in column c, None where there is none; all rows are equally long.
    """
    sums = [is_sum_label(label) and any(v is not None for v in row) for label, row in zip(labels, values, strict=True)]
    for row, label in enumerate(labels):
        plain = _words(label)
        if not sums[row] and (not plain or _WEAK_SUM.match(plain)):
            sums[row] = _adds_up(row, values, sums)
    return tuple(sums)


def check_sums(
    labels: Sequence[str],
    values: Sequence[Sequence[Decimal | None]],
    heads: Sequence[str],
    units: Sequence[str],
    uncertain: Sequence[bool] = (),
) -> tuple[str, ...]:
    """Swedish remarks on the sums that do not add up, in reading order; empty when all do or none can be judged.

    ``labels`` has one entry per row; ``values[r][c]`` is the figure of row r under ``heads[c]`` in ``units[c]``, None
    where there is none. Rows without any figure are subheads. With an ``uncertain`` row nothing is reported.
    """
    if any(uncertain):
        return ()
    sums = sum_rows(labels, values)
    checks = [
        check
        for column in range(len(heads))
        if units[column] != "%" and not _NO_AMOUNTS.fullmatch(heads[column].strip())
        for check in column_sums(labels, values, sums, column, units[column])
    ]
    several = sum(sums) > 1
    return tuple(
        _remark(check, labels[check.row], heads[check.column], units[check.column], several)
        for check in sorted(checks, key=lambda check: (check.row, check.column))
        if not check.holds and _is_clear(check, checks)
    )


def column_sums(
    labels: Sequence[str],
    values: Sequence[Sequence[Decimal | None]],
    sums: Sequence[bool],
    column: int,
    unit: str = "",
) -> list[SumRow]:
    """The sum rows of one column, each compared with the readings of the rows above it."""
    found: list[SumRow] = []
    stack: list[Decimal] = []
    rows_above: list[Decimal] = []
    block: list[int] = []
    loose = False
    for row, cells in enumerate(values):
        value = cells[column]
        if value is None:
            if labels[row].strip() and all(cell is None for cell in cells):
                loose = loose or bool(block and not _DERIVED.search(labels[block[-1]]))
                block = []
            continue
        if not sums[row] or not stack:
            stack.append(value)
            rows_above.append(value)
            block.append(row)
            continue
        size = _covered(stack, value, _tolerance(stack, unit))
        if not size and abs(sum(rows_above, Decimal(0)) - value) <= _tolerance(rows_above, unit):
            size = len(stack)
        given = sum((values[i][column] or Decimal(0) for i in block), Decimal(0))
        plain = len(block) > 1 and not loose and not any(_DERIVED.search(labels[i]) for i in block)
        if found and not re.match(r"\s*(?:del)?summa\b", labels[row], re.IGNORECASE):
            plain = False
        if size or block:
            found.append(SumRow(row, column, value if size else given, value, bool(size), plain))
        stack = [*stack[: len(stack) - (size or len(block))], value]
        block, loose = [], False
    return found


def _covered(stack: Sequence[Decimal], stated: Decimal, tolerance: Decimal) -> int:
    """How many of the last items on the stack make up ``stated``, as their sum or as what the first leaves after the
    others; 0 when no number does. Noughts before them are counted in."""
    total = Decimal(0)
    for size in range(1, len(stack) + 1):
        first = stack[-size]
        left = first - total
        total += first
        if abs(total - stated) <= tolerance or (size > 1 and abs(abs(left) - abs(stated)) <= tolerance):
            while size < len(stack) and stack[-size - 1] == 0:
                size += 1
            return size
    return 0


def _adds_up(row: int, values: Sequence[Sequence[Decimal | None]], sums: Sequence[bool]) -> bool:
    """True when every figure of a row is the sum of two or more of the rows above, and not all are nought."""
    columns = [column for column, value in enumerate(values[row]) if value is not None]
    if not columns or not any(values[row][column] for column in columns):
        return False
    for column in columns:
        stack: list[Decimal] = []
        for above in range(row):
            value = values[above][column]
            if value is None:
                continue
            size = _covered(stack, value, Decimal(0)) if sums[above] else 0
            stack = [*stack[: len(stack) - size], value]
        stated = values[row][column]
        tails = [sum(stack[-size:], Decimal(0)) for size in range(2, len(stack) + 1)]
        if stated is None or all(abs(tail - stated) > _tolerance(stack, "") for tail in tails):
            return False
    return True


def _tolerance(values: Sequence[Decimal], unit: str) -> Decimal:
    """What rounding alone may make up: half of the last written place for each row, at most one krona."""
    places = min((_exponent(value) for value in values), default=0)
    rounding = Decimal(len(values)) / 2 * Decimal(10) ** places
    if unit in {"kr", "st", ""}:
        return min(rounding, Decimal(1)) if len(values) > 2 and unit != "st" else Decimal(0)
    return rounding


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return min(exponent, 0) if isinstance(exponent, int) else 0


def _is_clear(check: SumRow, checks: Sequence[SumRow]) -> bool:
    """True when the failing sum can be read in one way only and is of the size that its rows let expect."""
    if not check.plain:
        return False
    if any(other.row == check.row and other.holds for other in checks):
        return True
    small, large = sorted((abs(check.given), abs(check.stated)))
    return large > 0 and small * 2 >= large


def _remark(check: SumRow, label: str, head: str, unit: str, several: bool) -> str:
    column, name = _words(head), _words(label)
    rows = f"Raderna i kolumnen {column}" if column else "Raderna"
    target = f" för ”{name}”" if several and name else ""
    given, stated = written(Figure(check.given, unit)), written(Figure(check.stated, unit))
    return f"{rows} ger {given}{target}, dokumentet anger {stated}."


def _words(text: str) -> str:
    return " ".join(without_seams(text).split())
