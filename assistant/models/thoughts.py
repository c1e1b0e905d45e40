"""What a model writes to itself before it answers, between ``<think>`` and ``</think>``, is no part of its answer."""

from __future__ import annotations

BEGIN, END = "<think>", "</think>"


class Thoughts:
    """Leaves out thoughts at the head of an answer that comes in pieces."""

    def __init__(self) -> None:
        self._held = ""
        self._past = False

    def left_out(self, piece: str) -> str:
        """Return what of ``piece``, and of what was held before it, belongs to the answer, from its first letter on."""
        if self._past:
            return piece
        self._held = (self._held + piece).lstrip()
        if self._held.startswith(BEGIN) and END in self._held:
            self._held = self._held.partition(END)[2].lstrip()
        if self._held.startswith(BEGIN) or BEGIN.startswith(self._held):
            return ""
        self._past = True
        return self._held

    def rest(self) -> str:
        """Return what was held to the end and turned out to be no thought."""
        return "" if self._past or self._held.startswith(BEGIN) else self._held
