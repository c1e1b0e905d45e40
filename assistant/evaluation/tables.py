"""A table of questions as an office keeps one in Excel: one question a row, saved as CSV or as tab-separated text.

The first row names the columns, in Swedish or English. Several answer points, documents or codes in a cell are parted
by ";", the accepted forms of one point by "|".
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from assistant.errors import BatchError

_HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "id": ("id", "nr", "nummer", "number"),
        "kind": ("slag", "kind"),
        "question": ("fråga", "frågor", "question"),
        "history": ("tidigare frågor", "tidigare fråga", "history"),
        "answer_points": ("svar ska innehålla", "svaret ska innehålla", "svar", "answer must contain", "answer"),
        "forbidden": ("svar får inte innehålla", "svaret får inte innehålla", "får inte innehålla", "must not contain"),
        "cite": ("dokument", "källa", "document", "documents"),
        "abstain": ("ska avstå", "avstå", "should abstain", "abstain"),
        "review": ("granskning", "granskningskoder", "review"),
        "note": ("anteckning", "note"),
    }
)
_FIELDS = {name: field for field, names in _HEADINGS.items() for name in names}

_YES = frozenset({"ja", "j", "x", "sant", "1", "yes", "true"})
_NO = frozenset({"", "nej", "n", "falskt", "0", "no", "false"})
"""Excel writes SANT or TRUE for a box that is ticked."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows that are not empty, as records of fields."""

    rows: tuple[tuple[int, Mapping[str, Any]], ...]
    """(number of the row as Excel counts it, its record)."""
    headings: Mapping[str, str]
    """The table's own name of each field that it has."""
    unused: tuple[str, ...]
    """Columns that stand for no field."""


def read_table(path: Path, text: str) -> Table:
    """Read a table whose cells are parted by tabs, semicolons or commas, whichever gives the most known columns.

    Raises:
        BatchError: a column is missing or stands twice, a row has more cells than the first, a quotation mark is not
            closed, or a cell of yes or no holds something else.
    """
    firsts = {sign: _first_row(text, sign) for sign in "\t;,"}
    delimiter = max(firsts, key=lambda sign: (len(_known(firsts[sign])), len(firsts[sign])))
    names = [" ".join(name.split()) for name in firsts[delimiter]]
    columns = _columns(path, names)
    headings = {field: f"kolumnen ”{names[column]}”" for field, column in columns.items()}
    rows = tuple(
        (number, _record(path, number, cells, columns, headings))
        for number, cells in _body(path, text, delimiter, len(names))
    )
    unused = tuple(name for place, name in enumerate(names) if name and place not in columns.values())
    return Table(rows, headings, unused)


def _first_row(text: str, delimiter: str) -> list[str]:
    return next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])


def _known(names: Sequence[str]) -> list[str]:
    """The fields that columns stand for, one for each column that does."""
    keys = (" ".join(name.lower().split()) for name in names)
    return [_FIELDS[key] for key in keys if key in _FIELDS]


def _columns(path: Path, names: Sequence[str]) -> dict[str, int]:
    """Find the column of each field."""
    fields = _known(names)
    for field in fields:
        if fields.count(field) > 1:
            both = " och ".join(f"”{name}”" for name in names if _known([name]) == [field])
            raise BatchError(f"{path}: kolumnerna {both} säger samma sak; behåll en av dem.")
    if "question" not in fields or not {"answer_points", "abstain"} & set(fields):
        found = ", ".join(f"”{name}”" for name in names if name) or "inga namn"
        raise BatchError(
            f"{path}: första raden ska ha kolumnerna ”fråga” och ”svar ska innehålla” eller ”ska avstå”, men har "
            f"{found:.200}. Se docs/utvardering.md."
        )
    return {_known([name])[0]: place for place, name in enumerate(names) if _known([name])}


def _body(path: Path, text: str, delimiter: str, width: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows below the first that are not empty, filled up to ``width`` cells."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, row in enumerate(rows, 1):
            cells = [cell.strip() for cell in row]
            if any(cells[width:]):
                raise BatchError(
                    f"{path}: rad {number} har fler fält än första raden; sätt citattecken runt celler som har "
                    f"skiljetecknet i sig."
                )
            if number > 1 and any(cells):
                yield number, cells[:width] + [""] * (width - len(cells))
    except csv.Error as error:
        raise BatchError(f"{path}: rad {number + 1} går inte att läsa; kontrollera citattecknen där.") from error


def _record(
    path: Path, number: int, cells: Sequence[str], columns: Mapping[str, int], headings: Mapping[str, str]
) -> dict[str, Any]:
    """Return the fields of one row; a column that the table lacks gives none."""
    cell = {field: cells[column] for field, column in columns.items()}
    record: dict[str, Any] = {"id": cell.get("id") or f"rad {number}", "question": cell["question"]}
    record |= {field: cell[field] for field in ("kind", "note") if field in cell}
    record |= {field: _parts(cell[field]) for field in ("history", "forbidden", "cite", "review") if field in cell}
    record["answer_points"] = [_split(point, "|") for point in _split(cell.get("answer_points", ""), ";")]
    said = cell.get("abstain", "").lower()
    if said not in _YES | _NO:
        raise BatchError(f"{path}: rad {number}: {headings['abstain']} ska vara ja, nej eller tom, inte ”{said:.40}”.")
    return record | {"abstain": said in _YES}


def _parts(cell: str) -> list[str]:
    return [part for point in _split(cell, ";") for part in _split(point, "|")]


def _split(cell: str, sign: str) -> list[str]:
    return [part.strip() for part in cell.split(sign) if part.strip()]
