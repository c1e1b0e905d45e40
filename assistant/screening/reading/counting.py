"""How many take part, and of what age, as a draft says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from assistant.criteria import CriteriaSet
from assistant.numerals import NUMERAL, value
from assistant.screening.draft import Ages, Count, Statement, Topic
from assistant.screening.reading import headings
from assistant.screening.reading.outlining import Outline

_COUNTED = frozenset(
    {
        Topic.GROUP,
        Topic.GOALS,
        Topic.PURPOSE,
        Topic.METHOD,
        Topic.TITLE,
        Topic.OTHER,
        Topic.TYPE,
        Topic.FOLLOW_UP,
        Topic.PLACE,
    }
)
_NOT_TAKING_PART = re.compile(
    r"\b(?:har varit med|varit med|tagit fram|skrivit|arbetat fram|utformat|deltagit i|träffat\w*|lämnat synpunkter"
    r"|i dag har|i malmö finns"
    r"|enligt statistik|varje år)\b",
    re.IGNORECASE,
)
_AGE = r"(?P<{0}>1[0-9]|[2-9]\d|\d)"
_RANGE = re.compile(
    rf"(?<![\w,./–-]){_AGE.format('first')}\s*(?:–|—|-|till(?: och med)?|t\.?o\.?m\.?|to|and|och"
    rf"|upp till)\s*{_AGE.format('last')}"
    r"(?![\w/-]|[.,]\d)(?P<unit>\s*(?:[åa]rs?|[åa]ringar|years?|yrs?)\b|-[åa]ringar)?",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:från|över|äldre än|fyllda|fyllt|lägst|minst|from|over|older than"
    r"|at least)\s+(?P<age>\d\d)(?P<plus>\s*\+)?\s*(?P<unit>[åa]rs?\b(?: och uppåt)?|years?)"
    r"|\b(?:äldre än|older than)\s+(?P<elder>\d\d)(?![\d,.]?\d| ?%)"
    r"|(?<![\w,.])(?P<more>\d\d)\s*(?:\+|år (?:och|eller) (?:äldre|uppåt|över))",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:under|yngre än|upp till|högst|max|below|under the age of|younger than"
    r"|up to)\s+(?P<age>\d\d)(?:\s*(?P<unit>[åa]rs?|years?))?\b(?! ?%)"
    r"|(?<![\w,.])(?P<less>\d\d)\s*år (?:och|eller) yngre",
    re.IGNORECASE,
)
_BOUNDED = re.compile(
    r"(?P<over>\b(?:över|äldre än)\s)?(?<![\d,.])(?P<first>[1-5]\d)(?:\sår)?(?:\s(?:fyllda|fyllt"
    r"|år fyllda|och äldre|eller äldre))?,?\s(?:men|och)\s"
    r"(?P<under>inte|ej|ännu inte|under|yngre än|högst)\s(?:fyllt\s|fyllda\s|än\s)?(?P<last>[2-9]\d)(?!\d|[,.]\d"
    r"| ?%)(?:\sår\b)?",
    re.IGNORECASE,
)
"""Both bounds in words: "18 år fyllda men inte 65"."""
_YOUNGEST = re.compile(
    r"\b(?:yngst[ae]?|youngest)\b[^.;!?]{0,60}?(?<![\d,.])(\d\d)(?!\d|[,.]\d)[^.;!?]{0,40}?\b(?:äldst[ae]?"
    r"|oldest)\b[^.;!?]{0,40}?"
    r"(?<![\d,.])(\d\d)(?!\d|[,.]\d)",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"\b(?:född[ae]?|born)\s+(?:(?:mellan|åren|år|från|under|in|between)\s+)*(?P<first>19\d\d|20\d\d)"
    r"(?:\s*(?:–|—|-|och|till(?: och med)?|t\.?o\.?m\.?|and|to)\s*(?P<last>19\d\d|20\d\d)"
    r"|\s(?:eller|och|or)\s(?P<open>tidigare|senare|earlier|later))(?!-\d)",
    re.IGNORECASE,
)
_PEOPLE_BEFORE = re.compile(
    r"\b(?:malmöbor|personer|människor|kvinnor|män|vuxna|unga|deltagare|deltagarna|ungdomar|individer|alla|är|dem)\s+"
    r"(?:\w+\s+){0,2}?mellan\s+$",
    re.IGNORECASE,
)
_PEOPLE_NEAR = re.compile(
    r"\b(?:malmöbor|personer|människor|kvinnor|män|vuxna|unga|ungdomar|deltagare|individer"
    r"|st)\b(?:[,\s]\s?(?!i\s\d)[^\W\d]+){0,2},?\s$",
    re.IGNORECASE,
)
"""People right before an interval of ages that has no unit: "unga 16–24"."""
_NOT_COUNTED_AFTER = re.compile(
    r"\s*(?:[,.;:)!?]|$|(?:som|och|med|i|på|har|utan|vilka|där|bosatta|boende|från)\b)", re.IGNORECASE
)
"""What may follow an age without a unit: no word for what is counted."""
_AGED = re.compile(
    r"\b(?:[åa]lder\w*|[åa]ldrar\w*|[åa]ringar|unga|ungdom\w*|barn\w*|personer|deltagare|malmöbor|kvinnor|män|vuxna"
    r"|alla|yngre|äldre|födda|fyll\w+|elever|aged?|young|people)\b",
    re.IGNORECASE,
)
_DURATION_BEFORE = re.compile(
    r"\b(?:i|sedan|efter|om|senaste|sjukskriv\w+|arbetslös\w*|mer än|i över|under de|inom|på|varat|utan jobb"
    r"|utan arbete|for|after|within)"
    r"(?:\s+(?:minst|cirka|ca|upp till|över|mellan|mer än))?\s*$",
    re.IGNORECASE,
)
_DURATION_AFTER = re.compile(
    r"\s*(?:utanför|sedan|framåt|utan\b|erfarenhet|tillbaka|efter|from now|outside|without)", re.IGNORECASE
)


@cache
def _people() -> str:
    words = (Path(__file__).parent / "participants.txt").read_text(encoding="utf-8").split()
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def _counts(residents: tuple[str, ...]) -> re.Pattern[str]:
    nouns = "|".join([_people(), *map(re.escape, {*residents, *map(headings.fold, residents)})])
    return re.compile(
        rf"(?<![\w,.–-])(?P<n>\d{{1,3}}(?: \d{{3}})*|{NUMERAL})(?: ?(?:st|stycken))?\s+(?:[a-zåäö-]+(?:a|e|s|d|t|de"
        rf"|ga)\s+){{0,2}}?(?:{nouns})\b",
        re.IGNORECASE,
    )


@cache
def _labelled_count() -> re.Pattern[str]:
    return re.compile(rf"\b(?:antal|{_people()}|volym|number)\b", re.IGNORECASE)


def participants(text: str, outline: Outline, criteria: CriteriaSet) -> tuple[Count, ...]:
    """Return how many are said to take part; those who wrote the application are not counted."""
    pattern = _counts(criteria.residents)
    found: list[Count] = []
    for one in outline.statements:
        if one.topic not in _COUNTED or _NOT_TAKING_PART.search(text, one.start, one.end):
            continue
        before = len(found)
        for match in pattern.finditer(text, one.start, one.end):
            if (number := value(match["n"])) and number > 1:
                found.append(Count(number, match.start("n"), match.end()))
        if len(found) == before and (alone := _alone(text, one)):
            found.append(alone)
    return tuple(found)


def _alone(text: str, one: Statement) -> Count | None:
    """Return the number that answers "Antal deltagare", on a form or in a table."""
    words = text[one.start : one.end]
    match = re.fullmatch(r"\W*(?:(?:cirka|ca|minst|upp till)\s+)?(\d{1,4})\W*", words) if one.label else None
    if match and _labelled_count().search(one.label):
        return Count(int(match.group(1)), one.start + match.start(1), one.start + match.end(1))
    cell = re.fullmatch(r"([^\d|\t]+?)[\s|]+(\d{1,4})\W*", words) if one.row else None
    if cell and _labelled_count().match(cell.group(1).strip()) and len(cell.group(1).split()) <= 3:
        return Count(int(cell.group(2)), one.start + cell.start(2), one.start + cell.end(2))
    return None


def ages(text: str, statements: Sequence[Statement], year: int) -> tuple[Ages, ...]:
    """Return the intervals of age in years that the draft names, in reading order; those told by birth, in ``year``."""
    found = [one for statement in statements for one in (*_ages(text, statement), *_extremes(text, statement, year))]
    kept = [one for one in found if not any(_is_within(one, other) for other in found)]
    return tuple(sorted(kept, key=lambda one: one.start))


def _is_within(one: Ages, other: Ages) -> bool:
    """True for ages whose words are a part of what tells other ages: "under 60 år" of "över 20 men under 60 år"."""
    return other.start <= one.start and one.end <= other.end and other.end - other.start > one.end - one.start


def _ages(text: str, one: Statement) -> Iterator[Ages]:
    said = _AGED.search(one.label) is not None
    aged = said or _AGED.search(text, one.start, one.end) is not None
    taken: list[tuple[int, int]] = []
    for match in _RANGE.finditer(text, one.start, one.end):
        first, last = int(match["first"]), int(match["last"])
        if not first < last or last < 14 or _is_duration(text, one, match, aged):
            continue
        if not match["unit"] and not said and not _is_aged(text, one, match, aged):
            continue
        taken.append(match.span())
        yield Ages(first, last, match.start(), match.end())
    for pattern in (_FROM, _TO):
        for match in pattern.finditer(text, one.start, one.end):
            age = int(next(said for name, said in match.groupdict().items() if said and said.isdecimal()))
            crossed = any(a < match.end() and match.start() < b for a, b in taken)
            if crossed or not aged or not 10 <= age <= 99 or _is_duration(text, one, match, aged):
                continue
            if match.group()[-1].isdigit() and not _NOT_COUNTED_AFTER.match(text, match.end()):
                continue
            exclusive = re.match(r"(?:under|yngre|below|younger)", match.group(), re.IGNORECASE) is not None
            over = re.match(r"(?:över|äldre|over|older)", match.group(), re.IGNORECASE) is not None
            taken.append(match.span())
            if pattern is _FROM:
                yield Ages(age + over, None, match.start(), match.end())
            else:
                yield Ages(None, age - exclusive, match.start(), match.end())


def _is_aged(text: str, one: Statement, match: re.Match[str], aged: bool) -> bool:
    """True for an interval without a unit that the words around it make one of ages."""
    if aged and re.search(r"ålder|åldrar|aged?|åring", text[one.start : match.end() + 20]):
        return True
    first, last = int(match["first"]), int(match["last"])
    if not (14 <= first <= last - 3 and last <= 75 and _NOT_COUNTED_AFTER.match(text, match.end())):
        return False
    if _PEOPLE_BEFORE.search(text, one.start, match.start()):
        return True
    return bool(re.search(r"\d[-–—]\d", match.group()) and _PEOPLE_NEAR.search(text, one.start, match.start()))


def _extremes(text: str, one: Statement, year: int) -> Iterator[Ages]:
    """Yield the ages from the youngest to the oldest, those of people born in some years, and bounds in words."""
    for match in _BOUNDED.finditer(text, one.start, one.end):
        up_to = int(match["last"]) - (match["under"].lower() != "högst")
        yield Ages(int(match["first"]) + bool(match["over"]), up_to, match.start(), match.end())
    for match in _YOUNGEST.finditer(text, one.start, one.end):
        first, last = sorted(map(int, match.groups()))
        yield Ages(first, last, match.start(), match.end())
    for match in _BORN.finditer(text, one.start, one.end):
        first, last = int(match["first"]), int(match["last"] or match["first"])
        youngest, oldest = year - max(first, last), year - min(first, last)
        is_open = match["open"].lower() if match["open"] else ""
        if is_open or match["last"]:
            older, younger = is_open in ("tidigare", "före", "earlier"), is_open in ("senare", "efter", "later")
            yield Ages(None if younger else youngest, None if older else oldest, match.start(), match.end())


def _is_duration(text: str, one: Statement, match: re.Match[str], aged: bool) -> bool:
    """True for a time that has passed: "utan arbete i 10–15 år"."""
    before = text[max(one.start, match.start() - 40) : match.start()]
    if re.search(r"ålder\w*\s*(?:av\s*|på\s*|mellan\s*)?$|åldrar\w*\s*$", before, re.IGNORECASE):
        return False
    return _DURATION_BEFORE.search(before) is not None or _DURATION_AFTER.match(text, match.end()) is not None
