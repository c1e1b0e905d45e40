"""A reader's wish that a language model end what it is at."""

from __future__ import annotations

import threading
from collections.abc import Callable


class Stop:
    """Any thread may press it, once and for good. A generator that is running cannot be closed; this can be pressed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pressed = False
        self._then: list[Callable[[], None]] = []

    @property
    def pressed(self) -> bool:
        return self._pressed

    def press(self) -> None:
        with self._lock:
            self._pressed = True
            then, self._then = self._then, []
        for do in then:
            do()

    def then(self, do: Callable[[], None]) -> None:
        """Have ``do`` called in the thread that presses; at once when it is pressed already."""
        with self._lock:
            if not self._pressed:
                self._then.append(do)
                return
        do()
