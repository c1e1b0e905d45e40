"""Read a file of any kind that we take: what it is shows in its first bytes, whatever it is called."""

from __future__ import annotations

import re
import stat
import zipfile
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from io import BytesIO
from pathlib import Path

from ingest import ledger
from ingest.errors import UnreadableFile
from ingest.model import Reading
from ingest.readers.remarks import broken, locked
from ingest.readers.text import decode
from ingest.readers.units import with_units_above
from ingest.signature import is_html

SUFFIXES = frozenset({".pdf", ".docx", ".txt", ".md", ".markdown", ".html", ".htm", ledger.SUFFIX})
"""Of the files that are taken from a folder, in lower case."""

Reader = Callable[[bytes, str], Reading]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FOREIGN = (
    (b"\x89PNG", "en PNG-bild"),
    (b"\xff\xd8\xff", "en JPEG-bild"),
    (b"GIF8", "en GIF-bild"),
    (b"II*\0", "en TIFF-bild"),
    (b"MM\0*", "en TIFF-bild"),
    (b"{\\rtf", "ett RTF-dokument"),
    (b"\x1f\x8b", "ett gzip-arkiv"),
    (b"7z\xbc\xaf\x27\x1c", "ett 7z-arkiv"),
    (b"Rar!", "ett RAR-arkiv"),
    (b"\x7fELF", "ett program"),
    (b"MZ\x90\0", "ett program"),
)
_PACKAGES = (
    ("xl/workbook.xml", "ett Excel-ark"),
    ("ppt/presentation.xml", "en PowerPoint-presentation"),
    ("content.xml", "ett OpenDocument-dokument"),
)
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\*\*[^*\n]+\*\*|\|?[ :]*-{3,}[ :]*\||<!--)", re.MULTILINE)
_CURE = "spara den som PDF eller DOCX och lägg in den på nytt"


def read(path: Path, *, max_bytes: int = 200_000_000) -> Reading:
    """Read one file. A part of it that cannot be read (a scanned page) is told of in :attr:`Reading.unread`.

    Raises:
        UnreadableFile: missing, a link, not a file, unreadable, empty, larger than ``max_bytes``, locked by a
            password, broken, without text, or of a kind that we do not take. Its text is one Swedish sentence.
    """
    data = _bytes(path, max_bytes)
    reading = _reader(data, path)(data, path.name)
    if not reading.blocks and not reading.unread:
        raise UnreadableFile(f"{path.name} innehåller ingen text; kontrollera att rätt fil lagts in.")
    return replace(reading, blocks=tuple(with_units_above(reading.blocks)))


def text_of(path: Path, *, max_bytes: int = 200_000_000) -> str | None:
    """Return the text of a file that is plain text or Markdown; None for a file of another format.

    Raises:
        UnreadableFile: as :func:`read` does.
    """
    data = _bytes(path, max_bytes)
    if _reader(data, path).__module__ not in ("ingest.readers.markdown", "ingest.readers.text"):
        return None
    return decode(data, path.name)


def read_text(text: str, name: str) -> Reading:
    """Read a text that is at hand: as Markdown when its ``name`` says so, or when it has the signs of it.

    Raises:
        UnreadableFile: the text is not text; ``name`` is what to call it.
    """
    is_markdown = name.lower().endswith((".md", ".markdown")) or _MARKDOWN.search(text) is not None
    reader = _module("markdown" if is_markdown else "text")
    reading = reader(text.encode("utf-8"), name)
    return replace(reading, blocks=tuple(with_units_above(reading.blocks)))


def _bytes(path: Path, max_bytes: int) -> bytes:
    name = path.name
    try:
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode):
            raise UnreadableFile(f"{name} är en länk och läses inte; lägg själva filen i mappen i stället.")
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableFile(f"{name} är en mapp; ange en fil i den, eller mappen som samling.")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFile(f"{name} är ingen vanlig fil och läses inte; lägg in dokumentet som en fil.")
        if status.st_size > max_bytes:
            raise UnreadableFile(
                f"{name} är {_size(status.st_size)} och gränsen {_size(max_bytes)}; dela upp den eller minska bilderna."
            )
        data = path.read_bytes()
    except FileNotFoundError as exc:
        raise UnreadableFile(f"{name} finns inte längre; lägg in filen på nytt.") from exc
    except PermissionError as exc:
        raise UnreadableFile(f"{name} får inte läsas; ändra rättigheterna så att programmet kan öppna den.") from exc
    except OSError as exc:
        raise UnreadableFile(f"{name} kunde inte läsas ({exc.strerror}); kontrollera disken och försök igen.") from exc
    if not data.strip():
        raise UnreadableFile(f"{name} är tom; lägg in filen på nytt med sitt innehåll.")
    return data


def _size(count: int) -> str:
    return f"{count / 1_000_000:.0f} MB" if count >= 1_000_000 else f"{count} byte"


def _reader(data: bytes, path: Path) -> Reader:
    suffix = path.suffix.lower()
    if data.lstrip()[:5] == b"%PDF-" or (suffix == ".pdf" and b"%PDF-" in data[:1024]):
        return _module("pdf")
    if data.startswith(b"PK\x03\x04"):
        _demand_word(data, path.name)
        return _module("docx")
    if data.startswith(_OLE):
        raise _old_office(data, path.name)
    for magic, kind in _FOREIGN:
        if data.startswith(magic):
            raise UnreadableFile(f"{path.name} är {kind}, inte ett dokument som kan läsas; {_CURE}.")
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        raise UnreadableFile(f"{path.name} är en WebP-bild, inte ett dokument som kan läsas; {_CURE}.")
    if suffix in (".pdf", ".docx"):
        raise broken(path.name, "PDF" if suffix == ".pdf" else "Word-dokument")
    if suffix == ledger.SUFFIX:
        return _module("records")
    if suffix in (".html", ".htm") or is_html(data):
        return _module("html")
    return _module("markdown" if suffix in (".md", ".markdown") else "text")


def _module(name: str) -> Reader:
    """Return the reader of a format; its library is imported first now."""
    reader: Reader = import_module(f"ingest.readers.{name}").read
    return reader


def _demand_word(data: bytes, name: str) -> None:
    """Raise UnreadableFile when a zip archive is no Word document."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, EOFError) as exc:
        raise broken(name, "Word-dokument") from exc
    if "word/document.xml" not in members:
        kind = next((kind for member, kind in _PACKAGES if member in members), "ett zip-arkiv")
        raise UnreadableFile(f"{name} är {kind}, inte ett dokument som kan läsas; {_CURE}.")


def _old_office(data: bytes, name: str) -> UnreadableFile:
    """The error for an OLE container: an encrypted DOCX, or a file of the Office formats before 2007."""
    if _ENCRYPTED in data:
        return locked(name)
    return UnreadableFile(f"{name} är i det gamla Office-formatet (.doc eller .xls); {_CURE}.")
