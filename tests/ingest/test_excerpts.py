"""An excerpt is its passage, read without the document around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest import excerpts
from ingest.excerpts import Excerpts
from ingest.generation import open_generation
from ingest.probe import faults


def test_every_passage_has_its_own(mini_index: Path) -> None:
    generation = open_generation(mini_index)
    assert len(generation.excerpts) == len(generation.passages)
    rows = iter(range(len(generation.passages)))
    for source in generation.sources:
        document = generation.document(source.id)
        for passage in document.passages:
            found = generation.excerpts[next(rows)]
            assert found == excerpts.excerpt(document, passage)
            assert found.text == document.text[found.start : found.end]
            assert found.section == document.sections[passage.section].name


def test_another_text_is_a_fault(index: Path) -> None:
    """The probe compares excerpts with their documents."""
    generation = open_generation(index)
    (path,) = index.glob("g-*/excerpts/excerpts.jsonl")
    path.write_bytes(path.read_bytes().replace(b"Plan", b"Namn"))
    assert any("excerpt" in fault for fault in faults(generation))


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Excerpts(tmp_path)
