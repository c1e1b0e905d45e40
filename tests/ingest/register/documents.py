"""Documents written for a test, in Markdown."""

from __future__ import annotations

from datetime import date

from ingest import canonical, readers
from ingest.model import Document, Source


def plan(text: str, year: int = 2031) -> Document:
    """A plan of the year."""
    return _document(text, "verksamhetsplan", date(year, 1, 1), date(year, 12, 31))


def report(text: str, year: int = 2031, month: int = 12) -> Document:
    """Accounts from the beginning of the year to the end of the month."""
    return _document(text, "redovisning", date(year, 1, 1), date(year, month, 28))


def page(text: str) -> Document:
    """A page of the web, of no year."""
    return _document(text, "webb", None, None)


def _document(text: str, type: str, starts: date | None, ends: date | None) -> Document:
    source = Source(f"akersberg-{type}", "x.md", "Finsam Åkersberg", "akersberg", type, starts, ends)
    return canonical.write(readers.read_text(text, "x.md"), source)
