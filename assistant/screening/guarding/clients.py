"""Data on clients in a draft: numbers, names with what is told of them, their addresses and telephones.

A name alone is no finding: a draft names contact persons, authors, researchers. It takes a client's relation to the
service ("vår deltagare Kalle P."), an age, or something of private life said of the person. A name that the draft
itself calls made up is let be.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from itertools import pairwise

from assistant.privacy import PersonalData, find_personal_data
from assistant.screening.draft import Span
from assistant.screening.guarding.names import INITIALS, NAME, PART, abbreviated, in_any_form, is_given, words_of
from assistant.screening.guarding.rows import names_in_tables
from assistant.screening.guarding.units import Unit, units_of
from ingest.model import Document

_NOBODY = re.compile(
    r"\b(?:Region|Finsam|FINSAM|Arbetsförmedlingen|Försäkringskassan|Stiftelsen|Föreningen|Projekt\w*|Malmö|Lund|Skåne"
    r"|Sverige|Stad|Kommun|\w+(?:kassan|förmedlingen|nämnden|förvaltningen|mottagningen|centralen|psykiatrin|vården))\b"
)
_CLIENT = r"(?:(?:kurs)?deltagare|klient|brukare|patient|elev|adept|participant|client|service user)"
_RELATION = re.compile(
    rf"\b(?:(?i:(?:vår|våra|min|mina|en|av|exempelvis|tidigare|our|my|a|former)\s+(?:(?:tidigare|unga?|former|nya?)\s+)?{_CLIENT}s?)"
    rf"|(?i:{_CLIENT}e?n))(?:\s+(?:som\s+heter|heter|vid\s+namn|som\s+kallas|kallad|named|called))?,?\s+"
    rf"(?P<name>{INITIALS}|{PART}(?:\s(?:{PART}|[A-ZÅÄÖ](?:\.|\b)))?)(?![\w-])"
)
_DEFINITE = re.compile(rf"{_CLIENT}e?n\b", re.IGNORECASE)
_BORN = re.compile(r"[\s,(]+(?:f\.|född|born)\s*(?:den\s+|år\s+)?\d", re.IGNORECASE)
_AGED = re.compile(r"\s*(?:,\s*|\()?\s*\d{1,2}(?:\s*år\b(?!\s*(?:gammal\s+verksamhet|av|som|i tjänst))|\s*\)|\s*,)")
_IS_CLIENT = re.compile(
    rf"[\s,(]+(?:som\s+(?:är|var)\s+|är\s+|var\s+|a\s+|en\s+av\s+våra\s+|en\s+|one of our\s+)?"
    rf"(?:en\s+)?(?:tidigare\s+|före detta\s+|f\.d\.\s+|former\s+)?{_CLIENT}s?\b(?!\s+i\s+\w*(?:grupp|råd))",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:bor|bodde|lives)\s+(?:ensam|själv|kvar|hos|på|i|med|tillsammans|alone|with|at|in)\b"
    r"|\b(?:skrevs\s+(?:in|ut)|(?:är|var|blev)\s+(?:inskriven|utskriven)|kom\s+(?:hit|till\s+oss)|began\s+with\s+us"
    r"|fick\s+(?:\w+\s+)?(?:praktik|jobb|arbete|anställning|lönebidrag|avslag)\w*|slutade\s+skolan|hoppade\s+av)\b"
)
_SAYS = (
    r"\b(?:har|hade|fick|fått|är|var|varit|blev|blivit|lider|led|lever|levde|behandlas|vårdas|sökt|söker|drabbades|has|had"
    r"|is|was|suffers)\b"
)
_OTHERS = re.compile(
    r"\b(?:deltagar\w*|personer|målgrupp\w*|unga|ungdomar|patienter\w*|klienter\w*|brukare|erfarenhet\s+av|arbeta\w*\s+med"
    r"|forsk\w+|utbild\w+|ansvar\w*|kunskap\w*|expert\w*|special\w+|people|participants|experience)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:Han|Hon|Hen|Hans|Hennes|He|She|His|Her)\b")
_OFFICE = (
    r"(?:\w*(?:chef|ledare|handläggare|sekreterare|koordinator|utredare|forskare|professor|docent|doktor|läkare|sköterska"
    r"|psykolog|terapeut|kurator|samordnare|konsulent|coach|handledare|direktör|strateg|ordförande|kontaktperson"
    r"|ansvarig|lektor|jurist|revisor|rektor|lärare|utvecklare|ekonom|specialist|pedagog|förmedlare|vägledare|ombud"
    r"|controller|gymnast|logoped|dietist|advokat|polis|sökande|manager|officer|director|contact)\w*|undertecknat\s+av|av)"
)
_OFFICE_BEFORE = re.compile(rf"\b{_OFFICE}(?:\s+(?:är|och|för\s+\w+))?\s*[:,(–-]?\s*$", re.IGNORECASE)
_OFFICE_AFTER = re.compile(rf"(?:\s*[,(–-]\s*|\s+(?:är|som\s+är)\s+)(?:\w+\s+)?{_OFFICE}\b", re.IGNORECASE)
_MADE_UP = re.compile(
    r"\bfingera\w+|\bpåhitta\w+|\bfiktiv\w*|namnet\s+är\s+(?:ändrat|utbytt)|heter\s+egentligen|\banonymisera\w+"
    r"|\bfictitious|name\s+(?:is|has\s+been)\s+changed",
    re.IGNORECASE,
)
_COLLEAGUE = re.compile(r"\b(?:kollega|granne|vän|colleague)(?:\s+\w+){0,2}[\s,:]+$", re.IGNORECASE)
_HOME = re.compile(r"\b(?:bor|bodde|boende|bosatt|skriven|hemma|hemadress|adress|lives|address)\b", re.IGNORECASE)
_PREMISES = re.compile(
    r"\b(?:deltagarna|lokal\w*|verksamhet\w*|kontor\w*|mottagning\w*|projektet|boendet|besöksadress|vi)\b",
    re.IGNORECASE,
)


def find_clients(document: Document) -> tuple[Span, ...]:
    """Return the places of data on clients, ascending, none overlapping another."""
    units = list(units_of(document))
    data = find_personal_data(document.text)
    certain = [Span(one.start, one.end) for one in data if _is_certain(document.text, one)]
    numbers = [one.start for one in data if one.kind == "personnummer"]
    tabled = list(names_in_tables(document))
    named = [*certain, *tabled, *_named(document, units, numbers)]
    contacts = [Span(one.start, one.end) for one in data if one.kind in ("adress", "telefon", "epost")]
    beside = [span for span in contacts if _is_clients(document, units, span, named)]
    again = _again(document.text, named, {document.text[span.start : span.end] for span in tabled})
    return _merged([*named, *beside, *again])


def _is_certain(text: str, one: PersonalData) -> bool:
    """True for a personnummer, a birth date, and a name that privacy knows for a client's."""
    if one.kind == "personnummer":
        return True
    before = text[max(0, one.start - 40) : one.start]
    return one.kind == "person" and not _COLLEAGUE.search(before) and not _OFFICE_AFTER.match(text, one.end)


