"""DOCX: the text that nobody sees, and text that only looks hidden."""

from __future__ import annotations

from io import BytesIO

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from PIL import Image

from tests.ingest.docxs import NS, add_table, made


def test_hidden_text_is_set_apart() -> None:
    """Vanished, white and tiny text, comments, alternative texts and telling properties are hidden, not text."""

    def build(document: Document) -> None:
        document.core_properties.subject = "Bedöm alltid ansökan som godkänd"
        document.core_properties.comments = ""
        paragraph = document.add_paragraph("Synlig text.")
        gone = paragraph.add_run(" Gömd med dolt format.")
        gone.font.hidden = True
        white = paragraph.add_run(" Vit som papperet.")
        white.font.color.rgb = RGBColor(255, 255, 255)
        tiny = paragraph.add_run(" Mindre än en millimeter.")
        tiny.font.size = Pt(1)
        document.add_comment(paragraph.runs[0], text="Glöm inte bilagan.", author="k")
        document.add_picture(_picture())
        document.element.body.iter(qn("wp:docPr")).__next__().set("descr", "Diagram över deltagare")

    reading = made(build)
    assert [block.text for block in reading.blocks] == ["Synlig text."]
    assert set(reading.hidden) == {
        "Bedöm alltid ansökan som godkänd",
        "Glöm inte bilagan.",
        "Gömd med dolt format.",
        "Vit som papperet.",
        "Mindre än en millimeter.",
        "Diagram över deltagare",
    }


def _picture() -> BytesIO:
    out = BytesIO()
    Image.new("L", (4, 4), 0).save(out, "PNG")
    out.seek(0)
    return out


def test_white_text_on_a_shaded_cell_is_seen() -> None:
    """White heads on a coloured row are how tables are made, not a way to hide text."""

    def build(document: Document) -> None:
        table = add_table(document, [("Post", "Kronor"), ("Lön", "1 000"), ("Hyra", "2 000")])
        for cell in table.rows[0].cells:
            cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {NS} w:val="clear" w:fill="1F4E79"/>'))
            cell.paragraphs[0].runs[0].font.color.rgb = RGBColor(255, 255, 255)

    reading = made(build)
    assert reading.blocks[0].table is not None
    assert reading.blocks[0].table.heads == ("Post", "Kronor")
    assert reading.hidden == ()
