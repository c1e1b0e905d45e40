"""The files of the office: Word, PDF, workbook and terminal say the same, and hold text as text."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import openpyxl
import pytest
from pypdf import PdfReader

from assistant.screening.comparing import compare
from assistant.screening.exports.blocks import Paperwork, Paragraph, Table
from assistant.screening.exports.comparison import comparison
from assistant.screening.exports.letter import letter
from assistant.screening.exports.names import file_name
from assistant.screening.exports.pdf import as_pdf
from assistant.screening.exports.plain import as_text
from assistant.screening.exports.protocol import protocol as paperwork
from assistant.screening.exports.word import as_docx
from assistant.screening.exports.workbook import as_xlsx
from assistant.screening.model import Recommendation, Verdict
from assistant.screening.paper import Paper, write
from assistant.screening.telling import CAUTION, REMARK, SIGNS, VERDICTS
from tests.assistant.screening.protocols import (
    ADVISED,
    DAY,
    DOUBT,
    GOAL,
    HOME,
    NUMBER,
    ORDER,
    POINT,
    RULE,
    draft,
    paper,
    papers,
    protocol,
)

SAID = (HOME, GOAL, ORDER, RULE, "Förslag: Behöver kompletteras", "Båda prövar arbete med coach.", "Läst och bedömt av")


def opened(data: bytes) -> Any:
    return docx.Document(BytesIO(data))


def words(data: bytes) -> str:
    """All text of a Word file's body."""
    return "\n".join(one.text for one in opened(data).paragraphs)


def pdf_text(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split())


def verdicts_in(data: bytes) -> dict[str, str]:
    """The verdicts in the first table of a Word file."""
    return {row.cells[0].text: row.cells[2].text for row in opened(data).tables[0].rows[1:]}


def named(title: str) -> Paper:
    return replace(paper(), title=title)


def test_the_word_file_holds_every_verdict_in_words_and_signs() -> None:
    shown = paper()
    found = verdicts_in(as_docx(paperwork(shown)))
    assert found == {one.criterion.id: f"{SIGNS[one.verdict]} {VERDICTS[one.verdict]}" for one in shown.findings}


def test_the_word_file_says_what_a_reader_must_know() -> None:
    text = words(as_docx(paperwork(paper())))
    for said in SAID:
        assert said in text
    assert NUMBER not in text


def test_every_page_of_the_word_file_says_that_it_decides_nothing() -> None:
    section = opened(as_docx(paperwork(paper()))).sections[0]
    header, footer = section.header.paragraphs[0].text, section.footer.paragraphs[0]
    for said in ("Finsam i Malmö", CAUTION, "2026-03-02", "ljusa-steg.md"):
        assert said in header
    assert CAUTION in footer.text
    assert "gäller 2026-01-01 till 2026-12-31 · dokument inlästa 2026-03-01" in footer.text
    assert "PAGE" in footer._p.xml


def test_the_word_file_has_headings_language_and_a_repeated_table_head() -> None:
    read = opened(as_docx(paperwork(paper())))
    levels = [one.style.name for one in read.paragraphs if one.style.name.startswith(("Title", "Heading"))]
    assert levels[0] == "Title"
    assert {"Heading 1", "Heading 2"} < set(levels)
    assert 'w:lang w:val="sv-SE"' in read.styles["Normal"].element.xml
    assert "w:tblHeader" in read.tables[0].rows[0]._tr.xml
    assert read.core_properties.title == "Förhandsgranskning: Ljusa steg"


def test_the_budget_is_a_table_with_its_sums() -> None:
    rows = [[cell.text for cell in row.cells] for row in opened(as_docx(paperwork(paper()))).tables[1].rows]
    assert [[cell.replace("\u00a0", " ") for cell in row] for row in rows] == [
        ["Post", "Belopp"],
        ["Coach", "500 000 kr"],
        ["Lokal", "100 000 kr"],
        ["Posternas summa", "600 000 kr"],
        ["Summa som anges i utkastet", "650 000 kr"],
    ]


def test_the_columns_of_a_table_are_as_wide_as_their_words_and_fit_the_page() -> None:
    numbers, names, _ = (column.width for column in opened(as_docx(paperwork(paper()))).tables[0].columns)
    assert 3 * numbers < names
    long = Table(("a", "b"), (("x" * 500, "1"),))
    widths = [column.width.cm for column in opened(as_docx(Paperwork("t", "a", (long,)))).tables[0].columns]
    assert 12 < sum(widths) < 16.5


