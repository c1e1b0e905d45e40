"""The Makefile's targets call the program with what it was given, and leave the rest to the settings."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="needs make")


def indexing(**environment: str) -> list[str]:
    """The words with which ``make index`` would call the program."""
    outer = {name: value for name, value in os.environ.items() if name != "CORPUS" and not name.startswith("MAKE")}
    shown = subprocess.run(
        ["make", "-n", "index"], cwd=ROOT, env={**outer, **environment}, capture_output=True, text=True, check=True
    )
    return shlex.split(shown.stdout.splitlines()[-1])[1:]


def test_without_a_folder_the_settings_decide() -> None:
    """Neither the environment's FINSAM_CORPUS nor that of a ``.env`` file is overruled."""
    assert indexing() == ["-m", "ingest"]
    assert indexing(FINSAM_CORPUS="andra") == ["-m", "ingest"]


def test_a_folder_with_a_space_stays_one_folder() -> None:
    assert indexing(CORPUS="våra dokument") == ["-m", "ingest", "våra dokument"]
