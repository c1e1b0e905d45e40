"""Every decision of four invented minutes, in Word, PDF and plain text, and no proposal told as decided."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from ingest.collect import collect
from ingest.model import Document
from ingest.register.extraction import extract
from ingest.register.model import Decision, Stance
from ingest.register.names import own_names
from tests.ingest.register import listed
from tests.ingest.register.matching import Comparison, compare, holds, plain
from tests.ingest.register.minutes import granviken, norrsjo

MINUTES = Path(__file__).parent / "minutes"
GOLD: dict[str, listed.Facts] = tomllib.loads((MINUTES / "gold.toml").read_text(encoding="utf-8"))
SETTLED = {Stance.DECIDED, Stance.GRANTED, Stance.POSITIVE}


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    folder = tmp_path_factory.mktemp("protokoll")
    for module in (granviken, norrsjo):
        (folder / module.FILE).write_bytes(module.written())
    for file in MINUTES.glob("*.txt"):
        (folder / file.name).write_bytes(file.read_bytes())
    return {one.id: one for one in collect([folder], {}).documents}


@cache
def decisions(document: Document) -> tuple[Decision, ...]:
    return tuple(one for one in extract(document, own_names()) if isinstance(one, Decision))


def compared(gold: listed.Facts, document: Document) -> Comparison:
    shared = {"document": gold["document"], "date": gold["date"]}
    told = [one for one in decisions(document) if one.stance != Stance.PROPOSED]
    return compare([listed.decision(shared | facts) for facts in gold["decisions"]], told)


@pytest.mark.parametrize("gold", GOLD.values(), ids=GOLD)
def test_every_decision_is_read_and_nothing_else_is_told_as_one(
    gold: listed.Facts, documents: dict[str, Document]
) -> None:
    found = compared(gold, documents[gold["document"]])
    assert not found.missing, found.told()
    assert not found.extra, found.told()


@pytest.mark.parametrize("gold", GOLD.values(), ids=GOLD)
def test_who_decided_when_why_and_for_how_much(gold: listed.Facts, documents: dict[str, Document]) -> None:
    """Body, date of the meeting, reason, amount, reservations."""
    found = compared(gold, documents[gold["document"]])
    assert found.matched
    assert not found.faults, found.told()


@pytest.mark.parametrize("gold", GOLD.values(), ids=GOLD)
def test_no_proposal_is_told_as_decided(gold: listed.Facts, documents: dict[str, Document]) -> None:
    settled = [one for one in decisions(documents[gold["document"]]) if one.stance in SETTLED]
    assert settled
    assert [one for one in settled for words in gold["proposals"] if holds(one.what, words)] == []


@pytest.mark.parametrize("gold", GOLD.values(), ids=GOLD)
def test_decisions_are_quoted_verbatim(gold: listed.Facts, documents: dict[str, Document]) -> None:
    document = documents[gold["document"]]
    for one in decisions(document):
        assert one.place.quote
        assert one.place.quote == document.text[one.place.start : one.place.end]


@pytest.mark.parametrize("gold", GOLD.values(), ids=GOLD)
def test_gold_stands_in_the_minutes(gold: listed.Facts, documents: dict[str, Document]) -> None:
    """A slip of the hand in the list is found here: every paragraph and every word of it can be read."""
    text = plain(documents[gold["document"]].text)
    words = [
        word for one in gold["decisions"] for word in (*one["has"], *one.get("reason", []), one.get("paragraph", ""))
    ]
    words += [word for proposal in gold["proposals"] for word in proposal]
    assert [word for word in words if plain(word) not in text] == []
