"""How many tokens have been used today, read from the journal, which every process writes to."""

from __future__ import annotations

import json
import threading
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

SLACK = timedelta(days=1)
"""A journal is in order of time but for clocks that are set and processes that write at once, by less than this."""


class Spending:
    """Counts the journal's tokens of the day; only what has been written since the last look is read."""

    def __init__(self, journal: Path) -> None:
        self._journal = journal
        self._lock = threading.Lock()
        self._day = date.min
        self._tokens = 0
        self._read = 0

    def today(self, day: date | None = None) -> int:
        """Return the tokens, in and out, of ``day`` (this day, by the local clock); 0 for a journal that is not there.

        The first look of a day reads the journal from about where that day begins.
        """
        day = day or date.today()
        with self._lock:
            try:
                with self._journal.open("rb") as file:
                    if day != self._day or file.seek(0, 2) < self._read:
                        self._day, self._tokens, self._read = day, 0, _beginning(file, day - SLACK)
                    file.seek(self._read)
                    for line in file:
                        if not line.endswith(b"\n"):
                            break
                        self._read += len(line)
                        self._tokens += _tokens(line, day)
            except OSError:
                return 0
            return self._tokens


def _beginning(file: BinaryIO, day: date) -> int:
    """Return where a line begins before which all are older than ``day``: half the journal is left out at a time."""
    low, high = 0, file.seek(0, 2)
    while low < high:
        middle = (low + high) // 2
        file.seek(middle)
        file.readline()
        written, end = _next_day(file, high)
        if written is None or written >= day:
            high = middle
        else:
            low = end
    return low


def _next_day(file: BinaryIO, end: int) -> tuple[date | None, int]:
    """Return the day of the next line before ``end`` that tells of one, and where that line ends."""
    while file.tell() < end:
        day = _day(file.readline())
        if day is not None:
            return day, file.tell()
    return None, end


def _day(line: bytes) -> date | None:
    try:
        return datetime.fromisoformat(json.loads(line)["time"]).astimezone().date()
    except (ValueError, KeyError, TypeError):
        return None


def _tokens(line: bytes, day: date) -> int:
    """Return the tokens of a line of the journal that tells of a call on ``day``; else 0."""
    if b'"event": "model"' not in line or _day(line) != day:
        return 0
    try:
        entry = json.loads(line)
        return int(entry["tokens_in"]) + int(entry["tokens_out"])
    except (ValueError, KeyError, TypeError):
        return 0
