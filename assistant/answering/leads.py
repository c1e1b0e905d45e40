"""What stands above a block and says what it is about: the paragraph that leads in to a list, names that open items."""

from __future__ import annotations

import re

from ingest.model import Document, Kind, PlacedBlock

FAR = 15
"""Blocks that are looked back over for the name of what is told of."""

_NUMBER = re.compile(r"(\d{1,2})[.)]\s")
_OPENS = re.compile(r"(?P<marker>\W)\s*(?P<name>[A-ZÅÄÖ][\w/ -]{1,50})[.:]\s")
"""A list item that begins with the name of what it tells of, as if it were a heading."""


def named_above(document: Document, block: PlacedBlock) -> str:
    """Return the names that open the items which ``block`` goes on from, in its section: the nearest one, and those of
    items with other markers, of which it is a part."""
    at = document.blocks.index(block)
    own = _OPENS.match(document.text, block.start) if block.kind is Kind.ITEM else None
    names: dict[str, str] = {own["marker"]: ""} if own else {}
    for above in reversed(document.blocks[max(0, at - FAR) : at]):
        if above.section != block.section:
            break
        opens = _OPENS.match(document.text, above.start) if above.kind is Kind.ITEM else None
        if opens:
            names.setdefault(opens["marker"], opens["name"])
    return " ".join(filter(None, names.values()))


def lead_of(document: Document, block: PlacedBlock) -> PlacedBlock | None:
    """Return the paragraph, which ends with a colon, below which the list stands of which ``block`` is an item."""
    if block.kind is not Kind.ITEM:
        return None
    at = document.blocks.index(block)
    while at and document.blocks[at].kind is Kind.ITEM:
        at -= 1
    lead = document.blocks[at]
    leads = lead.kind is Kind.PARAGRAPH and lead.section == block.section and document.text[lead.end - 1] == ":"
    return lead if leads else None


def numbered_headings(document: Document, first: PlacedBlock) -> list[tuple[int, int]]:
    """Return the headings that are numbered from ``first`` on, 1, 2, 3 …: a list with text below each item."""
    found: list[tuple[int, int]] = []
    for block in document.blocks[document.blocks.index(first) :]:
        if block.kind is Kind.HEADING:
            number = _NUMBER.match(document.text, block.start)
            if number is None or int(number[1]) != len(found) + 1:
                break
            found.append((block.start, block.end))
    return found if len(found) > 1 else []
