"""The year, and the part of it, that a column head, a title or a sentence names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.model import Source
from ingest.months import MONTHS

_YEAR = r"(?:19|20)\d\d"
_MONTH = rf"(?:{'|'.join(MONTHS)}|{'|'.join(name[:3] for name in MONTHS)}|sept)\b\.?"
_TO = r"\s*(?:-|–|−|till|t\.?o\.?m\.?)?\s*-?"
_DATE = re.compile(
    rf"(?<!\d)(?P<year>{_YEAR})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)"
    rf"|(?<!\d)(?P<year8>{_YEAR})(?P<month8>0[1-9]|1[0-2])(?P<day8>[0-3]\d)(?!\d)"
    r"|(?<!\d)(?P<year6>[0-3]\d)(?P<month6>0[1-9]|1[0-2])(?P<day6>[0-3]\d)(?!\d)"
    rf"|(?<!\d)(?P<day2>[0-3]?\d)/(?P<month2>1?\d)[- ]+(?P<year2>{_YEAR})"
    rf"|(?<!\d)(?P<day3>[0-3]?\d)\s+(?P<name3>{_MONTH})\s+(?P<year3>{_YEAR})",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:från\s+|fr\.?\s?o\.?\s?m\.?\s+)?(?:-|–|−|till(?: och med)?|t\.?\s?o\.?\s?m\.?)\s*", re.IGNORECASE
)
"""What stands around and between two dates that are a span, the dates left out."""
_MONTHS = re.compile(
    rf"\b(?P<first>{_MONTH})(?:\s+(?P<since>{_YEAR}))?{_TO}\s*(?P<last>{_MONTH})(?:\s+(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"\b(?:(?P<half>första|1:a)\s+halvåret|(?P<other>andra|2:a)\s+halvåret|tertial\s*(?P<third>[123])|t(?P<short>[123])\b"
    rf"|(?:kvartal|q)\s*(?P<quarter>[1-4]))(?:[\s,]+(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
_INTERIM = re.compile(r"\bdelår\w*", re.IGNORECASE)
_SPAN = re.compile(rf"(?<!\d)({_YEAR})\s*[-–]\s*({_YEAR})(?!\d)")
_YEARS = re.compile(rf"(?<![\d:]){_YEAR}(?![\d:]|-\d\d\b)")


@dataclass(frozen=True, slots=True)
class Span:
    """A year, or a part of it."""

    year: int | None
    """None for a span of several years."""
    period: str = ""
    """"2022-01–2022-08", "2023-01–2025-12"; empty for a whole year."""


def span_of(source: Source) -> Span | None:
    """What a document is about: its year, or the part of it that its accounts are for; None when unknown."""
    if source.starts is None:
        return None
    if source.ends is None or source.type not in ("redovisning", "rapport") or source.ends.year != source.starts.year:
        return Span(source.starts.year)
    return _months(source.starts.year, source.starts.month, source.ends.month)


def within(span: Span | None, around: Span | None) -> Span | None:
    """What a span of outcomes is in a document: in accounts for a part of a year, that year is that part."""
    is_whole = span is not None and around is not None and span.year == around.year and not span.period
    return around if is_whole else span


def span_in(text: str, around: Span | None = None) -> Span | None:
    """The span that a text names, the last when it names several years; None when it names none.

    A single day stands for the time from the beginning of its year. ``around`` is what the document is about: the
    months that "delår" means, the year of months without one.
    """
    return _by_days(text) or _by_months(text, around) or _by_part(text, around) or _by_years(text, around)


def days_of(text: str) -> tuple[str, str] | None:
    """The first and last day, ÅÅÅÅ-MM-DD, of a text that is two dates: "210101–231231"; None for any other text."""
    dates = list(_DATE.finditer(text))
    if len(dates) != 2 or not _BETWEEN.fullmatch(_DATE.sub("", text)):
        return None
    first, last = (f"{year}-{month:02}-{_day_of_month(match):02}" for match in dates for year, month in [_day(match)])
    return first, last


def _day_of_month(match: re.Match[str]) -> int:
    return next(int(match[key]) for key in ("day", "day8", "day6", "day2", "day3") if match[key])


def _by_days(text: str) -> Span | None:
    days = [(int(year), month) for match in _DATE.finditer(text) for year, month in [_day(match)] if 1 <= month <= 12]
    if not days:
        return None
    (first, opening), (last, closing) = days[0], days[-1]
    return _months(last, opening if len(days) > 1 else 1, closing, since=first)


def _day(match: re.Match[str]) -> tuple[int, int]:
    parts = match.groupdict()
    year = next(int(parts[key]) for key in ("year", "year8", "year6", "year2", "year3") if parts[key])
    month = next((int(parts[key]) for key in ("month", "month8", "month6", "month2") if parts[key]), 0)
    return year if year > 99 else 2000 + year, month or _number(parts["name3"] or "")


def _by_months(text: str, around: Span | None) -> Span | None:
    match = _MONTHS.search(text)
    if match is None:
        return None
    year = int(match["year"]) if match["year"] else around and around.year
    since = int(match["since"]) if match["since"] else None
    return _months(year, _number(match["first"]), _number(match["last"]), since=since) if year else None


def _by_part(text: str, around: Span | None) -> Span | None:
    match = _PART.search(text)
    year = (int(match["year"]) if match["year"] else around and around.year) if match else None
    if match is None or not year:
        return None
    if match["half"] or match["other"]:
        return _months(year, *((1, 6) if match["half"] else (7, 12)))
    if match["quarter"]:
        return _months(year, 3 * int(match["quarter"]) - 2, 3 * int(match["quarter"]))
    last = 4 * int(match["third"] or match["short"])
    return _months(year, last - 3, last)


def _by_years(text: str, around: Span | None) -> Span | None:
    span = _SPAN.search(text)
    if span:
        return _months(int(span[2]), 1, 12, since=int(span[1]))
    years = _YEARS.findall(text)
    if not years:
        return None
    year = int(years[-1])
    if not _INTERIM.search(text):
        return Span(year)
    months = re.sub(_YEAR, str(year), around.period) if around else ""
    return Span(year, months or f"delår {year}")


def _months(year: int, first: int, last: int, since: int | None = None) -> Span:
    """From a month to a month of ``year``; the first of ``since`` when that is another year."""
    begins = since or year
    if begins == year and (first, last) == (1, 12):
        return Span(year)
    return Span(year if begins == year else None, f"{begins}-{first:02}–{year}-{last:02}")


def _number(month: str) -> int:
    """1-12 of a month's name or short form."""
    return next(place for place, name in enumerate(MONTHS, 1) if name.startswith(month.lower().rstrip(".")[:3]))
