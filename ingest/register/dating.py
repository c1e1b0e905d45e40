"""Days, months and years in running text, and what a decision's date is the date of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ingest.model import Source
from ingest.months import MONTHS

_MONTH = "|".join(MONTHS)
_DATE = re.compile(
    r"(?<![\w-])(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?![\w-])"
    r"|(?<!\w)(?P<compact>20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\w)"
    rf"|(?<!\w)(?P<day>\d{{1,2}})(?::?[ea])?\s+(?P<month>{_MONTH})\b(?:,?\s+(?P<year>(?:19|20)\d\d)(?!\d))?"
    r"|(?<![\w/])(?P<d>\d{1,2})/(?P<m>\d{1,2})(?:[\s-]+(?P<y>(?:19|20)\d\d|\d\d(?=\b)(?!\s\d)))?(?![\w/])"
    rf"|\b(?P<named>{_MONTH})(?:\s+månad)?\s+(?P<its>(?:19|20)\d\d)(?!\d)"
    r"|(?<![\w-])(?P<long>(?:19|20)\d\d-(?:0[1-9]|1[0-2]))(?![\w-])"
    r"|(?<![\w:/.,–-])(?P<alone>(?:19|20)\d\d)(?![\w:/–-]|,\d|\.\d)",
    re.IGNORECASE,
)
_CLOSE = 30
"""Characters from a verb to the month that it is said to be of."""
_PERIOD_BEFORE = re.compile(
    r"(?:\bunder\s+(?:(?!inför)\w+\s+){0,2}|\bperioden\s+|\bvåren\s+|\bhösten\s+)$", re.IGNORECASE
)
_NO_DATE_BEFORE = re.compile(
    r"(?:\b(?:för|inför|till|t\.?o\.?m\.?|från|fr\.?o\.?m\.?|from|senast|ingången av|utgången av|sedan|plan|budget"
    r"|årsredovisning(?:en)?|verksamhetsplan(?:en)?|med|[–-]|lag(?:en)? \()\s*(?:den\s+)?(?:år(?:en)?\s+)?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """``text[start:end]`` is a day, month or year."""

    start: int
    end: int
    date: str
    """ÅÅÅÅ, ÅÅÅÅ-MM or ÅÅÅÅ-MM-DD."""
    is_guessed: bool = False
    """The year is not named, and taken from elsewhere."""

    @property
    def kind(self) -> str:
        return {4: "år", 7: "månad", 10: "beslutsdatum"}[len(self.date)]


def dates(text: str, start: int = 0, end: int | None = None, year: int | None = None) -> Iterator[Dated]:
    """The dates in ``text[start:end]`` in order.

    Args:
        year: for days without a year, which are left out when it is None.
    """
    for match in _DATE.finditer(text, start, len(text) if end is None else end):
        found, is_guessed = _read(match, year)
        if found:
            yield Dated(match.start(), match.end(), found, is_guessed)


def when_done(text: str, start: int, end: int, year: int | None = None) -> Iterator[Dated]:
    """The dates in ``text[start:end]`` on which something may have been done: not what it is for, from, to or due."""
    for one in dates(text, start, end, year):
        if not _NO_DATE_BEFORE.search(text[max(0, one.start - 40) : one.start]):
            yield one


def date_in(text: str, spans: Sequence[tuple[int, int]], year: int | None = None) -> tuple[str, str, bool] | None:
    """The date that something was done, of those in ``spans`` of ``text``, as (date, its kind, guessed year).

    The most exact one is taken; of several, the last in the first span, which stands before the verb, else the first
    after it, where years do not count, nor months far off.
    """
    found = []
    for number, (start, end) in enumerate(spans):
        for one in when_done(text, start, end, year):
            if number and (len(one.date) == 4 or (len(one.date) == 7 and one.start - start > _CLOSE)):
                continue
            is_period = (
                len(one.date) == 4 and _PERIOD_BEFORE.search(text[max(0, one.start - 40) : one.start]) is not None
            )
            rank = len(one.date), -number, one.start if number == 0 else -one.start
            found.append((rank, one.date, "period" if is_period else one.kind, one.is_guessed))
    return max(found)[1:] if found else None


def date_of_source(source: Source) -> tuple[str, str]:
    """What a document's own time says of when a decision that it tells of was made: (date, its kind), or blanks."""
    if source.starts is None:
        return "", ""
    year = str(source.starts.year)
    match source.type:
        case "verksamhetsplan" | "inriktning":
            return year, "planår"
        case "redovisning":
            return year, "period"
        case "beslut":
            return source.starts.isoformat(), "publicering"
        case _:
            return year, "publicering"


def _read(match: re.Match[str], year: int | None) -> tuple[str, bool]:
    """A match as (date, guessed year); no date when there is no such day."""
    if match["iso"] or match["long"] or match["alone"]:
        return (match["iso"] if _is_day(match["iso"]) else "") if match["iso"] else match["long"] or match[
            "alone"
        ], False
    if found := match["compact"]:
        return f"{found[:4]}-{found[4:6]}-{found[6:]}", False
    if match["named"]:
        return f"{match['its']}-{_number(match['named']):02}", False
    named = match["year"] or match["y"]
    full = int(named) + (2000 if len(named) == 2 else 0) if named else year
    if full is None:
        return "", False
    month = _number(match["month"]) if match["month"] else int(match["m"])
    day = f"{full}-{month:02}-{int(match['day'] or match['d']):02}"
    return (day, not named) if _is_day(day) else ("", False)


def _number(month: str) -> int:
    return MONTHS.index(month.lower()) + 1


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
