"""Amounts of money as applicants write them, in whole kronor: figures, words, thousands, pay by the month."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from assistant.numerals import NUMERAL, value
from assistant.screening.draft import Amount
from ingest.money import IN_KRONOR, KR, MILLIONS, SHORT, THOUSANDS, unit_of_short
from ingest.months import MONTHS

_MOST = 10**12
"""Kronor; what is more is no amount but a row of digits."""
_NEAR = 60
"""Characters before an amount in which words still belong to it."""
_DAMAGED = re.compile(r"(?<!\w)[\dOolI|]{1,3}(?:[ .,\u00a0][\dOolI|]{3})+(?=\s?(?:[tm]?kr|kronor|sek|:-)|[^\w]|$)")
_REPAIRED = str.maketrans("OolI|", "00111")
_DIGITS = (
    r"(?P<digits>\d{1,3}(?:(?P<by>[ .,’'])\d{3})(?:(?P=by)\d{3})*(?!\d)(?:[.,]\d\d(?!\d))?|\d+(?:[.,]\d{1,3})?(?!\d))"
)
_FIGURE = re.compile(
    rf"(?:(?<![\w.,/§])(?<!\d{{4}}[-–])(?<!-\d\d-)(?<!\d:)|(?<!\w)(?P<before>{SHORT})\s?){_DIGITS}"
    rf"(?:\s?(?:(?P<mkr>{MILLIONS}|million sek|million kr)|(?P<tkr>{THOUSANDS})|(?P<kr>{KR}|:-))(?!\w)\.?)?",
    re.IGNORECASE,
)
_MINUS = re.compile(r"(?:^|[\s(|])[-−–]$")
_OR_KR = r"(?:\s*(?:kronor|kr|sek)\b)?"
_WORDED = re.compile(
    rf"(?<![\w,.])(?:(?P<half>(?:en |a )?halv(?:a)? (?:miljon(?:er)?|mkr)|half a million|halvmiljon(?:en)?)"
    rf"|(?P<whole>{NUMERAL}|\d+(?:[.,]\d+)?)(?P<and> och en halv| and a half)?\s*"
    rf"(?P<unit>miljon(?:er)?|million(?:s)?|tusen|thousand|k(?=\W|$)|['’´](?!\w)|lax(?:en)?|mille))(?!\w){_OR_KR}",
    re.IGNORECASE,
)
_SIZED = re.compile(r"mi?l[jl]|mkr|t[uh]|\dk|k\b|lax|['’´]", re.IGNORECASE)
"""What every amount with a word or sign for its size has."""
_SCALES = {"mil": 1_000_000, "tus": 1000, "tho": 1000, "k": 1000, "lax": 1000}
_NO_MONEY = re.compile(
    r"\s*(?:\w+\s+)?(?:personer|människor|invånare|svenskar|people|timmar|deltagare)\b", re.IGNORECASE
)
_MONTH = r"(?:mån(?:ad(?:er|en)?)?|months?)"
_PER = re.compile(
    r"\s*(?:/|per |à |om |i |varje |var )\s*(?P<month>mån(?:ad(?:en)?)?\b|month\b)"
    r"|\s*(?:/|per |varje )\s*(?P<unit>(?!år\b|kalenderår|year)[^\W\d]\w*)",
    re.IGNORECASE,
)
_MONTHS_AFTER = re.compile(
    rf"[\s,.(]*(?:i|under|för|x|×|\*|gånger|for)\s*(?P<n>\d{{1,2}}|{NUMERAL})\s*{_MONTH}(?!\w)|[\s,(]*(?:x|×"
    rf"|\*)\s*(?P<m>\d{{1,2}})\b",
    re.IGNORECASE,
)
_MONTHS_NAMED = re.compile(
    rf"[\s,.(]*(?:(?:från|för|under)\s+)?(?P<first>{'|'.join(MONTHS)})\s*(?:–|—|-|till(?: och med)?|t\.?o\.?m\.?)\s*"
    rf"(?P<last>{'|'.join(MONTHS)})\b",
    re.IGNORECASE,
)
"""The months, both included, that pay by the month is for."""
_MONTHS_BEFORE = re.compile(
    rf"(?<!\w)(?P<n>\d{{1,2}}|{NUMERAL})\s*{_MONTH}\s*(?:[àáa@x×*]|om)\s*$|(?<!\w)(?P<m>\d{{1,2}})\s*[x×*]\s*$",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:cirka|ca\.?|c:a|omkring|ungefär|runt|uppskattningsvis|uppskattat|preliminärt|kanske|typ|nånstans"
    r"|någonstans"
    r"|drygt|knappt|närmare|runt|säg|förmodligen|troligen|högst|max(?:imalt)?|upp till|mellan|about|around"
    r"|approximately"
    r"|approx\.?|roughly|maybe|perhaps|up to|some)\s+(?:(?:på|kring|runt|till|om|en|ett)\s+)?$",
    re.IGNORECASE,
)
_HEDGE_AFTER = re.compile(r",?\s*(?:kanske|eller (?:så|mer|mindre)|or so|plus minus|\+/-)", re.IGNORECASE)
_UP_TO = re.compile(r"(?<![\d,.])(?P<low>\d{1,3}(?:[ .]\d{3})*|\d+,\d+)\s?(?:–|—|-|till|och|to|and)\s?$")
"""The lower end, without its unit, of a range."""
_RANGE = re.compile(r"\s*(?:–|—|-|till|och|eller|to|and)\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:mellan|between)\s+$", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d.,-])20\d{2}(?![\d-]|[.,]\d)")
_DAMAGED_YEAR = re.compile(r"(?<!\w)2[Oo](?=\d\d(?!\w))")
_SPAN = re.compile(
    r"(?<!\d)(20\d{2})(?:-\d{2}(?:-\d{2})?)?\s*(?:-|–|—|till(?: och med)?|t\.?o\.?m\.?|och|to|/|and)\s*"
    rf"(?:den\s)?(?:\d{{1,2}}\s)?(?:(?:{'|'.join(MONTHS)})\s)?(20\d{{2}})(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount and what it is said to be for."""

    amount: Amount
    per: str = ""
    """What one of it costs ("månad", "timme"), when how many there are is not said; "" for a whole amount."""
    bare: bool = False
    """No unit stands beside it: it was given."""
    is_minus: bool = False
    """A minus stands before it; ``sek`` is without."""


