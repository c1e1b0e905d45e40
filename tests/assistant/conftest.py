"""The small index, opened as a library and as an assistant."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.glossary import Glossary
from assistant.library import Library
from assistant.opening import open_library
from assistant.retrieval import Searcher
from assistant.service import Assistant
from ingest.settings import Settings

# So that a failing check of a command shows what was printed.
pytest.register_assert_rewrite("tests.assistant.telling")

TODAY = date(2027, 5, 3)
"""A day on which the plans of 2027 hold."""


@pytest.fixture(scope="session")
def library(mini_index: Path) -> Library:
    return open_library(mini_index, today=TODAY)


@pytest.fixture(scope="session")
def glossary(mini_corpus: Path) -> Glossary:
    return Glossary.load(mini_corpus / "ordlista.tsv")


@pytest.fixture(scope="session")
def searcher(library: Library, glossary: Glossary) -> Searcher:
    return Searcher(library, glossary)


@pytest.fixture
def mini_settings(mini_corpus: Path, mini_index: Path, tmp_path: Path) -> Settings:
    """Settings for the small index; what is written goes to a folder of the test's own."""
    return Settings(corpus=mini_corpus, data=tmp_path / "data", index_folder=mini_index)


@pytest.fixture
def mini_assistant(mini_settings: Settings) -> Assistant:
    return Assistant(mini_settings)


@pytest.fixture
def surroundings(monkeypatch: pytest.MonkeyPatch, mini_corpus: Path, mini_index: Path, tmp_path: Path) -> None:
    """An empty folder to stand in, and the small index to ask."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FINSAM_CORPUS", str(mini_corpus))
    monkeypatch.setenv("FINSAM_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("FINSAM_INDEX_FOLDER", str(mini_index))
