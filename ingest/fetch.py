"""Fetch the originals of catalogue entries that name an address, only when asked.

Each lands as ``original/<id>.<suffix>`` beside the documents and its checksum in ``original/SHA256SUMS``, which
``sha256sum -c`` reads; the line above a checksum, a comment to that program, says when and from where. A download is
written beside its place and moved there whole, so what could not be had leaves everything as it was.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO, Literal

import httpx

from ingest.catalogue import NAME, Entry, load
from ingest.checksums import Sum, digest_of, part_of, place, read_sums, write_sums
from ingest.errors import IngestError, StorageError
from ingest.originals import FOLDER
from ingest.signature import is_html

Status = Literal["hämtad", "oförändrad", "misslyckades"]
Progress = Callable[["Fetched"], None]

MAX_REDIRECTS = 5
_CHUNK = 65536

_WRITTEN_AS = {
    "pdf": "pdf",
    "docx": "docx",
    "html": "html",
    "htm": "html",
    "txt": "txt",
    "text": "txt",
}
"""What the catalogue's ``origin``, or the end of an address, promises: the suffix."""
_IN_WORDS = {"pdf": "en PDF", "docx": "ett Word-dokument", "html": "en webbsida", "txt": "en textfil"}
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of one document; ``message`` is one Swedish line for the user."""

    id: str
    status: Status
    message: str


@dataclass(frozen=True, slots=True)
class _Limits:
    seconds: float
    bytes: int


class _Refused(IngestError):
    """An answer that is not taken; the text says why and what to do."""


def fetch(
    corpus: Path,
    ids: Sequence[str] = (),
    *,
    timeout: float = 20.0,
    max_bytes: int = 50_000_000,
    progress: Progress | None = None,
) -> list[Fetched]:
    """Fetch the originals of the documents ``ids``, or of all in the catalogue that have an address.

    Args:
        corpus: the folder of ``sources.toml``.
        ids: documents to fetch; retired ones only when named here.
        timeout: seconds for one document, from the first connection to the last byte.
        max_bytes: the largest original taken, after decompression.
        progress: called with each result as it comes.

    Returns:
        One result per document, in the order of ``ids`` or of the catalogue.

    Raises:
        CatalogueError: the catalogue cannot be read.
        StorageError: the folder cannot be written.
    """
    entries = {entry.id: entry for entry in load(corpus).values()}
    wanted = list(dict.fromkeys(ids)) or [e.id for e in entries.values() if e.address and not e.retired]
    limits = _Limits(timeout, max_bytes)
    results = []
    for id in wanted:
        result = _fetch_one(corpus, id, entries.get(id), limits)
        results.append(result)
        if progress:
            progress(result)
    return results


def _fetch_one(corpus: Path, id: str, entry: Entry | None, limits: _Limits) -> Fetched:
    if entry is None:
        return Fetched(id, "misslyckades", f"Inget dokument i {NAME} heter {id!r}; kontrollera stavningen.")
    if not entry.address:
        return Fetched(id, "misslyckades", f"Dokumentet har ingen adress i {NAME}; skriv in den i fältet address.")
    if entry.form == "original" and (corpus / entry.file).is_file():
        return Fetched(id, "oförändrad", f"Originalet finns redan i {entry.file} och lämnas som det är.")
    try:
        return _stored(corpus / FOLDER, entry, limits)
    except _Refused as refusal:
        return Fetched(id, "misslyckades", str(refusal))
    except OSError as exc:
        raise StorageError(
            f"{corpus / FOLDER} går inte att skriva i ({exc.strerror}); kontrollera rättigheter och diskutrymme."
        ) from exc


def _stored(folder: Path, entry: Entry, limits: _Limits) -> Fetched:
    sums = read_sums(folder)
    earlier = _earlier(folder, entry.id, sums)
    with part_of(folder / entry.id) as part:
        digest = _download(entry.address, part, limits)
        suffix = _suffix(Path(part.name))
        _demand_expected(suffix, entry)
        name = f"{entry.id}.{suffix}"
        if earlier and earlier.name == name and sums[name].digest == digest:
            return Fetched(entry.id, "oförändrad", f"{FOLDER}/{name} är samma som hos avsändaren.")
        size = Path(part.name).stat().st_size
        place(part, folder / name)
    if earlier and earlier.name != name:
        earlier.unlink()
        del sums[earlier.name]
    sums[name] = Sum(digest, f"# {datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {entry.address}")
    write_sums(folder, sums)
    return Fetched(entry.id, "hämtad", f"Sparad som {FOLDER}/{name} ({_size(size)}).")


def _earlier(folder: Path, id: str, sums: dict[str, Sum]) -> Path | None:
    """The original fetched before, or None.

    Raises:
        _Refused: an original lies there that was not fetched, or was changed since.
    """
    found = None
    for path in sorted(folder.glob(f"{id}.*")):
        if path.stem != id:
            continue
        if path.name not in sums or digest_of(path) != sums[path.name].digest:
            raise _Refused(
                f"{FOLDER}/{path.name} är inlagd eller ändrad för hand och skrivs inte över; "
                "flytta den och försök igen."
            )
        found = path
    return found


def _download(address: str, file: IO[bytes], limits: _Limits) -> str:
    """Write what ``address`` answers to ``file``; its SHA-256 in hexadecimal digits."""
    try:
        return asyncio.run(_within(address, file, limits))
    except (TimeoutError, httpx.TimeoutException) as exc:
        seconds = f"{limits.seconds:g}".replace(".", ",")
        raise _Refused(f"Svaret kom inte inom {seconds} sekunder; försök igen senare.") from exc
    except httpx.ConnectError as exc:
        raise _Refused(f"Det går inte att ansluta till {address}; kontrollera adressen och nätet.") from exc
    except (httpx.HTTPError, httpx.InvalidURL) as exc:
        raise _Refused(f"Överföringen från {address} bröts eller gick inte att tolka ({exc}); försök igen.") from exc


async def _within(address: str, file: IO[bytes], limits: _Limits) -> str:
    async with asyncio.timeout(limits.seconds), httpx.AsyncClient(timeout=limits.seconds) as client:
        url = httpx.URL(address)
        for _ in range(MAX_REDIRECTS + 1):
            _demand_web(url)
            async with client.stream("GET", url, headers={"User-Agent": "finsam-assistenten"}) as response:
                if not response.has_redirect_location:
                    return await _body(response, file, limits)
                url = response.url.join(response.headers["Location"])
    raise _Refused(f"{address} skickar vidare mer än {MAX_REDIRECTS} gånger; skriv in den slutliga adressen i {NAME}.")


async def _body(response: httpx.Response, file: IO[bytes], limits: _Limits) -> str:
    if response.status_code != httpx.codes.OK:
        cure = "försök igen senare" if response.status_code >= 500 else f"kontrollera adressen i {NAME}"
        raise _Refused(f"{response.url} svarar {response.status_code} {response.reason_phrase}".rstrip() + f"; {cure}.")
    too_large = f"Originalet är större än {_size(limits.bytes)}; hämta det för hand och lägg det i mappen."
    stated = response.headers.get("Content-Length", "")
    if stated.isdecimal() and int(stated) > limits.bytes:
        raise _Refused(too_large)
    digest, received = hashlib.sha256(), 0
    async for chunk in response.aiter_bytes(_CHUNK):
        received += len(chunk)
        if received > limits.bytes:
            raise _Refused(too_large)
        digest.update(chunk)
        file.write(chunk)
    file.flush()
    if not received:
        raise _Refused(f"{response.url} svarar med en tom fil; kontrollera adressen i {NAME}.")
    return digest.hexdigest()


def _demand_web(url: httpx.URL) -> None:
    if url.scheme not in ("http", "https") or not url.host:
        raise _Refused(f"Adressen {str(url)!r} hämtas inte: bara http och https tillåts; rätta den i {NAME}.")


def _suffix(path: Path) -> str:
    """What a file is by its content: "pdf", "docx", "html" or "txt".

    Raises:
        _Refused: it is none of them.
    """
    data = path.read_bytes()
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _package(path)
    if is_html(data):
        return "html"
    if not _CONTROL.search(data):
        return "txt"
    raise _Refused("Svaret är varken PDF, Word-dokument, webbsida eller text och sparades inte; kontrollera adressen.")


def _package(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            if "word/document.xml" in archive.namelist():
                return "docx"
    except zipfile.BadZipFile as exc:
        raise _Refused("Svaret är ett skadat Word-dokument och sparades inte; försök igen.") from exc
    raise _Refused("Svaret är ett zip-arkiv men inget Word-dokument och sparades inte; kontrollera adressen.")


def _demand_expected(suffix: str, entry: Entry) -> None:
    ending = PurePosixPath(httpx.URL(entry.address).path).suffix.lstrip(".").lower()
    expected = _WRITTEN_AS.get(entry.origin.lower()) or _WRITTEN_AS.get(ending)
    if expected and suffix != expected:
        raise _Refused(
            f"Väntade {_IN_WORDS[expected]} men fick {_IN_WORDS[suffix]}, kanske ett felmeddelande; "
            f"svaret sparades inte, kontrollera adressen i {NAME}."
        )


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB".replace(".", ",") if count >= 1_000_000 else f"{max(1, count // 1000)} kB"
