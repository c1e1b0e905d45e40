"""The page in headless Chromium: one server and one browser for all tests, a fresh visit for each.

``page_url`` serves the scripted assistant, whose answers are known to the letter; ``app_url`` the real ``app.py`` on
the corpus. Every visit fails if the page logged an error or asked any other host for anything.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.ui.screening.texts import SWEDISH as SCREENING
from assistant.ui.texts import SWEDISH as PAGE
from tests.assistant.screening.protocols import ADVISED, TEXT
from tests.browser.scripted import ATTACK
from tests.browser.visiting import CHROMIUM, FLAGS, ROOT, SCRIPTED, Visit, served


@pytest.fixture(scope="session")
def page_url(browser: Any) -> Iterator[str]:
    with served(SCRIPTED) as (address, _):
        yield address


@pytest.fixture(scope="session")
def phrasing_url(browser: Any) -> Iterator[str]:
    """A page whose language model says what its script says."""
    with served("tests/browser/phrasing.py") as (address, _):
        yield address


@pytest.fixture
def empty_url(browser: Any) -> Iterator[str]:
    """A page whose assistant has no index."""
    with served(SCRIPTED, "without-index") as (address, _):
        yield address


@pytest.fixture
def cold(browser: Any) -> Iterator[tuple[str, Callable[[], None]]]:
    """A page whose documents are not read yet, and the function that lets them be read."""
    with served(SCRIPTED, "cold") as (address, line):

        def load() -> None:
            line.write("\n")
            line.flush()

        yield address, load


@pytest.fixture(scope="session")
def app_url(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real application on an index of the corpus that comes with it."""
    settings = {
        "FINSAM_CORPUS": str(ROOT / "corpus"),
        "FINSAM_DATA": str(tmp_path_factory.mktemp("app")),
        "FINSAM_PORT": "0",
    }
    build = [sys.executable, "-m", "ingest", settings["FINSAM_CORPUS"]]
    subprocess.run(build, cwd=ROOT, env={**os.environ, **settings}, check=True, capture_output=True)
    with served("app.py", **settings) as (address, _):
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("browser tests need Chromium (Debian: apt-get install chromium)")
    playwright = pytest.importorskip("playwright.sync_api", reason="browser tests need the package playwright")
    with playwright.sync_playwright() as running:
        found = running.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield found
        found.close()


@pytest.fixture
def visit(browser: Any) -> Iterator[Any]:
    """Open visits with ``visit(address, viewport=…)``; each is checked when the test ends."""
    visits: list[Visit] = []

    def start(address: str, **options: Any) -> Any:
        visits.append(Visit(browser, **options))
        return visits[-1].open(address)

    yield start
    for each in visits:
        each.close()


@pytest.fixture
def board(page_url: str, visit: Any) -> Any:
    """Open the register's tab in a new visit."""

    def start(**options: Any) -> Any:
        window = visit(page_url, **options)
        window.get_by_role("tab", name=PAGE["view_register"]).click()
        window.locator(".listed").wait_for()
        return window

    return start


@pytest.fixture
def screening(page_url: str, visit: Any) -> Any:
    """Open the drafts' tab in a new visit."""

    def start(**options: Any) -> Any:
        window = visit(page_url, **options)
        window.get_by_role("tab", name=PAGE["view_screen"]).click()
        window.get_by_role("heading", name=SCREENING["heading"]).wait_for()
        return window

    return start


@pytest.fixture
def drafts(tmp_path: Path) -> dict[str, str]:
    """Files by the names of their drafts; together the first two ask for more than there is."""

    def write(name: str, text: str) -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return {
        "Ljusa steg": write("ljusa-steg.md", TEXT.replace("# Utkast till ansökan", "# Ljusa steg\n\nSöker 600000 kr")),
        "Långa vägen": write("langa.md", "# Långa vägen\n\nSöker 700000 kr för vuxna Malmöbor.\n"),
        "Utan belopp": write("utan.md", f"# Utan belopp\n\nVi vill något {ATTACK}.\n"),
        "Läst av modell": write(
            "modell.md", ADVISED.replace("# Utkast till ansökan", "# Läst av modell\n\nSöker 1 kr")
        ),
        "trasig": write("trasig.pdf", "x"),
        "krasch": write("krasch.md", "x"),
    }
