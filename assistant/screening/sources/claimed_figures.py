"""Figures that a draft gives of the association, held against those of its plan.

Only figures of the same thing are compared (``claims.toml``, and what is left to distribute), for the same year, and
as exactly as they are written: "cirka 1,6 Mkr" agrees with 1 580 000 kr.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from assistant.answering.facts import Fact, facts_of
from assistant.criteria import CriteriaSet
from assistant.numerals import NUMERAL, value
from assistant.screening.guarding.units import units_of
from assistant.screening.model import Available, RiskFlag
from assistant.screening.sources.available import TO_GIVE
from assistant.screening.sources.saying import Said, of_association
from assistant.years import years_in
from ingest.model import Document
from ingest.money import UNIT
from ingest.tables.figures import Figure, kronor, parse, written
from ingest.tables.figures import find as find_figures

NEAR, ROUGHLY = 0.02, 0.1
"""Share by which a figure may differ, as written and when it is hedged ("cirka")."""

_KR = rf"(?P<value>\d[\d .,\u00a0]*?\s*(?:{UNIT}))(?!\w)"
_COUNT = rf"(?P<value>(?<![\d,.])\d{{1,3}}(?:[ \u00a0]?\d{{3}})*|\b{NUMERAL})"
_SHARE = r"(?P<value>(?<![\d,.])\d{1,3}(?:,\d+)?\s*(?:%|procent))"
_HEDGED = re.compile(
    r"\b(?:cirka|ca|circa|c:a|ungefär|omkring|runt|drygt|knappt|nästan|närmare|about)\W+$", re.IGNORECASE
)
_OWN = re.compile(
    r"\b(?:projektet\w*|insatsen|satsningen|vi|vår\w*|vårt|oss|ansökan|söker|sökt|deltagarna)\b", re.IGNORECASE
)
_LEFT_AFTER = re.compile(
    rf"\W*(?:\w+\W+){{0,5}}?(?:kvar\b|(?:att|till)\s+{TO_GIVE}|till\s+(?:förfogande|fördelning|utlysning|nya\b)|ofördela\w+)",
    re.IGNORECASE,
)
_LEFT_BEFORE = re.compile(
    rf"(?:kvar|återstår|kvarstår|ofördela\w+(?:\s+medel)?|till\s+förfogande|gott\s+om\s+(?:medel|pengar)"
    rf"|(?:finns|har|medel|kvar)\s+(?:\w+\s+){{0,3}}?(?:att|till)\s+{TO_GIVE})(?:\s+\w+){{0,4}}\W*$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\b(?:ryms|inom|mindre|lägre|högre|större|mer|under|över|söker|söks|sökta|ansöker|kostar|behöver|andel|del|procent|av)\b",
    re.IGNORECASE,
)
"""Words that tie an amount to something else than to what is left."""


class _Figure(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1)
    pattern: str = Field(min_length=1)
    needs: str = ""
    claimed: str = ""


def money_left(
    said: Sequence[Said], criteria: CriteriaSet, plan: Document, available: Available | None
) -> Iterator[RiskFlag]:
    """Flag another amount than the plan's for what is left to distribute."""
    if available is None:
        return
    quote = available.citation.quote
    left = next((quote[at:end] for at, end, sek in _amounts(quote) if sek == available.sek), "")
    left = left or written(Figure(Decimal(available.sek), "kr"))
    for one in said:
        if not _is_of_year(one.words, criteria.year) or (_OWN.search(one.words) and not of_association(one.words)):
            continue
        claimed = _claimed_left(one.words)
        if claimed and not any(_agrees(sek, available.sek, one.words, at) for at, _, sek in _amounts(one.words)):
            at, end, _ = claimed[0]
            message = f"Utkastet säger att {one.words[at:end]} finns att fördela, men {plan.source.title} säger {left}."
            yield one.contradicted(message, plan, available.citation.start, available.citation.end)


def figures(said: Sequence[Said], criteria: CriteriaSet, plan: Document) -> Iterator[RiskFlag]:
    """Flag a figure of the association, or of an initiative of its plan, that differs from all that the plan gives."""
    rows = _budgeted(criteria, plan)
    yield from _initiatives(said, rows, criteria, plan)
    others = [one for one in said if not any(_place_of(fact.subject, one.words) for fact, _ in rows)]
    for entry in _entries():
        pattern = _compiled(entry.pattern, criteria.residents)
        known = list(_in_plan(pattern, entry, criteria.year, plan))
        if not known:
            continue
        for one in others:
            found = _stated(pattern, entry, one.words, criteria.year)
            if found is None or not _is_theirs(one.words) or not re.search(entry.claimed, one.words, re.IGNORECASE):
                continue
            if not any(_agrees(found[2], number, one.words, found[0]) for number, _, _, _ in known):
                _, words, start, end = known[0]
                stated = one.words[found[0] : found[1]]
                message = f"Utkastet anger {stated} som {entry.name}, men {plan.source.title} anger {words}."
                yield one.contradicted(message, plan, start, end)


