"""Which kind of measure a draft says that it is: for individuals, or for how the parties work."""

from __future__ import annotations

import re

from assistant.screening.draft import Span, Topic, Type
from assistant.screening.reading.outlining import Outline

_INDIVIDUAL = re.compile(
    r"\b[il1|]ndivid(?:[il]nrikta[dt]\w*|insats\w*|\b)|\bindividual(?:ly)?(?:[- ](?:oriented|measure|project"
    r"|level))?\b",
    re.IGNORECASE,
)
_STRUCTURE = re.compile(
    r"\bstruktur(?:[il]nrikta[dt]\w*|insats\w*|övergripande|\b)|\bstructur(?:al|e)(?:[- ](?:oriented|measure"
    r"|project))?\b",
    re.IGNORECASE,
)
_STRONG_INDIVIDUAL = re.compile(
    r"\b[il1|]ndivid(?:[il]nrikta[dt]\w*|insats\w*|nivå)|\bindividual(?:ly)?[- ](?:oriented|measure|project)",
    re.IGNORECASE,
)
_STRONG_STRUCTURE = re.compile(
    r"\bstruktur(?:[il]nrikta[dt]\w*|insats\w*|övergripande|nivå)|\bstructural(?:ly)?[- ](?:oriented|measure|project)",
    re.IGNORECASE,
)
_PLAIN_INDIVIDUAL = re.compile(
    r"\b(?:direkt\s)?(?:stöd|arbete|hjälp|insats\w*|rehabilitering)\s(?:\w+\s){0,2}?(?:till|för|med|mot"
    r"|åt)\s(?:\w+\s){0,1}?(?:enskilda|individer"
    r"|deltagare|människor|personer)\b|\b(?:enskilda|individer|på individnivå)\b|\bindividual people\b",
    re.IGNORECASE,
)
_PLAIN_STRUCTURE = re.compile(
    r"\b(?:utbildning|kompetensutveckling|fortbildning)\s(?:av|för)\s(?:\w+\s){0,2}?(?:personal\w*|medarbetare"
    r"|handläggare|chefer|anställda)\b"
    r"|\b(?:riktad? (?:till|mot)|för)\s(?:\w+\s){0,2}?(?:personal\w*|medarbetare|chefer)\b|\b(?:på"
    r"|mellan)\s(?:organisationsnivå|organisationerna|myndigheterna|parterna)\b"
    r"|\b(?:hur (?:vi|parterna|myndigheterna) (?:samverkar|samarbetar|arbetar)|gemensamma (?:rutiner|arbetssätt))\b",
    re.IGNORECASE,
)
"""Everyday words for a kind, where the form asks for it."""
_CODED = re.compile(
    r"\b(?:beteckna[rts]?|kallar|kallas|markera[rt]?|bokstaven|beteckningen|kategorin?|koden?"
    r"|typ)\s(?:\w+\s){0,2}?(?:med\s|för\s|som\s)?[\"”“'(]*"
    r"(?P<letter>[IS])(?=[\s.,;:)\"”“'!?]|$)"
)
"""The letter that the plan has for a kind of measure."""
_LETTER = re.compile(r"^\W*([IS])\W*$")
_NOT = re.compile(r"\b(?:inte|ej|ingen|inget|inga|snarare än|i stället för|not|no)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_CHECKED = re.compile(r"[☒☑✓✔■]|\[\s?[xX]\s?\]|\([xX]\)")
_BOX = re.compile(r"[☒☑☐✓✔■□]|\[\s?[xX ]?\s?\]|\([xX ]\)")


def declared(text: str, outline: Outline) -> tuple[Type | None, Span | None]:
    """Return the kind of measure that the draft says it is, and where: on the form, in a heading, in a sentence."""
    asked = [one for one in outline.statements if one.topic is Topic.TYPE and one.label]
    for individual, structure in ((_INDIVIDUAL, _STRUCTURE), (_PLAIN_INDIVIDUAL, _PLAIN_STRUCTURE)):
        for one in asked:
            if found := _kind(text, one.start, one.end, individual, structure):
                return found
    for heading in outline.headings:
        if found := _kind(text, heading.start, heading.end, _STRONG_INDIVIDUAL, _STRONG_STRUCTURE):
            return found
    for one in outline.statements:
        if found := _kind(text, one.start, one.end, _STRONG_INDIVIDUAL, _STRONG_STRUCTURE):
            return found
    if coded := _CODED.search(text):
        return "individ" if coded["letter"] == "I" else "struktur", Span(coded.start(), coded.end())
    return None, None


def _kind(
    text: str, start: int, end: int, individual: re.Pattern[str], structure: re.Pattern[str]
) -> tuple[Type, Span] | None:
    """Return the one kind that a stretch names; the one with a mark in its box when it names both."""
    if letter := _LETTER.match(text[start:end]):
        kind: Type = "individ" if letter.group(1) == "I" else "struktur"
        return kind, Span(start, end)
    found: list[tuple[Type, re.Match[str]]] = []
    for kind, pattern in _kinds(individual, structure):
        match = next(
            (one for one in pattern.finditer(text, start, end) if not _NOT.search(text[start : one.start()])), None
        )
        if match is not None:
            found.append((kind, match))
    if len(found) == 2 and _CHECKED.search(text, start, end):
        found = [(kind, match) for kind, match in found if _is_checked(text, start, end, match)]
    if len(found) != 1:
        return None
    kind, match = found[0]
    if _BOX.search(text, start, end) and not _CHECKED.search(text, start, end):
        return None
    return kind, Span(match.start(), match.end())


def _kinds(individual: re.Pattern[str], structure: re.Pattern[str]) -> tuple[tuple[Type, re.Pattern[str]], ...]:
    return (("individ", individual), ("struktur", structure))


def _is_checked(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """True when the box nearest before the word has a mark; after it, where the boxes follow their words."""
    leads = _BOX.match(text[start:end].lstrip()) is not None
    boxes = list(_BOX.finditer(text, start, match.start()) if leads else _BOX.finditer(text, match.end(), end))
    return bool(boxes) and _CHECKED.fullmatch(boxes[-1 if leads else 0].group()) is not None
