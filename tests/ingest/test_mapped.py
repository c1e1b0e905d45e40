"""Arrays over mapped files: read as they were written, and as a whole when asked."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ingest import mapped


@pytest.mark.parametrize("shape", [(0,), (1,), (5000,), (3, 4096), (0, 64)])
def test_an_array_of_any_shape_is_read_and_touched(shape: tuple[int, ...], tmp_path: Path) -> None:
    written = np.arange(np.prod(shape), dtype=np.float32).reshape(shape)
    np.save(tmp_path / "one.npy", written)
    found = mapped.load(tmp_path / "one.npy")
    mapped.touch(found)
    assert type(found) is np.ndarray
    np.testing.assert_array_equal(found, written)


def test_a_file_that_is_not_there_or_cut_short(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        mapped.load(tmp_path / "none.npy")
    np.save(tmp_path / "one.npy", np.zeros(5000))
    whole = (tmp_path / "one.npy").read_bytes()
    (tmp_path / "one.npy").write_bytes(whole[:900])
    with pytest.raises(ValueError, match="mmap"):
        mapped.load(tmp_path / "one.npy")
