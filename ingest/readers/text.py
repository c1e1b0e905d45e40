"""Plain text: find its encoding, cut it at form feeds, and hand it to the pipeline for running text."""

from __future__ import annotations

import codecs
import re

from ingest.errors import UnreadableFile
from ingest.model import Reading
from ingest.readers import plain
from ingest.readers.characters import unreserved

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_MAX_CONTROL = 0.002
_SWEDISH = re.compile("[åäöÅÄÖéÉ§–”]")
_FOREIGN = re.compile(r"[^\x00-\x7fåäöÅÄÖéÉèÈüÜáÁàÀóÓøØæÆ§°´·½«»–—‘’“”„…•€£©®\u00a0\u00ad]")


def read(data: bytes, name: str) -> Reading:
    """Read a plain text of any usual encoding; form feeds part its pages.

    Raises:
        UnreadableFile: the bytes are not text.
    """
    text = decode(data, name)
    parts = text.split("\f")
    if len(parts) > 1 and not parts[-1].strip():
        parts.pop()
    pages: list[tuple[int | None, str]] = [(None, text)] if len(parts) == 1 else list(enumerate(parts, start=1))
    return Reading(plain.blocks(pages))


def decode(data: bytes, name: str) -> str:
    """Return the text of ``data``: by its byte order mark, as UTF-8, UTF-16, or as Windows-1252 or Mac Roman,
    whichever gives more Swedish letters and fewer odd signs. NUL bytes at the end are padding.

    Raises:
        UnreadableFile: none of them gives text.
    """
    text = _decoded(data.rstrip(b"\0") if data.count(0) * 4 < len(data) else data)
    if text is None or len(_CONTROL.findall(text)) > max(1, len(text) * _MAX_CONTROL):
        raise UnreadableFile(
            f"{name} innehåller binära data och inte text; lägg in den som PDF, DOCX eller ren text i UTF-8."
        )
    return unreserved(_CONTROL.sub("", text))


def _decoded(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _try(data, encoding)
    if (wide := _wide(data)) is not None:
        return wide
    if (text := _try(data, "utf-8")) is not None:
        return text
    candidates = [text for text in (_try(data, "cp1252"), _try(data, "mac_roman")) if text is not None]
    best = max(candidates, key=_likeness, default=None)
    return best if best is not None and _likeness(best) >= 0 else None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _wide(data: bytes) -> str | None:
    """Return UTF-16 text without a byte order mark: nearly every other byte is NUL."""
    half = max(1, len(data) // 2)
    if data[1::2].count(0) > half * 0.8:
        return _try(data, "utf-16-le")
    if data[::2].count(0) > half * 0.8:
        return _try(data, "utf-16-be")
    return None


def _likeness(text: str) -> int:
    """How much more of the text beyond ASCII is Swedish than foreign, in characters."""
    return len(_SWEDISH.findall(text)) - len(_FOREIGN.findall(text))
