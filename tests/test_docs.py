"""The documents keep up with the code: every setting is explained, every dependency has its reason."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from ingest.settings import Settings, variable

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("name", [entry.name for entry in fields(Settings)])
def test_every_setting_is_explained_to_the_office(name: str) -> None:
    assert f"`{variable(name)}`" in (ROOT / "docs" / "installningar.md").read_text(encoding="utf-8")


def _named(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9_-]+", requirement)
    assert match
    return match.group().lower()


def test_every_dependency_has_a_reason_and_a_pin() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    reasons = (ROOT / "docs" / "beroenden.md").read_text(encoding="utf-8").lower()
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = {_named(line) for line in lines if "==" in line}
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    assert wanted
    assert [name for name in map(_named, wanted) if name not in reasons] == []
    assert [name for name in map(_named, wanted) if name not in pins] == []


def test_modules_named_in_the_architecture_exist() -> None:
    text = (ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    of_ingest, of_assistant = text.split("## ingest", 1)[1].split("## assistant", 1)
    for package, table in (("ingest", of_ingest), ("assistant", of_assistant)):
        rows = re.findall(r"^\| (`.+?`) \|", table, re.MULTILINE)
        assert rows
        for name in re.findall(r"`([^`]+)`", " ".join(rows)):
            path = ROOT / package / name
            assert path.is_dir() or path.with_suffix(".py").is_file(), f"{package}/{name}"
