"""What a document of the office is made of, whichever kind of file it becomes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 0 is the document's title."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, with what it is before it when it has a label."""

    text: str
    label: str = ""
    quoted: bool = False
    """Words of a draft or a document, shown as such."""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    texts: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[int, ...] = ()
    """Columns that are set to the right."""


Block = Heading | Paragraph | Items | Table


@dataclass(frozen=True, slots=True)
class Paperwork:
    """A whole document; header and footer stand on every page."""

    title: str
    author: str
    blocks: tuple[Block, ...]
    header: str = ""
    footer: str = ""
    """The page's number follows it."""
