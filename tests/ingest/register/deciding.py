"""Decisions out of short texts, with initiatives that they may name."""

from __future__ import annotations

from datetime import date
from typing import Any

from ingest.model import Document
from ingest.register import decisions
from ingest.register.model import Decision, Initiative, Place
from ingest.register.names import names_of
from tests.ingest.register.meetings import document_from

NAMES = names_of(
    [Initiative(Place("x", "", 0, 0, ""), "storvik", name, name) for name in ("Gröna trappan", "Bryggan", "Lyktan")]
)


def told(text: str, **source: Any) -> tuple[Decision, ...]:
    facts = {"type": "redovisning", "starts": date(2031, 1, 1), "ends": date(2031, 12, 31), **source}
    return extracted(document_from(text, **facts))


def extracted(document: Document) -> tuple[Decision, ...]:
    found = decisions.extract(document, NAMES)
    for one in found:
        assert one.place.quote == document.text[one.place.start : one.place.end]
    return found
