"""Write the blocks of a document as one canonical text and give everything in it its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.model import (
    SEAM,
    Block,
    Cell,
    Document,
    Kind,
    PageMark,
    PlacedBlock,
    Reading,
    Row,
    Section,
    Source,
    Table,
    TableDraft,
    without_seams,
)

_NUMBER = re.compile(
    r"(§ ?\d{1,4}|(?:\d{1,2}(?: [a-z])? kap\. ?)?\d{1,3}(?: [a-z])? §|\d{1,2}(?: [a-z])? kap\.|\d{1,2}(?:\.\d{1,2})*)"
    r"(?=[.:)\s]|$)"
)
_MAX_TITLE = 120


def write(reading: Reading, source: Source) -> Document:
    """Return the document of a reading: canonical text, sections, tables, pages and seams."""
    writer = _Writer()
    for block in reading.blocks:
        writer.add(block)
    return writer.document(source, reading)


def _says_something(block: Block) -> bool:
    texts = (block.text,) if block.table is None else (cell for line in block.table.lines for cell in line)
    return any(without_seams(text).strip() for text in texts)


@dataclass(slots=True)
class _OpenSection:
    heading: str
    level: int
    start: int
    path: tuple[str, ...]
    number: str = ""
    end: int = -1


@dataclass(slots=True)
class _Writer:
    """Grows the text block by block; ``at`` is its length so far."""

    parts: list[str] = field(default_factory=list)
    at: int = 0
    seams: list[int] = field(default_factory=list)
    blocks: list[PlacedBlock] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    pages: list[PageMark] = field(default_factory=list)
    sections: list[_OpenSection] = field(default_factory=lambda: [_OpenSection("", 0, 0, ())])
    open: list[_OpenSection] = field(default_factory=list)
    """Those that the next block stands in, from the outermost, the whole document left out."""
    last: Block | None = None

    def add(self, block: Block) -> None:
        if not _says_something(block):
            return
        self._separate(block.kind)
        if block.page is not None and (not self.pages or self.pages[-1].number != block.page):
            self.pages.append(PageMark(self.at, block.page))
        if block.kind is Kind.HEADING:
            self._open_section(block)
        start = self.at
        if block.table is not None:
            self._add_table(block.table)
        else:
            self._put(block.text)
        self.blocks.append(PlacedBlock(block.kind, start, self.at, len(self.sections) - 1, block.level, block.mark))
        self.last = block

    def document(self, source: Source, reading: Reading) -> Document:
        for section in self.sections:
            if section.end < 0:
                section.end = self.at
        sections = tuple(Section(s.heading, s.path, s.level, s.start, s.end, s.number) for s in self.sections)
        return Document(
            source=source,
            text="".join(self.parts),
            blocks=tuple(self.blocks),
            sections=sections,
            tables=tuple(self.tables),
            pages=tuple(self.pages),
            seams=tuple(sorted(set(self.seams))),
            unread=reading.unread,
            hidden=reading.hidden,
        )

    def _put(self, text: str) -> None:
        pieces = text.split(SEAM)
        for i, piece in enumerate(pieces):
            if i:
                self.seams.append(self.at)
            self.parts.append(piece)
            self.at += len(piece)

    def _separate(self, kind: Kind) -> None:
        if self.last is not None:
            is_tight = kind is Kind.ITEM and self.last.kind in (Kind.ITEM, Kind.PARAGRAPH)
            self._put("\n" if is_tight else "\n\n")

    def _open_section(self, block: Block) -> None:
        heading = without_seams(block.text).strip()
        while self.open and self.open[-1].level >= block.level:
            self.open.pop().end = self.at
        path = (*(section.heading for section in self.open), heading)
        number = _NUMBER.match(heading)
        section = _OpenSection(heading, block.level, self.at, path, block.mark or (number.group(1) if number else ""))
        self.open.append(section)
        self.sections.append(section)

    def _add_table(self, draft: TableDraft) -> None:
        start = self.at
        places: list[list[Cell]] = []
        bounds: list[tuple[int, int]] = []
        for line in draft.lines:
            if self.at > start:
                self._put("\n")
            line_start = self.at
            places.append(self._put_line(line, draft.separator))
            bounds.append((line_start, self.at))
        rows = []
        for row in draft.rows:
            cells = tuple(places[at[0]][at[1]] if at else Cell(start, start) for at in row.cells)
            touched = [bounds[at[0]] for at in row.cells if at]
            if touched:
                rows.append(
                    Row(min(b[0] for b in touched), max(b[1] for b in touched), cells, row.is_sum, row.uncertain)
                )
        self.tables.append(
            Table(
                title=without_seams(draft.title or self._title_above()),
                heads=tuple(without_seams(head) for head in draft.heads),
                units=draft.units,
                rows=tuple(rows),
                start=start,
                end=self.at,
                section=len(self.sections) - 1,
                sheet=draft.sheet,
                uncertain=draft.uncertain,
                remarks=draft.remarks,
            )
        )

    def _put_line(self, line: tuple[str, ...], separator: str) -> list[Cell]:
        piped = separator == "|"
        cells = []
        for i, text in enumerate(line):
            self._put("| " if piped and i == 0 else " | " if piped else separator if i else "")
            begin = self.at
            self._put(text)
            cells.append(Cell(begin, self.at))
        if piped:
            self._put(" |")
        return cells

    def _title_above(self) -> str:
        """The short line right above the table, else the heading that it stands under."""
        if self.last is not None and self.last.kind in (Kind.PARAGRAPH, Kind.HEADING):
            above = without_seams(self.last.text).strip()
            if len(above) <= _MAX_TITLE:
                return above.rstrip(": ")
        return self.sections[-1].heading
