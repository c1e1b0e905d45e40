"""What a model writes to itself before it answers, between ``<think>`` and ``</think>``, is no part of its answer."""

from __future__ import annotations

BEGIN, END = "<think>", "</think>"


class Thoughts:
    """Leaves out thoughts at the head of an answer that comes in pieces."""

    def __init__(self) -> None:
        self._held = ""
        self._past = False

    def left_out(self, piece: str) -> str:
        """Return what of ``piece``, and of what was held before it, belongs to the answer."""
        if self._past:
            return piece
        self._held += piece
        text = self._held.lstrip()
        if text.startswith(BEGIN):
            _, ended, answer = text.partition(END)
            self._past = bool(ended)
            return answer.lstrip() if ended else ""
        if BEGIN.startswith(text):
            return ""
        self._past = True
        return self._held

    def rest(self) -> str:
        """Return what was held to the end and turned out to be no thought; "" for white space alone."""
        begun = self._past or self._held.lstrip().startswith(BEGIN)
        return "" if begun or not self._held.strip() else self._held
