"""Find the structure of running text: headings, paragraphs, list items, notes, and what cannot be made out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.model import SEAM, Block, Kind, Line, TableDraft
from ingest.repair import NOTE, join
from ingest.residue import is_garbled, residue_lines

_BULLET = re.compile(r"([•·▪‣◦●■\uf0b7\uf0a7]|[-–*](?=\s|[A-ZÅÄÖ])|o(?=\s))\s*(?=\S)")
_NUMBERED = re.compile(r"(\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
_CLAUSE = re.compile(r"(att)\s*\t\s*(?=\S)")
_HEADING_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=[A-ZÅÄÖ])")
_LAW_SECTION = re.compile(r"(\d{1,3}(?: [a-z])? §)(?:\s+|$)")
_TERMINAL = re.compile(r"[.!?:;,…][”\"’)\]]*$")
_STOP = re.compile(r"[.!?…][”\"’)\]]*$")
_MAX_HEADING = 100
_MAX_NUMBERED_HEADING = 170
_UNWRAPPED = 140


@dataclass(slots=True)
class _Shape:
    """How the text as a whole is set: the width its lines are wrapped at, or None when a line is a paragraph."""

    width: int | None
    is_law: bool


def outline(lines: Sequence[Line | TableDraft]) -> list[Block]:
    """Return the blocks of repaired lines, tables in their place."""
    shape = _shape_of([line.text for line in lines if isinstance(line, Line)])
    residue = residue_lines(lines)
    blocks: list[Block] = []
    open_block: Block | None = None
    last_line: Line | None = None
    for i, line in enumerate(lines):
        if isinstance(line, TableDraft):
            open_block, last_line = _close(blocks, open_block), None
            blocks.append(Block(Kind.TABLE, table=line))
        elif line.text.startswith(NOTE):
            text = line.text[len(NOTE) :].strip()
            blocks.append(Block(Kind.NOTE, text, mark=text.partition(" ")[0].strip(SEAM), page=line.page))
        elif i in residue:
            open_block, last_line = _close(blocks, open_block), None
            blocks.append(Block(Kind.RESIDUE, _squeeze(line.text), page=line.page))
        elif open_block and last_line and _continues(last_line, line, _following(lines, i), shape):
            open_block = replace(open_block, text=join(open_block.text, _squeeze(line.text)))
            last_line = line
        else:
            _close(blocks, open_block)
            open_block = _open(blocks, line, _following(lines, i), last_line, shape)
            last_line = line if open_block else None
    _close(blocks, open_block)
    return _level_headings(_promote(blocks))


def _shape_of(texts: list[str]) -> _Shape:
    running = sorted(len(text) for text in texts if not text.startswith(("\t", NOTE)))
    width: int | None = None
    if running:
        longest = running[int(len(running) * 0.97)]
        width = longest if longest <= _UNWRAPPED else None
    law = sum(1 for text in texts if _LAW_SECTION.match(text.strip(SEAM))) >= 3
    return _Shape(width, law)


_A_TABLE = Line("Tabell", gap=1)
"""Stands for a table below: a short line above it may be its heading."""


def _following(lines: Sequence[Line | TableDraft], i: int) -> Line | None:
    for line in lines[i + 1 : i + 3]:
        if isinstance(line, Line) and not line.text.startswith(NOTE):
            return line
        if isinstance(line, TableDraft):
            return _A_TABLE
    return None


def _close(blocks: list[Block], block: Block | None) -> None:
    if block is not None:
        blocks.append(replace(block, kind=Kind.RESIDUE) if is_garbled(block.text) else block)


def _open(blocks: list[Block], line: Line, below: Line | None, above: Line | None, shape: _Shape) -> Block | None:
    """Begin a block with ``line``; a heading is finished at once, and so is a law section's number."""
    text = _squeeze(line.text)
    bare = text.lstrip(SEAM + " ")
    if shape.is_law and (match := _LAW_SECTION.match(bare)):
        blocks.append(Block(Kind.HEADING, match.group(1), level=2, mark=match.group(1), page=line.page))
        rest = bare[match.end() :]
        return Block(Kind.PARAGRAPH, rest, page=line.page) if rest else None
    if marker := _marker(line.text.lstrip(SEAM + " ")):
        return Block(Kind.ITEM, text, level=2 if marker in "o◦" else 1, mark=marker, page=line.page)
    if _is_heading(line, below, above, shape):
        number = _HEADING_NUMBER.match(bare)
        blocks.append(Block(Kind.HEADING, text, mark=number.group(1) if number else "", page=line.page))
        return None
    return Block(Kind.PARAGRAPH, text, page=line.page)


def _marker(text: str) -> str:
    for pattern in (_CLAUSE, _BULLET, _NUMBERED):
        if match := pattern.match(text):
            return match.group(1)
    return ""


