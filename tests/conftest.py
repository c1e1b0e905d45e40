"""Indexes that the tests share, built once: of the invented documents in ``tests/mini``, and of the shipped corpus."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from ingest.build import build

settings.register_profile(
    "project", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
settings.load_profile("project")

MINI = Path(__file__).parent / "mini"
CORPUS = Path(__file__).parents[1] / "corpus"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: Playwright keeps an event loop running in the thread that the other tests use."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(autouse=True, scope="session")
def _no_settings_from_outside() -> Iterator[None]:
    """The tests see none of the settings of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("FINSAM_")]:
            patch.delenv(name)
        yield


@pytest.fixture(scope="session")
def mini_corpus() -> Path:
    """Five documents of two associations and the nation, a catalogue and a glossary."""
    return MINI


@pytest.fixture(scope="session")
def corpus_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the shipped corpus, to be read only."""
    index = tmp_path_factory.mktemp("corpus") / "index"
    build([CORPUS], index)
    return index


@pytest.fixture(scope="session")
def mini_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of ``mini_corpus``, to be read only."""
    index = tmp_path_factory.mktemp("mini") / "index"
    report = build([MINI], index)
    assert report.documents == 5
    return index
