"""A workbook: what is a number stays one, and no text is a formula."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from assistant.spreadsheet import KRONOR, saved, workbook, write_number, write_text, write_texts


def test_numbers_and_texts_are_read_back_as_such() -> None:
    book = workbook("Titel", "Kansliet")
    write_texts(book.active, 1, ("Insats", "Kronor"), bold=True)
    write_text(book.active.cell(2, 1), "12")
    write_number(book.active.cell(2, 2), 1_250_000, KRONOR)
    read = openpyxl.load_workbook(BytesIO(saved(book)))
    assert (read.properties.title, read.properties.creator) == ("Titel", "Kansliet")
    assert [cell.value for cell in read.active[2]] == ["12", 1_250_000]
    assert read.active["B2"].number_format == KRONOR
    assert read.active["A1"].font.bold


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_text_makes_no_formula(start: str) -> None:
    book = workbook("", "")
    write_text(book.active.cell(1, 1), f"{start}1+1")
    cell = openpyxl.load_workbook(BytesIO(saved(book))).active["A1"]
    assert (cell.data_type, cell.quotePrefix, cell.value) == ("s", True, f"{start}1+1")


def test_a_text_is_cut_to_what_a_cell_holds() -> None:
    book = workbook("", "")
    write_text(book.active.cell(1, 1), "ö" * 40_000)
    assert len(openpyxl.load_workbook(BytesIO(saved(book))).active["A1"].value) == 32_767
