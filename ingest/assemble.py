"""Write the files of a generation: texts, passages, records, embedder, vectors, lexical index and Chroma folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from ingest import embedding, excerpts, features, lexical, passages
from ingest.child import Child
from ingest.collect import Collection, Progress
from ingest.embedding import BuiltInEmbedder, Embedder, load_embedder
from ingest.features import Counts
from ingest.fill import follow, task, unchanged
from ingest.generation import SCHEMA, Entry, Generation, Manifest, load_generation, spans
from ingest.place import Place
from ingest.register import storage as records
from ingest.register.extraction import extract_all
from ingest.store import BrokenStore

RETRAIN = 0.2
"""Share of passages changed since the embedder was trained above which it is trained again and Chroma filled anew."""

SAMPLE = 6_000
"""Passages that the built-in embedder is trained on at most, evenly taken: some two seconds' work."""

_SPAN = 5000
"""Passages embedded at a time."""


@dataclass(frozen=True)
class Plan:
    """What the new generation is made of."""

    found: Collection
    last: Generation | None
    """The last generation when its parts can be used, else None."""
    model: str
    """Name or folder of the embedding model; "" for the built-in one."""
    code: str
    progress: Progress | None = None

    def tell(self, step: str, done: int, total: int) -> None:
        if self.progress:
            self.progress(step, done, total)

    @cached_property
    def texts(self) -> list[str]:
        """The words of each passage."""
        return [document.text[part.start : part.end] for document in self.found.documents for part in document.passages]

    @cached_property
    def contexts(self) -> list[str]:
        """What stands above each passage: title, headings, column heads."""
        return [passages.context(document, part) for document in self.found.documents for part in document.passages]

    @cached_property
    def own(self) -> Counts:
        """The features of :attr:`texts`."""
        return features.count(self.texts)

    @cached_property
    def around(self) -> Counts:
        """The features of :attr:`contexts`."""
        return features.count_recurring(self.contexts)

    def joined(self, row: int) -> str:
        """What a passage's vector stands for."""
        return f"{self.contexts[row]}\n{self.texts[row]}"

    def counts(self, rows: Sequence[int]) -> Counts:
        """The features of passages with what stands above them, as they stand in :meth:`joined`."""
        own, around = self.own, self.around
        return Counts(own.grams[rows] + around.grams[rows], own.stems[rows] + around.stems[rows])


@dataclass(frozen=True, slots=True)
class Model:
    """The embedder of the new generation."""

    embedder: Embedder
    manifest: Manifest
    former: NDArray[np.int64]
    """For each passage: the row of its vector in the last generation, or -1 when it must be computed."""

    @property
    def is_last(self) -> bool:
        """Whether it is the last generation's, so that vectors are taken over."""
        return bool((self.former >= 0).any())


def assemble(folder: Path, plan: Plan, place: Place, filling: Child, *, allow_download: bool = False) -> Generation:
    """Write a whole generation to ``folder``, its vectors to ``place``; a store that was copied may be broken.

    Args:
        filling: an :mod:`ingest.fill`, which ends here and so writes to no folder that is taken away.

    Raises:
        EmbeddingError: the transformer cannot be had.
        OSError, StorageError: the disk refuses.
        BrokenStore: Chroma fails.
    """
    with filling:
        filling.start()
        model = _write_model(folder, plan, allow_download=allow_download)
        # Only a store in a folder can be copied.
        copied = plan.last.folder if plan.last and model.is_last and place.folder else None
        filling.begin(task(folder, place, copied))
        plan.tell("Väger ord", 0, 1)
        lexical.build(plan.own, plan.around, folder / "lexical")
        plan.tell("Väger ord", 1, 1)
        records.save(extract_all(plan.found.documents, plan.found.ledgers), folder)
        try:
            follow(filling, lambda done: plan.tell("Sparar vektorer", done, len(plan.texts)))
        except BrokenStore:
            # A copy of a broken folder: the trial will tell, and a new one be filled.
            if copied is None:
                raise
    place.save(folder)
    return load_generation(folder)


