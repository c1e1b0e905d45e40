"""The records of five real documents against lists made by hand, when the documents are at hand.

The lists hold facts only: names, figures, years, and words to know a record by.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from ingest.collect import collect
from ingest.model import Document
from ingest.register.extraction import extract
from ingest.register.model import Decision, Goal, Money, Record, Result
from ingest.register.names import own_names
from tests.ingest.register import listed
from tests.ingest.register.matching import Comparison, Wanted, compare, plain

SEEDS = Path(__file__).resolve().parents[3].parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the documents are not here")

ENOUGH = 0.97
KINDS: dict[str, tuple[type[Record], Callable[[], list[Wanted]]]] = {
    "decisions": (Decision, listed.decisions),
    "money": (Money, listed.money),
    "goals": (Goal, listed.goals),
    "results": (Result, listed.results),
}


@cache
def documents() -> dict[str, Document]:
    return {one.id: one for one in collect([SEEDS], {}).documents}


@cache
def records() -> tuple[Record, ...]:
    names = own_names()
    return tuple(record for one in documents().values() for record in extract(one, names))


@cache
def compared(kind: str) -> Comparison:
    of_kind, wanted = KINDS[kind]
    counted = listed.load(kind)["documents"]
    return compare(wanted(), [one for one in records() if isinstance(one, of_kind) and one.place.document in counted])


@pytest.mark.parametrize("kind", KINDS)
def test_nearly_all_is_found_and_nearly_nothing_else(kind: str) -> None:
    found = compared(kind)
    assert found.recall >= ENOUGH, found.told()
    assert found.precision >= ENOUGH, found.told()


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_found_is_right(kind: str) -> None:
    """Units, sums, incomes; reasons, bodies, days; targets and who is responsible."""
    found = compared(kind)
    assert found.matched
    assert found.exactness >= ENOUGH, found.told()


def test_records_are_quoted_verbatim() -> None:
    assert records()
    for record in records():
        place = record.place
        assert place.quote
        assert place.quote == documents()[place.document].text[place.start : place.end]


@pytest.mark.parametrize("kind", KINDS)
def test_gold_stands_in_its_document(kind: str) -> None:
    """A slip of the hand in a list is found here."""
    words = {
        "decisions": lambda: ((one, one["has"]) for one in listed.load(kind)["decision"]),
        "goals": lambda: ((one, one["has"] + one.get("target", [])) for one in listed.load(kind)["goal"]),
        "money": lambda: ((one, [one["written"], *_labels(one)]) for one in listed.amounts()),
        "results": lambda: ((one, [str(one["number"]), *_labels(one)]) for one in listed.numbers()),
    }
    for entry, said in words[kind]():
        text = plain(documents()[entry["document"]].text)
        absent = [word for word in said if not (plain(word) in text or plain(word) in text.replace(" ", ""))]
        assert entry.get("optional") or not absent, (entry, absent)


def _labels(entry: listed.Facts) -> list[str]:
    return [entry["label"]] if "label" in entry else entry["has"]
