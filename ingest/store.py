"""The vector store: the only module that knows Chroma.

A Chroma folder is a cache: every vector in it also stands in the generation's ``vectors.npy``, and a folder that no
longer opens is built again from there. Similarities leave this module as cosines, -1…1, higher is closer.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from ingest.errors import IngestError, StorageError
from ingest.storage import refusal

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.collection_configuration import CreateHNSWConfiguration
    from chromadb.api.models.Collection import Collection

NAME = "passages"
"""The collection inside a folder."""

_BATCH = 5000
"""Vectors in one write; Chroma takes 5,461 at most."""

_HNSW: CreateHNSWConfiguration = {
    "space": "cosine",
    "max_neighbors": 16,
    "ef_construction": 100,
    "ef_search": 100,
    # Chroma writes its graph to disk after so many changes and replays the rest from its log when it is opened: 7,700
    # vectors take a second. Writing is as fast as without any syncing, since a batch is larger anyway.
    "sync_threshold": 1000,
    "batch_size": 1000,
}


class BrokenStore(IngestError):
    """Chroma cannot read what it has written."""


class Store:
    """One open collection. Two processes may read the same folder; only one may write, with no other open."""

    def __init__(self, client: Client, collection: Collection) -> None:
        self._client = client
        self._collection = collection

    def add(self, ids: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Add passages; an id that is there already must be deleted first (Chroma would ignore the new vector).

        Raises:
            StorageError: the disk is full or read-only, or the server does not answer.
            BrokenStore: any other failure of Chroma.
        """
        for start in range(0, len(ids), _BATCH):
            part = slice(start, start + _BATCH)
            with _mapped():
                self._collection.add(ids=list(ids[part]), embeddings=vectors[part])

    def delete(self, ids: Sequence[str]) -> None:
        """Delete passages; unknown ids are passed over.

        Raises:
            StorageError: the disk is full or read-only, or the server does not answer.
            BrokenStore: any other failure of Chroma.
        """
        for start in range(0, len(ids), _BATCH):
            with _mapped():
                self._collection.delete(ids=list(ids[start : start + _BATCH]))

    def query(self, vector: Sequence[float] | NDArray[np.float32], k: int) -> list[tuple[str, float]]:
        """Return up to ``k`` ids with their cosine similarity, nearest first: some 2 ms among 100,000 passages.

        Raises:
            StorageError: the server does not answer.
            BrokenStore: Chroma fails.
        """
        with _mapped():
            found = self._collection.query(
                query_embeddings=np.asarray(vector, dtype=np.float32)[np.newaxis],
                n_results=k,
                include=["distances"],
            )
        distances = found["distances"]
        return [
            (id, 1.0 - distance)
            for id, distance in zip(found["ids"][0], distances[0] if distances else (), strict=True)
        ]

    def count(self) -> int:
        """Number of passages."""
        with _mapped():
            return self._collection.count()

    def close(self) -> None:
        """Let go of the files; the store cannot be used any more."""
        self._client.close()


def warm() -> None:
    """Import Chroma now: half a second, and a tenth more if Python looked for waste in what it makes meanwhile."""
    gc.disable()
    import chromadb  # noqa: F401

    gc.enable()


def create(place: Path | str, name: str = NAME) -> Store:
    """Make an empty collection in the new folder ``place``, or on the server at the address ``place``.

    Raises:
        StorageError: the place cannot be written, or no server answers.
        BrokenStore: Chroma fails, as when the collection is already there.
    """
    with _mapped(), _closed_on_failure(_connect(place)) as client:
        return Store(client, client.create_collection(name, embedding_function=None, configuration={"hnsw": _HNSW}))


def open(place: Path | str, name: str = NAME) -> Store:
    """Open a collection that :func:`create` has made.

    Opening a broken folder may end the process by a segmentation fault: :mod:`ingest.probe` exists for that.

    Raises:
        StorageError: no server answers.
        BrokenStore: Chroma cannot open it, or the collection is not there.
    """
    with _mapped(), _closed_on_failure(_connect(place)) as client:
        return Store(client, client.get_collection(name, embedding_function=None))


def drop(address: str, name: str) -> None:
    """Remove a collection from a server."""
    with _mapped(), closing(_connect(address)) as client:
        client.delete_collection(name)


def _connect(place: Path | str) -> Client:
    import chromadb
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    if isinstance(place, Path):
        return cast("Client", chromadb.PersistentClient(str(place), settings=settings))
    address = urlsplit(place)
    secure = address.scheme == "https"
    try:
        port = address.port or (443 if secure else 80)
        client = chromadb.HttpClient(host=address.hostname or "", port=port, ssl=secure, settings=settings)
        return cast("Client", client)
    except ValueError as exc:
        raise StorageError(_SILENT.format(place=f" på {place}")) from exc


@contextmanager
def _closed_on_failure(client: Client) -> Iterator[Client]:
    """Let go of a client that fails: Chroma would give it, broken as it is, to whoever asks for its place again."""
    try:
        yield client
    except BaseException:
        client.close()
        raise


@contextmanager
def _mapped() -> Iterator[None]:
    """Turn Chroma's errors into ours."""
    import httpx
    from chromadb.errors import ChromaError

    try:
        yield
    except httpx.HTTPError as exc:
        raise StorageError(_SILENT.format(place="")) from exc
    # A client that could not open a folder is kept by Chroma, and lacks an attribute the second time.
    except (ChromaError, OSError, ValueError, TypeError, KeyError, AttributeError) as exc:
        raise _explain(exc) from exc
    except Exception as exc:
        # Chroma's client raises the bare class for an answer that is not Chroma's, as of a proxy before a dead server.
        if type(exc) is not Exception:
            raise
        raise StorageError(_SILENT.format(place="")) from exc


_SILENT = "Ingen Chroma-server svarar{place}. Starta den, eller ta bort inställningen FINSAM_CHROMA_URL."
_FULL = "disken är full eller skrivskyddad"
_IN_WORDS = ("disk is full", "readonly", "no space left", "unable to open database")
"""How SQLite says that."""
_NUMBER = re.compile(r"\(os error (\d+)\)")
"""How Chroma's own code passes on what the system answers."""


def _explain(error: Exception) -> IngestError:
    match = _NUMBER.search(str(error))
    number = error.errno if isinstance(error, OSError) else int(match[1]) if match else None
    reason = refusal(number) or (_FULL if any(words in str(error).lower() for words in _IN_WORDS) else None)
    if reason:
        return StorageError(f"Indexet kunde inte skrivas: {reason}. Frigör plats eller välj en annan mapp.")
    return BrokenStore(f"Vektorlagret kan inte läsas ({error}). Bygg om indexet med python -m ingest --rebuild.")
