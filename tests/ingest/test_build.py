"""A build changes what serves in one step, or not at all."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import pytest
from filelock import FileLock

from ingest import opening, readers
from ingest.__main__ import main
from ingest.build import Report, build
from ingest.errors import IndexBusy, IndexMissing, IngestError, StorageError
from ingest.generation import Generation, current_folder, open_generation
from ingest.model import Reading
from ingest.place import read_place
from ingest.probe import faults

SUBJECTS = ["budget", "målgrupp", "samverkan", "uppföljning", "rehabilitering", "jobbcoach", "styrelsen", "revision"]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Eight documents of five passages or so, each of its own subject."""
    folder = tmp_path / "dokument"
    folder.mkdir()
    for subject in SUBJECTS:
        _document(folder, subject)
    return folder


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the same documents."""
    folder = tmp_path_factory.mktemp("redo")
    (folder / "dokument").mkdir()
    for subject in SUBJECTS:
        _document(folder / "dokument", subject)
    build([folder / "dokument"], folder / "index")
    return folder / "index"


@pytest.fixture
def index(ready: Path, corpus: Path, tmp_path: Path) -> Path:
    """A copy of it, of the test's own."""
    return shutil.copytree(ready, tmp_path / "index")


def _document(folder: Path, subject: str, extra: str = "") -> None:
    sections = "\n\n".join(
        f"## Avsnitt {number}\n\nOm {subject} i Avesund, del {number}. {extra}\n\n"
        + f"Förbundet beskriver {subject} närmare här och prövar nya arbetssätt tillsammans med parterna. " * 5
        for number in range(5)
    )
    (folder / f"{subject}.md").write_text(f"# Plan för {subject} 2031\n\n{sections}\n", encoding="utf-8")


@contextmanager
def _opened(index: Path) -> Iterator[Generation]:
    generation = open_generation(index)
    try:
        yield generation
    finally:
        generation.close()


def _answers(index: Path, subject: str) -> bool:
    """Whether both halves of the index find the subject's own document first."""
    with _opened(index) as generation:
        words = int(generation.lexical.scores([(subject, 1.0)]).argmax())
        (near, similarity), *_ = generation.nearest(generation.embedder.embed_query(f"Plan för {subject}"), 3)
        ids = {generation.sources[generation.passages.document[row]].id for row in (words, near)}
        return ids == {subject} and -1 <= similarity <= 1 + 1e-5


def _serving(index: Path) -> str:
    folder = current_folder(index)
    assert folder is not None
    return folder.name


def test_what_is_built_is_found(corpus: Path, tmp_path: Path) -> None:
    report = build([corpus], tmp_path / "index")
    assert (report.documents, report.read, report.kept, report.removed) == (8, 8, 0, 0)
    assert report.passages >= 40
    assert all(_answers(tmp_path / "index", subject) for subject in SUBJECTS)
    with _opened(tmp_path / "index") as generation:
        assert faults(generation) == []
        assert len(generation.passages) == report.passages == generation.store.count()
        row = generation.row("revision#1")
        document = generation.document("revision")
        assert document.text[generation.passages.start[row] : generation.passages.end[row]].strip()
        assert generation.passage_ids()[row] == "revision#1"


def test_a_mask_limits_what_is_near(index: Path) -> None:
    with _opened(index) as generation:
        vector = generation.embedder.embed_query("Plan för budget")
        mask = generation.passages.document == [source.id for source in generation.sources].index("revision")
        assert {generation.passages.document[row] for row, _ in generation.nearest(vector, 5, mask)} == {
            generation.passages.document[generation.row("revision#0")]
        }
        everything = np.ones(len(mask), dtype=np.bool_)
        exact, approximate = generation.nearest(vector, 3, everything), generation.nearest(vector, 3)
        assert [near for _, near in exact] == pytest.approx([near for _, near in approximate], abs=1e-4)
        assert generation.nearest(vector, 3, ~everything) == []
        assert generation.nearest(np.zeros(len(vector), dtype=np.float32), 3) == []


def test_nothing_changed_leaves_the_index_alone(corpus: Path, index: Path) -> None:
    second = build([corpus], index)
    assert not second.is_new
    assert (second.read, second.kept, second.generation) == (0, 8, "g-000001")
    assert build([corpus], index, rebuild=True).is_new


