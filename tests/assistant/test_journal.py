"""The journal tells how answers went and holds nothing of what was asked or said."""

from __future__ import annotations

import json
import logging
import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from assistant.answers import Answer, Citation
from assistant.journal import Journal
from assistant.review import flag

CITATION = Citation(1, "plan", "Planens titel", "1. Mål", None, "citerade ord", 10, 22)
ANSWER = Answer(
    question="hemlig fråga",
    text="hemligt svar [1]",
    abstained=False,
    citations=(CITATION, CITATION),
    flags=(flag("prompt_injection", "hemlig instruktion"), flag("legal_judgement")),
)


def entries(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_an_answer_is_one_line_without_its_words(tmp_path: Path) -> None:
    """When, how long, how it went, which documents, which codes; no question, answer, quote or message."""
    path = tmp_path / "ny" / "journal.jsonl"
    Journal(path).answered(ANSWER, 0.12345)
    (entry,) = entries(path)
    written = datetime.fromisoformat(str(entry.pop("time")))
    assert written.utcoffset() == timedelta(0)
    assert entry == {
        "event": "answered",
        "seconds": 0.123,
        "abstained": False,
        "answered_by": "extractive",
        "documents": ["plan"],
        "review": ["prompt_injection", "legal_judgement"],
    }
    assert "hemlig" not in path.read_text(encoding="utf-8")
    assert "citerade" not in path.read_text(encoding="utf-8")


def test_a_judgement_keeps_the_comment_masked(tmp_path: Path) -> None:
    """The comment is meant for the office; personal data in it is covered and its length bounded."""
    path = tmp_path / "journal.jsonl"
    Journal(path).judged(ANSWER, False, "Fel för 850101-2382! " + "å" * 2000)
    (entry,) = entries(path)
    assert entry["useful"] is False
    assert entry["citations"] == ["plan:10-22", "plan:10-22"]
    assert str(entry["comment"]).startswith("Fel för [personuppgift]! ååå")
    assert len(str(entry["comment"])) == 1000
    assert "hemlig" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("comment", ["", 'rad\nny "rad" \\', "halv \ud83d emoji", "\x00", "😀 å\u2028"])
def test_any_comment_is_one_line_of_json(tmp_path: Path, comment: str) -> None:
    path = tmp_path / "journal.jsonl"
    Journal(path).judged(ANSWER, True, comment)
    lines = path.read_bytes().split(b"\n")
    assert len(lines) == 2
    assert json.loads(lines[0])["comment"] == comment


def test_lines_from_several_threads_stay_whole(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"

    def write(number: int) -> None:
        for _ in range(50):
            Journal(path).judged(ANSWER, True, str(number) * 500)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = entries(path)
    assert len(found) == 200
    assert {str(entry["comment"]) for entry in found} == {str(number) * 500 for number in range(4)}


def test_a_journal_that_cannot_be_written_costs_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A file stands where the folder should be: the entry is lost, which is logged, and nothing is raised."""
    blocked = tmp_path / "fil"
    blocked.write_text("", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        Journal(blocked / "journal.jsonl").answered(ANSWER, 1)
    assert "journal_not_written" in caplog.text
    assert "hemlig" not in caplog.text
