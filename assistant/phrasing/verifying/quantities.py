"""The quantities of a text, in one sense each: money in kronor, shares, dates, years, sections of law, counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from assistant.numerals import NUMERAL, value
from assistant.phrasing.verifying.quantity import Bound, Quantity, Rough, Sort
from ingest.months import MONTHS
from ingest.tables.figures import Figure, find, kronor

_LAW = re.compile(
    r"\b(?P<number>(?:19|20)\d\d:\d{1,4})\b|\b(?P<chapter>\d{1,2})\s+kap\b"
    r"|(?P<list>\b\d{1,3}(?:\s[a-z]\b)?(?:\s*(?:,|och|[-–])\s*\d{1,3}(?:\s[a-z]\b)?)*)\s*§"
    r"|\b(?:[Ss]ections?|[Cc]hapter)\s+(?P<english>\d{1,3})\b"
)
_SHORT = {name[:3]: place for place, name in enumerate(MONTHS, 1)} | {"sept": 9}
_ENGLISH = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december")  # fmt: skip
_MONTH_NUMBERS = (
    _SHORT
    | {name: place for place, name in enumerate(MONTHS, 1)}
    | {name: place for place, name in enumerate(_ENGLISH, 1)}
)
_MONTH = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_DAY = re.compile(
    rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th|:e)?\s+(?:of\s+)?(?P<m>{_MONTH})\b\.?(?:\s+(?P<y>(?:19|20)\d\d))?\b"
    rf"|\b(?P<m5>{'|'.join(_ENGLISH)})\s+(?P<d5>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<y5>(?:19|20)\d\d))?\b"
    rf"|\b(?P<m2>{_MONTH})\b\.?\s+(?P<y2>(?:19|20)\d\d)\b"
    r"|\b(?P<y3>(?:19|20)\d\d)-(?P<m3>[01]\d)(?:-(?P<d3>[0-3]\d))?\b"
    r"|(?<![\d/])(?P<d6>[0-3]?\d)/(?P<m6>1[0-2]|0?[1-9])(?:[ -]+(?P<y6>(?:19|20)\d\d))?(?![\d/])"
    r"|(?<![\d.,:/-])(?P<y4>(?:19|20)?\d\d)(?P<m4>0[1-9]|1[0-2])(?P<d4>0[1-9]|[12]\d|3[01])(?!\d|[.,:]\d|\s?(?:kr|tkr|mkr|%))",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?<![\d:.,])(?:19|20)\d\d(?!\d|[:.,]\d|\s?(?:kr|tkr|mkr|%|procent)|\s(?:unika\s)?(?:deltagare|personer))"
)
_WORDS = re.compile(r"(?<!\w)[^\W\d_]+(?:-[^\W\d_]+)?(?!\w)(?!\s+(?:sorts?|slags?)\b)")
_LARGE = re.compile(r"miljon|miljard|tusen|million|billion|thousand", re.IGNORECASE)
_MILLIONS = re.compile(
    rf"(?<!\w)(?P<n>en halv|halv|half a|{NUMERAL})\s*"
    r"(?P<u>miljon(?:er)?|miljard(?:er)?|tusen|million|billion|thousand)\b(?:\s+(?:kr|kronor|sek))?",
    re.IGNORECASE,
)
_FRACTIONS = (
    (re.compile(r"\b(?:två tredjedelar|two thirds)\b", re.IGNORECASE), Decimal(200) / 3),
    (re.compile(r"\b(?:tre fjärdedelar|three quarters)\b", re.IGNORECASE), Decimal(75)),
    (re.compile(r"\b(?:hälften|halva(?:n)?|half)\b", re.IGNORECASE), Decimal(50)),
    (re.compile(r"\b(?:en |a |one )?(?:tredjedel(?:en)?|third)\b", re.IGNORECASE), Decimal(100) / 3),
    (re.compile(r"\b(?:en |a |one |var sin )?(?:fjärdedel(?:en)?|quarter)\b", re.IGNORECASE), Decimal(25)),
    (re.compile(r"\b(?:en |one )?(?:femtedel(?:en)?|fifth)\b", re.IGNORECASE), Decimal(20)),
    (re.compile(r"\b(?:en |one )?(?:tiondel(?:en)?|tenth)\b", re.IGNORECASE), Decimal(10)),
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
_ROUGH = re.compile(
    r"\b(?:cirka|ca|omkring|ungefär|runt|runt om|uppemot|about|around|approximately|roughly|some)\.?\s*$", re.IGNORECASE
)
_TEN = re.compile(r"\b(\d{2,3})-tal(?:et)?\b", re.IGNORECASE)
_TENS = re.compile(r"^(?:[- ]?tals?|[- ]?talet)\b", re.IGNORECASE)
_OVER = re.compile(
    r"\b(?:drygt|strax över|något över|just over|a little over|more than|över|mer än|fler än|over)\s*$", re.IGNORECASE
)
_UNDER = re.compile(
    r"\b(?:knappt|nästan|närmare|strax under|just under|almost|nearly|under|mindre än|färre än|less than)\s*$",
    re.IGNORECASE,
)
_DURING = re.compile(r"\bunder\s*$", re.IGNORECASE)
"""Before a count it mostly says when: "under två år"."""
_LEAST = re.compile(r"\b(?:minst|åtminstone|lägst|at least|no less than|no fewer than)\s*$", re.IGNORECASE)
_MOST = re.compile(
    r"\b(?:högst|max|maximalt|som mest|upp till|längst|inte mer än|at most|up to|no more than)"
    r"\s*(?:cirka\s*|ca\.?\s*)?$",
    re.IGNORECASE,
)
_OR_MORE = re.compile(r"^(?:\s+[^\W\d_]+)?\s+(?:eller (?:mer|fler|längre|äldre)|or more|and over)\b", re.IGNORECASE)
_SCALE = re.compile(
    r"\d(?:[.,](?P<part>\d{1,2}))?[\s\u00a0]?(?P<unit>tkr|tsek|mkr|mnkr|msek|mdkr|miljon|miljard|tusen|million|billion|thousand)",
    re.IGNORECASE,
)
_ENGLISH_FIGURE = re.compile(
    r"(?<![\d.,])(?:(?P<sek>SEK)\s?)?(?P<n>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
    r"\s*(?P<u>million|billion|thousand|percent|per cent)?"
    r"(?:\s+(?P<kr>kronor|kr|SEK)\b)?(?![\d,]\d)",
    re.IGNORECASE,
)
_OF_THINGS = re.compile(r"\s+(?!(?:i|på|för|till|under|år|som|och|per|kvar|men|mot|av)\b)[^\W\d_]{3,}")
ROUGHLY = Decimal("0.1")
"""Share by which "drygt" and "knappt" may miss where the last figure stands for less."""
_SLASH = re.compile(r"(?<=[^\W\d_])/(?=\d)")
"""Between two counts: "144 kvinnor/130 män"."""
_HYPHEN = re.compile(r"(?<=\d)-(?=\d)")
"""From one count to another: "16-64 år"; it is no minus sign."""
_ARTICLES = frozenset({"en", "ett", "one", "a"})
"""Numerals that mostly are no number."""
_OF_TIME = re.compile(r"\s+(?:år|månad|vecka|dag|timme|year|month|week|day|hour)\b", re.IGNORECASE)
_ONE = re.compile(
    r"\b(?:bara|endast|exakt|en enda|minst|högst|drygt|knappt|nästan|cirka|omkring|ungefär|över"
    r"|only|exactly|at least|at most)\s+$",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a text in order, none within another."""
    found: list[Quantity] = []
    sorts = (_laws, _dates, _tens, _fractions, _in_words, _english, _figures, _years)
    for quantity in (one for sort in sorts for one in sort(text)):
        if not any(one.start < quantity.end and quantity.start < one.end for one in found):
            found.append(quantity)
    return tuple(sorted(found, key=lambda one: one.start))


