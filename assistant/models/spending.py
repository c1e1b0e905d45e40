"""How many tokens have been used today: read from the journal, which every process writes to, and counted here too, so
that a journal that cannot be written lifts no limit."""

from __future__ import annotations

import json
import threading
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

SLACK = timedelta(days=1)
"""A journal is in order of time but for clocks that are set and processes that write at once, by less than this."""


class Spending:
    """Counts the tokens of the day; of the journal only what has been written since the last look is read.

    A call takes its tokens beforehand, as many as it is reckoned to need, so that those that are under way at the same
    time share the limit too; of calls of other processes only those count that are done. Any number of threads may use
    it at once.
    """

    def __init__(self, journal: Path) -> None:
        self._journal = journal
        self._lock = threading.Lock()
        self._taken = 0
        """Tokens reckoned for the calls that are under way."""
        self._settled = 0
        """Tokens of :attr:`_settling` at least: what stood in the journal at the last call's end, and that call's."""
        self._settling = date.min
        self._day = date.min
        self._tokens = 0
        self._read = 0

    def today(self, day: date | None = None) -> int:
        """Return the tokens, in and out, of ``day`` (this day, by the local clock).

        The first look of a day reads the journal from about where that day begins.
        """
        with self._lock:
            return self._spent(day or date.today())

    def take(self, tokens: int, limit: int) -> bool:
        """Take tokens for a call that is about to be made; False when the day's ``limit`` (0 for none) is reached.

        The last call of a day may go beyond the limit by what it takes itself.
        """
        with self._lock:
            if limit and self._spent(date.today()) + self._taken >= limit:
                return False
            self._taken += tokens
            return True

    def settle(self, taken: int, used: int) -> None:
        """Give back what was ``taken`` for a call, and count what it ``used``; before it is written in the journal."""
        day = date.today()
        with self._lock:
            self._taken -= taken
            self._settled, self._settling = self._spent(day) + used, day

    def _spent(self, day: date) -> int:
        return max(self._journalled(day), self._settled if day == self._settling else 0)

    def _journalled(self, day: date) -> int:
        """Return the tokens of ``day`` in the journal; 0 for one that is not there or cannot be read."""
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
