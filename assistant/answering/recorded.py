"""Records of the register as claims: whole answers where all that is kept is asked for, else candidates beside what
passages and tables say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answering.claims import Claim
from assistant.answering.facts import Fact
from assistant.answering.inquiry import Inquiry, Sought
from assistant.answering.kinship import PART
from assistant.answering.listing import Listing
from assistant.answering.record_claims import BRIEF, LONGEST, claim_of_entry, fact_of, weighed
from assistant.answering.record_matching import fits, holds_all
from assistant.answering.retold import each_once
from assistant.answering.terms import Bag, Term
from assistant.answers import Scope
from assistant.library import Library
from assistant.question import Part
from assistant.register.entries import Entry, Kind, texts_of
from assistant.register.selection import register_of
from assistant.register.statements import numbers, weightiest
from assistant.retrieval import Hit
from ingest.model import Document
from ingest.register.model import Decision, Goal, Initiative, Measure, Money, Result, Stance

MOST = 15
"""Records that are told in one answer; of more, the latest."""

LIST = 3
"""Records from which on they are told as a list."""

FEW = 3
"""Decisions that can be the one whose day is asked for; of more, each is told in brief."""

_KINDS = {Sought.AMOUNTS: frozenset({Kind.MONEY, Kind.RESULT}), Sought.DECISIONS: frozenset({Kind.DECISION})}


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the register says to a part; empty when it holds nothing."""

    claims: tuple[Claim, ...] = ()
    listing: Listing | None = None
    is_list: bool = False
    """The claims are items of one list."""
    is_cut: bool = False
    """More records fit than are said."""

    def __bool__(self) -> bool:
        return bool(self.claims or self.listing)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The records within a scope."""

    library: Library
    entries: Sequence[Entry]

    @classmethod
    def of(cls, library: Library, scope: Scope) -> Shelf:
        entries = register_of(library).entries
        return cls(library, [entry for entry in entries if library.within(entry.source, scope)])

    def whole(self, inquiry: Inquiry) -> Recorded:
        """Return all that the register says where all of it is asked for; nothing when it is not."""
        return _WHOLE[inquiry.sought](self, inquiry) if inquiry.sought in _WHOLE else Recorded()

    def claims(self, inquiry: Inquiry, part: Part, terms: Sequence[Term], hits: Sequence[Hit]) -> Iterator[Claim]:
        """Yield a claim for each record that fits, on the scale of those of passages and tables."""
        for entry in self.fitting(inquiry, _KINDS.get(inquiry.sought, frozenset())):
            yield weighed(self.claim(entry), entry, part, terms, hits)

    def fitting(self, inquiry: Inquiry, kinds: frozenset[Kind]) -> list[Entry]:
        """Return the records of some kinds that fit what is asked."""
        if Stance.POSITION in inquiry.stances and Kind.DECISION in kinds:
            kinds |= {Kind.OTHER}
        return [entry for entry in self.entries if entry.kind in kinds and fits(entry, inquiry)]

    def claim(self, entry: Entry, longest: int = LONGEST) -> Claim:
        return claim_of_entry(self._document(entry), entry, longest)

    def fact(self, entry: Entry) -> Fact | None:
        return fact_of(self._document(entry), entry)

    def _document(self, entry: Entry) -> Document:
        return self.library.document(entry.record.place.document)


def _decisions(shelf: Shelf, inquiry: Inquiry) -> Recorded:
    if not inquiry.is_narrowed or not (inquiry.is_listed or inquiry.is_dated or inquiry.is_doubted):
        return Recorded()
    found = shelf.fitting(inquiry, _KINDS[Sought.DECISIONS])
    dated = [one for one in found if not isinstance(one.record, Decision) or one.record.date_kind != "planår"]
    told = each_once(dated if inquiry.is_dated else dated or found, shelf.library.weigh)
    is_one = inquiry.is_dated or inquiry.is_doubted
    if is_one and not (0 < len(told) <= FEW and all(entry.first for entry in told)):
        return Recorded()
    longest = LONGEST if len(told) <= FEW else BRIEF
    claims = [shelf.claim(entry, longest) for entry in sorted(told, key=_order)]
    return Recorded(tuple(claims[-MOST:]), is_list=len(claims) >= LIST, is_cut=len(claims) > MOST)


def _order(entry: Entry) -> tuple[str, str, int]:
    return entry.first, entry.source.id, entry.record.place.start


def _reached(shelf: Shelf, inquiry: Inquiry) -> Recorded:
    claims: list[Claim] = []
    for name in inquiry.initiatives:
        groups: dict[tuple[str, int, str], list[Entry]] = {}
        for entry in weightiest(shelf.fitting(replace(inquiry, initiatives=(name,)), frozenset({Kind.RESULT}))):
            record = entry.record
            if isinstance(record, Result) and record.year and _speaks_of(shelf, entry, inquiry.subject):
                groups.setdefault((record.place.document, record.year, record.what), []).append(entry)
        whole = [group for group in groups.values() if {Measure.GOAL, Measure.OUTCOME} <= set(map(_measure, group))]
        years = {year for group in whole for year in group[0].years}
        latest = [group for group in whole if inquiry.years or max(years) in group[0].years]
        claims += [shelf.claim(entry) for entry in _pair(latest[0])] if latest else []
    return Recorded(tuple(claims))


def _counted(shelf: Shelf, inquiry: Inquiry) -> Recorded:
    found = [
        entry
        for entry in weightiest(shelf.fitting(inquiry, frozenset({Kind.RESULT})))
        if isinstance(entry.record, Result) and entry.record.year and holds_all(entry.record.what, inquiry.subject)
    ]
    if not found:
        return Recorded()
    years = inquiry.years or (max(entry.years[-1] for entry in found),)
    told: list[Claim] = []
    for year in years:
        of_year = [entry for entry in found if year in entry.years]
        plainest = min(
            of_year, key=lambda entry: len(entry.record.what) if isinstance(entry.record, Result) else 0, default=None
        )
        told += [shelf.claim(plainest)] if plainest else []
    return Recorded(tuple(told)) if len(told) == len(years) else Recorded()


def _pair(group: Sequence[Entry]) -> Iterator[Entry]:
    """Yield a goal and the outcome beside it, of one row where there is one."""
    goal = next(entry for entry in group if _measure(entry) is Measure.GOAL)
    outcomes = [entry for entry in group if _measure(entry) is Measure.OUTCOME]
    yield goal
    yield min(outcomes, key=lambda entry: entry.record.place.start != goal.record.place.start)


def _measure(entry: Entry) -> Measure | None:
    return entry.record.measure if isinstance(entry.record, Money | Result) else None


def _speaks_of(shelf: Shelf, entry: Entry, terms: Iterable[Term]) -> bool:
    """True when a result, its table's title and heads among its words, holds something of every term."""
    fact = shelf.fact(entry)
    heads = f"{fact.table.title} {' '.join(fact.table.heads)}" if fact else ""
    bag = Bag.of(f"{' '.join(texts_of(entry.record))} {heads}")
    return all(bag.match(term) for term in terms)


