"""DOCX: tables, forms, and rows set with tabs."""

from __future__ import annotations

from docx.document import Document

from ingest.model import Kind
from tests.ingest.docxs import add_table, made, shape


def test_tabbed_paragraphs_are_a_table() -> None:
    """Rows set with tabs are found as a table, between the paragraphs around them."""

    def build(document: Document) -> None:
        document.add_heading("Budget", 1)
        document.add_paragraph("Så här fördelas pengarna under året.")
        for row in ("Post\tBelopp kr", "Löner\t400 000", "Lokal\t100 000", "Summa\t500 000"):
            document.add_paragraph(row)
        document.add_heading("Mål", 1)

    reading = made(build)
    tables = [block.table for block in reading.blocks if block.table]
    assert len(tables) == 1
    assert [row.is_sum for row in tables[0].rows] == [False, False, True]
    assert shape(reading)[1] == (Kind.PARAGRAPH, 0, "Så här fördelas pengarna under året.")


def test_merged_and_nested_cells() -> None:
    """A merged cell is written once and answers for all it covers; a table in a cell is part of its text."""

    def build(document: Document) -> None:
        table = add_table(document, [("Insats", "Budget", "Utfall"), ("Stöd", "10", "8"), ("", "20", "18")])
        table.cell(1, 0).merge(table.cell(2, 0))
        inner = table.cell(1, 0).add_table(rows=1, cols=2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "del ett", "del två"

    table = made(build).blocks[0].table
    assert table is not None
    assert table.lines == (("Insats", "Budget", "Utfall"), ("Stöd del ett del två", "10", "8"), ("", "20", "18"))
    assert [row.cells for row in table.rows] == [((1, 0), (1, 1), (1, 2)), ((1, 0), (2, 1), (2, 2))]


def test_form_is_a_sheet() -> None:
    """Two columns of label and answer are a sheet; a frame round a text is no table."""

    def build(document: Document) -> None:
        lines = [("Projektnamn", "Nya vägar"), ("Sökande", "Kommunen"), ("Syfte", "Fler i arbete"), ("Tid", "2031")]
        add_table(document, lines)
        document.add_paragraph("Text emellan.")
        document.add_table(rows=1, cols=1).cell(0, 0).text = "Inramad upplysning om bidraget."

    reading = made(build)
    table = reading.blocks[0].table
    assert table is not None
    assert table.sheet
    assert table.lines[0] == ("Projektnamn", "Nya vägar")
    assert len(table.rows) == 4
    assert shape(reading)[-1] == (Kind.PARAGRAPH, 0, "Inramad upplysning om bidraget.")


def test_tables_of_texts_stay_tables() -> None:
    """Cells that a file tells apart stay in their rows, whatever they hold; short labels make a sheet."""
    long = "Här står en hel mening som beskriver saken."

    def build(document: Document) -> None:
        for lines in ([("Trygghet", long), ("Mod", long)], [(long, long, long), (long, long, "")]):
            add_table(document, lines)
            document.add_paragraph("Text emellan som skiljer tabellerna åt.")

    first, second = (block.table for block in made(build).blocks if block.table)
    assert first.sheet
    assert [row.cells for row in first.rows] == [((0, 0), (0, 1)), ((1, 0), (1, 1))]
    assert not second.sheet
    assert second.lines == ((long, long, long), (long, long, ""))
    assert second.rows[1].cells == ((1, 0), (1, 1), None)
