"""Records of the register as claims: whole answers where all that is kept is asked for, else candidates beside what
passages and tables say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answering.claims import Claim, claim_of_fact, claim_of_text
from assistant.answering.evidence import CONTEXT, FITS, MISSES
from assistant.answering.facts import Fact, facts_of
from assistant.answering.holding import holds_what_is_sought, sought
from assistant.answering.inquiry import Inquiry, Sought
from assistant.answering.kinship import PART
from assistant.answering.listing import Listing
from assistant.answering.retold import each_once
from assistant.answering.terms import Bag, Term, coverage
from assistant.answers import Scope
from assistant.library import Library
from assistant.question import Part
from assistant.register.entries import Entry, Kind, texts_of, when
from assistant.register.selection import register_of
from assistant.register.statements import numbers, weightiest
from assistant.retrieval import Hit
from ingest.model import Document
from ingest.model import Kind as Block
from ingest.register.acts import FINITE, find
from ingest.register.model import Decision, Goal, Initiative, Measure, Money, Result, Stance
from ingest.sentences import split_sentences

MOST = 15
"""Records that are told in one answer; of more, the latest."""

FEW = 3
"""Decisions that can be the one whose day is asked for."""

TYPED = 0.85
"""What a term counts for that the record's kind holds and its words do not."""

FAR = 0.5
"""A record's nearness where its passage was not found, as a share of the best passage's score."""

LONGEST = 600
"""Characters of a record that are said."""

_HEADS = {
    Measure.GOAL: re.compile(r"mål", re.IGNORECASE),
    Measure.OUTCOME: re.compile(r"utfall|resultat", re.IGNORECASE),
    Measure.FORECAST: re.compile(r"prognos", re.IGNORECASE),
    Measure.BUDGET: re.compile(r"budget|kostnad", re.IGNORECASE),
}
"""Heads of the columns in which an amount or a number of each measure stands."""
_SOURCE = re.compile(r"(?:Fattades|Mötesdag)\b")
_ITS_SOURCE = re.compile(r"\s(?:Källa|Källor): ")
_REFUSED = frozenset({Stance.REJECTED, Stance.DEFERRED})
_KINDS = {Sought.AMOUNTS: frozenset({Kind.MONEY, Kind.RESULT}), Sought.DECISIONS: frozenset({Kind.DECISION})}
_WORDS: Mapping[Kind, str] = {
    Kind.DECISION: "beslut beslutade styrelsen styrelsens",
    Kind.MONEY: "belopp",
    Kind.RESULT: "resultat",
}
"""What the kind of a record says of it."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the register says to a part; empty when it holds nothing."""

    claims: tuple[Claim, ...] = ()
    listing: Listing | None = None
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
        best = max((hit.score for hit in hits), default=1.0) or 1.0
        for entry in self._fitting(inquiry, _KINDS.get(inquiry.sought, frozenset())):
            yield self._weighed(entry, part, terms, self._nearness(entry, hits, best))

    def _fitting(self, inquiry: Inquiry, kinds: frozenset[Kind]) -> list[Entry]:
        if Stance.POSITION in inquiry.stances and Kind.DECISION in kinds:
            kinds |= {Kind.OTHER}
        return [entry for entry in self.entries if entry.kind in kinds and _fits(entry, inquiry)]

    def _nearness(self, entry: Entry, hits: Sequence[Hit], best: float) -> float:
        place = entry.record.place
        scores = (
            hit.score
            for hit in hits
            if hit.document.id == place.document and hit.passage.start < place.end and place.start < hit.passage.end
        )
        return max(scores, default=FAR * best) / best

    def _weighed(self, entry: Entry, part: Part, terms: Sequence[Term], near: float) -> Claim:
        claim = self.claim(entry)
        document = claim.document
        around = f"{entry.record.place.section} {entry.source.title} {entry.source.year or ''} {when(entry.record)}"
        typed = f"{_WORDS.get(entry.kind, '')} {' '.join(entry.initiatives)} {getattr(entry.record, 'stance', '')}"
        bags = (Bag.of(claim.text), Bag.of(typed), Bag.of(around))
        covered = coverage(terms, (bags[0], 1.0), (bags[1], TYPED), (bags[2], CONTEXT))
        fits = holds_what_is_sought(part, claim.text, terms)
        score = covered * (0.75 + 0.25 * near) + (0.0 if not sought(part) else FITS if fits else -MISSES)
        return replace(
            claim,
            document=document,
            years=frozenset(entry.years),
            score=score,
            covered=frozenset(term.stem for term in terms if bags[0].match(term) or bags[1].match(term)),
            held=frozenset(term.stem for term in terms if any(bag.match(term) for bag in bags)),
            fits=fits,
        )

    def claim(self, entry: Entry) -> Claim:
        """Return the claim that a record makes: its cell of a table, or its words."""
        document = self.library.document(entry.record.place.document)
        fact = _fact(document, entry)
        return claim_of_fact(fact, ()) if fact else claim_of_text(document, *_span(document, entry))


