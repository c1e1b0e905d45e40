"""How many tokens have been used today, read from the journal, which every process writes to."""

from __future__ import annotations

import json
import threading
from datetime import date, datetime
from pathlib import Path


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

        The first look of a day goes through the whole journal.
        """
        day = day or date.today()
        with self._lock:
            if day != self._day:
                self._day, self._tokens, self._read = day, 0, 0
            try:
                with self._journal.open("rb") as file:
                    if file.seek(0, 2) < self._read:
                        self._tokens = self._read = 0
                    file.seek(self._read)
                    for line in file:
                        if not line.endswith(b"\n"):
                            break
                        self._read += len(line)
                        self._tokens += _tokens(line, day)
            except OSError:
                return 0
            return self._tokens


def _tokens(line: bytes, day: date) -> int:
    """Return the tokens of a line of the journal that tells of a call on ``day``; else 0."""
    if b'"event": "model"' not in line:
        return 0
    try:
        entry = json.loads(line)
        when = datetime.fromisoformat(entry["time"]).astimezone().date()
        return int(entry["tokens_in"]) + int(entry["tokens_out"]) if when == day else 0
    except (ValueError, KeyError, TypeError):
        return 0
