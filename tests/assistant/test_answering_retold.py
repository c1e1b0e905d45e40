"""A decision that two documents tell is told once; two decisions are two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answering.retold import each_once
from assistant.register.entries import Entry, entry_of
from ingest.register.model import Decision, Stance
from tests.assistant.register.records import SOURCES, decision

BY_ID = {source.id: source for source in SOURCES}
TOLD = "att förlänga hyresavtalet för lokalen vid torget"
AGAIN = "Hyresavtalet för lokalen vid torget förlängs i tre år"


def entries(*decisions: Decision) -> list[Entry]:
    return [entry_of(place, one, BY_ID[one.place.document]) for place, one in enumerate(decisions)]


def told(document: str, what: str, **more: object) -> Decision:
    base = decision(what, stance=Stance.DECIDED, initiatives=(), **more)
    return replace(base, place=replace(base.place, document=document))


def kept(*decisions: Decision) -> list[str]:
    return [one.source.id for one in each_once(entries(*decisions), lambda word: 1.0 if len(word) > 3 else 0.1)]


def test_the_weightier_document_tells_it() -> None:
    assert kept(told("accounts", AGAIN, date="2030"), told("minutes", TOLD)) == ["minutes"]


@pytest.mark.parametrize(
    "other",
    [
        told("accounts", "att anställa en kanslist på halvtid"),
        told("accounts", AGAIN, date="2029"),
        replace(told("accounts", AGAIN), stance=Stance.REJECTED),
        replace(told("accounts", AGAIN), association="ekstad"),
        told("minutes", AGAIN),
    ],
    ids=["of something else", "of another year", "done otherwise", "of others", "of one document"],
)
def test_another_decision_is_told_too(other: Decision) -> None:
    assert len(kept(told("minutes", TOLD), other)) == 2


def test_each_retelling_takes_the_place_of_one() -> None:
    """Of two alike in one document, one is the retelling, and the other a decision of its own."""
    assert len(kept(told("minutes", TOLD), told("accounts", AGAIN), told("accounts", f"{AGAIN} till"))) == 2
