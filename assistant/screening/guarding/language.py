"""What a draft is written in and for whom: its language, whether it can be judged, whose area it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from assistant.criteria import CriteriaSet
from assistant.library import Library
from assistant.screening.draft import Draft, Span, Topic
from assistant.screening.judging.polarity import is_denied
from assistant.screening.model import Risk, RiskFlag
from assistant.screening.municipalities import municipalities
from assistant.words import function_words
from ingest.model import Kind

OF_FUNCTION = 0.1
"""Share of the words that must be function words of a language for a text to be in it: running text has 0.25, a terse
form 0.15, one in German 0.05."""

FEWEST, FEW = 25, 150
"""Words below which a draft is too short, and below which it must make up for it by what it tells of."""

TOLD = 4
"""Different things of the form that a short draft must tell of, to be terse and no mere note."""

OF_TALK = 0.02
"""Share of words of talk from which on a draft is too loose to be judged."""

OF_BROKEN, OF_UNKNOWN = 0.03, 0.4
"""Share of words that are broken by signs or figures, and of long words that no document has, in a damaged text."""

_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"\S+")
_BROKEN = re.compile(
    r"�|[^\W\d_]\d[^\W\d_]|[^\W\d_]{2}[|\\¦¬~^{}<>¤#*_§][^\W\d_]|[^\W\d_]{2}[013568][^\W\d_]", re.UNICODE
)
_ADDRESS = re.compile(r"https?:|www\.|@|\w\.\w{2,}/")
_SILENT = frozenset({Topic.OTHER, Topic.TITLE, Topic.CONTACT, Topic.ATTACHMENTS, Topic.SIGNATURE})
_ASSOCIATION = re.compile(
    r"\b(?:Finsam|FINSAM|[Ss]amordningsförbundet)(?:\s+(?:i|för|Finsam))?\s+(?P<after>[A-ZÅÄÖ][a-zåäöé]{2,})"
    r"|\b(?P<before>[A-ZÅÄÖ][a-zåäöé]{2,}?)s?\s+[Ss]amordningsförbund\b"
)
_PART_OF_LAND = re.compile(r"(?:Nord|Syd|Väst|Öst|Norra|Södra|Västra|Östra|Centrala|Mellersta|Mitt)\w*")
"""The beginning of a name that is of no municipality ("Finsam Nordnordväst Skåne")."""
_ADDRESSED = re.compile(
    r"\b(?:till|ansök\w*|söke?r?s?|projektmedel|medel\s+(?:från|ur|hos)|to|apply\w*|application)\b", re.IGNORECASE
)
_WHO = re.compile(
    r"\b(?:deltagar\w*|målgrupp\w*|personer\w*|individer\w*|ungdomar\w*|unga|kvinnor|män|invånare|vuxna|participants?"
    r"|people|residents?)\b",
    re.IGNORECASE,
)
_LIVES = r"(?:bor|bosatta?|boende|folkbokförda?|skrivna|hemmahörande|living|lives?)(?:\s+\w+)?"
_PLACES = r"[A-ZÅÄÖ][\w-]+(?:\s+kommun)?(?:(?:\s*,\s*|\s+(?:och|eller|samt|and|or)\s+)[A-ZÅÄÖ][\w-]+(?:\s+kommun)?)*"
_FROM = re.compile(rf"\b(?:{_LIVES}|(?i:{_WHO.pattern})(?:\s+kommer)?)\s+(?:i|från|in|of|from)\s+(?P<places>{_PLACES})")
_ANSWER = re.compile(_PLACES)
"""The answer on a form to where."""
_INHABITANTS = re.compile(r"\b(?P<place>[A-ZÅÄÖ][a-zåäöé]{2,}?)(?:s|a|e)?(?:bor(?:na)?|borna)\b")


def language_of(text: str) -> str:
    """Return "sv" or "en", or "" for another language; a text too short to tell is taken for Swedish."""
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < FEWEST:
        return "sv"
    shares = {name: sum(word in function_words(name) for word in words) / len(words) for name in ("sv", "en")}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= OF_FUNCTION else ""


def is_foreign(draft: Draft) -> bool:
    """True for a draft that is neither in Swedish nor in English."""
    return not language_of(_running(draft))


def quality(draft: Draft, library: Library) -> RiskFlag | None:
    """Return why a draft can hardly be judged as it is written: its language, its length, its tone, its damage."""
    words = _WORD.findall(draft.text)
    if is_foreign(draft):
        return _flag("Utkastet är skrivet på ett annat språk än svenska eller engelska; be om en svensk text.")
    if _is_damaged(draft.text, library):
        return _flag("Texten är skadad, som efter en dålig inläsning, så att ord kan ha lästs fel; be om originalet.")
    told = {statement.topic for statement in draft.statements} - _SILENT
    if len(words) < FEWEST or (len(words) < FEW and len(told) < TOLD):
        return _flag("Texten är för kort för att kunna bedömas; det mesta får frågas efter.")
    talk = sum(word.lower() in _talk() for word in words)
    if talk >= OF_TALK * len(words):
        return _flag("Texten är skriven som ett meddelande och för löst hållen för att bedömas säkert.")
    return None


def other_organisation(draft: Draft, criteria: CriteriaSet) -> tuple[Span, ...]:
    """Return where a draft turns to another association, or says that its participants live in another's area.

    A mere mention is none: a forerunner elsewhere, a journey, a colleague. Nor is another area beside the own one.
    """
    return tuple(dict.fromkeys((*_turned_to(draft, criteria), *_participants_elsewhere(draft, criteria))))


def _turned_to(draft: Draft, criteria: CriteriaSet) -> Iterator[Span]:
    """Yield the lines that address another association, when none addresses the own one."""
    found: list[Span] = []
    for line in _lines(draft):
        words = draft.text[line.start : line.end]
        is_head = any(block.kind is Kind.HEADING and block.start == line.start for block in draft.document.blocks)
        for match in _ASSOCIATION.finditer(words):
            name = match["after"] or match["before"]
            if name.startswith(criteria.place):
                return
            if (name in municipalities() or _PART_OF_LAND.match(name)) and (
                is_head or _ADDRESSED.search(words[: match.start()])
            ):
                found.append(line)
    yield from found


def _participants_elsewhere(draft: Draft, criteria: CriteriaSet) -> Iterator[Span]:
    for statement in draft.statements:
        words = draft.text[statement.start : statement.end]
        is_answer = statement.topic is Topic.PLACE and _ANSWER.match(words)
        if statement.topic not in (Topic.GROUP, Topic.PLACE) and not _WHO.search(words):
            continue
        named = [(match["places"], match.span()) for match in _FROM.finditer(words)]
        named += [(match["place"], match.span()) for match in _INHABITANTS.finditer(words)]
        named += [(is_answer.group(), is_answer.span())] if is_answer else []
        elsewhere = any(_is_elsewhere(places, criteria) and not is_denied(words, *span) for places, span in named)
        if elsewhere and not _own_too(words, criteria):
            yield Span(statement.start, statement.end)


def _is_elsewhere(places: str, criteria: CriteriaSet) -> bool:
    """True for a list of places of which one is another municipality and none the own one."""
    listed = re.split(r"\s*,\s*|\s+(?:och|eller|samt|and|or|kommun)\b\s*", places)
    if any(place.startswith(criteria.place) for place in listed):
        return False
    return any(place in municipalities() or place.removesuffix("s") in municipalities() for place in listed)


def _own_too(words: str, criteria: CriteriaSet) -> bool:
    """True when the same statement says that people of the own area take part."""
    own = [match for match in _FROM.finditer(words) if criteria.place in match["places"]]
    residents = re.finditer(rf"\b(?:{'|'.join(map(re.escape, criteria.residents))})", words)
    return any(not is_denied(words, *match.span()) for match in (*own, *residents))


def _lines(draft: Draft) -> list[Span]:
    """Return the headings, and the statements that are no rows of a table, in reading order."""
    heads = [Span(block.start, block.end) for block in draft.document.blocks if block.kind is Kind.HEADING]
    return sorted({*heads, *(Span(one.start, one.end) for one in draft.statements if not one.row)})


def _is_damaged(text: str, library: Library) -> bool:
    tokens = [token for token in _TOKEN.findall(text) if not _ADDRESS.search(token)]
    words = [word for word in _WORD.findall(text) if len(word) > 3]
    if len(words) < FEWEST:
        return False
    broken = sum(_BROKEN.search(token) is not None for token in tokens)
    unknown = sum(not library.is_known(word) for word in words)
    return broken > OF_BROKEN * len(tokens) or (language_of(text) == "sv" and unknown > OF_UNKNOWN * len(words))


def _running(draft: Draft) -> str:
    """Return the sentences of a draft without its tables, which hardly have function words."""
    blocks = (block for block in draft.document.blocks if block.kind is not Kind.TABLE)
    return "\n".join(draft.text[block.start : block.end] for block in blocks)


def _flag(message: str) -> RiskFlag:
    return RiskFlag(Risk.LOW_QUALITY, message)


@cache
def _talk() -> frozenset[str]:
    lines = (Path(__file__).parent / "colloquial.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
