"""Words that are meant to be others: å, ä, ö left out, a letter too many, too few, wrong or in the wrong place."""

from __future__ import annotations

_SIMPLE = str.maketrans("åäöéü", "aaoeu")


def is_typo(asked: str, word: str) -> bool:
    """True when ``asked`` is ``word`` with å, ä, ö missing, or one error in five letters, two in nine."""
    a, b = asked.translate(_SIMPLE), word.translate(_SIMPLE)
    if a == b:
        return True
    allowed = 2 if len(a) >= 9 else 1 if len(a) >= 5 else 0
    if not allowed or abs(len(a) - len(b)) > allowed or a[0] != b[0] or any(c.isdigit() for c in a + b):
        return False
    return _distance(a, b, allowed) <= allowed


def _distance(a: str, b: str, limit: int) -> int:
    """Levenshtein distance with transposition, or more than ``limit`` when it exceeds that."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row, before = row, [i], row if i == 1 else before
        older = before
        before = last
        for j, y in enumerate(b, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2]:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]
