"""PDF: pages that are pictures, and pages with nothing on them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from pypdf import PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from ingest.errors import UnreadableFile
from ingest.readers import ocr, pdf, read
from tests.ingest.pdfs import BODY, LONG, drawn, story, texts, written


def scan(*pages: str) -> bytes:
    """A PDF whose pages are pictures of text."""

    def draw(canvas: Canvas) -> None:
        for line in pages:
            image = Image.new("L", (1240, 1754), 255)
            ImageDraw.Draw(image).text((120, 150), line, fill=0, font=ImageFont.load_default(36))
            canvas.drawImage(ImageReader(image), 0, 0, *A4)
            canvas.showPage()

    return drawn(draw)


def test_scanned_pages_without_ocr_are_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence per run of pages, saying what to install; the file itself is not refused."""
    monkeypatch.setattr(ocr, "available", lambda: False)
    path = tmp_path / "skannad.pdf"
    path.write_bytes(scan("Ett", "Tva", "Tre"))
    reading = read(path)
    assert reading.blocks == ()
    assert len(reading.unread) == 1
    assert reading.unread[0].startswith("Sidorna 1–3 är inskannade bilder")
    assert "tesseract-ocr-swe" in reading.unread[0]


def test_scanned_page_among_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)
    writer = PdfWriter()
    for part in (story(Paragraph(LONG, BODY)), scan("Bild"), story(Paragraph(LONG, BODY)), scan("Bild")):
        writer.append(BytesIO(part))
    reading = pdf.read(written(writer), "a.pdf")
    assert [sentence.split(" är")[0] for sentence in reading.unread] == ["Sidan 2", "Sidan 4"]
    assert [block.page for block in reading.blocks] == [1, 3]


@pytest.mark.skipif(not ocr.available(), reason="Tesseract with Swedish is not installed")
def test_scanned_page_is_read_by_ocr() -> None:
    reading = pdf.read(scan("Bidraget till kansliet beslutas av styrelsen"), "a.pdf")
    assert "kansliet beslutas av styrelsen" in " ".join(texts(reading))
    assert reading.unread == ()
    assert reading.blocks[0].page == 1


def test_scanned_page_that_cannot_be_drawn_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest of the document is read all the same. Nothing but pypdf finds a PDF that begins so late in its file."""
    monkeypatch.setattr(ocr, "available", lambda: True)
    writer = PdfWriter()
    for part in (story(Paragraph(LONG, BODY)), scan("Bild")):
        writer.append(BytesIO(part))
    reading = pdf.read(b"x" * 2000 + b"\n" + written(writer), "a.pdf")
    assert texts(reading) == [LONG]
    assert [sentence.split(" är")[0] for sentence in reading.unread] == ["Sidan 2"]


def test_blank_pages_have_no_text(tmp_path: Path) -> None:
    path = tmp_path / "blank.pdf"
    path.write_bytes(drawn(lambda canvas: canvas.showPage()))
    with pytest.raises(UnreadableFile, match="ingen text"):
        read(path)
