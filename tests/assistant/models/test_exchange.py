"""An answer on its way ends when it should: in time, when it is stopped from any thread, and when it runs on."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from assistant.models.chat import Chat
from assistant.models.errors import ModelError, Trouble
from assistant.models.exchange import MOST_LETTERS
from assistant.models.retrying import Patience
from tests.assistant.models.asked import MESSAGES, PROVIDERS, QUICK, heard, line, settings
from tests.scripted_model import Json, Says, scripted_model

SILENT = Says("Ja.", hang=30)
TRICKLING = Says("Ja. " * 500, trickle=0.02)


@pytest.mark.parametrize("says", [SILENT, TRICKLING, Says(status=500)])
@pytest.mark.parametrize("provider", PROVIDERS)
def test_another_thread_stops_it_at_once(provider: str, says: Says, tmp_path: Path) -> None:
    """Also while it waits to try again; the server sees that nobody listens, long before it has said all."""
    asked = threading.Event()

    def script(request: Json) -> Says:
        asked.set()
        return says

    with scripted_model(script) as server:
        with Chat(settings(server, tmp_path, provider), Patience(first_wait=15.0)).stream(MESSAGES, 100) as exchange:

            def stop() -> None:
                asked.wait()
                exchange.cancel()

            threading.Thread(target=stop, daemon=True).start()
            with pytest.raises(ModelError) as caught:
                list(exchange)
        assert caught.value.trouble is Trouble.CANCELLED
        assert len(server.requests) == 1
        assert says.status == 500 or server.hung_up.wait(10)


@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_silent_server_is_left_in_time(provider: str, tmp_path: Path) -> None:
    with scripted_model(lambda _: SILENT) as server:
        with pytest.raises(ModelError, match="FINSAM_CHAT_TIMEOUT") as caught:
            heard(line(server, tmp_path, provider), seconds=0.2)
        assert caught.value.trouble is Trouble.SLOW
        assert server.hung_up.wait(10)


def test_a_model_that_does_not_end_is_cut_off(tmp_path: Path) -> None:
    with scripted_model(lambda _: Says(pieces=["Och så vidare. " * 100] * 1000, delay=0.001)) as server:
        with Chat(settings(server, tmp_path), QUICK).stream(MESSAGES, 100) as exchange:
            said = "".join(exchange)
        assert MOST_LETTERS < len(said) < MOST_LETTERS + 2000
        assert exchange.cut
        assert server.hung_up.wait(10)


@pytest.mark.parametrize(
    ("says", "tells"),
    [
        (Says(""), "utan ett ord"),
        (Says(" \n "), "utan ett ord"),
        (Says("", finish="length"), "inte fram till något svar"),
        (Says("<think>Vänta nu, ", finish="length"), "inte fram till något svar"),
    ],
)
def test_no_answer_is_told_by_its_reason(says: Says, tells: str, tmp_path: Path) -> None:
    with scripted_model(lambda _: says) as server, pytest.raises(ModelError, match=tells) as caught:
        heard(line(server, tmp_path))
    assert caught.value.trouble is Trouble.BROKEN


@pytest.mark.parametrize("finish", ["length", "content_filter", ""])
def test_what_was_said_before_it_was_cut_is_given(finish: str, tmp_path: Path) -> None:
    with (
        scripted_model(lambda _: Says("Det kostar", finish=finish)) as server,
        line(server, tmp_path).stream(MESSAGES, 100, "svar") as stream,
    ):
        assert "".join(stream) == "Det kostar"
        assert stream.cut


@pytest.mark.parametrize("says", [Says(status=401), Says(status=429), Says(status=500), None])
def test_what_no_server_read_took_no_tokens(says: Says | None, tmp_path: Path) -> None:
    """Neither from one that refused nor where nobody listened."""
    with scripted_model(lambda _: says or Says()) as server:
        spoken = Chat(settings(server, tmp_path), QUICK)
        if says is None:
            server.close()
        with spoken.stream(MESSAGES, 100) as exchange, pytest.raises(ModelError):
            list(exchange)
    assert (exchange.usage.tokens_in, exchange.usage.tokens_out, exchange.usage.estimated) == (0, 0, False)


@pytest.mark.parametrize("says", [SILENT, Says("Ja. " * 10, usage=None, stops_after=3)])
def test_what_a_server_may_have_read_is_counted(says: Says, tmp_path: Path) -> None:
    """Also when it was left before it had said a word, or broke off."""
    with (
        scripted_model(lambda _: says) as server,
        Chat(settings(server, tmp_path), QUICK).stream(MESSAGES, 100, seconds=1.0) as exchange,
        pytest.raises(ModelError),
    ):
        list(exchange)
    assert exchange.usage.tokens_in > 0
    assert exchange.usage.estimated


def test_thoughts_are_not_given_out_but_counted(tmp_path: Path) -> None:
    thought = "<think>" + "Hm. " * 100 + "</think>\n"
    with (
        scripted_model(lambda _: Says(f"{thought}Ja.", usage=None)) as server,
        line(server, tmp_path).stream(MESSAGES, 100, "svar") as stream,
    ):
        assert "".join(stream) == "Ja."
        assert stream.usage.tokens_out > 100
