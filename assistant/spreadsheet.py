"""A workbook as XLSX: numbers are numbers, and text makes no formula. Wraps openpyxl."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from assistant.writing import printable

KRONOR = '#,##0" kr"'
_BOLD = Font(bold=True)
_LONGEST = 32_767
"""Characters that a cell holds."""


def workbook(title: str, author: str) -> Any:
    """Return an empty workbook in Swedish, of one sheet."""
    book = Workbook()
    book.properties.title, book.properties.creator, book.properties.language = title, author, "sv-SE"
    return book


def saved(book: Any) -> bytes:
    """Return the bytes of the file."""
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def write_texts(sheet: Any, row: int, texts: Sequence[str], bold: bool = False) -> None:
    """Write words from the first column of a row on."""
    for column, text in enumerate(texts, 1):
        write_text(sheet.cell(row, column), text)
        if bold:
            sheet.cell(row, column).font = _BOLD


def write_text(cell: Any, text: str, wrap: bool = True) -> None:
    """Write words as words: a sign like "=" at their beginning makes no formula, here or when saved as CSV."""
    cell.value = printable(text)[:_LONGEST]
    cell.data_type = "s"
    cell.quotePrefix = True
    cell.alignment = Alignment(wrap_text=wrap, vertical="top")


def write_number(cell: Any, number: float, form: str = "") -> None:
    """Write a number, in the number format ``form`` when one is given."""
    cell.value = number
    if form:
        cell.number_format = form


def fill(cell: Any, colour: str) -> None:
    """Give a cell a ground; ``colour`` is six hexadecimal digits."""
    cell.fill = PatternFill("solid", fgColor=colour)


def set_widths(sheet: Any, widths: Sequence[int]) -> None:
    """Set the widths of the columns, in characters."""
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
