"""A build changes what serves in one step, or not at all."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock

from ingest import opening
from ingest.build import build
from ingest.errors import IndexBusy, IngestError, StorageError
from ingest.serving import current_folder
from tests.ingest.builds import answers, serving, write_plan


def test_a_second_build_is_turned_away_at_once(corpus: Path, index: Path) -> None:
    with FileLock(index / "lock"), pytest.raises(IndexBusy, match="byggs redan"):
        build([corpus], index)


def test_a_generation_that_fails_its_trial_does_not_serve(
    corpus: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = serving(index)
    write_plan(corpus, "budget", "Nytt.")
    monkeypatch.setattr("ingest.build.probe", lambda folder, child=None: False)
    with pytest.raises(opening.BrokenStore, match="prövning"):
        build([corpus], index)
    assert serving(index) == name
    assert [path.name for path in index.glob("g-*")] == [name]
    assert answers(index, "budget")


def test_files_that_cannot_be_read_do_not_replace_a_good_index(corpus: Path, index: Path) -> None:
    for path in corpus.iterdir():
        path.write_bytes(b"")
    with pytest.raises(IngestError, match="kunde läsas"):
        build([corpus], index)
    assert [path.name for path in index.glob("g-*")] == ["g-000001"]
    assert answers(index, "budget")


def test_what_serves_stays_when_the_switch_cannot_be_forced_to_the_disk(
    corpus: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name in ``current`` has been replaced by then, so the generation that it names must not be taken away."""

    def flush(path: Path) -> None:
        if path == index:
            raise OSError(errno.ENOSPC, "full")

    write_plan(corpus, "budget", "Nytt.")
    monkeypatch.setattr("ingest.storage.flush", flush)
    with pytest.raises(StorageError, match="disken är full"):
        build([corpus], index)
    monkeypatch.undo()
    assert serving(index) == "g-000002"
    assert answers(index, "budget")
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
    name = serving(index)
    write_plan(corpus, "budget", "Nytt.")
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
    assert serving(index) == name
    assert [path.name for path in index.glob("g-*")] == [name]
    assert answers(index, "budget")


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
    write_plan(corpus, "samverkan", "Ändrat.")
    script = (
        "import os, signal; from pathlib import Path; from ingest.build import build\n"
        f"def tell(step, done, total): step == {step!r} and os.kill(os.getpid(), signal.SIGKILL)\n"
        f"build([Path({str(corpus)!r})], Path({str(index)!r}), progress=tell, rebuild={rebuild})\n"
    )
    home = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", script], cwd=home, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL
    assert serving(index) == "g-000001"
    assert answers(index, "budget")