def _series(shelf: Shelf, inquiry: Inquiry) -> Recorded:
    entries = [
        entry
        for entry in shelf.fitting(replace(inquiry, years=()), frozenset({Kind.MONEY}))
        if isinstance(entry.record, Money) and entry.record.year and not (entry.record.is_income or entry.record.is_sum)
    ]
    years = sorted({entry.record.year for entry in entries if isinstance(entry.record, Money) and entry.record.year})
    if inquiry.years:
        first, last = inquiry.years[0], inquiry.years[-1] if len(inquiry.years) > 1 else years[-1] if years else 0
        years = [year for year in years if first <= year <= last]
    of_year = [[entry for entry in entries if getattr(entry.record, "year", None) == year] for year in years]
    told = [one for entries in of_year for one in numbers(entries)]
    if len(years) < 2 or any(statement.is_added for statement in told):
        return Recorded()
    return Recorded(tuple(shelf.claim(_in_table_first(statement.entries)[0]) for statement in told[-MOST:]))


def _in_table_first(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(weightiest(entries), key=lambda entry: not getattr(entry.record, "table", ""))


def _goals(shelf: Shelf, inquiry: Inquiry) -> Recorded:
    found = [
        entry
        for entry in shelf.fitting(inquiry, frozenset({Kind.GOAL}))
        if isinstance(entry.record, Goal)
        and any(Bag.of(entry.record.responsible).match(term) > PART for term in inquiry.subject)
        and holds_all(" ".join(texts_of(entry.record)), inquiry.subject)
    ]
    claims = [shelf.claim(entry) for entry in sorted(found, key=_order)]
    return Recorded(tuple(claims[:MOST]), is_list=len(claims) >= LIST, is_cut=len(claims) > MOST)


def _targets(shelf: Shelf, inquiry: Inquiry) -> Recorded:
    told: dict[tuple[int, str], Entry] = {}
    for entry in weightiest(shelf.fitting(inquiry, frozenset({Kind.GOAL}))):
        record = entry.record
        if isinstance(record, Goal) and record.year and holds_all(record.target, inquiry.subject):
            told.setdefault((record.year, record.target), entry)
    if {year for year, _ in told} != set(inquiry.years):
        return Recorded()
    return Recorded(tuple(shelf.claim(entry) for _, entry in sorted(told.items())))


def _typed(shelf: Shelf, inquiry: Inquiry) -> Recorded:
    types: dict[str, set[str]] = {}
    for entry in shelf.entries:
        if isinstance(entry.record, Initiative) and entry.record.type:
            types.setdefault(entry.record.name, set()).update(entry.record.type.split("/"))
    rows: dict[tuple[str, int], dict[int, Fact]] = {}
    budget = replace(inquiry, measure=Measure.BUDGET)
    for entry in weightiest(shelf.fitting(budget, frozenset({Kind.MONEY}))):
        fact = shelf.fact(entry)
        if fact and any(inquiry.type in types.get(name, ()) for name in entry.initiatives):
            rows.setdefault((fact.document.id, fact.table.start), {})[fact.row.start] = fact
    if not rows:
        return Recorded()
    facts = tuple(fact for _, fact in sorted(next(iter(sorted(rows.values(), key=len, reverse=True))).items()))
    items = tuple((fact.row.start, fact.row.end) for fact in facts)
    return Recorded(listing=Listing(facts[0].document, None, items, 1.0, 1.0, facts))


_WHOLE: Mapping[Sought, Callable[[Shelf, Inquiry], Recorded]] = {
    Sought.DECISIONS: _decisions,
    Sought.REACHED: _reached,
    Sought.SERIES: _series,
    Sought.GOALS: _goals,
    Sought.COUNTED: _counted,
    Sought.TARGETS: _targets,
    Sought.TYPED: _typed,
}