def _budgeted(criteria: CriteriaSet, plan: Document) -> list[tuple[Fact, int]]:
    """Return the amounts that the plan's tables give initiatives for the year, in kronor."""
    return [
        (fact, int(amount))
        for table in plan.tables
        for fact in facts_of(plan, table)
        if fact.year == criteria.year and not fact.row.is_sum and len(fact.subject) > 2
        if (amount := _sek(fact.value, fact.unit)) is not None
    ]


def _place_of(name: str, words: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words)


def _initiatives(
    said: Sequence[Said], rows: Sequence[tuple[Fact, int]], criteria: CriteriaSet, plan: Document
) -> Iterator[RiskFlag]:
    """Flag another amount for a named initiative than the row of the plan's table."""
    for one in said:
        if not of_association(one.words) or not _is_of_year(one.words, criteria.year) or not _amounts(one.words):
            continue
        for fact, known in rows:
            at = _place_of(fact.subject, one.words)
            near = [found for found in _amounts(one.words) if at and 0 <= found[0] - at.end() <= 70]
            if near and not any(_agrees(number, known, one.words, start) for start, _, number in _amounts(one.words)):
                stated = one.words[near[0][0] : near[0][1]]
                row = fact.value if _amounts(fact.value) else f"{fact.value} {fact.unit}"
                message = f"Utkastet anger {stated} för {fact.subject}, men {plan.source.title} anger {row}."
                yield one.contradicted(message, plan, fact.row.start, fact.row.end)
                break


def _claimed_left(words: str) -> list[tuple[int, int, int]]:
    """Return the amounts that a sentence says are left: where they stand, and kronor."""
    found = []
    for at, end, sek in _amounts(words):
        after, before = _LEFT_AFTER.match(words, end), _LEFT_BEFORE.search(words[:at])
        tied = after is not None and not _BETWEEN.search(after.group())
        if tied or (before is not None and not _BETWEEN.search(before.group())):
            found.append((at, end, sek))
    return found


def _amounts(words: str) -> list[tuple[int, int, int]]:
    """Return the amounts of money in a sentence: where they stand, and kronor."""
    return [(at, end, int(sek)) for at, end, figure in find_figures(words) if (sek := kronor(figure)) is not None]


def _sek(text: str, unit: str) -> Decimal | None:
    figure = parse(text)
    return None if figure is None else kronor(Figure(figure.value, figure.unit or unit))


def _in_plan(
    pattern: re.Pattern[str], entry: _Figure, year: int, plan: Document
) -> Iterator[tuple[Decimal, str, int, int]]:
    """Yield what the plan gives: the number, its words, and the sentence."""
    for unit in units_of(plan):
        words = unit.words(plan)
        found = _stated(pattern, entry, words, year)
        if found is not None:
            yield found[2], words[found[0] : found[1]], unit.start, unit.end


def _stated(pattern: re.Pattern[str], entry: _Figure, words: str, year: int) -> tuple[int, int, Decimal] | None:
    """Return where in a sentence the figure stands, and its number; None without it, or for another year."""
    match = pattern.search(words)
    if match is None or not _is_of_year(words, year) or not re.search(entry.needs, words, re.IGNORECASE):
        return None
    number = _number(match["value"])
    return None if number is None else (match.start("value"), match.end("value"), number)


def _number(text: str) -> Decimal | None:
    money = [amount for _, _, figure in find_figures(text) if (amount := kronor(figure)) is not None]
    if money:
        return money[0]
    plain = value(text)
    if plain is not None:
        return Decimal(plain)
    figure = parse(text)
    return None if figure is None else figure.value


def _agrees(stated: Decimal | int, known: Decimal | int, words: str, at: int) -> bool:
    """True for numbers as near as the way that the first is written says."""
    share = ROUGHLY if _HEDGED.search(words[:at]) else NEAR
    return abs(Decimal(stated) - Decimal(known)) <= abs(Decimal(known)) * Decimal(str(share))


def _is_of_year(words: str, year: int) -> bool:
    years = years_in(words)
    return not years or year in years


def _is_theirs(words: str) -> bool:
    """True when a sentence speaks of the association and of nothing of the applicant's."""
    return of_association(words) and not _OWN.search(words)


@cache
def _entries() -> tuple[_Figure, ...]:
    content = tomllib.loads((Path(__file__).parent / "claims.toml").read_text(encoding="utf-8"))
    return tuple(_Figure.model_validate(entry) for entry in content["figure"])


@cache
def _compiled(pattern: str, residents: tuple[str, ...]) -> re.Pattern[str]:
    filled = (("{kr}", _KR), ("{count}", _COUNT), ("{share}", _SHARE), ("{residents}", _any(residents)))
    for name, expression in filled:
        pattern = pattern.replace(name, expression)
    return re.compile(pattern, re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    return rf"(?:{'|'.join(map(re.escape, words))}|invånare|deltagare)\w*"
