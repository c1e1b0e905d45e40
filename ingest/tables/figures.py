"""Figures as Swedish documents write them: "15 111 000 kr", "−1 294", "1 842,5", "27,8 Mkr", "87 %".

A figure has a value and a unit: "kr", "tkr" (thousands of kronor), "mkr" (millions), "%", "st" (a count) or "" when the
text names none. Years, dates, law numbers, telephone numbers and the like are digits but no figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from ingest.model import SEAM, without_seams
from ingest.money import BILLIONS, IN_KRONOR, KR, MILLIONS, SHORT, THOUSANDS, unit_of_short
from ingest.months import MONTHS

_UNITS: tuple[tuple[str, str, int], ...] = (
    (BILLIONS, "mkr", 1000),
    (MILLIONS, "mkr", 1),
    (r"miljarder", "", 1_000_000_000),
    (r"miljon(?:er)?", "", 1_000_000),
    (THOUSANDS, "tkr", 1),
    (r"tusen", "", 1000),
    (rf"{KR}|:-", "kr", 1),
    (r"%|procent", "%", 1),
    (r"st(?:ycken)?", "st", 1),
)
_NAMED = (
    (rf"{MILLIONS}|miljontals\s+kr(?:onor)?", "mkr"),
    (rf"{THOUSANDS}|tusentals?\s+kr(?:onor)?|kr(?:onor)?\s+i\s+tusental|1000-tals?\s+kr(?:onor)?", "tkr"),
    (KR, "kr"),
    (r"procent", "%"),
)
_UNIT = "|".join(f"(?P<u{i}>{pattern})" for i, (pattern, _, _) in enumerate(_UNITS))
_NUMBER = (
    r"(?P<whole>\d{1,3}(?P<by>[ .,’'])\d{3}(?:(?P=by)\d{3})*(?!\d)|\d+)"
    r"(?:(?P<mark>[.,])(?P<part>\d{1,4})(?!\d))?"
)
_FIGURE = re.compile(
    rf"(?:(?P<before>{SHORT})\s+)?(?P<sign>[-−–+]\s?)?{_NUMBER}(?:\s?(?:{_UNIT})(?![\w%])\.?)?", re.IGNORECASE
)

_MONTH = rf"(?:{'|'.join(MONTHS)}|{'|'.join(name[:3] for name in MONTHS)}|sept)"
_DATE = (
    r"(?:19|20)\d\d-\d\d(?:-\d\d)?|\d{1,2}[/.]\d{1,2}(?:[- /.]+(?:19|20)\d\d|-\d\d)"
    rf"|\d{{1,2}}(?:[-–]\d{{1,2}})?\s+{_MONTH}\b\.?(?:\s+(?:19|20)\d\d)?|{_MONTH}\s+(?:19|20)\d\d"
)
_COMPACT = re.compile(r"(?:(?:19|20)\d\d|\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DASH = r"\s*(?:-|–|−|/|till|t\.?o\.?m\.?)\s*"
_ONE_DATE = rf"(?:{_DATE}|{_COMPACT.pattern}|{_YEAR.pattern})"
_PERIOD = re.compile(rf"[-–]?\s*{_ONE_DATE}(?:{_DASH}(?:{_ONE_DATE}|\d\d))?\.?", re.IGNORECASE)

_NO_FIGURES = re.compile(
    "|".join(
        (
            rf"(?<![\w/]){_ONE_DATE}{_DASH}{_ONE_DATE}(?![\w/])",
            rf"(?<![\w/.,])(?:{_DATE})(?![\w/])",
            r"(?<!\w)\d{1,2}/\d{1,2}(?![\w/])",
            r"(?<!\w)(?:19|20)\d\d[/–-]\d{2,4}(?!\d)",
            r"(?<!\w)\d{4}:\d+",
            r"(?:§+\s*\d+(?:\s*[-–,]\s*\d+)*)|(?:\d+(?:\s*(?:,|och|[-–])\s*\d+)*(?:\s[a-z])?\s*§+)",
            r"(?<!\w)\d+\s+kap\.",
            r"(?<!\w)\d{6,8}[-–+]\d{4}(?!\d)",
            r"(?<!\w)\d{3,4}-\d{4}(?!\d)",
            r"(?:\+46|(?<![\w,.])(?<!\d )0[1-9]\d{0,2})[-–/ ]*(?:\(0\)\s*)?\d{2,}(?:[ -]?\d{2,3})*",
            r"(?<![\w.])(?<!\d )\d{3} \d{2}(?= +(?-i:[A-ZÅÄÖ][a-zåäö]))",
            r"\bkl(?:\.|ockan)?\s*\d{1,2}(?:[.:]\d\d)?(?:\s*[-–]\s*\d{1,2}(?:[.:]\d\d)?)?",
            r"(?<!\w)\d{1,2}:\d\d(?!\d)",
            r"\[\d+\]",
            (
                r"\b(?:sid(?:an|orna)?|s\.|figur|tabell|bild|punkt(?:en)?|not|bilaga|kapitel|avsnitt|version|artikel"
                r"|paragraf|nr|nummer|dnr|diarienummer|fotnot|box)\.?\s*\d[\d.:/–-]*"
            ),
            r"^\s*\d{1,2}(?:\.\d{1,2})*[.)]\s",
        )
    ),
    re.IGNORECASE | re.MULTILINE,
)
_COUNTED = re.compile(
    r"\s+(?:unika\s+|olika\s+|nya\s+)?(?:deltagare|personer|individer|kvinnor|män|medarbetare|ungdomar|\w+bor)\b",
    re.IGNORECASE,
)
_TIME_BEFORE = re.compile(
    r"\b(?:under|år|året|sedan|från|till|i|för|våren|hösten|mellan|och|med|inför|perioden|av"
    rf"|{'|'.join(MONTHS)})\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A value in its unit: "kr", "tkr", "mkr", "%", "st" or "" (none named)."""

    value: Decimal
    unit: str


