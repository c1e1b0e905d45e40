"""The command line of a build: what is printed, and the exit status."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from ingest.__main__ import main
from tests.ingest.builds import SUBJECTS, answers

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "korpus.md"


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    out, err = capsys.readouterr()
    return status, out, err


def test_the_command_prints_a_summary(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "tom.txt").touch()
    status, out, err = _run(capsys, str(corpus), "--index", str(tmp_path / "index"))
    assert (status, err) == (0, "")
    assert out.startswith("8 dokument, ")
    assert "tom.txt" in out
    assert "gissade ur texten för 8 dokument" in out
    status, out, _ = _run(capsys, str(corpus), "--index", str(tmp_path / "index"), "--json")
    summary = json.loads(out)
    assert status == 0
    assert (summary["documents"], summary["kept"], summary["is_new"]) == (8, 8, False)
    assert len(summary["problems"]) == 1
    assert summary["guessed"] == sorted(SUBJECTS)


def test_sentences_of_the_summary_are_explained(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "tom.txt").touch()
    rows = re.findall(r"^\| (.+?)(?: …)? \|", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    for _ in range(2):
        _, out, _ = _run(capsys, str(corpus), "--index", str(tmp_path / "index"))
    first, *sentences = [line for line in out.splitlines() if not line.startswith("  - ")]
    assert first.startswith("8 dokument")
    assert len(sentences) == 3
    assert [line for line in sentences if not line.startswith(tuple(rows))] == []


def test_the_command_takes_its_folders_from_the_environment(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FINSAM_CORPUS", str(corpus))
    monkeypatch.setenv("FINSAM_DATA", str(tmp_path / "data"))
    assert _run(capsys)[0] == 0
    assert answers(tmp_path / "data" / "index", "budget")


def test_the_command_ends_with_two_when_there_is_nothing_to_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in (tmp_path, tmp_path / "saknas"):
        status, out, err = _run(capsys, str(folder), "--index", str(tmp_path / "index"))
        assert (status, out) == (2, "")
        assert len(err.splitlines()) == 1


def test_the_command_ends_with_one_when_the_run_fails(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FINSAM_EMBEDDING_MODEL", str(tmp_path / "ingen-modell"))
    status, out, err = _run(capsys, str(corpus), "--index", str(tmp_path / "index"))
    assert (status, out) == (1, "")
    assert "FINSAM_EMBEDDING_MODEL" in err
    assert list((tmp_path / "index").glob("g-*")) == []
