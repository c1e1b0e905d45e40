"""Each provider's package speaks to the address that is set and to no other, whatever the environment says."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assistant.models.chat import Chat
from assistant.models.errors import ModelError, Trouble
from assistant.models.providers import OWN_ADDRESS, Request, arguments, sent_by
from ingest.settings import Secret, Settings
from tests.assistant.models.asked import MESSAGES, PROVIDERS, heard, line, settings
from tests.scripted_model import Says, scripted_model

TEXT = "Insatsen kostar 120 kr."
ELSEWHERE = (
    *("OPENAI_API_BASE", "OPENAI_BASE_URL", "ANTHROPIC_API_URL", "ANTHROPIC_BASE_URL", "MISTRAL_BASE_URL"),
    *("OLLAMA_HOST", "LANGSMITH_GATEWAY", "LANGSMITH_ENDPOINT", "OPENAI_PROXY"),
)
"""Variables by which the packages would be sent elsewhere."""


def request(provider: str, **changed: Any) -> Request:
    chat = Chat(Settings(chat_model=f"{provider}:x", **changed))
    return chat._request(100, None)


ASKING = """
import sys, tiktoken
from pathlib import Path
from tests.assistant.models.asked import MESSAGES, PROVIDERS, heard, line
from tests.scripted_model import scripted_model
tiktoken.get_encoding = tiktoken.encoding_for_model = lambda name: sys.exit(f"would fetch {name}")
with scripted_model("Ja.") as server:
    for provider in PROVIDERS:
        print(heard(line(server, Path(sys.argv[1]), provider)), len(server.requests))
    server.wait(1.0)
"""


def test_only_the_address_that_is_set_is_asked(tmp_path: Path) -> None:
    """No tracing, no gateway, no telemetry, no download of how tokens are counted: nobody else is even connected to."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = f"http://127.0.0.1:{other.getsockname()[1]}"
        wanted = dict.fromkeys(("LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2"), "true")
        keys = dict.fromkeys(("LANGSMITH_API_KEY", "LANGSMITH_GATEWAY_API_KEY"), "x")
        environment = {**os.environ, **wanted, **keys, **dict.fromkeys(ELSEWHERE, address)}
        command = [sys.executable, "-c", ASKING, str(tmp_path)]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=60)
        assert (done.stdout.split("\n")[:-1], done.stderr) == ([f"Ja. {n}" for n in range(1, len(PROVIDERS) + 1)], "")
        other.settimeout(0)
        with pytest.raises(BlockingIOError):
            other.accept()


@pytest.mark.parametrize("provider", sorted(OWN_ADDRESS))
def test_without_an_address_it_is_the_providers_own(provider: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ELSEWHERE:
        monkeypatch.setenv(name, "http://192.0.2.1")
    given = arguments(request(provider, chat_key=Secret("sk")))
    assert given["base_url"] == OWN_ADDRESS[provider]
    made: Any = Chat(Settings(chat_model=f"{provider}:x", chat_key=Secret("sk")))._made(
        request(provider, chat_key=Secret("sk"))
    )
    addresses = [getattr(made, name, "") for name in ("openai_api_base", "anthropic_api_url", "endpoint")]
    assert OWN_ADDRESS[provider] in addresses


def test_ollama_is_this_machines_whatever_its_own_variable_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OLLAMA_HOST", "http://192.0.2.1:11434")
    assert arguments(request("ollama"))["base_url"] == "http://127.0.0.1:11434"


@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_key_of_the_environment_goes_to_its_providers_own_address_only(
    provider: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "MISTRAL_API_KEY", "OLLAMA_API_KEY"):
        monkeypatch.setenv(name, "sk-provider")
    with scripted_model(TEXT) as server:
        heard(line(server, tmp_path, provider))
        heard(line(server, tmp_path, provider, chat_key=Secret("sk-var")))
    own, ours = (str(one) for one in server.headers)
    assert "sk-provider" not in own + ours
    assert "sk-var" in ours
    assert "api_key" not in arguments(request("openai"))


@pytest.mark.parametrize("provider", PROVIDERS)
def test_what_is_sent_has_its_limits(provider: str, tmp_path: Path) -> None:
    with scripted_model(TEXT) as server:
        heard(line(server, tmp_path, provider, chat_context=4096))
    (sent,) = server.requests
    assert sent.get("options", sent)["temperature"] == 0
    if provider == "ollama":
        assert (sent["options"]["num_ctx"], sent["options"]["num_predict"], sent["think"]) == (4096, 100, False)
    else:
        assert sent["max_tokens"] == 100


@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_wrong_key_and_an_unknown_model(provider: str, tmp_path: Path) -> None:
    for status, trouble in ((401, Trouble.KEY), (404, Trouble.UNKNOWN_MODEL)):
        with (
            scripted_model(lambda _, status=status: Says(status=status)) as server,
            pytest.raises(ModelError) as caught,
        ):
            heard(line(server, tmp_path, provider, chat_key=Secret("sk-fel")))
        assert caught.value.trouble is trouble
        assert len(server.requests) == 1


def test_no_key_for_a_server_that_wants_one(tmp_path: Path) -> None:
    with scripted_model(lambda _: Says(status=401)) as server, pytest.raises(ModelError, match="behöver en nyckel"):
        heard(line(server, tmp_path))


def test_an_older_address_of_azures(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It needs a version of its protocol, which is the package's own setting."""
    monkeypatch.delenv("OPENAI_API_VERSION", raising=False)
    with scripted_model(TEXT) as server:
        azure = settings(server, tmp_path, chat_key=Secret("sk"), chat_model="azure_openai:utlagd")
        with pytest.raises(ModelError, match="OPENAI_API_VERSION"):
            Chat(azure).stream(MESSAGES, 100)
        monkeypatch.setenv("OPENAI_API_VERSION", "2024-10-21")
        with Chat(azure).stream(MESSAGES, 100) as exchange:
            assert "".join(exchange) == TEXT


def test_a_key_is_not_shown_by_what_a_model_is_made_of() -> None:
    assert "sk-hemlig" not in repr(request("openai", chat_key=Secret("sk-hemlig")))


def test_a_provider_that_nothing_is_known_of_is_sent_little() -> None:
    assert sent_by("cohere") == {"temperature"}
    assert arguments(request("cohere")) == {"temperature": 0, "max_tokens": 100, "max_retries": 0}
