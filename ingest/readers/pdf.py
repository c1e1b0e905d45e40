"""PDF: text in reading order, ruled tables in their place, scanned pages through OCR. Only module that knows pypdf."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from ingest.errors import UnreadableFile
from ingest.model import Reading, TableDraft
from ingest.readers import cells, layout, ocr, plain, ruled, spans
from ingest.readers.characters import one_line, unreserved
from ingest.readers.damage import DAMAGE
from ingest.readers.ink import Ink
from ingest.readers.layout import PageLine
from ingest.readers.remarks import broken, locked, says_something, scanned

_DAMAGE = (PyPdfError, *DAMAGE)
_SCANNED = 20
"""A page with an image and fewer letters than this is a picture of a page."""
_RULES = 4
"""Strokes on a page from which on it may hold a ruled table."""

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


@dataclass(slots=True)
class _Page:
    number: int
    lines: list[PageLine] = field(default_factory=list)
    tables: list[ruled.RuledTable] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    added: str = ""
    """Text without a place on the page: what OCR saw, fields of a form."""
    fault: str = ""
    """"scanned" or "damaged" when the page could not be read."""


def read(data: bytes, name: str) -> Reading:
    """Read a PDF. Pages that cannot be read are told of in ``unread``; see :mod:`ingest.readers.ink` for ``hidden``.

    Raises:
        UnreadableFile: locked by a password, cut off or broken, or without a page.
    """
    reader = _open(data, name)
    try:
        sheets = list(reader.pages)
    except _DAMAGE as exc:
        raise broken(name, "PDF") from exc
    if not sheets:
        raise UnreadableFile(f"{name} har inga sidor; lägg in en PDF som går att öppna och läsa.")
    ruler = ruled.Ruler(data)
    pages = [_page(sheet, number, data, ruler) for number, sheet in enumerate(sheets, start=1)]
    texts, tables = _texts(pages)
    return Reading(
        plain.blocks(texts, tables),
        unread=tuple(_unread(pages)),
        hidden=(*_metadata(reader), *(text for page in pages for text in page.hidden)),
    )


def _open(data: bytes, name: str) -> PdfReader:
    try:
        reader = PdfReader(BytesIO(data))
        is_locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError as exc:
        raise UnreadableFile(f"{name} är krypterad på ett sätt som inte stöds; spara den utan skydd.") from exc
    except _DAMAGE as exc:
        raise broken(name, "PDF") from exc
    if is_locked:
        raise locked(name)
    return reader


def _page(sheet: PageObject, number: int, data: bytes, ruler: ruled.Ruler) -> _Page:
    page = _Page(number)
    try:
        ink = _ink(sheet)
        sheet.extract_text(visitor_operand_after=ink.operator, visitor_text=ink.text)
        pieces, page.hidden = ink.pieces()
        page.hidden += _annotations(sheet)
        page.added = _form(sheet)
    except _DAMAGE:
        page.fault = "damaged"
        return page
    if sum(len(piece.text.strip()) for piece in pieces) < _SCANNED and ink.has_image:
        page.added = "\n".join(filter(None, (page.added, _seen(data, number))))
        page.fault = "" if page.added else "scanned"
    shown = any(piece.size and not piece.turned for piece in pieces)
    page.tables = ruler.tables(number) if shown and ink.strokes >= _RULES else []
    page.lines = layout.lines(pieces, [table.box for table in page.tables])
    return page


def _seen(data: bytes, number: int) -> str:
    return unreserved(ocr.page_text(data, number)) if ocr.available() else ""


def _ink(sheet: PageObject) -> Ink:
    box = sheet.mediabox
    origin = float(box.left), float(box.bottom)
    return Ink(_has_image(sheet), float(box.width), float(box.height), int(sheet.rotation) % 360, origin)


def _has_image(sheet: PageObject) -> bool:
    """True when the page, or a form drawn on it, has a picture among its resources."""
    waiting: list[tuple[Any, int]] = [(sheet.get("/Resources"), 0)]
    try:
        while waiting:
            resources, depth = waiting.pop()
            objects = (resources.get_object() if resources else {}).get("/XObject", {}).get_object()
            for entry in objects.values():
                drawn = entry.get_object()
                if drawn.get("/Subtype") == "/Image":
                    return True
                if depth < 3 and "/Resources" in drawn:
                    waiting.append((drawn["/Resources"], depth + 1))
    except _DAMAGE:
        return False
    return False


def _texts(pages: Sequence[_Page]) -> tuple[list[tuple[int | None, str]], list[tuple[int | None, TableDraft]]]:
    """Return the pages' texts with a line for each table, and the tables, those that go on over pages made whole."""
    pitch = layout.usual_pitch(page.lines for page in pages)
    places: list[dict[int, str]] = [{} for _ in pages]
    drafts: list[tuple[int | None, TableDraft]] = []
    for run in spans.runs([page.lines for page in pages], [page.tables for page in pages]):
        grid = spans.whole([pages[at].tables[index].grid for at, index in run])
        at, index = run[0]
        if (draft := cells.table(grid)) is not None:
            places[at][index] = plain.place(len(drafts))
            drafts.append((pages[at].number, draft))
        else:
            places[at][index] = "\n\n".join(cell for row in grid for cell in row if isinstance(cell, str) and cell)
    texts: list[tuple[int | None, str]] = [
        (page.number, "\n\n".join(filter(None, (layout.text(page.lines, pitch, place), page.added))))
        for page, place in zip(pages, places, strict=True)
    ]
    return texts, drafts


def _form(sheet: PageObject) -> str:
    """Return the filled fields of a form on the page as lines "name: value"."""
    filled: list[str] = []
    for annotation in _annots(sheet):
        field_ = annotation if "/T" in annotation else annotation.get("/Parent", annotation).get_object()
        value = annotation.get("/V", field_.get("/V"))
        if annotation.get("/Subtype") == "/Widget" and isinstance(value, str) and not value.startswith("/"):
            label = str(field_.get("/TU") or field_.get("/T") or "").strip().rstrip(":")
            if value.strip():
                filled.append(unreserved(f"{label}: {value.strip()}" if label else value.strip()))
    return "\n\n".join(filled)


def _annotations(sheet: PageObject) -> list[str]:
    found = (one_line(str(note.get("/Contents") or "")) for note in _annots(sheet) if note.get("/Subtype") != "/Widget")
    return [text for text in found if text]


def _annots(sheet: PageObject) -> list[Any]:
    listed = sheet.get("/Annots")
    entries = [entry.get_object() for entry in listed.get_object()] if listed is not None else []
    return [entry for entry in entries if hasattr(entry, "get")]


def _metadata(reader: PdfReader) -> list[str]:
    try:
        info = reader.metadata
        values = [info.get(key) for key in ("/Title", "/Subject", "/Keywords")] if info else []
    except _DAMAGE:
        return []
    texts = [one_line(str(value)) for value in values if value]
    return [text for text in texts if says_something(text)]


def _unread(pages: Sequence[_Page]) -> Iterator[str]:
    yield from scanned([page.number for page in pages if page.fault == "scanned"], ocr.available())
    for page in pages:
        if page.fault == "damaged":
            yield f"Sidan {page.number} är skadad och kunde inte läsas; hämta eller spara filen på nytt."
