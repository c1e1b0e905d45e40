"""Many questions in a file: their answers in order, and one line for whatever is wrong with the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.assistant.telling import ANSWER_KEYS, QUESTION, RESULT_KEYS, fault, told

pytestmark = pytest.mark.usefixtures("surroundings")


def batch(tmp_path: Path, content: object) -> str:
    path = tmp_path / "frågor.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return str(path)


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


def test_half_surrogates_in_a_batch(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """JSON can hold what UTF-8 cannot."""
    path = batch(tmp_path, '[{"id": "a", "question": "Vad \\ud83d är Finsam?", "history": ["\\udc00"]}]')
    out = tmp_path / "svar.json"
    assert told(capsys, "ask", "--batch", path, "--out", str(out)) == (0, "", "")
    assert json.loads(out.read_text(encoding="utf-8"))[0]["id"] == "a"
