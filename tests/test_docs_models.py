"""The page on language models keeps up with the code: its settings are read, its packages and prompts exist."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from assistant.models.place import Place
from assistant.models.telling import PACKAGES
from ingest.settings import CHAT_TASKS, Settings, load, variable

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "modeller.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```\n(FINSAM_.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_settings_that_are_named_exist() -> None:
    assert set(re.findall(r"FINSAM_\w+", PAGE)) <= {variable(entry.name) for entry in fields(Settings)}


def test_there_is_an_example_of_each_way_to_connect() -> None:
    assert len(EXAMPLES) == 5


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_read_as_it_stands(example: str, tmp_path: Path) -> None:
    """Each names a provider whose package the page says how to install; what is said to be local is so."""
    dotenv = tmp_path / ".env"
    dotenv.write_text(example, encoding="utf-8")
    settings = load({}, dotenv)
    provider = settings.chat_model.partition(":")[0]
    assert f"'.[{PACKAGES[provider]}]'" in PAGE
    assert Place.of(provider, settings.chat_base_url).local is settings.chat_local_only


def test_the_packages_that_are_named_exist() -> None:
    assert set(re.findall(r"\.\[(\w+)\]", PAGE)) <= set(PACKAGES.values())


def test_what_a_model_may_help_with_is_told() -> None:
    tasks = re.findall(r"^\| `(\w+)` \| (?!Skickas)", PAGE.partition("## Välja")[0], re.MULTILINE)
    assert sorted(tasks) == sorted(CHAT_TASKS)


def test_the_pages_that_are_linked_to_exist() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", PAGE):
        assert (ROOT / "docs" / target).exists(), target
