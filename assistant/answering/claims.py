"""What could be said in answer: a claim in words, the place in a document that it rests on, and how well it fits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.attributes import asks_for, fits_head
from assistant.answering.evidence import CONTEXT, DEFINES, FITS, MISSES, Evidence
from assistant.answering.facts import Fact, facts_of, spell_out, tables_of
from assistant.answering.holding import asks_what_became, asks_who_reached_it, holds_what_is_sought, is_aim
from assistant.answering.moments import is_month, months_in
from assistant.answering.terms import Bag, Term, coverage
from assistant.library import Library
from assistant.question import MEASURES, Part, Seeks
from assistant.retrieval import Hit
from assistant.validity import years_covered
from assistant.words import FILLERS
from assistant.years import years_in
from ingest.model import Document, PlacedBlock
from ingest.money import IN_KRONOR, UNIT_WORD
from ingest.tables.figures import parse

POINTED = 0.3
"""Share of what a cell leaves open that counts as covered when the question points at its column."""

PART_YEAR = 0.1
"""Taken away from a cell that tells only of a part of its year, when the question does not."""

BESIDE = 0.85
"""What a term counts for that another cell of the row holds."""

LONG_CELL = 220
"""Characters of a cell whose sentences answer a question for a figure rather than all of it."""

_PART_OF_YEAR = re.compile(r"20\d\d-?(?:0[1-9]|1[0-1])-?\d\d|\bjan\w*\s?[-–]|delår|kvartal|tertial", re.IGNORECASE)
_ASKS_PART = re.compile(
    r"utfall|förbruka|hittills|bokslut|resultat|\bper\b|(?:under|för|första|per) delår|delårets"
    r"|tertial|kvartal|outcome|spent|so far|interim"
    r"|jan|feb|mars|april|\bmaj\b|juni|juli|aug|sept|okt|nov|dec",
    re.IGNORECASE,
)
_HYPHENATED = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_HEAD_UNIT = re.compile(rf"\s*\((?:{UNIT_WORD}|antal|%)\)$", re.IGNORECASE)
_AIM = re.compile(r"mål\b", re.IGNORECASE)
_DEFINING = re.compile(r"syfte|beskrivning|definition|betydelse|innebörd|purpose", re.IGNORECASE)
"""Heads of cells that say what something is."""
_DERIVED = re.compile(r"avvikelse|differens|förändring|^not$", re.IGNORECASE)
"""Heads of columns that answer only when they are asked for."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that could be said, resting on ``document.text[start:end]``."""

    text: str
    document: Document
    start: int
    end: int
    years: frozenset[int]
    """The years it speaks of: those it names, else those named above it and those of its document."""
    score: float
    """Fit to the question, about 0…1."""
    covered: frozenset[str]
    """Stems of the question's terms that it holds in its own words or its table's."""
    held: frozenset[str]
    """Stems of the terms that it or the headings and titles above it hold."""
    fits: bool
    """It holds what is sought."""
    fact: Fact | None = None
    block: PlacedBlock | None = None


def claim_of_text(document: Document, start: int, end: int) -> Claim:
    """Return the claim of a piece of text that is known to answer."""
    block = next((one for one in document.blocks if one.start <= start < one.end), None)
    text = " ".join(document.text[start:end].split())
    return Claim(text, document, start, end, frozenset(), 1.0, frozenset(), frozenset(), True, block=block)


def claim_of_fact(fact: Fact, terms: Sequence[Term]) -> Claim:
    """Return the claim of a fact that is known to answer."""
    held = frozenset(term.stem for term in terms)
    years = frozenset({fact.year} if fact.year else ())
    return Claim(render(fact), fact.document, fact.row.start, fact.row.end, years, 1.0, held, held, True, fact)


def claims_of_text(evidence: Iterable[Evidence], terms: Sequence[Term]) -> Iterator[Claim]:
    """Yield the claim that each piece of running text makes."""
    for piece in evidence:
        bag = Bag.of(piece.text)
        wide = Bag.of(f"{piece.around} {piece.leant_on}")
        years = years_in(piece.text) or (*years_in(piece.before), *years_covered(piece.document.source))
        yield Claim(
            text=piece.text,
            document=piece.document,
            start=piece.start,
            end=piece.end,
            years=frozenset(years),
            score=piece.score,
            covered=frozenset(term.stem for term in terms if bag.match(term)),
            held=frozenset(term.stem for term in terms if bag.match(term) or wide.match(term)),
            fits=piece.fits,
            block=piece.block,
        )


def claims_of_tables(part: Part, terms: Sequence[Term], hits: Sequence[Hit], library: Library) -> Iterator[Claim]:
    """Yield a claim for each cell of the tables found whose row is about something that is asked."""
    best = max((hit.score for hit in hits), default=1.0) or 1.0
    for hit, table in tables_of(hits):
        around = Bag.of(
            f"{table.title} {' '.join(hit.document.sections[table.section].path)} {hit.document.source.title}"
        )
        for fact in facts_of(hit.document, table):
            claim = _of_fact(part, terms, fact, around, library, hit.score / best)
            if claim:
                yield claim


