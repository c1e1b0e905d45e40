"""Whether a sentence's figures stand in what it rests on, of the same thing, in the same year, as the same measure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.answering.facts import Fact, subject_of
from assistant.lexicon import stem
from assistant.phrasing.verifying.evidence import Held, Valued
from assistant.phrasing.verifying.quantities import Quantity, Sort, quantities
from assistant.phrasing.verifying.signs import signs_in
from assistant.phrasing.verifying.verdict import Reason
from assistant.words import FILLERS, function_words

MEASURES = ("budget", "outcome", "forecast", "target", "result")
"""Classes of words that say what an amount or a count is: no one of them stands for another."""

_WORD = re.compile(r"[^\W\d_]+")
_DOCUMENT_YEAR = re.compile(
    r"\b(?:\w*plan(?:en)?|\w*rapport(?:en)?|\w*redovisning(?:en)?|protokoll(?:et)?|the (?:plan|report)|beslut\w*)\s+"
    r"(?:för\s+|från\s+|for\s+|of\s+)?(?:år(?:et)?\s+)?$",
    re.IGNORECASE,
)
_COUNTABLE = re.compile(r"\s*(?:[–-]\s*\d+\s*)?(?:(?:unika|olika|nya|andra|different)\s+)?([^\W\d_]{3,})")
_BOUND = re.compile(
    r"\b(minst|högst|upp till|max(?:imalt)?|över|under|mer än|mindre än|at least|at most|up to)\s*$", re.IGNORECASE
)


def unfounded(sentence: str, held: Held) -> Reason | None:
    """Return why a figure, date or year of ``sentence`` does not stand in ``held`` in the same sense; None when all
    do."""
    told = quantities(sentence)
    figures = [one for one in told if one.sort is not Sort.YEAR]
    years = [one for one in told if one.sort is Sort.YEAR]
    for year in years:
        if not _has_year(sentence, year, held):
            return Reason.YEAR
    for place, figure in enumerate(figures):
        span = _span(sentence, figures, place)
        reason = _reason(sentence, figure, span, [one for one in told if _tells_year(one)], held)
        if reason is not None:
            return reason
    return None


def _tells_year(one: Quantity) -> bool:
    return one.sort is Sort.YEAR or (one.sort is Sort.DATE and one.value >= 10**5)


def _year_of(one: Quantity) -> int:
    """Return the year of a quantity that tells one."""
    return int(str(int(one.value))[:4])


def _has_year(sentence: str, year: Quantity, held: Held) -> bool:
    number = int(year.value)
    if number in held.years:
        return True
    of_document = bool(_DOCUMENT_YEAR.search(sentence[: year.start]))
    return of_document and (number in held.years_above or number == held.unit.document.source.year)


def _span(sentence: str, figures: Sequence[Quantity], place: int) -> tuple[int, int]:
    """Return the stretch of a sentence that is about its figure: from the one before to the one after it."""
    start = figures[place - 1].end if place else 0
    end = figures[place + 1].start if place + 1 < len(figures) else len(sentence)
    return start, end


def _reason(
    sentence: str, figure: Quantity, span: tuple[int, int], years: Sequence[Quantity], held: Held
) -> Reason | None:
    """Return why no quantity of what is cited is what ``figure`` is said to be."""
    same = [one for one in held.valued if one.quantity.value == figure.value or figure.meets(one.quantity)]
    alike = [one for one in same if figure.meets(one.quantity)]
    if not alike:
        return Reason.UNIT if same else _sort_of(figure)
    reasons = [
        _of_fact(sentence, figure, span, years, one.fact, held)
        if one.fact
        else _of_text(sentence, figure, span, one, held)
        for one in alike
    ]
    return None if None in reasons else reasons[0]


def _sort_of(figure: Quantity) -> Reason:
    return Reason.YEAR if figure.sort is Sort.DATE else Reason.FIGURE


def _of_fact(
    sentence: str, figure: Quantity, span: tuple[int, int], years: Sequence[Quantity], fact: Fact, held: Held
) -> Reason | None:
    """Return why a cell is not what a figure is said to be: of another year, another measure, or another row."""
    about = sentence[span[0] : span[1]]
    near = [one for one in years if span[0] <= one.start < span[1]] or list(years)
    of_document = [bool(_DOCUMENT_YEAR.search(sentence[: year.start])) for year in near]
    own = _years_of(fact)
    if near and own and not all(of_document) and not any(_year_of(year) in own for year in near):
        return Reason.YEAR
    head = f"{fact.attribute} {fact.table.title} {held.unit.under}"
    if _other_measure(about, fact.attribute, head):
        return Reason.FIGURE
    if _other_column(about, fact):
        return Reason.FIGURE
    return _other_row(sentence, figure, fact)


def _years_of(fact: Fact) -> set[int]:
    """Return the years that a cell is of: its own, and those that its column's head names."""
    named = quantities(fact.attribute)
    return {_year_of(one) for one in named if _tells_year(one)} | ({fact.year} if fact.year else set())


