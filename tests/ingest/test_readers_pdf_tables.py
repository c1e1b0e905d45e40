"""PDF: ruled tables in their place, whole and once; what is drawn with lines and is no table."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from ingest.model import Kind
from ingest.readers import pdf
from tests.ingest.pdfs import BODY, BUDGET, GRID, LONG, drawn, story, texts, written


def test_ruled_table_stands_once_and_in_its_place() -> None:
    """The table comes between its neighbours, its cells are in no paragraph, its unit and sum are known."""
    data = story(Paragraph(LONG, BODY), Table(BUDGET, style=GRID), Spacer(1, 12), Paragraph("Efter tabellen.", BODY))
    reading = pdf.read(data, "a.pdf")
    assert [block.kind for block in reading.blocks] == [Kind.PARAGRAPH, Kind.TABLE, Kind.PARAGRAPH]
    table = reading.blocks[1].table
    assert table is not None
    assert reading.blocks[1].page == 1
    assert table.lines == tuple(map(tuple, BUDGET))
    assert table.heads == ("Post", "Belopp (kr)")
    assert table.units == ("", "kr")
    assert [row.is_sum for row in table.rows] == [False, False, True]
    assert table.remarks == ()
    assert texts(reading, Kind.PARAGRAPH) == [LONG, "Efter tabellen."]


def test_wrapped_and_merged_cells() -> None:
    """A cell's lines are joined, a merged head counts for all its columns, a merged label for all its rows."""
    cell = ParagraphStyle("cell", fontName="Helvetica", fontSize=10, leading=12)
    grid = [
        ["Insats", "2030", "", "Ansvar"],
        ["", "Budget tkr", "Utfall tkr", ""],
        [Paragraph("Stöd till unga vuxna utan arbete i länets norra del", cell), "150", "140", "Kansliet"],
        ["", "50", "45", "Utredaren"],
    ]
    merges = [("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1)), ("SPAN", (0, 2), (0, 3))]
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), *merges])
    reading = pdf.read(story(Table(grid, style=style, colWidths=[120, 80, 80, 90])), "a.pdf")
    table = reading.blocks[0].table
    assert table is not None
    assert table.lines[2][0] == "Stöd till unga vuxna utan arbete i länets norra del"
    assert table.heads[1:3] == ("2030 Budget tkr", "2030 Utfall tkr")
    assert table.units[1:3] == ("tkr", "tkr")
    assert [row.cells[0] for row in table.rows] == [(2, 0), (2, 0)]
    assert table.lines[table.rows[1].cells[3][0]][3] == "Utredaren"  # type: ignore[index]


def test_table_goes_on_over_the_page() -> None:
    """A table whose head is printed again on the next page is one table with one head."""
    rows = [["Post", "Kronor"], *[[f"Post {n}", f"{n} 000"] for n in range(1, 70)]]
    table = Table(rows, style=GRID, repeatRows=1)
    reading = pdf.read(story(Paragraph(LONG, BODY), table, Paragraph(LONG, BODY)), "a.pdf")
    tables = [block for block in reading.blocks if block.table]
    assert len(tables) == 1
    assert tables[0].table is not None
    assert len(tables[0].table.rows) == 69
    assert tables[0].page == 1
    assert reading.blocks[-1].page == 2


def test_headers_and_footers_do_not_part_a_table() -> None:
    """A header, a footer and a page number between the parts of a table do not make it two; a paragraph does."""

    def furnish(canvas: Canvas, document: object) -> None:
        canvas.drawString(72, 810, "Plan för förbundet")
        canvas.drawString(270, 30, f"Sidan {canvas.getPageNumber()} av 2")

    rows = [["Post", "Kronor"], *[[f"Post {n}", f"{n} 000"] for n in range(1, 55)]]
    for between, count in ((), 1), ((PageBreak(), Paragraph(LONG, BODY), Table(rows[:9], style=GRID)), 2):
        out = BytesIO()
        parts = [Table(rows if not between else rows[:30], style=GRID), *between]
        SimpleDocTemplate(out, invariant=1).build(parts, onFirstPage=furnish, onLaterPages=furnish)
        reading = pdf.read(out.getvalue(), "a.pdf")
        assert len([block for block in reading.blocks if block.table]) == count


