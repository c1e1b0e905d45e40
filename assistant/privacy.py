"""Personal data in what a user writes: found, masked before anything is stored or searched, never repeated.

Personnummer and samordningsnummer follow Skatteverket's format with its check digit (SKV 704 and 707): six or eight
figures of the birth date, day + 60 for samordningsnummer, then four of which the last is a Luhn digit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MASK = "[personuppgift]"


@dataclass(frozen=True, slots=True)
class PersonalData:
    """One finding: ``text[start:end]`` of what was written, and what kind of data it is."""

    kind: str
    """personnummer, telefon, epost, adress or person."""
    start: int
    end: int


_NUMBER = re.compile(r"(?<!\d)(?:19|20)?(\d{2})(\d{2})(\d{2})[-+ ]?(\d{3})(\d)(?!\d)")
_PHONE = re.compile(r"(?<![\d-])(?:\+46|0046|0)[ -]?\d{1,3}(?:[ -]?\d{2,3}){2,4}(?![\d-])")
_EMAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ADDRESS = re.compile(
    r"\b[A-ZÅÄÖ][a-zåäöé]+(?:gatan|vägen|gränd|stigen|torget|allén|backen|väg|gata)\s+\d{1,3}\s?[A-Z]?\b(?!\s*(?:mkr|kr))"
)
_NAME = r"[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?"
_BIRTH = re.compile(
    rf"\b({_NAME}(?:\s+{_NAME}){{1,2}})[\s,(]+(?:f(?:\.|ödd)?\s*|född\s+(?:den\s+)?)"
    r"(?:\d{1,2}\s+[a-z]+\s+)?(?:19|20)\d{2}(?:-\d{2}-\d{2})?"
)
_ROLE_NAME = re.compile(
    rf"\b(?:klient(?:en)?|patient(?:en)?|deltagare(?:n)?|brukare(?:n)?|sökande(?:n)?|granne|son|dotter|man|fru|bror|syster)"
    rf"\s+(?:heter\s+)?({_NAME}(?:\s+{_NAME})+)"
)


def find_personal_data(text: str) -> tuple[PersonalData, ...]:
    """Return the findings in reading order, none overlapping another."""
    found = [
        PersonalData("personnummer", match.start(), match.end())
        for match in _NUMBER.finditer(text)
        if _is_number(match)
    ]
    for kind, pattern in (("epost", _EMAIL), ("adress", _ADDRESS), ("person", _BIRTH), ("telefon", _PHONE)):
        found += [PersonalData(kind, match.start(), match.end()) for match in pattern.finditer(text)]
    found += [PersonalData("person", match.start(1), match.end(1)) for match in _ROLE_NAME.finditer(text)]
    kept: list[PersonalData] = []
    for finding in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or finding.start >= kept[-1].end:
            kept.append(finding)
    return tuple(kept)


def mask(text: str, findings: tuple[PersonalData, ...] | None = None) -> str:
    """Return ``text`` with every finding replaced by :data:`MASK`."""
    for finding in reversed(find_personal_data(text) if findings is None else findings):
        text = f"{text[: finding.start]}{MASK}{text[finding.end :]}"
    return text


def _is_number(match: re.Match[str]) -> bool:
    """True for a possible date with a right check digit; test series and samordningsnummer included."""
    year, month, day, birth, check = match.groups()
    if not 1 <= int(month) <= 12 or not (1 <= int(day) <= 31 or 61 <= int(day) <= 91):
        return False
    return luhn(year + month + day + birth) == int(check)


def luhn(digits: str) -> int:
    """Return the Luhn check digit (0 to 9) of nine figures."""
    total = 0
    for position, digit in enumerate(digits):
        doubled = int(digit) * (2 - position % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return -total % 10