def tells_of(claim: Claim, stances: frozenset[Stance]) -> bool:
    """True when a claim says that a body did one of these things."""
    return any(hit.stance in stances and not hit.is_negated for hit in find(claim.text, FINITE))


def refuses(inquiry: Inquiry) -> bool:
    """True when it is asked for all that was refused or put off: what does not tell of that is no answer."""
    is_all = inquiry.is_listed or inquiry.is_doubted
    return inquiry.sought is Sought.DECISIONS and is_all and bool(inquiry.stances & _REFUSED)


def is_about(claim: Claim, inquiry: Inquiry) -> bool:
    """True unless decisions on a subject are asked for of which a claim holds nothing."""
    if inquiry.sought is not Sought.DECISIONS or not inquiry.is_listed or not inquiry.subject:
        return True
    return any(term.stem in claim.held for term in inquiry.subject)


def _fits(entry: Entry, inquiry: Inquiry) -> bool:
    if inquiry.initiatives and not set(inquiry.initiatives) & set(entry.initiatives):
        return False
    if inquiry.years and not set(inquiry.years) & set(entry.years):
        return False
    record = entry.record
    if isinstance(record, Money | Result):
        return inquiry.measure is None or record.measure is inquiry.measure
    return not isinstance(record, Decision) or _fits_decision(record, inquiry)


def _fits_decision(record: Decision, inquiry: Inquiry) -> bool:
    if inquiry.stances and record.stance not in inquiry.stances and (inquiry.is_listed or inquiry.is_dated):
        return False
    if inquiry.days and not any(record.date.startswith(day) for day in inquiry.days):
        return False
    if inquiry.body and record.body and not record.body.lower().startswith(inquiry.body.lower()):
        return False
    if inquiry.sek is not None and record.sek != inquiry.sek:
        return False
    text = " ".join(texts_of(record))
    if any(str(year) not in text for year in inquiry.named_years):
        return False
    return _holds_all(text, inquiry.subject)


def _holds_all(text: str, terms: Iterable[Term]) -> bool:
    bag = Bag.of(text)
    return all(bag.match(term) > PART for term in terms)


def _decisions(shelf: Shelf, inquiry: Inquiry) -> Recorded:
    if not inquiry.is_narrowed or not (inquiry.is_listed or inquiry.is_dated or inquiry.is_doubted):
        return Recorded()
    found = shelf._fitting(inquiry, _KINDS[Sought.DECISIONS])
    dated = [one for one in found if not isinstance(one.record, Decision) or one.record.date_kind != "planår"]
    told = each_once(dated if inquiry.is_dated else dated or found, shelf.library.weigh)
    is_one = inquiry.is_dated or inquiry.is_doubted
    if is_one and not (0 < len(told) <= FEW and all(entry.first for entry in told)):
        return Recorded()
    claims = [shelf.claim(entry) for entry in sorted(told, key=_order)]
    return Recorded(tuple(claims[-MOST:]), is_cut=len(claims) > MOST)


def _order(entry: Entry) -> tuple[str, str, int]:
    return entry.first, entry.source.id, entry.record.place.start


def _reached(shelf: Shelf, inquiry: Inquiry) -> Recorded:
    claims: list[Claim] = []
    for name in inquiry.initiatives:
        groups: dict[tuple[str, int, str], list[Entry]] = {}
        for entry in weightiest(shelf._fitting(replace(inquiry, initiatives=(name,)), frozenset({Kind.RESULT}))):
            record = entry.record
            if isinstance(record, Result) and record.year and _speaks_of(shelf, entry, inquiry.subject):
                groups.setdefault((record.place.document, record.year, record.what), []).append(entry)
        whole = [group for group in groups.values() if {Measure.GOAL, Measure.OUTCOME} <= set(map(_measure, group))]
        years = {year for group in whole for year in group[0].years}
        latest = [group for group in whole if inquiry.years or max(years) in group[0].years]
        claims += [shelf.claim(entry) for entry in _pair(latest[0])] if latest else []
    return Recorded(tuple(claims))


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
    fact = _fact(shelf.library.document(entry.record.place.document), entry)
    heads = f"{fact.table.title} {' '.join(fact.table.heads)}" if fact else ""
    bag = Bag.of(f"{' '.join(texts_of(entry.record))} {heads}")
    return all(bag.match(term) for term in terms)


