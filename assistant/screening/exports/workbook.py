"""The comparison as XLSX: real numbers, a running sum that reckons, text that makes no formula. Wraps openpyxl."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from assistant.screening.comparing import Comparison
from assistant.screening.exports.names import printable
from assistant.screening.model import Verdict
from assistant.screening.paper import Paper
from assistant.screening.telling import CAUTION, GROUPS, NOT_STATED, RECOMMENDATIONS, SIGNS, VERDICTS, counted

_KRONOR = '#,##0" kr"'
_BOLD = Font(bold=True)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_GROUNDS = {
    Verdict.NOT_MET: "F6D5D0",
    Verdict.UNCLEAR: "FFF0CC",
    Verdict.MET: "DDEFE3",
    Verdict.NOT_APPLICABLE: "EEF1F0",
}
_FIRST_DRAFT = 5
"""The row of the first draft on the sheet of the money."""


def as_xlsx(comparison: Comparison) -> bytes:
    """Return the comparison as the bytes of an XLSX file: one sheet of criteria, one of the money."""
    book = Workbook()
    book.properties.title, book.properties.creator = "Jämförelse av utkast", comparison.papers[0].association
    book.properties.language = "sv-SE"
    _criteria(book.active, comparison)
    _money(book.create_sheet("Medel"), comparison)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _criteria(sheet: Any, comparison: Comparison) -> None:
    """Criteria as rows, drafts as columns."""
    sheet.title = "Kriterier"
    _title(sheet, f"{comparison.papers[0].association} · {CAUTION} · granskat {comparison.papers[0].day}")
    _texts(sheet, 2, ("Nr", "Kriterium", "Område", *(paper.name for paper in comparison.papers)), _BOLD)
    for place, row in enumerate(comparison.rows, 3):
        words = [f"{SIGNS[one]} {VERDICTS[one]}" if one else "" for one in row.verdicts]
        _texts(sheet, place, (row.criterion.id, row.criterion.name, GROUPS[row.criterion.group], *words))
        for column, one in enumerate(row.verdicts, 4):
            if one:
                sheet.cell(place, column).fill = PatternFill("solid", fgColor=_GROUNDS[one])
    below = len(comparison.rows) + 3
    outcomes = (RECOMMENDATIONS[paper.recommendation] for paper in comparison.papers)
    _texts(sheet, below, ("", "Förslag (en människa beslutar)", "", *outcomes), _BOLD)
    _texts(sheet, below + 1, ("", f"Sökt för {comparison.year}", ""), _BOLD)
    for column, paper in enumerate(comparison.papers, 4):
        _amount(sheet, below + 1, column, paper.money.asked)
    _widths(sheet, (6, 38, 16, *(24 for _ in comparison.papers)))
    sheet.freeze_panes = "D3"


def _money(sheet: Any, comparison: Comparison) -> None:
    """Drafts as rows in the order chosen; the column "Räknas med" takes 1 or 0, and the sums follow."""
    _title(sheet, f"{CAUTION} · ändra 1 till 0 i kolumnen ”Räknas med” för att lämna ett utkast utanför summan")
    _texts(sheet, 2, ("", f"Kvar att fördela {comparison.year}"), _BOLD)
    _amount(sheet, 2, 3, comparison.left)
    heads = ("Nr", "Utkast", f"Sökt för {comparison.year}", "Räknas med", "Summa hittills", "Kvar därefter", "Förslag")
    _texts(sheet, _FIRST_DRAFT - 1, (*heads, "Bedömningar", "Fil"), _BOLD)
    for place, paper in enumerate(comparison.papers, _FIRST_DRAFT):
        _draft(sheet, place, paper, comparison.left is not None)
    _widths(sheet, (6, 38, 18, 12, 18, 18, 32, 44, 30))
    sheet.freeze_panes = f"C{_FIRST_DRAFT}"


def _draft(sheet: Any, place: int, paper: Paper, left_known: bool) -> None:
    sheet.cell(place, 1, place - _FIRST_DRAFT + 1)
    _text(sheet.cell(place, 2), paper.name)
    _amount(sheet, place, 3, paper.money.asked)
    sheet.cell(place, 4, 1)
    sheet.cell(place, 5, f"=SUMIF(D${_FIRST_DRAFT}:D{place},1,C${_FIRST_DRAFT}:C{place})").number_format = _KRONOR
    if left_known:
        sheet.cell(place, 6, f"=$C$2-E{place}").number_format = _KRONOR
    for column, text in ((7, RECOMMENDATIONS[paper.recommendation]), (8, counted(paper.verdicts)), (9, paper.file)):
        _text(sheet.cell(place, column), text)


def _title(sheet: Any, text: str) -> None:
    """Write a line over the sheet's whole width."""
    _text(sheet.cell(1, 1), text)
    sheet.cell(1, 1).alignment = Alignment(wrap_text=False)


def _amount(sheet: Any, row: int, column: int, sek: int | None) -> None:
    """Write an amount as a number, or that it is not stated."""
    if sek is None:
        _text(sheet.cell(row, column), NOT_STATED)
    else:
        sheet.cell(row, column, sek).number_format = _KRONOR


def _texts(sheet: Any, row: int, texts: Sequence[str], font: Font | None = None) -> None:
    for column, text in enumerate(texts, 1):
        _text(sheet.cell(row, column), text)
        if font:
            sheet.cell(row, column).font = font


def _text(cell: Any, text: str) -> None:
    """Write words as words: a sign like "=" at their beginning makes no formula, here or when saved as CSV."""
    cell.value = printable(text)[:32_767]
    cell.data_type = "s"
    cell.quotePrefix = True
    cell.alignment = _WRAPPED


def _widths(sheet: Any, widths: Sequence[int]) -> None:
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