def test_the_pdf_says_the_same_on_numbered_pages() -> None:
    data = as_pdf(paperwork(paper()))
    text = pdf_text(data)
    for said in SAID:
        assert said in text
    for page in PdfReader(BytesIO(data)).pages:
        page_text = page.extract_text()
        assert page_text.count(CAUTION) >= 2
        assert re.search(r"sida\s+\d+ av \d+", page_text)
    assert NUMBER not in text


def test_the_pdf_can_be_read_aloud() -> None:
    """Tagged, in Swedish, with title and bookmarks."""
    reader = PdfReader(BytesIO(as_pdf(paperwork(paper()))))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is not None
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]).startswith("sv")
    assert reader.metadata is not None
    assert reader.metadata.title == "Förhandsgranskning: Ljusa steg"
    assert reader.metadata.author == "Finsam i Malmö"
    assert "Målgrupp" in [str(one.title) for one in reader.outline if not isinstance(one, list)]


@pytest.mark.parametrize("text", ["#panic() $x$ *a* _b_ @c <d> \\ `e`", '[#import "x"]', "= = =", "//kommentar"])
def test_signs_in_a_draft_are_no_markup_in_the_pdf(text: str) -> None:
    assert text in pdf_text(as_pdf(Paperwork("t", "a", (Paragraph(text, text),))))


@pytest.mark.parametrize("text", ["😀 漢字 \x00 \ud800 \x0b slut", "e\u0301 slut", "שלום slut"])
def test_odd_signs_stop_no_file(text: str) -> None:
    work = Paperwork(text, text, (Paragraph(text),), text, text)
    assert "slut" in pdf_text(as_pdf(work))
    assert "slut" in words(as_docx(work))
    assert "slut" in as_text(work)
    assert as_xlsx(compare([named(text)]))


def test_the_letter_asks_the_questions_politely_in_the_offices_name() -> None:
    work = letter(paper())
    assert work is not None
    text = words(as_docx(work))
    assert "Frågor om ert utkast ”Ljusa steg”" in text
    assert "Till: Malmö stad, enheten för arbetsprövning" in text
    for _, question in paper().questions:
        assert question in text
    assert "Kansliet, Finsam i Malmö" in text
    assert "Brevet är inget beslut." in text
    assert "uppfyllt" not in text
    asked = [one for one in opened(as_docx(work)).paragraphs if one.style.name == "List Number"]
    assert len(asked) == 2


def test_the_letter_to_one_that_seems_outside_opens_a_conversation() -> None:
    work = letter(write(protocol(recommendation=Recommendation.OUTSIDE), DAY))
    assert work is not None
    assert "ser kansliet inte hur det ryms" in as_text(work)


def test_the_letter_tells_how_the_draft_was_read_where_it_says_no() -> None:
    judged = [replace(one, question=None) for one in protocol().judgements]
    work = letter(write(replace(protocol(), judgements=tuple(judged)), DAY))
    assert work is not None
    text = words(as_docx(work))
    assert "Finns en budget post för post" in text
    assert "Skälet för E1 <b>i klartext</b>. I utkastet står det: ”650 000”" in text
    assert "Det här vill vi veta" not in text


def test_without_questions_there_is_no_letter() -> None:
    assert letter(write(protocol(verdicts={}), DAY)) is None


def test_the_terminal_shows_lines_that_fit() -> None:
    text = as_text(paperwork(paper()))
    assert max(map(len, text.splitlines())) <= 100
    assert "M1 Bor i Malmö: ✓ Uppfyllt" in text
    assert "E1  Budgeten går ihop                       ✗ Inte uppfyllt" in text


def sheets(*shown: Paper) -> tuple[Any, Any]:
    book = openpyxl.load_workbook(BytesIO(as_xlsx(compare(shown))))
    return book["Kriterier"], book["Medel"]


