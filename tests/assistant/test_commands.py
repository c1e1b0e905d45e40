"""The command line: exit status, what is printed, and one line for whatever is wrong."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assistant.review import CODES
from tests.assistant.telling import ANSWER_KEYS, CITATION_KEYS, QUESTION, RESULT_KEYS, fault, told

pytestmark = pytest.mark.usefixtures("surroundings")


def test_ask_prints_answer_and_sources(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = told(capsys, "ask", QUESTION)
    assert (status, err) == (0, "")
    assert "1 150 000" in out
    assert "Källor\n[1] Verksamhetsplan Finsam i Malmö 2027, " in out


def test_ask_prints_why_a_person_should_look(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = told(capsys, "ask", "Hur hög är Eiffeltornet?")
    assert status == 0
    assert "\nObs! " in out


def test_ask_json_is_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = told(capsys, "ask", QUESTION, "--json")
    shape = json.loads(out)
    assert (status, err) == (0, "")
    assert list(shape) == ANSWER_KEYS
    assert shape["question"] == QUESTION
    assert shape["abstained"] is False
    assert shape["answered_by"] == "extractive"
    assert [list(one) for one in shape["citations"]] == [CITATION_KEYS]
    assert all(list(one) == ["code", "message"] for one in shape["review"])
    assert "å" in out


def test_codes_alone(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = told(capsys, "ask", "Hur hög är Eiffeltornet?", "--json", "--codes")
    review = json.loads(out)["review"]
    assert review
    assert set(review) <= set(CODES)


@pytest.mark.parametrize(
    "history",
    [
        ["--history", "Vad är Finsam?", "Hur mycket får Kompassen 2027?"],
        ["--history", "Vad är Finsam?", "--history", "Hur mycket får Kompassen 2027?"],
    ],
)
def test_history(capsys: pytest.CaptureFixture[str], history: list[str]) -> None:
    """After one flag or after several, the last turn comes last."""
    _, out, _ = told(capsys, "ask", "Och 2025?", *history)
    assert "3 900 000" in out


@pytest.mark.parametrize("name", ["granby", "Granby"])
def test_association(capsys: pytest.CaptureFixture[str], name: str) -> None:
    _, out, _ = told(capsys, "search", "målgrupp", "--association", name, "--json")
    found = {one["document"].partition("-")[0] for one in json.loads(out)["results"]}
    assert found == {"granby"}


def test_several_associations(capsys: pytest.CaptureFixture[str]) -> None:
    """By id or as they are spelled."""
    _, out, _ = told(capsys, "search", "styrelse", "--association", "Malmö", "--association", "riket", "--json")
    found = {one["document"].partition("-")[0] for one in json.loads(out)["results"]}
    assert found == {"malmo", "lag"}


def test_an_association_without_documents(capsys: pytest.CaptureFixture[str]) -> None:
    err = fault(capsys, "ask", QUESTION, "--association", "storvik")
    assert err == "Inga dokument hör till storvik; välj bland granby, malmo, riket.\n"


def test_search_prints_passages(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = told(capsys, "search", "Landgången", "-k", "2")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert len(lines) == 4
    assert "Verksamhetsplan Finsam i Malmö 2027" in lines[0]
    assert "Landgången" in out


@pytest.mark.parametrize("k", [1, 3])
def test_search_json_is_the_contract(capsys: pytest.CaptureFixture[str], k: int) -> None:
    _, out, _ = told(capsys, "search", "budget", "-k", str(k), "--json")
    shape = json.loads(out)
    assert list(shape) == ["results"]
    assert len(shape["results"]) == k
    for one in shape["results"]:
        assert list(one) == RESULT_KEYS
        assert one["score"] > 0
        assert one["end"] - one["start"] == len(one["text"])


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["frobnicate"],
        ["ask"],
        ["search"],
        ["ask", "a", "b"],
        ["ask", "x", "--nonsense"],
        ["ask", "x", "--batch", "y.json"],
        ["ask", "x", "--out", "y.json"],
        ["search", "x", "-k", "0"],
        ["search", "x", "-k", "-3"],
        ["search", "x", "-k", "²"],
        ["search", "x", "-k", "många"],
        ["ask", "--batch"],
    ],
)
def test_wrong_use(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    """One line that says what to write instead."""
    assert "python -m assistant" in fault(capsys, *arguments) or "--out hör till --batch" in fault(capsys, *arguments)


@pytest.mark.parametrize("arguments", [["--help"], ["ask", "--help"], ["search", "-h"], ["doctor", "-h"]])
def test_help(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    status, out, err = told(capsys, *arguments)
    assert (status, err) == (0, "")
    assert out.startswith("usage: python -m assistant")


@pytest.mark.parametrize("command", ["ask", "search"])
def test_no_index(capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str) -> None:
    """The line names the folder and says what to run; a folder, a file or nothing at the place make no difference."""
    (tmp_path / "fil").write_text("", encoding="utf-8")
    for index in (tmp_path / "saknas", tmp_path, tmp_path / "fil"):
        err = fault(capsys, command, "Vad?", "--index", str(index))
        assert err == f"Det finns inget index i {index}. Läs in dokumenten först: python -m ingest MAPP.\n"


def test_a_damaged_index(capsys: pytest.CaptureFixture[str], mini_index: Path, tmp_path: Path) -> None:
    """A run that failed: one line that names the file, and exit status 1."""
    index = tmp_path / "index"
    shutil.copytree(mini_index, index)
    (index / (index / "current").read_text(encoding="utf-8").strip() / "passages.npz").unlink()
    status, out, err = told(capsys, "ask", QUESTION, "--index", str(index))
    assert (status, out) == (1, "")
    assert err.count("\n") == 1
    assert "passages.npz" in err


def test_a_bad_setting(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FINSAM_PORT", "http")
    assert fault(capsys, "ask", QUESTION).startswith("FINSAM_PORT är 'http'; ange ")


def test_a_file_of_settings_is_read_where_the_command_is_run(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("FINSAM_PORT=fel\n", encoding="utf-8")
    assert fault(capsys, "search", "x").startswith("FINSAM_PORT är 'fel'")


@pytest.mark.parametrize("question", ["", " ", "😀🎉", "?!", "a" * 20_000, "fråga " * 4000, "\udcff abc", "\x00"])
def test_odd_questions(capsys: pytest.CaptureFixture[str], question: str) -> None:
    """An answer of one clear sentence and exit status 0; bytes that are no text are no reason to stop."""
    status, out, err = told(capsys, "ask", question, "--json")
    assert (status, err) == (0, "")
    shape = json.loads(out)
    assert shape["abstained"] is True
    assert shape["answer"]
    assert told(capsys, "search", question)[0] == 0


def test_doctor(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = told(capsys, "doctor")
    assert err == ""
    assert all(line.startswith(("OK   ", "FEL  ")) for line in out.splitlines())
    assert status == (1 if "FEL" in out else 0)


def test_doctor_json(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, out, _ = told(capsys, "doctor", "--json", "--index", str(tmp_path))
    found: list[dict[str, Any]] = json.loads(out)
    assert status == 1
    assert all(list(one) == ["name", "ok", "message"] for one in found)
    assert [one["name"] for one in found if not one["ok"]] == ["index"]


ENVIRONMENT = {"PYTHONPATH": str(Path(__file__).resolve().parents[2]), "PYTHONIOENCODING": "utf-8"}


def process(*arguments: str, stdout: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, **ENVIRONMENT},
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def test_the_module_is_a_program() -> None:
    """``python -m assistant`` gives the status to the shell and no traceback."""
    done = process("-m", "assistant", "ask", "x", "--index", "saknas")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Det finns inget index i saknas. Läs in dokumenten först: python -m ingest MAPP.\n"


def test_what_a_command_does_not_need_is_not_loaded() -> None:
    """Neither the page nor torch is imported for an answer on the command line."""
    program = (
        f"import sys; from assistant.commands import run; run(['ask', {QUESTION!r}]);"
        "print(sorted({'gradio', 'torch', 'sentence_transformers', 'sklearn', 'pdfplumber'} & set(sys.modules)))"
    )
    done = process("-c", program)
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 150 000" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.skipif(os.name != "posix", reason="pipes are closed in another way")
def test_a_closed_pipe_is_no_complaint() -> None:
    """As with ``| head``: whoever read has gone."""
    reading, writing = os.pipe()
    os.close(reading)
    done = process("-m", "assistant", "search", "budget", stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")
