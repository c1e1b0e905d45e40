"""A process of its own is started once, does what it is told, and ends with whoever started it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from ingest.child import Child


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module that prints what it is told and leaves with status 3, before what is registered for its end runs."""
    (tmp_path / "sagesman.py").write_text(
        "import atexit\nfrom ingest.child import leave, told\n"
        "atexit.register(print, 'nedmonterad')\nprint(*told())\nleave(3)\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return "sagesman"


def test_it_does_what_it_is_told(module: str) -> None:
    with Child(module) as child:
        child.begin(["ett", "två"])
        assert list(child.lines()) == ["ett två"]
        assert child.wait() == 3


def test_it_is_started_once(module: str) -> None:
    with Child(module) as child:
        assert child.start() is child.start()


def test_it_ends_with_the_with(module: str) -> None:
    with Child(module) as child:
        process = child.start()
        with child:
            pass
        assert process.poll() is not None
    assert process.wait() < 0


def test_one_that_was_not_needed_was_never_started(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", lambda *arguments, **options: pytest.fail("startad"))
    with Child(module):
        pass
