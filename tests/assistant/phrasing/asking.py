"""An assistant over an index whose model is a scripted server."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from assistant.answers import Answer
from assistant.models.line import Line
from assistant.service import Assistant
from ingest.settings import Settings
from tests.assistant.models.asked import QUICK
from tests.scripted_model import ScriptedModel

TODAY = date(2027, 5, 3)


def assistant(settings: Settings, server: ScriptedModel, today: date | None = TODAY, **changed: Any) -> Assistant:
    """An assistant that asks ``server``; retries wait for next to nothing, and no failure puts it to rest."""
    configured = replace(settings, chat_model="openai:provmodell", chat_base_url=f"{server.address}/v1", **changed)
    made = Assistant(configured, today)
    made.line = Line(configured, made.journal, QUICK, rest=0.0)
    return made


def number_of(prompt: str, words: str) -> int:
    """The number of the first offered source that holds ``words``."""
    sources = prompt[prompt.index("<källor>") : prompt.index("</källor>")]
    parts = re.split(r"(?m)^\[(\d+)\] ", sources)[1:]
    return next(int(number) for number, text in zip(parts[::2], parts[1::2], strict=True) if words in text)


def citing(*claims: tuple[str, str]) -> Callable[[dict[str, Any]], str]:
    """Claims with the marks of the sources that hold given words: (sentence without its stop, words of the source)."""

    def text(request: dict[str, Any]) -> str:
        prompt = str(request["messages"][-1]["content"])
        return " ".join(f"{said} [{number_of(prompt, words)}]." for said, words in claims)

    return text


def is_sound(answer: Answer) -> bool:
    """True when every mark has its citation, and every line but a remark or a lead-in its mark."""
    marks = {int(number) for number in re.findall(r"\[(\d+)\]", answer.text)}
    return marks == {one.marker for one in answer.citations}