def test_a_change_changes_only_its_own(corpus: Path, tmp_path: Path) -> None:
    """One file changed, one gone, one new: the others keep their texts and vectors, and are not read again."""
    index = tmp_path / "index"
    for number in range(20):
        _document(corpus, f"bilaga{number}")
    build([corpus], index)
    with _opened(index) as before:
        vectors = np.array(before.vectors[before.row("samverkan#0") :][:5])
        fingerprint = before.manifest.embedder
    _document(corpus, "budget", "Ramen höjs med en påse guldmynt.")
    (corpus / "revision.md").unlink()
    _document(corpus, "välfärd")
    read: list[str] = []

    def reader(path: Path) -> Reading:
        read.append(path.stem)
        return readers.read(path)

    report = build([corpus], index, read=reader)
    assert sorted(read) == ["budget", "välfärd"]
    assert (report.read, report.kept, report.removed, report.documents) == (2, 26, 1, 28)
    with _opened(index) as after:
        assert faults(after) == []
        assert after.manifest.embedder == fingerprint
        assert after.manifest.changed > 0
        assert np.array_equal(after.vectors[after.row("samverkan#0") :][:5], vectors)
        found = int(after.lexical.scores([("påse guldmynt", 1.0)]).argmax())
        assert after.sources[after.passages.document[found]].id == "budget"
        stored = {id for id, _ in after.store.query(after.vectors[0], 10_000)}
        assert stored == set(after.passage_ids())
        assert "revision" not in {source.id for source in after.sources}
        welfare = int(after.lexical.scores([("välfärd", 1.0)]).argmax())
        assert after.sources[after.passages.document[welfare]].id == "välfärd"


def test_many_changes_train_the_embedder_again(corpus: Path, index: Path) -> None:
    before = open_generation(index).manifest.embedder
    for subject in SUBJECTS[:4]:
        _document(corpus, subject, "Allting är nytt här.")
    build([corpus], index)
    with _opened(index) as after:
        assert after.manifest.embedder != before
        assert after.manifest.changed == 0
        assert faults(after) == []


def test_the_last_generation_is_kept_and_older_ones_are_not(corpus: Path, index: Path) -> None:
    names = []
    for number in range(2):
        _document(corpus, "budget", f"Lydelse {number}.")
        names.append(build([corpus], index).generation)
    assert sorted(path.name for path in index.glob("g-*")) == names


def test_leftovers_of_a_killed_build_are_removed(corpus: Path, index: Path) -> None:
    (index / "g-000099" / "chroma").mkdir(parents=True)
    _document(corpus, "budget", "Nytt.")
    assert build([corpus], index).generation == "g-000100"
    assert len(list(index.glob("g-*"))) == 2


def test_a_second_build_is_turned_away_at_once(corpus: Path, index: Path) -> None:
    with FileLock(index / "lock"), pytest.raises(IndexBusy, match="byggs redan"):
        build([corpus], index)


def test_an_unreadable_file_is_reported_and_the_rest_indexed(corpus: Path, tmp_path: Path) -> None:
    (corpus / "trasig.pdf").write_bytes(b"%PDF-1.7\n")
    report = build([corpus], tmp_path / "index")
    assert report.documents == 8
    assert len(report.problems) == 1
    assert open_generation(tmp_path / "index").manifest.problems == report.problems


def test_files_that_cannot_be_read_do_not_replace_a_good_index(corpus: Path, index: Path) -> None:
    for path in corpus.iterdir():
        path.write_bytes(b"")
    with pytest.raises(IngestError, match="kunde läsas"):
        build([corpus], index)
    assert [path.name for path in index.glob("g-*")] == ["g-000001"]
    assert _answers(index, "budget")


@pytest.mark.parametrize("content", [None, b"g-000007", b""])
def test_no_index_is_told(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "current").write_bytes(content)
    with pytest.raises(IndexMissing, match="python -m ingest"):
        open_generation(tmp_path)


def test_an_index_of_another_version_is_told_and_built_anew(corpus: Path, index: Path) -> None:
    path = index / _serving(index) / "manifest.json"
    path.write_bytes(path.read_bytes().replace(b'"schema": 1', b'"schema": 0'))
    with pytest.raises(IndexMissing, match="annan version"):
        open_generation(index)
    assert build([corpus], index).read == 8
    assert _answers(index, "budget")


def test_what_other_code_has_read_is_read_again(corpus: Path, index: Path) -> None:
    generation = open_generation(index)
    older = replace(generation.manifest, code="annan")
    (index / _serving(index) / "manifest.json").write_bytes(msgspec.json.encode(older))
    assert build([corpus], index).read == 8