def _other_measure(about: str, attribute: str, head: str) -> bool:
    """True when what is said of a figure is another measure than its column's."""
    said = [name for name in MEASURES if name in signs_in(about)]
    own = [name for name in MEASURES if name in signs_in(attribute)] or [
        name for name in MEASURES if name in signs_in(head)
    ]
    return bool(said and own and not set(said) & set(own))


def _other_column(about: str, fact: Fact) -> bool:
    """True when the words of another column's head are told of the figure, and none of its own column's."""
    heads = {column: _stems(head) for column, head in enumerate(fact.table.heads) if column and head}
    shared = {one for one in set().union(*heads.values()) if sum(one in stems for stems in heads.values()) > 1}
    told = _stems(about)
    own = heads.get(fact.column, set()) - shared
    others = set().union(*(stems for column, stems in heads.items() if column != fact.column)) - shared - own
    return bool(told & others and own and not told & own)


def _other_row(sentence: str, figure: Quantity, fact: Fact) -> Reason | None:
    """Return a reason when the row that the sentence names nearest to the figure is another one of the table."""
    rows = {subject_of(fact.document, row) for row in fact.table.rows} - {""}
    if fact.table.sheet:
        return None
    lower = sentence.lower()
    named = {
        subject: at
        for subject in sorted(rows, key=len, reverse=True)
        if (at := _nearest(lower, _plain_subject(subject), figure)) is not None
    }
    named = {subject: at for subject, at in named.items() if not _is_within(subject, named)}
    if not named:
        return None
    nearest = min(named, key=named.__getitem__)
    return None if nearest == fact.subject or named.get(fact.subject) == named[nearest] else Reason.FIGURE


def _is_within(subject: str, named: Mapping[str, int]) -> bool:
    """True when a row's name is only part of a longer one that is named no farther off: "IPS" in "IPS Unga"."""
    plain = _plain_subject(subject)
    longer = [other for other in named if other != subject and plain in _plain_subject(other)]
    return bool(longer) and all(named[subject] >= named[other] for other in longer)


def _plain_subject(subject: str) -> str:
    return subject.split("(")[0].split(",")[0].strip().lower()


def _nearest(lower: str, subject: str, figure: Quantity) -> int | None:
    """Return how far from the figure a subject is named; one before it counts as nearer than one after it."""
    if len(subject) < 2:
        return None
    distances = []
    for match in re.finditer(rf"(?<!\w){re.escape(subject)}(?:s|:s)?(?!\w)", lower):
        before = figure.start - match.end()
        distances.append(before if before >= 0 else (match.start() - figure.end) * 2 + 5)
    return min(distances, default=None)


def _of_text(sentence: str, figure: Quantity, span: tuple[int, int], one: Valued, held: Held) -> Reason | None:
    """Return why a quantity of running text is not what a figure is said to be: other words stand with it."""
    if figure.sort is Sort.LAW or (figure.sort is Sort.DATE and held.unit.facts):
        return None
    text = held.own
    source = one.quantity
    if figure.sort is Sort.COUNT and not _counts_the_same(sentence, figure, held):
        return Reason.UNIT
    if _bound(sentence, figure) != _bound(text, source):
        return Reason.STRENGTH
    rivals = [
        other.quantity
        for other in held.valued
        if other.fact is None and other.quantity.sort is source.sort and not figure.meets(other.quantity)
    ]
    if not rivals:
        return None
    company = _stems(sentence[span[0] : figure.start]) | _stems(sentence[figure.end : span[1]])
    own = _company(text, source, [source, *rivals]) & company
    most = max(len((_company(text, rival, [source, *rivals]) & company) - own) for rival in rivals)
    unique = len(own - set().union(*(_company(text, rival, [source, *rivals]) for rival in rivals)))
    return Reason.FIGURE if most > unique else None


def _company(text: str, quantity: Quantity, all: Sequence[Quantity]) -> set[str]:
    """Return the stems of the words between a quantity's neighbours."""
    start = max((one.end for one in all if one.end <= quantity.start), default=0)
    end = min((one.start for one in all if one.start >= quantity.end), default=len(text))
    return _stems(text[start : quantity.start]) | _stems(text[quantity.end : end])


def _counts_the_same(sentence: str, figure: Quantity, held: Held) -> bool:
    """True when the word that a count is of stands in what is cited."""
    match = _COUNTABLE.match(sentence, figure.end)
    if match is None or match[1].lower() in FILLERS or match[1].lower() in function_words("sv"):
        return True
    return held.counts(match[1])


def _bound(text: str, quantity: Quantity) -> str:
    """Return the class of the bound that a quantity is given as ("minst", "högst"), or ""."""
    match = _BOUND.search(text[max(0, quantity.start - 20) : quantity.start])
    if match is None:
        return ""
    return "least" if match[1].lower() in ("minst", "över", "mer än", "at least") else "most"


def _stems(text: str) -> set[str]:
    words = (word.lower() for word in _WORD.findall(text))
    return {stem(word) for word in words if word not in FILLERS and word not in function_words("sv")}
