"""Sheets: forms whose first column says what and whose last holds the answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from ingest.model import RowDraft, TableDraft
from ingest.tables.figures import is_period
from ingest.tables.grid import GridRow, bare, figure_columns, is_figure

_LABELS = re.compile(
    r"(?:projekt|insats|sökande|ansök|syfte|mål|tidplan|tid|period|budget|årets|resultat|samverkan|part|kontakt|ägare"
    r"|organisation|bakgrund|metod|ansvarig|start|slut|diarie|beskrivning|aktivitet|uppföljning|kostnad|namn|beslut)",
    re.IGNORECASE,
)
_MAX_LABEL = 60
_LONG_ANSWER = 80
_MAX_ROWS = 100


def is_sheet(rows: Sequence[GridRow]) -> bool:
    """True for label and answer rows: one filled cell besides the first in every row, and answers of every kind."""
    body = [row for row in rows if not row.is_empty]
    titled = bool(body) and body[0].is_label
    body = body[1:] if titled else body
    if len(body) < 2 or any(row.loose for row in body):
        return False
    filled = [[c for c, text in enumerate(row.texts) if bare(text)] for row in body]
    if any(len(cells) > 2 or cells[:1] != [0] for cells in filled):
        return False
    columns = {cells[1] for cells in filled if len(cells) == 2}
    if len(columns) != 1:
        return False
    labels = [piece for row in body for piece in row.cells[0]]
    if any(len(label) > _MAX_LABEL or is_figure(label) or is_period(label) for label in labels):
        return False
    answers = [piece for row in body for column in columns for piece in row.cells[column]]
    spread = len(rows[0].cells) > 2
    typical = sum(_LABELS.match(bare(label)) is not None for label in labels) * 2 >= len(labels)
    mixed = any(len(answer) >= _LONG_ANSWER for answer in answers) or not all(map(is_figure, answers))
    return mixed and not figure_columns(body) and (typical or (titled and spread))


def starts_sheet(before: Sequence[GridRow], rows: Sequence[GridRow]) -> bool:
    """True when ``rows`` begin with the title of a new sheet: the labels below it are those of the sheet above."""
    body = [row for row in rows if not row.is_empty]
    if len(body) < 2 or not body[0].is_label or len(before) > _MAX_ROWS or not is_sheet(before):
        return False
    seen = {bare(piece) for row in before for piece in row.cells[0]}
    return any(bare(piece) in seen for piece in body[1].cells[0])


def sheet(rows: Sequence[GridRow]) -> TableDraft:
    """The table of a form: heads "" and its subject, one row for each label with its answer.

    A cell that holds several labels is paired, paragraph by paragraph, with the answers beside it.
    """
    body = [row for row in rows if not row.is_empty]
    title = ""
    lines: list[tuple[str, ...]] = []
    drafts: list[RowDraft] = []
    if body[0].is_label:
        title = bare(body[0].texts[0])
        lines.append((body[0].texts[0],))
        body = body[1:]
    for row in body:
        filled = [cell for cell in row.cells if bare(" ".join(cell))]
        labels = list(filled[0])
        answers = _fitted(filled[1] if len(filled) > 1 else (), len(labels))
        pairs = zip_longest(range(len(labels)), range(len(labels), len(labels) + len(answers)))
        for label, answer in pairs:
            cells = (
                None if label is None else (len(lines), label),
                None if answer is None else (len(lines), answer),
            )
            drafts.append(RowDraft(cells, uncertain=len(labels) > 1 and len(answers) != len(labels)))
        lines.append((*labels, *answers))
    return TableDraft(tuple(lines), ("", title), tuple(drafts), ("", ""), title, sheet=True)


def _fitted(answers: Sequence[str], labels: int) -> list[str]:
    """At most as many answers as labels: what goes on below the last belongs to it."""
    if len(answers) <= labels:
        return list(answers)
    return [*answers[: labels - 1], " ".join(answers[labels - 1 :])]
