"""The numbers of a text, each in one writing: amounts, shares, dates, years, codes and small numbers in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.tables.figures import parse

_WORDS = {
    word: str(number)
    for number, word in enumerate(
        ("två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton", "fjorton"), start=2
    )
} | {"hälften": "hälften", "tredjedel": "tredjedel", "fjärdedel": "fjärdedel"}
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan",
            "februari feb",
            "mars",
            "april apr",
            "maj",
            "juni jun",
            "juli jul",
            "augusti aug",
            "september sep sept",
            "oktober okt",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d)(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"(?<!\d)(?P<year>{_YEAR})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
        r"(?<!\d)(?<!\d )(?P<year>\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d|,\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})\s+(?P<year>{_YEAR})(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})\s+(?P<year>{_YEAR})(?!\d)",
        rf"(?<!\w)(?P<month>{_MONTH})\.?\s+(?P<year>{_YEAR})(?!\d)",
    )
)
_CODE = re.compile(r"(?<!\w)(?:[A-Z]\d{4}/\d+/\w+|\d{6}[-–]\d{4}|\d+:\d+)(?!\w)")
_NOTE = re.compile(
    r"\[\^(?P<own>\d+)\]:?|\[footnoteRef:(?P<ref>\d+)\]|\[(?P<text>\d+):(?=\s)"
    r"|(?:(?<=[a-zåäö”)])|(?<=[a-zåäö”)][.,]))(?P<raised>\d{1,2})(?=[\s.,:;)”]|$)|^(?P<below>\d{1,2})(?= [A-ZÅÄÖ])",
    re.MULTILINE,
)
_BOOKMARK = re.compile(r"\[bookmark: [^\]]*\]")
_NUMBER = re.compile(
    r"(?<!\w)(?P<sign>(?<![^\s|(])[-−–])?(?P<figure>"
    r"(?:\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:[.,]\d+)*"
    r"(?:\s?(?:%|procent|[mt]?kr(?:onor)?\b|miljon(?:er)?(?:\s+kr(?:onor)?)?\b))?)",
    re.IGNORECASE,
)
_WORD = re.compile(rf"(?<!\w)(?:{'|'.join(_WORDS)})(?!\w)", re.IGNORECASE)
_TAKEN = "\x00"


@dataclass(frozen=True, slots=True)
class Number:
    """One number: ``key`` is its value, date or code in one writing, ``unit`` as in :mod:`ingest.tables.figures`."""

    start: int
    text: str
    key: str
    unit: str = ""


def numbers(text: str) -> list[Number]:
    """All numbers of ``text`` in its order. Note marks have keys such as "^3", dates "2026-09-05" or "2026-09"."""
    found: list[Number] = []
    rest = plain(text)
    for take in (_notes, _dates, _codes, _amounts, _words):
        for number in list(take(rest)):
            found.append(number)
            end = number.start + len(number.text)
            rest = rest[: number.start] + _TAKEN * len(number.text) + rest[end:]
    return sorted(found, key=lambda number: number.start)


def plain(text: str) -> str:
    """``text`` with plain spaces, and spaces in the place of bookmarks; as long as before."""
    spaced = re.sub(r"[\u00a0\u2007\u2009\u202f]", " ", text)
    return _BOOKMARK.sub(lambda match: " " * len(match[0]), spaced)


def _notes(text: str) -> Iterator[Number]:
    for match in _NOTE.finditer(text):
        digits = next(group for group in match.groups() if group)
        yield Number(match.start(), match[0], f"^{digits}")


def _dates(text: str) -> Iterator[Number]:
    taken: list[range] = []
    for pattern in _DATES:
        for match in pattern.finditer(text):
            if any(match.start() in span for span in taken):
                continue
            taken.append(range(match.start(), match.end()))
            parts = match.groupdict()
            year = parts["year"] if len(parts["year"]) == 4 else f"20{parts['year']}"
            month = _MONTHS.get(parts["month"].lower()) or int(parts["month"])
            day = f"-{int(parts['day']):02}" if parts.get("day") else ""
            yield Number(match.start(), match[0], f"{year}-{month:02}{day}")


def _codes(text: str) -> Iterator[Number]:
    for match in _CODE.finditer(text):
        yield Number(match.start(), match[0], match[0].replace("–", "-"))


def _amounts(text: str) -> Iterator[Number]:
    for match in _NUMBER.finditer(text):
        figure = parse(match["figure"])
        if figure is None or "." in match["figure"]:
            yield Number(match.start(), match[0], match["figure"])
            continue
        sign = "-" if match["sign"] and figure.value else ""
        unit = "" if figure.unit == "st" else figure.unit
        yield Number(match.start(), match[0], f"{sign}{figure.value.normalize():f}", unit)


def _words(text: str) -> Iterator[Number]:
    for match in _WORD.finditer(text):
        yield Number(match.start(), match[0], _WORDS[match[0].lower()])
