"""PDF: reading order, furniture, positions of letters, passwords. The files are made here."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from ingest.errors import UnreadableFile
from ingest.model import Kind
from ingest.readers import layout, pdf
from ingest.readers.layout import Box, Piece
from tests.ingest.pdfs import BODY, HEAD, LONG, drawn, story, texts, written


def test_paragraphs_and_headings() -> None:
    """Wrapped lines are one paragraph; a larger bold line above is a heading."""
    reading = pdf.read(story(Paragraph("Om samordning", HEAD), Paragraph(LONG, BODY), Paragraph(LONG, BODY)), "a.pdf")
    assert [(block.kind, block.text, block.page) for block in reading.blocks] == [
        (Kind.HEADING, "Om samordning", 1),
        (Kind.PARAGRAPH, LONG, 1),
        (Kind.PARAGRAPH, LONG, 1),
    ]
    assert reading.unread == ()
    assert reading.hidden == ()


def test_two_columns_keep_their_order() -> None:
    """The left column is read to its end before the right one."""
    out = BytesIO()
    document = BaseDocTemplate(out, pagesize=A4, invariant=1)
    frames = [Frame(50, 50, 230, 740), Frame(310, 50, 230, 740)]
    document.addPageTemplates([PageTemplate(frames=frames)])
    document.build([Paragraph(f"Stycke {n}. {LONG}", BODY) for n in range(1, 21)])
    found = " ".join(texts(pdf.read(out.getvalue(), "a.pdf")))
    places = [found.index(f"Stycke {n}.") for n in range(1, 21)]
    assert places == sorted(places)
    assert found.count(LONG) == 20


def test_headers_and_footers_go() -> None:
    """A running title and "Sidan 1 av 4" are on no page of the reading."""

    def draw(canvas: Canvas) -> None:
        for page in range(1, 5):
            canvas.setFont("Helvetica", 8)
            canvas.drawString(72, 810, "Plan för förbundet")
            canvas.drawString(270, 30, f"Sidan {page} av 4")
            canvas.setFont("Helvetica", 10)
            for row in range(12):
                canvas.drawString(72, 760 - 13 * row, f"Rad {row} på sida {page} hör till den löpande texten här")
            canvas.showPage()

    found = " ".join(texts(pdf.read(drawn(draw), "a.pdf")))
    assert "Sidan" not in found
    assert "Plan för förbundet" not in found
    assert "Rad 0 på sida 3" in found


def test_cells_without_rules_are_apart() -> None:
    """Texts far apart on one line are parted by a tab, so that the table of them can be found."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 740, "Löner")
        canvas.drawString(300, 740, "400 000")

    (page,) = [layout.lines(_pieces(drawn(draw)))]
    assert [line.text for line in page] == ["Löner\t400 000"]


def _pieces(data: bytes) -> list[Piece]:
    from ingest.readers.ink import Ink

    ink = Ink(False, *A4)
    PdfReader(BytesIO(data)).pages[0].extract_text(visitor_operand_after=ink.operator, visitor_text=ink.text)
    return ink.pieces()[0]


def test_raised_note_number_stays_on_its_line() -> None:
    """A small raised figure joins its word; after a digit a seam keeps it from growing into the number."""
    page = layout.lines(
        [Piece("Enligt planen", 72, 700, 10), Piece("1", 140, 704, 6), Piece(" gäller 2030", 144, 700, 10),
         Piece("2", 200, 704, 6), Piece("\n", 0, 0, 0), Piece("Nästa rad", 72, 687, 10)]
    )  # fmt: skip
    assert [line.text for line in page] == ["Enligt planen1 gäller 2030\ue0002", "Nästa rad"]


def test_box_takes_the_place_of_its_pieces() -> None:
    spots = [("Före\n", 72, 700), ("cell\n", 80, 650), ("cell\n", 180, 650), ("Efter", 72, 600)]
    pieces = [Piece(text, x, y, 10) for text, x, y in spots]
    page = layout.lines(pieces, [Box(70, 640, 300, 670)])
    assert [(line.text, line.table) for line in page] == [("Före", None), ("", 0), ("Efter", None)]


def encrypted(user: str, owner: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(story(Paragraph(LONG, BODY)))))
    writer.encrypt(user, owner, algorithm="AES-256")
    return written(writer)


def test_user_password_is_refused_owner_password_is_not() -> None:
    with pytest.raises(UnreadableFile, match="lösenord"):
        pdf.read(encrypted("hemligt", "agare"), "a.pdf")
    assert texts(pdf.read(encrypted("", "agare"), "a.pdf")) == [LONG]
