"""The serving index is opened as a library, with the dense half of the search behind a scope."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from assistant.answers import Scope
from assistant.library import Library
from assistant.opening import DENSE_WEIGHT, DENSE_WEIGHT_OF_MODEL, MOST_OF, open_library
from ingest.errors import IndexMissing
from ingest.generation import open_generation


def test_no_index(tmp_path: Path) -> None:
    """The message names the folder and says what to run."""
    for index in (tmp_path / "finns-inte", tmp_path):
        with pytest.raises(IndexMissing, match="Läs in dokumenten först: python -m ingest"):
            open_library(index)


def test_a_file_in_the_place_of_the_index(tmp_path: Path) -> None:
    path = tmp_path / "fil"
    path.write_text("", encoding="utf-8")
    with pytest.raises(IndexMissing):
        open_library(path)


def test_the_day_decides_what_is_in_force(mini_index: Path) -> None:
    def holding(day: date) -> set[str]:
        library = open_library(mini_index, today=day)
        return {source.id for source in library.sources if library.is_in_force(source)}

    assert holding(date(2025, 6, 1)) == {"lag-2021-500", "malmo-verksamhetsplan-2025"}
    assert holding(date(2026, 6, 1)) == {"lag-2021-500"}
    assert "malmo-verksamhetsplan-2027" in holding(date(2027, 1, 1))


def test_the_built_in_embedder_has_its_weight(library: Library) -> None:
    assert library.dense_weight == DENSE_WEIGHT
    assert 0 < library.dense_weight < 1


@pytest.fixture(params=[0, 20_000], ids=["large", "small"])
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The index counts as large, so that Chroma is asked, or as small."""
    monkeypatch.setattr("assistant.opening.SMALL", request.param)


@pytest.mark.usefixtures("size")
@pytest.mark.parametrize(
    ("scope", "is_wide"),
    [
        (Scope(), True),
        (Scope(frozenset({"malmo", "riket"})), True),
        (Scope(frozenset({"granby"})), False),
        (Scope(frozenset({"malmo"}), years=frozenset({2025})), False),
    ],
)
def test_the_nearest_passages_within_a_scope(library: Library, scope: Scope, is_wide: bool) -> None:
    """Through Chroma for a wide scope of a large index, else one by one: rows within, the nearest first."""
    allowed = library.allowed(scope)
    assert bool(allowed.mean() > MOST_OF) is is_wide
    found = library.nearest("Vilken målgrupp har förbundet?", 4, scope)
    assert 1 <= len(found) <= 4
    assert all(allowed[row] for row, _ in found)
    similarities = [similarity for _, similarity in found]
    assert similarities == sorted(similarities, reverse=True)
    assert all(-1.0001 <= similarity <= 1.0001 for similarity in similarities)


def test_chroma_and_the_comparison_one_by_one_agree(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """A passage's similarity does not depend on the way it was found."""
    monkeypatch.setattr("assistant.opening.SMALL", 0)
    narrow = dict(library.nearest("målgrupp i Granby", 5, Scope(frozenset({"granby"}))))
    wide = dict(library.nearest("målgrupp i Granby", 50, Scope()))
    assert narrow
    assert {row: wide[row] for row in narrow} == pytest.approx(narrow, abs=1e-4)


def test_the_similarity_of_any_passage_can_be_had(library: Library) -> None:
    """It is what the passage has when it is found by nearness."""
    near = dict(library.nearest("målgrupp i Granby", 50, Scope()))
    rows = np.array(sorted(near)[::3])
    assert library.similarities("målgrupp i Granby", rows).tolist() == pytest.approx([near[row] for row in rows])


def test_a_model_of_the_users_own_orders_what_words_find(
    library: Library, mini_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And weighs more; the built-in one does not, since it knows no more of the words than the passages do."""
    generation = open_generation(mini_index)
    generation.manifest = replace(generation.manifest, model="en/modell")
    monkeypatch.setattr("assistant.opening.open_generation", lambda index: generation)
    own = open_library(mini_index)
    assert (own.dense_reorders, library.dense_reorders) == (True, False)
    assert own.dense_weight == DENSE_WEIGHT_OF_MODEL > library.dense_weight


def test_a_scope_without_documents_has_nothing_near(library: Library) -> None:
    assert library.nearest("målgrupp", 5, Scope(frozenset({"annan"}))) == []


def test_the_records_of_the_index_come_with_it(library: Library, mini_index: Path) -> None:
    assert library.records == open_generation(mini_index).records
    assert {record.place.document for record in library.records} <= {source.id for source in library.sources}
    assert library.records
