"""Goals: what is to be reached, by whom and when, out of tables, the forms of initiatives and running text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ingest.model import Document, Table
from ingest.register import aims
from ingest.register.columns import filled_rows, first_shown, span_around
from ingest.register.model import Goal
from ingest.register.names import Names
from ingest.register.places import place
from ingest.register.targets import counted, parted
from ingest.tables.figures import find, parse

_KINDS = ("goal", "area", "activity", "measure", "responsible", "when", "come of it")
_BESIDE = frozenset({"area", "activity", "measure", "responsible", "when"})
"""Columns of which a table of goals has one."""
_PLANS = frozenset({"verksamhetsplan", "inriktning"})
_NONE = frozenset({"lag", "forbundsordning"})
"""Types of documents that set no goals."""
_SAID = ("target", "area", "activity", "responsible", "initiative", "when")
_WORDS = re.compile(r"[^\W\d_]{3}")
_UNCLEAR = "Radens text kunde inte säkert delas upp på kolumner."


def extract(document: Document, names: Names) -> tuple[Goal, ...]:
    """The goals of a document in order; one that is told several times in the same words is told once."""
    if document.source.type in _NONE:
        return ()
    found = list(aims.extract(document, names))
    for table in document.tables:
        found.extend(_of_form(document, table, names) if table.sheet else _of_table(document, table))
    named = (_with_initiative(goal, names) for goal in sorted(found, key=lambda goal: goal.place.start))
    return tuple(_once(named))


def _with_initiative(goal: Goal, names: Names) -> Goal:
    """A goal that names one initiative is that initiative's."""
    named = {mention.name for mention in names.mentions(goal.what)}
    return replace(goal, initiative=named.pop()) if len(named) == 1 and not goal.initiative else goal


def _of_table(document: Document, table: Table) -> Iterator[Goal]:
    kinds = _kinds(table)
    if not is_of_goals(document, table):
        return
    span, area = span_around(document, table), ""
    for row, texts, _ in filled_rows(document, table):
        by_kind = _by_kind(kinds, texts)
        area = by_kind["area"] or area
        if row.is_sum or parse(by_kind["goal"]):
            continue
        for what in parted(by_kind["goal"]):
            yield Goal(
                place(document, row.start, row.end),
                document.source.association,
                what,
                target=_target(document, by_kind) or counted(what),
                year=span.year if span else None,
                area=area,
                activity=by_kind["activity"],
                responsible=by_kind["responsible"],
                when=by_kind["when"],
                doubt=_UNCLEAR if row.uncertain or table.uncertain else "",
            )


def is_of_goals(document: Document, table: Table) -> bool:
    """Whether a table has a column of goals in words, beside one that says more of them."""
    kinds = _kinds(table)
    if "goal" not in kinds or not _BESIDE & set(kinds):
        return False
    goals = [_by_kind(kinds, texts)["goal"] for _, texts, _ in filled_rows(document, table)]
    return any(_WORDS.search(goal) for goal in goals)


def _kinds(table: Table) -> list[str]:
    return [first_shown(_KINDS, head) for head in table.heads]


def _by_kind(kinds: Iterable[str], texts: Iterable[str]) -> Mapping[str, str]:
    by_kind: dict[str, str] = defaultdict(str)
    for kind, text in zip(kinds, texts, strict=True):
        by_kind[kind] = " ".join(filter(None, (by_kind[kind], text)))
    return by_kind


def _target(document: Document, by_kind: Mapping[str, str]) -> str:
    """What is measured: in a plan also what is to come of it, when that has the figures; in a report neither is."""
    if document.source.type not in _PLANS:
        return ""
    told = (by_kind["measure"], by_kind["come of it"])
    return next((text for text in told if find(text)), told[0])


def _of_form(document: Document, table: Table, names: Names) -> Iterator[Goal]:
    """The goals in an initiative's form: the rows that the word labels."""
    span = span_around(document, table)
    for row, texts, at in filled_rows(document, table):
        if first_shown(_KINDS, texts[at]) != "goal":
            continue
        for what in parted(next((text for text in texts[at + 1 :] if text), "")):
            yield Goal(
                place(document, row.start, row.end),
                document.source.association,
                what,
                target=counted(what),
                year=span.year if span else None,
                area=table.title,
                initiative=names.canonical(table.title) or table.title,
            )


def _once(goals: Iterable[Goal]) -> Iterator[Goal]:
    """Of goals in the same words that of which most is said."""
    kept: dict[tuple[str, str], Goal] = {}
    for goal in goals:
        key = re.sub(r"[\W_]+", " ", goal.what).strip().casefold(), goal.initiative
        if key not in kept or _told(goal) > _told(kept[key]):
            kept[key] = goal
    return iter(kept.values())


def _told(goal: Goal) -> int:
    return sum(bool(getattr(goal, name)) for name in _SAID)
