"""Earlier initiatives and decisions that are like a draft, and in what, told in words.

Alike are those that are for the same people, or that the draft names. One thing that many have in common ("psykisk
ohälsa") is not enough: it takes two, or one that few have, and the same way to work counts beside. None is a result.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from assistant.answering.quoting import cite
from assistant.answers import Citation
from assistant.associations import NATIONAL
from assistant.library import Library
from assistant.register.selection import register_of
from assistant.screening.draft import Draft, Topic
from assistant.screening.judging.polarity import is_denied
from assistant.screening.model import Likeness
from assistant.screening.sources.earlier import SUBJECT, decision_on, sheet_of, told
from assistant.years import years_in
from ingest.model import Document, Kind, PlacedBlock
from ingest.sentences import split_sentences

ENOUGH, ALONE = 3.2, 3.3
"""Nats that several things in common must be worth, and the people alone; what a tenth have is worth 2.3."""

SAME_WAY = 2.7
"""Nats from which on the same way to work is enough for two of the same kind."""

NAMED = 6.0
"""Nats for an initiative that the draft names, before those of what is alike."""

OWNED, KIND = 0.6, 0.4
"""Nats for the same owner, and for the same kind (individual or structural), beside what else is alike."""

LONGEST = 420
"""Characters of an initiative's description that are quoted."""

_TELLING = frozenset({Topic.TITLE, Topic.GROUP, Topic.PURPOSE, Topic.METHOD, Topic.BACKGROUND, Topic.GOALS})
_DECIDED = re.compile(
    r"\b(?:bevilja\w*|godkän\w*|avsl(?:og|ag|agits)|positiv\w*|förläng\w*|finansiera\w*|beslut\w*|avsluta(?:de|des))\b",
    re.IGNORECASE,
)
_BOARD = re.compile(r"\b(?:styrelsen|förbundet)\b", re.IGNORECASE)
_ON_PROJECT = re.compile(r"\b(?:projekt\w*|insats\w*|ansökan|satsning\w*|medel)\b", re.IGNORECASE)
_OTHER_ACT = re.compile(r"(?:[•–*-] )?(?:Uppdrag|Händelse|Förslag)\b")
"""The beginning of what is told of something else than a decision on money or time."""
_YEAR = re.compile(r"År \d{4}")
_OWNER = re.compile(r"\bÄgare:?\s+(?P<owner>[^.|\n]+)")
_ABOUT = re.compile(r"\bMålgrupp:")
_STRUCTURAL = re.compile(r"\bstrukturinriktad|\bstrukturövergripande", re.IGNORECASE)
_INDIVIDUAL = re.compile(r"\bindividinriktad", re.IGNORECASE)
_PARTY = re.compile(r"Arbetsförmedlingen|Försäkringskassan|Region [A-ZÅÄÖ]\w+|[A-ZÅÄÖ][a-zåäöé]+ (?:stad|kommun)\b")


