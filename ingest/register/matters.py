"""Take minutes apart: what stands before the first matter, the matters with their numbers, and what each part is.

The parts follow labels ("Förslag till beslut", "Beslut", "Reservation"), by ``labels.tsv``, which stand as headings, as
lines of their own or before a colon.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path

from ingest.model import Document, Kind, PlacedBlock, Table


class Zone(StrEnum):
    """What a part of a matter is."""

    OPEN = "open"
    """Under no label."""
    DECISION = "decision"
    PROPOSAL = "proposal"
    PROCEDURE = "procedure"
    """How proposals were put to the meeting."""
    REASON = "reason"
    RESERVATION = "reservation"
    STATEMENT = "statement"
    RECUSAL = "recusal"
    BACKGROUND = "background"
    CLOSING = "closing"
    """Signatures, attachments, who gets a copy."""


_NUMBER = re.compile(
    r"(?:(?:P|p)aragraf\s+|§{1,2}\s*)(?P<after>\d{1,4})(?:\s?[/:]\s?\d{2,4})?(?!\w)|(?P<before>\d{1,4})\s*§+(?!\w)"
)
_ORDINAL = re.compile(r"(?:Ärende|Punkt)\s+(?P<named>\d{1,3})\b|(?P<bare>\d{1,3})[.)]?\s+(?=[A-ZÅÄÖ])")
_CALLED_MINUTES = re.compile(r"protokoll|minnesanteckning|mötesanteckning|sammanträde|styrelsemöte", re.IGNORECASE)
_BEFORE_MEETING = re.compile(
    r"\b(?:kallelse|föredragningslista|dagordning|tjänsteskrivelse|beslutsunderlag)", re.IGNORECASE
)
_OTHER_TYPES = frozenset({"lag", "forbundsordning", "inriktning", "verksamhetsplan"})
_HEAD = 600
"""Characters in which minutes say that they are."""
_LONGEST_TITLE = 170
_LONGEST_LABEL = 80


@dataclass(frozen=True, slots=True)
class Part:
    """``text[start:end]`` of a matter, without label and list marker."""

    zone: Zone
    start: int
    end: int
    is_item: bool = False
    label: str = ""
    """The label that it stands under, as written."""


@dataclass(slots=True)
class Matter:
    """One item of minutes."""

    number: str
    """"§ 12", or "punkt 4" where paragraphs are not used."""
    title: tuple[int, int]
    """Span of its title, number left out."""
    parts: list[Part] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Minutes:
    """A meeting's minutes."""

    head: tuple[int, int]
    """Span of what stands before the first matter."""
    matters: tuple[Matter, ...]


def is_minutes(document: Document) -> bool:
    """True for the minutes of a meeting, or an extract of them: called so in the beginning, with numbered matters."""
    source = document.source
    if source.form == "data" or source.type in _OTHER_TYPES or is_before_meeting(document):
        return False
    if source.type == "redovisning" and not source.guessed:
        return False
    called = _CALLED_MINUTES.search(f"{source.id} {source.title} {document.text[:_HEAD]}")
    return called is not None and bool(take_apart(document).matters)


def is_before_meeting(document: Document) -> bool:
    """True for what is sent out before a meeting, which proposes and decides nothing."""
    return _BEFORE_MEETING.search(f"{document.source.id} {document.source.title}") is not None


def take_apart(document: Document) -> Minutes:
    """The matters of ``document``: numbered ones, else the rows of a table with a column for decisions."""
    blocks = document.blocks
    for reads in (_paragraph_number, _ordinal):
        opened = list(_openings(document, reads))
        if opened:
            break
    else:
        rows = [matter for table in document.tables for matter in _rows(document.text, table)]
        return Minutes((0, document.tables[0].start if rows else len(document.text)), tuple(rows))
    ends = [index for index, _, _ in opened[1:]] + [len(blocks)]
    matters = [
        _matter(document, number, words, blocks[index:end])
        for (index, number, words), end in zip(opened, ends, strict=True)
    ]
    return Minutes((0, blocks[opened[0][0]].start), tuple(matters))


_Reads = Callable[[str, PlacedBlock, int], tuple[int, str, int] | None]
"""Takes a block's text, the block and the last number; gives number, number as written, where the title begins."""


def _openings(document: Document, reads: _Reads) -> Iterator[tuple[int, str, int]]:
    """Yield (index of block, number, where the title begins) of the blocks that begin a matter."""
    last = 0
    for index, block in enumerate(document.blocks):
        if block.kind in (Kind.TABLE, Kind.RESIDUE, Kind.NOTE) or block.end - block.start > _LONGEST_TITLE:
            continue
        found = reads(document.text[block.start : block.end], block, last)
        if found is not None:
            last, number, words = found
            yield index, number, block.start + words