@lru_cache(maxsize=8192)
def parse(text: str) -> Figure | None:
    """The one figure that fills ``text``, or None when it holds anything else, a date, or several figures."""
    plain = _plain(text).strip()
    if _COMPACT.fullmatch(plain) and is_period(plain):
        return None
    if plain.startswith("(") and plain.endswith(")") and len(plain) > 2:
        inside = parse(plain[1:-1])
        return Figure(-inside.value, inside.unit) if inside and inside.value > 0 and inside.unit != "%" else None
    match = _FIGURE.fullmatch(plain)
    if match is None or _padded(match):
        return None
    return _figure(match)


def find(text: str) -> list[tuple[int, int, Figure]]:
    """All figures of running text as (start, end, figure), half-open offsets into ``text``, ascending.

    Left out: dates and periods, bare years 1900-2099, paragraph and law numbers, organisation, telephone and page
    numbers, list markers, version numbers ("2.0"), and digits inside words.
    """
    plain = _plain(text)
    taken = [match.span() for match in _NO_FIGURES.finditer(plain)]
    found = []
    for match in _FIGURE.finditer(plain):
        start, end = _trimmed(match, plain)
        if any(start < stop and begin < end for begin, stop in taken) or _part_of_word(plain, start, end, match):
            continue
        figure = _figure(match)
        if figure is None or _padded(match) or _is_bare_year(match, plain):
            continue
        if _starts_range(plain, end) and not figure.unit:
            figure = Figure(figure.value, _unit_after_range(plain, end))
        if start > match.start() and figure.value < 0:
            figure = Figure(-figure.value, figure.unit)
        found.append((start, end, figure))
    if SEAM not in text:
        return found
    places = [index for index, sign in enumerate(text) if sign != SEAM]
    return [(places[start], places[end - 1] + 1, figure) for start, end, figure in found]


def unit_of(text: str) -> str:
    """The unit that a head or title names: "Belopp tkr" -> "tkr", "Andel (%)" -> "%", "Antal deltagare" -> "st"."""
    plain = _plain(text).casefold()
    for pattern, unit in _NAMED:
        if re.search(rf"(?<!\w)(?:{pattern})(?!\w)", plain):
            return unit
    if "%" in plain:
        return "%"
    return "st" if re.search(r"(?<!\w)(?:antal|antalet|st)(?!\w)", plain) else ""


