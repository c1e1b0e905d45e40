"""From page texts to blocks: repair, tables, outline. Ruled tables, found elsewhere, keep their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ingest.model import Block, Line, TableDraft
from ingest.outline import outline
from ingest.repair import repair
from ingest.tables import find_tables

_PLACE = "\ue001"
_FIRST = 0xF0000

Ruled = Sequence[tuple[int | None, TableDraft]]
"""Tables with their pages."""


def place(index: int) -> str:
    """Return the line that stands in a page's text for ``ruled[index]`` of :func:`blocks`. It holds no digits, so
    that it is no page number, and is like no other."""
    return f"{_PLACE}{chr(_FIRST + index)}"


def blocks(pages: Sequence[tuple[int | None, str]], ruled: Ruled = ()) -> tuple[Block, ...]:
    """Return the blocks of ``(page, text)``, with each of the ``(page, table)`` where its :func:`place` line stands."""
    parts = list(_with_tables(repair(pages), ruled))
    page_of = {id(table): page for page, table in parts if isinstance(table, TableDraft)}
    found = outline([part for _, part in parts])
    return tuple(replace(block, page=page_of.get(id(block.table))) if block.table else block for block in found)


def _with_tables(lines: Sequence[Line], ruled: Ruled) -> Iterator[tuple[int | None, Line | TableDraft]]:
    """Yield the lines and tables, each with the page on which it begins."""
    for is_place, group in groupby(lines, key=lambda line: line.text.startswith(_PLACE)):
        if is_place:
            yield from (ruled[ord(line.text[1]) - _FIRST] for line in group)
            continue
        run = list(group)
        at = {id(line): i for i, line in enumerate(run)}
        below = 0
        for found in find_tables(run):
            if isinstance(found, Line):
                below = at.get(id(found), below) + 1
                yield found.page, found
            else:
                yield run[min(below, len(run) - 1)].page, found
