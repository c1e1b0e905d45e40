"""Candidate evidence in running text: sentences and list items of the passages found, with what stands around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.terms import Bag, Term, coverage
from assistant.question import Part, Seeks
from assistant.retrieval import Hit
from ingest.model import Document, Kind, PlacedBlock
from ingest.sentences import split_sentences
from ingest.tables.figures import find as find_figures

CONTEXT, NEIGHBOUR = 0.7, 0.45
"""What a term found in the headings and the title, or in the text before, counts for."""

FITS, MISSES = 0.12, 0.1
"""Added for holding what is sought; taken away for not holding it."""

_DATE = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)|\d{1,2}/\d{1,2}|\b\d{6}\b")
_NAMES = re.compile(r"(?<![.?!] )(?<!^)[A-ZÅÄÖ][a-zåäöé]+(?: [A-ZÅÄÖ][a-zåäöé]+)+")
_SHARE = re.compile(r"\d\s?%|procent|fjärdedel|tredjedel|hälften|halva|hälft", re.IGNORECASE)
_REASON = re.compile(
    r"med anledning av|eftersom|på grund av|pga|därför|i syfte att|syftet (?:är|med)|beror på|då det|orsak|anledning",
    re.IGNORECASE,
)
_NUMBER_WORD = re.compile(
    r"\b(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|tjugo|trettio|femtio|hundra)\b"
)
_DEFINES = re.compile(r"\b(?:är|betyder|innebär|avser|kallas|står för|syftar till|handlar om)\b|\(")


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
    """The text before it, about 250 characters of the same paragraph or list."""

    @property
    def text(self) -> str:
        return " ".join(self.document.text[self.start : self.end].split())


def gather(part: Part, terms: Sequence[Term], hits: Sequence[Hit]) -> list[Evidence]:
    """Return the evidence in the passages of ``hits``, best first, each span once."""
    best = max((hit.score for hit in hits), default=1.0) or 1.0
    found: dict[tuple[str, int], Evidence] = {}
    for hit in hits:
        for start, end, block in _units(hit):
            evidence = _weigh(part, terms, hit, start, end, block, hit.score / best)
            key = (hit.document.id, start)
            if key not in found or found[key].score < evidence.score:
                found[key] = evidence
    return sorted(found.values(), key=lambda one: -one.score)


def _units(hit: Hit) -> Iterator[tuple[int, int, PlacedBlock]]:
    passage = hit.passage
    for block in hit.document.blocks:
        if block.end <= passage.start or block.start >= passage.end or block.kind is Kind.HEADING:
            continue
        if block.kind is Kind.TABLE:
            yield from _long_cells(hit, block)
            continue
        begin, end = max(block.start, passage.start), min(block.end, passage.end)
        for start, stop in split_sentences(hit.document.text, begin, end):
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
    around = [*document.sections[block.section].path, document.source.title, str(document.source.year or "")]
    if hit.passage.table is not None:
        around.append(document.tables[hit.passage.table].title)
    before = document.text[max(0, start - 250) : start]
    bags = ((Bag.of(text), 1.0), (Bag.of(" ".join(around)), CONTEXT), (Bag.of(before), NEIGHBOUR))
    fits = holds_what_is_sought(part, text)
    bonus = 0.0 if not sought(part) else FITS if fits else -MISSES
    score = coverage(terms, *bags) * (0.8 + 0.2 * rank) + bonus
    return Evidence(document, start, end, block, score, fits, " ".join(around), before)


_CHECKS: dict[Seeks, Callable[[str], bool]] = {
    Seeks.AMOUNT: lambda text: any(figure.unit in ("kr", "tkr", "mkr") for _, _, figure in find_figures(text)),
    Seeks.COUNT: lambda text: bool(find_figures(text)) or bool(_NUMBER_WORD.search(text.lower())),
    Seeks.SHARE: lambda text: bool(_SHARE.search(text)),
    Seeks.DATE: lambda text: bool(_DATE.search(text)),
    Seeks.PERSON: lambda text: bool(_NAMES.search(text)),
    Seeks.REASON: lambda text: bool(_REASON.search(text)),
    Seeks.DEFINITION: lambda text: bool(_DEFINES.search(text)),
}


def sought(part: Part) -> frozenset[Seeks]:
    """Return the kinds that are sought and that a text shows to hold or not."""
    return part.seeks & frozenset(_CHECKS)


def holds_what_is_sought(part: Part, text: str) -> bool:
    """True when ``text`` holds the kind of thing that is sought (always, when no kind is)."""
    wanted = sought(part)
    return not wanted or any(_CHECKS[kind](text) for kind in wanted)