def test_an_index_that_has_lost_a_file_is_built_anew(corpus: Path, index: Path) -> None:
    (index / _serving(index) / "vectors.npy").unlink()
    assert build([corpus], index).read == 8
    assert _answers(index, "budget")


def _no_database(chroma: Path) -> None:
    (chroma / "chroma.sqlite3").write_bytes(b"ingen databas" * 900)


def _nothing(chroma: Path) -> None:
    shutil.rmtree(chroma)


@pytest.mark.parametrize("damage", [_no_database, _nothing])
def test_a_broken_store_is_built_again_by_itself(index: Path, damage: object) -> None:
    folder = current_folder(index)
    assert folder is not None
    assert callable(damage)
    damage(folder / read_place(folder).folder)
    assert _answers(index, "budget")
    with _opened(index) as generation:
        assert faults(generation) == []


def test_a_store_that_kills_who_opens_it_is_built_again(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process died while opening; the next one tries the folder elsewhere before it opens it."""
    folder = current_folder(index)
    assert folder is not None
    before = read_place(folder).folder
    (folder / "opening-1-död").touch()
    assert _answers(index, "budget")
    assert read_place(folder).folder == before
    (folder / "opening-1-död").touch()
    monkeypatch.setattr(opening, "probe", lambda generation: False)
    assert _answers(index, "budget")
    assert read_place(folder).folder != before
    assert not (folder / before).exists()
    assert list(folder.glob("opening-*")) == []


def test_without_a_store_all_passages_are_compared(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in an index that cannot be written, where Chroma does not open."""

    def refuse(generation: Generation) -> None:
        raise StorageError("skrivskyddad")

    with _opened(index) as generation:
        vector = generation.embedder.embed_query("Plan för budget")
        usual = generation.nearest(vector, 3)
    monkeypatch.setattr(opening, "open_store", refuse)
    with _opened(index) as generation:
        for _ in range(2):
            found = generation.nearest(vector, 3)
            assert [near for _, near in found] == pytest.approx([near for _, near in usual], abs=1e-4)


def test_without_its_server_all_passages_are_compared(
    corpus: Path, tmp_path: Path, chroma_server: tuple[str, Callable[[], object]]
) -> None:
    """Whether it was there when the index was opened or not."""
    address, end = chroma_server
    build([corpus], tmp_path / "index", chroma_address=address)
    with _opened(tmp_path / "index") as opened:
        vector = opened.embedder.embed_query("Plan för budget")
        usual = opened.nearest(vector, 3)
        end()
        with _opened(tmp_path / "index") as late:
            for generation in (opened, late):
                found = generation.nearest(vector, 3)
                assert [near for _, near in found] == pytest.approx([near for _, near in usual], abs=1e-4)


def test_a_file_that_somebody_holds_is_no_death(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = current_folder(index)
    assert folder is not None
    monkeypatch.setattr(opening, "probe", lambda generation: pytest.fail("prövades"))
    holder = (
        "import sys; from filelock import FileLock\n"
        f"with FileLock({str(folder / 'opening-1-levande')!r}): print('redo', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", holder], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert _answers(index, "budget")
        process.kill()


def test_a_generation_that_fails_its_trial_does_not_serve(
    corpus: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = _serving(index)
    _document(corpus, "budget", "Nytt.")
    monkeypatch.setattr("ingest.build.probe", lambda folder, child=None: False)
    with pytest.raises(opening.BrokenStore, match="prövning"):
        build([corpus], index)
    assert _serving(index) == name
    assert [path.name for path in index.glob("g-*")] == [name]
    assert _answers(index, "budget")


def test_what_serves_stays_when_the_switch_cannot_be_forced_to_the_disk(
    corpus: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name in ``current`` has been replaced by then, so the generation that it names must not be taken away."""

    def flush(path: Path) -> None:
        if path == index:
            raise OSError(errno.ENOSPC, "full")

    _document(corpus, "budget", "Nytt.")
    monkeypatch.setattr("ingest.storage.flush", flush)
    with pytest.raises(StorageError, match="disken är full"):
        build([corpus], index)
    monkeypatch.undo()
    assert _serving(index) == "g-000002"
    assert _answers(index, "budget")
    assert not build([corpus], index).is_new


def test_the_probe_finds_what_is_wrong(index: Path) -> None:
    folder = current_folder(index)
    assert folder is not None
    assert opening.probe(folder)
    vectors = np.load(folder / "vectors.npy")
    np.save(folder / "vectors.npy", vectors[:-1])
    assert not opening.probe(folder)
    np.save(folder / "vectors.npy", -vectors)
    assert not opening.probe(folder)


def test_a_disk_that_is_full_loses_nothing(corpus: Path, index: Path) -> None:
    """No file may grow beyond 20 kB: the build stops with a sentence, and the last index serves."""
    name = _serving(index)
    _document(corpus, "budget", "Nytt.")
    script = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)); from ingest.__main__ import main;"
        f"sys.exit(main([{str(corpus)!r}, '--index', {str(index)!r}]))"
    )
    home = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", script], cwd=home, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert str(index) in done.stderr
    assert _serving(index) == name
    assert [path.name for path in index.glob("g-*")] == [name]
    assert _answers(index, "budget")


def test_a_place_that_cannot_be_written_is_told(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    with pytest.raises(StorageError, match="en del av sökvägen är en fil"):
        build([corpus], tmp_path / "fil" / "index")


def test_a_folder_that_may_not_be_written_is_told(corpus: Path, tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root får skriva överallt")
    (tmp_path / "index").mkdir(mode=0o500)
    with pytest.raises(StorageError, match="saknar rätt"):
        build([corpus], tmp_path / "index")


@pytest.mark.parametrize(
    ("step", "rebuild"),
    [
        ("Läser", False),
        ("Tränar", True),
        ("Räknar vektorer", False),
        ("Väger ord", False),
        ("Väger ord", True),
        ("Sparar vektorer", True),
        ("Prövar", False),
        ("Prövar", True),
    ],
)
def test_a_killed_build_leaves_the_last_index_serving(corpus: Path, index: Path, step: str, rebuild: bool) -> None:
    """``kill -9`` in each step of a build."""
    _document(corpus, "samverkan", "Ändrat.")
    script = (
        "import os, signal; from pathlib import Path; from ingest.build import build\n"
        f"def tell(step, done, total): step == {step!r} and os.kill(os.getpid(), signal.SIGKILL)\n"
        f"build([Path({str(corpus)!r})], Path({str(index)!r}), progress=tell, rebuild={rebuild})\n"
    )
    home = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", script], cwd=home, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL
    assert _serving(index) == "g-000001"
    assert _answers(index, "budget")


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    out, err = capsys.readouterr()
    return status, out, err


def test_the_command_prints_a_summary(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "tom.txt").touch()
    status, out, err = _run(capsys, str(corpus), "--index", str(tmp_path / "index"))
    assert (status, err) == (0, "")
    assert out.startswith("8 dokument, ")
    assert "tom.txt" in out
    assert "gissade ur texten för 8 dokument" in out
    status, out, _ = _run(capsys, str(corpus), "--index", str(tmp_path / "index"), "--json")
    summary = json.loads(out)
    assert status == 0
    assert (summary["documents"], summary["kept"], summary["is_new"]) == (8, 8, False)
    assert len(summary["problems"]) == 1
    assert summary["guessed"] == sorted(SUBJECTS)


def test_the_command_takes_its_folders_from_the_environment(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FINSAM_CORPUS", str(corpus))
    monkeypatch.setenv("FINSAM_DATA", str(tmp_path / "data"))
    assert _run(capsys)[0] == 0
    assert _answers(tmp_path / "data" / "index", "budget")


def test_the_command_ends_with_two_when_there_is_nothing_to_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in (tmp_path, tmp_path / "saknas"):
        status, out, err = _run(capsys, str(folder), "--index", str(tmp_path / "index"))
        assert (status, out) == (2, "")
        assert len(err.splitlines()) == 1


def test_the_command_ends_with_one_when_the_run_fails(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FINSAM_EMBEDDING_MODEL", str(tmp_path / "ingen-modell"))
    status, out, err = _run(capsys, str(corpus), "--index", str(tmp_path / "index"))
    assert (status, out) == (1, "")
    assert "FINSAM_EMBEDDING_MODEL" in err
    assert list((tmp_path / "index").glob("g-*")) == []


def test_a_report_counts(corpus: Path, tmp_path: Path) -> None:
    report = build([corpus], tmp_path / "index")
    assert isinstance(report, Report)
    assert report.seconds > 0
    assert report.tables == 0