def _write_model(folder: Path, plan: Plan, *, allow_download: bool) -> Model:
    """Write texts, passages, embedder and vectors: all that Chroma is filled from."""
    manifest = _write_texts(folder, plan)
    model = _choose_model(plan, manifest, allow_download=allow_download)
    (folder / "manifest.json").write_bytes(msgspec.json.format(msgspec.json.encode(model.manifest), indent=1))
    model.embedder.save(folder / "embedder")
    np.save(folder / "vectors.npy", _vectors(plan, model))
    return model


def _write_texts(folder: Path, plan: Plan) -> Manifest:
    documents = plan.found.documents
    entries = []
    with (folder / "documents.jsonl").open("wb") as stream:
        for document in documents:
            start = stream.tell()
            stream.write(msgspec.json.encode(document))
            entries.append(Entry(document.source, start, stream.tell(), len(document.passages), len(document.tables)))
            stream.write(b"\n")
    excerpts.write(documents, folder / "excerpts")
    rows = [
        (place, part.start, part.end, part.section, _or_none(part.page), _or_none(part.table))
        for place, document in enumerate(documents)
        for part in document.passages
    ]
    columns = np.array(rows, dtype=np.int32).reshape(-1, 6).T
    names = ("document", "start", "end", "section", "page", "table")
    np.savez(folder / "passages.npz", allow_pickle=False, **dict(zip(names, columns, strict=True)))
    return Manifest(
        schema=SCHEMA,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        code=plan.code,
        model=plan.model,
        embedder="",
        trained_on=len(rows),
        changed=0,
        entries=tuple(entries),
        files=plan.found.files,
        problems=plan.found.problems,
    )


def _or_none(number: int | None) -> int:
    return -1 if number is None else number


def _choose_model(plan: Plan, manifest: Manifest, *, allow_download: bool) -> Model:
    """Go on with the last embedder while most passages are as they were, else train one, or load the transformer."""
    former = np.full(len(plan.texts), -1)
    if plan.last is not None and plan.last.manifest.model == plan.model:
        before = plan.last.manifest
        kept = unchanged(before, manifest)
        for id, rows in spans(manifest.entries):
            if id in kept:
                former[rows] = np.arange(kept[id].start, kept[id].stop)
        same = int((former >= 0).sum())
        changed = before.changed + len(former) - same + len(plan.last.passages) - same
        if same and changed <= RETRAIN * before.trained_on:
            embedder = load_embedder(plan.last.folder / "embedder", plan.model)
            taken = replace(manifest, embedder=before.embedder, trained_on=before.trained_on, changed=changed)
            return Model(embedder, taken, former)
    embedder = _find_transformer(plan.model, allow_download) if plan.model else _train(plan)
    return Model(embedder, replace(manifest, embedder=embedder.fingerprint), np.full(len(plan.texts), -1))


def _find_transformer(name: str, allow_download: bool) -> Embedder:
    from ingest import transformer

    return transformer.find(name, allow_download=allow_download)


def _train(plan: Plan) -> Embedder:
    plan.tell("Tränar", 0, 1)
    step = max(1, -(-len(plan.texts) // SAMPLE))
    trained = embedding.train(plan.counts(range(0, len(plan.texts), step)))
    plan.tell("Tränar", 1, 1)
    return trained


def _vectors(plan: Plan, model: Model) -> NDArray[np.float32]:
    vectors = np.empty((len(plan.texts), model.embedder.dimensions), dtype=np.float32)
    for start in range(0, len(vectors), _SPAN):
        former = model.former[start : start + _SPAN]
        known = former >= 0
        part = vectors[start : start + _SPAN]
        if plan.last is not None and known.any():
            part[known] = plan.last.vectors[former[known]]
        new: Sequence[int] = (np.flatnonzero(~known) + start).tolist()
        if new:
            part[~known] = _embed(plan, model.embedder, new)
        plan.tell("Räknar vektorer", start + len(part), len(vectors))
    return vectors


def _embed(plan: Plan, embedder: Embedder, rows: Sequence[int]) -> NDArray[np.float32]:
    if isinstance(embedder, BuiltInEmbedder):
        return embedder.embed_counts(plan.counts(rows))
    return embedder.embed([plan.joined(row) for row in rows])
