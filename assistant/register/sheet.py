"""An initiative's own sheet: everything known of it in order, each with its place, contradictions side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TypeVar

from assistant.register.entries import Entry, Kind
from assistant.register.selection import Column, Order, ordered
from assistant.register.series import in_order
from assistant.register.statements import Statement, numbers, words
from assistant.register.telling import TYPES
from ingest import features
from ingest.register.model import Initiative, Measure, Money, Result


class About(StrEnum):
    """What documents say of an initiative as such."""

    TYPE = "type"
    OWNER = "owner"
    PARTIES = "parties"
    PERIOD = "period"
    TARGET_GROUP = "target_group"


Lines = TypeVar("Lines", bound="Line")

CONTRADICTING = frozenset({About.TYPE, About.OWNER})
"""Of these there is one at a time: two are a contradiction. A target group told in other words is none."""

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = frozenset({"", "s", "n", "ns", "t", "ts", "en", "ens", "et", "ets", "na", "nas", "erna", "ernas"})
"""Of the definite form and the genitive."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is told of one thing, of the initiative of one association: two may have one of the same name."""

    statements: tuple[Statement, ...]
    contradicts: bool
    """The statements cannot all be right."""

    @property
    def association(self) -> str:
        return self.statements[0].entry.record.association


@dataclass(frozen=True, slots=True)
class Told(Line):
    what: About


@dataclass(frozen=True, slots=True)
class Amount(Line):
    """An amount of a year, or of ``period``, a part of it."""

    year: int | None
    measure: Measure
    period: str


@dataclass(frozen=True, slots=True)
class Number(Line):
    """A number of the initiative's results."""

    what: str
    year: int | None
    measure: Measure
    period: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything known of an initiative."""

    name: str
    aliases: tuple[str, ...]
    associations: tuple[str, ...]
    about: tuple[Told, ...]
    decisions: tuple[Entry, ...]
    """The oldest first, those without a date last."""
    undecided: tuple[Entry, ...]
    """Proposals, views stated and things that happened, in the same order."""
    money: tuple[Amount, ...]
    goals: tuple[Entry, ...]
    results: tuple[Number, ...]

    @property
    def contradictions(self) -> int:
        return sum(line.contradicts for line in (*self.about, *self.money, *self.results))


def sheet(name: str, entries: Sequence[Entry]) -> Sheet:
    """Put together what ``entries`` tell of the initiative of this canonical name."""
    own = [entry for entry in entries if name in entry.initiatives]

    def of(*kinds: Kind) -> tuple[Entry, ...]:
        return tuple(ordered([entry for entry in own if entry.kind in kinds], Order(Column.DATE, descending=False)))

    places = sorted({entry.record.association for entry in own})

    def lines(make: Callable[[Sequence[Entry]], Iterable[Lines]], kind: Kind) -> tuple[Lines, ...]:
        entries = of(kind)
        apart = ([entry for entry in entries if entry.record.association == place] for place in places)
        return tuple(line for group in apart for line in make(group))

    return Sheet(
        name=name,
        aliases=_aliases(name, own),
        associations=tuple(place for place in places if place),
        about=lines(_about, Kind.INITIATIVE),
        decisions=of(Kind.DECISION),
        undecided=of(Kind.PROPOSAL, Kind.OTHER),
        money=lines(_money, Kind.MONEY),
        goals=of(Kind.GOAL),
        results=lines(_results, Kind.RESULT),
    )


def _aliases(name: str, entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the other names, each once whichever its capitals."""
    records = [entry.record for entry in entries if isinstance(entry.record, Initiative)]
    names = {alias.lower(): alias for record in records for alias in (*record.aliases, record.written)}
    names.pop(name.lower(), None)
    return tuple(names.values())


def _about(entries: Sequence[Entry]) -> Iterable[Told]:
    for what, said in _SAID.items():
        statements = words(entries, said)
        if statements:
            yield Told(statements, what in CONTRADICTING and _exclude_each_other(statements), what)


def _exclude_each_other(statements: Sequence[Statement]) -> bool:
    """True when two statements each have a word that the other has not: "Malmö stad (Komvux)" only says more."""
    told = [set(_WORD.findall(one.text.lower())) - features.stop_words() for one in statements]
    return any(not (_is_in(one, other) or _is_in(other, one)) for one, other in combinations(told, 2))


def _is_in(words: Iterable[str], others: Iterable[str]) -> bool:
    """True when each word is among the others, in whatever form: "Skånes vuxenpsykiatri", "Skåne, vuxenpsykiatrin"."""
    return all(any(_is_form(*sorted((word, other), key=len)) for other in others) for word in words)


def _is_form(word: str, longer: str) -> bool:
    return longer.startswith(word) and longer[len(word) :] in _ENDINGS


def _said(tell: Callable[[Initiative], str]) -> Callable[[Entry], str]:
    return lambda entry: tell(entry.record) if isinstance(entry.record, Initiative) else ""


_SAID = {
    About.TYPE: _said(lambda record: TYPES.get(record.type, record.type)),
    About.OWNER: _said(lambda record: record.owner),
    About.PARTIES: _said(lambda record: ", ".join(record.parties)),
    About.PERIOD: _said(lambda record: record.period),
    About.TARGET_GROUP: _said(lambda record: record.target_group),
}


def _money(entries: Sequence[Entry]) -> Iterable[Amount]:
    groups: dict[tuple[int | None, Measure, str], list[Entry]] = {}
    for entry in entries:
        if isinstance(entry.record, Money):
            key = (entry.record.year, entry.record.measure, entry.record.period)
            groups.setdefault(key, []).append(entry)
    for (year, measure, period), group in sorted(groups.items(), key=lambda one: in_order(*one[0])):
        statements = numbers(group)
        yield Amount(statements, len(statements) > 1, year, measure, period)


_Key = tuple[str, str, int | None, Measure, str]
"""What, unit, year, measure and period of a result."""


def _results(entries: Sequence[Entry]) -> Iterable[Number]:
    groups: dict[_Key, list[Entry]] = {}
    for entry in entries:
        if isinstance(entry.record, Result):
            one = entry.record
            groups.setdefault((one.what, one.unit, one.year, one.measure, one.period), []).append(entry)
    for (what, _, year, measure, period), group in sorted(groups.items(), key=_result_order):
        statements = numbers(group)
        yield Number(statements, len(statements) > 1, what, year, measure, period)


def _result_order(group: tuple[_Key, list[Entry]]) -> tuple[int, str, int, str]:
    """Return a key that sorts by year, then by what is counted, a goal before its outcome."""
    what, _, year, measure, period = group[0]
    first, second, last = in_order(year, measure, period)
    return first, what, second, last
