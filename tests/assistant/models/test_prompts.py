"""A prompt is as its header says, or it is an error before anything is sent."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from assistant.errors import PromptError
from assistant.models.chat import Message
from assistant.models.prompts import Prompt

PROMPTS = Path(__file__).parents[3] / "prompts"
GOOD = """+++
purpose = "Try it"
version = 2
variables = ["name"]
+++

## system

Be brief.

## user

Hello $name, that is $$5.
"""


def load(folder: Path, text: str) -> Prompt:
    (folder / "try.md").write_text(text, encoding="utf-8")
    return Prompt.load(folder, "try")


def test_a_prompt_is_filled(tmp_path: Path) -> None:
    """What is filled in is data: a dollar sign in it names no variable."""
    prompt = load(tmp_path, GOOD)
    assert prompt.fill(name="$you") == (Message("system", "Be brief."), Message("user", "Hello $you, that is $5."))
    assert prompt.id == f"try 2 {hashlib.sha256(GOOD.encode()).hexdigest()[:8]}"


def test_a_changed_file_is_another_prompt(tmp_path: Path) -> None:
    assert load(tmp_path, GOOD).id != load(tmp_path, GOOD.replace("brief", "kind")).id


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Hello", "börja med ett huvud"),
        (GOOD.replace('"Try it"', "Try it"), "huvud som inte går att läsa"),
        (GOOD.replace("version = 2", "version = 0"), "version"),
        (GOOD.replace("version = 2", "version = 2\nauthor = 'x'"), "author"),
        (GOOD.replace("## system", "## assistant"), "delarna"),
        (GOOD.replace("$$5", "$5"), "dollartecken"),
        (GOOD.replace("$name", "you"), "saknar name"),
        (GOOD.replace("$name", "$name $age"), "har okända age"),
    ],
)
def test_what_is_wrong_is_told_with_the_file(text: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(PromptError) as caught:
        load(tmp_path, text)
    assert says in str(caught.value)
    assert "try.md" in str(caught.value)


def test_every_value_must_be_given_and_no_other(tmp_path: Path) -> None:
    prompt = load(tmp_path, GOOD)
    with pytest.raises(PromptError, match=r"saknar name och har okända age, place"):
        prompt.fill(age="4", place="here")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PromptError, match=r"borta\.md går inte att läsa"):
        Prompt.load(tmp_path, "borta")


@pytest.mark.parametrize("path", sorted(PROMPTS.glob("*.md")), ids=lambda path: path.stem)
def test_every_prompt_of_the_project_can_be_used(path: Path) -> None:
    prompt = Prompt.load(PROMPTS, path.stem)
    assert all(message.text for message in prompt.fill(**dict.fromkeys(prompt.variables, "x")))
