"""What is shown of the register as files: CSV as Swedish Excel opens it, and XLSX. Text makes no formula in either."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import StringIO

from assistant.associations import association_name
from assistant.register.entries import Entry, when
from assistant.register.telling import KINDS, status, value, what
from assistant.writing import printable
from ingest.register.model import Decision, Goal, Money, Result

Cell = str | float | None


@dataclass(frozen=True, slots=True)
class Field:
    """A column of the file: its head, the cell of an entry, and the column's width in characters."""

    head: str
    cell: Callable[[Entry], Cell]
    width: int = 16


def _own(name: str, *kinds: type) -> Callable[[Entry], Cell]:
    return lambda entry: getattr(entry.record, name) if isinstance(entry.record, kinds) else None


FIELDS = (
    Field("Slag", lambda entry: KINDS[entry.kind], 10),
    Field("Tid", lambda entry: when(entry.record)),
    Field("Vad tiden är", _own("date_kind", Decision)),
    Field("Förbund", lambda entry: association_name(entry.record.association), 12),
    Field("Insats", lambda entry: ", ".join(entry.initiatives), 24),
    Field("Vad", lambda entry: what(entry.record), 60),
    Field("Ställning", lambda entry: status(entry.record), 18),
    Field("Kronor", lambda entry: entry.sek),
    Field("Vad beloppet är", _own("amount_kind", Decision)),
    Field("Antal", _own("number", Result), 10),
    Field("Enhet", _own("unit", Money, Result), 8),
    Field("Som det står", lambda entry: getattr(entry.record, "written", "") or value(entry.record), 18),
    Field("Skäl", _own("reason", Decision), 40),
    Field("Vem beslutade", _own("body", Decision)),
    Field("Paragraf", _own("paragraph", Decision), 10),
    Field("Reservationer", lambda entry: "; ".join(getattr(entry.record, "reservations", ())), 24),
    Field("Jäv", lambda entry: "; ".join(getattr(entry.record, "recusals", ())), 24),
    Field("Mål att nå", _own("target", Goal)),
    Field("Ansvarig", _own("responsible", Goal), 20),
    Field("Osäkerhet", lambda entry: entry.record.doubt, 30),
    Field("Dokument", lambda entry: entry.source.title, 36),
    Field("Avsnitt", lambda entry: entry.record.place.section, 36),
    Field("Sida", lambda entry: entry.record.place.page, 6),
    Field("Citat", lambda entry: entry.record.place.quote, 60),
)

_FORMULA = ("=", "+", "-", "@")
_KRONOR_COLUMN = "Kronor"


def as_csv(entries: Sequence[Entry]) -> bytes:
    """Return the entries as CSV: UTF-8 with a mark that says so, semicolons, decimal commas, CRLF.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    out = StringIO()
    table = csv.writer(out, delimiter=";", lineterminator="\r\n")
    table.writerow([field.head for field in FIELDS])
    for entry in entries:
        table.writerow([_in_csv(field.cell(entry)) for field in FIELDS])
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(entries: Sequence[Entry]) -> bytes:
    """Return the entries as the bytes of an XLSX file of one sheet, its head kept in view and its columns to filter."""
    from assistant.spreadsheet import KRONOR, saved, set_widths, workbook, write_number, write_text, write_texts

    book = workbook("Beslut och siffror", "Finsam-assistenten")
    sheet = book.active
    sheet.title = "Beslut och siffror"
    write_texts(sheet, 1, [field.head for field in FIELDS], bold=True)
    for row, entry in enumerate(entries, 2):
        for column, field in enumerate(FIELDS, 1):
            cell = field.cell(entry)
            if isinstance(cell, int | float):
                write_number(sheet.cell(row, column), cell, KRONOR if field.head == _KRONOR_COLUMN else "")
            elif cell:
                write_text(sheet.cell(row, column), cell)
    set_widths(sheet, [field.width for field in FIELDS])
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    return saved(book)


def _in_csv(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, int | float):
        return f"{cell:.10g}".replace(".", ",") if isinstance(cell, float) else str(cell)
    text = printable(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
