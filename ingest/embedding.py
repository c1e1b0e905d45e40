"""The built-in embedder: latent semantic analysis of the corpus itself, so nothing is downloaded.

TF-IDF of the features of :mod:`ingest.features`, reduced to the directions in which the corpus varies most, found by
random projection (Halko, Martinsson & Tropp, "Finding structure with randomness", 2011). It finds words that keep
company in this corpus; it knows no language beyond it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Protocol

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray
from scipy.sparse import csr_array, hstack
from threadpoolctl import threadpool_limits

from ingest import features
from ingest.features import Counts

DIMENSIONS = 256
VOCABULARY = 40_000
"""Features of each family that are kept, the most widespread first."""

TOO_COMMON = 0.5
"""A feature in a larger share of the passages tells them apart too little to be kept."""

SHARES = {"grams": 0.7, "stems": 0.3}
"""What each family of features contributes to a cosine similarity."""

_PARTS = {name: np.float32(share**0.5) for name, share in SHARES.items()}
"""The same in a vector."""

_LEAST = 1e-12
"""Length up to which a vector counts as 0."""

_BATCH = 4000
_MORE = 10
"""Random directions beyond the ones that are kept."""


class Embedder(Protocol):
    """What an index needs of a model, built in or from outside."""

    @property
    def fingerprint(self) -> str:
        """Changes when vectors can no longer be compared with earlier ones."""

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed passages: shape (texts, dimensions), rows of length 1, or 0 when nothing in a text is known."""

    def embed_query(self, text: str) -> list[float]:
        """Embed a question."""

    @property
    def dimensions(self) -> int:
        """Length of a vector."""

    def save(self, folder: Path) -> None:
        """Write what is needed to open the embedder again to the new ``folder``."""


@dataclass(frozen=True, slots=True)
class Family:
    """The features of one family that were kept."""

    features: NDArray[np.int32]
    """Ascending."""
    idf: NDArray[np.float32]

    def weigh(self, counts: csr_array) -> csr_array:
        """TF-IDF with sublinear tf, rows of length 1; shape (texts, kept features)."""
        known, columns = features.find(counts.indices, self.features)
        bounds = np.concatenate([[0], np.cumsum(known)])[counts.indptr]
        data = self._tf_idf(counts.data[known], columns)
        rows = np.repeat(np.arange(counts.shape[0]), np.diff(bounds))
        lengths = np.sqrt(np.bincount(rows, data.astype(np.float64) ** 2, minlength=counts.shape[0]))
        data = (data / lengths[rows]).astype(np.float32)
        return csr_array((data, columns, bounds), shape=(counts.shape[0], len(self.features)))

    def weigh_one(self, counts: Mapping[int, int]) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        """The same for the features of one text: columns, and what stands in them."""
        known, columns = features.find(np.fromiter(counts, np.int32, len(counts)), self.features)
        many = np.fromiter(counts.values(), np.float32, len(counts))[known]
        data = self._tf_idf(many, columns)
        length = np.sqrt((data.astype(np.float64) ** 2).sum())
        return columns, (data / length).astype(np.float32)

    def _tf_idf(self, counts: NDArray[np.float32], columns: NDArray[np.intp]) -> NDArray[np.float32]:
        return (1 + np.log(counts)) * self.idf[columns]


