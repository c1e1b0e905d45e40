"""Build an index: a new generation beside the one that serves, tried, and then put in its place in one step.

Whenever the process ends, ``current`` names a generation that is whole. One build at a time; those who read are never
kept waiting.
"""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout

from ingest import readers
from ingest.assemble import Plan, assemble
from ingest.child import Child
from ingest.collect import Collection, Known, Progress, Reader, collect
from ingest.errors import IndexBusy, IndexMissing
from ingest.generation import Generation, load_generation
from ingest.model import Reading
from ingest.opening import discard, probe, repair_store
from ingest.place import Place, read_place
from ingest.serving import current_folder
from ingest.storage import flush_tree, replace_text, writing
from ingest.store import BrokenStore

_FOLDER = re.compile(r"g-(\d{6,})")


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    documents: int
    passages: int
    tables: int
    read: int
    """Documents that were read now."""
    kept: int
    """Documents that were as they were in the last index."""
    removed: int
    """Documents of the last index that are gone."""
    guessed: tuple[str, ...]
    """Ids of the documents without a catalogue entry: what they are was guessed from their text."""
    problems: tuple[str, ...]
    """One Swedish sentence for each file, or part of one, that could not be read."""
    generation: str
    """Name of the folder that serves now."""
    is_new: bool
    """False when nothing had changed and the last index goes on serving."""
    seconds: float


def build(
    folders: Sequence[Path],
    index: Path,
    *,
    embedding_model: str = "",
    allow_download: bool = False,
    chroma_address: str = "",
    progress: Progress | None = None,
    rebuild: bool = False,
    read: Reader = readers.read,
) -> Report:
    """Index the documents in ``folders``, and let the result serve.

    Args:
        index: the folder of the index; made when it is missing.
        embedding_model: a sentence-transformers model's name or folder; "" for the built-in embedder.
        allow_download: fetch the model from the hub when it is not on the machine.
        chroma_address: of a Chroma server that keeps the vectors; "" for a folder in the index.
        progress: told how far each step has come.
        rebuild: read and embed everything again.

    Raises:
        IngestError: a folder is missing, or holds no document that can be read. The last index is as it was.
        CatalogueError: a ``sources.toml`` breaks its schema.
        EmbeddingError: the model cannot be had.
        IndexBusy: another process is building this index.
        StorageError: the folder cannot be written, or the disk is full. What serves is whole: the last index, or the
            new one when only the switch to it could not be forced to the disk.
        BrokenStore: the new index does not pass its trial. The last index is as it was.
    """
    begun = time.monotonic()
    with _locked(index), Child("ingest.fill") as filling, Child("ingest.probe") as prober:

        def read_now(path: Path) -> Reading:
            """Read a file; there will be something to store then, and the imports of that can begin."""
            filling.start()
            prober.start()
            return read(path)

        last = _last(index)
        usable = None if last is None or rebuild or last.manifest.code != code() else last
        found = collect(folders, _known(usable), read=read_now, progress=progress)
        if usable is not None and _is_same(usable, found, embedding_model, chroma_address):
            return _report(usable, found, last, begun, is_new=False)
        name = _next_name(index)
        _sweep(index, _serving(index))
        place = Place("", chroma_address, f"finsam-{name}-{time.time_ns()}") if chroma_address else Place("chroma")
        plan = Plan(found, usable, embedding_model, code(), progress)
        with _folder(index / name) as folder:
            fresh = _tried(folder, plan, place, filling, prober, allow_download=allow_download)
            replace_text(index / "current", name)
        _sweep(index, {name, *([last.folder.name] if last else [])})
        return _report(fresh, found, last, begun, is_new=True)


