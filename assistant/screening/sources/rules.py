"""The rule behind a criterion, quoted from the document that it stands in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answering.evidence import WHOLE_ITEM
from assistant.answering.quoting import cite, section_name
from assistant.criteria import CriteriaSet, Criterion
from assistant.lexicon import Lexicon, stems
from assistant.library import Library
from assistant.screening.guarding.places import find_section
from assistant.screening.model import RuleView
from assistant.screening.sources.available import AMOUNTS_OF, find
from assistant.words import FILLERS, function_words
from ingest.features import stop_words
from ingest.model import Document, Kind, PlacedBlock, Section
from ingest.sentences import split_sentences

NAME, QUESTION, MEETS, HINT, PLACE = 3.5, 2.0, 1.0, 1.0, 0.7
"""What a word weighs that stands in a criterion's name, its question, its answer, its hints, the place; most holds."""

COMPOUND = 0.6
"""Share of a word's weight for another compound that begins or ends with it, or a word that means the same."""

LENGTH = 14
"""Words of a sentence from which on it is held to be long: rules are short, summaries hold every word."""

LAID_DOWN = 1.4
"""Factor for a sentence that lays something down."""

OF_LIST, OF_ITEM = 0.6, 0.9
"""Share of the score of a list, or of an item or a sentence, from which on a part of it is quoted alone."""

NEARLY = 0.91
"""Share of the best score from which on a sentence is as good, and the first is taken."""

OWN = 1.3
"""Factor for what stands in the section itself and not below a heading of its own in it."""

LIST = 600
"""Characters of a list that are quoted together with the sentence that opens it."""

_WORD = re.compile(r"[^\W\d_]{2,}|\d+")
_BESIDE = re.compile(
    r"(?:Obs|Osäkert|Källa|Senast ändrad|Oförändrad|Införd|Ansvarig|Originalet)\b|Det här är en omskrivning"
)
"""The beginning of a sentence that tells of the text rather than of the rule."""
_RULES = re.compile(
    r"\b(?:ska(?:ll)?|bör|måste|kräv\w*|får|prioriter\w*|fokus\w*|målgrupp\w*|syft\w*|vision\w*|rätt\w*|kvar\w*)\b",
    re.IGNORECASE,
)
"""Words of a sentence that lays something down."""
_GROUP = "målgruppen"


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    score: float
    alone: float
    """Share of the score that a part must have to be quoted alone."""


@lru_cache(maxsize=512)
def view(library: Library, criteria: CriteriaSet, criterion: Criterion) -> RuleView:
    """Return the sentence or list item that best states a criterion's rule, from the section that it points at.

    A sentence that ends in a colon is quoted with the list below it, unless one item says most of it. The rule on money
    is where the plan says what is left. Without the document or the section, the quote is empty and without citation.
    """
    rule = criterion.rule
    nothing = RuleView(rule.document, rule.section, "")
    if all(source.id != rule.document for source in library.sources):
        return nothing
    document = library.document(rule.document)
    section = find_section(document, rule.section)
    left = find(library, criteria) if criterion.id == AMOUNTS_OF else None
    if left is not None and left.citation.document == rule.document:
        return RuleView(rule.document, left.citation.section, left.citation.quote, left.citation)
    if section is None:
        return nothing
    weights = _weights(criteria, criterion)
    found = list(_candidates(document, section, weights, library.weigh))
    if not found:
        return nothing
    best = _best(found)
    citation = cite(document, best.start, best.end, 1)
    return RuleView(rule.document, section_name(document, section), citation.quote, citation)


def _best(found: Sequence[_Candidate]) -> _Candidate:
    """Return the best candidate: of near equals the first, and of it the part that says most of it."""
    best = max(found, key=lambda one: one.score)
    best = min((one for one in found if one.score >= NEARLY * best.score), key=lambda one: (one.start, -one.score))
    inside = [one for one in found if one is not best and best.start <= one.start and one.end <= best.end]
    part = max(inside, key=lambda one: one.score, default=best)
    return part if part.score >= best.alone * best.score else best


