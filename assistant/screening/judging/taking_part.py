"""Which parties take part in a project, are only asked, or stay outside, and where the draft says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from assistant.criteria import CriteriaSet, PartyKind
from assistant.screening.draft import Span, Statement, Topic
from assistant.screening.judging.cues import vocabulary
from assistant.screening.judging.legible import folded, legible, mended
from assistant.screening.judging.material import Material
from assistant.screening.judging.phrases import compile_phrases
from assistant.screening.judging.polarity import is_denied, is_hedged


class Stand(Enum):
    """How a party stands to the project in one statement."""

    TAKES_PART = "takes part"
    ASKED = "asked"
    DECLINES = "declines"


@dataclass(frozen=True, slots=True)
class PartySign:
    """A statement that says how a party stands to the project."""

    kind: PartyKind
    stand: Stand
    span: Span


_NAMING = frozenset({Topic.PARTIES, Topic.OWNER, Topic.ORGANISATION, Topic.SIGNATURE})
"""Topics in which a party that is named takes part, unless the words say otherwise."""
_MENTIONING = frozenset({Topic.BACKGROUND, Topic.GROUP, Topic.ATTACHMENTS})
"""Topics in which a party is named for other reasons, unless it is said to take part."""
_DECLINING = frozenset({*_NAMING, Topic.LIMITS, Topic.OTHER})
"""Topics in which a party that is denied does not take part."""
_OF_OTHERS = frozenset({Topic.GROUP, Topic.INVOLVEMENT})
"""Topics in which it is people who are asked, not parties."""


@lru_cache(maxsize=16)
def party_patterns(criteria: CriteriaSet, *, without_dots: bool = False) -> dict[PartyKind, re.Pattern[str]]:
    """Return what names each kind of party: its own names in the criteria file, and common names of its units.

    Args:
        without_dots: for text in which å, ä and ö have become a and o.
    """
    units = vocabulary(without_dots=without_dots)["units"]
    change = folded if without_dots else str
    return {
        party.kind: compile_phrases(map(change, [party.name, *party.also, *units[party.kind]]))
        for party in criteria.party
    }


@lru_cache(maxsize=2)
def other_bodies(*, without_dots: bool = False) -> re.Pattern[str]:
    """Return what names bodies that are no party: associations, companies, schools of their own."""
    return compile_phrases(vocabulary(without_dots=without_dots)["others"])


def party_signs(material: Material) -> list[PartySign]:
    """Return every sign of a party's standing, in reading order."""
    return [sign for statement in material.statements for sign in _signs(material, statement)]


def named_parties(material: Material, span: Span) -> set[PartyKind]:
    """Return the kinds of party that are named in a span."""
    words = mended(legible(material.draft.text[span.start : span.end]))
    return {kind for kind, _, _ in _mentions(material, words)}