def _paragraph_number(text: str, block: PlacedBlock, last: int) -> tuple[int, str, int] | None:
    match = _NUMBER.match(text)
    if match is None or (block.kind is not Kind.HEADING and text.endswith(".") and len(text) > match.end() + 1):
        return None
    number = int(match["after"] or match["before"])
    if last and not last < number <= last + 20:
        return None
    words = match.end()
    while words < len(text) and text[words] in " .:–-":
        words += 1
    return number, f"§ {number}", words


def _ordinal(text: str, block: PlacedBlock, last: int) -> tuple[int, str, int] | None:
    match = _ORDINAL.match(text)
    if match is None or block.kind not in (Kind.HEADING, Kind.ITEM) or text.endswith((".", ",", ";")):
        return None
    number = int(match["named"] or match["bare"])
    return (number, f"punkt {number}", match.end()) if number == last + 1 else None


def _matter(document: Document, number: str, words: int, blocks: Sequence[PlacedBlock]) -> Matter:
    matter = Matter(number, (words, blocks[0].end))
    zone, label = Zone.OPEN, ""
    if blocks[0].end == words and len(blocks) > 1 and not _label(document.text, blocks[1]):
        # The number stands alone, its title on the line below.
        matter.title = blocks[1].start, blocks[1].end
    for block in blocks[1:]:
        if block.kind is Kind.TABLE:
            table = next((one for one in document.tables if one.start == block.start), None)
            matter.parts += _cells(table, zone, label) if table else ()
            continue
        found = _label(document.text, block)
        if found is not None:
            zone, label, start = found
        elif block.kind is Kind.HEADING:
            zone, label = Zone.OPEN, ""
            continue
        else:
            start = _words(document.text, block)
        if start < block.end:
            is_item = block.kind is Kind.ITEM or document.text.startswith(("att ", "Att "), start)
            matter.parts.append(Part(zone, start, block.end, is_item, label))
    return matter


def _rows(text: str, table: Table) -> Iterator[Matter]:
    """The matters of a table with a column for decisions, a row each."""
    heads = [head.strip().casefold() for head in table.heads]
    decided = next((i for i, head in enumerate(heads) if re.fullmatch(r"(?:styrelsens )?beslut(?:et)?", head)), None)
    if decided is None:
        return
    number = next((i for i, head in enumerate(heads) if re.fullmatch(r"§+|nr|punkt|paragraf|nummer", head)), None)
    title = next(
        (i for i, head in enumerate(heads) if re.fullmatch(r"ärende\w*|rubrik|fråga|punkt", head) and i != number), None
    )
    for row in table.rows:
        cell = row.cells[decided]
        if cell.end == cell.start:
            continue
        written = text[row.cells[number].start : row.cells[number].end].strip(" §.") if number is not None else ""
        named = (row.cells[title].start, row.cells[title].end) if title is not None else (row.start, row.start)
        paragraph = f"{'§' if '§' in heads else 'punkt'} {written}" if written else ""
        yield Matter(paragraph, named, [Part(Zone.DECISION, cell.start, cell.end)])


def _cells(table: Table, zone: Zone, label: str) -> Iterator[Part]:
    for row in table.rows:
        for cell in row.cells:
            if cell.end > cell.start:
                yield Part(zone, cell.start, cell.end, False, label)


def _label(text: str, block: PlacedBlock) -> tuple[Zone, str, int] | None:
    """The zone that a block's label opens, the label, and where its words begin; None when it has no label."""
    start = _words(text, block)
    colon = text.find(":", start, min(block.end, start + _LONGEST_LABEL))
    stop = colon if colon >= 0 else block.end
    if stop - start > _LONGEST_LABEL or (colon < 0 and block.kind is Kind.ITEM):
        return None
    written = text[start:stop].strip().rstrip(".")
    zone = next((zone for zone, pattern in _labels() if pattern.fullmatch(written)), None)
    if zone is None:
        return None
    begin = stop + 1 if colon >= 0 else block.end
    while begin < block.end and text[begin].isspace():
        begin += 1
    return zone, written, begin


def _words(text: str, block: PlacedBlock) -> int:
    """Where a block's words begin, after its marker."""
    start = block.start + (len(block.mark) if block.kind is Kind.ITEM and block.mark != "att" else 0)
    while start < block.end and text[start].isspace():
        start += 1
    return start


@cache
def _labels() -> tuple[tuple[Zone, re.Pattern[str]], ...]:
    lines = (Path(__file__).parent / "labels.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((Zone(zone), re.compile(pattern, re.IGNORECASE)) for zone, pattern in rows)
