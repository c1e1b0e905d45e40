"""Amounts of a year's budget or accounts that are told in sentences, where they are plainly of a thing named there.

"Medlemsavgifterna för 2031 blev 12,4 Mkr", "3 Mkr är kvar att fördela", "Bryggan har 900 000 kr i budget". What is
applied for, allowed at most, recommended or reckoned a head is no amount of a budget.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.model import Document, Kind
from ingest.money import SHORT, UNIT, UNIT_WORD
from ingest.register.columns import shows
from ingest.register.model import Measure, Money
from ingest.register.money import BY_TYPE
from ingest.register.names import Names
from ingest.register.periods import Span, span_in
from ingest.register.places import place
from ingest.sentences import split_sentences
from ingest.tables.figures import Figure, find, kronor

_MONEY = re.compile(rf"\d[^\n]{{0,12}}?(?:{UNIT}|{UNIT_WORD})|(?:{SHORT})\s?\d", re.IGNORECASE)
"""What a sentence that tells an amount has, and most sentences have not."""
_NO_BUDGET = re.compile(
    r"^Obs\b|ansök|(?<!\w)(?:sökt|söker|högst|minst|max\w*|rekommend\w*|bör|skulle)(?!\w)"
    r"|\bper (?:deltagare|person|intervju|månad|timme)|kostnadsbudget",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:är |finns |återstår )?(?P<thing>(?:kvar )?att fördela|som \w+ kan fördela)"
    r"|\s*i (?P<share>budget|kostnader|tillgängliga medel|eget kapital)",
    re.IGNORECASE,
)
_ROUGH = re.compile(r"(?<!\w)(?:ca|cirka|omkring|drygt|knappt|ungefär)\.?\s+$", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"föregående år", re.IGNORECASE)
_HAPPENED = re.compile(r"(?<!\w)(?:blev|uppgick|kostade|kvarstående|fanns)(?!\w)", re.IGNORECASE)
_PLANNED = re.compile(r"budget|fördela|tilldel", re.IGNORECASE)
_APPROXIMATE = "Beloppet är ungefärligt."


@dataclass(frozen=True, slots=True)
class _Thing:
    """What an amount is of, as written."""

    label: str
    is_income: bool = False
    initiative: str = ""


@dataclass(frozen=True, slots=True)
class _Amount:
    """``text[start:end]`` of a sentence, which has gone on since ``since``: its beginning or the amount before."""

    since: int
    start: int
    end: int
    figure: Figure


def extract(document: Document, names: Names) -> tuple[Money, ...]:
    """The amounts told in the running text of a plan or of accounts, in order."""
    if document.source.type not in BY_TYPE:
        return ()
    return tuple(
        money
        for block in document.blocks
        if block.kind in (Kind.PARAGRAPH, Kind.ITEM)
        for start, end in split_sentences(document.text, block.start, block.end)
        for money in _told(document, start, end, names)
    )


def _told(document: Document, start: int, end: int, names: Names) -> Iterator[Money]:
    text = document.text[start:end]
    amounts = list(_amounts(text))
    if not amounts or _NO_BUDGET.search(text):
        return
    for amount in amounts:
        thing = _thing(text, amount, names if len(amounts) == 1 else None)
        if thing is None:
            continue
        clause = text[amount.since : amount.end]
        span = _span(document, clause, text)
        yield Money(
            place(document, start, end),
            document.source.association,
            thing.label,
            span.year,
            _measure(f"{clause}{text[amount.end : amount.end + 20]} {thing.label}") or BY_TYPE[document.source.type],
            int(kronor(amount.figure) or 0),
            text[amount.start : amount.end],
            amount.figure.unit,
            initiative=thing.initiative,
            period=span.period,
            is_income=thing.is_income,
            doubt=_APPROXIMATE if _ROUGH.search(text, 0, amount.start) else "",
        )


def _amounts(text: str) -> Iterator[_Amount]:
    if not _MONEY.search(text):
        return
    since = 0
    for start, end, figure in find(text):
        if kronor(figure) is not None:
            yield _Amount(since, start, end, figure)
            since = end


def _thing(text: str, amount: _Amount, names: Names | None) -> _Thing | None:
    """What an amount is of: what stands right after it, else the nearest before it that only links join to it."""
    after = _AFTER.match(text, amount.end)
    if after is not None and after["thing"]:
        return _Thing(after["thing"])
    if after is not None and after["share"] == "budget":
        named = names.mentions(text) if names is not None else ()
        return _Thing(text[named[0].start : named[0].end], initiative=named[0].name) if len(named) == 1 else None
    if after is not None:
        return _Thing(after["share"])
    found = [
        (match.start(), _Thing(match.group(), is_income=kind == "income"))
        for kind, pattern in _things().items()
        for match in pattern.finditer(text, amount.since, amount.start)
        if _links().fullmatch(text, match.end(), amount.start)
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


def _measure(clause: str) -> Measure | None:
    if shows("prognos", clause):
        return Measure.FORECAST
    if _PLANNED.search(clause):
        return Measure.BUDGET
    return Measure.OUTCOME if _HAPPENED.search(clause) else None


def _span(document: Document, clause: str, sentence: str) -> Span:
    year = document.source.year
    if _YEAR_BEFORE.search(clause) and year:
        return Span(year - 1)
    return span_in(clause) or span_in(sentence) or Span(year)


@cache
def _things() -> dict[str, re.Pattern[str]]:
    return {kind: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for kind, words in _words() if kind != "link"}


@cache
def _links() -> re.Pattern[str]:
    return re.compile(rf"(?:[\s,]|(?<!\w)(?:{dict(_words())['link']})(?!\w))*", re.IGNORECASE)


def _words() -> list[tuple[str, str]]:
    """Each kind of word with the pattern of all its words."""
    words: dict[str, list[str]] = defaultdict(list)
    for line in (Path(__file__).parent / "told.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            pattern, kind = line.split("\t")
            words[kind].append(pattern)
    return [(kind, "|".join(patterns)) for kind, patterns in words.items()]
