"""Ask a language model how a question is to be read: put so that it stands alone, and in which other words."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from assistant.hearing import REMEMBERED, honest
from assistant.models.errors import ModelError
from assistant.models.line import Line
from assistant.models.prompts import Prompt
from assistant.question import Reading
from assistant.stopping import Stop

TASK = "fragor"
"""What FINSAM_CHAT_TASKS must allow."""

SECONDS = 5.0
"""How long an answer waits for a reading before it goes on without."""

ANSWER_TOKENS = 250
"""What the model may write."""

_LOG = logging.getLogger(__name__)


class _Read(BaseModel):
    """What the model is to hand in."""

    model_config = ConfigDict(extra="forbid")

    question: str = Field(description="Frågan så att den går att förstå för sig, eller tom när den redan gör det")
    synonyms: list[str] = Field(description="Högst 8 andra ord som dokumenten kan använda för det som frågas")


class Reader:
    """Reads questions with a model; one that fails, or is slow, costs nothing but its reading."""

    def __init__(self, line: Line, prompt: Prompt) -> None:
        self._line = line
        self._prompt = prompt

    @classmethod
    def of(cls, line: Line | None, prompts: Path) -> Reader | None:
        """Return a reader, or None when no model is configured or it may not help with questions.

        Raises:
            AssistantError: the prompt cannot be used.
        """
        return cls(line, Prompt.load(prompts, "question")) if line and line.allows(TASK) else None

    def read(self, asked: str, history: Sequence[str] = (), stop: Stop | None = None) -> Reading | None:
        """Return the model's reading, unchecked, or None when it gives none in time or is stopped with ``stop``."""
        try:
            return self.ask(asked, history, SECONDS, stop)
        except ModelError as error:
            _LOG.info("question_unread: %s", error.trouble)
            return None

    def ask(
        self, asked: str, history: Sequence[str] = (), seconds: float | None = None, stop: Stop | None = None
    ) -> Reading:
        """Return the model's reading, unchecked.

        Only the questions are sent: personal data is masked for good, and instructions to a machine are left out.

        Args:
            seconds: time that the model has; by default FINSAM_CHAT_TIMEOUT.

        Raises:
            ModelError: the model gives none, or not in time, or is stopped.
        """
        earlier = "\n".join(f"- {_on_one_line(turn)}" for turn in history[-REMEMBERED:])
        messages = self._prompt.fill(earlier=earlier or "(inga)", question=_on_one_line(asked))
        with self._line.stream(messages, ANSWER_TOKENS, TASK, seconds=seconds, schema=_Read) as stream:
            if stop:
                stop.then(stream.cancel)
            read = stream.read(_Read)
        return Reading(read.question, tuple(read.synonyms), self._prompt.id)


def _on_one_line(asked: str) -> str:
    return " ".join(honest(asked).split())