def _candidates(
    document: Document, section: Section, weights: dict[str, float], weigh: Callable[[str], float]
) -> Iterator[_Candidate]:
    """Yield what may state a rule in a section: lists with their opening, list items and table rows, sentences."""
    own = min((one.start for one in document.sections if section.start < one.start < section.end), default=section.end)
    for index, block in enumerate(document.blocks):
        if block.start < section.start or block.end > section.end or block.kind in (Kind.HEADING, Kind.RESIDUE):
            continue
        for start, end in _spans(document, block):
            opens = document.text[start:end].endswith(":")
            stop = _list_end(document, index) if opens else end
            words = document.text[start:stop]
            if not _BESIDE.match(words.lstrip("•-–* ")) and not words.endswith(":"):
                score = _score(words, weights, weigh) * (OWN if start < own else 1.0)
                yield _Candidate(start, stop, score, OF_LIST if opens else OF_ITEM)


def _spans(document: Document, block: PlacedBlock) -> Iterator[tuple[int, int]]:
    """Yield list items and rows as far as they are of ordinary length, and the sentences of everything."""
    wholes = [(block.start, block.end)]
    if block.kind is Kind.TABLE:
        table = next(table for table in document.tables if table.start == block.start)
        wholes = [(row.start, row.end) for row in table.rows]
        cells = [(cell.start, cell.end) for row in table.rows for cell in row.cells if row.end - row.start > WHOLE_ITEM]
    else:
        cells = wholes
    if block.kind in (Kind.TABLE, Kind.ITEM):
        yield from (whole for whole in wholes if whole[1] - whole[0] <= WHOLE_ITEM)
    for start, end in cells:
        yield from split_sentences(document.text, start, end)


def _list_end(document: Document, place: int) -> int:
    """Return where the list ends that the block at ``place`` opens, as far as it is short enough to be quoted."""
    opening = document.blocks[place]
    end = opening.end
    for block in document.blocks[place + 1 :]:
        if block.kind is not Kind.ITEM or block.end - opening.start > LIST:
            break
        end = block.end
    return end


def _weights(criteria: CriteriaSet, criterion: Criterion) -> dict[str, float]:
    """Return the words that the rule is told by, their stems with what each weighs.

    What meets it is told in its first sentence, and what else counts in the others; a hint of several words is looked
    for as it stands. The place says little but where it is asked for; rules on the target group speak of one.
    """
    weights = {hint: QUESTION for hint in criterion.look_for if " " in hint}
    about = _GROUP if criterion.group == "malgrupp" else ""
    told = (
        (" ".join(criterion.look_for), HINT),
        (about, PLACE),
        (criterion.meets, MEETS),
        (criterion.question, QUESTION),
    )
    for text, weight in (*told, (criterion.name, NAME)):
        for word in _words(text):
            weights[word] = max(weight, weights.get(word, 0.0))
    places = _words(" ".join((criteria.place, *criteria.residents)))
    if not places & _words(criterion.name):
        weights.update(dict.fromkeys(places & weights.keys(), PLACE))
    return weights


def _score(words: str, weights: dict[str, float], weigh: Callable[[str], float]) -> float:
    """Return the nats of the words that a sentence holds, longer ones pressed down."""
    held, text = _words(words), words.lower()
    total = 0.0
    for word, weight in weights.items():
        whole = word in held or (" " in word and word.lower() in text)
        share = 1.0 if whole else COMPOUND if any(_near(word, other) for other in held) else 0.0
        total += share * weight * weigh(word)
    long = max(len(held) - LENGTH, 0)
    return float(total * (LAID_DOWN if _RULES.search(words) else 1.0) / (1 + long / LENGTH) ** 0.5)


def _near(word: str, other: str) -> bool:
    shorter, longer = sorted((word, other), key=len)
    if len(shorter) > 4 and (longer.startswith(shorter) or longer.endswith(shorter)):
        return True
    return other in _meaning(word)


def _meaning(word: str) -> frozenset[str]:
    return Lexicon.load().synonyms(word)


def _words(text: str) -> frozenset[str]:
    silent = stop_words() | function_words("sv") | FILLERS
    return stems(word for word in _WORD.findall(text.lower()) if word not in silent)
