"""A record of the register as a claim, on the scale of those of passages and tables, and beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.answering.claims import Claim, claim_of_fact, claim_of_text
from assistant.answering.evidence import CONTEXT, FITS, MISSES
from assistant.answering.facts import Fact, facts_of
from assistant.answering.holding import holds_what_is_sought, sought
from assistant.answering.terms import Bag, Term, coverage
from assistant.question import Part
from assistant.register.entries import Entry, when
from assistant.retrieval import Hit
from ingest.model import Document
from ingest.model import Kind as Block
from ingest.register.model import Decision, Goal, Measure, Money, Result
from ingest.sentences import split_sentences

TYPED = 0.85
"""What a term counts for that the record's kind holds and its words do not."""

FAR = 0.5
"""A record's nearness where its passage was not found, as a share of the best passage's score."""

LONGEST, BRIEF = 600, 280
"""Characters of a record that are said, and that are said of one of many; a sentence is said whole."""

_HEADS = {
    Measure.GOAL: re.compile(r"mål", re.IGNORECASE),
    Measure.OUTCOME: re.compile(r"utfall|resultat", re.IGNORECASE),
    Measure.FORECAST: re.compile(r"prognos", re.IGNORECASE),
    Measure.BUDGET: re.compile(r"budget|kostnad", re.IGNORECASE),
}
"""Heads of the columns in which an amount or a number of each measure stands."""
_SOURCE = re.compile(r"(?:Fattades|Mötesdag)\b")
_ITS_SOURCE = re.compile(r"\s(?:Källa|Källor): ")


def claim_of_entry(document: Document, entry: Entry, longest: int = LONGEST) -> Claim:
    """Return the claim that a record makes: its cell of a table, or its words, about ``longest`` characters of them."""
    fact = fact_of(document, entry)
    return claim_of_fact(fact, ()) if fact else claim_of_text(document, *_span(document, entry, longest))


def weighed(claim: Claim, entry: Entry, part: Part, terms: Sequence[Term], hits: Sequence[Hit]) -> Claim:
    """Return the claim of a record with its fit to a question: what its kind says counts with its words."""
    around = f"{entry.record.place.section} {entry.source.title} {entry.source.year or ''} {when(entry.record)}"
    bags = (Bag.of(claim.text), Bag.of(_typed(entry)), Bag.of(around))
    covered = coverage(terms, (bags[0], 1.0), (bags[1], TYPED), (bags[2], CONTEXT))
    holds = holds_what_is_sought(part, claim.text, terms)
    return replace(
        claim,
        years=frozenset(entry.years),
        score=covered * (0.75 + 0.25 * _nearness(entry, hits)) + _bonus(part, holds),
        covered=frozenset(term.stem for term in terms if bags[0].match(term) or bags[1].match(term)),
        held=frozenset(term.stem for term in terms if any(bag.match(term) for bag in bags)),
        fits=holds,
    )


def _bonus(part: Part, holds: bool) -> float:
    return 0.0 if not sought(part) else FITS if holds else -MISSES


def _typed(entry: Entry) -> str:
    """Return what the kind of a record says of it."""
    record = entry.record
    if isinstance(record, Decision):
        return f"beslut beslutade {record.body} {record.stance} {' '.join(entry.initiatives)}"
    measure = record.measure if isinstance(record, Money | Result) else ""
    return f"{entry.kind} {measure} {' '.join(entry.initiatives)}"


def _nearness(entry: Entry, hits: Sequence[Hit]) -> float:
    """Return the score of the passage in which a record stands as a share of the best one's."""
    place = entry.record.place
    best = max((hit.score for hit in hits), default=1.0) or 1.0
    scores = (
        hit.score
        for hit in hits
        if hit.document.id == place.document and hit.passage.start < place.end and place.start < hit.passage.end
    )
    return max(scores, default=FAR * best) / best


def fact_of(document: Document, entry: Entry) -> Fact | None:
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


def _span(document: Document, entry: Entry, longest: int) -> tuple[int, int]:
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
    fitting = [last for first, last in kept if last - start <= longest]
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