def _named(document: Document, units: Sequence[Unit], numbers: Sequence[int]) -> Iterator[Span]:
    """Yield the names of clients: those called so, those of whom something private is told or a number is given.

    Args:
        numbers: where the personnummer of the text begin, ascending.
    """
    text = document.text
    made_up = {block.start for block in document.blocks if _MADE_UP.search(text, block.start, block.end)}
    for unit, after in pairwise([*units, None]):
        if unit is None or unit.block.start in made_up:
            continue
        for match in _RELATION.finditer(text, unit.start, unit.end):
            if _is_person(match["name"], bool(_DEFINITE.match(match.group()))) and not _in_office(text, match, unit):
                yield Span(match.start("name"), match.end("name"))
        is_numbered = bisect_left(numbers, unit.start) < bisect_left(numbers, unit.end)
        goes_on = after is not None and after.block is unit.block and _GOES_ON.match(text, after.start)
        end = after.end if after is not None and goes_on else unit.end
        for match in NAME.finditer(text, unit.start, unit.end):
            name = _from_given_name(match)
            if name is None or _in_office(text, match, unit):
                continue
            if is_numbered or _is_told_of(text, name.end, unit.end, end):
                yield name


def _from_given_name(match: re.Match[str]) -> Span | None:
    """Return the name without what stands before the given name ("I dag Anna"); None when there is no given name."""
    for part in re.finditer(PART, match.group()):
        if match.group()[: part.start()].endswith(("Sankt ", "Sankta ")):
            return None
        if is_given(part.group()):
            return Span(match.start() + part.start(), match.end())
    return None