@cache
def code() -> str:
    """Fingerprint of this package's files: what another version has read is read again."""
    digest = sha256()
    home = Path(__file__).parent
    for path in sorted(path for kind in ("py", "txt", "tsv") for path in home.rglob(f"*.{kind}")):
        digest.update(path.relative_to(home).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _tried(
    folder: Path, plan: Plan, place: Place, filling: Child, prober: Child, *, allow_download: bool
) -> Generation:
    """Write the generation and see that it opens and agrees; one whose Chroma folder does not gets a new one first."""
    fresh = assemble(folder, plan, place, filling, allow_download=allow_download)
    plan.tell("Prövar", 0, 1)
    flush_tree(folder)
    passed = probe(folder, prober)
    if not passed:
        repair_store(fresh)
        flush_tree(folder)
        if not probe(folder):
            raise BrokenStore("Det nya indexet klarade inte sin prövning och används inte. Försök igen med --rebuild.")
    plan.tell("Prövar", 1, 1)
    return fresh


@contextmanager
def _locked(index: Path) -> Iterator[None]:
    with writing(index):
        index.mkdir(parents=True, exist_ok=True)
        lock = FileLock(index / "lock")
        try:
            lock.acquire(timeout=0)
        except Timeout as exc:
            raise IndexBusy(
                f"Indexet i {index} byggs redan av ett annat program. Vänta tills det är klart och försök igen."
            ) from exc
        try:
            yield
        finally:
            lock.release()


@contextmanager
def _folder(folder: Path) -> Iterator[Path]:
    """A new folder, taken away again when the build fails, unless it serves already."""
    folder.mkdir()
    done = False
    try:
        yield folder
        done = True
    finally:
        if not done and current_folder(folder.parent) != folder:
            _remove(folder)


def _last(index: Path) -> Generation | None:
    """The generation that serves, when all of its files are there."""
    folder = current_folder(index)
    if folder is None:
        return None
    try:
        last = load_generation(folder)
        read_place(folder)
        ends = [entry.end for entry in last.manifest.entries]
        whole = len(last.vectors) == len(last.passages) and (folder / "documents.jsonl").stat().st_size >= max(ends)
    except (IndexMissing, OSError, ValueError, TypeError):
        return None
    return last if whole else None


def _known(last: Generation | None) -> Known:
    if last is None:
        return {}
    return {file.identity: partial(last.document, file.document) for file in last.manifest.files}


def _is_same(last: Generation, found: Collection, model: str, address: str) -> bool:
    return (
        not found.fresh
        and [document.id for document in found.documents] == [source.id for source in last.sources]
        and found.problems == last.manifest.problems
        and last.manifest.model == model
        and read_place(last.folder).address == address
    )


def _next_name(index: Path) -> str:
    """A name that no generation here has, leftovers of killed builds included."""
    numbers = [int(match[1]) for path in index.iterdir() if (match := _FOLDER.fullmatch(path.name))]
    return f"g-{max(numbers, default=0) + 1:06}"


def _serving(index: Path) -> set[str]:
    """Names of the generation that serves and of the one before it."""
    current = current_folder(index)
    if current is None:
        return set()
    before = [path.name for path in index.iterdir() if _FOLDER.fullmatch(path.name) and path.name < current.name]
    return {current.name, *sorted(before)[-1:]}


def _sweep(index: Path, keep: set[str]) -> None:
    """Remove old generations and what killed builds have left."""
    for path in index.iterdir():
        if _FOLDER.fullmatch(path.name) and path.name not in keep:
            _remove(path)
        elif path.suffix == ".ny":
            path.unlink(missing_ok=True)


def _remove(folder: Path) -> None:
    with suppress(OSError, ValueError, TypeError):
        discard(folder, read_place(folder))
    shutil.rmtree(folder, ignore_errors=True)


def _report(serving: Generation, found: Collection, last: Generation | None, begun: float, *, is_new: bool) -> Report:
    entries = serving.manifest.entries
    ids = {entry.source.id for entry in entries}
    return Report(
        documents=len(entries),
        passages=sum(entry.passages for entry in entries),
        tables=sum(entry.tables for entry in entries),
        read=len(found.fresh),
        kept=len(entries) - len(found.fresh),
        removed=len({source.id for source in last.sources} - ids) if last else 0,
        guessed=tuple(source.id for source in serving.sources if source.guessed),
        problems=found.problems,
        generation=serving.folder.name,
        is_new=is_new,
        seconds=time.monotonic() - begun,
    )