def of_figure(figure: Figure, start: int = 0, end: int = 0) -> Quantity:
    """Return a figure as the quantity that it is of."""
    amount = kronor(figure)
    if amount is not None:
        return _exactly(Sort.MONEY, amount, start, end)
    return _exactly(Sort.SHARE if figure.unit == "%" else Sort.COUNT, figure.value, start, end)


def _exactly(sort: Sort, number: Decimal, start: int, end: int, law: str = "") -> Quantity:
    return Quantity(sort, number, start, end, number, number, law=law)


def _laws(text: str) -> Iterator[Quantity]:
    for match in _LAW.finditer(text):
        if match["number"] or match["english"]:
            yield _exactly(Sort.LAW, Decimal(0), *match.span(), law=match["number"] or match["english"])
        elif match["chapter"]:
            yield _exactly(Sort.LAW, Decimal(0), *match.span(), law=f"kap {match['chapter']}")
        else:
            for number in re.finditer(r"(\d+)(\s[a-z]\b)?", match["list"]):
                start = match.start("list") + number.start()
                law = number[1] + (number[2] or "").strip()
                yield _exactly(Sort.LAW, Decimal(0), start, start + len(number[0]), law=law)


def _dates(text: str) -> Iterator[Quantity]:
    for match in _DAY.finditer(text):
        year, month, day = (_first(match, letter) for letter in "ymd")
        number = int(month) if month.isdigit() else _MONTH_NUMBERS[month.lower()]
        whole = (int(year) if len(year) == 4 else 2000 + int(year) if year else 0) * 100 + number
        yield _exactly(Sort.DATE, Decimal(whole * 100 + int(day) if day else whole), *match.span())


def _first(match: re.Match[str], letter: str) -> str:
    return next((text for name, text in match.groupdict().items() if name[0] == letter and text), "")


def _years(text: str) -> Iterator[Quantity]:
    for match in _YEAR.finditer(text):
        yield _exactly(Sort.YEAR, Decimal(match[0]), *match.span())


