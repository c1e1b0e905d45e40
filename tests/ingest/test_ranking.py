"""The best scores are those that a full sort puts first."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.ranking import best


@given(st.lists(st.sampled_from([0.0, 0.1, 0.5, 0.7, 1.0]), max_size=400), st.integers(1, 20))
def test_it_is_a_stable_sort_cut_short(scores: list[float], k: int) -> None:
    """Equal scores keep their order, at the cut too."""
    array = np.array(scores, dtype=np.float32)
    assert best(array, k).tolist() == np.argsort(-array, kind="stable")[:k].tolist()


@pytest.mark.parametrize("size", [1, 100, 999, 20_000])
@pytest.mark.parametrize("k", [1, 10, 80])
def test_among_many(size: int, k: int) -> None:
    array = np.random.default_rng(size).random(size, dtype=np.float32)
    assert best(array, k).tolist() == np.argsort(-array, kind="stable")[:k].tolist()
