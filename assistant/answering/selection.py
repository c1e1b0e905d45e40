"""Choose the claims that answer one part of a question: of those that may, the best for each year asked about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.answering.cells import other_columns, other_rows, repeats
from assistant.answering.claims import Claim
from assistant.answering.eligibility import ENOUGH, eligible
from assistant.answering.evidence import is_named_after
from assistant.answering.holding import asks_whether_still
from assistant.answering.subjects import subjects
from assistant.answering.terms import NAME_WEIGHT, Term
from assistant.associations import NATIONAL
from assistant.hints import types_meant
from assistant.library import Library
from assistant.question import Part, Seeks
from assistant.validity import COMPILED, authority, is_compiled
from assistant.years import spans_years
from ingest.catalogue import AUTHORITY
from ingest.model import Kind

GAIN = 0.2
"""Share of the terms' information that a further claim must add."""

SECOND = 0.65
"""Share of the best claim's fit that a second ground for a yes or no must have."""

ALIKE = 0.93
"""Share of the best claim's fit that another entry of the same list must have."""

FIRST = 3
"""Claims in the order of weight among which the first that fits well enough is the best."""

LOOKED_AT = 60
"""Claims among which one is sought that holds all names."""

OF_SEVERAL = 0.6
"""Share of :data:`ENOUGH` that a claim must reach that answers for one of several names."""

BESIDE, AFTER = 0.55, 0.3
"""Shares of the best claim's fit that a further claim must have, and one that goes on from it."""

LEAST_AFTER = 0.2
"""The least fit of what goes on from the best claim."""

NEXT = 3
"""Characters between two sentences that follow each other."""

MOST = 4
"""Claims for one year in an answer that is no list."""

OLDER = 0.88
"""Factor in the order for documents not in force when the question names no year."""

LONG_PAST = 0.7
"""The same when it is asked whether something still holds."""

OF_ALL, OF_ALL_PLACED = 0.95, 0.85
"""Factors in the order for what applies to all associations when the question does not point at the law, and when it
names one."""

MEANT = 1.15
"""Factor in the order for documents of the kind that the question names."""

WEIGHT_OF_TYPE = 0.08
"""What the weightiest type of document is lifted by in the order, the others less by their rank."""


def rank(
    claims: Iterable[Claim], part: Part, library: Library, terms: Sequence[Term] = (), placed: bool = False
) -> list[Claim]:
    """Order claims by fit; what is in force goes before what is older, documents before compilations of them, unless
    a compilation bears the name of what is asked about. ``placed`` when an association is named: its own goes first."""
    types = types_meant(part.text)
    local = not types and not part.wants(Seeks.LAW)
    of_all = 1.0 if not local else OF_ALL_PLACED if placed else OF_ALL
    past = LONG_PAST if asks_whether_still(part) else OLDER
    named = {source.id for source in library.sources if is_named_after(source, terms)}

    def weight(claim: Claim) -> float:
        source = claim.document.source
        older = not part.years and not library.is_in_force(source)
        meant = MEANT if source.type in types else 1.0
        weighty = 1.0 + WEIGHT_OF_TYPE * (len(AUTHORITY) - authority(source)) / len(AUTHORITY)
        compiled = is_compiled(source) and source.id not in named
        meant *= of_all if source.association == NATIONAL else 1.0
        return claim.score * weighty * meant * (past if older else 1.0) * (COMPILED if compiled else 1.0)

    found = list(claims)
    if len(part.years) > 2:
        found = _lift_rows_through_years(found, part.years)
    return sorted(found, key=lambda claim: -weight(claim))


def _lift_rows_through_years(claims: Sequence[Claim], years: Sequence[int]) -> list[Claim]:
    """Lift the cells of a row that speaks of several of the years: one series rather than scattered figures."""
    held: dict[tuple[str, int], set[int]] = {}
    for claim in claims:
        if claim.fact and claim.score >= ENOUGH * 0.8:
            held.setdefault((claim.document.id, claim.start), set()).update(claim.years & set(years))
    return [
        replace(claim, score=claim.score + 0.08 * (len(held.get((claim.document.id, claim.start), ())) - 1))
        if claim.fact and (claim.document.id, claim.start) in held
        else claim
        for claim in claims
    ]


def select(claims: Sequence[Claim], part: Part, terms: Sequence[Term]) -> list[Claim]:
    """Return the claims that answer, in the order they are to be said; none when nothing supports an answer."""
    claims = eligible(claims, part, terms)
    if part.wants(Seeks.CHANGE) and not part.years:
        return _through_time(claims)
    if part.leans_on:
        claims = [claim for claim in claims if _names_held(claim, terms)] or claims
    pools = _pools(claims, part)
    groups = subjects(part, terms)
    whole = frozenset[str]().union(*groups)
    if len(groups) > 1 and not any(claim.score >= ENOUGH and whole <= claim.held for claim in claims[:LOOKED_AT]):
        each = _of_each([[claim for claim in pool if stems <= claim.held] for pool in pools for stems in groups])
        return [*each, *_beside(each, claims, terms)] if part.wants(Seeks.LIST) else each
    chosen: list[Claim] = []
    most = MOST if len(pools) == 1 else 1
    for pool in pools:
        _add_best(chosen, pool, terms, most, compared=part.wants(Seeks.COMPARISON))
    chosen += other_rows(chosen, claims, part, terms)
    chosen += other_columns(chosen, claims, part)
    if part.wants(Seeks.LIST) and len(chosen) == 1:
        chosen += _alike(chosen[0], claims)
    if part.wants(Seeks.YESNO) and len(chosen) == 1:
        chosen += _second_ground(chosen[0], claims, terms)
    return chosen


