"""Whether a sentence's figures stand in what it rests on, of the same thing, in the same year, as the same measure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.phrasing.verifying.about import Figure, figures_of, stretches
from assistant.phrasing.verifying.cells import is_cost, misread, names_subject
from assistant.phrasing.verifying.counted import counts_the_same, is_share_of_the_same
from assistant.phrasing.verifying.evidence import SEEN, Held, Valued, years_in
from assistant.phrasing.verifying.quantities import quantities
from assistant.phrasing.verifying.quantity import Quantity, Sort
from assistant.phrasing.verifying.reading import Word, read
from assistant.phrasing.verifying.rivals import fits_another
from assistant.phrasing.verifying.seams import LEAD_IN
from assistant.phrasing.verifying.verdict import Reason

_DOCUMENT_YEAR = re.compile(
    r"\b(?:\w*plan(?:en|ens)?|\w*rapport(?:en|ens)?|\w*redovisning(?:en|ens)?|protokoll(?:et)?|the (?:plan|report)"
    r"|beslut\w*|budget\w*)\s+(?:för\s+|från\s+|for\s+|of\s+)?(?:år(?:et)?\s+)?$",
    re.IGNORECASE,
)
_SPAN = re.compile(r"(?:19|20)\d\d\s?[–-]\s?(?:19|20)\d\d")


def unfounded(sentence: str, held: Held, question: str, language: str = "sv", before: str = "") -> Reason | None:
    """Return why a figure, date or year of ``sentence`` does not stand in ``held`` in the same sense; None when all
    do.

    Args:
        question: what was asked.
        before: what stands before in the same sentence; it may name what the rest is about.
    """
    told = quantities(sentence)
    if held.facts and not any(
        names_subject(text, held.facts[0].subject, held.home, language) for text in (before + sentence, question)
    ):
        return Reason.FIGURE
    for time in told:
        if time.sort is Sort.YEAR and not _has_year(sentence, time, held, language) and not _is_count(time, held):
            return Reason.YEAR
        if time.sort is Sort.DATE and not _has_date(sentence, time, held, language):
            return Reason.YEAR
    if _left_over(sentence, told, held):
        return Reason.FIGURE
    counts = frozenset(time.start for time in told if time.sort is Sort.YEAR and _is_count(time, held))
    figures = figures_of(sentence, counts)
    for figure in figures:
        reason = _reason(sentence, figure, held, question, language, before)
        if reason is not None:
            return reason
    if not held.facts and any(not figure.years and _is_dated(figure, held, question) for figure in figures):
        return Reason.YEAR
    return None


def _left_over(sentence: str, told: Sequence[Quantity], held: Held) -> bool:
    """True when a sentence holds a figure that is made out as nothing, and that its place does not hold as it is."""
    spans = [(one.start, one.end) for one in told]
    words = (word for word in read(sentence) if any(map(str.isdigit, word.lower)))
    loose = [word for word in words if not any(start <= word.start < end for start, end in spans)]
    there = {word.lower for text in (held.own, held.around) for word in read(text)} if loose else set()
    return any(word.lower not in there for word in loose)


def _is_count(year: Quantity, held: Held) -> bool:
    """True for four figures that are no year here but a count: "målet var 2040"."""
    counted = any(one.quantity.sort is Sort.COUNT and one.quantity.value == year.value for one in held.valued)
    return counted and int(year.value) not in held.years | held.years_above


def _is_dated(figure: Figure, held: Held, question: str) -> bool:
    """True when a place tells a figure of a year that neither the question nor a heading above it names."""
    return all(
        own and not own & held.years_above and not own & set(years_in(question))
        for one in held.valued
        if figure.quantity.meets(one.quantity)
        for own in [_years_about(one)]
    ) and any(figure.quantity.meets(one.quantity) for one in held.valued)


def _years_about(one: Valued) -> set[int]:
    """Return the years in the stretch about a quantity, and before the first one."""
    found = stretches(one.text)
    mine = [one.text[start:end] for quantity, start, end in found if quantity.start == one.quantity.start]
    return {year for text in mine for year in years_in(SEEN.sub("", text))}


def _has_year(sentence: str, year: Quantity, held: Held, language: str) -> bool:
    number = int(year.value)
    if number in held.years:
        if any(year.start in range(*span.span()) and span[0] in held.own for span in _SPAN.finditer(sentence)):
            return True
        if _spans_alike(sentence, number, held):
            return True
        texts = [one for one in held.valued if one.text]
        mine = [one for one in texts if _year_of(one.quantity) == number]
        others = [one for one in texts if _year_of(one.quantity) not in (None, number)]
        return not (mine and others) or not fits_another(sentence, year, mine, others, language)
    if not held.years and number in held.years_above:
        return True
    source = held.unit.document.source
    of_document = _DOCUMENT_YEAR.search(sentence[: year.start]) is not None
    return of_document and (number in held.years_above or number == source.year)


def _spans_alike(sentence: str, year: int, held: Held) -> bool:
    """True when a year begins or ends a period of the place whose other end the sentence names too, in that order."""
    told = [int(one.value) for one in quantities(sentence) if one.sort is Sort.YEAR]
    for match in _SPAN.finditer(held.own):
        first, last = int(match[0][:4]), int(match[0][-4:])
        if year in (first, last) and first in told and last in told and told.index(first) < told.index(last):
            return True
    return False


def _year_of(quantity: Quantity) -> int | None:
    if quantity.sort is Sort.YEAR:
        return int(quantity.value)
    if quantity.sort is Sort.DATE and quantity.value >= 10**5:
        return int(quantity.value) // (10_000 if quantity.value >= 10**6 else 100)
    return None


def _has_date(sentence: str, date: Quantity, held: Held, language: str) -> bool:
    alike = [one for one in held.valued if date.meets(one.quantity)]
    texts = [one for one in alike if one.text]
    if texts:
        times = (Sort.DATE, Sort.YEAR)
        rivals = [one for one in held.valued if one.text and one.quantity.sort in times and one not in alike]
        return not rivals or not fits_another(sentence, date, texts, rivals, language)
    return bool(alike) or any(date.meets(one.quantity) for one in held.around_valued)


def _reason(sentence: str, figure: Figure, held: Held, question: str, language: str, before: str) -> Reason | None:
    """Return why no quantity of what is cited is what ``figure`` is said to be."""
    wanted = figure.quantity
    alike = [one for one in held.valued if wanted.meets(one.quantity) or (is_cost(one) and wanted.meets(-one.quantity))]
    if wanted.sort is Sort.LAW:
        return None if alike or any(wanted.meets(one.quantity) for one in held.around_valued) else Reason.FIGURE
    if not alike:
        same = any(one.quantity.value == wanted.value for one in held.valued)
        return Reason.UNIT if same else Reason.FIGURE
    reasons = [
        (misread(sentence, figure, one, held, question, before) if one.fact else None)
        or (_of_text(sentence, figure, one, alike, held, language) if one.text else None)
        for one in alike
    ]
    return None if None in reasons else reasons[0]


def _tells_of_another(sentence: str, figure: Figure, one: Valued, language: str) -> bool:
    """True when a sentence tells of a figure what its place tells only of another one, which the sentence leaves out:
    all participants are said to have done what some of them did."""
    theirs = stretches(one.text)
    mine = next(((start, end) for quantity, start, end in theirs if quantity.start == one.quantity.start), None)
    if mine is None:
        return False
    told = quantities(sentence)
    others = [
        (start, end)
        for quantity, start, end in theirs
        if quantity.start != one.quantity.start and not any(said.meets(quantity) for said in told)
    ]
    led = LEAD_IN.match(one.text)
    first = max(theirs[0][0].start, led.end() if led else 0)
    words = read(one.text)
    about = [word for word in read(sentence, language) if word.tells and figure.start <= word.start < figure.end]
    own = [word for word in words if mine[0] <= word.start < mine[1] or word.start < first]
    for start, end in others:
        strange = [word for word in words if start <= word.start < end and word.tells and word.start >= first]
        if any(_only(word, strange, own) for word in about):
            return True
    return False


def _only(word: Word, strange: Sequence[Word], own: Sequence[Word]) -> bool:
    return any(word.means(other) for other in strange) and not any(word.means(other) for other in own)


def _of_text(
    sentence: str, figure: Figure, one: Valued, alike: Sequence[Valued], held: Held, language: str
) -> Reason | None:
    """Return why a quantity of running text is not what a figure is said to be: other words stand with it."""
    wanted, source = figure.quantity, one.quantity
    if not counts_the_same(sentence, wanted, one, held, language):
        return Reason.UNIT
    if not is_share_of_the_same(sentence, wanted, one, language):
        return Reason.UNIT
    if _strays(sentence, figure, source, held, language):
        return Reason.FIGURE
    if wanted.bound is not source.bound:
        return Reason.STRENGTH
    if _is_part(sentence, wanted) and _is_turned(one.text, sentence, wanted):
        return Reason.FIGURE
    if _is_part(sentence, wanted) and _is_whole(one.text, sentence, wanted):
        return None
    rivals = [
        other
        for other in held.valued
        if other.text == one.text and other.quantity.sort is source.sort and other not in alike
    ]
    same = [other for other in alike if other.text == one.text]
    if rivals and fits_another(sentence, wanted, same, rivals, language):
        return Reason.FIGURE
    return Reason.FIGURE if rivals and _tells_of_another(sentence, figure, one, language) else None


def _strays(sentence: str, figure: Figure, source: Quantity, held: Held, language: str) -> bool:
    """True when a figure stands in the unit that its place points back to, and a word told of it only in what points:
    what "it" is may be told of a later figure, not what is said of it of an earlier one."""
    if not held.seam or source.start >= held.seam:
        return False
    stop = sentence.find(": ", figure.quantity.end)
    end = figure.end if stop < 0 else min(stop, figure.end)
    about = [word for word in read(sentence, language) if word.tells and figure.start <= word.start < end]
    return any(held.bag.holds(word) and not held.first.holds(word) for word in about)


_OF = re.compile(r"\s+av\s+(?:de|dem|alla|totalt|sammanlagt)?\s*$", re.IGNORECASE)


def _is_part(sentence: str, figure: Quantity) -> bool:
    """True for the first figure of "66 av de 121"."""
    return any(
        other.start > figure.end and _OF.fullmatch(sentence[figure.end : other.start]) for other in quantities(sentence)
    )


def _is_turned(text: str, sentence: str, figure: Quantity) -> bool:
    """True when the place tells the two figures of "8 av 7" as "7 av 8"."""
    whole = next(other for other in quantities(sentence) if other.start > figure.end)
    there = quantities(text)
    return any(
        whole.meets(first) and figure.meets(second) and _OF.fullmatch(text[first.end : second.start])
        for first, second in pairwise(there)
    )


def _is_whole(text: str, sentence: str, figure: Quantity) -> bool:
    """True when the place tells the second figure of "66 av de 121" as the whole, too: "av de 121"."""
    whole = next(other for other in quantities(sentence) if other.start > figure.end)
    return any(
        whole.meets(one) and re.search(r"\bav\s+(?:de|dem|alla|totalt)?\s*$", text[: one.start], re.IGNORECASE)
        for one in quantities(text)
    )
