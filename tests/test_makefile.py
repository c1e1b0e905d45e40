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


def called(target: str, **environment: str) -> list[str]:
    """The words with which a target would call the program last."""
    outer = {name: value for name, value in os.environ.items() if name != "CORPUS" and not name.startswith("MAKE")}
    shown = subprocess.run(
        ["make", "-n", target], cwd=ROOT, env={**outer, **environment}, capture_output=True, text=True, check=True
    )
    return shlex.split(shown.stdout.splitlines()[-1])[1:]


def test_without_a_folder_the_settings_decide() -> None:
    """Neither the environment's FINSAM_CORPUS nor that of a ``.env`` file is overruled."""
    assert called("index") == ["-m", "ingest"]
    assert called("index", FINSAM_CORPUS="andra") == ["-m", "ingest"]


def test_a_folder_with_a_space_stays_one_folder() -> None:
    assert called("index", CORPUS="våra dokument") == ["-m", "ingest", "våra dokument"]


def test_the_examples_are_made_from_their_own_file() -> None:
    """In an index beside the one that serves, which is left alone."""
    words = called("exempel")
    assert words[:4] == ["-m", "assistant", "examples", "docs/exempel.toml"]
    assert words[4:] == ["--index", "data/exempel", "--out", "docs/exempel.md"]
