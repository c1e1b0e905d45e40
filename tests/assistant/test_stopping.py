"""Stopping a model from another thread than the one that waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from assistant.models.errors import Trouble
from assistant.stopping import Stop
from ingest.settings import Settings
from tests.assistant.phrasing.asking import assistant
from tests.scripted_model import Json, Says, scripted_model


def test_what_is_to_be_done_is_done_once_when_it_is_pressed() -> None:
    stop, done = Stop(), []  # type: ignore[var-annotated]
    stop.then(lambda: done.append("first"))
    assert not stop.pressed
    stop.press()
    stop.press()
    stop.then(lambda: done.append("late"))
    assert stop.pressed
    assert done == ["first", "late"]


def pressed_before(stop: Stop, asked: threading.Event) -> None:
    stop.press()


def pressed_while_it_is_silent(stop: Stop, asked: threading.Event) -> None:
    def press() -> None:
        asked.wait()
        stop.press()

    threading.Thread(target=press, daemon=True).start()


@pytest.mark.parametrize("press", [pressed_before, pressed_while_it_is_silent])
def test_a_model_that_keeps_silent_is_stopped_from_another_thread(
    mini_settings: Settings, press: Callable[[Stop, threading.Event], None]
) -> None:
    """One that was not stopped would have answered at last."""
    stop, asked = Stop(), threading.Event()

    def script(request: Json) -> Says:
        asked.set()
        return Says("Kompassen har", hang=20)

    with scripted_model(script) as server:
        steps = assistant(mini_settings, server).steps("Vad är budgeten för Kompassen 2027?", stop=stop)
        first = next(steps)
        press(stop, asked)
        (last,) = steps
    assert first.working
    assert not last.working
    assert last.answer.text == first.answer.text
    assert last.answer.phrasing is not None
    assert last.answer.phrasing.failure == Trouble.CANCELLED
