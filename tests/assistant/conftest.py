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
