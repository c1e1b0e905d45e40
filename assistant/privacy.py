"""Personal data in what a user writes: found, masked before anything is stored or searched, never repeated.

Personnummer and samordningsnummer follow Skatteverket's format with its check digit (SKV 704 and 707): six or eight
figures of the birth date, day + 60 for samordningsnummer, then four of which the last is a Luhn digit. One that is
written with its hyphen or its century is taken for one even when the check digit is wrong: most such are mistyped.
The numbers of organisations have 20 or more where a month would stand, and are no personal data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MASK = "[personuppgift]"


@dataclass(frozen=True, slots=True)
class PersonalData:
    """One finding: ``text[start:end]`` of what was written, and what kind of data it is."""

    kind: str
    """personnummer, telefon, epost, adress or person."""
    start: int
    end: int


_NUMBER = re.compile(
    r"(?<!\d)(?P<century>18|19|20)?(?P<year>\d{2})(?:(?P<month>\d{2})(?P<day>\d{2})|-(?P<month2>\d{2})-(?P<day2>\d{2}))"
    r"(?P<join>\s?[-+‐‑–−]\s?|[ \u00a0])?(?P<last>\d{4}|[Xx*]{4})(?!\d)"
)
_PHONE = re.compile(
    r"(?<![\d-])(?:(?:\+46|0046)[ -]?(?:\(0\)[ -]?)?\d{1,3}|(?:(?<!\d )|(?=\d{2,4}[/-]))(?:08|0[1-9]\d{1,2}))"
    r"(?=(?:[ /-]*\d){5})[ /-]*\d{2,3}(?:[ -]?\d{2,3}){1,4}(?![\d-])"
)
_EMAIL = re.compile(r"\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_OFFICE = re.compile(
    r"(?:info|kontakt|contact|kansli(?:et)?|office|registrator|diari(?:um|et)|support|post|press|hej|no-?reply|finsam"
    r"|ansok(?:an|ningar)?|styrelsen?|dataskydd(?:sombud)?|webmaster)[.@_-]",
    re.IGNORECASE,
)
"""The beginning of an address that is answered by an office, not by one person."""
_ADDRESS = re.compile(
    r"\b(?:[A-ZÅÄÖ][a-zåäöé]+(?:vägen|torget|backen|väg|gata)|[A-ZÅÄÖa-zåäö][a-zåäöé]+(?:gatan|gränd|stigen|allén))"
    r"\s+\d{1,3}\s?[A-Z]?\b(?!\s*(?:[mtk]?kr|kronor|miljon|%|procent|st\b|år|månad|vecko|dag|tim|plats|person|delt))"
)
_NAME = r"[A-ZÅÄÖÉ][a-zåäöéèüøæ]+(?:-[A-ZÅÄÖÉ][a-zåäöéèüøæ]+)?"
_NAMES = rf"{_NAME}(?:\s+{_NAME}){{1,2}}"
_NAMES_BEFORE = re.compile(rf"(?<!\w){_NAMES}[\s,:(|]*$")
_NAMES_AFTER = re.compile(rf"[\s,:)|]*\s{_NAMES}")
_DAY = r"(?:(?:19|20)\d{2}-\d{2}-\d{2}|(?:19|20)?\d{6}|\d{1,2}\s+[a-zåäö]{3,9}\s+(?:19|20)\d{2})(?!\d)"
_BORN = re.compile(
    rf"\b{_NAMES}[\s,(]+(?:f\.?|född|born)\s*(?:den\s+|år\s+|on\s+|in\s+)?(?:{_DAY}|(?:19|20)\d{{2}}\b)"
    rf"|\b(?:[Ff]ödd(?:\s+den)?|[Ff]ödelsedatum|[Bb]orn(?:\s+on)?|[Dd]ate\s+of\s+birth)[\s:]+{_DAY}"
)
_ORGANISATION = (
    r"(?!(?:Region|Finsam|Arbetsförmedlingen|Försäkringskassan|Samordningsförbundet|Stiftelsen|Föreningen|Projekt)\b"
    r"|\S+\s+(?:Stad|Kommun|Region)\b)"
)
_RELATED = re.compile(
    r"\b(?:(?i:min|mitt|vår|din|er|hans|hennes|deras|denna|en|my|our|his|her)\s+"
    r"(?:klient|patient|deltagare|brukare|sökande|granne|vän|kollega|son|dotter|man|fru|sambo|bror|syster|mamma|pappa"
    r"|client|participant|applicant|son|daughter|husband|wife|brother|sister|neighbour|friend)"
    r"|(?i:klienten|patienten|deltagaren|brukaren|sökanden))"
    rf"(?:\s+(?:som\s+heter|heter|vid\s+namn|named|called))?[\s,:]+(?P<name>{_ORGANISATION}{_NAMES})"
)


def find_personal_data(text: str) -> tuple[PersonalData, ...]:
    """Return the findings in reading order, none overlapping another."""
    found = [*_numbers(text), *_related(text)]
    for kind, pattern in (("adress", _ADDRESS), ("person", _BORN), ("telefon", _PHONE)):
        found += [PersonalData(kind, match.start(), match.end()) for match in pattern.finditer(text)]
    found += [
        PersonalData("epost", match.start(), match.end())
        for match in _EMAIL.finditer(text)
        if not _OFFICE.match(match.group())
    ]
    kept: list[PersonalData] = []
    for finding in sorted(found, key=lambda one: (one.start, -one.end)):
        if kept and finding.start < kept[-1].end:
            kept[-1] = PersonalData(kept[-1].kind, kept[-1].start, max(kept[-1].end, finding.end))
        else:
            kept.append(finding)
    return tuple(kept)


def mask(text: str, findings: tuple[PersonalData, ...] | None = None) -> str:
    """Return ``text`` with every finding replaced by :data:`MASK`, until there is none left to find."""
    found = find_personal_data(text) if findings is None else findings
    while found:
        for finding in reversed(found):
            text = f"{text[: finding.start]}{MASK}{text[finding.end :]}"
        found = find_personal_data(text)
    return text


def luhn(digits: str) -> int:
    """Return the Luhn check digit (0 to 9) of nine figures."""
    total = 0
    for position, digit in enumerate(digits):
        doubled = int(digit) * (2 - position % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return -total % 10


def _numbers(text: str) -> Iterator[PersonalData]:
    """Find personnummer, each with the name that stands right before or after it."""
    for match in _NUMBER.finditer(text):
        if not _is_number(match):
            continue
        before = _NAMES_BEFORE.search(text, max(0, match.start() - 80), match.start())
        after = _NAMES_AFTER.match(text, match.end())
        start = before.start() if before else match.start()
        yield PersonalData("personnummer", start, after.end() if after else match.end())


def _is_number(match: re.Match[str]) -> bool:
    """True for a possible birth date with a right check digit, or with a hyphen or a century to say what it is."""
    month, day = match["month"] or match["month2"], match["day"] or match["day2"]
    if not 1 <= int(month) <= 12 or not (1 <= int(day) <= 31 or 61 <= int(day) <= 91):
        return False
    last, join = match["last"], (match["join"] or "").strip()
    if not last.isdigit():
        return bool(join)
    is_right = luhn(match["year"] + month + day + last[:3]) == int(last[3])
    is_plain = match["month"] is not None and (bool(join) or (match["century"] is not None and not match["join"]))
    return is_right or is_plain


def _related(text: str) -> Iterator[PersonalData]:
    for match in _RELATED.finditer(text):
        yield PersonalData("person", match.start("name"), match.end("name"))
