"""Chat models through LangChain's ``init_chat_model``: the one place that knows how a model is spoken to.

Asynchronous inside, so that a time limit or a reader's stop takes hold at once, however slowly a server trickles;
synchronous outside. Nothing of LangChain is imported before the first question.
"""

from __future__ import annotations

import asyncio
import json
import queue
import threading
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar

from pydantic import BaseModel

from assistant.answers import Usage
from assistant.models.errors import ModelError, Trouble
from assistant.models.place import OLLAMA, Place
from assistant.models.retrying import Patience
from assistant.models.structured import read_object
from assistant.models.telling import misconfigured, missing_package, told
from ingest.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk
    from langchain_core.runnables import Runnable

    Speaker = Runnable[Any, Any]

T = TypeVar("T", bound=BaseModel)

LETTERS_PER_TOKEN = 3.0
"""Letters of Swedish that a token holds, for servers that do not count."""

MOST_LETTERS = 30_000
"""Letters after which an answer is cut off: no model that does as it is told writes as much."""


_FINISHES = ("finish_reason", "done_reason", "stop_reason")
_WHOLE = frozenset({"stop", "end_turn", "stop_sequence", "STOP"})
"""What providers call the reason for which a model ends, and what they give when it had said all."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation with a model."""

    role: Literal["system", "user", "assistant"]
    text: str


class Chat:
    """The configured model. Making one is cheap and asks nobody; ``patience`` says how often and how long to try."""

    def __init__(self, settings: Settings, patience: Patience | None = None) -> None:
        self.name = settings.chat_model
        """As it is configured: "ollama:llama3.1:8b"."""
        self.provider, self.model = settings.chat_model.split(":", 1)
        self.place = Place.of(self.provider, settings.chat_base_url, self.model)
        self.url = (settings.chat_base_url or (OLLAMA if self.provider == "ollama" else "")).rstrip("/")
        """Address of the server; "" for the provider's own."""
        self.context = settings.chat_context
        self.seconds = settings.chat_timeout
        self._settings = settings
        self._patience = patience or Patience()
        self._models: dict[int, BaseChatModel] = {}
        self._making = threading.Lock()

    @property
    def label(self) -> str:
        """The model's name for readers, without its provider."""
        return self.model

    def stream(self, messages: Sequence[Message], answer_tokens: int, seconds: float | None = None) -> Exchange:
        """Ask, and return the answer as it comes; it must be done within ``seconds``, by default the configured ones.

        Raises:
            ModelError: the model cannot be made out of the settings. What happens later is raised by the exchange.
        """
        return self._exchange(self._model(answer_tokens), messages, seconds)

    def ask(
        self, messages: Sequence[Message], schema: type[T], answer_tokens: int, seconds: float | None = None
    ) -> tuple[T, Usage]:
        """Return an answer of the shape ``schema``.

        The shape is told in words, and given to providers that can hold the model to it; should the server refuse that,
        it is asked once more without. The first JSON object of that shape in what it writes is read.

        Raises:
            ModelError: as an exchange does, or BROKEN when the answer is not of that shape.
        """
        model = self._model(answer_tokens)
        messages = [*messages, _shape(schema)]
        try:
            text, usage = self._whole(_held_to(model, self.provider, schema), messages, seconds)
        except ModelError as error:
            if error.trouble is not Trouble.MISCONFIGURED:
                raise
            text, usage = self._whole(model, messages, seconds)
        found = read_object(text, schema)
        if found is None:
            raise ModelError(Trouble.BROKEN, told(Trouble.BROKEN, self.name, self.place.described))
        return found, usage

    def _whole(self, model: Speaker, messages: Sequence[Message], seconds: float | None) -> tuple[str, Usage]:
        with self._exchange(model, messages, seconds) as exchange:
            text = "".join(exchange)
        return text, exchange.usage

    def _exchange(self, model: Speaker, messages: Sequence[Message], seconds: float | None) -> Exchange:
        said = [(message.role, message.text) for message in messages]
        letters = sum(len(message.text) for message in messages)
        return Exchange(lambda: model.astream(said), self, letters, seconds or self.seconds, self._patience)

    def _model(self, answer_tokens: int) -> BaseChatModel:
        with self._making:
            if answer_tokens not in self._models:
                self._models[answer_tokens] = self._make(answer_tokens)
            return self._models[answer_tokens]

    def _make(self, answer_tokens: int) -> BaseChatModel:
        from langchain.chat_models import init_chat_model

        try:
            made: BaseChatModel = init_chat_model(
                self.model, model_provider=self.provider, **self._arguments(answer_tokens)
            )
            return made
        except ImportError as exc:
            raise ModelError(Trouble.MISCONFIGURED, missing_package(self.provider)) from exc
        except ModelError:
            raise
        except Exception as exc:  # each provider has errors of its own for what it cannot use
            trouble = Trouble.KEY if "key" in str(exc).lower() else Trouble.MISCONFIGURED
            message = told(trouble, self.name, self.place.described)
            if trouble is Trouble.MISCONFIGURED:
                message = misconfigured(self.name)
            raise ModelError(trouble, message) from exc

    def _arguments(self, answer_tokens: int) -> dict[str, Any]:
        """Return what the provider's model is made with: our time limit and tries, and no proxy to this machine."""
        url, key = self.url, read_key(self._settings)
        if self.provider == "ollama":
            client: dict[str, Any] = {"timeout": self.seconds, "follow_redirects": False, "limits": _closing()}
            if self.place.local:
                client["trust_env"] = False
            if key:
                client["headers"] = {"Authorization": f"Bearer {key}"}
            limits = {"num_ctx": self.context, "num_predict": answer_tokens}
            return {"base_url": url, "temperature": 0, "client_kwargs": client, **limits}
        arguments: dict[str, Any] = {"temperature": 0, "max_tokens": answer_tokens, "max_retries": 0}
        if self.provider == "openai":
            arguments |= {"timeout": self.seconds, "stream_usage": True, "use_responses_api": False}
            arguments |= {"http_async_client": _client(self.place.local), "stream_chunk_timeout": None}
        if url:
            arguments["base_url"] = url
        if key or url:
            # A key that was meant for the provider's own address is not sent to another one.
            arguments["api_key"] = key or "none"
        return arguments