class _Trait(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    says: str = Field(min_length=1)
    pattern: str = Field(min_length=1)

    def held_by(self, text: str) -> bool:
        """True when a text has the trait and does not deny it."""
        return any(not is_denied(text, *match.span()) for match in _compiled(self.pattern).finditer(text))


@dataclass(frozen=True, slots=True)
class _Case:
    """An earlier initiative, or a decision on something without a name of its own."""

    name: str
    document: Document
    start: int
    end: int
    """What is quoted."""
    text: str
    """All that is told of it."""


def find(draft: Draft, library: Library, k: int = 3, association: str = "") -> tuple[Likeness, ...]:
    """Return at most ``k`` earlier initiatives or decisions that are like the draft, the likest first.

    With an ``association``, only its own, and those whose association is not told.
    """
    cases = _cases(library)
    ours = _told(draft)
    found: list[tuple[float, _Case, str]] = []
    for case in cases:
        if association and case.document.source.association not in ("", NATIONAL, association):
            continue
        people = _shared("group", case.text, ours)
        ways = _shared("method", case.text, ours)
        named = bool(case.name) and _names(case.name, draft.text)
        owner, kind = _owner_of_both(draft, case), _kind_of_both(draft, case)
        for_whom, how = (sum(_worth(trait, cases) for trait in traits) for traits in (people, ways))
        several = len(people) + len(ways) > 1 and for_whom + how >= ENOUGH
        if named or several or for_whom >= ALONE or (kind and how >= SAME_WAY):
            score = for_whom + how + NAMED * named + OWNED * bool(owner) + KIND * bool(kind)
            alike = _alike(people, ways, owner, kind)
            found.append((score, case, f"Utkastet nämner {case.name}. {alike}".strip() if named else alike))
    best = sorted(found, key=lambda one: (-one[0], one[1].name, one[1].start))
    return tuple(_likeness(library, case, alike) for _, case, alike in _distinct(best)[:k])


def _told(draft: Draft) -> str:
    """Return what the draft says of whom it is for and how it works; all of it when no part is marked as such."""
    parts = [draft.text[one.start : one.end] for one in draft.statements if one.topic in _TELLING]
    return "\n".join((draft.title, *parts)) if parts else draft.text


def _shared(kind: str, text: str, told: str) -> list[_Trait]:
    return [trait for trait in _traits(kind) if trait.held_by(text) and trait.held_by(told)]


@lru_cache(maxsize=2)
def _cases(library: Library) -> tuple[_Case, ...]:
    """Return the initiatives of data files and forms, and the decisions on projects that name none of them."""
    initiatives = [case for source in library.sources for case in _initiatives(library.document(source.id))]
    names = {case.name for case in initiatives}
    nameless = [
        _Case("", document, block.start, block.end, text)
        for source in library.sources
        for document in (library.document(source.id),)
        for block in _decisions(document)
        for text in (document.text[block.start : block.end],)
        if _ON_PROJECT.search(text) and not any(_names(name, text) for name in names)
    ]
    return (*initiatives, *nameless)


def _initiatives(document: Document) -> Iterator[_Case]:
    if document.source.form == "data":
        for section in document.sections[1:]:
            first = next((one for one in document.blocks if section.start < one.start < section.end), None)
            if first is not None and not _YEAR.fullmatch(section.heading):
                end = _description_end(document, first)
                text = document.text[section.start : section.end].split("\nKällor")[0]
                yield _Case(section.heading, document, first.start, end, text)
    for table in document.tables:
        if table.sheet and table.title:
            rows = [row for row in table.rows if row.end - table.start <= LONGEST]
            end = rows[-1].end if rows else table.end
            yield _Case(table.title, document, table.start, end, document.text[table.start : table.end])


def _description_end(document: Document, block: PlacedBlock) -> int:
    """Return where the sentence on the target group ends, or the first of the description."""
    sentences = split_sentences(document.text, block.start, block.end)
    about = [end for start, end in sentences if _ABOUT.search(document.text, start, end)]
    ends = [end for end in about if end - block.start <= LONGEST] or [sentences[0][1]]
    return ends[-1]


def _decisions(document: Document) -> Iterator[PlacedBlock]:
    """Yield the paragraphs and items that tell of a decision of the board; laws and plans tell of other things."""
    if document.source.type in ("lag", "verksamhetsplan"):
        return
    for block in document.blocks:
        if block.kind in (Kind.PARAGRAPH, Kind.ITEM) and block.end - block.start <= 2 * LONGEST:
            text = document.text[block.start : block.end]
            if _BOARD.search(text) and _DECIDED.search(text) and not _OTHER_ACT.match(text):
                yield block


@lru_cache(maxsize=256)
def _worth(trait: _Trait, cases: tuple[_Case, ...]) -> float:
    """Return the nats of a trait: the fewer have it, the more."""
    holding = sum(trait.held_by(case.text) for case in cases)
    return log((len(cases) + 1) / (holding + 0.5))


def _likeness(library: Library, case: _Case, alike: str) -> Likeness:
    """Cite the register's decision on a named initiative, and tell it in words; else what the documents hold."""
    register = register_of(library)
    name = sheet_of(case.name, register)
    entry = decision_on(name, case.document.source.association, register) if name else None
    if entry is None:
        return Likeness(_citation(library, case), alike, initiative=name)
    place = entry.record.place
    citation = cite(library.document(place.document), place.start, place.end, 1)
    return Likeness(citation, alike, told(name, entry), name)


def _citation(library: Library, case: _Case) -> Citation:
    """Cite the board's latest decision on a named initiative, else what is told of it."""
    decided = [
        (_year_of(document, block), -block.start, document, block)
        for source in library.sources
        if case.name and source.association == case.document.source.association
        for document in (library.document(source.id),)
        for block in _decisions(document)
        if _names(case.name, document.text[block.start : min(block.end, block.start + SUBJECT)])
    ]
    if not decided:
        return cite(case.document, case.start, case.end, 1)
    *_, document, block = max(decided, key=lambda one: one[:2])
    return cite(document, block.start, block.end, 1)


def _year_of(document: Document, block: PlacedBlock) -> int:
    """Return the year of a decision: of the heading that it stands under, else of its document."""
    years = years_in(document.sections[block.section].heading)
    return max(years) if years else document.source.year or 0


def _distinct(found: Sequence[tuple[float, _Case, str]]) -> list[tuple[float, _Case, str]]:
    """Leave out what is told again of the same initiative."""
    kept: list[tuple[float, _Case, str]] = []
    for one in found:
        if not any(one[1].name and one[1].name == other[1].name for other in kept):
            kept.append(one)
    return kept


def _owner_of_both(draft: Draft, case: _Case) -> str:
    """Return the party that owns both, or ""."""
    theirs = _OWNER.search(case.text)
    ours = draft.text[draft.owner.start : draft.owner.end] if draft.owner else ""
    both = set(_PARTY.findall(ours)) & set(_PARTY.findall(theirs["owner"] if theirs else ""))
    return min(both, default="")


def _kind_of_both(draft: Draft, case: _Case) -> str:
    """Return the kind that both are of, or ""."""
    if draft.declared_type == "struktur" and _STRUCTURAL.search(case.text):
        return "strukturinriktade"
    return "individinriktade" if draft.declared_type == "individ" and _INDIVIDUAL.search(case.text) else ""


def _alike(people: Sequence[_Trait], ways: Sequence[_Trait], owner: str, kind: str) -> str:
    """Return in what two are alike, as a sentence; "" when it is in nothing."""
    parts = [f"gäller {_listed([trait.says for trait in people])}"] if people else []
    parts += [f"arbetar med {_listed([trait.says for trait in ways])}"] if ways else []
    parts += [f"är {kind}"] if kind and parts else []
    parts += [f"ägs av {owner}"] if owner and parts else []
    return f"Båda {_listed(parts)}." if parts else ""


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} och {words[-1]}"


def _names(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


@cache
def _traits(kind: str) -> tuple[_Trait, ...]:
    content = tomllib.loads((Path(__file__).parent / "likeness.toml").read_text(encoding="utf-8"))
    return tuple(_Trait.model_validate(entry) for entry in content[kind])


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
