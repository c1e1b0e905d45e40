"""The same decision told in two documents: told once, by the weightier one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from assistant.lexicon import stem
from assistant.register.entries import Entry
from assistant.register.statements import weightiest
from assistant.words import FILLERS
from ingest.register.model import Decision

ALIKE = 0.35
"""Share of the information of the shorter telling that the other one must hold."""

_WORD = re.compile(r"[^\W_]+")


def each_once(entries: Iterable[Entry], weigh: Callable[[str], float]) -> list[Entry]:
    """Return the entries without those that a weightier document tells; two of one document are two decisions.

    Args:
        weigh: the information of a word in nats.
    """
    kept: list[Entry] = []
    retold: set[tuple[int, str]] = set()
    for entry in weightiest(entries):
        alike = ((_likeness(entry, other, weigh), other.id) for other in kept if _may_be_same(entry, other))
        near = [one for one in alike if one[0] >= ALIKE and (one[1], entry.source.id) not in retold]
        if near:
            retold.add((max(near)[1], entry.source.id))
        else:
            kept.append(entry)
    return kept


def _may_be_same(entry: Entry, other: Entry) -> bool:
    """True for decisions of two documents of one association, of a time that one of them need not know to the day."""
    one, two = entry.record, other.record
    if not (isinstance(one, Decision) and isinstance(two, Decision)) or entry.source.id == other.source.id:
        return False
    if one.association != two.association or one.stance is not two.stance:
        return False
    if one.initiatives and two.initiatives and not set(one.initiatives) & set(two.initiatives):
        return False
    return one.date.startswith(two.date) or two.date.startswith(one.date)


def _likeness(entry: Entry, other: Entry, weigh: Callable[[str], float]) -> float:
    """Return the share, 0…1, of what the shorter of two tellings says that the other one says too."""
    one, two = (_information(each, weigh) for each in (entry, other))
    shared = sum(weight for word, weight in one.items() if word in two)
    return shared / (min(sum(one.values()), sum(two.values())) or 1.0)


def _information(entry: Entry, weigh: Callable[[str], float]) -> dict[str, float]:
    assert isinstance(entry.record, Decision)
    words = _WORD.findall(" ".join((entry.record.what, *entry.record.initiatives)).lower())
    return {stem(word): weigh(word) for word in words if word not in FILLERS}
