"""Tables out of PDF that were read cell by cell: a line of heads, then for each row its cells one below the other.

One column, as a rule the last, has short cells of a kind that is known (who is responsible, or when): they anchor the
rows. The cells between them are told apart by the widths at which their lines were wrapped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import reduce
from itertools import pairwise

from ingest.model import Line, RowDraft, TableDraft
from ingest.repair import join
from ingest.tables.anchors import anchor_column, anchors
from ingest.tables.grid import bare
from ingest.tables.tabbed import Found
from ingest.tables.wrapping import Division, Stretch, Wrapped, divide

UNSURE_CELLS = "Texten i några rader kunde inte säkert delas upp på kolumnerna; läs raden i sin helhet."

_HEAD = re.compile(
    r"(?:del|effekt|projekt)?mål|syften?|aktivitet(?:er)?|insats(?:er)?|ansvar(?:ig|iga|sfördelning)?|uppföljning|resultat"
    r"|inriktning|tidplan|indikator(?:er)?|mått|målgrupp|strategi(?:er)?|åtgärd(?:er)?|risk(?:er)?|sannolikhet|konsekvens"
    r"|kommentar|status|när|vem|hur|vad|utfall|ägare|part(?:er)?|område|fokusområde|period|nyckeltal|effekt(?:er)?"
    r"|metod(?:er)?|genomförande|beskrivning|roll|uppgift(?:er)?|bakgrund|prioritering(?:ar)?",
    re.IGNORECASE,
)
_MAX_COLUMN = 60
_MAX_LINES = 800
_MIN_ROWS = 2


def column_tables(lines: Sequence[Line]) -> list[Found]:
    """The tables that were read cell by cell, in order."""
    found: list[Found] = []
    position = 0
    while position < len(lines):
        heads = _heads(lines[position].text)
        end = _end(lines, position + 1) if heads else position
        table = _table(lines, position, end, heads) if heads else None
        if table is None:
            position += 1
            continue
        found.append(table)
        position = table.end
    return found


def _heads(text: str) -> tuple[str, ...]:
    """The heads on a line of three to six short names, at least half of them usual ones; else none."""
    words = bare(text).split()
    if not 3 <= len(words) <= 8 or any(word.endswith((".", ",", ":", ";")) for word in words):
        return ()
    heads: list[str] = []
    for word in words:
        if word[:1].isupper():
            heads.append(word)
        elif heads and word[:1].isalpha():
            heads[-1] = f"{heads[-1]} {word}"
        else:
            return ()
    usual = sum(_HEAD.fullmatch(head.split()[0]) is not None for head in heads)
    return tuple(heads) if 3 <= len(heads) <= 6 and usual * 2 >= len(heads) else ()


def _end(lines: Sequence[Line], start: int) -> int:
    """Where the narrow lines below the heads end."""
    end = start
    while end < len(lines):
        text = bare(lines[end].text)
        if len(text) > _MAX_COLUMN or end - start > _MAX_LINES or _heads(text):
            break
        end += 1
    return end


def _table(lines: Sequence[Line], start: int, end: int, heads: tuple[str, ...]) -> Found | None:
    """The table whose heads are ``lines[start]``, or None when the lines below it make no rows."""
    column, anchor = anchor_column(heads)
    spans = anchors(lines, start + 1, end, anchor)
    if len(spans) < _MIN_ROWS:
        return None
    right = len(heads) - 1 - column
    stop = _tail_end(lines, spans[-1][1], end, right)
    stretches = _stretches(lines, [(start, start + 1), *spans, (stop, stop)], column, right)
    if any(len(one.lines) < len(one.columns) or (one.lines and not one.columns) for one in stretches):
        return None
    divisions = divide(stretches, heads[:column] + heads[column + 1 :])
    texts = [_texts(stretch, division) for stretch, division in zip(stretches, divisions, strict=True)]
    unsure = [division.uncertain for division in divisions]
    # What stands below the last row without room above it may belong to it or not.
    unsure[-1] = unsure[-1] or (right > 0 and stop < len(lines) and not lines[stop].gap)
    physical = [heads]
    drafts = []
    for row, (first, last) in enumerate(spans):
        before, after = texts[row][len(texts[row]) - column :], texts[row + 1][:right]
        physical.append((*before, _joined([line.text for line in lines[first:last]]), *after))
        refs = tuple((row + 1, place) for place in range(len(heads)))
        drafts.append(RowDraft(refs, uncertain=(column > 0 and unsure[row]) or (right > 0 and unsure[row + 1])))
    remarks = (UNSURE_CELLS,) if any(row.uncertain for row in drafts) else ()
    mostly = sum(row.uncertain for row in drafts) * 2 > len(drafts)
    units = ("",) * len(heads)
    table = TableDraft(tuple(physical), heads, tuple(drafts), units, uncertain=mostly, remarks=remarks)
    return Found(start, stop, table)


def _tail_end(lines: Sequence[Line], start: int, end: int, cells: int) -> int:
    """Where the cells to the right of the last anchor end: at the first blank line below as many lines as cells."""
    if not cells:
        return start
    return next((i for i in range(start + cells, end) if lines[i].gap), end)


def _stretches(lines: Sequence[Line], spans: Sequence[tuple[int, int]], left: int, right: int) -> list[Stretch]:
    """The lines between the spans: the cells to the right of one row's anchor, then those to the left of the next's.

    ``left`` and ``right`` count the columns on either side. The first span is the heads, the last what follows.
    """
    found = []
    for place, ((_, first), (last, _)) in enumerate(pairwise(spans)):
        columns = (*(range(left, left + right) if place else ()), *(range(left) if place + 2 < len(spans) else ()))
        body = [Wrapped(lines[i].text, lines[i].gap if i > first else 0) for i in range(first, last)]
        found.append(Stretch(body, columns))
    return found


def _texts(stretch: Stretch, division: Division) -> list[str]:
    bounds = pairwise((*division.starts, len(stretch.lines)))
    return [_joined([line.text for line in stretch.lines[first:last]]) for first, last in bounds]


def _joined(texts: Sequence[str]) -> str:
    return " ".join(reduce(join, texts, "").split())
