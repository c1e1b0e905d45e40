"""What a model's server tells of it, asked outside any conversation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from assistant.models.chat import Chat
from assistant.models.errors import Trouble

SECONDS = 5.0
"""How long the server may take."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a server tells."""

    context: int | None = None
    """Tokens that the model takes in; None when the server does not say."""
    models: tuple[str, ...] = ()
    """Names of the models that it has; empty when it does not list them."""


def ask_about(chat: Chat, key: str) -> Stated:
    """Return what the model's server tells: of servers with OpenAI's protocol some, of which vLLM, tell the length.

    A provider's own address is not asked.

    Raises:
        ModelError: the server cannot be reached.
    """
    import httpx

    if not chat.url:
        return Stated()
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    try:
        with httpx.Client(trust_env=not chat.place.local, timeout=SECONDS, headers=headers) as client:
            if chat.provider == "ollama":
                about = client.post(f"{chat.url}/api/show", json={"model": chat.model})
                listed = client.get(f"{chat.url}/api/tags")
                return Stated(_shown_length(_read(about)), _names(_read(listed), "models", "name"))
            listed = client.get(f"{chat.url}/models")
            return Stated(_listed_length(_read(listed), chat.model), _names(_read(listed), "data", "id"))
    except httpx.TransportError as exc:
        raise chat.error(Trouble.UNREACHABLE) from exc


def _read(response: Any) -> dict[str, Any]:
    """Return the object that a server answers; an empty one when it answers something else."""
    try:
        found = response.json()
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _entries(answer: dict[str, Any], key: str) -> list[dict[str, Any]]:
    found = answer.get(key)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _names(answer: dict[str, Any], key: str, name: str) -> tuple[str, ...]:
    return tuple(str(one[name]) for one in _entries(answer, key) if name in one)


def _listed_length(answer: dict[str, Any], model: str) -> int | None:
    lengths = (one.get("max_model_len") for one in _entries(answer, "data") if one.get("id") == model)
    return next((length for length in lengths if isinstance(length, int)), None)


def _shown_length(answer: dict[str, Any]) -> int | None:
    about = answer.get("model_info")
    entries = about.items() if isinstance(about, dict) else ()
    return next((n for name, n in entries if name.endswith(".context_length") and isinstance(n, int)), None)
