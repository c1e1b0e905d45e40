"""Candidate evidence in running text: sentences and list items of the passages found, with what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from assistant.answering.holding import (
    DEFINES_WITH,
    REASON,
    asks_what_became,
    counted_terms,
    counts,
    holds_what_is_sought,
    is_aim,
    is_unknown,
    names_several,
    sought,
)
from assistant.answering.leads import lead_of, named_above
from assistant.answering.terms import Bag, Term, coverage
from assistant.question import Part, Seeks
from assistant.retrieval import Hit
from ingest.model import Document, Kind, PlacedBlock, Source
from ingest.months import MONTHS
from ingest.sentences import split_sentences

CONTEXT, NEIGHBOUR = 0.6, 0.3
"""What a term found in the headings and the title, or in the text before, counts for."""

LEANT_ON = 0.5
"""The same in the text before of the same paragraph, for a sentence that begins by pointing at it."""

FITS, MISSES = 0.12, 0.1
"""Added for holding what is sought; taken away for not holding it."""

DEFINES = 0.2
"""Added when a sentence begins by saying what the thing asked about is."""

INSTANCE = 0.4
"""Taken away when a sentence only says of something else that it is one of what is asked about."""

TOPICAL = 0.08
"""Added when the heading right above holds what is asked about."""

WHOLE_ITEM = 320
"""Characters of a list item that is weighed and said whole: its sentences lean on each other."""

BY_THE_DAY = 0.15
"""Added for a date with its day when it is asked when something was done."""

COUNTS = 0.1
"""Added when a number stands right before what is counted ("340 deltagare", not "340 möten med deltagare")."""

DENIED = 0.8
"""Factor for what stands below a heading that denies it when the question does not, or denies nothing when it does."""

HEDGED = 0.85
"""Factor for what a document marks as unsure itself."""

NAMED_AFTER = 0.7
"""Share of what is asked that a document's title must hold to be the document on it."""

SEVERAL = 0.2
"""Added for naming several of what is asked for, when all are asked for: parties, laws."""

NAMING, OPENING = 80, 400
"""Characters at a list item's start, and right before one of its sentences, that stand for what it is about, as a
heading does."""

