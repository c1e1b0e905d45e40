"""The real application with a scripted model: what it lets through, that a stop reaches it, and that it ends."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

from assistant.phrasing.notes import removed
from assistant.ui.server import FAREWELL_S
from assistant.ui.texts import SWEDISH
from tests.assistant.phrasing.asking import citing
from tests.browser.phrased_turns import begin, begin_and_wait_for_a_sentence, done, stop
from tests.browser.visiting import ROOT, served
from tests.scripted_model import Says, scripted_model

pytestmark = pytest.mark.browser

ASKED = "Vad är budgeten för Kompassen 2027?"
BUDGET = ("Kompassen har en budget på 4 200 000 kronor för 2027", "Kompassen: Ägare Malmö stad")
INVENTED = ("Kompassen har dessutom 9 900 000 kronor i reserv för 2027", "Kompassen: Ägare Malmö stad")
OWNER = ("Malmö stad äger Kompassen", "Kompassen: Ägare Malmö stad")
"""What a model says on the small corpus, and words of the source that it gives."""


@pytest.fixture(scope="module")
def mini(browser, tmp_path_factory):
    """Settings of the real application on the small corpus."""
    settings = {
        "FINSAM_CORPUS": str(ROOT / "tests/mini"),
        "FINSAM_DATA": str(tmp_path_factory.mktemp("mini")),
        "FINSAM_PORT": "0",
    }
    build = [sys.executable, "-m", "ingest", settings["FINSAM_CORPUS"]]
    subprocess.run(build, cwd=ROOT, env={**os.environ, **settings}, check=True, capture_output=True)
    return settings


@contextmanager
def phrased_by(settings, script):
    """Serve the real application with a scripted model; yield its address and the model's server."""
    with scripted_model(script) as server:
        model = {"FINSAM_CHAT_MODEL": "openai:provmodell", "FINSAM_CHAT_BASE_URL": f"{server.address}/v1"}
        with served("app.py", **settings, **model, FINSAM_CHAT_KEY="nyckel") as (address, _):
            yield address, server


def test_a_stop_and_a_closed_page_hang_up_on_the_real_model(mini, visit):
    said = citing(BUDGET, OWNER)
    with phrased_by(mini, lambda asked: Says(pieces=[said(asked), "\n", *[" ord"] * 600], delay=0.1)) as (url, server):
        window = visit(url)
        turn = begin_and_wait_for_a_sentence(window, ASKED)
        stop(turn).click()
        assert done(turn).get_by_text(SWEDISH["stopped"]).is_visible()
        assert "4 200 000 kronor" in turn.locator(".phrased .text").inner_text()
        assert server.hung_up.wait(5)
        server.hung_up.clear()
        begin_and_wait_for_a_sentence(window, ASKED)
        window.close()
        assert server.hung_up.wait(10)


def test_what_the_real_application_lets_through_leads_to_its_sources(mini, visit):
    """Nothing of a sentence with an invented figure is seen, at any time."""
    said = citing(BUDGET, INVENTED, OWNER)
    with phrased_by(mini, lambda asked: Says(said(asked), delay=0.05)) as (url, _):
        window = visit(url)
        window.evaluate(
            """() => { window.seen = ''; new MutationObserver(() => { window.seen += document.body.innerText }).observe(
                document.getElementById('transcript'), { subtree: true, childList: true, characterData: true }); }"""
        )
        turn = done(begin(window, ASKED))
        assert turn.get_by_text(removed(1)).is_visible()
        turn.locator("summary").click()
        for part in (".phrased", ".verbatim"):
            assert "4 200 000" in turn.locator(f"{part} .text").inner_text()
            turn.locator(f"{part} .mark").first.click()
            window.locator(".source .quoted, .source mark", has_text="4 200 000").first.wait_for()
            window.keyboard.press("Escape")
            window.locator(".source").wait_for(state="detached")
        seen = window.evaluate("window.seen")
        assert BUDGET[0] in seen
        assert "9 900 000" not in seen
        window.close()


def test_the_application_ends_though_a_page_is_open(mini, browser):
    """The page keeps a connection for as long as it is open."""
    with served("app.py", **mini) as (address, _):
        page = browser.new_page()
        page.goto(address)
        page.wait_for_selector("#question textarea")
        told = time.monotonic()
    assert time.monotonic() - told < FAREWELL_S + 10
    page.close()
