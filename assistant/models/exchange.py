"""An answer on its way from a model.

Asynchronous inside, so that a time limit or a reader's stop takes hold at once, however slowly a server trickles;
synchronous outside.
"""

from __future__ import annotations

import asyncio
import queue
import threading
import time
from collections.abc import AsyncGenerator, Callable, Coroutine, Iterator
from concurrent.futures import Future
from contextlib import aclosing
from functools import cache
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self

from assistant.answers import Usage
from assistant.models.errors import ModelError, Trouble
from assistant.models.retrying import Patience
from assistant.models.telling import Why
from assistant.models.thoughts import Thoughts

if TYPE_CHECKING:
    from langchain_core.messages import AIMessageChunk

LETTERS_PER_TOKEN = 3.0
"""Letters of Swedish that a token holds, for servers that do not count."""

MOST_LETTERS = 30_000
"""Letters after which an answer is cut off: no model that does as it is told writes as much."""

_FINISHES = ("finish_reason", "done_reason", "stop_reason")
_WHOLE = frozenset({"stop", "end_turn", "stop_sequence", "eos_token", "STOP"})
"""What providers call the reason for which a model ends, and what they give when it had said all."""


class Failing(Protocol):
    """Makes the error of a trouble with the model that is asked."""

    def __call__(self, trouble: Trouble, why: Why = "") -> ModelError: ...


class Exchange:
    """An iterator of pieces of text. Closing it cancels the request, also in mid-piece.

    Args:
        ask: begins the request anew each time.
        failing: makes errors; ``mapped`` makes one of what a provider's client raises.
        letters_in: length of what is sent, to reckon its tokens by when the server does not count.
        seconds: within which it must be done, all attempts together.
    """

    def __init__(
        self,
        ask: Callable[[], AsyncGenerator[AIMessageChunk]],
        failing: Failing,
        mapped: Callable[[Exception], ModelError],
        letters_in: int,
        seconds: float,
        patience: Patience,
    ) -> None:
        self.cut = True
        """The answer ended before the model said that it was done: it might write no more, or the server stopped."""
        self._ask = ask
        self._failing = failing
        self._mapped = mapped
        self._letters_in = letters_in
        self._letters_out = 0
        self._written = 0
        """Letters that the model wrote, its thoughts among them."""
        self._thoughts = Thoughts()
        self._finish = ""
        self._counted: tuple[int, int] | None = None
        self._begun = False
        """Something has come of the model."""
        self._refused = False
        """It ended by an error before anything came: nobody read what was sent."""
        self._patience = patience
        self._began = time.monotonic()
        self._until = self._began + seconds
        self._took = 0.0
        self._pieces: queue.SimpleQueue[str | ModelError | None] = queue.SimpleQueue()
        self._future: Future[None] = _submit(self._run())
        self._future.add_done_callback(self._release)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.cancel()

    def __iter__(self) -> Iterator[str]:
        """Yield what comes, as it comes.

        Raises:
            ModelError: the server cannot be reached or used, was not done in time, or said nothing; CANCELLED when
                another thread has cancelled it.
        """
        while (piece := self._pieces.get()) is not None:
            if isinstance(piece, ModelError):
                raise piece
            yield piece

    def cancel(self) -> None:
        """End the request; may be called from any thread, and when all is done already."""
        self._future.cancel()

    @property
    def usage(self) -> Usage:
        """What it has taken so far, as the server counts, or else by the length of the texts; nothing when the server
        was not reached or refused. One that was left before it said anything may have read all."""
        seconds = round(self._took or time.monotonic() - self._began, 3)
        if self._refused:
            return Usage(seconds=seconds)
        if self._counted is not None:
            return Usage(*self._counted, seconds)
        tokens_in, tokens_out = (round(n / LETTERS_PER_TOKEN) for n in (self._letters_in, self._written))
        return Usage(tokens_in, tokens_out, seconds, estimated=True)

    async def _run(self) -> None:
        end: ModelError | None = None
        try:
            async with asyncio.timeout(self._until - time.monotonic()):
                await self._patience.tried(self._receive, lambda: self._letters_out == 0, self._until)
            if not self._letters_out:
                end = self._silent()
        except TimeoutError:
            end = self._failing(Trouble.SLOW)
        except asyncio.CancelledError:
            end = self._failing(Trouble.CANCELLED)
            raise
        except ModelError as error:
            end = error
        except Exception as error:  # what the providers' clients raise has no root in common
            end = self._mapped(error)
            if end.trouble is Trouble.BROKEN and self._letters_out:
                end = self._failing(Trouble.BROKEN, "half_way")
            end.__cause__ = error
        finally:
            left = end is not None and end.trouble in (Trouble.SLOW, Trouble.CANCELLED)
            self._refused = end is not None and not left and not self._begun
            self._took = time.monotonic() - self._began
            self._pieces.put(end)

    async def _receive(self) -> None:
        from langsmith import tracing_context

        self._thoughts = Thoughts()
        with tracing_context(enabled=False):
            async with aclosing(self._ask()) as chunks:
                async for chunk in chunks:
                    self._take(chunk)
                    if self._written > MOST_LETTERS:
                        return
        self._give(self._thoughts.rest())
        self.cut = self._finish not in _WHOLE

    def _take(self, chunk: AIMessageChunk) -> None:
        self._begun = True
        if chunk.usage_metadata and chunk.usage_metadata["input_tokens"]:
            before = self._counted or (0, 0)
            counted = chunk.usage_metadata["input_tokens"], chunk.usage_metadata["output_tokens"]
            self._counted = max(before[0], counted[0]), max(before[1], counted[1])
        reasons = (chunk.response_metadata.get(name) for name in _FINISHES)
        self._finish = next(filter(None, reasons), self._finish)
        text = str(chunk.text)
        self._written += len(text)
        self._give(self._thoughts.left_out(text))

    def _give(self, text: str) -> None:
        if text:
            self._letters_out += len(text)
            self._pieces.put(text)

    def _silent(self) -> ModelError:
        """Return the error of an answer without a word."""
        if "filter" in self._finish:
            return self._failing(Trouble.FILTERED)
        return self._failing(Trouble.BROKEN, "empty" if self._finish in _WHOLE else "unfinished")

    def _release(self, future: Future[None]) -> None:
        """Let go of who waits for an exchange that was cancelled before it had begun."""
        if future.cancelled():
            self._pieces.put(self._failing(Trouble.CANCELLED))


@cache
def _loop() -> asyncio.AbstractEventLoop:
    """The event loop of all exchanges, in a thread of its own that ends with the process."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="models", daemon=True).start()
    return loop


def _submit(coroutine: Coroutine[Any, Any, None]) -> Future[None]:
    return asyncio.run_coroutine_threadsafe(coroutine, _loop())
