"""Features are counted alike for every text, whatever else is counted with it."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.features import GRAM, count, find, stop_words, words

_words = st.text(alphabet="abcåäöéÅİ1² .-_\n€😀𐐀", max_size=60)


def _row(text: str) -> dict[str, dict[int, float]]:
    counted = count([text])
    return {
        name: dict(zip(array.indices.tolist(), array.data.tolist(), strict=True))
        for name, array in counted._asdict().items()
    }


@given(st.lists(_words, max_size=8))
def test_a_text_counts_the_same_alone_and_among_others(texts: list[str]) -> None:
    together = count(texts)
    assert together.grams.shape[0] == together.stems.shape[0] == len(texts)
    for place, text in enumerate(texts):
        alone = count([text])
        assert (together.grams[[place]] != alone.grams).nnz == 0
        assert (together.stems[[place]] != alone.stems).nnz == 0


@given(st.one_of(_words, st.text(max_size=60)))
def test_word_by_word_it_is_the_same(text: str) -> None:
    """What is hashed for a question is what was hashed for the index."""
    found = words(text)
    assert _row(text)["grams"] == Counter(gram for word in found for gram in word.grams)
    assert _row(text)["stems"] == Counter(word.stem for word in found if word.stem is not None)


@given(st.sets(st.integers(0, 30)), st.sets(st.integers(0, 30)))
def test_features_are_found_among_others(wanted: set[int], kept: set[int]) -> None:
    ascending = np.array(sorted(kept), dtype=np.int32)
    known, places = find(np.array(sorted(wanted), dtype=np.int32), ascending)
    assert known.tolist() == [one in kept for one in sorted(wanted)]
    assert ascending[places].tolist() == sorted(wanted & kept)


@given(_words)
def test_case_and_punctuation_do_not_count(text: str) -> None:
    dressed = " - ".join(text.upper().lower().split())
    assert _row(text.lower())["stems"] == _row(dressed)["stems"]


@pytest.mark.parametrize(
    ("text", "features"),
    [("", 0), ("!?", 0), ("ab", 1), ("vård", 2), ("vården", 4), ("vård vård", 2), ("arbetsmarknad", 11)],
)
def test_words_and_their_grams(text: str, features: int) -> None:
    """A word is one feature, and each run of four letters in it another."""
    assert len(_row(text)["grams"]) == features


def test_a_part_of_a_compound_is_found_in_it() -> None:
    shared = _row("vård")["grams"].keys() & _row("vårdcentralen")["grams"].keys()
    assert len(shared) == 1
    assert GRAM == 4


def test_inflections_share_a_stem() -> None:
    assert _row("insatsen")["stems"] == _row("insatser")["stems"]
    assert _row("styrelsen")["stems"] != _row("insatser")["stems"]


def test_stop_words_have_no_stem() -> None:
    assert len(stop_words()) == 114
    assert _row("Vad är det som inte är")["stems"] == {}
    assert _row("Vad är det som inte är")["grams"] != {}


def test_counts_are_the_same_on_every_machine() -> None:
    """Stored indexes depend on these very numbers."""
    counted = count(["Rehabilitering i Malmö"])
    assert np.sort(counted.stems.indices).tolist() == [1158381, 9075858]
    assert int(counted.grams.indices.astype(np.int64).sum()) == 127913721
