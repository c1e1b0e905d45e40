"""DOCX: structure by style, lists, notes, changes; blocks in reading order."""

from __future__ import annotations

import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from ingest.model import SEAM, Block, Kind
from tests.ingest.docxs import NS, add_table, insert, made, shape


def test_headings_lists_and_tables_in_order() -> None:
    """Blocks come in reading order with the depth of their styles and the markers that are seen."""

    def build(document: Document) -> None:
        document.add_heading("Ansökan om medel", 0)
        document.add_heading("Bakgrund", 1)
        document.add_paragraph("Många unga saknar stöd efter skolan.")
        document.add_paragraph("Fler ska delta", style="List Bullet")
        document.add_paragraph("Fler ska arbeta", style="List Bullet 2")
        document.add_heading("Budget", 2)
        add_table(document, [("Post", "Kronor"), ("Löner", "300 000"), ("Lokal", "50 000")])
        document.add_paragraph("Först", style="List Number")
        document.add_paragraph("Sedan", style="List Number")

    reading = made(build)
    assert shape(reading) == [
        (Kind.HEADING, 1, "Ansökan om medel"),
        (Kind.HEADING, 1, "Bakgrund"),
        (Kind.PARAGRAPH, 0, "Många unga saknar stöd efter skolan."),
        (Kind.ITEM, 1, "• Fler ska delta"),
        (Kind.ITEM, 1, "• Fler ska arbeta"),
        (Kind.HEADING, 2, "Budget"),
        (Kind.TABLE, 0, ""),
        (Kind.ITEM, 1, "1. Först"),
        (Kind.ITEM, 1, "2. Sedan"),
    ]
    table = reading.blocks[6].table
    assert table is not None
    assert table.units == ("", "kr")
    assert [block.mark for block in reading.blocks if block.kind is Kind.ITEM] == ["•", "•", "1.", "2."]


@pytest.mark.parametrize(("name", "depth"), [("Rubrik 2", 2), ("heading 3", 3), ("Min rubrik", 1)])
def test_heading_by_name_or_by_base_style(name: str, depth: int) -> None:
    """Swedish names count, and so does a style of one's own that is based on a heading."""

    def build(document: Document) -> None:
        if name in [style.name for style in document.styles] or name.lower().startswith("heading"):
            document.add_paragraph("Mål och syfte", style="Heading 3")
            return
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        if name == "Min rubrik":
            style.base_style = document.styles["Heading 1"]
        document.add_paragraph("Mål och syfte", style=name)

    assert shape(made(build)) == [(Kind.HEADING, depth, "Mål och syfte")]


def test_outline_level_makes_a_heading() -> None:
    def build(document: Document) -> None:
        paragraph = document.add_paragraph("Uppföljning")
        paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {NS} w:val="1"/>'))

    assert shape(made(build)) == [(Kind.HEADING, 2, "Uppföljning")]


def test_bold_line_stands_for_a_heading() -> None:
    """A short paragraph all in bold is a heading below the last real one; bold words in a sentence are not."""

    def build(document: Document) -> None:
        document.add_heading("Ansökan", 1)
        document.add_paragraph().add_run("Målgrupp").bold = True
        paragraph = document.add_paragraph()
        paragraph.add_run("Sökande:").bold = True
        paragraph.add_run(" Kommunen")
        document.add_paragraph().add_run("Detta är viktigt för alla som deltar.").bold = True

    assert shape(made(build))[1:] == [
        (Kind.HEADING, 2, "Målgrupp"),
        (Kind.PARAGRAPH, 0, "Sökande: Kommunen"),
        (Kind.PARAGRAPH, 0, "Detta är viktigt för alla som deltar."),
    ]


def test_running_text_without_styles_is_outlined() -> None:
    """A document without any heading style still has its numbered headings found."""

    def build(document: Document) -> None:
        for text in ("1. Bakgrund", "Stödet behövs för dem som länge stått utan arbete.", "2. Mål",
                     "Alla deltagare ska ha en plan inom tre månader."):  # fmt: skip
            document.add_paragraph(text)

    assert [block.text for block in made(build).blocks if block.kind is Kind.HEADING] == ["1. Bakgrund", "2. Mål"]


def test_changes_fields_and_content_controls() -> None:
    """Deleted text is gone, inserted text and what is filled in a content control is there, once."""

    def build(document: Document) -> None:
        insert(
            document,
            f"<w:p {NS}><w:r><w:t xml:space='preserve'>Vi söker </w:t></w:r>"
            "<w:del w:id='1' w:author='a'><w:r><w:delText>90 000</w:delText></w:r></w:del>"
            "<w:ins w:id='2' w:author='a'><w:r><w:t>80 000</w:t></w:r></w:ins>"
            "<w:r><w:t xml:space='preserve'> kr.</w:t></w:r></w:p>",
        )
        insert(
            document,
            f"<w:sdt {NS}><w:sdtContent><w:p><w:r><w:t>Svar i fältet.</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        )
        insert(
            document,
            f"<w:sdt {NS}><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
            "<w:sdtContent><w:p><w:r><w:t>Innehåll 1</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        )
        insert(
            document,
            f"<w:p {NS}><w:r><w:t>Sida </w:t></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE"
            "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:t>ett</w:t></w:r></w:p>",
        )

    assert [block.text for block in made(build).blocks] == ["Vi söker 80 000 kr.", "Svar i fältet.", "Sida ett"]


def test_text_box_is_read_once() -> None:
    """A text box comes after its paragraph; its copy for old versions of Word is passed over."""
    box = "<w:txbxContent><w:p><w:r><w:t>Text i rutan.</w:t></w:r></w:p></w:txbxContent>"

    def build(document: Document) -> None:
        insert(
            document,
            f"<w:p {NS} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:r>"
            f"<w:t>Före rutan.</w:t><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing>"
            f"</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        )

    assert [block.text for block in made(build).blocks] == ["Före rutan.", "Text i rutan."]


def test_footnotes_leave_a_seam() -> None:
    """The mark in the text becomes a seam, the note a block of its own with its number."""

    def build(document: Document) -> None:
        notes = (
            f"<w:footnotes {NS}><w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r>"
            "<w:r><w:t xml:space='preserve"
            "'> Enligt årets prislista.</w:t></w:r></w:p></w:footnote></w:footnotes>"
        )
        part = Part(PackURI("/word/footnotes.xml"), "application/xml", notes.encode(), document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        document.add_heading("Budget", 1)
        insert(
            document,
            f"<w:p {NS}><w:r><w:t>Kostnaden är rimlig</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r>"
            "<w:r><w:t xml:space='preserve'> och väl känd.</w:t></w:r></w:p>",
        )

    assert made(build).blocks[1:] == (
        Block(Kind.PARAGRAPH, f"Kostnaden är rimlig{SEAM} och väl känd."),
        Block(Kind.NOTE, "1 Enligt årets prislista.", mark="1"),
    )


def test_header_and_footer_are_left_out() -> None:
    def build(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Sidhuvud"
        document.sections[0].footer.paragraphs[0].text = "Sidfot"
        document.add_paragraph("Brödtext.")

    assert [block.text for block in made(build).blocks] == ["Brödtext."]