_WORDS = re.compile(r"[^\W\d_]+")
_NOT = re.compile(r"\b(?:inte|ej|aldrig|not|never)\b", re.IGNORECASE)
_OPENS = re.compile(
    r"\bin i [åa]ret|ingående|ingång(?:en)?\b|årets (?:början|start)|när året börja|kvar från|\bstart of", re.I
)
_CLOSES = re.compile(r"ut ur året|utgående|utgång(?:en)?\b|\bslutet|årets slut|årsskiftet|\bend of", re.I)
_ASKS_DAY = re.compile(
    r"(?:och )?(?:när|vilk\w+ (?:dag|datum)) (?:\w+(?:ade|ades|dde|ddes|tte|ttes|s)|blev|tog|fick|sa|var|höll)\b"
    r"|.*\b(?:datum|vilken dag)\b|when (?:did|was|were)\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    rf"\b\d{{1,2}} (?:{'|'.join(name[:3] for name in MONTHS)})|\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{{1,2}}/\d{{1,2}}\b",
    re.IGNORECASE,
)
_POINTING = r"De|Den|Det|Dessa|Denna|Detta|Han|Hon"
_POINTS_BACK = re.compile(rf"(?:{_POINTING})\b(?! som\b)")
_LEANS = re.compile(
    rf"(?:{_POINTING}|Där|Då|Detsamma|Samma|Sedan|Därefter)\b"
    r"|(?!Mycket|Annat|Inget|Något)[A-ZÅÄÖ][a-zåäö]+(?:en|et|na)"
    r" (?:är|var|har|ska|får|blir|\w+[aeä]r|\w+de)\b"
)
_UNREAL = re.compile(r"\bskulle\b|\bwould\b", re.IGNORECASE)
"""What would be, and is not."""
_UNSURE = re.compile(r"[\s•·–-]*Osäkert\b")
_DEFINING = (
    rf"(?:\w+\s+){{0,2}}(?:{DEFINES_WITH}|var|gäller|rör|kallades|går ut på|ha(?:r|de) (?:till|som) syfte|erbjuder)\b"
)
_BEFORE_SUBJECT = re.compile(
    r"\W*(?:\d+\W+)?(?:(?:en|ett|den|det|de|med|insatsen|projektet|delprojektet|begreppet|ordet|an?|the)\s+[”\"]?){0,2}",
    re.I,
)
"""What may stand before the subject of a sentence."""
_PURPOSE = re.compile(r"\W*(?:syftet|ändamålet|meningen|tanken) med\b|.{0,60}\b(?:till|som) syfte\b", re.IGNORECASE)
_IS_A = re.compile(r"(.{2,60}?)\b(?:är|var) (?:en|ett)\b")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece of text that may answer: ``document.text[start:end]``."""

    document: Document
    start: int
    end: int
    block: PlacedBlock
    score: float
    """Coverage of the terms, 0…1, raised or lowered by whether it holds what is sought."""
    fits: bool
    """It holds what is sought: an amount, a date, a name."""
    around: str
    """Headings and titles above it."""
    before: str
    """What stands before it in the same paragraph, at most about 250 characters."""
    leant_on: str
    """The same when it begins by pointing there, else empty."""

    @property
    def text(self) -> str:
        return " ".join(self.document.text[self.start : self.end].split())


def gather(part: Part, terms: Sequence[Term], hits: Sequence[Hit]) -> list[Evidence]:
    """Return the evidence in the passages of ``hits``, best first, each span once."""
    best = max((hit.score for hit in hits), default=1.0) or 1.0
    found: dict[tuple[str, int, int], Evidence] = {}
    for hit in hits:
        for start, end, block in _units(hit, part.wants(Seeks.REASON)):
            evidence = _weigh(part, terms, hit, start, end, block, hit.score / best)
            key = (hit.document.id, start, end)
            if key not in found or found[key].score < evidence.score:
                found[key] = evidence
    return sorted(found.values(), key=lambda one: -one.score)


def _units(hit: Hit, with_reasons: bool) -> Iterator[tuple[int, int, PlacedBlock]]:
    passage = hit.passage
    for block in hit.document.blocks:
        if block.end <= passage.start or block.start >= passage.end or block.kind is Kind.HEADING:
            continue
        if block.kind is Kind.TABLE:
            yield from _long_cells(hit, block)
            continue
        if block.kind is Kind.ITEM and block.end - block.start <= WHOLE_ITEM:
            yield block.start, block.end, block
            continue
        begin, end = max(block.start, passage.start), min(block.end, passage.end)
        sentences = split_sentences(hit.document.text, begin, end)
        for start, stop in sentences:
            yield start, stop, block
        if with_reasons:
            for (start, _), (after, stop) in pairwise(sentences):
                if REASON.search(hit.document.text, after, stop):
                    yield start, stop, block


def _long_cells(hit: Hit, block: PlacedBlock) -> Iterator[tuple[int, int, PlacedBlock]]:
    """Sentences in the cells of a table that hold running text."""
    if hit.passage.table is None:
        return
    for row in hit.document.tables[hit.passage.table].rows:
        for cell in row.cells:
            if cell.end - cell.start > 60 and cell.start < hit.passage.end and cell.end > hit.passage.start:
                for start, stop in split_sentences(hit.document.text, cell.start, cell.end):
                    yield start, stop, block


def _weigh(
    part: Part, terms: Sequence[Term], hit: Hit, start: int, end: int, block: PlacedBlock, rank: float
) -> Evidence:
    document = hit.document
    text = document.text[start:end]
    around = _around(hit, start, block)
    before = document.text[max(0, start - 250) : start]
    inside = document.text[max(block.start, start - 250) : start]
    leant_on = inside if _LEANS.match(text) else ""
    bags = (
        (Bag.of(text), 1.0),
        (Bag.of(around), CONTEXT),
        (Bag.of(before), NEIGHBOUR),
        (Bag.of(leant_on), LEANT_ON),
    )
    fits = holds_what_is_sought(part, text, terms) or is_unknown(text)
    fits = fits and not (asks_what_became(part) and is_aim(text))
    bonus = 0.0 if not sought(part) else FITS if fits else -MISSES
    if fits and _ASKS_DAY.match(part.text) and part.wants(Seeks.DATE) and _DAY.search(text):
        bonus += BY_THE_DAY
    if fits and part.wants(Seeks.COUNT) and counts(text, counted_terms(part, terms)):
        bonus += COUNTS
    bonus += SEVERAL if names_several(part, text) else 0.0
    topical = coverage(terms, (Bag.of(document.sections[block.section].heading), 1.0))
    score = coverage(terms, *bags) * (0.75 + 0.25 * rank) + bonus + TOPICAL * topical
    denied = is_denial(document.sections[block.section].heading)
    if not part.wants(Seeks.YESNO) and denied != is_denial(part.text) and (denied or not is_denial(text)):
        score *= DENIED
    if is_of_other_end(part.text, text):
        score *= DENIED
    if part.wants(Seeks.DEFINITION):
        score += DEFINES if _defines(text, terms) else -INSTANCE if _is_instance(text, terms) else 0.0
        score -= MISSES if _POINTS_BACK.match(text) else 0.0
    if _is_hedged(part, document, block, text) and not is_unknown(text):
        score *= HEDGED
    return Evidence(document, start, end, block, score, fits, around, inside, leant_on)


def _around(hit: Hit, start: int, block: PlacedBlock) -> str:
    """Return what stands above a piece of text and says what it is about: headings, titles, what leads in to its list,
    how its item begins."""
    document = hit.document
    around = [*document.sections[block.section].path, document.source.title, str(document.source.year or "")]
    if hit.passage.table is not None:
        around.append(document.tables[hit.passage.table].title)
    around.append(named_above(document, block))
    if block.kind is Kind.ITEM:
        if lead := lead_of(document, block):
            around.append(document.text[max(lead.start, lead.end - OPENING) : lead.end])
        around.append(document.text[block.start : min(start, block.start + NAMING)])
        around.append(document.text[max(block.start + NAMING, start - OPENING) : start])
    return " ".join(around)


def _is_hedged(part: Part, document: Document, block: PlacedBlock, text: str) -> bool:
    """True for what the document, or what leads in to the list that it stands in, marks as unsure, and for what only
    would be, unless that is asked."""
    if _UNSURE.match(text) or (_UNREAL.search(text) and not _UNREAL.search(part.text)):
        return True
    lead = lead_of(document, block)
    return lead is not None and bool(_UNSURE.match(document.text, lead.start))


def is_named_after(source: Source, terms: Sequence[Term]) -> bool:
    """True for a document, no mere data, whose title holds most of what is asked: it is the one on that."""
    asked = [term for term in terms if not term.implied]
    return source.form != "data" and coverage(asked, (Bag.of(source.title), 1.0)) >= NAMED_AFTER


def is_denial(text: str) -> bool:
    """True when a text says that something is not."""
    return bool(_NOT.search(text))


def is_of_other_end(question: str, text: str) -> bool:
    """True when a text tells of the end of a period and the question asks for its beginning, or the other way about."""
    ends = (_OPENS.search, _CLOSES.search)
    return any(
        one(question) and not other(question) and other(text) and not one(text) for one, other in permutations(ends)
    )


def _is_instance(text: str, terms: Sequence[Term]) -> bool:
    """True when a sentence says of something else that it is one of what is asked about ("Fyren är en insats")."""
    match = _IS_A.match(text)
    if match is None or any(Bag.of(match[1]).match(term) for term in terms if term.name):
        return False
    return any(Bag.of(text[match.end() :]).match(term) for term in terms)


def _defines(text: str, terms: Sequence[Term]) -> bool:
    """True when what is asked about is the subject of a sentence that goes on to say what it is, or whose purpose it
    tells."""
    for match in _WORDS.finditer(text[:80]):
        if any(Bag.of(match.group()).match(term) for term in terms):
            is_subject = _BEFORE_SUBJECT.fullmatch(text, 0, match.start())
            says = re.match(rf"(?:\s\d\.\d)?\s*[”\"]?\s*{_DEFINING}|\s*\((?![A-ZÅÄÖ]\))", text[match.end() :])
            return bool(is_subject and says) or bool(_PURPOSE.match(text))
    return False