def _continues(last: Line, line: Line, below: Line | None, shape: _Shape) -> bool:
    """True when ``line`` goes on with the paragraph or item that ``last`` ended."""
    text = line.text.lstrip(SEAM + " ")
    before = last.text.rstrip(SEAM + " ")
    if not text or text.startswith("\t") or (shape.is_law and _LAW_SECTION.match(text)):
        return False
    open_ended = not _TERMINAL.search(before)
    marker = _marker(text)
    if marker:
        aside = marker in "-–" and open_ended and text[1:].lstrip()[:1].islower()
        return aside and len(before) > (shape.width or _UNWRAPPED) * 0.5
    if _CONTACT.match(text) and (_CONTACT.match(before) or not open_ended):
        return False
    lower = text[0].islower()
    if shape.width is None or line.gap > 0:
        return lower and open_ended and line.gap <= 8
    if not open_ended and _is_heading(line, below, last, shape):
        return False
    fitted = len(last.text) + 1 + len(text.split()[0])
    if _STOP.search(before):
        return fitted > shape.width * 0.8
    if lower or not open_ended or fitted > shape.width * 0.75:
        return True
    return text[0].isdigit() or before.endswith(("-", "–", "("))


def _is_heading(line: Line, below: Line | None, above: Line | None, shape: _Shape) -> bool:
    """A short line that starts like a title, does not end like a sentence, and has text below it.

    ``above`` is the line before it in the same run of text, None after a heading or a table.
    """
    text = _squeeze(line.text).lstrip(SEAM + " ")
    letters = [c for c in text if c.isalpha()]
    if not letters or len(text) > _MAX_HEADING or not text[0].isalnum() or "\t" in line.text.strip():
        return False
    if all(c.isupper() for c in letters) and len(letters) > 4:
        return True
    if not text[0].isupper() and not _HEADING_NUMBER.match(text):
        return False
    if below is None or any(p.search(text) for p in (_TERMINAL_HEADING, _FIGURE_CAPTION, _CONTACT, _DANGLING)):
        return False
    follows = below.text.lstrip(SEAM + " ")
    if not follows or follows.startswith("\t") or follows[0].islower():
        return False
    if above is not None and above.text.rstrip().endswith(":"):
        return False
    if above is not None and line.gap == 0 and not _STOP.search(above.text.rstrip(SEAM + " ")):
        return False
    if shape.width is None:
        return (above is None or line.gap > 0 or below.gap > 0) and len(text) < 80
    fits = len(text) + 1 + len(follows.split()[0]) <= shape.width * 0.9
    return fits and (line.gap > 0 or above is None or below.gap == 0)


_TERMINAL_HEADING = re.compile(r"[.!:;,…][”\"’)\]]*$")
_DANGLING = re.compile(r"\b(?:av|i|på|för|med|till|som|och|att|den|det|en|ett|om|från|vid|eller|under)$")
_FIGURE_CAPTION = re.compile(r"^(?:figur|tabell|diagram|bild)\s*\d", re.IGNORECASE)
_CONTACT = re.compile(r"^[^:]{2,30}: \S")


def _promote(blocks: list[Block]) -> list[Block]:
    """Make headings of numbered lines that have text of their own below them rather than the next number."""
    return [
        replace(block, kind=Kind.HEADING, level=0, mark=block.mark.rstrip(".)"))
        if _heads_a_section(blocks, i)
        else block
        for i, block in enumerate(blocks)
    ]


def _heads_a_section(blocks: Sequence[Block], i: int) -> bool:
    block = blocks[i]
    if block.kind is not Kind.ITEM or not block.mark[:1].isdigit() or len(block.text) > _MAX_NUMBERED_HEADING:
        return False
    if block.text.rstrip().endswith((",", ";", ":", " och", " samt")):
        return False
    before = blocks[i - 1].mark if i and blocks[i - 1].kind is Kind.ITEM else ""
    after = blocks[i + 1].mark if i + 1 < len(blocks) and blocks[i + 1].kind is Kind.ITEM else ""
    return i + 1 < len(blocks) and not before[:1].isdigit() and not after[:1].isdigit()


def _level_headings(blocks: list[Block]) -> list[Block]:
    """Give each heading its depth: by its number, capitals outermost, other headings one step in."""
    headings = [block for block in blocks if block.kind is Kind.HEADING]
    layered = any(block.mark or block.text.isupper() for block in headings)
    return [
        replace(block, level=block.level or _level(block, layered)) if block.kind is Kind.HEADING else block
        for block in blocks
    ]


def _level(block: Block, layered: bool) -> int:
    if block.mark:
        return block.mark.count(".") + 1
    return 1 if block.text.isupper() or not layered else 2


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