def _series(shelf: Shelf, inquiry: Inquiry) -> Recorded:
    entries = [
        entry
        for entry in shelf._fitting(replace(inquiry, years=()), frozenset({Kind.MONEY}))
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
        for entry in shelf._fitting(inquiry, frozenset({Kind.GOAL}))
        if isinstance(entry.record, Goal)
        and any(Bag.of(entry.record.responsible).match(term) > PART for term in inquiry.subject)
        and _holds_all(" ".join(texts_of(entry.record)), inquiry.subject)
    ]
    claims = [shelf.claim(entry) for entry in sorted(found, key=_order)]
    return Recorded(tuple(claims[:MOST]), is_cut=len(claims) > MOST)


def _targets(shelf: Shelf, inquiry: Inquiry) -> Recorded:
    told: dict[tuple[int, str], Entry] = {}
    for entry in weightiest(shelf._fitting(inquiry, frozenset({Kind.GOAL}))):
        record = entry.record
        if isinstance(record, Goal) and record.year and _holds_all(record.target, inquiry.subject):
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
    for entry in weightiest(shelf._fitting(budget, frozenset({Kind.MONEY}))):
        fact = _fact(shelf.library.document(entry.record.place.document), entry)
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
    Sought.TARGETS: _targets,
    Sought.TYPED: _typed,
}


def _fact(document: Document, entry: Entry) -> Fact | None:
    """Return the cell in which a record's figure or target stands; None for what stands in no table."""
    record = entry.record
    written = (
        record.written if isinstance(record, Money | Result) else record.target if isinstance(record, Goal) else ""
    )
    start = record.place.start
    table = next((one for one in document.tables if one.start <= start < one.end), None)
    if table is None or not written:
        return None
    said = " ".join(written.split())
    of_row = [fact for fact in facts_of(document, table) if fact.row.start <= start < fact.row.end]
    head = _HEADS.get(getattr(record, "measure", None) or Measure.GOAL)
    year = getattr(record, "year", None)

    def distance(fact: Fact) -> tuple[bool, bool, bool]:
        return (
            fact.value != said,
            bool(head and not head.search(fact.attribute)),
            year is not None and fact.year != year,
        )

    return min((fact for fact in of_row if said in fact.value), key=distance, default=None)


def _span(document: Document, entry: Entry) -> tuple[int, int]:
    """Return where a record's words stand: its cell of a table, else its sentences, without what only tells the source
    of it."""
    place = entry.record.place
    start, end = place.start, place.end
    block = next((one for one in document.blocks if one.start <= start < one.end), None)
    if block and block.kind is Block.TABLE:
        said = " ".join(str(getattr(entry.record, "what", "")).split())
        cells = (cell for table in document.tables for row in table.rows for cell in row.cells if row.start == start)
        texts = {(cell.start, cell.end): " ".join(document.text[cell.start : cell.end].split()) for cell in cells}
        return next((span for span, text in texts.items() if said in text), (start, end))
    if document.source.form == "data" and (source := _ITS_SOURCE.search(document.text, start, end)):
        end = source.start()
    sentences = split_sentences(document.text, start, end)
    kept = [one for n, one in enumerate(sentences) if n == 0 or not _SOURCE.match(document.text, one[0])]
    fitting = [last for first, last in kept if last - start <= LONGEST]
    return start, max(fitting, default=kept[0][1])


def beside(claims: Iterable[Claim], recorded: Iterable[Claim]) -> list[Claim]:
    """Return claims with those of records whose place none of them has; a sentence that fits better as a record than by
    its own words alone gets the record's fit."""
    found = list(claims)
    for claim in recorded:
        same = [at for at, other in enumerate(found) if _is_same(claim, other)]
        if not same:
            found.append(claim)
        for at in same:
            if claim.fact is None and found[at].score < claim.score and _holds_most(found[at], claim):
                found[at] = _lifted(found[at], claim)
    return found


def _holds_most(claim: Claim, recorded: Claim) -> bool:
    """True when a claim is more than a half of a record's words."""
    return min(claim.end, recorded.end) - max(claim.start, recorded.start) > (recorded.end - recorded.start) / 2


def _lifted(claim: Claim, recorded: Claim) -> Claim:
    covered, held = claim.covered | recorded.covered, claim.held | recorded.held
    years = claim.years | recorded.years
    return replace(claim, score=recorded.score, covered=covered, held=held, years=years, fits=recorded.fits)


def _is_same(claim: Claim, other: Claim) -> bool:
    """True for two claims of one cell, or of words that share a place."""
    if claim.document.id != other.document.id or (claim.fact is None) != (other.fact is None):
        return False
    if claim.fact and other.fact:
        return claim.fact.cell.start == other.fact.cell.start
    return claim.start < other.end and other.start < claim.end