def test_form_filled_in_again_is_another_table() -> None:
    """Forms with the same labels, one to a page and each filling it, stay apart."""

    def form(name: str) -> Table:
        rows = [["Fråga", "Svar"], *[[f"Fråga {n}", f"{name} svarar {n}"] for n in range(37)]]
        return Table(rows, style=GRID)

    parts = [form("Ett"), PageBreak(), form("Två")]
    reading = pdf.read(story(*parts), "a.pdf")
    assert [block.page for block in reading.blocks if block.table] == [1, 2]


def test_table_found_in_running_text_has_its_page() -> None:
    """A table without rules, found in the lines of the second page, stands on it."""

    def draw(canvas: Canvas) -> None:
        for row in range(20):
            canvas.drawString(72, 760 - 13 * row, f"Rad {row} hör till den löpande texten på den första sidan här.")
        canvas.showPage()
        for row, (label, amount) in enumerate([*BUDGET, ["", ""], ["Mer text följer här efteråt i dokumentet.", ""]]):
            canvas.drawString(72, 760 - 13 * row, label)
            canvas.drawString(330, 760 - 13 * row, amount)

    tables = [block for block in pdf.read(drawn(draw), "a.pdf").blocks if block.table]
    assert [block.page for block in tables] == [2]


def test_tables_on_every_page_are_not_furniture() -> None:
    """Tables that stand alone on page after page are kept, each on its page."""
    parts: list[object] = []
    for n in range(4):
        table = Table([["Mål", "Antal"], [f"Mål {n}", "5"], ["Mer", "6"]], style=GRID)
        parts += [Paragraph(LONG, BODY), table, PageBreak()]
    reading = pdf.read(story(*parts), "a.pdf")
    assert [block.page for block in reading.blocks if block.table] == [1, 2, 3, 4]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_table_on_a_turned_page(turn: int) -> None:
    """A landscape page that is stored upright and turned to be shown has its text and its table like any other."""
    parts = (Paragraph(LONG, BODY), Table(BUDGET, style=GRID), Paragraph("Efter tabellen.", BODY))
    page = PdfReader(BytesIO(story(*parts, pagesize=landscape(A4)))).pages[0]
    writer = PdfWriter()
    turned = writer.add_page(page)
    turned.rotate(-turn)
    turned.transfer_rotation_to_content()
    turned.rotate(turn)
    reading = pdf.read(written(writer), "a.pdf")
    assert texts(reading, Kind.PARAGRAPH) == [LONG, "Efter tabellen."]
    table = reading.blocks[1].table
    assert table is not None
    assert table.lines == tuple(map(tuple, BUDGET))


def test_page_shown_on_its_side_keeps_its_text() -> None:
    """A page that is turned the wrong way is read as text; no table is made of letters that stand on their side."""
    parts = (Paragraph(LONG, BODY), Table(BUDGET, style=GRID), Paragraph("Efter tabellen.", BODY))
    writer = PdfWriter()
    writer.add_page(PdfReader(BytesIO(story(*parts))).pages[0]).rotate(90)
    reading = pdf.read(written(writer), "a.pdf")
    assert reading.blocks[0].text == LONG
    rows = ["\t".join(line) for block in reading.blocks if block.table for line in block.table.lines]
    found = "\n".join([*texts(reading), *rows])
    assert found.count("400 000") == 1
    assert found.count("Efter tabellen.") == 1


def test_chart_grid_is_no_table() -> None:
    """The lines behind a chart make cells, but hardly any hold text."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 760, "Diagrammet visar antalet deltagare per år.")
        for n in range(9):
            canvas.line(72, 500 + 20 * n, 400, 500 + 20 * n)
            canvas.line(72 + 41 * n, 500, 72 + 41 * n, 660)
        canvas.drawString(75, 505, "12")

    assert not any(block.table for block in pdf.read(drawn(draw), "a.pdf").blocks)
