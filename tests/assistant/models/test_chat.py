"""A model is spoken to over real HTTP; whatever its server does, it ends in time, in one sentence."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.models.chat import Chat
from assistant.models.errors import ModelError, Trouble
from assistant.models.place import OURS
from ingest.settings import Secret, Settings
from tests.assistant.models.asked import MESSAGES, PROVIDERS, heard, line, settings
from tests.scripted_model import Says, scripted_model

FILTERED = json.dumps({"error": {"message": "The prompt was filtered", "code": "content_filter", "param": "prompt"}})
TEXT = "Insatsen kostar 120 kr [1]. Det är lite."


@pytest.mark.parametrize("provider", PROVIDERS)
def test_an_answer_comes_in_pieces_with_what_it_took(provider: str, tmp_path: Path) -> None:
    counting = Says(TEXT, unasked=provider == "mistralai")
    with (
        scripted_model(lambda _: counting) as server,
        line(server, tmp_path, provider).stream(MESSAGES, 100, "svar") as stream,
    ):
        pieces = list(stream)
        assert "".join(pieces) == TEXT
        assert len(pieces) > 2
        assert not stream.cut
        assert (stream.usage.tokens_in, stream.usage.tokens_out, stream.usage.estimated) == (120, 30, False)
        assert all(one.text in str(server.requests[0]) for one in MESSAGES)


@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_server_that_does_not_count_is_estimated(provider: str, tmp_path: Path) -> None:
    with (
        scripted_model(lambda _: Says(TEXT, usage=None)) as server,
        line(server, tmp_path, provider).stream(MESSAGES, 100, "svar") as stream,
    ):
        list(stream)
        usage = stream.usage
    assert usage.estimated
    assert usage.tokens_out == round(len(TEXT) / 3)


@pytest.mark.parametrize(
    ("says", "trouble", "requests"),
    [
        (Says(status=401), Trouble.KEY, 1),
        (Says(status=403), Trouble.KEY, 1),
        (Says(status=404), Trouble.UNKNOWN_MODEL, 1),
        (Says(status=400), Trouble.MISCONFIGURED, 2),
        (Says(status=422), Trouble.MISCONFIGURED, 2),
        (Says(status=307, headers={"Location": "https://example.com/"}), Trouble.MISCONFIGURED, 2),
        (Says(status=402), Trouble.BUSY, 1),
        (Says(status=429, body='{"error": {"code": "insufficient_quota"}}'), Trouble.BUSY, 1),
        (Says(status=400, body='{"error": {"message": "maximum context length is 2048"}}'), Trouble.TOO_LONG, 1),
        (Says(status=413), Trouble.TOO_LONG, 1),
        (Says(status=429), Trouble.BUSY, 3),
        (Says(status=500), Trouble.BROKEN, 3),
        (Says(status=503), Trouble.BROKEN, 3),
        (Says(status=400, body=FILTERED), Trouble.FILTERED, 1),
        (Says("", finish="content_filter"), Trouble.FILTERED, 1),
        (Says(""), Trouble.BROKEN, 1),
        (Says(raw=b"data: {inte json\n\n"), Trouble.BROKEN, 3),
        (Says(raw=b"<html>Underhall</html>"), Trouble.BROKEN, 3),
        (Says(TEXT, stops_after=3), Trouble.BROKEN, 1),
    ],
)
def test_troubles(says: Says, trouble: Trouble, requests: int, tmp_path: Path) -> None:
    """What passes is tried again, what does not is not; each is one sentence that names the model."""
    with scripted_model(lambda _: says) as server, pytest.raises(ModelError) as caught:
        heard(line(server, tmp_path, chat_key=Secret("sk")))
    assert caught.value.trouble is trouble
    assert len(server.requests) == requests
    assert "provmodell" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_unknown_model_of_ollama_is_told_how_to_fetch(tmp_path: Path) -> None:
    missing = Says(status=404, body='{"error": "model not found"}')
    with scripted_model(lambda _: missing) as server, pytest.raises(ModelError, match="ollama pull prov") as caught:
        heard(line(server, tmp_path, "ollama"))
    assert caught.value.trouble is Trouble.UNKNOWN_MODEL


@pytest.mark.parametrize("says", [Says(TEXT, trickle=0.02), Says(TEXT, hang=30), Says(TEXT, delay=0.3)])
def test_a_slow_server_is_left_in_time(says: Says, tmp_path: Path) -> None:
    """Also one that sends a byte now and then; the connection is closed."""
    with scripted_model(lambda _: says) as server:
        with pytest.raises(ModelError) as caught:
            heard(line(server, tmp_path, chat_timeout=1.0), seconds=0.4)
        assert caught.value.trouble is Trouble.SLOW
        assert server.hung_up.wait(10)


@pytest.mark.parametrize("provider", PROVIDERS)
def test_leaving_the_block_ends_the_request(provider: str, tmp_path: Path) -> None:
    with scripted_model(lambda _: Says(pieces=["ett ", "två ", "tre "] * 50, delay=0.05)) as server:
        with line(server, tmp_path, provider).stream(MESSAGES, 100, "svar") as stream:
            assert next(iter(stream)) == "ett "
        assert server.hung_up.wait(10)


def test_who_waits_for_a_cancelled_answer_is_let_go(tmp_path: Path) -> None:
    """However early it is cancelled."""
    with scripted_model(lambda _: Says(TEXT, hang=20)) as server:
        spoken = Chat(settings(server, tmp_path))
        for _ in range(20):
            exchange = spoken.stream(MESSAGES, 100)
            exchange.cancel()
            with pytest.raises(ModelError) as caught:
                list(exchange)
            assert caught.value.trouble is Trouble.CANCELLED


def test_nobody_at_the_address(tmp_path: Path) -> None:
    with scripted_model(TEXT) as server:
        closed = line(server, tmp_path)
    with pytest.raises(ModelError) as caught:
        heard(closed)
    assert caught.value.trouble is Trouble.UNREACHABLE


def test_a_provider_that_nobody_knows(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="FINSAM_CHAT_MODEL är 'dikt:x'") as caught:
        Chat(Settings(chat_model="dikt:x")).stream(MESSAGES, 10)
    assert caught.value.trouble is Trouble.MISCONFIGURED


def test_a_package_that_is_not_installed_is_named() -> None:
    with pytest.raises(ModelError, match=r"pip install") as caught:
        Chat(Settings(chat_model="cohere:command")).stream(MESSAGES, 10)
    assert caught.value.trouble is Trouble.MISCONFIGURED


def test_a_key_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(ModelError, match="FINSAM_CHAT_KEY") as caught:
        Chat(Settings(chat_model="openai:gpt-x")).stream(MESSAGES, 10)
    assert caught.value.trouble is Trouble.KEY


def test_no_trouble_shows_the_key(tmp_path: Path) -> None:
    refusal = Says(status=401, body='{"error": {"message": "wrong key sk-hemlig"}}')
    with scripted_model(lambda _: refusal) as server, pytest.raises(ModelError) as caught:
        heard(line(server, tmp_path, chat_key=Secret("sk-hemlig")))
    assert "hemlig" not in str(caught.value)


def test_no_proxy_stands_between_us_and_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A proxy of the environment, to which nobody listens here, is not asked."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{free.getsockname()[1]}")
        for provider in OURS - {"azure_openai"}:
            with scripted_model(TEXT) as server:
                assert heard(line(server, tmp_path, provider)) == TEXT


def test_a_model_that_is_not_asked_is_not_imported() -> None:
    code = (
        "import sys; from assistant.models.line import line_of; from assistant.journal import Journal\n"
        "from pathlib import Path; from ingest.settings import Settings\n"
        "line_of(Settings(chat_model='openai:x'), Journal(Path('j')))\n"
        "print([m for m in ('langchain', 'openai', 'httpx', 'langsmith', 'tenacity') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
