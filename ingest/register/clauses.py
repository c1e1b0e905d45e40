"""The clauses of a decision: where each begins and ends, why, how much, and for which initiatives.

Offsets are into the text that is given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ingest.register.bodies import bodies
from ingest.register.model import Stance
from ingest.register.names import Names
from ingest.tables import figures

_NEXT = re.compile(r"(?:[,;]\s*(?:och\s+|samt\s+|dels\s+)?|\s+(?:samt|och|dels)\s+)(?=att\s)")
_INFINITIVE = re.compile(
    r"att\s+(?:(?:inte|även|också|därutöver|vidare)\s+)*(?:\w+a|\w+slå|stå|gå|få|se|utse|ge|be|bero)\s"
)
_GOVERNED = re.compile(r"\b(?:till|om|på|genom|för|så|av|med|i|än|utan)\s+att\b|(?<=\w)\s+att\s")
_EDGE = " ,;.\n"
_CONJUNCTION = re.compile(r"[\s,;]+(?:samt|och)\s*$")

_REASON = re.compile(
    r",?\s+(?:eftersom|därför att|på grund av(?: att)?|p\.\s?g\.\s?a\.?(?: att)?|pga\.?|med anledning av(?: att)?"
    r"|med hänsyn (?:till|tagen till)(?: att)?|mot bakgrund av(?: att)?|till följd av(?: att)?"
    r"|med motivering(?:en)?(?: att)?|med hänvisning till(?: att)?"
    r"|av (?:det|den) (?:skälet|anledningen|orsaken)(?: att)?)[\s:]+|,\s+då\s+",
    re.IGNORECASE,
)
_REASON_FIRST = re.compile(
    r"(?:eftersom|då|därför att|på grund av(?: att)?|med anledning av(?: att)?|med hänsyn till(?: att)?|mot bakgrund av"
    r"(?: att)?|till följd av(?: att)?|med hänvisning till(?: att)?|som ett sätt att)\s+(?P<why>.+?),?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_TOLD_REASON = re.compile(
    r"(?:(?:ett |det )?(?:skäl(?:et|en)?|motiv(?:et|en)?|anledning(?:en)?|orsak(?:en|erna)?|motivering(?:en)?|grunden)"
    r"(?:\s+(?:till|för|bakom)\s+[^.:]{1,40}?)?(?:\s+(?:är|var|angavs vara|uppgavs vara)|:)\s+(?:att\s+)?"
    r"|motivering(?:en)?:\s*|detta (?:beror|berodde) på(?: att)?\s+)(?P<why>.+)",
    re.IGNORECASE | re.DOTALL,
)
_THEREFORE = re.compile(
    r"^(?:därför|av (?:det|den) (?:skälet|anledningen)|mot (?:den|denna) bakgrund(?:en)?|mot bakgrund av detta)\b"
    r"|\b(?:har|hade|beslutade|beslöt|beslutar|fattade)\s+(?:\w+\s+)?därför\b|\bdärför\s+(?:beslutat|beslutade|beslöt)\b",
    re.IGNORECASE,
)

_SUM = re.compile(r"\b(?:total\w*|sammanlagt|tillsammans|summa)\b", re.IGNORECASE)
_MOST = re.compile(r"\b(?:högst|maximalt|max|upp till|tak(?:et)? på)\s+(?:\w+\s+)?$", re.IGNORECASE)
_APPLIED = re.compile(r"\b(?:ansök\w*|sök\w+|begärt|begärda?)\b", re.IGNORECASE)
_BUDGETED = re.compile(r"\b\w*budget\w*|\bram(?:en)?\b", re.IGNORECASE)
_MANY = "Flera belopp nämns; det första anges."

_CALLED = re.compile(
    r"\b(?:[Ii]nsatsen|[Pp]rojekt(?:et)?|[Ss]atsningen|[Ff]örstudien|[Mm]odellen)\s+(?:”(?P<quoted>[^”]{2,60})”"
    r"|(?P<plain>[A-ZÅÄÖ][\w-]*(?:\s+(?:[A-ZÅÄÖ][\w-]*|\d\.\d))*))"
)
_APPLIES = re.compile(
    r"(?:[Aa]nsökan(?: om (?:medel|finansiering|förlängning|fortsättning))?(?: (?:från|till|för))?|[Ff]örlängning av"
    r"|[Ff]ortsatt (?:finansiering|stöd) (?:av|till)|[Aa]vslut(?:ande)? av|[Ss]lutrapport(?: för| från)?)"
    r"\s+(?P<name>”[^”]+”|[A-ZÅÄÖ][^,:;(]*)"
)
_GOES_ON = re.compile(
    r"(?P<name>[A-ZÅÄÖ][^,:;(]*)[,:–-]\s*(?:förlängning|fortsättning|ansökan|slutrapport|avslut|lägesrapport"
    r"|ny ansökan)\b.*"
)
_YEARS = re.compile(r"\s+(?:för\s+|år\s+)*(?:19|20)\d\d(?:\s*[–-]\s*\d{2,4})?$")
_LONGEST_NAME = 5
"""Words."""


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount of a decision."""

    sek: int | None = None
    kind: str = ""
    doubt: str = ""