def _of_fact(part: Part, terms: Sequence[Term], fact: Fact, around: Bag, library: Library, rank: float) -> Claim | None:
    pointed = fits_head(part.text, fact.attribute)
    subject, attribute, value = Bag.of(fact.subject), Bag.of(fact.attribute), Bag.of(fact.value)
    row = Bag.of(f"{fact.subject} {fact.beside}")
    if (_DERIVED.search(fact.attribute) and not pointed) or not any(row.match(term) for term in terms):
        return None
    if _AIM.match(fact.attribute) and asks_who_reached_it(part.text):
        return None
    if part.seeks & MEASURES and fact.table.sheet and len(fact.value) > LONG_CELL:
        return None
    asked, told = ({term.word for term in terms if is_month(term.word)}, months_in(fact.subject))
    if asked and told and not asked & told:
        return None
    cue = pointed and not part.wants(Seeks.REASON, Seeks.DEFINITION, Seeks.MANNER)
    covered = coverage(terms, (subject, 1.0), (attribute, 1.0), (value, 0.9), (row, BESIDE), (around, CONTEXT))
    fits = _holds(part, fact, terms) and not (asks_what_became(part) and is_aim(fact.value))
    score = _fit(covered, cue, rank, max(_specific(fact.subject, terms, library), coverage(terms, (value, 1.0))))
    score -= PART_YEAR if _PART_OF_YEAR.search(fact.attribute) and not _ASKS_PART.search(part.text) else 0.0
    score += FITS if fits else -MISSES if part.seeks else 0.0
    score += DEFINES if fits and part.wants(Seeks.DEFINITION) else 0.0
    held = frozenset(term.stem for term in terms if any(bag.match(term) for bag in (row, attribute, value)))
    held |= asks_for(part.text) if cue else frozenset()
    return Claim(
        text=render(fact),
        document=fact.document,
        start=fact.row.start,
        end=fact.row.end,
        years=frozenset({fact.year} if fact.year else ()),
        score=score,
        covered=held,
        held=held | frozenset(term.stem for term in terms if around.match(term)),
        fits=fits,
        fact=fact,
    )


def _fit(covered: float, cue: bool, rank: float, own: float) -> float:
    """Return how well a cell fits, about 0…1.

    Args:
        covered: the share of the terms' information that the cell, its row and its heads hold.
        cue: whether the question points at the column.
        rank: the passage's score as a share of the best one's.
        own: see :func:`_specific`.
    """
    if cue:
        covered += (1 - covered) * POINTED
    return covered * (0.55 + 0.45 * own) * (0.9 + 0.1 * rank) + (0.05 if cue else 0.0)


def _specific(subject: str, terms: Sequence[Term], library: Library) -> float:
    """Return the share, 0…1, of the subject's own information that is asked for: low for "IPS Unga" asked as "IPS"."""
    total = asked = 0.0
    for word in {word for word in _HYPHENATED.findall(subject) if word.lower() not in FILLERS or word.isupper()}:
        weight = library.weigh(word)
        total += weight
        bag = Bag.of(word)
        asked += weight * max((bag.match(term) for term in terms), default=0.0)
    return asked / total if total else 0.0


def _holds(part: Part, fact: Fact, terms: Sequence[Term]) -> bool:
    """True when a cell holds a measure that is sought, or stands in the column that is pointed at."""
    figure = parse(fact.value)
    measures = part.seeks & {Seeks.AMOUNT, Seeks.COUNT, Seeks.SHARE}
    if fits_head(part.text, fact.attribute) and not (measures and figure is None):
        return True
    if part.wants(Seeks.DEFINITION) and not measures:
        return bool(_DEFINING.search(fact.attribute))
    if figure is None:
        return bool(measures) and holds_what_is_sought(part, fact.value, terms)
    unit = figure.unit or fact.unit
    unitless = not any((*fact.table.units, figure.unit))
    return (
        (Seeks.AMOUNT in measures and (unit in IN_KRONOR or unitless))
        or (Seeks.COUNT in measures and fact.unit not in IN_KRONOR)
        or (Seeks.SHARE in measures and unit == "%")
    )


def head_of(fact: Fact) -> str:
    """Return the column's head without the unit, which stands with the figure."""
    return _HEAD_UNIT.sub("", fact.attribute).strip()


def render(fact: Fact) -> str:
    """Return "subject: value (head)", the unit of the column with the figure."""
    value = with_unit(fact)
    head = f" ({head_of(fact)})" if head_of(fact) and not fact.table.sheet else ""
    if fact.table.sheet:
        return f"{fact.subject}, {fact.attribute[:1].lower()}{fact.attribute[1:]}: {value}"
    return f"{fact.subject}: {value}{head}"


def with_unit(fact: Fact) -> str:
    value = spell_out(fact)
    figure = parse(value)
    if figure is None or figure.unit or not fact.unit or fact.unit == "st":
        return value
    return f"{value} {fact.unit}"
