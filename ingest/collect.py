"""Folders to documents: find the files, read those that are new or changed, take the others from the last index."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ingest import canonical, catalogue, passages, readers
from ingest.catalogue import Entry
from ingest.checksums import digest_of
from ingest.errors import IngestError, UnreadableFile
from ingest.files import File
from ingest.ledger import SUFFIX as LEDGER_SUFFIX
from ingest.ledger import Ledger, parse_records
from ingest.model import Document, Reading
from ingest.originals import CHECKSUMS, original_of

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and of how many."""

Reader = Callable[[Path], Reading]


@dataclass(frozen=True, slots=True)
class Collection:
    """What some folders hold."""

    documents: tuple[Document, ...]
    files: tuple[File, ...]
    """One for each document, in the same order."""
    fresh: frozenset[str]
    """Ids of the documents that were read now; the others are as they were."""
    problems: tuple[str, ...]
    """One Swedish sentence for each file, or part of one, that is not in the documents."""
    ledgers: Mapping[str, Ledger] = field(default_factory=dict)
    """What the data files among them hold, by the document's id."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    folder: Path
    path: Path
    id: str
    entry: Entry | None

    @property
    def name(self) -> str:
        return _name(self.folder, self.path)

    @property
    def is_original(self) -> bool:
        return self.entry is None or self.entry.form == "original"


@dataclass(frozen=True, slots=True)
class _Taken:
    """The file that a document was made of."""

    document: Document
    file: File
    path: Path
    is_fresh: bool


Known = Mapping[tuple[str, str, str], Callable[[], Document]]
"""Documents of the last index by :attr:`File.identity`."""


def collect(
    folders: Sequence[Path], known: Known, *, read: Reader = readers.read, progress: Progress | None = None
) -> Collection:
    """Read all documents in ``folders`` and below.

    Hidden files and links are passed over, and so are files that the catalogue calls retired. Of several files with
    one id the original is taken before a restatement, then the one that comes last.

    Raises:
        IngestError: a folder is not there, or none of them holds a document, or no document any text to read.
        CatalogueError: a ``sources.toml`` breaks its schema.
    """
    problems: list[str] = []
    places: dict[Path, _Candidate] = {}
    for folder in dict.fromkeys(map(_resolved, folders)):
        for candidate in _find(folder, problems):
            places.setdefault(candidate.path, candidate)
    candidates = list(places.values())
    if not candidates:
        raise _nothing(_NO_DOCUMENTS, folders, problems)
    documents: list[Document] = []
    files: list[File] = []
    fresh: set[str] = set()
    ledgers: dict[str, Ledger] = {}
    groups = _by_id(candidates)
    for place, (id, group) in enumerate(groups.items()):
        if progress:
            progress("Läser", place, len(groups))
        taken = _first_readable(group, known, read, problems)
        if taken is None:
            continue
        documents.append(taken.document)
        files.append(taken.file)
        problems += [_with_name(taken.file.path, sentence) for sentence in taken.document.unread]
        if taken.is_fresh:
            fresh.add(id)
        if taken.path.suffix.lower() == LEDGER_SUFFIX:
            ledgers[id] = parse_records(taken.path.read_bytes(), taken.path.name)
    if progress:
        progress("Läser", len(groups), len(groups))
    # An index of nothing would take the place of a good one.
    if not any(document.passages for document in documents):
        raise _nothing(_NO_TEXT, folders, problems)
    return Collection(tuple(documents), tuple(files), frozenset(fresh), tuple(problems), ledgers)


_COMPANIONS = frozenset({catalogue.NAME, CHECKSUMS, "ordlista.tsv"})
"""Files that stand beside the documents and are none: the catalogue, checksums, the glossary."""

_CRITERIA = "criteria"
"""Folder of the criteria files, no documents either."""

_NO_DOCUMENTS = (
    "Inga dokument hittades i {names}. Lägg PDF-, DOCX-, HTML-, Markdown- eller textfiler där, eller ange en annan "
    "mapp."
)
_NO_TEXT = "Inget av dokumenten i {names} kunde läsas, och inget index byggdes."


def _nothing(words: str, folders: Sequence[Path], problems: Sequence[str]) -> IngestError:
    """The error for folders that give nothing to index; it names the first three problems."""
    names = ", ".join(str(folder) for folder in folders)
    return IngestError(" ".join((words.format(names=names), *problems[:3])))


def _resolved(folder: Path) -> Path:
    if not folder.is_dir():
        what = "är ingen mapp" if folder.exists() else "finns inte"
        raise IngestError(f"{folder} {what}. Ange mappen som dokumenten ligger i.")
    return folder.resolve()


def _find(folder: Path, problems: list[str]) -> Iterator[_Candidate]:
    """Yield the files to read below ``folder``, sorted by path; each folder's catalogue speaks for all below it."""
    catalogues: dict[Path, dict[str, Entry]] = {}
    missed: dict[Path, set[str]] = {}
    others: list[str] = []

    def denied(error: OSError) -> None:
        problems.append(f"Mappen {error.filename} kan inte öppnas ({error.strerror}); ändra rättigheterna.")

    for parent, subfolders, names in os.walk(folder, onerror=denied):
        here = Path(parent)
        subfolders[:] = sorted(name for name in subfolders if _is_taken(folder, here / name, problems))
        entries = {_normal(file): entry for file, entry in catalogue.load(here).items()}
        catalogues[here], missed[here] = entries, set(entries)
        for name in sorted(names):
            path = here / name
            if _is_companion(path, folder) or not _is_taken(folder, path, problems):
                continue
            entry = _entry(path, folder, catalogues, missed) or original_of(path, catalogues.get(here.parent, {}))
            if entry is not None and entry.retired:
                continue
            if entry is None and path.suffix.lower() not in readers.SUFFIXES:
                others.append(_name(folder, path))
                continue
            yield _Candidate(folder, path, entry.id if entry else _normal(path.stem), entry)
    for home, names_left in missed.items():
        for file in sorted(names_left):
            if not catalogues[home][file].retired:
                problems.append(f"{_name(folder, home / catalogue.NAME)} nämner {file}, som inte finns i mappen.")
    if others:
        shown = ", ".join(others[:5]) + (" med flera" if len(others) > 5 else "")
        problems.append(f"Filer av andra slag än dokument lästes inte: {shown}.")


