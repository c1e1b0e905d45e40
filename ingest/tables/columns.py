"""Tables out of PDF that were read cell by cell: a line of heads, then for each row its cells one below the other.

The last column is short and recurs (who is responsible), so it ends the rows; the cells before it are told apart by the
widths at which their lines were wrapped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import reduce

from ingest.model import Line, RowDraft, TableDraft
from ingest.repair import join
from ingest.tables.figures import is_period
from ingest.tables.grid import bare
from ingest.tables.tabbed import Found
from ingest.tables.wrapping import Wrapped, divide

UNSURE_CELLS = "Texten i några rader kunde inte säkert delas upp på kolumnerna; läs raden i sin helhet."

_HEAD = re.compile(
    r"(?:del|effekt|projekt)?mål|syften?|aktivitet(?:er)?|insats(?:er)?|ansvar(?:ig|iga|sfördelning)?|uppföljning|resultat"
    r"|inriktning|tidplan|indikator(?:er)?|mått|målgrupp|strategi(?:er)?|åtgärd(?:er)?|risk(?:er)?|sannolikhet|konsekvens"
    r"|kommentar|status|när|vem|hur|vad|utfall|ägare|part(?:er)?|område|fokusområde|period|nyckeltal|effekt(?:er)?"
    r"|metod(?:er)?|genomförande|beskrivning|roll|uppgift(?:er)?|bakgrund|prioritering(?:ar)?",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:[A-ZÅÄÖ][\wåäö]*\s)?[\wåäö-]*(?:chef(?:en|er)?|ledare(?:n)?|utredare(?:n)?|samordnare(?:n)?|handläggare(?:n)?"
    r"|ekonom(?:en)?|styrelse(?:n)?|kansli(?:et)?|grupp(?:en)?|controller(?:n)?|koordinator(?:n)?|ordförande(?:n)?"
    r"|strateg(?:en)?|sekreterare(?:n)?|revisor(?:erna)?|parterna|förbundet)",
    re.IGNORECASE,
)
_ALSO = re.compile(r"(?:och|samt|/)\s")
_GOES_ON = re.compile(r"\b(?:och|av|med|till|för|i|på|att|som|hos|samt|eller|den|det|en|ett)$|,$")
_MAX_LAST = 40
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
    ends = _row_ends(lines, start + 1, end)
    if len(ends) < _MIN_ROWS:
        return None
    rows: list[tuple[list[Wrapped], list[str]]] = []
    begin = start + 1
    for first, last in ends:
        body = [Wrapped(lines[i].text, lines[i].gap if i > begin else 0) for i in range(begin, first)]
        rows.append((body, [lines[i].text for i in range(first, last)]))
        begin = last
    if any(len(body) < len(heads) - 1 for body, _ in rows):
        return None
    divisions = divide([body for body, _ in rows], heads[:-1])
    physical: list[tuple[str, ...]] = [heads]
    drafts = []
    for (body, last_cell), division in zip(rows, divisions, strict=True):
        stops = (*division.starts[1:], len(body))
        cells = [_joined([line.text for line in body[a:b]]) for a, b in zip(division.starts, stops, strict=True)]
        refs = tuple((len(physical), column) for column in range(len(heads)))
        drafts.append(RowDraft(refs, uncertain=division.uncertain))
        physical.append((*cells, _joined(last_cell)))
    remarks = (UNSURE_CELLS,) if any(row.uncertain for row in drafts) else ()
    unsure = sum(row.uncertain for row in drafts) * 2 > len(drafts)
    units = ("",) * len(heads)
    table = TableDraft(tuple(physical), heads, tuple(drafts), units, uncertain=unsure, remarks=remarks)
    return Found(start, ends[-1][1], table)


def _joined(texts: Sequence[str]) -> str:
    return " ".join(reduce(join, texts, "").split())


def _row_ends(lines: Sequence[Line], start: int, end: int) -> list[tuple[int, int]]:
    """The spans of lines that hold the last column's cells.

    Such a cell is a short line that recurs or names a person or body by its role, and stands at a paragraph's end.
    """
    texts = [bare(line.text) for line in lines[start:end]]
    recurring = {text for text, times in Counter(texts).items() if times > 1 and _is_last_cell(text)}
    found: list[tuple[int, int]] = []
    index = 0
    while index < len(texts):
        text = texts[index]
        closes = text in recurring or (_PERSON.fullmatch(text) is not None and _is_last_cell(text))
        if not closes or _continues_above(texts, index) or _continues_below(texts, index):
            index += 1
            continue
        last = index + 1
        while last < len(texts) and (texts[last - 1].endswith(("/", ",")) or _ALSO.match(texts[last])):
            last += 1
        found.append((start + index, start + last))
        index = last
    return found


def _is_last_cell(text: str) -> bool:
    if not text or len(text) > _MAX_LAST or text.endswith((".", ",", ":", ";", "”")) or is_period(text):
        return False
    return text[:1].isupper() and len(text.split()) <= 3


def _continues_above(texts: Sequence[str], index: int) -> bool:
    """True when the line goes on with a sentence of the line above it."""
    return index > 0 and _GOES_ON.search(texts[index - 1]) is not None


def _continues_below(texts: Sequence[str], index: int) -> bool:
    """True when the line below goes on with its sentence."""
    return index + 1 < len(texts) and texts[index + 1][:1].islower() and not _ALSO.match(texts[index + 1])
