"""Candidate evidence in running text: sentences and list items of the passages found, with what stands around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from assistant.answering.terms import Bag, Term, coverage
from assistant.question import Part, Seeks
from assistant.retrieval import Hit
from ingest.model import Document, Kind, PlacedBlock, Source
from ingest.money import IN_KRONOR
from ingest.months import MONTHS
from ingest.sentences import split_sentences
from ingest.tables.figures import find as find_figures

CONTEXT, NEIGHBOUR = 0.6, 0.3
"""What a term found in the headings and the title, or in the text before, counts for."""

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

OPENING = 400
"""Characters of a list item that stand for what a later sentence of it is about, as a heading does."""

_WORDS = re.compile(r"[^\W\d_]+")
_NOT = re.compile(r"\b(?:inte|ej|aldrig|not|never)\b", re.IGNORECASE)
_DATE = re.compile(
    r"(?<!\d)(?:19|20)\d{2}(?!\d)|\d{1,2}/\d{1,2}|\b\d{6}\b"
    rf"|\d{{1,2}} (?:{'|'.join(name[:3] for name in MONTHS)})"
)
_TIME = r"(?:minut|timm|dag|veck|månad|år)(?:er|ar|or|en|n|a|igt?|iga)?\b"
_DURATION = re.compile(
    rf"(?:(?<![\d–-])\d+|\b(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|arton|halvt?)\b)[- ]?{_TIME}"
    r"|\bhalvår|\b(?:ett|två|tre|fyra|fem|sex)årig",
    re.IGNORECASE,
)
_NAMES = re.compile(r"[A-ZÅÄÖ][a-zåäöé]+(?: [A-ZÅÄÖ][a-zåäöé]+)+")
_ORGANISATION = re.compile(
    r"region|stad\b|kommun|myndighet|förbund|högskol|universitet|råd|kassan|förmedling|skåne|malmö|lund|finsam"
    r"|plan\b|projekt",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"förbundschef|utredare|ordförande|styrelse|kansli|revisor|ledam|ersättare|styrgrupp|medlem|myndighet|kommun|region|kassan"
    r"|förmedling|\bstad\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?:\d|\b(?:en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|\w+tio))[\s-]*(?:%|procent)|fjärdedel|tredjedel|hälften|halva|hälft",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"med anledning av|eftersom|på grund av|pga|därför|i syfte att|syftet (?:är|med)|beror på|då det"
    r"|orsak|anledning|skäl",
    re.IGNORECASE,
)
_NUMBER_WORD = re.compile(
    r"\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|tjugo|trettio|femtio|hundra"
    r"|hälften|fjärdedel|tredjedel)\b|\d+-tal"
)
_COUNTED = re.compile(
    r"(?:hur många|antal(?:et)?|how many|number of)\s+((?:[a-zåäö-]+\s+){0,2}[a-zåäö-]+)", re.IGNORECASE
)
_REACHED = re.compile(r"\b(?:når|nådde|nått|klarar|klarade) (?:\w+ )?mål", re.IGNORECASE)
_OPENS = re.compile(
    r"\bin i [åa]ret|ingående|ingång(?:en)?\b|årets (?:början|start)|när året börja|kvar från|\bstart of", re.I
)
_CLOSES = re.compile(r"ut ur året|utgående|utgång(?:en)?\b|\bslutet|årets slut|årsskiftet|\bend of", re.I)
_PARTIES = re.compile(
    r"arbetsförmedling|försäkringskassa|\b(?:af|fk)\b|\bregion(?:en|er)?\b|\bkommun(?:en|er)?\b|\w+ (?:stad|kommun)\b",
    re.I,
)
_LAWS = re.compile(r"\((?:EU\) )?\d{4}:?/?\d+\)|\b\d+(?: [a-z])? §|\w+lagen\b|\w+förordningen\b", re.I)
_NUMBER_OF_LAW = re.compile(r"\b\d{4}[:/]\d+\b")
SEVERAL = 0.2
"""Added for naming several of what is asked for, when all are asked for: parties, laws."""

_ASKS_DAY = re.compile(
    r"(?:och )?(?:när|vilk\w+ (?:dag|datum)) (?:\w+(?:ade|ades|dde|ddes|tte|ttes|s)|blev|tog|fick|sa|var|höll)\b"
    r"|.*\b(?:datum|vilken dag)\b|when (?:did|was|were)\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    rf"\b\d{{1,2}} (?:{'|'.join(name[:3] for name in MONTHS)})|\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{{1,2}}/\d{{1,2}}\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(r"(?:De|Den|Det|Dessa|Denna|Detta|Han|Hon)\b(?! som\b)")
_UNSURE = re.compile(r"[\s•·–-]*Osäkert\b")
_UNKNOWN = re.compile(
    r"framgår inte|har inte hittats|inte kunnat (?:läsas|bekräftas)|saknas i (?:källorna|underlaget)"
    r"|anger ingen|anges ingen|är okän[dt]|ej angiv",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\b(?:utser|väljer|tillsätter|granskar|betalar|beslutar|bestämmer|fastställer|godkänner|appoints?|elects?|decides?|pays?)\b",
    re.IGNORECASE,
)
"""What bodies do rather than a person by name."""
_NEXT_WORDS = re.compile(r" ([^\W\d_]+)(?: (?!med\b|för\b|i\b|av\b|till\b|på\b|om\b|och\b)([^\W\d_]+))?")
_CONTACT = re.compile(r"(?<![\d-])0\d{1,3}[- ]\d{2,}|@|\b\d{3} ?\d{2} [A-ZÅÄÖ]|gatan \d|vägen \d", re.IGNORECASE)
_DEFINING = (
    r"(?:\w+\s+){0,2}(?:är|avser|innebär|betyder|syftar|kallas|vänder sig|riktar sig|handlar om|går ut på|står för)\b"
)
_IS_A = re.compile(r"(.{2,60}?)\b(?:är|var) (?:en|ett)\b")
NEAR = 60
"""Characters within which a figure must stand of the word for what is counted."""
_DEFINES = re.compile(r"\b(?:är|betyder|innebär|avser|kallas|står för|syftar till|handlar om)\b|\((?![A-ZÅÄÖ]\))")


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
                if _REASON.search(hit.document.text, after, stop):
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
    if block.kind is Kind.ITEM:
        around.append(document.text[max(block.start, start - OPENING) : start])
    before = document.text[max(0, start - 250) : start]
    bags = ((Bag.of(text), 1.0), (Bag.of(" ".join(around)), CONTEXT), (Bag.of(before), NEIGHBOUR))
    fits = holds_what_is_sought(part, text, terms) or is_unknown(text)
    bonus = 0.0 if not sought(part) else FITS if fits else -MISSES
    if fits and _ASKS_DAY.match(part.text) and part.wants(Seeks.DATE) and _DAY.search(text):
        bonus += BY_THE_DAY
    if fits and part.wants(Seeks.COUNT) and _counts(text, counted_terms(part, terms)):
        bonus += COUNTS
    bonus += SEVERAL if names_several(part, text) else 0.0
    topical = coverage(terms, (Bag.of(document.sections[block.section].heading), 1.0))
    score = coverage(terms, *bags) * (0.75 + 0.25 * rank) + bonus + TOPICAL * topical
    denied = is_denial(document.sections[block.section].heading)
    if denied != is_denial(part.text) and (denied or not is_denial(text)):
        score *= DENIED
    if is_of_other_end(part.text, text):
        score *= DENIED
    if part.wants(Seeks.DEFINITION):
        score += DEFINES if _defines(text, terms) else -INSTANCE if _is_instance(text, terms) else 0.0
        score -= MISSES if _POINTS_BACK.match(text) else 0.0
    if _UNSURE.match(text) and not is_unknown(text):
        score *= HEDGED
    inside = document.text[max(block.start, start - 250) : start]
    return Evidence(document, start, end, block, score, fits, " ".join(around), inside)


_CHECKS: dict[Seeks, Callable[[str], bool]] = {
    Seeks.AMOUNT: lambda text: any(figure.unit in IN_KRONOR for _, _, figure in find_figures(text)),
    Seeks.COUNT: lambda text: bool(find_figures(text)) or bool(_NUMBER_WORD.search(text.lower())),
    Seeks.SHARE: lambda text: bool(_SHARE.search(text)),
    Seeks.DATE: lambda text: bool(_DATE.search(text)),
    Seeks.DURATION: lambda text: bool(_DURATION.search(text)),
    Seeks.PERSON: lambda text: names_person(text) or bool(_ROLE.search(text)),
    Seeks.REASON: lambda text: bool(_REASON.search(text)),
    Seeks.DEFINITION: lambda text: bool(_DEFINES.search(text)),
    Seeks.CONTACT: lambda text: bool(_CONTACT.search(text)),
    Seeks.LAW: lambda text: bool(_LAWS.search(text)),
}


def is_unknown(text: str) -> bool:
    """True for a sentence that says that something is not known or not stated."""
    return bool(_UNKNOWN.search(text))


def is_named_after(source: Source, terms: Sequence[Term]) -> bool:
    """True for a document, no mere data, whose title holds most of what is asked: it is the one on that."""
    asked = [term for term in terms if not term.implied]
    return source.form != "data" and coverage(asked, (Bag.of(source.title), 1.0)) >= NAMED_AFTER


def is_denial(text: str) -> bool:
    """True when a text says that something is not."""
    return bool(_NOT.search(text))


def names_several(part: Part, text: str) -> bool:
    """True when several parties or laws are asked for and a text names several."""
    return part.wants(Seeks.LIST) and any(
        part.wants(kind) and len({found.lower() for found in pattern.findall(text)}) > 1
        for kind, pattern in ((Seeks.PARTY, _PARTIES), (Seeks.LAW, _NUMBER_OF_LAW))
    )


def is_of_other_end(question: str, text: str) -> bool:
    """True when a text tells of the end of a period and the question asks for its beginning, or the other way about."""
    ends = (_OPENS.search, _CLOSES.search)
    return any(
        one(question) and not other(question) and other(text) and not one(text) for one, other in permutations(ends)
    )


def names_person(text: str) -> bool:
    """True when a text names somebody by first and last name."""
    return any(not _ORGANISATION.search(name) for name in _NAMES.findall(text))


def sought(part: Part) -> frozenset[Seeks]:
    """Return the kinds that are sought and that a text shows to hold or not."""
    return part.seeks & frozenset(_CHECKS)


def holds_what_is_sought(part: Part, text: str, terms: Sequence[Term] = ()) -> bool:
    """True when ``text`` holds the kind of thing that is sought (always, when no kind is).

    A count must stand near the word for what is counted, as far as the question says what that is; how many persons
    there are of a kind ("hur många ledamöter") is a count and asks for no names.
    """
    wanted = sought(part)
    if Seeks.COUNT in wanted:
        wanted -= {Seeks.PERSON}
    elif (
        Seeks.PERSON in wanted
        and _ROLE.search(part.text)
        and not part.wants(Seeks.PARTY)
        and not _ACTS.search(part.text)
    ):
        return names_person(text)
    if Seeks.COUNT in wanted and _CHECKS[Seeks.COUNT](text):
        counted = counted_terms(part, terms)
        if not counted or _stands_near(text, counted):
            return True
        wanted -= {Seeks.COUNT}
        return any(_CHECKS[kind](text) for kind in wanted)
    return not wanted or any(_CHECKS[kind](text) for kind in wanted)


def asks_who_reached_it(question: str) -> bool:
    """True when it is asked how many reached an aim: neither the aim nor a number of aims answers."""
    return bool(_REACHED.search(question))


def counted_terms(part: Part, terms: Sequence[Term]) -> list[Term]:
    """Return the terms for what is counted: those right after "hur många", none when an aim is reached."""
    match = _COUNTED.search(part.text)
    words = match.group(1).lower().split() if match else []
    if asks_who_reached_it(part.text):
        return []
    return [term for term in terms if term.word in words][:1]


def _stands_near(text: str, counted: Sequence[Term]) -> bool:
    """True when a number stands within :data:`NEAR` characters of one of the counted things."""
    numbers = [(start + end) // 2 for start, end, _ in find_figures(text)]
    numbers += [match.start() for match in _NUMBER_WORD.finditer(text.lower())]
    for match in _WORDS.finditer(text):
        near = any(abs(match.start() - number) <= NEAR for number in numbers)
        if near and any(Bag.of(match.group()).match(term) for term in counted):
            return True
    return False


def _counts(text: str, counted: Sequence[Term]) -> bool:
    """True when a number stands right before one of the counted things, with an adjective between at most."""
    ends = [end for _, end, _ in find_figures(text)] + [match.end() for match in _NUMBER_WORD.finditer(text.lower())]
    nouns = (word for end in ends if (match := _NEXT_WORDS.match(text, end)) for word in match.groups() if word)
    return any(Bag.of(noun).match(term) for noun in nouns for term in counted)


def _is_instance(text: str, terms: Sequence[Term]) -> bool:
    """True when a sentence says of something else that it is one of what is asked about ("Fyren är en insats")."""
    match = _IS_A.match(text)
    if match is None or any(Bag.of(match[1]).match(term) for term in terms if term.name):
        return False
    return any(Bag.of(text[match.end() :]).match(term) for term in terms)


def _defines(text: str, terms: Sequence[Term]) -> bool:
    """True when a sentence starts with what is asked about and goes on to say what it is."""
    for match in _WORDS.finditer(text[:80]):
        if any(Bag.of(match.group()).match(term) for term in terms):
            return bool(re.match(rf"\s*[”\"]?\s*{_DEFINING}|\s*\((?![A-ZÅÄÖ]\))", text[match.end() :]))
    return False