def test_the_workbook_has_real_numbers_and_sums_that_reckon() -> None:
    _, money = sheets(*papers(300_000, None, 400_000))
    assert [money.cell(row, 3).value for row in (2, 5, 6, 7)] == [1_000_000, 300_000, "framgår inte", 400_000]
    assert [money.cell(row, 5).value for row in (5, 7)] == ["=SUMIF(D$5:D5,1,C$5:C5)", "=SUMIF(D$5:D7,1,C$5:C7)"]
    assert money["F7"].value == "=$C$2-E7"
    assert money["C5"].number_format == '#,##0" kr"'
    assert money.freeze_panes == "C5"


def test_the_workbook_has_criteria_as_rows_and_drafts_as_columns() -> None:
    criteria, _ = sheets(paper(), *papers(300_000))
    assert [cell.value for cell in criteria[2]][3:] == ["Ljusa steg", "A"]
    rows = {row[0].value: row[3].value for row in criteria.iter_rows(min_row=3)}
    assert rows["E1"] == "✗ Inte uppfyllt"
    assert rows["M1"] == "✓ Uppfyllt"
    assert criteria.freeze_panes == "D3"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r="])
def test_text_makes_no_formula(start: str) -> None:
    attack = f'{start}HYPERLINK("http://example.org","klicka")'
    criteria, money = sheets(named(attack))
    for cell in (criteria["D2"], money["B5"]):
        assert cell.data_type == "s"
        assert cell.quotePrefix
        assert cell.value == attack.strip()


def test_file_names_are_safe_and_each_used_once() -> None:
    assert file_name(paper(), "protokoll", "docx") == "protokoll-ljusa-steg.docx"
    assert file_name(paper(), "protokoll", "docx", {"protokoll-ljusa-steg.docx"}) == "protokoll-ljusa-steg-2.docx"
    assert file_name(named("Åtta öar"), "brev", "pdf") == "brev-åtta-öar.pdf"
    assert file_name(named("../../etc/passwd\x00:*?"), "brev", "pdf") == "brev-etc-passwd.pdf"
    assert file_name(named("???"), "brev", "pdf") == "brev-utkast.pdf"
    assert len(file_name(named("x" * 500), "protokoll", "docx")) < 90


def test_no_client_is_named_in_any_file() -> None:
    shown = write(protocol(draft(title=f"Stöd åt Tolvan Tolvansson {NUMBER}")), DAY)
    work, asked = paperwork(shown), letter(shown)
    assert asked is not None
    files = [words(as_docx(work)), words(as_docx(asked)), pdf_text(as_pdf(work)), as_text(work)]
    criteria, money = sheets(shown)
    files += [str([[cell.value for cell in row] for row in sheet]) for sheet in (criteria, money)]
    assert not any("Tolvansson" in text or "1212" in text for text in files)


def test_every_verdict_can_be_told() -> None:
    each = dict(zip(("M1", "M2", "M3", "M4"), Verdict, strict=True))
    found = verdicts_in(as_docx(paperwork(write(protocol(verdicts=each), DAY))))
    assert list(found.values())[:4] == ["✓ Uppfyllt", "? Oklart", "✗ Inte uppfyllt", "– Gäller inte här"]


def test_a_models_remarks_are_shown_as_its_own_in_every_form() -> None:
    shown = paper(protocol(draft(ADVISED)))
    for text in (words(as_docx(paperwork(shown))), pdf_text(as_pdf(paperwork(shown))), as_text(paperwork(shown))):
        line = " ".join(text.split())
        assert line.count(REMARK) == 2
        assert all(said in line for said in (DOUBT, POINT, "Språkmodellen prov:modell på den här datorn"))
    assert verdicts_in(as_docx(paperwork(shown)))["M1"] == "? Oklart (språkmodellen)"
    assert verdicts_in(as_docx(paperwork(shown)))["P2"] == "? Oklart"


def test_the_letter_asks_what_a_model_made_unclear_and_names_no_model() -> None:
    made = letter(paper(protocol(draft(ADVISED))))
    assert made is not None
    text = " ".join(as_text(made).split())
    assert "Bor alla deltagare i Malmö" in text
    assert "odell" not in text
    assert DOUBT not in text


def test_a_comparison_tells_what_only_a_model_makes_unclear() -> None:
    text = as_text(comparison(compare([paper(), paper(protocol(draft(ADVISED)))])))
    assert "M1 oklart bara enligt språkmodellen, inte enligt reglerna." in " ".join(text.split())
    assert "språkmodell" not in as_text(comparison(compare([paper()])))
