"""The tokens of the day are read from the journal, each line once."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from assistant.answers import Usage
from assistant.journal import Journal
from assistant.models.spending import SLACK, Spending, _beginning

TODAY = datetime.now().astimezone().date()


def test_no_journal_is_nothing_spent(tmp_path: Path) -> None:
    assert Spending(tmp_path / "journal.jsonl").today() == 0


def test_what_is_written_meanwhile_counts(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    spending = Spending(path)
    Journal(path).model_asked("ollama:x", "svar", Usage(100, 20), "")
    assert spending.today() == 120
    Journal(path).model_asked("ollama:x", "svar", Usage(5, 1), "slow")
    assert spending.today() == spending.today() == 126


def test_only_todays_calls_count(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    yesterday = datetime.now(UTC) - timedelta(days=1, hours=1)
    old = {"time": yesterday.isoformat(), "event": "model", "tokens_in": 1000, "tokens_out": 1000}
    broken = '{"event": "model", "time": "x", "tokens_in": "många"}'
    other = {"time": datetime.now(UTC).isoformat(), "event": "answered", "tokens_in": 7, "tokens_out": 7}
    path.write_text(f"{json.dumps(old)}\n{broken}\n{json.dumps(other)}\n", encoding="utf-8")
    assert Spending(path).today() == 0
    assert Spending(path).today(yesterday.astimezone().date()) == 2000


def test_a_new_day_and_a_new_journal_begin_anew(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    spending = Spending(path)
    Journal(path).model_asked("ollama:x", "svar", Usage(100, 20), "")
    assert spending.today() == 120
    assert spending.today(date(2001, 1, 1)) == 0
    path.write_text("", encoding="utf-8")
    assert spending.today(TODAY) == 0


def test_what_cannot_be_written_down_counts_too(tmp_path: Path) -> None:
    """Once: what is written as well is not counted again, nor what another process wrote meanwhile forgotten."""
    path = tmp_path / "journal.jsonl"
    path.mkdir()
    spending = Spending(path)
    spending.settle(0, 100)
    spending.settle(0, 20)
    assert spending.today() == 120
    assert spending.today(TODAY - timedelta(days=1)) == 0
    path.rmdir()
    Journal(path).model_asked("ollama:x", "svar", Usage(100, 20), "")
    assert spending.today() == 120
    Journal(path).model_asked("ollama:x", "svar", Usage(7, 1), "")
    spending.settle(0, 2)
    assert spending.today() == 130


def test_calls_under_way_share_the_limit(tmp_path: Path) -> None:
    spending = Spending(tmp_path / "journal.jsonl")
    assert [spending.take(60, 100) for _ in range(3)] == [True, True, False]
    spending.settle(60, 30)
    assert not spending.take(60, 60)
    assert spending.take(60, 100)
    assert spending.take(10_000, 0)


def test_a_line_that_is_being_written_waits(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    Journal(path).model_asked("ollama:x", "svar", Usage(100, 20), "")
    line = path.read_text(encoding="utf-8")
    spending = Spending(path)
    path.write_text(line + line[:40], encoding="utf-8")
    assert spending.today() == 120
    path.write_text(line + line, encoding="utf-8")
    assert spending.today() == 240


def test_a_long_journal_is_read_from_where_the_day_begins(tmp_path: Path) -> None:
    """Half of it is left out at a time; what is counted is the same wherever the day begins."""
    path = tmp_path / "journal.jsonl"
    now = datetime.now(UTC)
    for count in (1, 2, 7, 500):
        times = [now - timedelta(days=back) for back in range(count, 0, -1)]
        lines = [{"time": one.isoformat(), "event": "model", "tokens_in": 10, "tokens_out": 1} for one in [*times, now]]
        noise = '{"event": "trasig'
        path.write_text("".join(f"{json.dumps(one)}\n{noise}\n" for one in lines), encoding="utf-8")
        assert Spending(path).today() == 11
        for one in times[:: max(count // 7, 1)]:
            assert Spending(path).today(one.astimezone().date()) == 11
        with path.open("rb") as file:
            begins = _beginning(file, TODAY - SLACK)
        assert begins == 0 or begins >= path.stat().st_size * (count - 4) / count
