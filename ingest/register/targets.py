"""The words of goals: where one ends and the next begins, and what of it can be counted."""

from __future__ import annotations

import re

from ingest.tables.figures import find

_COUNTING = r"(?:Antal(?:et)?|Andel(?:en)?|Minst|Högst)\s"
_NEXT = re.compile(
    r"(?:^|\s)[*•·▪]\s*"
    rf"|(?<=[^.!?:;])\s(?={_COUNTING})|(?<=[.!?])\s(?={_COUNTING}|\d[\d ]*(?:%|st\b)?\s*\w+)"
    r"|(?<=[a-zåäö])\s(?=\d[\d ]*\s\w+\s+ska(?:ll)?\s)"
)
"""Where another goal begins in a cell: at a mark, or with what is counted."""
_COUNTED = re.compile(r"\s+[^\W\d_]+(?:[/-][^\W\d_]+)*")


def parted(text: str) -> list[str]:
    """The goals that stand in one cell, each as written without its mark."""
    return [part.strip() for part in _NEXT.split(text) if part.strip()]


def counted(text: str) -> str:
    """The first number in a goal with the word that it counts: "1700 Malmöbor", "100%"; "" when there is none."""
    for start, end, figure in find(text):
        word = None if figure.unit == "%" else _COUNTED.match(text, end)
        return text[start : word.end() if word else end]
    return ""
