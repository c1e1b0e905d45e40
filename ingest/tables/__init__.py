"""Find the tables in the repaired lines of a plain text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from ingest.model import Line, TableDraft
from ingest.repair import NOTE
from ingest.tables.columns import column_tables
from ingest.tables.inline import inline_tables
from ingest.tables.rows import row_tables
from ingest.tables.tabbed import Found, tabbed_tables

__all__ = ["find_tables"]


def find_tables(lines: Sequence[Line]) -> list[Line | TableDraft]:
    """Return ``lines`` in order, the lines of each table replaced by the table."""
    found: Sequence[Line | TableDraft] = [line for line in lines if not line.text.startswith(NOTE)]
    for finder in (tabbed_tables, inline_tables, column_tables, row_tables):
        found = _replaced(found, finder)
    return _with_notes(lines, found)


def _with_notes(lines: Sequence[Line], found: Sequence[Line | TableDraft]) -> list[Line | TableDraft]:
    """``found`` with the footnotes of ``lines`` at their places; those inside a table follow it."""
    whole: list[Line | TableDraft] = []
    position = 0
    for part in found:
        if isinstance(part, Line):
            while lines[position] is not part:
                whole.extend(lines[position : position + 1] if lines[position].text.startswith(NOTE) else ())
                position += 1
            position += 1
        whole.append(part)
    whole.extend(line for line in lines[position:] if line.text.startswith(NOTE))
    return whole


def _replaced(
    lines: Sequence[Line | TableDraft], finder: Callable[[Sequence[Line]], list[Found]]
) -> list[Line | TableDraft]:
    """``lines`` with the tables that ``finder`` sees in the stretches between the tables found so far."""
    found: list[Line | TableDraft] = []
    for is_line, group in groupby(lines, key=lambda line: isinstance(line, Line)):
        stretch = list(group)
        if not is_line:
            found.extend(stretch)
            continue
        plain = [line for line in stretch if isinstance(line, Line)]
        position = 0
        for table in finder(plain):
            found.extend(plain[position : table.start])
            found.append(table.table)
            position = table.end
        found.extend(plain[position:])
    return found
