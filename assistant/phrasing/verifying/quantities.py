"""The quantities of a text, in one sense each: money in kronor, shares, dates, years, sections of law, counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from assistant.numerals import NUMERAL, value
from ingest.months import MONTHS
from ingest.tables.figures import Figure, find, kronor


class Sort(StrEnum):
    MONEY = "money"
    """In kronor."""
    SHARE = "share"
    """In percent."""
    COUNT = "count"
    DATE = "date"
    """As a number of the form 20220831, 202208 when no day is told."""
    YEAR = "year"
    LAW = "law"
    """A section, or the number of a law: its figures as they stand."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity, ``text[start:end]``."""

    sort: Sort
    value: Decimal
    start: int
    end: int
    least: Decimal = Decimal(0)
    most: Decimal = Decimal(0)
    """What the text may mean by it, when it says so roughly: "drygt 13 miljoner" lies between 13 and 14 million."""
    law: str = ""

    def meets(self, source: Quantity) -> bool:
        """True when a source that says ``source`` supports a sentence that says this."""
        if self.sort is Sort.LAW or source.sort is Sort.LAW:
            return self.sort is source.sort and self.law == source.law
        if self.sort is Sort.DATE and source.sort is Sort.DATE:
            return self.value == source.value or (self.value < 10**6 and source.value // 100 == self.value)
        return self.sort is source.sort and self.least <= source.value <= self.most


_LAW = re.compile(
    r"\b(?P<number>(?:19|20)\d\d:\d{1,4})\b|(?P<list>\b\d{1,3}(?:\s*(?:,|och|[-–])\s*\d{1,3})*)\s*(?:[a-z]\s*)?§"
)
_MONTH = "|".join(MONTHS)
_DAY = re.compile(
    rf"\b(?P<d>[0-3]?\d)\s+(?P<m>{_MONTH})(?:\s+(?P<y>(?:19|20)\d\d))?\b|\b(?P<m2>{_MONTH})\s+(?P<y2>(?:19|20)\d\d)\b"
    r"|\b(?P<y3>(?:19|20)\d\d)-(?P<m3>[01]\d)(?:-(?P<d3>[0-3]\d))?\b"
    r"|(?<!\d)(?P<y4>(?:19|20)?\d\d)(?P<m4>0[1-9]|1[0-2])(?P<d4>0[1-9]|[12]\d|3[01])(?!\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d:.,])(?:19|20)\d\d(?![\d:]|[.,]\d|\s?(?:kr|tkr|mkr|%|procent))")
_WORDS = re.compile(rf"(?<!\w)(?:{NUMERAL})(?!\w)(?!\s+(?:av|sorts?|slags?)\b)", re.IGNORECASE)
_MILLIONS = re.compile(
    rf"(?<!\w)(?P<n>en halv|halv|{NUMERAL})\s*(?P<u>miljon(?:er)?|miljard(?:er)?|tusen)\b(?:\s+(?:kr|kronor))?",
    re.IGNORECASE,
)
_FACTORS = {
    "tus": 1_000,
    "tkr": 1_000,
    "tsek": 1_000,
    "thou": 1_000,
    "mkr": 1_000_000,
    "mnkr": 1_000_000,
    "msek": 1_000_000,
    "miljo": 1_000_000,
    "milli": 1_000_000,
    "miljar": 1_000_000_000,
    "billi": 1_000_000_000,
    "mdkr": 1_000_000_000,
}
_ROUGH = re.compile(r"\b(?:cirka|ca|omkring|ungefär|runt|about|around|approximately|roughly)\.?\s*$", re.IGNORECASE)
_OVER = re.compile(
    r"\b(?:drygt|strax över|något över|just over|a little over|more than|över|mer än)\s*$", re.IGNORECASE
)
_UNDER = re.compile(r"\b(?:knappt|nästan|närmare|strax under|just under|almost|nearly)\s*$", re.IGNORECASE)
_SCALE = re.compile(
    r"\d(?:[.,](?P<part>\d{1,2}))?[\s\u00a0]?(?P<unit>tkr|tsek|mkr|mnkr|msek|mdkr|miljon|miljard|tusen|million|billion|thousand)",
    re.IGNORECASE,
)
ROUGHLY = Decimal("0.1")
"""Share by which "drygt" and "knappt" may miss; half of it for "cirka"."""

_ARTICLES = frozenset({"en", "ett", "one", "a"})
"""Numerals that mostly are no number."""


def quantities(text: str) -> list[Quantity]:
    """Return the quantities of a text in order, none within another."""
    found: list[Quantity] = []
    for quantity in (*_laws(text), *_dates(text), *_in_words(text), *_figures(text), *_years(text)):
        if not any(one.start < quantity.end and quantity.start < one.end for one in found):
            found.append(quantity)
    return sorted(found, key=lambda one: one.start)


def of_figure(figure: Figure, start: int = 0, end: int = 0) -> Quantity:
    """Return a figure as the quantity that it is of."""
    amount = kronor(figure)
    if amount is not None:
        return _exactly(Sort.MONEY, amount, start, end)
    return _exactly(Sort.SHARE if figure.unit == "%" else Sort.COUNT, figure.value, start, end)


def _exactly(sort: Sort, number: Decimal, start: int, end: int) -> Quantity:
    return Quantity(sort, number, start, end, number, number)


def _laws(text: str) -> Iterator[Quantity]:
    for match in _LAW.finditer(text):
        if match["number"]:
            yield Quantity(Sort.LAW, Decimal(0), match.start(), match.end(), law=match["number"])
            continue
        for number in re.finditer(r"\d+", match["list"]):
            start = match.start("list") + number.start()
            yield Quantity(Sort.LAW, Decimal(0), start, start + len(number[0]), law=number[0])


def _dates(text: str) -> Iterator[Quantity]:
    for match in _DAY.finditer(text):
        year = next((match[name] for name in ("y", "y2", "y3", "y4") if match[name]), "")
        month = next(match[name] for name in ("m", "m2", "m3", "m4") if match[name])
        day = next((match[name] for name in ("d", "d3", "d4") if match[name]), "")
        number = int(month) if month.isdigit() else [*MONTHS].index(month.lower()) + 1
        whole = (int(year) if len(year) == 4 else 2000 + int(year) if year else 0) * 100 + number
        yield _exactly(Sort.DATE, Decimal(whole * 100 + int(day) if day else whole), match.start(), match.end())


def _years(text: str) -> Iterator[Quantity]:
    for match in _YEAR.finditer(text):
        yield _exactly(Sort.YEAR, Decimal(match[0]), match.start(), match.end())


def _in_words(text: str) -> Iterator[Quantity]:
    for match in _MILLIONS.finditer(text):
        number = Decimal("0.5") if "halv" in match["n"].lower() else Decimal(value(match["n"]) or 0)
        factor = next(factor for begins, factor in _FACTORS.items() if match["u"].lower().startswith(begins))
        sort = Sort.MONEY if re.search(r"kr", match[0][match.end("u") - match.start() :]) else Sort.COUNT
        yield _meant(text, _exactly(sort, number * factor, match.start(), match.end()), Decimal(factor) / 10)
    for match in _WORDS.finditer(text):
        counted = value(match[0])
        if counted is not None and match[0].lower() not in _ARTICLES:
            yield _meant(text, _exactly(Sort.COUNT, Decimal(counted), match.start(), match.end()), Decimal(0))


def _figures(text: str) -> Iterator[Quantity]:
    for start, end, figure in find(text):
        scale = _SCALE.search(text, start, end + 12)
        yield _meant(text, of_figure(figure, start, end), _step(scale) if scale else Decimal(0))


def _step(scale: re.Match[str]) -> Decimal:
    """Return what the last written figure of an amount in thousands or millions stands for, in kronor."""
    factor = next(factor for begins, factor in _FACTORS.items() if scale["unit"].lower().startswith(begins))
    return Decimal(factor) / Decimal(10) ** len(scale["part"] or "")


def _meant(text: str, quantity: Quantity, step: Decimal) -> Quantity:
    """Return a quantity with what it may mean: rounded to ``step`` when it is told in thousands or millions, up to a
    tenth more or less where it says so."""
    number = quantity.value
    before = text[max(0, quantity.start - 20) : quantity.start]
    least, most = number - step / 2, number + step / 2
    if _OVER.search(before):
        least, most = number, number * (1 + ROUGHLY)
    elif _UNDER.search(before):
        least, most = number * (1 - ROUGHLY), number
    elif _ROUGH.search(before):
        least, most = min(least, number * (1 - ROUGHLY / 2)), max(most, number * (1 + ROUGHLY / 2))
    return Quantity(quantity.sort, number, quantity.start, quantity.end, least, most)