def _is_person(name: str, definite: bool) -> bool:
    first, *others = name.split()
    return not _NOBODY.search(name) and (definite or bool(others) or "." in first or is_given(first))


def _in_office(text: str, match: re.Match[str], unit: Unit) -> bool:
    """True when an office stands right before or after the name."""
    begin, end = (match.start("name"), match.end("name")) if "name" in match.groupdict() else match.span()
    before = text[max(unit.block.start, begin - 45) : begin]
    return bool(_OFFICE_BEFORE.search(before) or _OFFICE_AFTER.match(text, end, unit.end))


def _is_told_of(text: str, start: int, stop: int, end: int) -> bool:
    """True when what follows a name, to the sentence's ``stop`` or on to ``end``, tells of age or private life."""
    if _AGED.match(text, start, stop) or _BORN.match(text, start, stop) or _IS_CLIENT.match(text, start, stop):
        return True
    told = [*_TOLD.finditer(text, start, end), *_private().finditer(text, start, end)]
    return any(not _OTHERS.search(text, start, match.end()) for match in told)


def _is_clients(document: Document, units: Sequence[Unit], contact: Span, named: Sequence[Span]) -> bool:
    """True for an address or a number in a sentence, or right after one, that names a client or tells of a home."""
    place = bisect_right(units, contact.start, key=lambda unit: unit.start) - 1
    if place < 0 or contact.start >= units[place].end:
        return False
    unit = units[place]
    near = [unit, *(one for one in units[max(0, place - 1) : place] if one.block is unit.block)]
    if any(one.start <= span.start < one.end for one in near for span in named):
        return True
    before = document.text[max(unit.start, contact.start - 30) : contact.start]
    return bool(_HOME.search(before)) and not _PREMISES.search(unit.words(document))


def _again(text: str, named: Iterable[Span], sure: Set[str]) -> Iterator[Span]:
    """Yield where the names found stand again, in any case: whole, only the first or last part, or abbreviated.

    Args:
        sure: those that are names whether or not they begin with a given name that is known.
    """
    found = {name for span in named for name in NAME.findall(text[span.start : span.end]) if is_given(name.split()[0])}
    names = {" ".join(name.replace(",", " ").split()) for name in found | sure}
    wholes = {name for name in names if len(re.findall(PART, name.title())) > 1}
    parts = {part for name in names for part in (name, *re.findall(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})?", name))}
    patterns = [*map(in_any_form, parts), *map(abbreviated, wholes)]
    for pattern in sorted(patterns, key=len, reverse=True):
        for match in re.finditer(rf"(?<![\w-])(?:{pattern})(?![\w-])(?! {PART})", text):
            yield Span(*match.span())


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and span.start <= kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)


@cache
def _private() -> re.Pattern[str]:
    """A verb said of one person, and within 70 characters a word of private life."""
    stems = "|".join(map(re.escape, words_of("private_life.txt")))
    return re.compile(rf"{_SAYS}[^.;:]{{0,70}}?\b(?i:{stems})")
