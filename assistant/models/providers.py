"""How each provider's package is told what the settings say: address, key, limits, and a connection of our own.

Where a provider's package takes a client, it gets one that follows no redirect, keeps no connection open, and takes no
proxy on the way to this machine. The addresses of three providers are given to them in full, since their packages
would otherwise take another out of the environment (OPENAI_BASE_URL, LANGSMITH_GATEWAY and the like).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from assistant.models.place import Place

OWN_ADDRESS = {
    "anthropic": "https://api.anthropic.com",
    "mistralai": "https://api.mistral.ai/v1",
    "openai": "https://api.openai.com/v1",
}
"""Where a provider answers when FINSAM_CHAT_BASE_URL names no address."""

SENT: Mapping[str, frozenset[str]] = {
    "azure_openai": frozenset({"counts", "temperature", "shape"}),
    "mistralai": frozenset({"temperature", "shape"}),
    "ollama": frozenset({"temperature", "thinking", "shape"}),
    "openai": frozenset({"counts", "temperature", "shape", "limit"}),
}
"""What a request of each provider's carries that a server may refuse; :mod:`assistant.models.refusing` gives it up."""

NO_KEY = "none"
"""Sent in place of a key to an address of the settings': a key of the environment is meant for the provider's own."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a provider's model is made for."""

    provider: str
    model: str
    place: Place
    url: str
    """FINSAM_CHAT_BASE_URL; "" for the provider's own address."""
    key: str = field(repr=False)
    """"" for the one of the provider's own environment variable."""
    context: int
    seconds: float
    answer_tokens: int
    sent: frozenset[str]
    """Which of :data:`SENT` are sent."""
    schema: type[BaseModel] | None = None
    """The shape that the answer is held to, where the provider can do that and it has not been refused."""

    @property
    def shape(self) -> dict[str, Any] | None:
        return self.schema.model_json_schema() if self.schema and "shape" in self.sent else None


def sent_by(provider: str) -> frozenset[str]:
    """Return what the first request to a provider carries."""
    return SENT.get(provider, frozenset({"temperature"}))


def arguments(request: Request) -> dict[str, Any]:
    """Return what LangChain's class of the provider is made with."""
    given: dict[str, Any] = {"temperature": 0} if "temperature" in request.sent else {}
    match request.provider:
        case "ollama":
            return given | _ollama(request)
        case "openai" | "azure_openai":
            return given | _keyed(request) | _openai(request)
        case "mistralai":
            return given | _mistral(request)
    given |= _keyed(request) | {"max_tokens": request.answer_tokens, "max_retries": 0}
    if url := request.url or OWN_ADDRESS.get(request.provider, ""):
        given["base_url"] = url
    return given | ({"timeout": request.seconds} if request.provider == "anthropic" else {})


def _keyed(request: Request) -> dict[str, Any]:
    return {"api_key": request.key or NO_KEY} if request.key or request.url else {}


def _ollama(request: Request) -> dict[str, Any]:
    client = _client(request) | {"headers": {"Authorization": f"Bearer {request.key or NO_KEY}"}}
    given = {"base_url": request.url, "client_kwargs": client, "format": request.shape}
    limits = {"num_ctx": request.context, "num_predict": request.answer_tokens}
    return given | limits | ({"reasoning": False} if "thinking" in request.sent else {})


def _openai(request: Request) -> dict[str, Any]:
    """Both names of the limit are in use: OpenAI's own models know the newer, servers like its the older."""
    import httpx

    given: dict[str, Any] = {
        "max_retries": 0,
        "timeout": request.seconds,
        "stream_usage": "counts" in request.sent,
        "use_responses_api": False,
        "stream_chunk_timeout": None,
        "openai_proxy": None,
        "http_socket_options": (),
        "http_async_client": httpx.AsyncClient(**_client(request)),
    }
    body: dict[str, Any] = {}
    if request.url and "limit" in request.sent:
        body["max_tokens"] = request.answer_tokens
    else:
        given["max_tokens"] = request.answer_tokens
    if request.shape:
        body["response_format"] = _json_schema(request)
    if request.provider == "azure_openai":
        given |= {"azure_deployment": request.model} | ({"azure_endpoint": request.url} if request.url else {})
    else:
        given["base_url"] = request.url or OWN_ADDRESS["openai"]
    return given | ({"extra_body": body} if body else {})


def _mistral(request: Request) -> dict[str, Any]:
    """Its class takes a client that holds address and key; the environment's key goes to its own address only."""
    import httpx

    url = request.url or OWN_ADDRESS["mistralai"]
    given: dict[str, Any] = {"max_tokens": request.answer_tokens, "max_retries": 0, "base_url": url, **_keyed(request)}
    if request.key or request.url:
        headers = {"Accept": "application/json", "Authorization": f"Bearer {request.key or NO_KEY}"}
        given["async_client"] = httpx.AsyncClient(base_url=url, headers=headers, **_client(request))
    else:
        given["timeout"] = int(request.seconds)
    return given | ({"model_kwargs": {"response_format": _json_schema(request)}} if request.shape else {})


def _json_schema(request: Request) -> dict[str, Any]:
    name = request.schema.__name__.strip("_") if request.schema else ""
    return {"type": "json_schema", "json_schema": {"name": name, "schema": request.shape, "strict": False}}


def _client(request: Request) -> dict[str, Any]:
    """Return what an HTTP client is made with; questions are far between, so that no connection is kept open."""
    import httpx

    limits = httpx.Limits(max_keepalive_connections=0)
    return {
        "trust_env": not request.place.local,
        "follow_redirects": False,
        "timeout": request.seconds,
        "limits": limits,
    }


def in_words(schema: type[BaseModel]) -> str:
    """Return what a model is told of the shape of its answer."""
    shape = json.dumps(schema.model_json_schema(), ensure_ascii=False)
    return f"Svara med ett enda JSON-objekt, utan annan text, enligt detta schema:\n{shape}"
