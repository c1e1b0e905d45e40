"""What a test does with an answer that a language model is at work on."""

from __future__ import annotations

import time

from assistant.ui.texts import SWEDISH
from tests.browser.visiting import health

QUESTION = "Vad får medel gå till?"
PHRASED = "#turn-0 .phrased .text"


def begin(window, question):
    """Ask as a visitor does; return the turn as soon as there is something to read."""
    number = window.locator(".turn").count()
    window.fill("#question textarea", question)
    window.press("#question textarea", "Enter")
    turn = window.locator(f"#turn-{number}")
    turn.locator(".answer").wait_for()
    return turn


def begin_and_wait_for_a_sentence(window, question=f"{QUESTION} väntar"):
    turn = begin(window, question)
    turn.locator(".phrased .text").wait_for()
    return turn


def done(turn):
    turn.page.wait_for_function(
        "id => document.getElementById(id).dataset.state === 'done'", arg=turn.get_attribute("id")
    )
    return turn


def stop(turn):
    return turn.get_by_role("button", name=SWEDISH["stop"])


def runs(address):
    """What the model's runs came to: how many sentences, and whether each was stopped."""
    return health(address)[1]["runs"]


def next_run(address, before):
    """Wait until one more run than ``before`` has ended, and return it."""
    until = time.monotonic() + 10
    while len(runs(address)) == len(before) and time.monotonic() < until:
        time.sleep(0.1)
    assert len(runs(address)) == len(before) + 1
    return tuple(runs(address)[-1])


def no_sideways_scroll(window):
    return window.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