def split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The coordinated att-clauses of ``text[start:end]``, which begins with one, trimmed.

    A clause that hangs on another ("ställa sig positiv till att … och att …") stays in it.
    """
    cuts = [start]
    for match in _NEXT.finditer(text, start, end):
        before = text[cuts[-1] : match.start()]
        is_parallel = _INFINITIVE.match(before) is not None and _INFINITIVE.match(text, match.end()) is not None
        if is_parallel or not _GOVERNED.search(before, 4):
            cuts.append(match.end())
    return [trim(text, first, last) for first, last in pairwise([*cuts, end])]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space, stops and conjunctions at its edges."""
    while start < end and text[start] in _EDGE:
        start += 1
    while True:
        before = end
        while end > start and text[end - 1] in _EDGE and not text[start:end].endswith(("m.m.", "m.fl.", "o.d.")):
            end -= 1
        if match := _CONJUNCTION.search(text, start, end):
            end = match.start()
        if end == before:
            return start, end


def reason_within(text: str, start: int, end: int) -> tuple[int, str]:
    """Where what is decided ends in ``text[start:end]``, and the reason that follows it there, or ""."""
    match = _REASON.search(text, start, end)
    if match is None or match.start() < start + 8:
        return end, ""
    return trim(text, start, match.start())[1], text[match.end() : trim(text, match.end(), end)[1]]


def reason_before(front: str) -> str:
    """The reason that a sentence begins with, given what stands before its verb."""
    match = _REASON_FIRST.match(front.strip())
    return match["why"] if match else ""


def reason_told(sentence: str) -> str:
    """The reason that a sentence of its own gives for the decision before it, or ""."""
    match = _TOLD_REASON.match(sentence.strip())
    return match["why"].rstrip(" .") if match else ""


def refers_back(sentence: str) -> bool:
    """True for "Därför …": the sentence before gives the reason."""
    return _THEREFORE.search(sentence) is not None


def sum_of(what: str, stance: Stance) -> Sum:
    """The amount that a decision names and what it is: sökt, beviljat, budget, högsta belopp or ""."""
    found = [(start, end, sek) for start, end, one in figures.find(what) if (sek := figures.kronor(one)) is not None]
    if not found:
        return Sum()
    summed = [one for one in found if _SUM.search(what, max(0, one[0] - 30), one[0])]
    start, _, sek = (summed or found)[0]
    kind = _kind(what[:start], what, stance)
    return Sum(int(sek), kind, _MANY if len({one[2] for one in found}) > 1 and not summed else "")


def initiatives_in(names: Names, *texts: str) -> tuple[str, ...]:
    """The initiatives that the first text that names any names: canonical, or as written."""
    for text in texts:
        known = dict.fromkeys(mention.name for mention in names.mentions(text))
        called = (match["quoted"] or match["plain"] for match in _CALLED.finditer(text))
        found = dict.fromkeys((*known, *(one for one in called if not names.mentions(one))))
        if found:
            return tuple(found)
    return ()


def initiative_of_title(title: str) -> str:
    """The initiative that the title of a matter names as one that applies, goes on or ends, as written, or ""."""
    match = _APPLIES.search(title) or _GOES_ON.fullmatch(title.strip())
    name = _YEARS.sub("", match["name"].strip(' ”"')) if match else ""
    return "" if any(bodies(name)) or len(name.split()) > _LONGEST_NAME else name


def _kind(before: str, what: str, stance: Stance) -> str:
    if stance is Stance.GRANTED:
        return "beviljat"
    if stance is Stance.REJECTED:
        return "sökt" if _APPLIED.search(what) else "föreslaget"
    if stance is Stance.POSITIVE or _APPLIED.search(before):
        return "sökt"
    if _MOST.search(before):
        return "högsta belopp"
    return "budget" if _BUDGETED.search(before) else ""
