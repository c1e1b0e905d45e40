"""``python -m ingest.probe``: open everything in a generation and see that it agrees.

In a process of its own (see :mod:`ingest.child`), because a broken Chroma folder can end the process that opens it.
Exit status 0 when all is well, 1 when it is not, or that of a signal. Standard output names the faults, one a line.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ingest import store
from ingest.child import leave, told
from ingest.errors import IngestError
from ingest.generation import Generation, load_generation
from ingest.place import read_place

SAMPLES = 5
"""Passages and records that are looked up."""


def faults(generation: Generation) -> list[str]:
    """Name what is wrong with a generation, in English, for the log; empty when nothing is."""
    size = len(generation.passages)
    found = []
    for name, count in (
        ("entries", sum(entry.passages for entry in generation.manifest.entries)),
        ("excerpts", len(generation.excerpts)),
        ("vectors", len(generation.vectors)),
        ("weighed", generation.lexical.size),
    ):
        if count != size:
            found.append(f"{count} {name} for {size} passages")
    if not found:
        found += _text_faults(generation) + _record_faults(generation) + _store_faults(generation)
    return found


def _samples(size: int) -> list[int]:
    return sorted(set(np.linspace(0, size - 1, SAMPLES).astype(int).tolist())) if size else []


def _text_faults(generation: Generation) -> list[str]:
    found = []
    for row in _samples(len(generation.passages)):
        source = generation.sources[generation.passages.document[row]]
        document = generation.document(source.id)
        text = document.text[generation.passages.start[row] : generation.passages.end[row]]
        words = any(character.isalnum() for character in text)
        if generation.excerpts[row].text != text:
            found.append(f"the excerpt of passage {row} of {source.id} is another text")
        if not text or (words and not generation.lexical.scores([(text, 1.0)])[row] > 0):
            found.append(f"passage {row} of {source.id} does not find itself by its words")
    return found


def _record_faults(generation: Generation) -> list[str]:
    places = [generation.records[at].place for at in _samples(len(generation.records))]
    return [
        f"record {place.start}-{place.end} of {place.document} quotes another text"
        for place in places
        if generation.document(place.document).text[place.start : place.end] != place.quote
    ]


def _store_faults(generation: Generation) -> list[str]:
    opened = read_place(generation.folder).open(generation.folder)
    try:
        count = opened.count()
        if count != len(generation.passages):
            return [f"{count} vectors in the store for {len(generation.passages)} passages"]
        found = []
        for row in _samples(len(generation.passages)):
            vector = generation.vectors[row]
            # Another passage of the same words is as near.
            if vector.any() and max((similarity for _, similarity in opened.query(vector, 1)), default=0.0) < 0.99:
                found.append(f"passage {row} does not find itself by its vector")
        return found
    finally:
        opened.close()


def main() -> int:
    """Probe the folder that the parent names."""
    # Both are imported late elsewhere; here there is time, until the parent has something to probe.
    store.warm()
    import ingest.lexical  # noqa: F401

    (folder,) = told()
    try:
        found = faults(load_generation(Path(folder)))
    except (IngestError, OSError, ValueError, KeyError, IndexError) as exc:
        found = [f"{type(exc).__name__}: {exc}"]
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    leave(main())