def _entry(
    path: Path, folder: Path, catalogues: Mapping[Path, Mapping[str, Entry]], missed: Mapping[Path, set[str]]
) -> Entry | None:
    """The entry of the nearest catalogue that names the file."""
    for home in path.parents:
        name = _normal(path.relative_to(home).as_posix())
        if name in catalogues.get(home, {}):
            missed[home].discard(name)
            return catalogues[home][name]
        if home == folder:
            break
    return None


def _is_companion(path: Path, folder: Path) -> bool:
    return path.name in _COMPANIONS or _CRITERIA in path.relative_to(folder).parts[:-1]


def _is_taken(folder: Path, path: Path, problems: list[str]) -> bool:
    if path.name.startswith((".", "~$")):
        return False
    if path.is_symlink():
        problems.append(f"{_name(folder, path)} är en länk och läses inte; lägg själva filen i mappen i stället.")
        return False
    return True


def _by_id(candidates: Sequence[_Candidate]) -> dict[str, list[_Candidate]]:
    """Group by document id; in each group the one to prefer comes first."""
    groups: dict[str, list[_Candidate]] = {}
    for candidate in candidates:
        groups.setdefault(candidate.id, []).insert(0, candidate)
    for group in groups.values():
        group.sort(key=lambda candidate: not candidate.is_original)
    return groups


def _first_readable(group: Sequence[_Candidate], known: Known, read: Reader, problems: list[str]) -> _Taken | None:
    for place, candidate in enumerate(group):
        file = _fingerprint(candidate)
        try:
            document, is_fresh = _document(candidate, file, known, read)
        except UnreadableFile as exc:
            problems.append(_with_name(candidate.name, str(exc)))
            continue
        for other in group[place + 1 :]:
            problems.append(f"{other.name} läses inte: {candidate.name} har samma id ({candidate.id}) och går före.")
        return _Taken(document, file, candidate.path, is_fresh)
    return None


def _document(candidate: _Candidate, file: File, known: Known, read: Reader) -> tuple[Document, bool]:
    if file.sha256 and file.identity in known:
        return known[file.identity](), False
    reading = read(candidate.path)
    if candidate.entry is not None:
        return passages.split(canonical.write(reading, candidate.entry.source())), True
    unknown = canonical.write(reading, catalogue.guess(candidate.id, candidate.name, ""))
    source = catalogue.guess(candidate.id, candidate.name, unknown.text)
    return passages.split(replace(unknown, source=source)), True


def _fingerprint(candidate: _Candidate) -> File:
    """Hash the file; one that cannot be opened gets an empty hash, and the reader says why."""
    described = "" if candidate.entry is None else candidate.entry.model_dump_json()
    entry = hashlib.sha256(described.encode()).hexdigest()[:16] if described else ""
    try:
        digest = digest_of(candidate.path)
    except OSError:
        digest = ""
    return File(candidate.name, digest, entry, candidate.id)


def _with_name(name: str, sentence: str) -> str:
    return sentence if Path(name).name in sentence else f"{name}: {sentence}"


def _name(folder: Path, path: Path) -> str:
    return _normal(path.relative_to(folder).as_posix())


def _normal(name: str) -> str:
    """Composed letters: some file systems take å apart into a and a ring."""
    return unicodedata.normalize("NFC", name)
