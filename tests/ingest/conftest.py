"""Documents and an index of them, of each test's own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ingest.build import build
from tests.ingest.builds import write_plans


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Eight documents, each of its own subject."""
    return write_plans(tmp_path / "dokument")


@pytest.fixture(scope="session")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the same documents."""
    folder = tmp_path_factory.mktemp("redo")
    build([write_plans(folder / "dokument")], folder / "index")
    return folder / "index"


@pytest.fixture
def index(ready: Path, corpus: Path, tmp_path: Path) -> Path:
    """A copy of it, of the test's own."""
    return shutil.copytree(ready, tmp_path / "index")
