"""How much a model takes in, as its server tells it."""

from __future__ import annotations

from typing import Any

from assistant.models.chat import Chat
from assistant.models.errors import ModelError, Trouble
from assistant.models.telling import told


def stated_context(chat: Chat, key: str) -> int | None:
    """Return the tokens that the model's server says it takes in; None when it does not say.

    Servers with OpenAI's protocol may list it (``max_model_len`` of vLLM); Ollama tells it of each model.

    Raises:
        ModelError: the server cannot be reached.
    """
    import httpx

    headers = {"Authorization": f"Bearer {key}"} if key else {}
    try:
        with httpx.Client(trust_env=not chat.place.local, timeout=5.0, headers=headers) as client:
            if chat.provider == "ollama":
                return _of_ollama(client.post(f"{chat.url}/api/show", json={"model": chat.model}).json())
            return _of_list(client.get(f"{chat.url}/models").json(), chat.model) if chat.url else None
    except httpx.TransportError as exc:
        trouble = Trouble.UNREACHABLE
        raise ModelError(trouble, told(trouble, chat.name, chat.place.described)) from exc
    except ValueError:
        return None


def _of_list(models: Any, name: str) -> int | None:
    listed = models.get("data") if isinstance(models, dict) else None
    for one in listed if isinstance(listed, list) else ():
        if isinstance(one, dict) and one.get("id") == name:
            return _whole_number(one.get("max_model_len"))
    return None


def _of_ollama(shown: Any) -> int | None:
    about = shown.get("model_info") if isinstance(shown, dict) else None
    lengths = [value for name, value in about.items() if name.endswith(".context_length")] if about else []
    return _whole_number(lengths[0]) if lengths else None


def _whole_number(value: object) -> int | None:
    return value if isinstance(value, int) else None