class Exchange:
    """An answer on its way: an iterator of pieces of text. Closing it cancels the request, also in mid-piece."""

    def __init__(
        self,
        ask: Callable[[], AsyncIterator[AIMessageChunk]],
        chat: Chat,
        letters_in: int,
        seconds: float,
        patience: Patience,
    ) -> None:
        self.cut = True
        """The answer ended before the model said that it was done: it might write no more, or the server stopped."""
        self._ask = ask
        self._chat = chat
        self._letters_in = letters_in
        self._letters_out = 0
        self._finish = ""
        self._counted: tuple[int, int] | None = None
        self._seconds = seconds
        self._patience = patience
        self._began = time.monotonic()
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
        """What it has taken so far, as the server counts, or else by the length of the texts."""
        seconds = round(self._took or time.monotonic() - self._began, 3)
        if self._counted is not None:
            return Usage(*self._counted, seconds)
        tokens_in, tokens_out = (round(n / LETTERS_PER_TOKEN) for n in (self._letters_in, self._letters_out))
        return Usage(tokens_in, tokens_out, seconds, estimated=True)

    async def _run(self) -> None:
        end: ModelError | None = None
        try:
            async with asyncio.timeout(self._seconds):
                await self._patience.tried(self._receive, lambda: self._letters_out == 0)
            if not self._letters_out:
                end = self._trouble(Trouble.BROKEN)
        except TimeoutError:
            end = self._trouble(Trouble.SLOW)
        except asyncio.CancelledError:
            end = self._trouble(Trouble.CANCELLED)
            raise
        except ModelError as error:
            end = error
        except Exception as error:  # what the providers' clients raise has no root in common
            from assistant.models.mapping import trouble_of

            end = self._trouble(trouble_of(error))
            end.__cause__ = error
        finally:
            self._took = time.monotonic() - self._began
            self._pieces.put(end)

    async def _receive(self) -> None:
        from langsmith import tracing_context

        with tracing_context(enabled=False):
            async for chunk in self._ask():
                self._take(chunk)
                if self._letters_out > MOST_LETTERS:
                    return
            self.cut = self._finish not in _WHOLE

    def _take(self, chunk: AIMessageChunk) -> None:
        if chunk.usage_metadata:
            before = self._counted or (0, 0)
            counted = chunk.usage_metadata["input_tokens"], chunk.usage_metadata["output_tokens"]
            self._counted = max(before[0], counted[0]), max(before[1], counted[1])
        reasons = (chunk.response_metadata.get(name) for name in _FINISHES)
        self._finish = next(filter(None, reasons), self._finish)
        text = chunk.text
        if text:
            self._letters_out += len(text)
            self._pieces.put(str(text))

    def _release(self, future: Future[None]) -> None:
        """Let go of who waits for an exchange that was cancelled before it had begun."""
        if future.cancelled():
            self._pieces.put(self._trouble(Trouble.CANCELLED))

    def _trouble(self, trouble: Trouble) -> ModelError:
        return ModelError(trouble, told(trouble, self._chat.name, self._chat.place.described))


