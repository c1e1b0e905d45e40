"""Open a generation's Chroma folder with care: a broken one may end the process that opens it.

Whoever opens one holds a locked file beside it meanwhile. Such a file that nobody holds any more tells of a process
that died there; then the folder is tried in a process of its own, and built again from the stored vectors when that
fails.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from ingest import store
from ingest.child import Child
from ingest.errors import StorageError
from ingest.fill import follow, task
from ingest.place import Place, read_place
from ingest.storage import writing
from ingest.store import BrokenStore, Store

if TYPE_CHECKING:
    from ingest.generation import Generation


def open_store(generation: Generation) -> Store:
    """Open a generation's store, repaired first when it is broken.

    Raises:
        BrokenStore: it cannot be repaired either.
        StorageError: there is no room to repair it, or its server does not answer.
    """
    if _somebody_died(generation.folder) and not probe(generation.folder):
        repair_store(generation)
    try:
        with _sentinel(generation.folder):
            return _open_whole(generation)
    except BrokenStore:
        repair_store(generation)
        return _open_whole(generation)


def repair_store(generation: Generation) -> None:
    """Build the store again from the generation's own vectors, in a new place, and put it in the old one's.

    Raises:
        StorageError: there is no room for it.
        BrokenStore: Chroma fails.
    """
    old = read_place(generation.folder)
    new = old._replace(collection=f"{old.collection}-{secrets.token_hex(4)}")
    if old.folder:
        new = old._replace(folder=f"chroma-{secrets.token_hex(4)}")
    with writing(generation.folder.parent):
        with Child("ingest.fill") as filling:
            filling.begin(task(generation.folder, new))
            follow(filling)
        new.save(generation.folder)
    discard(generation.folder, old)


def discard(generation: Path, place: Place) -> None:
    """Remove a store as far as that goes."""
    if place.folder:
        shutil.rmtree(generation / place.folder, ignore_errors=True)
    else:
        with suppress(BrokenStore, StorageError):
            store.drop(place.address, place.collection)


def probe(generation: Path, child: Child | None = None) -> bool:
    """Whether everything in the folder opens and agrees, found out in a process of its own.

    Args:
        child: a waiting :mod:`ingest.probe`, when one has been started ahead.
    """
    with child or Child("ingest.probe") as prober:
        prober.begin([str(generation)])
        return prober.wait() == 0


def _open_whole(generation: Generation) -> Store:
    opened = read_place(generation.folder).open(generation.folder)
    expected = len(generation.passages)
    try:
        # The graph is read with the first question.
        if opened.count() != expected or (expected and not opened.query(generation.vectors[0], 1)):
            raise BrokenStore("Vektorlagret är inte helt. Bygg om indexet med python -m ingest --rebuild.")
    except (BrokenStore, StorageError):
        opened.close()
        raise
    return opened


@contextmanager
def _sentinel(folder: Path) -> Iterator[None]:
    """Hold a locked file while a store is being opened; without one in a folder that cannot be written."""
    path = folder / f"opening-{os.getpid()}-{secrets.token_hex(4)}"
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except OSError:
        yield
        return
    try:
        yield
    finally:
        lock.release()
        path.unlink(missing_ok=True)


def _somebody_died(folder: Path) -> bool:
    """Whether a file of :func:`_sentinel` was left behind; such files are cleared away."""
    died = False
    for path in folder.glob("opening-*"):
        lock = FileLock(path)
        with suppress(Timeout, OSError):
            lock.acquire(timeout=0)
            died = True
            lock.release()
            path.unlink(missing_ok=True)
    return died
