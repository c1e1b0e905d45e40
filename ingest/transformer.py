"""A sentence-transformers model in the built-in embedder's place: the only module that imports that library.

What can go wrong is checked before the library is: it takes seconds to import, and a minute to find out that it has no
network.
"""

from __future__ import annotations

import json
import os
import re
import socket
from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from ingest.errors import EmbeddingError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_HUB_NAME = re.compile(r"(?:[\w.-]+/)?[\w.-]+")
_E5 = re.compile(r"(?:^|[-/])e5-")
_SAMPLE = "Samordnad rehabilitering för personer i yrkesverksam ålder"
_PATIENCE = 1.0
"""Seconds to wait for the hub to take a connection."""


class SentenceTransformerEmbedder(Embeddings):
    """Vectors of a sentence-transformers model, float32, of length 1.

    Questions and passages get the prompts that the model was saved with ("query", "document" or "passage"); a model of
    the E5 family without any gets ``query:`` and ``passage:``.
    """

    def __init__(self, model: SentenceTransformer, name: str) -> None:
        self._model = model
        self._name = name
        self._sample = self.embed([_SAMPLE])[0]

    @property
    def fingerprint(self) -> str:
        return f"{self._name} ({self.dimensions})"

    @property
    def dimensions(self) -> int:
        return len(self._sample)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed passages; float32 of shape (texts, dimensions)."""
        vectors = self._model.encode_document(list(texts), normalize_embeddings=True, convert_to_numpy=True)
        return np.asarray(vectors, dtype=np.float32)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [list(map(float, vector)) for vector in self.embed(texts)]

    def embed_query(self, text: str) -> list[float]:
        vector = self._model.encode_query(text, normalize_embeddings=True, convert_to_numpy=True)
        return list(map(float, vector))

    def save(self, folder: Path) -> None:
        """Write the model's name, and the vector of one sentence to know it by, to the new ``folder``."""
        folder.mkdir()
        content = {"model": self._name, "sample": self._sample.tolist()}
        (folder / "transformer.json").write_text(json.dumps(content), encoding="utf-8")


def load(folder: Path) -> SentenceTransformerEmbedder:
    """Open the model with which an index was built.

    Raises:
        EmbeddingError: the model is gone, or is another one now.
    """
    saved = json.loads((folder / "transformer.json").read_text(encoding="utf-8"))
    embedder = find(saved["model"])
    sample = np.array(saved["sample"], dtype=np.float32)
    if len(sample) != embedder.dimensions or float(sample @ embedder.embed([_SAMPLE])[0]) < 0.999:
        raise EmbeddingError(
            f"Språkmodellen {saved['model']} är inte densamma som när indexet byggdes. Bygg om det: "
            "python -m ingest --rebuild."
        )
    return embedder


def find(name: str, *, allow_download: bool = False) -> SentenceTransformerEmbedder:
    """Load the model in the folder ``name``, or of that name on the Hugging Face hub.

    Args:
        allow_download: fetch it when it is not in the local cache.

    Raises:
        EmbeddingError: mistyped, not in the cache, no network, or not a model; within about a second.
    """
    folder = Path(name).expanduser()
    if folder.is_dir():
        return SentenceTransformerEmbedder(_open(str(folder.resolve()), local=True), str(folder.resolve()))
    if _is_path(name):
        raise EmbeddingError(
            f"FINSAM_EMBEDDING_MODEL: mappen {name} finns inte. Kontrollera stavningen, eller lämna inställningen tom "
            "för den inbyggda modellen."
        )
    if not _is_cached(name):
        _demand_hub(name, allow_download)
    return SentenceTransformerEmbedder(_open(name, local=not allow_download), name)


def _is_path(name: str) -> bool:
    return name.startswith((".", "~", "/", "\\")) or not _HUB_NAME.fullmatch(name)


def _is_cached(name: str) -> bool:
    from huggingface_hub import try_to_load_from_cache

    names = (name,) if "/" in name else (name, f"sentence-transformers/{name}")
    return any(isinstance(try_to_load_from_cache(repository, "config.json"), str) for repository in names)


def _demand_hub(name: str, allow_download: bool) -> None:
    cure = (
        "Kontrollera stavningen, eller ladda ned modellen på en dator med nät och ange mappen i FINSAM_EMBEDDING_MODEL"
    )
    if not allow_download:
        raise EmbeddingError(
            f"Språkmodellen {name} finns inte på datorn och får inte hämtas. {cure}; FINSAM_HUB_DOWNLOAD=1 tillåter "
            "hämtning."
        )
    if not _hub_answers():
        raise EmbeddingError(f"Språkmodellen {name} finns inte på datorn och huggingface.co svarar inte. {cure}.")


def _hub_answers() -> bool:
    """Whether the hub, or the proxy on the way to it, takes a connection within :data:`_PATIENCE`."""
    address = urlsplit(getproxies().get("https") or os.environ.get("HF_ENDPOINT") or "https://huggingface.co")
    answers: list[bool] = []

    def connect() -> None:
        try:
            socket.create_connection((address.hostname, address.port or 443), timeout=_PATIENCE).close()
        except OSError:
            return
        answers.append(True)

    # In a thread, since looking up a name has no timeout of its own.
    attempt = Thread(target=connect, daemon=True)
    attempt.start()
    attempt.join(_PATIENCE)
    return bool(answers)


def _open(name: str, *, local: bool) -> SentenceTransformer:
    from safetensors import SafetensorError
    from sentence_transformers import SentenceTransformer

    try:
        model = SentenceTransformer(name, local_files_only=local, device="cpu")
    except (OSError, ValueError, KeyError, RuntimeError, SafetensorError) as exc:
        reason = str(exc).partition("\n")[0]
        raise EmbeddingError(
            f"FINSAM_EMBEDDING_MODEL: {name} kunde inte läsas som en modell för sentence-transformers ({reason:.200}). "
            "Kontrollera namnet eller mappen."
        ) from exc
    if _E5.search(name) and not any(model.prompts.values()):
        model.prompts = {"query": "query: ", "document": "passage: "}
    return model