def _fractions(text: str) -> Iterator[Quantity]:
    for pattern, share in _FRACTIONS:
        for match in pattern.finditer(text):
            if not text[match.end() :].lstrip().lower().startswith(("miljon", "million", "år", "tim")):
                yield _meant(text, _exactly(Sort.SHARE, share, *match.span()), Decimal(0))


def _in_words(text: str) -> Iterator[Quantity]:
    for match in _MILLIONS.finditer(text) if _LARGE.search(text) else ():
        number = Decimal("0.5") if "hal" in match["n"].lower() else Decimal(value(match["n"]) or 0)
        factor = next(factor for begins, factor in _FACTORS.items() if match["u"].lower().startswith(begins))
        sort = Sort.MONEY if re.search(r"kr|sek", match[0][match.end("u") - match.start() :], re.I) else Sort.COUNT
        yield _meant(text, _exactly(sort, number * factor, *match.span()), Decimal(factor) / 10)
    for match in _WORDS.finditer(text):
        counted = value(match[0])
        if counted is None:
            continue
        is_article = match[0].lower() in _ARTICLES and not _OF_TIME.match(text, match.end())
        if is_article and not _ONE.search(text[: match.start()]):
            continue
        quantity = _meant(text, _exactly(Sort.COUNT, Decimal(counted), *match.span()), Decimal(0))
        yield replace(quantity, rough=Rough.ABOUT) if match[0].lower().endswith("tal") else quantity


def _tens(text: str) -> Iterator[Quantity]:
    """Yield "ett 30-tal"."""
    for match in _TEN.finditer(text):
        number = Decimal(match[1])
        margin = number * ROUGHLY
        found = _exactly(Sort.COUNT, number, *match.span())
        yield replace(found, least=number - margin, most=number + margin, rough=Rough.ABOUT)


def _english(text: str) -> Iterator[Quantity]:
    """Yield figures in English writing: "SEK 15,111,000", "1.6 million kronor"."""
    for match in _ENGLISH_FIGURE.finditer(text):
        if not ("," in match["n"] or match["u"] or (match["sek"] and "." not in match["n"])):
            continue
        number, unit = Decimal(match["n"].replace(",", "")), (match["u"] or "").lower()
        factor = next((factor for begins, factor in _FACTORS.items() if unit.startswith(begins)), 1) if unit else 1
        sort = Sort.SHARE if unit.startswith("per") else Sort.MONEY if match["sek"] or match["kr"] else Sort.COUNT
        step = Decimal(factor) / Decimal(10) ** (len(match["n"].partition(".")[2])) if factor > 1 else Decimal(0)
        yield _meant(text, _exactly(sort, number * factor, *match.span()), step)


def _figures(text: str) -> Iterator[Quantity]:
    for start, end, figure in find(_HYPHEN.sub("–", _SLASH.sub(" ", text))):
        scale = _SCALE.search(text, start, end + 12)
        quantity = _meant(text, of_figure(figure, start, end), _step(scale) if scale else Decimal(0))
        if scale and quantity.sort is Sort.COUNT and not _OF_THINGS.match(text, end):
            quantity = replace(quantity, sort=Sort.MONEY)
        yield replace(quantity, rough=Rough.ABOUT) if _TENS.search(text[end : end + 6]) else quantity


def _step(scale: re.Match[str]) -> Decimal:
    """Return what the last written figure of an amount in thousands or millions stands for, in kronor."""
    factor = next(factor for begins, factor in _FACTORS.items() if scale["unit"].lower().startswith(begins))
    return Decimal(factor) / Decimal(10) ** len(scale["part"] or "")


def _meant(text: str, quantity: Quantity, step: Decimal) -> Quantity:
    """Return a quantity with what it may mean: rounded to ``step`` when it is told in thousands or millions, more or
    less by what its last figure stands for where it says so."""
    number = quantity.value
    before = text[max(0, quantity.start - 24) : quantity.start]
    least, most, rough = number - step / 2, number + step / 2, Rough.EXACT
    unit = step or _last_figure(number)
    reach = min(unit, max(unit / 2, abs(number) * ROUGHLY))
    if _OVER.search(before):
        least, most, rough = number, number + reach, Rough.OVER
    elif _UNDER.search(before) and not (_DURING.search(before) and quantity.sort is Sort.COUNT):
        least, most, rough = number - reach, number, Rough.UNDER
    elif _ROUGH.search(before):
        least, most, rough = number - unit / 2, number + unit / 2, Rough.ABOUT
    bound = Bound.LEAST if _LEAST.search(before) or _OR_MORE.search(text[quantity.end :]) else Bound.NONE
    bound = Bound.MOST if _MOST.search(before) else bound
    return replace(quantity, least=least, most=most, rough=rough, bound=bound)


def _last_figure(number: Decimal) -> Decimal:
    """Return what the last figure of a number stands for that is no nought, a tenth of the number at most."""
    if not number:
        return Decimal(0)
    unit = Decimal(10) ** int(number.normalize().as_tuple().exponent)
    least = Decimal(1) if number == int(number) else Decimal(0)
    return min(unit, max(abs(number) * ROUGHLY, least))
