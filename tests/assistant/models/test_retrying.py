"""What passes is tried again; a server that asks for more time than there is, is not waited for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import chain, repeat
from pathlib import Path

import pytest

from assistant.models.errors import ModelError, Trouble
from tests.assistant.models.asked import MESSAGES, PROVIDERS, heard, line
from tests.scripted_model import Json, Says, ScriptedModel, scripted_model

TEXT = "Insatsen kostar 120 kr [1]."


def refused(server: ScriptedModel, *answers: Says) -> None:
    given = chain(answers, repeat(Says(TEXT, unasked=True)))
    server.script = lambda request: next(given)


@pytest.mark.parametrize("provider", PROVIDERS)
def test_every_provider_is_tried_again_by_us_alone(provider: str, tmp_path: Path) -> None:
    """Its package tries nothing by itself, or there would be more requests."""
    with scripted_model(TEXT) as server:
        refused(server, Says(status=503), Says(status=429))
        assert heard(line(server, tmp_path, provider)) == TEXT
        assert len(server.requests) == 3
        refused(server, *[Says(status=500)] * 9)
        with pytest.raises(ModelError):
            heard(line(server, tmp_path, provider))
        assert len(server.requests) == 6


@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_connection_that_breaks_before_the_first_word_is_made_again(provider: str, tmp_path: Path) -> None:
    with scripted_model(TEXT) as server:
        refused(server, Says(TEXT, stops_after=0))
        assert heard(line(server, tmp_path, provider)) == TEXT
        assert len(server.requests) == 2


def soon() -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=-5), usegmt=True)


@pytest.mark.parametrize("after", ["0", "", "i morgon", soon()])
def test_when_to_come_again_is_a_number_or_a_date(after: str, tmp_path: Path) -> None:
    with scripted_model(TEXT) as server:
        refused(server, Says(status=429, headers={"Retry-After": after}))
        assert heard(line(server, tmp_path)) == TEXT


@pytest.mark.parametrize("after", ["3600", format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)])
def test_a_server_that_asks_for_too_long_is_left_at_once(after: str, tmp_path: Path) -> None:
    with scripted_model(TEXT) as server:
        refused(server, Says(status=429, headers={"Retry-After": after}))
        with pytest.raises(ModelError) as caught:
            heard(line(server, tmp_path))
        assert caught.value.trouble is Trouble.BUSY
        assert len(server.requests) == 1


def test_all_attempts_share_one_time(tmp_path: Path) -> None:
    """Were each given its own, the third would have failed like the first."""

    def script(request: Json) -> Says:
        server.wait(0.3)
        return Says(status=500)

    with scripted_model(script) as server:
        with pytest.raises(ModelError) as caught:
            heard(line(server, tmp_path), seconds=0.5)
        assert caught.value.trouble is Trouble.SLOW
        assert len(server.requests) < 3


def test_what_was_given_out_is_not_given_again(tmp_path: Path) -> None:
    with scripted_model(TEXT) as server:
        refused(server, Says(TEXT, stops_after=3))
        pieces = []
        with (
            pytest.raises(ModelError, match="slutade mitt i svaret"),
            line(server, tmp_path).stream(MESSAGES, 100, "svar") as stream,
        ):
            pieces.extend(stream)
        assert TEXT.startswith("".join(pieces))
        assert pieces
        assert len(server.requests) == 1