class BuiltInEmbedder(Embeddings):
    """Vectors of at most :data:`DIMENSIONS` dimensions, float32, of length 1, or 0 for a text of unknown features."""

    def __init__(self, grams: Family, stems: Family, components: NDArray[np.float32], fingerprint: str) -> None:
        self._grams = grams
        self._stems = stems
        self._components = components
        self.fingerprint = fingerprint

    @property
    def dimensions(self) -> int:
        return int(self._components.shape[1])

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed texts; float32 of shape (texts, dimensions)."""
        batches = (texts[start : start + _BATCH] for start in range(0, len(texts), _BATCH))
        parts = [self.embed_counts(features.count(batch)) for batch in batches]
        return np.concatenate(parts) if parts else np.empty((0, self.dimensions), dtype=np.float32)

    def embed_counts(self, counts: Counts) -> NDArray[np.float32]:
        """Embed texts whose features have been counted."""
        vectors = np.asarray(_combine(self._grams, self._stems, counts) @ self._components, dtype=np.float32)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        vectors[:] = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > _LEAST)
        return vectors

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [list(map(float, vector)) for vector in self.embed(texts)]

    def embed_query(self, text: str) -> list[float]:
        words = features.words(text)
        grams, gram_weights = self._grams.weigh_one(Counter(gram for word in words for gram in word.grams))
        stems, stem_weights = self._stems.weigh_one(Counter(word.stem for word in words if word.stem is not None))
        rows = np.concatenate([grams, stems + len(self._grams.features)])
        weights = np.concatenate([gram_weights * _PARTS["grams"], stem_weights * _PARTS["stems"]])
        vector = weights @ self._components[rows]
        length = np.sqrt(vector @ vector)
        found: list[float] = (vector / length if length > _LEAST else np.zeros_like(vector)).tolist()
        return found

    def save(self, folder: Path) -> None:
        """Write the model to the new ``folder``."""
        folder.mkdir()
        for name, family in (("grams", self._grams), ("stems", self._stems)):
            np.save(folder / f"{name}.npy", family.features)
            np.save(folder / f"{name}_idf.npy", family.idf)
        np.save(folder / "components.npy", self._components)
        (folder / "model.json").write_text(json.dumps({"fingerprint": self.fingerprint}), encoding="utf-8")


def load(folder: Path) -> BuiltInEmbedder:
    """Open a saved model.

    Raises:
        OSError: a file is missing.
        ValueError: a file is broken.
    """
    grams, stems = (
        Family(np.load(folder / f"{name}.npy"), np.load(folder / f"{name}_idf.npy")) for name in ("grams", "stems")
    )
    components = np.load(folder / "components.npy")
    fingerprint = json.loads((folder / "model.json").read_text(encoding="utf-8"))["fingerprint"]
    return BuiltInEmbedder(grams, stems, components, fingerprint)


def load_embedder(folder: Path, model: str) -> Embedder:
    """Open the embedder saved in ``folder``: the built-in one, or the transformer ``model``.

    Raises:
        EmbeddingError: it is a transformer that cannot be had any more.
    """
    if not model:
        return load(folder)
    from ingest import transformer

    return transformer.load(folder)


def train(counted: Counts) -> BuiltInEmbedder:
    """Train on texts whose features have been counted. The same texts give the same model."""
    grams, stems = _keep(counted.grams), _keep(counted.stems)
    weighed = _combine(grams, stems, counted)
    rank = min(DIMENSIONS, *weighed.shape)
    if rank == 0:
        return BuiltInEmbedder(grams, stems, np.zeros((weighed.shape[1], 1), dtype=np.float32), "tom")
    matrix = _main_directions(weighed, rank)
    return BuiltInEmbedder(grams, stems, matrix, _fingerprint(grams, stems, matrix))


def _main_directions(rows: csr_array, rank: int) -> NDArray[np.float32]:
    """The directions in which ``rows`` vary most, about; float32 of shape (columns, ``rank`` or fewer).

    Random directions are multiplied by the rows' covariance once, and made orthogonal by way of their Gram matrix. A
    full randomized SVD takes longer, and the vectors were no better (nDCG@10 .71 on 1,189 questions both ways).
    """
    random = np.random.default_rng(0).standard_normal((rows.shape[1], rank + _MORE), dtype=np.float32)
    # In one thread: on a busy machine the threads of a small product wait for each other most of the time.
    with threadpool_limits(1, user_api="blas"):
        spread = (rows.T @ (rows @ random)).astype(np.float64)
        values, vectors = np.linalg.eigh(spread.T @ spread)
        strong = np.flatnonzero(values > 1e-8 * values[-1])[::-1][:rank]
        directions = spread @ (vectors[:, strong] / np.sqrt(values[strong]))
    return np.ascontiguousarray(directions, dtype=np.float32)


def _keep(counts: csr_array) -> Family:
    """Choose the features that occur in two passages or more, but not in most."""
    size = counts.shape[0]
    found, many = np.unique(counts.indices, return_counts=True)
    chosen = (many >= min(2, size)) & (many <= max(2, TOO_COMMON * size))
    found, many = found[chosen], many[chosen]
    order = np.sort(np.argsort(-many, kind="stable")[:VOCABULARY])
    idf = np.log((1 + size) / (1 + many[order])) + 1
    return Family(found[order].astype(np.int32), idf.astype(np.float32))


def _combine(grams: Family, stems: Family, counts: Counts) -> csr_array:
    parts = (
        grams.weigh(counts.grams) * _PARTS["grams"],
        stems.weigh(counts.stems) * _PARTS["stems"],
    )
    return csr_array(hstack(parts, format="csr"))


def _fingerprint(grams: Family, stems: Family, matrix: NDArray[np.float32]) -> str:
    digest = sha256()
    for array in (grams.features, stems.features, matrix):
        digest.update(np.ascontiguousarray(array).tobytes())
    return f"inbyggd-{digest.hexdigest()[:16]}"