_AT_IT = re.compile(r"(?<!\bvi )(?<!\boss )\b(?:i|på|hos|vid)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
"""Before a name that only tells where something is: "listade på en annan vårdcentral i staden"."""
_OF_IT = re.compile(r"s\s+\w")
"""After a name in the genitive: what is told is of something that the party has."""
_CLAUSE_END = re.compile(r";|,?\s(?:men|medan|dock|däremot|but|while)\s|[.!?]\s")
_NOT = re.compile(r"\b(?:inte|ej|aldrig|inga|inget|ingen)\b(?!\s+(?:bara|enbart|endast|minst|sällan))", re.IGNORECASE)
"""After a party, in its clause: whatever it denies, the party's part is in doubt."""
_PART_END = re.compile(r"[.;:!?()]|,\s|\s(?:men|som|eftersom|där|så|och|medan|but|who|which)\s")
_OF_US = re.compile(r"\b(?:vi|man|jag)\b", re.IGNORECASE)
_OF_THEM = re.compile(r"(?:de|den|man)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\(([^()]*)\)")


def _signs(material: Material, statement: Statement) -> Iterator[PartySign]:
    """Yield one sign for each kind of party that a statement names, the least certain of its mentions."""
    words = material.words(statement)
    stands: dict[PartyKind, Stand] = {}
    for kind, start, end in _mentions(material, words):
        stand = _stand(material, statement, words, start, end)
        if stand is not None and (kind not in stands or stand is not Stand.TAKES_PART):
            stands[kind] = stand
    for kind, stand in stands.items():
        yield PartySign(kind, stand, statement.span)


def _mentions(material: Material, words: str) -> list[tuple[PartyKind, int, int]]:
    found = [
        (kind, match.start(), match.end())
        for kind, pattern in party_patterns(material.criteria, without_dots=material.without_dots).items()
        for match in pattern.finditer(words)
    ]
    return sorted(found, key=lambda one: one[1:])


def _stand(material: Material, statement: Statement, words: str, start: int, end: int) -> Stand | None:
    """Return how the party named in ``words[start:end]`` stands to the project; None when nothing is said of it.

    What stands in brackets right after a name is of that party alone, the rest of the clause of all that it names.
    """
    aside = _ASIDE.match(words, end)
    clause = _clause(words, start)
    is_owner = _OF_IT.match(words, end - 1) is not None
    is_actor = not is_owner and not _AT_IT.search(words, 0, start)
    if is_actor and _goes_on_to_decline(material, words, start, end):
        return Stand.DECLINES
    for said in (aside[1] if aside else "", clause):
        if material.cues("parties.asked").met.search(said) and statement.topic not in _OF_OTHERS:
            return Stand.ASKED
        if material.cues("parties.declines").met.search(said) and (is_actor or is_owner):
            return Stand.DECLINES if is_actor else Stand.ASKED
    if is_actor and statement.topic in _DECLINING and is_denied(words, start, end):
        return Stand.DECLINES
    if re.search(rf"(?:{material.cues('parties.perhaps').met.pattern})\W*(?:\w+\W+)?$", words[:start], re.IGNORECASE):
        return Stand.ASKED
    if is_actor and (_NOT.search(words, end, _part_end(words, end)) or is_hedged(_part(words, start, end))):
        return Stand.ASKED
    if {statement.topic, *statement.also} & _NAMING:
        is_told = not statement.label and material.cues("parties.state").met.search(clause)
        return None if is_told and not material.cues("parties.takes_part").met.search(clause) else Stand.TAKES_PART
    if statement.topic in _MENTIONING or material.cues("parties.elsewhere").met.search(clause):
        return None
    return Stand.TAKES_PART if material.cues("parties.takes_part").met.search(clause) else None


def _part_end(words: str, place: int) -> int:
    """The end of the part of a sentence that a place stands in."""
    cut = _PART_END.search(words, place)
    return cut.start() if cut else len(words)


def _part(words: str, start: int, end: int) -> str:
    """The part of a sentence that a place stands in, without what is listed beside it."""
    begin = max((cut.end() for cut in _PART_END.finditer(words, 0, start)), default=0)
    return words[begin : _part_end(words, end)]


def _goes_on_to_decline(material: Material, words: str, start: int, end: int) -> bool:
    """True when a clause after that of ``words[start:end]`` says no of the same party: it names nobody else.

    Where it is "we" that the first clause tells of, the next must at least say "they".
    """
    declines = material.cues("parties.goes_on").met
    nexts = [cut.end() for cut in _CLAUSE_END.finditer(words, end) if declines.match(words, cut.end())]
    return bool(nexts) and (not _OF_US.search(words, 0, start) or _OF_THEM.match(words, nexts[0]) is not None)


def _clause(words: str, place: int) -> str:
    """Return the clause around a place: what stands in the same brackets, or else in none."""
    for brackets in _ASIDE.finditer(words):
        if brackets.start() < place < brackets.end():
            return brackets[1]
    cuts = [0, *(match.end() for match in _CLAUSE_END.finditer(words)), len(words)]
    begin = max(cut for cut in cuts if cut <= place)
    return _ASIDE.sub(" ", words[begin : min(cut for cut in cuts if cut > place)])