def find(text: str, start: int = 0, end: int | None = None, unit: str = "") -> list[Money]:
    """Return the amounts in ``text[start:end]`` in order.

    Args:
        unit: "kr", "tkr" or "mkr" for figures that have none; "" leaves them out.
    """
    part = _DAMAGED.sub(lambda match: match.group().translate(_REPAIRED), text[start:end])
    worded = list(_worded(part)) if _SIZED.search(part) else []
    found = [
        *worded,
        *(one for one in _figured(part, unit) if not any(_meet(one.amount, other.amount) for other in worded)),
    ]
    found = [_times(part, one) for one in sorted(found, key=lambda one: one.amount.start)]
    found = [one for one in found if 0 < one.amount.sek < _MOST]
    return [_placed(one, start) for one in _hedged(part, _apart(found))]


def _figured(part: str, unit: str) -> Iterator[Money]:
    """Yield amounts in figures with a unit, and with the given one those that have none and are no year or count."""
    for match in _FIGURE.finditer(part):
        own = next((name for name in ("mkr", "tkr", "kr") if match[name]), "")
        own = own or (unit_of_short(match["before"]) if match["before"] else "")
        if not (own or unit) or (not own and _is_other(part, match)):
            continue
        start = match.start("before") if match["before"] else match.start("digits")
        end = match.end() - match.group().endswith(".")
        is_minus = _MINUS.search(part[max(0, start - 2) : start]) is not None
        yield Money(Amount(_kronor(match, own or unit), start, end), bare=not own, is_minus=is_minus)


def _kronor(match: re.Match[str], unit: str) -> int:
    """Return what figures are worth; "1,240" is a decimal in millions and a thousand and more in kronor."""
    digits, by = match["digits"], match["by"]
    is_decimal = unit == "mkr" and by in (",", ".") and digits.count(by) == 1
    if by and not is_decimal:
        whole, mark, part = digits, "", ""
        if len(digits) > 3 and digits[-3] in ".,":
            whole, mark, part = digits[:-3], ".", digits[-2:]
        number = Decimal(re.sub(r"\D", "", whole) + mark + part)
    else:
        number = Decimal(digits.replace(",", "."))
    return int((number * IN_KRONOR[unit]).to_integral_value())


def _is_other(part: str, match: re.Match[str]) -> bool:
    """True for figures without a unit that are a year, a share, a date or a number of something: "2 500 timmar"."""
    if match["by"] is None and _YEAR.fullmatch(match["digits"]):
        return True
    return (
        re.match(
            r"\s*(?!(?:och|samt|plus|till|för|men|and|for|to)\b)[^\W\d_]{2,}|\s?%|[-–/:]\d|\s*[à@×*x]\s?\d",
            part[match.end() :],
        )
        is not None
    )


