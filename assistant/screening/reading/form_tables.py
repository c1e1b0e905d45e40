"""Tables that are forms: labels and their answers, also where the file took the first of them for heads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.screening.reading import headings
from assistant.screening.reading.headings import Named
from assistant.screening.reading.lining import is_cost
from ingest.model import Row, Table
from ingest.money import IN_KRONOR

_HEAD_ROW = re.compile(r"\W*(?P<label>[^|\t]*[^|\t\s])\s*[|\t]\s*(?P<answer>\S.*?)[\s|]*")


def is_form(text: str, table: Table) -> bool:
    """True for a table of labels and their answers, those above its rows counted; not for one of costs."""
    if not table.rows:
        return table.sheet
    above = list(answers_above(text, table))
    answers = [text[start:end] for start, end, _, _ in above]
    answers += [text[row.cells[-1].start : row.cells[-1].end] for row in table.rows]
    labelled = sum(named is not None for _, _, _, named in above)
    labelled += sum(label_of(text, row) is not None for row in table.rows)
    if not table.sheet and (labelled < 2 or labelled * 2 < len(answers)):
        return False
    costs = sum(is_cost(f"{answer.strip()} kr") or is_cost(answer) for answer in answers)
    is_money = not table.sheet and any(unit in IN_KRONOR for unit in table.units)
    return not (is_money and costs * 2 >= len(answers))


def answers_above(text: str, table: Table) -> Iterator[tuple[int, int, str, Named | None]]:
    """Yield start and end of the answers above the rows, their labels and what these name.

    The first line is a head unless its label is known.
    """
    start = table.start
    for line in re.finditer(r"[^\n]+", text[start : table.rows[0].start]):
        match = _HEAD_ROW.fullmatch(line.group())
        named = headings.label(match["label"].rstrip(": ")) if match else None
        if match is None or (line.start() == 0 and (named is None or not named.topics)):
            continue
        at = start + line.start()
        is_named = named is not None and bool(named.topics)
        yield at + match.start("answer"), at + match.end("answer"), match["label"], named if is_named else None


def label_of(text: str, row: Row) -> Named | None:
    """Return what the first cell of a row names."""
    first = row.cells[0]
    return headings.label(text[first.start : first.end].rstrip(": "))
