"""A server that refuses something of a request is asked without it, and from then on at once."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from assistant.models.errors import ModelError, Trouble
from tests.assistant.models.asked import MESSAGES, heard, line
from tests.scripted_model import Json, Says, scripted_model

TEXT = '{"verdict": "oklart"}'


class Shape(BaseModel):
    verdict: str


def refusing(
    *names: str, message: str = "Unsupported parameter: '{name}'", status: int = 400
) -> Callable[[Json], Says]:
    """A server that does not know these parameters."""

    def script(request: Json) -> Says:
        for name in names:
            if name in request:
                error: dict[str, Any] = {"error": {"message": message.format(name=name), "param": None}}
                return Says(status=status, body=json.dumps(error))
        return Says(TEXT)

    return script


@pytest.mark.parametrize("status", [400, 422])
@pytest.mark.parametrize("name", ["stream_options", "temperature", "max_tokens"])
def test_what_is_refused_by_its_name_is_left_out(name: str, status: int, tmp_path: Path) -> None:
    with scripted_model(refusing(name, status=status)) as server:
        spoken = line(server, tmp_path)
        assert heard(spoken) == TEXT
        assert heard(spoken) == TEXT
    first, second, third = server.requests
    assert set(first) - set(second) == {name}
    assert set(third) == set(second)


def test_a_limit_goes_by_its_newer_name_to_a_server_that_knows_no_other(tmp_path: Path) -> None:
    with scripted_model(refusing("max_tokens")) as server:
        heard(line(server, tmp_path))
    old, new = server.requests
    assert (old["max_tokens"], "max_completion_tokens" in old) == (100, False)
    assert (new["max_completion_tokens"], "max_tokens" in new) == (100, False)


def test_a_server_that_will_not_count_is_estimated(tmp_path: Path) -> None:
    with (
        scripted_model(refusing("stream_options", message="Extra inputs are not permitted")) as server,
        line(server, tmp_path).stream(MESSAGES, 100, "svar") as stream,
    ):
        assert "".join(stream) == TEXT
        assert stream.usage.estimated


def test_several_things_are_given_up_one_after_the_other(tmp_path: Path) -> None:
    with scripted_model(refusing("response_format", "stream_options", "temperature", message="nej")) as server:
        with pytest.raises(ModelError) as caught:
            line(server, tmp_path).ask(MESSAGES, Shape, 100, "utkast")
        assert caught.value.trouble is Trouble.MISCONFIGURED
        server.script = refusing("response_format", "stream_options", "temperature")
        assert line(server, tmp_path).ask(MESSAGES, Shape, 100, "utkast")[0].verdict == "oklart"


@pytest.mark.parametrize(("provider", "name"), [("openai", "response_format"), ("ollama", "format")])
def test_a_server_that_cannot_be_held_to_a_shape_is_asked_in_words(provider: str, name: str, tmp_path: Path) -> None:
    def script(request: Json) -> Says:
        return Says(status=400) if request.get(name) else Says(TEXT)

    with scripted_model(script) as server:
        spoken = line(server, tmp_path, provider)
        assert spoken.ask(MESSAGES, Shape, 100, "utkast")[0].verdict == "oklart"
        assert spoken.ask(MESSAGES, Shape, 100, "utkast")[0].verdict == "oklart"
        assert len(server.requests) == 3


def test_what_is_refused_for_another_reason_is_refused(tmp_path: Path) -> None:
    """What was given up in vain is sent again the next time."""
    with scripted_model(lambda _: Says(status=400)) as server:
        spoken = line(server, tmp_path)
        with pytest.raises(ModelError):
            heard(spoken)
        assert ["stream_options" in one for one in server.requests] == [True, False]
        server.script = lambda _: Says(TEXT)
        heard(spoken)
        assert "stream_options" in server.requests[-1]
