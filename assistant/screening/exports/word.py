"""A document as DOCX: Swedish, real headings and lists, table heads that are repeated. Wraps python-docx."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from assistant.screening.exports.blocks import Block, Heading, Items, Paperwork, Paragraph, Table
from assistant.writing import printable

_FONT = "Calibri"
_INK, _PETROL = RGBColor(0x18, 0x22, 0x26), RGBColor(0x0B, 0x55, 0x63)
_SIZES = {"Title": 22, "Heading 1": 15, "Heading 2": 12}
_SMALL = Pt(9)
_WIDTH, _LETTER = 16.4, 0.22
"""Centimetres between the margins, and of a letter in a table."""
_LONGEST_CELL = 60
"""Letters of a line in a cell."""


def as_docx(work: Paperwork) -> bytes:
    """Return the document as the bytes of a DOCX file."""
    document = docx.Document()
    _describe(document, work)
    _set_styles(document.styles)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    if work.header:
        _run(section.header.paragraphs[0], work.header).font.size = _SMALL
    if work.footer:
        _run(section.footer.paragraphs[0], f"{printable(work.footer)} ", clean=False).font.size = _SMALL
        _number(section.footer.paragraphs[0])
    for block in work.blocks:
        _add(document, block)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _describe(document: Any, work: Paperwork) -> None:
    properties = document.core_properties
    properties.title, properties.author = printable(work.title)[:255], printable(work.author)[:255]
    properties.language, properties.comments = "sv-SE", ""
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)


def _set_styles(styles: Any) -> None:
    normal = styles["Normal"]
    normal.font.name, normal.font.size, normal.font.color.rgb = _FONT, Pt(11), _INK
    normal.paragraph_format.space_after = Pt(5)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "sv-SE")
    normal.element.get_or_add_rPr().append(language)
    for name, size in _SIZES.items():
        style = styles[name]
        style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), _PETROL
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)


def _add(document: Any, block: Block) -> None:
    match block:
        case Heading(text, level):
            document.add_heading(printable(text), level)
        case Paragraph():
            _write(document.add_paragraph(), block)
        case Items(texts, numbered):
            for text in texts:
                _run(document.add_paragraph(style="List Number" if numbered else "List Bullet"), text)
        case Table():
            _draw(document, block)


def _write(paragraph: Any, block: Paragraph) -> None:
    if block.label:
        _run(paragraph, f"{printable(block.label)}: ", clean=False).bold = True
    run = _run(paragraph, f"”{printable(block.text)}”" if block.quoted else block.text)
    run.italic, run.bold = block.quoted or None, block.strong or None


def _draw(document: Any, block: Table) -> None:
    table = document.add_table(rows=1, cols=len(block.heads), style="Table Grid")
    _fill(table.rows[0], block.heads, block.figures, head=True)
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(mark)
    for row in block.rows:
        _fill(table.add_row(), row, block.figures)
    for column, width in zip(table.columns, _widths(block), strict=True):
        for one in (column, *column.cells):
            one.width = width
    document.add_paragraph()


def _widths(block: Table) -> list[Cm]:
    """Return the columns' widths, by their longest words, at most the page's."""
    longest = [min(max(map(len, column)), _LONGEST_CELL) + 4 for column in zip(block.heads, *block.rows, strict=True)]
    scale = min(_LETTER, _WIDTH / sum(longest))
    return [Cm(letters * scale) for letters in longest]


def _fill(row: Any, texts: Sequence[str], figures: Sequence[int], head: bool = False) -> None:
    for number, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(2)
        _run(paragraph, text).bold = head or None
        if number in figures:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _run(paragraph: Any, text: str, clean: bool = True) -> Any:
    return paragraph.add_run(printable(text) if clean else text)


def _number(paragraph: Any) -> None:
    """Add the field that shows the page's number."""
    run = paragraph.add_run()
    run.font.size = _SMALL
    for kind in ("begin", "", "end"):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = "PAGE"
        run._r.append(part)
