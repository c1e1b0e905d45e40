"""The comparison as XLSX: real numbers, and a running sum that reckons."""

from __future__ import annotations

from typing import Any

from assistant.screening.comparing import Comparison
from assistant.screening.model import Verdict
from assistant.screening.paper import Paper
from assistant.screening.telling import CAUTION, GROUPS, NOT_STATED, RECOMMENDATIONS, SIGNS, VERDICTS, counted
from assistant.spreadsheet import KRONOR, fill, saved, set_widths, workbook, write_number, write_text, write_texts

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
    book = workbook("Jämförelse av utkast", comparison.papers[0].association)
    _criteria(book.active, comparison)
    _money(book.create_sheet("Medel"), comparison)
    return saved(book)


def _criteria(sheet: Any, comparison: Comparison) -> None:
    """Criteria as rows, drafts as columns."""
    sheet.title = "Kriterier"
    _title(sheet, f"{comparison.papers[0].association} · {CAUTION} · granskat {comparison.papers[0].day}")
    write_texts(sheet, 2, ("Nr", "Kriterium", "Område", *(paper.name for paper in comparison.papers)), bold=True)
    for place, row in enumerate(comparison.rows, 3):
        words = [f"{SIGNS[one]} {VERDICTS[one]}" if one else "" for one in row.verdicts]
        write_texts(sheet, place, (row.criterion.id, row.criterion.name, GROUPS[row.criterion.group], *words))
        for column, one in enumerate(row.verdicts, 4):
            if one:
                fill(sheet.cell(place, column), _GROUNDS[one])
    below = len(comparison.rows) + 3
    outcomes = (RECOMMENDATIONS[paper.recommendation] for paper in comparison.papers)
    write_texts(sheet, below, ("", "Förslag (en människa beslutar)", "", *outcomes), bold=True)
    write_texts(sheet, below + 1, ("", f"Sökt för {comparison.year}", ""), bold=True)
    for column, paper in enumerate(comparison.papers, 4):
        _amount(sheet, below + 1, column, paper.money.asked)
    set_widths(sheet, (6, 38, 16, *(24 for _ in comparison.papers)))
    sheet.freeze_panes = "D3"


def _money(sheet: Any, comparison: Comparison) -> None:
    """Drafts as rows in the order chosen; the column "Räknas med" takes 1 or 0, and the sums follow."""
    _title(sheet, f"{CAUTION} · ändra 1 till 0 i kolumnen ”Räknas med” för att lämna ett utkast utanför summan")
    write_texts(sheet, 2, ("", f"Kvar att fördela {comparison.year}"), bold=True)
    _amount(sheet, 2, 3, comparison.left)
    heads = ("Nr", "Utkast", f"Sökt för {comparison.year}", "Räknas med", "Summa hittills", "Kvar därefter", "Förslag")
    write_texts(sheet, _FIRST_DRAFT - 1, (*heads, "Bedömningar", "Fil"), bold=True)
    for place, paper in enumerate(comparison.papers, _FIRST_DRAFT):
        _draft(sheet, place, paper, comparison.left is not None)
    set_widths(sheet, (6, 38, 18, 12, 18, 18, 32, 44, 30))
    sheet.freeze_panes = f"C{_FIRST_DRAFT}"


def _draft(sheet: Any, place: int, paper: Paper, left_known: bool) -> None:
    sheet.cell(place, 1, place - _FIRST_DRAFT + 1)
    write_text(sheet.cell(place, 2), paper.name)
    _amount(sheet, place, 3, paper.money.asked)
    sheet.cell(place, 4, 1)
    sheet.cell(place, 5, f"=SUMIF(D${_FIRST_DRAFT}:D{place},1,C${_FIRST_DRAFT}:C{place})").number_format = KRONOR
    if left_known:
        sheet.cell(place, 6, f"=$C$2-E{place}").number_format = KRONOR
    for column, text in ((7, RECOMMENDATIONS[paper.recommendation]), (8, counted(paper.verdicts)), (9, paper.file)):
        write_text(sheet.cell(place, column), text)


def _title(sheet: Any, text: str) -> None:
    """Write a line over the sheet's whole width."""
    write_text(sheet.cell(1, 1), text, wrap=False)


def _amount(sheet: Any, row: int, column: int, sek: int | None) -> None:
    """Write an amount as a number, or that it is not stated."""
    if sek is None:
        write_text(sheet.cell(row, column), NOT_STATED)
    else:
        write_number(sheet.cell(row, column), sek, KRONOR)
