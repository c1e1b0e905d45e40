"""An index that is complete, opened for reading.

An index folder holds numbered generations, each whole and never changed once it serves; ``current`` names the one
that does. Everything is opened when it is first asked for, and files are mapped where they are large.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from ingest import mapped
from ingest.errors import IndexMissing, StorageError
from ingest.excerpts import Excerpts
from ingest.files import File
from ingest.model import Document, Source
from ingest.ranking import best
from ingest.register import storage
from ingest.register.model import Record
from ingest.serving import current_folder
from ingest.store import BrokenStore

if TYPE_CHECKING:
    from ingest.embedding import Embedder
    from ingest.lexical import Lexical
    from ingest.store import Store

log = logging.getLogger(__name__)

SCHEMA = 4
"""Raised when a generation's files change their shape or meaning."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in a generation."""

    source: Source
    start: int
    end: int
    """Its JSON is ``documents.jsonl[start:end]``, in bytes."""
    passages: int
    tables: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation holds and how it was made."""

    schema: int
    created: str
    """ISO 8601, UTC."""
    code: str
    """Fingerprint of the package that made it."""
    model: str
    """Name or folder of the embedding model; "" for the built-in one."""
    embedder: str
    """Fingerprint of the embedder."""
    trained_on: int
    """Passages when the embedder was trained or first used."""
    changed: int
    """Passages added and removed since then."""
    entries: tuple[Entry, ...]
    files: tuple[File, ...]
    """One for each entry, in the same order."""
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passages:
    """All passages in columns, int32 of shape (passages,), document by document."""

    document: NDArray[np.int32]
    """Index into :attr:`Manifest.entries`."""
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    section: NDArray[np.int32]
    page: NDArray[np.int32]
    """-1 when the file has no pages."""
    table: NDArray[np.int32]
    """-1 when the passage is no part of a table."""

    def __len__(self) -> int:
        return len(self.document)


class Generation:
    """One generation. Safe to use from several threads."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.folder = folder
        self.manifest = manifest
        self.document = lru_cache(maxsize=256)(self._document)
        self._lock = Lock()
        self._embedder: Embedder | None = None
        self._store: Store | None = None
        self._is_storeless = False

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(entry.source for entry in self.manifest.entries)

    @cached_property
    def passages(self) -> Passages:
        with np.load(self.folder / "passages.npz") as columns:
            return Passages(**{name: columns[name] for name in columns.files})

    @cached_property
    def excerpts(self) -> Excerpts:
        return Excerpts(self.folder / "excerpts")

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """What the documents say of decisions, money, goals, results and initiatives, kind by kind."""
        return storage.load(self.folder)

    @cached_property
    def lexical(self) -> Lexical:
        from ingest import lexical

        return lexical.load(self.folder / "lexical")

    @cached_property
    def vectors(self) -> NDArray[np.float32]:
        """The passages' vectors; float32 of shape (passages, dimensions), rows of length 1 or 0."""
        return mapped.load(self.folder / "vectors.npy")

    @property
    def embedder(self) -> Embedder:
        """The model that made the vectors.

        Raises:
            EmbeddingError: it is a transformer that cannot be had any more.
        """
        from ingest.embedding import load_embedder

        with self._lock:
            if self._embedder is None:
                self._embedder = load_embedder(self.folder / "embedder", self.manifest.model)
            return self._embedder

    @property
    def store(self) -> Store:
        """The vectors in Chroma, repaired first when the folder is broken.

        Raises:
            BrokenStore: it cannot be repaired either.
            StorageError: there is no room to repair it, or its server does not answer.
        """
        from ingest.opening import open_store

        with self._lock:
            if self._store is None:
                self._store = open_store(self)
            return self._store

    def nearest(
        self, vector: Sequence[float] | NDArray[np.float32], k: int, rows: NDArray[np.int32] | None = None
    ) -> list[tuple[int, float]]:
        """Find the passages nearest to a question's vector.

        Args:
            vector: of length 1; one of length 0 is near to nothing.
            k: how many to find at most.
            rows: the passages that may be found, ascending. Those are compared one by one, 5 ms for 100,000: Chroma
                takes 30-80 ms to collect what a filter lets through.

        Returns:
            Rows of :attr:`passages` with their cosine similarity, nearest first. Without a store, as in an index
            that cannot be written, all passages are compared.
        """
        wanted = np.asarray(vector, dtype=np.float32)
        if not wanted.any() or k < 1:
            return []
        if rows is None and not self._is_storeless:
            try:
                return [(self.row(id), similarity) for id, similarity in self.store.query(wanted, k)]
            except (BrokenStore, StorageError) as exc:
                log.warning("vector store out of reach, comparing all passages: %s", exc)
                self._is_storeless = True
        similarities = self.similarities(wanted, rows)
        places = best(similarities, k)
        found = places if rows is None else rows[places]
        return list(zip(found.tolist(), similarities[places].tolist(), strict=True))

    def similarities(
        self, vector: NDArray[np.float32], rows: NDArray[np.integer[Any]] | None = None
    ) -> NDArray[np.float32]:
        """Return the cosine similarity of a question's vector, of length 1, to some passages or to all."""
        vectors = self.vectors if rows is None or len(rows) == len(self.vectors) else self.vectors[rows]
        # Not a matrix product, whose threads would wait for each other longer than the work takes.
        similarities: NDArray[np.float32] = np.vecdot(vectors, vector)
        return similarities

    def touch(self) -> None:
        """Read the mapped files that questions look into once, so that none waits for their pages."""
        self.lexical.touch()
        self.excerpts.touch()
        mapped.touch(self.vectors)

    def row(self, id: str) -> int:
        """The row of a passage by its id, ``<document id>#<ordinal>``."""
        document, _, ordinal = id.rpartition("#")
        return self._firsts[document] + int(ordinal)

    def passage_ids(self) -> list[str]:
        """The ids of all passages, in order of rows."""
        return [f"{entry.source.id}#{i}" for entry in self.manifest.entries for i in range(entry.passages)]

    def close(self) -> None:
        """Let go of Chroma's files."""
        with self._lock:
            if self._store is not None:
                self._store.close()
                self._store = None

    @cached_property
    def _firsts(self) -> dict[str, int]:
        """Row of each document's first passage."""
        return {id: rows.start for id, rows in spans(self.manifest.entries)}

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        return {entry.source.id: entry for entry in self.manifest.entries}

    def _document(self, id: str) -> Document:
        """Return a document by its id; the 256 last ones are kept. KeyError when there is none."""
        entry = self._entries[id]
        with (self.folder / "documents.jsonl").open("rb") as stream:
            stream.seek(entry.start)
            return msgspec.json.decode(stream.read(entry.end - entry.start), type=Document)


