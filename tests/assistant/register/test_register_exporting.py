"""What is shown as files: read back, it is what was shown, and no text is a formula."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

import openpyxl
import pytest

from assistant.register.exporting import FIELDS, as_csv, as_xlsx
from ingest.register.model import Record
from tests.assistant.register.records import decision, money, place, register, result


def read_csv(*records: Record) -> list[dict[str, str]]:
    text = as_csv(register(records).entries).decode("utf-8-sig")
    assert "\r\n" in text
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))


def read_xlsx(*records: Record) -> list[dict[str, object]]:
    sheet = openpyxl.load_workbook(BytesIO(as_xlsx(register(records).entries))).active
    heads, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def test_excel_is_told_that_it_is_utf_8() -> None:
    data = as_csv(register([decision('å;ä"ö')]).entries)
    assert data.startswith(b"\xef\xbb\xbfSlag;Tid;")
    assert read_csv(decision('å;ä"ö'))[0]["Vad"] == 'å;ä"ö'


def test_a_record_is_read_back_with_amount_and_place() -> None:
    record = decision(sek=1_250_000, amount_kind="beviljat", initiatives=("Ljuset", "Vågen"), reservations=("A", "B"))
    for row in (read_csv(record)[0], read_xlsx(record)[0]):
        assert row["Slag"] == "Beslut"
        assert str(row["Kronor"]) == "1250000"
        assert row["Insats"] == "Ljuset, Vågen"
        assert row["Reservationer"] == "A; B"
        assert row["Dokument"] == "Protokoll 2030-05-12"
        assert row["Citat"] == record.place.quote
        assert str(row["Sida"]) == "2"


def test_numbers_are_numbers() -> None:
    assert read_csv(result(12.5, unit="%"), money(7))[0]["Antal"] == "12,5"
    rows = read_xlsx(result(12.5, unit="%"), money(7), decision())
    assert [row["Antal"] for row in rows] == [12.5, None, None]
    assert [row["Kronor"] for row in rows] == [None, 7, None]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " ="])
def test_text_makes_no_formula(start: str) -> None:
    attack = f'{start}HYPERLINK("http://example.org","klicka")'
    record = decision(attack, body=attack, place=place("minutes", attack))
    row = read_csv(record)[0]
    for head in ("Vad", "Vem beslutade", "Citat"):
        assert row[head] == f"'{attack.strip()}"
    sheet = openpyxl.load_workbook(BytesIO(as_xlsx(register([record]).entries))).active
    cells = [cell for cell in sheet[2] if str(cell.value).endswith('klicka")')]
    assert len(cells) == 3
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells)


def test_an_amount_below_zero_stays_a_number() -> None:
    assert read_csv(money(-5))[0]["Kronor"] == "-5"


def test_nothing_shown_is_a_file_of_heads() -> None:
    assert read_csv() == []
    assert read_xlsx() == []
    assert len({field.head for field in FIELDS}) == len(FIELDS)
