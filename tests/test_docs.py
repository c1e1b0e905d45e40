"""The documents keep up with the code: every setting is explained, every module named exists."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from ingest.settings import Settings, variable

ROOT = Path(__file__).resolve().parents[1]


def test_the_settings_explained_to_the_office_are_those_there_are() -> None:
    text = (ROOT / "docs" / "installningar.md").read_text(encoding="utf-8")
    explained = re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
    assert sorted(explained) == sorted(variable(entry.name) for entry in fields(Settings))


def test_modules_named_in_the_architecture_exist() -> None:
    text = (ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    of_ingest, of_assistant = text.split("## ingest", 1)[1].split("## assistant", 1)
    for package, table in (("ingest", of_ingest), ("assistant", of_assistant)):
        rows = re.findall(r"^\| (`.+?`) \|", table, re.MULTILINE)
        assert rows
        for name in re.findall(r"`([^`]+)`", " ".join(rows)):
            path = ROOT / package / name
            assert path.is_dir() or path.with_suffix(".py").is_file(), f"{package}/{name}"
