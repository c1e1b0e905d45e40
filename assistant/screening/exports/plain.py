"""A document as it is read on a terminal."""

from __future__ import annotations

from textwrap import fill

from assistant.screening.exports.blocks import Block, Heading, Items, Paperwork, Paragraph, Table
from assistant.writing import printable

_WIDTH = 100
"""Characters of a line."""
_RULES = "=-"


def as_text(work: Paperwork) -> str:
    """Return the document as lines of at most 100 characters, without header and footer."""
    return "\n".join(map(_told, work.blocks))


def _told(block: Block) -> str:
    match block:
        case Heading(text, level):
            line = printable(text)
            return f"\n{line}" if level > 1 else f"\n{line}\n{_RULES[level] * min(len(line), _WIDTH)}"
        case Paragraph(text, label, quoted):
            words = f"”{printable(text)}”" if quoted else printable(text)
            return _wrapped(f"{printable(label)}: {words}" if label else words, "  " if label else "")
        case Items(texts, numbered):
            marks = (f"{number}." if numbered else "-" for number, _ in enumerate(texts, 1))
            return "\n".join(
                _wrapped(f"{mark} {printable(text)}", "  ") for mark, text in zip(marks, texts, strict=True)
            )
        case Table():
            return _columns(block)


def _wrapped(text: str, indent: str) -> str:
    return fill(text, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _columns(block: Table) -> str:
    rows = [[printable(cell) for cell in row] for row in (block.heads, *block.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if number in block.figures else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
