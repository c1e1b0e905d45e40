"""What a document is, from the blocks a reader finds to the passages that are indexed.

Two levels. A *block* is what reading produces: one heading, paragraph, list item, footnote or table, in reading
order, its text free of damage. A :class:`Document` is what is stored: one canonical text, and everything else as
half-open offsets ``text[start:end]`` into it, counted in Unicode code points.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

SEAM = "\ue000"
"""Stands in block text where something other than white space was taken out (a page number in a sentence, a hyphen
at a line's end, a bookmark). The canonical text drops the mark and remembers its place: a quote that does not cross
a seam stands verbatim, white space aside, in the file as it came."""


def without_seams(text: str) -> str:
    """Return block text as a person reads it."""
    return text.replace(SEAM, "")


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    NOTE = "note"
    TABLE = "table"
    RESIDUE = "residue"
    """Remains that cannot be made out: labels of a chart without its chart, garbled letters of an image."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a plain text: no line break, NBSP made a space, leading tabs kept, :data:`SEAM` possible."""

    text: str
    page: int | None = None
    gap: int = 0
    """Blank lines above it, once a blank line between every line has been undone. 0: directly below the last."""


@dataclass(frozen=True, slots=True)
class RowDraft:
    """A logical row: for each column the (line, cell) of :attr:`TableDraft.lines` that fills it, or None."""

    cells: tuple[tuple[int, int] | None, ...]
    is_sum: bool = False
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class TableDraft:
    """A table before it has a place in a canonical text.

    ``lines`` are the physical rows of cell texts in the file's reading order, head lines included; they are written
    out as they stand, so that a quoted row is verbatim. ``rows`` say what they mean: column i of every row stands
    under ``heads[i]`` in ``units[i]``.
    """

    lines: tuple[tuple[str, ...], ...]
    heads: tuple[str, ...]
    rows: tuple[RowDraft, ...]
    units: tuple[str, ...]
    """Per column: "kr", "tkr", "mkr", "%", "st" (a count) or "" (text, or unknown)."""
    title: str = ""
    """The title inside the table; empty when it is the heading or line above that names it."""
    sheet: bool = False
    """True for a form: the first column is what, the second the answer, and the title the subject."""
    uncertain: bool = False
    """The columns could not be told apart with confidence."""
    remarks: tuple[str, ...] = ()
    """In Swedish, for readers: sums that do not add up, columns that are guessed."""
    separator: str = "\t"
    """Between the cells of a line; "|" in Markdown, where it also stands first and last."""


@dataclass(frozen=True, slots=True)
class Block:
    """One unit of a document in reading order."""

    kind: Kind
    text: str = ""
    """One line, list marker or note number included; empty for a table."""
    level: int = 0
    """Heading depth from 1, list depth from 1, else 0."""
    mark: str = ""
    """A list item's marker ("•", "1.", "att") or a note's number."""
    page: int | None = None
    table: TableDraft | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader got out of one file."""

    blocks: tuple[Block, ...]
    unread: tuple[str, ...] = ()
    """One Swedish sentence for each part that could not be read (a scanned page without OCR)."""
    hidden: tuple[str, ...] = ()
    """Text beside what is read: comments, white or tiny type, metadata, alternative texts, headers and footers."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document comes from and what it weighs: its catalogue entry, or guesses marked as such."""

    id: str
    file: str
    title: str
    association: str = ""
    """"malmo", "lund", "riket" for national law and rules, "" when unknown."""
    type: str = "webb"
    """lag, forbundsordning, inriktning, verksamhetsplan, beslut, redovisning, rapport or webb."""
    starts: date | None = None
    """First day of validity (a plan), of the period (accounts) or day of publication."""
    ends: date | None = None
    supersedes: tuple[str, ...] = ()
    address: str = ""
    form: str = "original"
    """original, omskrivning (a restatement in our own words) or data."""
    guessed: tuple[str, ...] = ()
    """Names of the fields above that were guessed from the text."""

    @property
    def year(self) -> int | None:
        """The year the document speaks about: the first year of its validity or period."""
        return self.starts.year if self.starts else None


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block in the canonical text; ``section`` is an index into :attr:`Document.sections`."""

    kind: Kind
    start: int
    end: int
    section: int
    level: int = 0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and all below it until the next heading of the same depth or higher.

    Section 0 has level 0, an empty heading and spans the whole document.
    """

    heading: str
    path: tuple[str, ...]
    """Headings from the outermost to this one."""
    level: int
    start: int
    end: int
    number: str = ""
    """"5", "2.1", "7 §" or "" when the heading has none."""

    @property
    def name(self) -> str:
        """The path as one line, for citations."""
        return " › ".join(self.path)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's place in the canonical text; an empty cell has ``start == end``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; ``cells`` has one entry for each column of its table."""

    start: int
    end: int
    cells: tuple[Cell, ...]
    is_sum: bool = False
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table in the canonical text; see :class:`TableDraft` for the meaning of the fields."""

    title: str
    heads: tuple[str, ...]
    units: tuple[str, ...]
    rows: tuple[Row, ...]
    start: int
    end: int
    section: int
    sheet: bool = False
    uncertain: bool = False
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageMark:
    """Page ``number`` begins at ``start``."""

    start: int
    number: int


@dataclass(frozen=True, slots=True)
class Passage:
    """What is indexed and found: about 500 characters of one section, or whole rows of one table."""

    start: int
    end: int
    section: int
    page: int | None
    table: int | None = None
    """Index into :attr:`Document.tables` when the passage is rows of a table."""


@dataclass(frozen=True, slots=True)
class Document:
    """One canonical text and its structure."""

    source: Source
    text: str
    blocks: tuple[PlacedBlock, ...]
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    pages: tuple[PageMark, ...]
    seams: tuple[int, ...]
    """Ascending offsets; see :data:`SEAM`."""
    passages: tuple[Passage, ...] = ()
    unread: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.source.id

    def section_around(self, start: int, end: int) -> Section:
        """The innermost section that holds ``text[start:end]``; the whole document when none does."""
        holding = (one for one in reversed(self.sections) if one.start <= start and end <= one.end)
        return next(holding, self.sections[0])

    def page_at(self, offset: int) -> int | None:
        """The page on which ``text[offset]`` stands, or None when the file has no pages."""
        number = None
        for mark in self.pages:
            if mark.start > offset:
                break
            number = mark.number
        return number
