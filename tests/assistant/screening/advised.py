"""A screener whose language model is a server that a test scripts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from assistant.models.line import Line
from assistant.models.place import Place
from assistant.screening.model import Judgement, Protocol, Remark
from assistant.screening.screener import Screener
from assistant.service import Assistant
from ingest.settings import Settings
from tests.assistant.models.asked import QUICK
from tests.scripted_model import Json, Says, ScriptedModel, scripted_model

ROOT = Path(__file__).resolve().parents[3]
DAY = date(2026, 3, 1)
MODEL = "openai:provmodell"
DRAFTS = Path(__file__).parent / "drafts"
SOUND = DRAFTS / "stegvis.md"
LETTER = DRAFTS / "brevet.txt"
HOME = "28 Malmöbor mellan 25 och 58 år med långvarig smärta."
"""Stands in the sound draft."""
NUMBER = "19121212-1212"
CLIENT = "Tolvan Tolvansson"
RESTS = "Språkmodellen kunde inte användas; granskningen vilar på reglerna."


def proposal(id: str, verdict: str, evidence: str | None = None, why: str | None = "") -> Json:
    return {"id": id, "verdict": verdict, "evidence": evidence, "why": why}


def proposing(*proposals: Json) -> str:
    return json.dumps({"criteria": proposals}, ensure_ascii=False)


def told(request: Json) -> str:
    """All that a request says to the model."""
    return "\n".join(str(message["content"]) for message in request["messages"])


def remarks(protocol: Protocol) -> Mapping[str, Remark]:
    return {one.criterion.id: one.remark for one in protocol.judgements if one.remark}


def judged(protocol: Protocol) -> Mapping[str, Judgement]:
    return {one.criterion.id: one for one in protocol.judgements}


def outcome(protocol: Protocol) -> tuple[object, ...]:
    """All of a protocol but what is said of the model and its remarks."""
    judgements = [
        (one.criterion.id, one.verdict, one.evidence, one.why, one.question, one.rule) for one in protocol.judgements
    ]
    return judgements, protocol.recommendation, protocol.reasons, protocol.risks


@dataclass
class Desk:
    """Screens with the model of the server, and without any."""

    plain: Screener
    advised: Screener
    server: ScriptedModel

    def says(self, *proposals: Json) -> None:
        self.server.script = lambda request: Says(proposing(*proposals))

    def answers(self, script: Callable[[Json], Says]) -> None:
        self.server.script = script

    @property
    def told(self) -> str:
        """What the model was told last."""
        return told(self.server.requests[-1])


@contextmanager
def desk(index: Path, data: Path, far: bool = False, rest: float = 0.0, **changed: Any) -> Iterator[Desk]:
    """Serve a desk; ``far`` takes the server for somebody else's machine."""
    with scripted_model(proposing()) as server:
        own = Settings(corpus=ROOT / "corpus", data=data, index_folder=index, prompts=ROOT / "prompts")
        assistant = Assistant(own)
        plain = Screener(assistant, day=DAY)
        values = {"chat_model": MODEL, "chat_base_url": f"{server.address}/v1", "chat_timeout": 20.0, **changed}
        line = Line(replace(own, **values), assistant.journal, QUICK, rest)
        if far:
            line._chat.place = Place("api.example.se", local=False)
        assistant.line = line
        yield Desk(plain, Screener(assistant, day=DAY), server)
