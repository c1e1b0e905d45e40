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

from assistant.commands import run
from assistant.review import CODES

ANSWER_KEYS = ["question", "answer", "abstained", "citations", "review", "answered_by"]
CITATION_KEYS = ["marker", "document", "title", "section", "page", "quote", "start", "end"]
RESULT_KEYS = ["document", "section", "score", "text", "start", "end"]
QUESTION = "Hur mycket får Landgången 2027?"


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, mini_corpus: Path, mini_index: Path, tmp_path: Path) -> None:
    """An empty folder to stand in, and the small index to ask."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FINSAM_CORPUS", str(mini_corpus))
    monkeypatch.setenv("FINSAM_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("FINSAM_INDEX_FOLDER", str(mini_index))


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of a command."""
    status = run(arguments)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def fault(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line that a command used wrongly prints, with exit status 2 and nothing on standard output."""
    status, out, err = told(capsys, *arguments)
    assert status == 2
    assert out == ""
    assert err.endswith("\n")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


def batch(tmp_path: Path, content: object) -> str:
    path = tmp_path / "frågor.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return str(path)


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


def test_ask_a_batch_to_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """One answer for each question, in order, with its id; nothing on the screen."""
    items = [
        {"id": "a", "question": QUESTION, "history": [], "kind": "table"},
        {"id": 2, "question": "Och 2025?", "history": ["Hur mycket får Kompassen 2027?"]},
        {"id": "c", "question": "", "history": None},
    ]
    out = tmp_path / "svar.json"
    assert told(capsys, "ask", "--batch", batch(tmp_path, items), "--out", str(out)) == (0, "", "")
    answers = json.loads(out.read_text(encoding="utf-8"))
    assert [list(answer) for answer in answers] == [["id", *ANSWER_KEYS]] * 3
    assert [answer["id"] for answer in answers] == ["a", 2, "c"]
    assert [answer["abstained"] for answer in answers] == [False, False, True]
    assert "3 900 000" in answers[1]["answer"]


def test_search_a_batch_to_the_screen(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    items = [{"id": "a", "question": "budget"}, {"id": "b", "question": "målgrupp"}]
    status, out, _ = told(capsys, "search", "--batch", batch(tmp_path, items), "-k", "2")
    found = json.loads(out)
    assert status == 0
    assert [one["id"] for one in found] == ["a", "b"]
    assert [[list(result) for result in one["results"]] for one in found] == [[RESULT_KEYS] * 2] * 2


def test_a_batch_may_begin_with_a_byte_order_mark(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """As editors on Windows write it."""
    path = batch(tmp_path, "\ufeff" + json.dumps([{"id": "a", "question": QUESTION}]))
    status, out, _ = told(capsys, "ask", "--batch", path)
    assert status == 0
    assert "1 150 000" in out


def test_an_empty_batch_gives_no_answers(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert told(capsys, "ask", "--batch", batch(tmp_path, [])) == (0, "[]\n", "")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "går inte att läsa som JSON"),
        ("{", "går inte att läsa som JSON"),
        ("[" * 100_000, "går inte att läsa som JSON"),
        ({"id": "a"}, "ska vara en lista av frågor, inte dict"),
        ("null", "ska vara en lista av frågor, inte NoneType"),
        (["fråga"], 'post 1 ska ha "id" och "question"'),
        ([{"id": "a", "question": "x"}, {"id": "b"}], 'post 2 ska ha "id" och "question"'),
        ([{"question": "x"}], 'post 1 ska ha "id" och "question"'),
        ([{"id": "a", "question": 5}], 'post 1 ska ha "id" och "question"'),
        ([{"id": "a", "question": "x", "history": "y"}], 'post 1: "history" ska vara en lista av texter'),
        ([{"id": "a", "question": "x", "history": 5}], 'post 1: "history" ska vara en lista av texter'),
        ([{"id": "a", "question": "x", "history": ["y", None]}], 'post 1: "history" ska vara en lista av texter'),
    ],
)
@pytest.mark.parametrize("command", ["ask", "search"])
def test_an_ill_formed_batch(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str, content: object, message: str
) -> None:
    """The line names the file and the entry, and what was expected there."""
    path = batch(tmp_path, content)
    err = fault(capsys, command, "--batch", path)
    assert err.startswith(path)
    assert message in err


def test_an_unreadable_batch(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Missing, a folder, or in another encoding."""
    latin = tmp_path / "latin.json"
    latin.write_bytes('[{"id": "a", "question": "å"}]'.encode("latin-1"))
    for path in (tmp_path / "saknas.json", tmp_path, latin):
        assert fault(capsys, "ask", "--batch", str(path)).startswith(f"{path} går inte att läsa som JSON")


def test_an_unwritable_out_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Told before anything is asked: a folder that is not there, a folder in the file's place."""
    path = batch(tmp_path, [{"id": "a", "question": "x"}])
    for out in (tmp_path / "saknas" / "svar.json", tmp_path):
        err = fault(capsys, "ask", "--batch", path, "--out", str(out))
        assert err == f"Svaren går inte att skriva till {out}; ange en fil i en mapp som finns.\n"
    assert not (tmp_path / "data").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the machine has no device that is always full")
def test_a_full_disk(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = batch(tmp_path, [{"id": "a", "question": "x"}])
    assert "går inte att skriva till /dev/full" in fault(capsys, "ask", "--batch", path, "--out", "/dev/full")


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


def test_half_surrogates_in_a_batch(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """JSON can hold what UTF-8 cannot."""
    path = batch(tmp_path, '[{"id": "a", "question": "Vad \\ud83d är Finsam?", "history": ["\\udc00"]}]')
    out = tmp_path / "svar.json"
    assert told(capsys, "ask", "--batch", path, "--out", str(out)) == (0, "", "")
    assert json.loads(out.read_text(encoding="utf-8"))[0]["id"] == "a"


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
