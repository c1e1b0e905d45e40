"""An index that has been built opens and answers, whatever has happened to its store."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from ingest import opening
from ingest.build import build
from ingest.errors import IndexMissing, StorageError
from ingest.generation import Generation, open_generation
from ingest.place import read_place
from ingest.probe import faults
from ingest.serving import current_folder
from tests.ingest.builds import answers, opened


def test_rows_limit_what_is_near(index: Path) -> None:
    with opened(index) as generation:
        vector = generation.embedder.embed_query("Plan för budget")
        rows = np.flatnonzero(generation.passages.document == [one.id for one in generation.sources].index("revision"))
        assert {row for row, _ in generation.nearest(vector, 500, rows)} == set(rows.tolist())
        everything = np.arange(len(generation.passages), dtype=np.int32)
        exact, approximate = generation.nearest(vector, 3, everything), generation.nearest(vector, 3)
        assert [near for _, near in exact] == pytest.approx([near for _, near in approximate], abs=1e-4)
        assert generation.nearest(vector, 3, everything[:0]) == []
        assert generation.nearest(np.zeros(len(vector), dtype=np.float32), 3) == []


@pytest.mark.parametrize("content", [None, b"g-000007", b""])
def test_no_index_is_told(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "current").write_bytes(content)
    with pytest.raises(IndexMissing, match="python -m ingest"):
        open_generation(tmp_path)


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
    assert answers(index, "budget")
    with opened(index) as generation:
        assert faults(generation) == []


def test_a_store_that_kills_who_opens_it_is_built_again(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process died while opening; the next one tries the folder elsewhere before it opens it."""
    folder = current_folder(index)
    assert folder is not None
    before = read_place(folder).folder
    (folder / "opening-1-död").touch()
    assert answers(index, "budget")
    assert read_place(folder).folder == before
    (folder / "opening-1-död").touch()
    monkeypatch.setattr(opening, "probe", lambda generation: False)
    assert answers(index, "budget")
    assert read_place(folder).folder != before
    assert not (folder / before).exists()
    assert list(folder.glob("opening-*")) == []


def test_without_a_store_all_passages_are_compared(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in an index that cannot be written, where Chroma does not open."""

    def refuse(generation: Generation) -> None:
        raise StorageError("skrivskyddad")

    with opened(index) as generation:
        vector = generation.embedder.embed_query("Plan för budget")
        usual = generation.nearest(vector, 3)
    monkeypatch.setattr(opening, "open_store", refuse)
    with opened(index) as generation:
        for _ in range(2):
            found = generation.nearest(vector, 3)
            assert [near for _, near in found] == pytest.approx([near for _, near in usual], abs=1e-4)


def test_without_its_server_all_passages_are_compared(
    corpus: Path, tmp_path: Path, chroma_server: tuple[str, Callable[[], object]]
) -> None:
    """Whether it was there when the index was opened or not."""
    address, end = chroma_server
    build([corpus], tmp_path / "index", chroma_address=address)
    with opened(tmp_path / "index") as early:
        vector = early.embedder.embed_query("Plan för budget")
        usual = early.nearest(vector, 3)
        end()
        with opened(tmp_path / "index") as late:
            for generation in (early, late):
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
        assert answers(index, "budget")
        process.kill()
