"""Stopping a model from another thread than the one that waits for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from assistant.models.errors import Trouble
from assistant.stopping import Stop
from ingest.settings import Settings
from tests.assistant.phrasing.asking import assistant
from tests.scripted_model import Says, scripted_model


def test_what_is_to_be_done_is_done_once_when_it_is_pressed() -> None:
    stop, done = Stop(), []  # type: ignore[var-annotated]
    stop.then(lambda: done.append("first"))
    assert not stop.pressed
    stop.press()
    stop.press()
    stop.then(lambda: done.append("late"))
    assert stop.pressed
    assert done == ["first", "late"]


def pressed_before(stop: Stop) -> None:
    stop.press()


def pressed_in_mid_sentence(stop: Stop) -> None:
    threading.Timer(0.5, stop.press).start()


@pytest.mark.parametrize("press", [pressed_before, pressed_in_mid_sentence])
def test_a_model_that_keeps_silent_is_stopped_from_another_thread(
    mini_settings: Settings, press: Callable[[Stop], None]
) -> None:
    stop = Stop()
    with scripted_model(lambda _: Says("Kompassen har", hang=20)) as server:
        steps = assistant(mini_settings, server).steps("Vad är budgeten för Kompassen 2027?", stop=stop)
        first = next(steps)
        press(stop)
        began = time.monotonic()
        (last,) = steps
        assert time.monotonic() - began < 5
    assert first.working
    assert not last.working
    assert last.answer.text == first.answer.text
    assert last.answer.phrasing is not None
    assert last.answer.phrasing.failure == Trouble.CANCELLED
