"""An answer of a given shape is found in whatever a model writes around it, or it is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import BaseModel

from assistant.models.errors import ModelError, Trouble
from assistant.models.structured import read_object
from tests.assistant.models.asked import MESSAGES, PROVIDERS, line
from tests.scripted_model import scripted_model


class Shape(BaseModel):
    verdict: str
    count: int


GOOD = '{"verdict": "oklart", "count": 2}'


@pytest.mark.parametrize("provider", PROVIDERS)
@pytest.mark.parametrize(
    "text", ['{"verdict": "oklart", "count": 2}', 'Visst:\n```json\n{"verdict":"oklart","count":2}\n```']
)
def test_an_answer_of_a_given_shape(provider: str, text: str, tmp_path: Path) -> None:
    with scripted_model(text) as server:
        found, usage = line(server, tmp_path, provider).ask(MESSAGES, Shape, 100, "utkast")
        held = server.requests[0]
    assert found == Shape(verdict="oklart", count=2)
    assert usage.tokens_in > 0
    assert provider == "anthropic" or "format" in held or held["response_format"]["type"] == "json_schema"


@pytest.mark.parametrize("text", ['{"verdict": "oklart"', '{"verdict": "oklart", "count": "många"}', "Nej.", "[1, 2]"])
def test_an_answer_of_another_shape_is_none(text: str, tmp_path: Path) -> None:
    """What it took is written down all the same."""
    with scripted_model(text) as server, pytest.raises(ModelError, match="i den form som begärdes") as caught:
        line(server, tmp_path).ask(MESSAGES, Shape, 100, "utkast")
    assert caught.value.trouble is Trouble.BROKEN
    written = json.loads((tmp_path / "journal.jsonl").read_text(encoding="utf-8"))
    assert (written["trouble"], written["tokens_in"], written["tokens_out"]) == ("broken", 120, 30)


def test_the_shape_is_told_in_the_users_one_message(tmp_path: Path) -> None:
    """Some models take no two of a kind one after the other."""
    with scripted_model(GOOD) as server:
        line(server, tmp_path).ask(MESSAGES, Shape, 100, "utkast")
        said = server.requests[0]["messages"]
    assert [one["role"] for one in said] == ["system", "user"]
    assert said[1]["content"].startswith(f"{MESSAGES[1].text}\n\nSvara med ett enda JSON-objekt")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("först {inte} och sedan " + GOOD, 2),
        ('{"annat": 1} ' + GOOD + ' {"verdict": "x", "count": 3}', 2),
        ('<think>{"verdict": "tanke", "count": 9}</think>' + GOOD, 2),
        ('{"yttre": ' + GOOD + "}", None),
        ("{" * 200_000, None),
        ("", None),
    ],
)
def test_the_first_object_of_the_shape_is_read(text: str, count: int | None) -> None:
    found = read_object(text, Shape)
    assert (found and found.count) == count
