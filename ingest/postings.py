"""Weights of features in passages, column by column: walked through, or looked up for a few passages.

A column holds the passages of one feature. To walk through columns takes about a nanosecond an entry. A long column
also has a mark for each passage and counts of the marks before (a rank directory, after Jacobson, "Space-efficient
static trees and graphs", 1989), by which a passage's entry is found without a search.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array

# What a product of SciPy's is made with. The product itself takes a table of its own: to copy a question's columns into
# one takes as long as to add them up, and leaves the processor's cache full of what is not needed again.
from scipy.sparse._sparsetools import csc_matvec

from ingest import features, mapped

LONG = 4096
"""Entries from which on a column may be long: a shorter one takes less time to walk through than to leave out."""

LONG_SHARE = 1 / 24
"""Share of the passages that a long column holds at least: its marks take little over half the room of its entries."""

_BITS = 64
_READ = ("features", "bounds", "peaks", "long")
"""Files that every question looks into all over."""

_MAPPED = ("rows", "weights", "marks", "before")
"""Large files, of which a question reads a few stretches."""


@dataclass(frozen=True, slots=True)
class Postings:
    """A table of passages and features, of which only the weights above 0 are kept."""

    features: NDArray[np.int32]
    """Ascending; the features that occur."""
    bounds: NDArray[np.int64]
    """Column i, of the i-th feature, holds entries ``bounds[i]:bounds[i + 1]``."""
    rows: NDArray[np.int32]
    """Passage of each entry, ascending within a column."""
    weights: NDArray[np.float32]
    """Weight of each entry, above 0."""
    peaks: NDArray[np.float32]
    """Greatest weight of each column."""
    long: NDArray[np.int32]
    """Columns that can be looked up, ascending."""
    marks: NDArray[np.uint64]
    """Shape (long columns, passages / 64 rounded up): bit i of word w is set where passage 64 w + i has an entry."""
    before: NDArray[np.int32]
    """Same shape: entries of the column before those of the word."""
    size: int
    """Number of passages."""

    def holding(self, feature: int) -> int:
        """Number of passages that hold a feature."""
        _, columns = features.find(np.array([feature], dtype=np.int32), self.features)
        return int(self.lengths(columns).sum())

    def lengths(self, columns: NDArray[np.intp]) -> NDArray[np.int64]:
        """Number of entries of each column."""
        lengths: NDArray[np.int64] = self.bounds[columns + 1] - self.bounds[columns]
        return lengths

    def can_be_looked_up(self, columns: NDArray[np.intp]) -> NDArray[np.bool_]:
        """A mask of the long ones among some columns."""
        return features.find(columns, self.long)[0]

    def walk(self, columns: NDArray[np.intp], factors: NDArray[np.float32]) -> NDArray[np.float32]:
        """Add columns up, each multiplied by its factor; shape (passages,)."""
        sums = np.zeros(self.size, dtype=np.float32)
        # One product takes them all, from the last to the first: between two of them it steps back, over no entries.
        order = np.argsort(-columns)
        bounds = np.empty((len(columns), 2), dtype=np.int32 if self.bounds[-1] < 1 << 31 else np.int64)
        bounds[:, 0], bounds[:, 1] = self.bounds[columns[order]], self.bounds[columns[order] + 1]
        counting = np.zeros((len(columns), 2), dtype=np.float32)
        counting[:, 0] = factors[order]
        csc_matvec(self.size, bounds.size - 1, bounds.ravel(), self.rows, self.weights, counting.ravel(), sums)
        return sums

    def look_up(self, columns: NDArray[np.intp], rows: NDArray[np.integer[Any]]) -> NDArray[np.float32]:
        """Return the weights of some passages in long columns; shape (columns, rows)."""
        words = rows // _BITS + np.searchsorted(self.long, columns)[:, np.newaxis] * self.marks.shape[1]
        held = self.marks.take(words)
        bits = _ONE << (rows % _BITS).astype(np.uint64)
        places = self.before.take(words) + np.bitwise_count(held & (bits - _ONE)) + self.bounds[columns][:, np.newaxis]
        # The place of what is not there is the next entry's, or just after the last one.
        found: NDArray[np.float32] = self.weights.take(places, mode="clip")
        found[(held & bits) == 0] = 0
        return found

    def touch(self) -> None:
        """Read the mapped files once, so that no question waits for their pages."""
        for name in _MAPPED:
            mapped.touch(getattr(self, name))

    def save(self, folder: Path) -> None:
        """Write the table to the new ``folder``."""
        folder.mkdir()
        for name in (*_READ, *_MAPPED):
            np.save(folder / f"{name}.npy", getattr(self, name))
        np.save(folder / "size.npy", np.array(self.size))


_ONE = np.uint64(1)


def join(parts: Sequence[tuple[NDArray[np.int32], csc_array]]) -> Postings:
    """Put tables of the same passages side by side.

    Args:
        parts: the features of each table's columns, ascending and above those of the table before, and its weights,
            float32 with rows ascending within a column. No column is empty.
    """
    size = parts[0][1].shape[0]
    lengths = np.concatenate([np.diff(table.indptr) for _, table in parts])
    bounds = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(lengths, out=bounds[1:])
    rows = np.concatenate([table.indices for _, table in parts]).astype(np.int32, copy=False)
    weights = np.concatenate([table.data for _, table in parts])
    peaks = np.maximum.reduceat(weights, bounds[:-1]) if len(lengths) else weights
    long = np.flatnonzero(lengths >= max(LONG, LONG_SHARE * size)).astype(np.int32)
    marks, before = _mark([rows[bounds[column] : bounds[column + 1]] for column in long], size)
    names = np.concatenate([names for names, _ in parts])
    return Postings(names, bounds, rows, weights, peaks, long, marks, before, size)


def load(folder: Path) -> Postings:
    """Open a table; its large files are mapped, not read.

    Raises:
        OSError: a file is missing.
        ValueError: a file is cut short.
    """
    found = {name: mapped.load(folder / f"{name}.npy") for name in _MAPPED}
    found |= {name: np.load(folder / f"{name}.npy") for name in _READ}
    return Postings(**found, size=int(np.load(folder / "size.npy")))


def _mark(columns: Sequence[NDArray[np.int32]], size: int) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    words = -(-size // _BITS)
    marks = np.zeros((len(columns), words), dtype=np.uint64)
    before = np.zeros((len(columns), words), dtype=np.int32)
    for place, rows in enumerate(columns):
        there = np.zeros(words * _BITS, dtype=np.bool_)
        there[rows] = True
        marks[place] = np.packbits(there, bitorder="little").view("<u8")
        np.cumsum(np.bitwise_count(marks[place, :-1]), out=before[place, 1:])
    return marks, before
