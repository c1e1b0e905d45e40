"""The page on language models keeps up with the code: its settings are read, its packages and prompts exist."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from assistant.hearing import REMEMBERED
from assistant.models.place import Place
from assistant.models.prompts import Prompt
from assistant.models.resting import REST_S
from assistant.models.telling import PACKAGES
from ingest.settings import CHAT_TASKS, Settings, load, variable

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "modeller.md").read_text(encoding="utf-8")
COUNTS = {6: "sex"}
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


SENT = {
    "answer": (
        "svar",
        {
            "today": "dagens datum",
            "language": "svarets språk",
            "earlier": f"högst {COUNTS[REMEMBERED]} tidigare frågor",
            "question": "frågan",
            "sources": "textställena som svaret vilar på",
            "worked": "programmet räknat ut",
        },
    ),
    "screen": (
        "utkast",
        {
            "plan": "kriteriernas namn",
            "criteria": "vad reglerna säger om det",
            "draft": "utkastets text",
        },
    ),
    "question": (
        "fragor",
        {
            "earlier": f"högst {COUNTS[REMEMBERED]} tidigare frågor",
            "question": "frågan",
        },
    ),
    "trial": ("doctor", {"word": "ett ord att hitta", "filling": "utfyllnad"}),
}
"""Each prompt's row of the page, and what the row calls each thing that the prompt is filled with."""


@pytest.mark.parametrize("name", sorted(path.stem for path in (ROOT / "prompts").glob("*.md")))
def test_all_that_is_sent_is_told(name: str) -> None:
    row, called = SENT[name]
    told = re.search(rf"^\| `{row}` \| (.+?) \|", PAGE.partition("## Vad som lämnar datorn")[2], re.MULTILINE)
    assert told
    assert set(called) == Prompt.load(ROOT / "prompts", name).variables
    assert [words for words in called.values() if words not in told[1]] == []


def test_how_long_a_model_rests_is_told() -> None:
    assert REST_S == 30
    assert "vila en halv minut" in PAGE


def test_where_a_key_goes_and_what_a_trial_takes_is_told() -> None:
    page = " ".join(PAGE.split())
    assert "skickas bara till adressen i `FINSAM_CHAT_BASE_URL`, eller till leverantörens egen" in page
    assert "nästan fyller `FINSAM_CHAT_CONTEXT`" in page