def kronor(figure: Figure) -> Decimal | None:
    """The value in kronor, or None when the unit is no money or not known."""
    factor = IN_KRONOR.get(figure.unit)
    return None if factor is None else figure.value * factor


def is_period(text: str) -> bool:
    """True for a year, a date or a period alone: "2024", "20220831", "2022-08-31", "210101–231231", "2017–2025"."""
    plain = _plain(text).strip()
    if not _PERIOD.fullmatch(plain):
        return False
    return all(_is_day(digits) for digits in re.findall(r"(?<!\d)\d{8}(?!\d)", plain))


def written(figure: Figure) -> str:
    """A figure in Swedish writing: "23 549 160 kr", "1 842,5 tkr", "-1 294"."""
    digits = f"{figure.value.normalize():f}"
    whole, _, part = digits.lstrip("-").partition(".")
    grouped = f"{int(whole):,}".replace(",", " ")
    sign = "-" if digits.startswith("-") else ""
    return f"{sign}{grouped}{',' + part if part else ''} {figure.unit}".rstrip()


def _plain(text: str) -> str:
    """``text`` without seams and with every odd space as a plain space."""
    return without_seams(re.sub(r"[\u00a0\u2007\u2009\u202f]", " ", text))


def _figure(match: re.Match[str]) -> Figure | None:
    unit, factor = _unit(match)
    whole, by, mark, part = match["whole"], match["by"], match["mark"], match["part"]
    if by is not None and by in ".," and mark == by:
        return None
    groups = whole.split(by) if by else [whole]
    decimal = (by == "," and unit != "kr") or (by == "." and unit == "mkr")
    if decimal and len(groups) == 2 and not mark:
        whole, part = groups
    else:
        whole = "".join(groups)
    value = Decimal(f"{whole}.{part}" if part else whole) * factor
    negative = (match["sign"] or "").strip() in {"-", "−", "–"}
    before = unit_of_short(match["before"]) if match["before"] else ""
    return Figure(-value if negative else value, unit or before)


def _unit(match: re.Match[str]) -> tuple[str, int]:
    for index, (_, unit, factor) in enumerate(_UNITS):
        if match[f"u{index}"]:
            return unit, factor
    return "", 1


def _padded(match: re.Match[str]) -> bool:
    """True for digits that begin with a needless zero, as in telephone numbers and codes."""
    whole = match["whole"]
    return len(whole) > 1 and whole[0] == "0"


def _trimmed(match: re.Match[str], plain: str) -> tuple[int, int]:
    """The figure's span in running text: without a dash that joins it to what stands before, or a full stop after."""
    start = match.start()
    if match["sign"] and not match["before"]:
        glued = start > 0 and not plain[start - 1].isspace() and plain[start - 1] not in "(\"”'"
        if glued or match["sign"] != match["sign"].strip():
            start = match.start("whole")
    end = match.end()
    if plain[end - 1] == ".":
        end -= 1
    return start, end


def _part_of_word(plain: str, start: int, end: int, match: re.Match[str]) -> bool:
    before = plain[start - 1] if start else " "
    after = plain[end] if end < len(plain) else " "
    if before.isalpha() or before in "_:/" or after.isalpha() or after in "_/":
        return True
    if start >= 2 and before in ".,-" and plain[start - 2].isalnum() and not plain[start - 2].isspace():
        return True
    if after in "-–" and end + 1 < len(plain) and plain[end + 1].isalpha():
        return True
    unit = _unit(match)[0]
    return match["mark"] == "." and not unit and match["by"] is None


def _is_bare_year(match: re.Match[str], plain: str) -> bool:
    whole = match["whole"]
    if _unit(match)[0] or match["mark"] or not _YEAR.fullmatch(whole):
        return False
    counted = _COUNTED.match(plain, match.end()) is not None
    return not counted or _TIME_BEFORE.search(plain, 0, match.start()) is not None


def _starts_range(plain: str, end: int) -> bool:
    return re.match(r"\s?[–-]\s?\d", plain[end:]) is not None


def _unit_after_range(plain: str, end: int) -> str:
    match = _FIGURE.match(plain, end + len(plain[end:]) - len(plain[end:].lstrip(" –-")))
    return _unit(match)[0] if match else ""


def _is_day(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True
