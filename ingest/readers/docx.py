"""DOCX: headings, paragraphs, lists, tables and notes in reading order. Only module that knows python-docx.

The body's XML is walked directly: python-docx passes over content controls (forms), tracked insertions and text boxes.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from docx import Document as open_document
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml

from ingest import headings
from ingest.errors import UnreadableFile
from ingest.model import Block, Kind, Line, Reading, without_seams
from ingest.outline import outline
from ingest.readers import cells, word
from ingest.readers.cells import Covered
from ingest.readers.characters import one_line
from ingest.readers.damage import DAMAGE
from ingest.readers.numbering import Numbering
from ingest.readers.remarks import broken, says_something
from ingest.readers.runs import Runs
from ingest.readers.word import Styles, W
from ingest.repair import NOTE
from ingest.tables import find_tables

_MAX_UNPACKED = 400_000_000
"""Bytes; what is larger unpacked is a zip bomb."""
_CONTENTS = re.compile(r"(?:toc|innehåll)\s*\d", re.IGNORECASE)
_MARKED = re.compile(r"([•·▪●○–*-])\s+(?=\S)")


def read(data: bytes, name: str) -> Reading:
    """Read a Word document.

    Raises:
        UnreadableFile: broken, or so large unpacked that it is no honest document.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > _MAX_UNPACKED:
            raise UnreadableFile(
                f"{name} blir {unpacked // 1_000_000} MB uppackad och läses inte; dela upp den eller minska bilderna."
            )
        return _Walk(open_document(BytesIO(data))).reading()
    except (zipfile.BadZipFile, OpcError, SyntaxError, EOFError, RuntimeError, *DAMAGE) as exc:
        raise broken(name, "Word-dokument") from exc