def _pools(claims: Sequence[Claim], part: Part) -> list[Sequence[Claim]]:
    """Return the claims among which one is chosen each: those for each year asked about, or for a span of them."""
    if not part.years:
        return [claims]
    if len(part.years) > 1 and spans_years(part.text) and not part.wants(Seeks.CHANGE):
        return [[claim for claim in claims if claim.years & {*part.years}]]
    return [[claim for claim in claims if year in claim.years] for year in part.years]


def _of_each(pools: Sequence[Sequence[Claim]]) -> list[Claim]:
    """Return the best claim on each of several names; what misses the other names scores less by nature."""
    chosen: list[Claim] = []
    for pool in pools:
        if pool and pool[0].score >= ENOUGH * OF_SEVERAL and not repeats(pool[0], chosen):
            chosen.append(pool[0])
    return chosen if len(chosen) > 1 else []


def _beside(chosen: Sequence[Claim], claims: Sequence[Claim], terms: Sequence[Term]) -> list[Claim]:
    """Return the other items of the lists of which some are chosen that hold a name as the chosen ones do, in order."""
    names = {term.stem for term in terms if term.name}
    wanted = {(claim.document.id, _section(claim)): set[str]() for claim in chosen if _is_item(claim)}
    for claim in chosen:
        if _is_item(claim):
            wanted[claim.document.id, _section(claim)] |= names & claim.covered
    found: list[Claim] = []
    for claim in claims:
        held = wanted.get((claim.document.id, _section(claim)), set()) if _is_item(claim) else set()
        if held & claim.covered and not repeats(claim, [*chosen, *found]):
            found.append(claim)
    return sorted(found[:MOST], key=lambda claim: claim.start)


def _is_item(claim: Claim) -> bool:
    return claim.block is not None and claim.block.kind is Kind.ITEM


def _section(claim: Claim) -> int:
    return claim.block.section if claim.block else -1


def _alike(best: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """Return the sentences of the same document that hold just what the best one holds: entries of one list."""
    if best.fact:
        return []
    found: list[Claim] = []
    for claim in claims:
        same = claim.document is best.document and claim.fact is None and claim.covered == best.covered
        as_good = claim.score >= best.score * ALIKE and len(claim.covered) > 1
        as_good = as_good or (_is_item(claim) and _is_item(best) and _section(claim) == _section(best))
        if same and as_good and not repeats(claim, [best, *found]):
            found.append(claim)
    return found[:MOST]


def _second_ground(best: Claim, claims: Sequence[Claim], terms: Sequence[Term]) -> list[Claim]:
    """Return another sentence that holds what the best one holds of what is asked: a yes or no is read from both."""
    wanted = best.covered - {term.stem for term in terms if term.implied}
    for claim in claims:
        if claim.score < best.score * SECOND:
            break
        if claim.fact is None and wanted <= claim.covered and not repeats(claim, [best]):
            return [claim]
    return []


def _add_best(chosen: list[Claim], claims: Sequence[Claim], terms: Sequence[Term], most: int, compared: bool) -> None:
    """Add the best claim and, up to ``most``, those that cover what it leaves open; what is compared covers less."""
    if claims and claims[0].score < ENOUGH:
        claims = claims[next((at for at, claim in enumerate(claims[:FIRST]) if _may_lead(claim)), 0) :]
    if not claims or claims[0].score < ENOUGH or not _names_held(claims[0], terms):
        return
    best = claims[0]
    added = [] if repeats(best, chosen) else [best]
    total = sum(term.weight for term in terms) or 1.0
    weight = {term.stem: term.weight for term in terms if not term.explained}
    held = set(best.covered)
    own = [term for term in terms if term.name and term.weight >= NAME_WEIGHT]
    for claim in (claim for claim in claims[1:40] if _names_held(claim, own)):
        if len(added) >= most or claim.score < max(best.score * AFTER, LEAST_AFTER):
            break
        if claim.score < max(best.score * BESIDE, ENOUGH * 0.7) and not _goes_on(claim, best):
            continue
        gain = sum(weight.get(stem, 0.0) for stem in claim.covered - held) / total
        least = GAIN / 2 if compared or _is_beside(claim, best) else GAIN
        if gain >= least and not repeats(claim, [*chosen, *added]):
            added.append(claim)
            held |= claim.covered
    chosen.extend(added)


def _goes_on(claim: Claim, best: Claim) -> bool:
    """True for a sentence next to another in its paragraph, or another item of its list, that holds what is
    sought as well."""
    if _is_item(claim) and _is_item(best):
        return claim.fits and claim.document is best.document and _section(claim) == _section(best)
    near = claim.block is best.block and claim.block is not None and claim.block.kind is Kind.PARAGRAPH
    return near and claim.fits and min(abs(claim.start - best.end), abs(best.start - claim.end)) <= NEXT


def _may_lead(claim: Claim) -> bool:
    """True for a claim of an original document that fits well enough."""
    return claim.score >= ENOUGH and not is_compiled(claim.document.source)


def _is_beside(claim: Claim, other: Claim) -> bool:
    """True for two cells of one column."""
    if claim.fact is None or other.fact is None:
        return False
    return claim.fact.table is other.fact.table and claim.fact.column == other.fact.column


def _names_held(claim: Claim, terms: Sequence[Term]) -> bool:
    """True unless the question names something that the claim says nothing of."""
    return all(term.stem in claim.held for term in terms if term.name)


def _through_time(claims: Sequence[Claim]) -> list[Claim]:
    """Return the best claim of each document that has a good one, the oldest first: how something changed."""
    if not claims or claims[0].score < ENOUGH * 0.8:
        return []
    best: dict[str, Claim] = {}
    for claim in claims:
        if claim.score >= claims[0].score * 0.42:
            best.setdefault(claim.document.id, claim)
    return sorted(best.values(), key=lambda claim: claim.document.source.year or 0)