def _worded(part: str) -> Iterator[Money]:
    """Yield amounts with a word or sign for their size: "en halv miljon", "två miljoner kronor", "420'"."""
    for match in _WORDED.finditer(part):
        if _NO_MONEY.match(part, match.end()):
            continue
        if match["half"]:
            yield Money(Amount(500_000, match.start(), match.end(), vague=True))
            continue
        unit = match["unit"].lower()
        scale = next((size for sign, size in _SCALES.items() if unit.startswith(sign)), 1000)
        whole = match["whole"].replace(",", ".")
        number = Decimal(whole) if whole[0].isdigit() else Decimal(value(whole) or 0)
        number += Decimal("0.5") if match["and"] else 0
        yield Money(Amount(int(number * scale), match.start(), match.end()))


def _times(part: str, money: Money) -> Money:
    """Return pay for a month as the pay for all months that are told, and what else is the price of one as that."""
    amount = money.amount
    if before := _MONTHS_BEFORE.search(part, max(0, amount.start - _NEAR), amount.start):
        count = value(before["n"] or before["m"]) or 1
        return replace(money, amount=replace(amount, sek=amount.sek * count, start=before.start()))
    per = _PER.match(part, amount.end)
    stop = per.end() if per else amount.end
    months = _MONTHS_AFTER.match(part, stop) if per is None or per["month"] else None
    if months and (per or months["m"]):
        count = value(months["n"] or months["m"]) or 1
        return replace(money, amount=replace(amount, sek=amount.sek * count, end=months.end()))
    if per is None:
        return money
    named = _MONTHS_NAMED.match(part, stop) if per["month"] else None
    if named and (count := 1 + _month(named["last"]) - _month(named["first"])) > 0:
        return replace(money, amount=replace(amount, sek=amount.sek * count, end=named.end()))
    return replace(money, per="månad" if per["month"] else per["unit"].lower())


def _month(word: str) -> int:
    return MONTHS.index(word.lower())


def _apart(found: Sequence[Money]) -> list[Money]:
    kept: list[Money] = []
    for one in found:
        if not kept or one.amount.start >= kept[-1].amount.end:
            kept.append(one)
    return kept


def _hedged(part: str, found: Sequence[Money]) -> list[Money]:
    """Mark the amounts that the text itself is unsure of, and both ends of "mellan 400 000 och 500 000 kr"."""
    vague = [
        one.amount.vague
        or _HEDGE.search(part, max(0, one.amount.start - _NEAR), one.amount.start) is not None
        or _HEDGE_AFTER.match(part, one.amount.end) is not None
        or _UP_TO.search(part, max(0, one.amount.start - _NEAR), one.amount.start) is not None
        for one in found
    ]
    for i, (first, second) in enumerate(pairwise(found)):
        between = part[first.amount.end : second.amount.start]
        joined = _RANGE.fullmatch(between)
        is_between = _BETWEEN.search(part, max(0, first.amount.start - _NEAR), first.amount.start) is not None
        if joined and (between.strip() in ("–", "—", "-", "till", "to") or is_between):
            vague[i] = vague[i + 1] = True
    return [
        replace(one, amount=replace(one.amount, vague=is_vague)) for one, is_vague in zip(found, vague, strict=True)
    ]


def _placed(money: Money, offset: int) -> Money:
    amount = money.amount
    return replace(money, amount=replace(amount, start=amount.start + offset, end=amount.end + offset))


def _meet(first: Amount, second: Amount) -> bool:
    return first.start < second.end and second.start < first.end


def years(text: str) -> tuple[int, ...]:
    """Return the years that a text names, in order, each once; those inside a span too."""
    text = _DAMAGED_YEAR.sub("20", text)
    found = {int(year) for year in _YEAR.findall(text)}
    for first, last in _SPAN.findall(text):
        found.update(range(int(first), min(int(last), int(first) + 10) + 1))
    return tuple(sorted(found))


def with_years(text: str, start: int, end: int, found: Sequence[Amount]) -> list[Amount]:
    """Return the amounts of ``text[start:end]`` with the year that each is said to be for.

    The year stands right before each amount ("2026: 500 000 kr") or after it ("500 000 kr för 2026"); a lone year in a
    sentence with one amount is its year, a span of years ("2026–2027") is nobody's.
    """
    if not found:
        return []
    spans = [(match.start() + start, match.end() + start) for match in _SPAN.finditer(text[start:end])]
    places = [
        (int(match.group()), match.start() + start)
        for match in _YEAR.finditer(text[start:end])
        if not any(a <= match.start() + start < b for a, b in spans)
    ]
    if len({year for year, _ in places}) == 1 and len(found) == 1 and not spans:
        return [replace(found[0], year=places[0][0])]
    leads = bool(places) and places[0][1] < found[0].start
    given = []
    for i, amount in enumerate(found):
        low = found[i - 1].end if i else start
        high = found[i + 1].start if i + 1 < len(found) else end
        beside = [year for year, at in places if (low <= at < amount.start if leads else amount.end <= at < high)]
        year = beside[-1 if leads else 0] if beside else None
        given.append(replace(amount, year=year))
    return given