@dataclass(slots=True)
class _Walk:
    document: Document
    blocks: list[Block] = field(default_factory=list)
    level: int = 0
    """Depth of the last real heading."""
    number: int = 0
    """Of the last note."""
    styles: Styles = field(init=False)
    runs: Runs = field(init=False)
    numbering: Numbering = field(init=False)
    notes: dict[tuple[str, str], Any] = field(default_factory=dict)

    def reading(self) -> Reading:
        self.styles = Styles.of(self.document.styles.element)
        self.runs = Runs(self.styles)
        self.numbering = Numbering.of(self._part("numbering"))
        for kind in ("footnotes", "endnotes"):
            root = self._part(kind)
            for note in () if root is None else root:
                self.notes[kind, note.get(f"{W}id", "")] = note
        self._body(self.document.element.body)
        blocks = list(_line_tables(self.blocks))
        if not any(block.kind is Kind.HEADING for block in blocks):
            blocks = _outlined(blocks)
        aside = (*self._properties(), *self._comments(), *dict.fromkeys(self._margins()))
        return Reading(tuple(blocks), hidden=(*aside, *self.runs.hidden))

    def _part(self, kind: str) -> Any:
        """Return the root of the part that the document relates to as ``kind``, or None."""
        for relation in self.document.part.rels.values():
            if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
                return parse_xml(relation.target_part.blob)
        return None

    def _body(self, parent: Any) -> None:
        for child in word.content(parent):
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}tbl":
                self._table(child)

    def _paragraph(self, element: Any) -> None:
        text = self.runs.text(element)
        style = self.styles.name(element)
        if not _CONTENTS.match(style):
            self._put(text.whole, element, style, text.bold)
        self._put_notes(text.notes)
        for box in text.boxes:
            self._body(box)

    def _put(self, text: str, element: Any, style: str, bold: bool) -> None:
        lines = [line for part in text.split("\n") if without_seams(line := _tabbed(part)).strip()]
        if not lines:
            return
        depth = self.styles.heading_depth(element)
        marker, item_depth = self._marker(element, style)
        if depth is not None:
            heading = one_line(f"{marker} {' '.join(lines)}")
            self.level = depth
            self.blocks.append(Block(Kind.HEADING, heading, level=depth, mark=marker.rstrip(".•")))
        elif marker:
            self.blocks.append(Block(Kind.ITEM, one_line(f"{marker} {' '.join(lines)}"), level=item_depth, mark=marker))
        elif bold and len(lines) == 1 and _reads_like_heading(lines[0]):
            self.blocks.append(Block(Kind.HEADING, one_line(lines[0]), level=self.level + 1))
        else:
            self.blocks += (_plain_block(line) for line in lines)

    def _marker(self, element: Any, style: str) -> tuple[str, int]:
        """Return a paragraph's list marker, or "", and the depth of the list, from 1."""
        properties = [holder.find(f"{W}pPr") for holder in (element, *self.styles.chain(element))]
        found = [p.find(f"{W}numPr") for p in properties if p is not None and p.find(f"{W}numPr") is not None]
        if not found:
            return ("•", 1) if style.lower().startswith(("list bullet", "punktlista")) else ("", 1)
        id = next((v for p in found if (v := word.value(p.find(f"{W}numId")))), "0")
        level = int(next((v for p in found if (v := word.value(p.find(f"{W}ilvl")))), "0"))
        return self.numbering.marker(id, level), level + 1

    def _put_notes(self, notes: Sequence[tuple[str, str]]) -> None:
        for key in notes:
            note = self.notes.get(key)
            if note is None:
                continue
            self.number += 1
            text = one_line(" ".join(self.runs.text(p).whole for p in note.iter(f"{W}p")))
            if text:
                self.blocks.append(Block(Kind.NOTE, f"{self.number} {text}", mark=str(self.number)))

    def _table(self, element: Any) -> None:
        notes: list[tuple[str, str]] = []
        grid = [self._row(row, notes) for row in word.rows(element)]
        draft = cells.table(grid, has_head=element.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None)
        if draft is not None:
            self.blocks.append(Block(Kind.TABLE, table=draft))
        else:
            said = (cell for row in grid for cell in row if isinstance(cell, str) and cell)
            self.blocks += (_plain_block(cell) for cell in said)
        self._put_notes(notes)

    def _row(self, row: Any, notes: list[tuple[str, str]]) -> list[str | Covered]:
        """Return a row's cells on the table's grid."""
        cells_: list[str | Covered] = [""] * word.number(row.find(f"{W}trPr/{W}gridBefore"), 0)
        for cell in (child for child in word.content(row) if child.tag == f"{W}tc"):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            below = merge is not None and merge.get(f"{W}val", "continue") != "restart"
            cells_.append(Covered.ABOVE if below else self._cell(cell, notes))
            span = word.number(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
            cells_ += [Covered.LEFT] * (span - 1)
        return cells_

    def _cell(self, cell: Any, notes: list[tuple[str, str]]) -> str:
        """Return a cell's text on one line; a table inside it is read cell by cell."""
        said: list[str] = []
        shaded = cell.find(f"{W}tcPr/{W}shd") is not None or word.is_styled(cell)
        for paragraph in word.paragraphs(cell):
            text = self.runs.text(paragraph, shaded)
            body = text.whole
            marker = self._marker(paragraph, self.styles.name(paragraph))[0] if without_seams(body).strip() else ""
            said.append(f"{marker} {body}")
            notes += text.notes
            for box in text.boxes:
                said += (self.runs.text(p).whole for p in box.iter(f"{W}p"))
        return one_line(" ".join(said))

    def _comments(self) -> Iterator[str]:
        root = self._part("comments")
        for comment in () if root is None else root:
            said = one_line(" ".join(self.runs.text(p).whole for p in comment.iter(f"{W}p")))
            if said:
                yield said

    def _margins(self) -> Iterator[str]:
        """Yield the lines of headers and footers, which are no part of the text."""
        for relation in self.document.part.rels.values():
            if relation.reltype.endswith(("/header", "/footer")) and not relation.is_external:
                for paragraph in parse_xml(relation.target_part.blob).iter(f"{W}p"):
                    if says_something(said := one_line(self.runs.text(paragraph).whole)):
                        yield said

    def _properties(self) -> Iterator[str]:
        core = self.document.core_properties
        for value in (core.title, core.subject, core.keywords, core.comments, core.category):
            if says_something(said := one_line(value or "")):
                yield said


def _tabbed(text: str) -> str:
    """Return a line with its tabs kept apart from other white space."""
    return "\t".join(one_line(part) for part in text.split("\t")).rstrip("\t")


def _plain_block(line: str) -> Block:
    """Return a paragraph, or an item when its marker was typed by hand. Tabs stay until tables have been sought."""
    bare = line.lstrip("\t")
    if match := _MARKED.match(bare):
        return Block(Kind.ITEM, one_line(bare), level=1, mark=match.group(1))
    return Block(Kind.PARAGRAPH, line)


def _reads_like_heading(line: str) -> bool:
    text = without_seams(line).strip()
    return headings.is_bold_heading(text) and "\t" not in text and not _MARKED.match(text)


def _outlined(blocks: Sequence[Block]) -> list[Block]:
    """Look for headings in the running text of a document that marks none."""
    return outline([block.table or Line(_written(block), gap=1) for block in blocks])


def _written(block: Block) -> str:
    return f"{NOTE}{block.text}" if block.kind is Kind.NOTE else block.text


def _line_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks with paragraphs that are the tab-separated rows of a table made one."""
    run: list[Block] = []
    for block in [*blocks, None]:
        if block is not None and block.kind is Kind.PARAGRAPH:
            run.append(block)
            continue
        yield from _tables_in(run)
        run = []
        if block is not None:
            yield block


def _tables_in(run: Sequence[Block]) -> Iterator[Block]:
    for found in find_tables([Line(block.text) for block in run]) if run else ():
        if isinstance(found, Line):
            yield Block(Kind.PARAGRAPH, one_line(found.text))
        else:
            yield Block(Kind.TABLE, table=found)
