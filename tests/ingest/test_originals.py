"""A file in ``original/`` stands for the document whose id it bears."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ingest.catalogue import Entry
from ingest.originals import original_of

PLAN = Entry(
    id="sjostad-plan",
    file="sjostad-plan.md",
    title="Sjöstads plan",
    association="sjostad",
    type="verksamhetsplan",
    valid_from=date(2031, 1, 1),
    form="omskrivning",
)
OWN = Entry(id="annan", file="original/annan.pdf", title="En annan", association="sjostad", type="rapport")
ENTRIES = {PLAN.file: PLAN, OWN.file: OWN}


@pytest.mark.parametrize("suffix", ["pdf", "docx", "txt", "html"])
def test_it_inherits_all_but_file_and_form(suffix: str) -> None:
    """Title, association, type and dates are the restatement's; the file and the form are its own."""
    found = original_of(Path(f"corpus/original/sjostad-plan.{suffix}"), ENTRIES)
    assert found == PLAN.model_copy(update={"file": f"original/sjostad-plan.{suffix}", "form": "original"})


@pytest.mark.parametrize(
    "path",
    [
        "corpus/sjostad-plan.pdf",
        "corpus/original/okand.pdf",
        "corpus/original/annan.pdf",
        "corpus/original/SHA256SUMS",
        "corpus/original/.sjostad-plan.part",
    ],
)
def test_other_files_are_nobodys_original(path: str) -> None:
    """Files elsewhere, of unknown ids, with an entry of their own, and what is no document."""
    assert original_of(Path(path), ENTRIES) is None
