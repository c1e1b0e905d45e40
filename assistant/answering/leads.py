"""The sentence that leads in to a list, for each of its items."""

from __future__ import annotations

from ingest.model import Document, Kind, PlacedBlock
from ingest.sentences import split_sentences


def lead_of(document: Document, block: PlacedBlock) -> tuple[int, int] | None:
    """Return where the sentence stands that leads in to the list of which ``block`` is an item, with its colon; None
    when nothing does."""
    if block.kind is not Kind.ITEM:
        return None
    at = document.blocks.index(block)
    while at and document.blocks[at].kind is Kind.ITEM:
        at -= 1
    lead = document.blocks[at]
    if lead.kind is not Kind.PARAGRAPH or lead.section != block.section or document.text[lead.end - 1] != ":":
        return None
    return split_sentences(document.text, lead.start, lead.end)[-1]
