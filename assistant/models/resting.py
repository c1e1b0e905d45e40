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
        self._until = 0.0
        self._failed: ModelError | None = None

    def failed(self) -> ModelError | None:
        """Return what the model failed with while it is at rest; None when it may be asked."""
        with self._lock:
            return self._failed if time.monotonic() < self._until else None

    def note(self, error: ModelError, hurried: bool) -> None:
        """Begin a rest when the model failed by ``error``; one that was given less time than usual (``hurried``) may
        have been well."""
        if error.trouble in _RESTS and not (hurried and error.trouble is Trouble.SLOW):
            with self._lock:
                self._failed = error
                self._until = time.monotonic() + self._seconds * (1 + (error.trouble in LASTS))

    def over(self) -> None:
        """The model answered."""
        with self._lock:
            self._failed = None
