"""Chroma keeps the vectors, and its errors leave the store as ours."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from chromadb.errors import InternalError

from ingest import store
from ingest.errors import StorageError
from ingest.store import BrokenStore, Store

VECTORS = np.eye(4, 8, dtype=np.float32)
IDS = [f"plan#{i}" for i in range(4)]


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Store]:
    opened = store.create(tmp_path / "chroma")
    opened.add(IDS, VECTORS)
    yield opened
    opened.close()


def test_the_nearest_come_first_with_their_cosine(filled: Store) -> None:
    vector = 0.8 * VECTORS[1] + 0.6 * VECTORS[2]
    (first, high), (second, low) = filled.query(vector, 2)
    assert (first, second) == ("plan#1", "plan#2")
    assert high == pytest.approx(0.8, abs=1e-5)
    assert low == pytest.approx(0.6, abs=1e-5)


def test_more_can_be_asked_for_than_there_is(filled: Store) -> None:
    assert len(filled.query(VECTORS[0], 100)) == 4


def test_what_is_deleted_is_not_found(filled: Store) -> None:
    filled.delete(["plan#1", "finns-inte#0"])
    assert filled.count() == 3
    assert "plan#1" not in {id for id, _ in filled.query(VECTORS[1], 10)}


def test_a_deleted_id_can_come_back_with_another_vector(filled: Store) -> None:
    filled.delete(["plan#1"])
    filled.add(["plan#1"], VECTORS[:1])
    assert dict(filled.query(VECTORS[0], 2))["plan#1"] == pytest.approx(1.0, abs=1e-5)


def test_a_store_opens_again(tmp_path: Path, filled: Store) -> None:
    filled.close()
    again = store.open(tmp_path / "chroma")
    assert again.count() == 4
    assert again.query(VECTORS[3], 1)[0][0] == "plan#3"
    again.close()


def test_more_than_chroma_takes_at_a_time(tmp_path: Path) -> None:
    count = 6000
    vectors = np.random.default_rng(0).standard_normal((count, 4)).astype(np.float32)
    opened = store.create(tmp_path / "chroma")
    opened.add([f"d#{i}" for i in range(count)], vectors)
    assert opened.count() == count
    opened.delete([f"d#{i}" for i in range(count)])
    assert opened.count() == 0
    opened.close()


def test_a_folder_without_a_store_is_broken(tmp_path: Path) -> None:
    (tmp_path / "chroma").mkdir()
    with pytest.raises(BrokenStore):
        store.open(tmp_path / "chroma")


def test_a_damaged_folder_is_broken(tmp_path: Path) -> None:
    (tmp_path / "chroma").mkdir()
    (tmp_path / "chroma" / "chroma.sqlite3").write_bytes(b"ingen databas" * 900)
    with pytest.raises(BrokenStore):
        store.open(tmp_path / "chroma")


def test_vectors_of_another_length_are_refused(filled: Store) -> None:
    with pytest.raises(BrokenStore):
        filled.query(np.ones(3, dtype=np.float32), 1)


def test_a_damaged_folder_is_broken_each_time(tmp_path: Path) -> None:
    """Chroma keeps a client that could not open its folder."""
    (tmp_path / "chroma").touch()
    for _ in range(2):
        with pytest.raises(BrokenStore):
            store.open(tmp_path / "chroma")


def test_a_server_that_does_not_answer_is_told() -> None:
    with pytest.raises(StorageError, match="FINSAM_CHROMA_URL"):
        store.open("http://127.0.0.1:9")


def test_a_server_keeps_vectors_and_one_that_is_gone_is_told(
    chroma_server: tuple[str, Callable[[], object]],
) -> None:
    address, end = chroma_server
    filled = store.create(address, "egen")
    filled.add(IDS, VECTORS)
    assert filled.query(VECTORS[3], 1)[0][0] == "plan#3"
    end()
    for ask in (filled.count, lambda: filled.query(VECTORS[0], 1), lambda: filled.delete(IDS)):
        with pytest.raises(StorageError, match="FINSAM_CHROMA_URL"):
            ask()
    filled.close()


class _Failing:
    """A collection that answers with an error."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def count(self) -> int:
        raise self.error


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "x"), "disken är full"),
        (OSError(errno.EDQUOT, "x"), "diskutrymmet är slut"),
        (InternalError("Disk quota exceeded (os error 122)"), "diskutrymmet är slut"),
        (InternalError("File too large (os error 27)"), "filen blev större"),
        (InternalError("database or disk is full"), "disken är full"),
        (Exception("<h1>502 Bad Gateway</h1>"), "FINSAM_CHROMA_URL"),
    ],
)
def test_what_the_disk_or_the_server_refuses_is_told(error: Exception, words: str) -> None:
    with pytest.raises(StorageError, match=words):
        Store(None, _Failing(error)).count()


@pytest.mark.parametrize("error", [OSError(errno.EIO, "x"), InternalError("Not a directory (os error 20)")])
def test_any_other_failure_is_a_broken_store(error: Exception) -> None:
    with pytest.raises(BrokenStore):
        Store(None, _Failing(error)).count()


def test_what_is_no_failure_of_chroma_is_let_through() -> None:
    with pytest.raises(ZeroDivisionError):
        Store(None, _Failing(ZeroDivisionError())).count()
