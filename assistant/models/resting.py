"""A model that has just failed is left alone for a while, so that nobody waits for it in vain."""

from __future__ import annotations

import threading
import time

from assistant.models.errors import ModelError, Trouble

REST_S = 30.0
"""Seconds for which a model that failed is left alone; twice as long when the failure does not pass by itself."""

LASTS = frozenset({Trouble.KEY, Trouble.UNKNOWN_MODEL})
"""Troubles that do not pass by themselves."""

_RESTS = LASTS | {Trouble.UNREACHABLE, Trouble.BROKEN, Trouble.SLOW, Trouble.BUSY}
"""Troubles of the model, whatever it is asked; a request that is refused may be the only one that is."""


class Rest:
    """Any number of threads may use it at once. ``seconds`` is how long a rest is."""

    def __init__(self, seconds: float = REST_S) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._failed: dict[str, tuple[ModelError, float]] = {}
        """What the model failed with, and until when it rests: by task, or under "" for all of them."""

    def failed(self, task: str) -> ModelError | None:
        """Return what the model failed with while it is at rest; None when it may be asked for ``task``."""
        now = time.monotonic()
        with self._lock:
            resting = (self._failed.get(name) for name in ("", task))
            return next((rest[0] for rest in resting if rest and now < rest[1]), None)

    def note(self, error: ModelError, task: str, hurried: bool) -> None:
        """Begin a rest when the model failed by ``error``: for ``task`` alone when it was too slow for less time than
        is usual (``hurried``), since it may be well for others."""
        if error.trouble not in _RESTS:
            return
        name = task if hurried and error.trouble is Trouble.SLOW else ""
        until = time.monotonic() + self._seconds * (1 + (error.trouble in LASTS))
        with self._lock:
            self._failed[name] = error, until

    def over(self, task: str) -> None:
        """The model answered, asked for ``task``."""
        with self._lock:
            for name in ("", task):
                self._failed.pop(name, None)
