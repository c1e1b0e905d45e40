"""The line to the configured model: what everything else asks through.

It applies what holds for every call: what the model may help with, that it may have to run on this machine, the day's
limit, that a model that has just failed is left alone for a while, that personal data is covered before it leaves the
machine, and that each call is written down.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel

from assistant.answers import Usage
from assistant.journal import Journal
from assistant.models.chat import Chat, Message
from assistant.models.errors import ModelError, Trouble
from assistant.models.exchange import Exchange, Failing
from assistant.models.key import read_key
from assistant.models.place import Place
from assistant.models.resting import LASTS, REST_S, Rest
from assistant.models.retrying import Patience
from assistant.models.spending import Spending
from assistant.models.stating import Stated, ask_about
from assistant.models.structured import read_object
from assistant.models.veil import Veil
from ingest.settings import Settings

T = TypeVar("T", bound=BaseModel)

_LOG = logging.getLogger(__name__)


class Line:
    """A line that any number of threads may use at once."""

    def __init__(
        self, settings: Settings, journal: Journal, patience: Patience | None = None, rest: float = REST_S
    ) -> None:
        self._chat = Chat(settings, patience)
        self._settings = settings
        self._journal = journal
        self._spending = Spending(journal.path)
        self._rest = Rest(rest)

    @property
    def name(self) -> str:
        """As it is configured: "ollama:llama3.1:8b"."""
        return self._chat.name

    @property
    def label(self) -> str:
        """The model's name for readers."""
        return self._chat.label

    @property
    def place(self) -> Place:
        return self._chat.place

    def warm(self) -> None:
        """Load what it takes to ask, so that the first question need not wait for it; nothing is sent."""
        try:
            self._chat.warm()
        except ModelError as error:
            _LOG.warning("model_not_loaded: %s", error)

    def stated(self) -> Stated:
        """Return what the server, or else LangChain, tells of the model.

        Raises:
            ModelError: the server cannot be reached, or the key cannot be read.
        """
        told = ask_about(self._chat, read_key(self._settings))
        return told if told.context else replace(told, context=self._chat.stated_length())

    @property
    def spent(self) -> int:
        """Tokens used today."""
        return self._spending.today()

    @property
    def context(self) -> int:
        """Tokens that the model takes in, question and answer together."""
        return self._chat.context

    def allows(self, task: str) -> bool:
        """True when the model may help with ``task``, one of :data:`ingest.settings.CHAT_TASKS`."""
        return task in self._settings.chat_tasks

    @contextmanager
    def stream(
        self,
        messages: Sequence[Message],
        answer_tokens: int,
        task: str,
        hidden: Sequence[str] = (),
        seconds: float | None = None,
        schema: type[BaseModel] | None = None,
    ) -> Iterator[Stream]:
        """Ask, and give the answer as it comes; leaving the block ends the request.

        Args:
            hidden: personal data that is known to be in the messages, beside what is found by its form.
            seconds: time that the model has; by default FINSAM_CHAT_TIMEOUT.
            schema: shape that the answer is to have, to be read with :meth:`Stream.read`.

        Raises:
            ModelError: the model may not, cannot or does not answer.
        """
        veil = None if self.place.local else Veil(hidden)
        stream: Stream | None = None
        trouble: Trouble | None = None
        taken, began = 0, time.monotonic()
        try:
            self._check(task)
            taken = self._take(self._chat.reckoned(messages, answer_tokens, schema))
            with (
                self._noting(task, hurried=seconds is not None),
                self._chat.stream(_covered(messages, veil), answer_tokens, seconds, schema) as exchange,
            ):
                stream = Stream(exchange, veil, self._chat.error)
                yield stream
        except ModelError as error:
            trouble = error.trouble
            raise
        except GeneratorExit:
            trouble = Trouble.CANCELLED
            raise
        finally:
            usage = stream.usage if stream else Usage(seconds=round(time.monotonic() - began, 3))
            self._spending.settle(taken, usage.tokens_in + usage.tokens_out)
            prompts = tuple(dict.fromkeys(one.prompt for one in messages if one.prompt))
            self._journal.model_asked(self.name, task, usage, trouble or "", prompts)

    def ask(
        self,
        messages: Sequence[Message],
        schema: type[T],
        answer_tokens: int,
        task: str,
        hidden: Sequence[str] = (),
        seconds: float | None = None,
    ) -> tuple[T, Usage]:
        """Return an answer of the shape ``schema``; the arguments are those of :meth:`stream`.

        Raises:
            ModelError: as :meth:`stream` does, or BROKEN when the answer is not of that shape.
        """
        with self.stream(messages, answer_tokens, task, hidden, seconds, schema) as stream:
            return stream.read(schema), stream.usage

    def _check(self, task: str) -> None:
        """Raise when the model may not be asked for ``task`` now."""
        if self._settings.chat_local_only and not self.place.local:
            raise self._chat.error(Trouble.FORBIDDEN)
        failed = self._rest.failed(task)
        if failed is not None:
            raise (
                ModelError(failed.trouble, str(failed))
                if failed.trouble in LASTS
                else self._chat.error(Trouble.RESTING)
            )

    def _take(self, tokens: int) -> int:
        """Take tokens of the day's, and return how many; raise when there are none left."""
        if not self._spending.take(tokens, self._settings.chat_daily_tokens):
            raise self._chat.error(Trouble.SPENT)
        return tokens

    @contextmanager
    def _noting(self, task: str, hurried: bool) -> Iterator[None]:
        """Let the model rest when it fails within the block. What is told anew while it rests prolongs no rest."""
        try:
            yield
        except ModelError as error:
            self._rest.note(error, task, hurried)
            raise
        self._rest.over(task)


class Stream:
    """The pieces of an answer, with personal data uncovered."""

    def __init__(self, exchange: Exchange, veil: Veil | None, failing: Failing) -> None:
        self._exchange = exchange
        self._veil = veil
        self._failing = failing

    def __iter__(self) -> Iterator[str]:
        return self._veil.uncover_pieces(self._exchange) if self._veil else iter(self._exchange)

    def read(self, schema: type[T]) -> T:
        """Return the answer as an object: the first in it that has the shape ``schema``.

        Raises:
            ModelError: BROKEN when there is none.
        """
        found = read_object("".join(self._exchange), schema)
        if found is None:
            raise self._failing(Trouble.BROKEN, "misshapen")
        return schema.model_validate(_uncovered(found.model_dump(), self._veil)) if self._veil else found

    def cancel(self) -> None:
        """End the request, from any thread."""
        self._exchange.cancel()

    @property
    def usage(self) -> Usage:
        return self._exchange.usage

    @property
    def cut(self) -> bool:
        """The answer ended before the model said that it was done."""
        return self._exchange.cut


def line_of(settings: Settings, journal: Journal) -> Line | None:
    """Return the line to the configured model; None when none is configured."""
    return Line(settings, journal) if settings.chat_model else None


def _covered(messages: Sequence[Message], veil: Veil | None) -> Sequence[Message]:
    if veil is None:
        return messages
    veil.spare(one.text for one in messages)
    return [replace(one, text=veil.cover(one.text)) for one in messages]


def _uncovered(value: object, veil: Veil) -> object:
    """Return a structure with every text in it uncovered."""
    if isinstance(value, str):
        return veil.uncover(value)
    if isinstance(value, dict):
        return {name: _uncovered(one, veil) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_uncovered(one, veil) for one in value]
    return value
