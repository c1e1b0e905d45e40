"""The paragraph that leads in to a list, for each of its items."""

from __future__ import annotations

from ingest.model import Document, Kind, PlacedBlock


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
