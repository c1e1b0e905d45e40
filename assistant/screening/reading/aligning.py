"""Tables that a plain text sets with spaces: tabs part their columns, so that no two figures are read as one."""

from __future__ import annotations

import re
from collections.abc import Sequence

_GAP = re.compile(r"[ \t\u00a0]{2,}|\t")
_FIGURE = re.compile(
    r"(?:[-–—]|\d{1,3}(?:[ .\u00a0]\d{3})+|\d+(?:[.,]\d+)?)(?:\s?(?:kr|tkr|mkr|sek|%|:-))?", re.IGNORECASE
)
_LEAST_ROWS = 2
_MAX_LINE = 200
"""Characters."""


def part_columns(lines: Sequence[str]) -> list[str]:
    """Return ``lines`` with tabs between the columns of aligned tables: a label and at least two figures a row."""
    cells = [_cells(line) for line in lines]
    found = list(lines)
    at = 0
    while at < len(lines):
        width = len(cells[at])
        end = at
        while end < len(lines) and width and len(cells[end]) == width:
            end += 1
        if end - at >= _LEAST_ROWS:
            for i in range(at, end):
                found[i] = "\t".join(cells[i])
            if at and (head := _head(lines[at - 1], width)):
                found[at - 1] = "\t".join(head)
        at = max(end, at + 1)
    return found


def _cells(line: str) -> list[str]:
    """Return the cells of a row, the label first; none for a line that is no such row."""
    if len(line) > _MAX_LINE or "|" in line:
        return []
    cells = _GAP.split(line.strip())
    figures = 0
    while figures < len(cells) - 1 and _FIGURE.fullmatch(cells[-1 - figures]):
        figures += 1
    label = " ".join(cells[: len(cells) - figures])
    return [label, *cells[len(cells) - figures :]] if figures > 1 and re.search(r"[^\W\d_]", label) else []


def _head(line: str, width: int) -> list[str]:
    """Return the cells of the line above a table when they are its heads."""
    cells = _GAP.split(line.strip())
    if line.strip() and len(cells) == width - 1 and line[:1].isspace():
        return ["", *cells]
    return cells if len(cells) == width else []
