"""Where a record stands in its document."""

from __future__ import annotations

from ingest.model import Document
from ingest.register.model import Place


def place(document: Document, start: int, end: int) -> Place:
    """The place of ``text[start:end]``: its section, its quote and the page that it begins on."""
    section = document.section_around(start, end)
    return Place(document.id, section.name, start, end, document.text[start:end], document.page_at(start))
