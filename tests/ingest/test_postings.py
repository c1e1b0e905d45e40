"""Columns of weights: added up, looked up, put side by side, kept on disk."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.sparse import csc_array

from ingest import postings
from ingest.postings import Postings, join

FEATURES = np.array([3, 7, 20, 21], dtype=np.int32)


def _table(size: int, seed: int) -> NDArray[np.float32]:
    """Weights of four features in many, in half, in few and in one of the passages."""
    chance = np.random.default_rng(seed)
    table = chance.random((size, 4), dtype=np.float32) + np.float32(0.1)
    table[chance.random((size, 4)) > (0.9, 0.5, 0.1, 0.0)] = 0
    table[-1] = 1
    return table


def _joined(table: NDArray[np.float32]) -> Postings:
    """The first feature in one table, the others in another."""
    return join([(FEATURES[:1], csc_array(table[:, :1])), (FEATURES[1:], csc_array(table[:, 1:]))])


@pytest.fixture(autouse=True)
def _few_are_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postings, "LONG", 2)


@given(size=st.integers(1, 300), seed=st.integers(0, 1000))
def test_a_weight_is_found_where_it_is_and_nowhere_else(size: int, seed: int) -> None:
    """Whatever the place in a word of marks, the first and the last passage among them."""
    table = _table(size, seed)
    found = _joined(table)
    columns = found.long.astype(np.intp)
    assert (
        found.can_be_looked_up(np.arange(4)).tolist() == (np.count_nonzero(table, axis=0) >= max(2, size / 24)).tolist()
    )
    assert np.array_equal(found.look_up(columns, np.arange(size)), table.T[columns])


@given(size=st.integers(1, 300), seed=st.integers(0, 1000))
def test_columns_are_added_up(size: int, seed: int) -> None:
    table = _table(size, seed)
    columns, factors = np.array([2, 0, 3]), np.array([1, 0.5, 2], dtype=np.float32)
    assert np.allclose(_joined(table).walk(columns, factors), table[:, columns] @ factors)


def test_what_is_known_of_a_column() -> None:
    table = _table(200, 0)
    found = _joined(table)
    assert found.features.tolist() == FEATURES.tolist()
    assert np.array_equal(found.peaks, table.max(axis=0))
    assert found.lengths(np.arange(4)).tolist() == np.count_nonzero(table, axis=0).tolist()
    assert [found.holding(feature) for feature in (3, 21, 22)] == [np.count_nonzero(table[:, 0]), 1, 0]


def test_no_columns_and_no_passages() -> None:
    assert _joined(_table(5, 0)).walk(np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.float32)).tolist() == [0] * 5
    nothing = join([(FEATURES[:0], csc_array((0, 0), dtype=np.float32))])
    assert (nothing.size, len(nothing.features), len(nothing.long)) == (0, 0, 0)


def test_a_table_on_disk(tmp_path: Path) -> None:
    """What is opened is what was saved; a file that is missing or cut short is an error."""
    made = _joined(_table(150, 1))
    made.save(tmp_path / "table")
    opened = postings.load(tmp_path / "table")
    assert opened.size == made.size
    for name in ("features", "bounds", "rows", "weights", "peaks", "long", "marks", "before"):
        assert np.array_equal(getattr(opened, name), getattr(made, name))
    whole = (tmp_path / "table" / "marks.npy").read_bytes()
    (tmp_path / "table" / "marks.npy").write_bytes(whole[:-8])
    with pytest.raises(ValueError, match="mmap"):
        postings.load(tmp_path / "table")
    (tmp_path / "table" / "marks.npy").unlink()
    with pytest.raises(FileNotFoundError):
        postings.load(tmp_path / "table")


def test_what_scipys_private_product_is_taken_for(tmp_path: Path) -> None:
    """``csc_matvec(rows, columns, bounds, rows of entries, weights, factors, sums)`` adds a product to ``sums``.

    It is no part of what SciPy promises. We rest on this: bounds and rows in int32 and the rest in float32 are taken as
    they are, also where they cannot be written to (mapped files, stretches of them); entries of one passage are added
    up; what stood in ``sums`` before stays in them; nothing else is changed, and entries outside the bounds are left.
    """
    for name, whole in (
        ("rows", np.array([9, 0, 2, 2, 1, 9], dtype=np.int32)),
        ("weights", np.array([9, 1, 2, 3, 4, 9], dtype=np.float32)),
    ):
        np.save(tmp_path / f"{name}.npy", whole)
    rows, weights = (np.load(tmp_path / f"{name}.npy", mmap_mode="r")[1:5] for name in ("rows", "weights"))
    bounds, factors = np.array([0, 3, 4], dtype=np.int32), np.array([2, 0.5], dtype=np.float32)
    sums = np.array([100, 0, 1, 7], dtype=np.float32)
    postings.csc_matvec(4, 2, bounds, rows, weights, factors, sums)
    assert sums.dtype == np.float32
    assert sums.tolist() == [102, 2, 11, 7]
    assert (rows.tolist(), weights.tolist()) == ([0, 2, 2, 1], [1, 2, 3, 4])
    assert (bounds.tolist(), factors.tolist()) == ([0, 3, 4], [2, 0.5])
