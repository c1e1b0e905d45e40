"""One visitor's conversation as it stands: changed by several threads, whole whenever it is read."""

from __future__ import annotations

import threading
from collections.abc import Generator
from dataclasses import replace

from assistant.answers import Step
from assistant.stopping import Stop
from assistant.ui.conversation import Conversation, Turn, changed


class Run:
    """The rest of an answer that a language model phrases; ``steps`` belong to whoever begins it."""

    def __init__(self, question: str, steps: Generator[Step, None, None], stop: Stop) -> None:
        self.question = question
        self.steps = steps
        self.stop = stop
        self._unbegun = threading.Lock()

    def begin(self) -> bool:
        """True for the first who calls."""
        return self._unbegun.acquire(blocking=False)

    def end(self) -> None:
        """Stop the model, or never start it."""
        self.stop.press()
        if self.begin():
            self.steps.close()


class Talk:
    """A conversation, with the model that is at work on its last turn, if any."""

    def __init__(self, turns: Conversation = ()) -> None:
        self.language = "sv"
        self._lock = threading.Lock()
        self._turns = turns
        self._taken: Turn | None = None
        self._search: Stop | None = None
        """Stops what is sought for the question that was taken last, while it is sought."""
        self._run: Run | None = None

    def __deepcopy__(self, memo: object) -> Talk:
        """Begin anew: each visitor gets a copy of the first, in which nothing has been said."""
        return Talk()

    @property
    def turns(self) -> Conversation:
        return self._turns

    @property
    def run(self) -> Run | None:
        return self._run

    def ask(self, question: str) -> bool:
        """Add a question, stopping a model at work on the one before; False while that is still searched for."""
        with self._lock:
            if self._turns and self._turns[-1].pending:
                return False
            run = self._stopped()
            self._turns = (*self._turns, Turn(question))
        if run:
            run.end()
        return True

    def take(self, stop: Stop) -> Conversation:
        """The conversation to the first who calls to answer its last question; empty to others, and when none waits.

        Args:
            stop: pressed when nobody waits for the answer any more.
        """
        with self._lock:
            if not self._turns or not self._turns[-1].pending or self._taken is self._turns[-1]:
                return ()
            self._taken, self._search = self._turns[-1], stop
            return self._turns

    def answer(self, asked: Turn, answered: Turn, run: Run | None = None) -> bool:
        """Put what came of the last question in its place; False when it is no longer there."""
        with self._lock:
            if not self._turns or self._turns[-1] is not asked:
                return False
            self._turns = (*self._turns[:-1], answered)
            self._search, self._run = None, run
        return True

    def advance(self, run: Run, **fields: object) -> bool:
        """Change the turn that ``run`` is at work on, until it no longer works; False when it has been stopped."""
        with self._lock:
            if self._run is not run:
                return False
            self._turns = changed(self._turns, len(self._turns) - 1, **fields)
            if not self._turns[-1].working:
                self._run = None
        return True

    def change(self, turn: int, **fields: object) -> None:
        """Change fields of a turn; nothing when there is no such turn any more."""
        with self._lock:
            if turn < len(self._turns):
                self._turns = changed(self._turns, turn, **fields)

    def stop(self) -> None:
        """Stop the model at work; what it has got through stays."""
        with self._lock:
            run, search = self._stopped(), self._search
        if search:
            search.press()
        if run:
            run.end()

    def clear(self) -> None:
        """Begin a new conversation."""
        with self._lock:
            run, search = self._stopped(), self._search
            self._turns, self._search = (), None
        if search:
            search.press()
        if run:
            run.end()

    def _stopped(self) -> Run | None:
        """Let go of the run, if any, which is to be ended outside the lock: a run is of the last turn or of none."""
        run, self._run = self._run, None
        if run:
            self._turns = (*self._turns[:-1], replace(self._turns[-1], working=False, ended="stopped"))
        return run
