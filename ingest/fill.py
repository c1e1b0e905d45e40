"""``python -m ingest.fill``: put a generation's vectors into Chroma, in a process of its own; see :mod:`ingest.child`.

Chroma holds Python's lock while it writes, so that only another process can go on meanwhile; and a Chroma folder that
ends the process which writes to it does not end the build. Standard output tells how many passages are done, a number
a line, and in its last line what went wrong.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np

from ingest import store
from ingest.child import Child, leave, told
from ingest.errors import IngestError, StorageError
from ingest.generation import Generation, Manifest, load_generation, spans
from ingest.place import Place, read_place
from ingest.storage import writing
from ingest.store import BrokenStore

_BATCH = 5000

_REFUSED = 3
"""Exit status when the disk is full or cannot be written."""


def follow(child: Child, tell: Callable[[int], None] | None = None) -> None:
    """Wait for a child that fills a store; ``tell`` is called with the passages that are done.

    Raises:
        StorageError: the disk is full or cannot be written.
        BrokenStore: Chroma failed, or ended the process.
    """
    words = ""
    for line in child.lines():
        if not line.isdigit():
            words = line
        elif tell:
            tell(int(line))
    status = child.wait()
    if status == _REFUSED:
        raise StorageError(words)
    if status:
        raise BrokenStore(f"Chroma kunde inte ta emot vektorerna ({words or status}). Försök igen.")


def task(folder: Path, place: Place, last: Path | None = None) -> list[str]:
    """What to tell the child: fill ``place`` for the generation in ``folder``, beginning with a copy of ``last``'s."""
    return [str(folder), place.dumps(), *([str(last)] if last else [])]


def unchanged(last: Manifest, now: Manifest) -> dict[str, slice]:
    """For each document that is as it was: its rows in the last generation."""
    known = {file.document: file.identity for file in last.files}
    same = {file.document for file in now.files if known.get(file.document) == file.identity}
    return {id: rows for id, rows in spans(last.entries) if id in same}


def fill(generation: Generation, place: Place, last: Generation | None, tell: Callable[[int], None]) -> None:
    """Fill a new store, or a copy of the last generation's where only what has changed is replaced.

    Raises:
        OSError, StorageError: the disk refuses.
        BrokenStore: Chroma fails.
    """
    missing = np.ones(len(generation.passages), dtype=np.bool_)
    if last is None:
        filled = place.create(generation.folder)
    else:
        shutil.copytree(last.folder / read_place(last.folder).folder, generation.folder / place.folder)
        filled = place.open(generation.folder)
    try:
        if last is not None:
            same = unchanged(last.manifest, generation.manifest)
            old = last.passage_ids()
            filled.delete([id for name, span in spans(last.manifest.entries) if name not in same for id in old[span]])
            for name, span in spans(generation.manifest.entries):
                missing[span] = name not in same
        ids, todo = generation.passage_ids(), np.flatnonzero(missing)
        for start in range(0, len(todo), _BATCH):
            rows = todo[start : start + _BATCH]
            filled.add([ids[row] for row in rows], generation.vectors[rows])
            tell(start + len(rows))
    finally:
        filled.close()


def main() -> int:
    """Fill the store that the parent names."""
    store.warm()
    arguments = told()
    folder = Path(arguments[0])
    try:
        with writing(folder.parent):
            last = load_generation(Path(arguments[2])) if len(arguments) > 2 else None
            fill(load_generation(folder), Place.loads(arguments[1]), last, lambda done: print(done, flush=True))
    except StorageError as exc:
        print(exc)
        return _REFUSED
    except (IngestError, OSError) as exc:
        print(exc)
        return 1
    return 0


if __name__ == "__main__":
    leave(main())
