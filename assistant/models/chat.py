"""Chat models through LangChain's ``init_chat_model``: the one place that makes one.

Nothing of LangChain is imported before the first question.
"""

from __future__ import annotations

import threading
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, cast

from pydantic import BaseModel

from assistant.models.errors import ModelError, Trouble
from assistant.models.exchange import LETTERS_PER_TOKEN, Exchange
from assistant.models.key import read_key
from assistant.models.place import OLLAMA, Place
from assistant.models.providers import Request, arguments, in_words, sent_by
from assistant.models.retrying import Patience
from assistant.models.telling import Why, misconfigured, missing_package, told
from ingest.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk

_VARIABLES = ("OPENAI_API_VERSION",)
"""What a provider's package needs beyond our settings, found by its name in what it says."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation with a model."""

    role: Literal["system", "user", "assistant"]
    text: str
    prompt: str = field(default="", compare=False)
    """Name, version and hash of the prompt that it was made from; "" for none."""


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
        self._sent = sent_by(self.provider)
        self._models: dict[Request, BaseChatModel] = {}
        self._making = threading.Lock()

    @property
    def label(self) -> str:
        """The model's name for readers, without its provider."""
        return self.model

    def stream(
        self,
        messages: Sequence[Message],
        answer_tokens: int,
        seconds: float | None = None,
        schema: type[BaseModel] | None = None,
    ) -> Exchange:
        """Ask, and return the answer as it comes.

        Args:
            seconds: within which it must be done, by default the configured ones.
            schema: shape of the answer: told in words, and given to providers that can hold the model to it.

        Raises:
            ModelError: the model cannot be made out of the settings. What happens later is raised by the exchange.
        """
        request = self._request(answer_tokens, schema)
        self._made(request)
        said = _said(messages, schema)
        return Exchange(
            lambda: self._answer(request, said), self.error, self._mapped, _letters(said), seconds or self.seconds,
            self._patience,
        )  # fmt: skip

    def reckoned(self, messages: Sequence[Message], answer_tokens: int, schema: type[BaseModel] | None = None) -> int:
        """Return the tokens, in and out, that a call of :meth:`stream` takes at most, by the length of its texts."""
        return round(_letters(_said(messages, schema)) / LETTERS_PER_TOKEN) + answer_tokens

    def warm(self) -> None:
        """Import the provider's package and make the model; nothing is sent.

        Raises:
            ModelError: the model cannot be made out of the settings.
        """
        self._made(self._request(1, None))

    def stated_length(self) -> int | None:
        """Return the tokens that the model takes in according to LangChain; None when it does not know the model.

        Raises:
            ModelError: the model cannot be made out of the settings.
        """
        profile = self._made(self._request(1, None)).profile
        return profile.get("max_input_tokens") if profile else None

    def error(self, trouble: Trouble, why: Why = "") -> ModelError:
        """Return what is raised of a trouble with this model."""
        return ModelError(trouble, told(trouble, self.name, self.place.described, why))

    def _mapped(self, error: Exception) -> ModelError:
        from assistant.models.mapping import is_unpaid, status_of, trouble_of

        trouble, status = trouble_of(error), status_of(error)
        why: Why = ""
        if trouble is Trouble.KEY and self.url and not read_key(self._settings):
            why = "no_key"
        elif is_unpaid(error):
            trouble, why = Trouble.BUSY, "unpaid"
        elif status is not None and status < 400:
            why = "redirected"
        return self.error(trouble, why)

    async def _answer(self, request: Request, said: list[tuple[str, str]]) -> AsyncGenerator[AIMessageChunk]:
        """Yield what the model says; a request that the server refuses for what it carries is made again with less."""
        request = replace(request, sent=self._sent)
        while True:
            begun = False
            try:
                chunks = cast("AsyncGenerator[AIMessageChunk]", self._made(request).astream(said))
                async with aclosing(chunks):
                    async for chunk in chunks:
                        begun, self._sent = True, request.sent
                        yield chunk
                return
            except Exception as error:  # the providers' errors have no root in common
                request = self._without(request, error, begun)

    def _without(self, request: Request, error: Exception, begun: bool) -> Request:
        """Return the request without what ``error`` refuses of it; raise ``error`` when it refuses nothing."""
        from assistant.models.refusing import given_up

        refused = None if begun else given_up(error, request.sent, request.shape is not None)
        if refused is None:
            raise error
        return replace(request, sent=request.sent - {refused})

    def _request(self, answer_tokens: int, schema: type[BaseModel] | None) -> Request:
        return Request(
            self.provider,
            self.model,
            self.place,
            self.url,
            read_key(self._settings),
            self.context,
            self.seconds,
            answer_tokens,
            self._sent,
            schema,
        )

    def _made(self, request: Request) -> BaseChatModel:
        with self._making:
            if request not in self._models:
                self._models[request] = self._make(request)
            return self._models[request]

    def _make(self, request: Request) -> BaseChatModel:
        from langchain.chat_models import init_chat_model

        try:
            made: BaseChatModel = init_chat_model(request.model, model_provider=request.provider, **arguments(request))
            return made
        except ImportError as exc:
            raise ModelError(Trouble.MISCONFIGURED, missing_package(request.provider)) from exc
        except Exception as exc:  # each provider has errors of its own for what it cannot use
            said = str(exc)
            variable = next((name for name in _VARIABLES if name in said), "")
            if not variable and ("key" in said.lower() or "credentials" in said.lower()):
                raise self.error(Trouble.KEY, "no_key") from exc
            raise ModelError(Trouble.MISCONFIGURED, misconfigured(self.name, variable)) from exc


def _said(messages: Sequence[Message], schema: type[BaseModel] | None) -> list[tuple[str, str]]:
    """Return the messages as LangChain takes them, the shape of the answer told in the last of them."""
    said: list[tuple[str, str]] = [(message.role, message.text) for message in messages]
    if schema:
        # In the last message: some models take no two of the user's one after the other.
        said[-1] = (said[-1][0], f"{said[-1][1]}\n\n{in_words(schema)}")
    return said


def _letters(said: Sequence[tuple[str, str]]) -> int:
    return sum(len(text) for _, text in said)
