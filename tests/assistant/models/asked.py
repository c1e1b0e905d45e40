"""A line to a scripted server, with waits that take no time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from assistant.journal import Journal
from assistant.models.chat import Message
from assistant.models.line import Line
from assistant.models.retrying import Patience
from ingest.settings import Settings
from tests.scripted_model import ScriptedModel

MESSAGES = (Message("system", "Svara kort."), Message("user", "Vad kostar det?"))
PROVIDERS = ("openai", "ollama", "mistralai", "anthropic")
"""Those whose packages the project names."""
QUICK = Patience(attempts=3, first_wait=0.01, longest_wait=0.05)


def settings(server: ScriptedModel, data: Path, provider: str = "openai", **changed: Any) -> Settings:
    url = server.address if provider in ("ollama", "anthropic") else f"{server.address}/v1"
    fields = {"chat_model": f"{provider}:provmodell", "chat_base_url": url, "data": data, **changed}
    return Settings(**fields)


def line(server: ScriptedModel, data: Path, provider: str = "openai", rest: float = 0.0, **changed: Any) -> Line:
    configured = settings(server, data, provider, **changed)
    return Line(configured, Journal(configured.journal), QUICK, rest)


def heard(spoken: Line, **arguments: Any) -> str:
    """Ask, and return all that is answered."""
    with spoken.stream(MESSAGES, 100, "svar", **arguments) as stream:
        return "".join(stream)