def read_key(settings: Settings) -> str:
    """Return the key of the settings, or of the first line of the key file that they name; "" for none.

    Raises:
        ModelError: the file cannot be read or holds nothing, or the key has characters that no key has.
    """
    key = _key_in(settings.chat_key_file) if settings.chat_key_file else settings.chat_key.value
    if not (key.isascii() and key.isprintable()):
        reason = (
            "Nyckeln till språkmodellen har tecken som ingen nyckel har (å, ä, ö, radbrytning); kopiera den på nytt."
        )
        raise ModelError(Trouble.KEY, reason)
    return key


def _key_in(path: Path) -> str:
    try:
        key = path.read_text(encoding="utf-8-sig").partition("\n")[0].strip()
    except (OSError, UnicodeDecodeError) as exc:
        reason = f"Nyckelfilen {path} (FINSAM_CHAT_KEY_FILE) går inte att läsa; se efter att den finns och får läsas."
        raise ModelError(Trouble.KEY, reason) from exc
    if not key:
        reason = f"Nyckelfilen {path} (FINSAM_CHAT_KEY_FILE) är tom; skriv nyckeln på dess första rad."
        raise ModelError(Trouble.KEY, reason)
    return key


def _client(local: bool) -> Any:
    """Return an HTTP client that follows no redirect, and takes no proxy on the way to this machine."""
    import httpx

    return httpx.AsyncClient(trust_env=not local, follow_redirects=False, timeout=None, limits=_closing())


def _closing() -> Any:
    """Connections are closed after each answer: questions are far between, and no open one is left behind."""
    import httpx

    return httpx.Limits(max_keepalive_connections=0)


def _held_to(model: BaseChatModel, provider: str, schema: type[BaseModel]) -> Speaker:
    """Return the model held to a shape, where its provider can do that."""
    shape = schema.model_json_schema()
    if provider == "ollama":
        return model.bind(format=shape)
    if provider in ("openai", "azure_openai"):
        named = {"name": schema.__name__, "schema": shape, "strict": False}
        return model.bind(response_format={"type": "json_schema", "json_schema": named})
    return model


def _shape(schema: type[BaseModel]) -> Message:
    shape = json.dumps(schema.model_json_schema(), ensure_ascii=False)
    return Message("user", f"Svara med ett enda JSON-objekt, utan annan text, enligt detta schema:\n{shape}")


@cache
def _loop() -> asyncio.AbstractEventLoop:
    """The event loop of all exchanges, in a thread of its own that ends with the process."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="models", daemon=True).start()
    return loop


def _submit(coroutine: Coroutine[Any, Any, None]) -> Future[None]:
    return asyncio.run_coroutine_threadsafe(coroutine, _loop())