def open_generation(index: Path) -> Generation:
    """Open the generation that serves.

    Raises:
        IndexMissing: there is none, or this version cannot read it.
    """
    # Twice, since two builds may come and go between the name being read and the folder being opened.
    for _ in range(2):
        folder = current_folder(index)
        if folder is not None:
            with suppress(FileNotFoundError):
                return load_generation(folder)
    raise IndexMissing(f"Det finns inget index i {index}. Läs in dokumenten först: python -m ingest MAPP.")


def load_generation(folder: Path) -> Generation:
    """Open the generation in ``folder``, whether it serves or not.

    Raises:
        FileNotFoundError: there is no manifest.
        IndexMissing: another version wrote it.
    """
    content = (folder / "manifest.json").read_bytes()
    try:
        if msgspec.json.decode(content, type=_Version).schema != SCHEMA:
            raise IndexMissing(_OTHER.format(index=folder.parent))
        return Generation(folder, msgspec.json.decode(content, type=Manifest))
    except msgspec.DecodeError as exc:
        raise IndexMissing(_OTHER.format(index=folder.parent)) from exc


_OTHER = "Indexet i {index} är byggt av en annan version. Bygg om det: python -m ingest --rebuild MAPP."


class _Version(msgspec.Struct):
    schema: int


def spans(entries: Sequence[Entry]) -> Iterator[tuple[str, slice]]:
    """Yield each document's id and the rows of its passages."""
    start = 0
    for entry in entries:
        yield entry.source.id, slice(start, start + entry.passages)
        start += entry.passages
