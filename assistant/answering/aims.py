"""Rows whose outcome is compared with their own aim: which initiatives reached their goal, or overran their budget."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from assistant.answering.arithmetic import Reckoning, amount, size
from assistant.answering.facts import Fact, facts_of, tables_of
from assistant.answering.moments import is_month
from assistant.answering.terms import Bag, Term, coverage
from assistant.lexicon import stems
from assistant.question import Part
from assistant.retrieval import Hit
from ingest.model import Document, Table

LEAST = 0.3
"""Share of what else is asked that the title, the heads and the headings of a table must hold."""

_AIMS = (
    (re.compile(r"\bmål(?:et|en|talet)?\b|\btargets?\b|\bgoals?\b", re.I), re.compile(r"\bmål\b|target|goal", re.I)),
    (re.compile(r"\bbudget", re.I), re.compile(r"budget", re.I)),
    (re.compile(r"\bprognos", re.I), re.compile(r"prognos|forecast", re.I)),
)
_OUTCOME = re.compile(r"utfall|resultat|outcome", re.IGNORECASE)
_WHICH = re.compile(r"\b(?:vilka|vilken|vilket|hur många|which|how many)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:inte|aldrig|not)\b", re.IGNORECASE)
_MISSED = re.compile(r"\b(?:missade|missar|missed)\b", re.IGNORECASE)
_REACHED = re.compile(r"\b(?:nå|når|nådde|nått|klarar?|klarade|uppnådde|uppnår|reach(?:ed)?|met)\b", re.IGNORECASE)
_ITS_AIM = r"(?:\w+ ){0,2}(?:mål|budget|prognos)"
_BEYOND = re.compile(
    rf"\b(?:över(?= {_ITS_AIM})|(?:mer|fler|större|högre)\b.{{0,40}}\bän|översteg|överskred|sprängde|spräckte"
    r"|överträffade|drog över|exceed\w*|above|more than)\b",
    re.IGNORECASE,
)
_SHORT = re.compile(
    rf"\b(?:under(?= {_ITS_AIM})|(?:mindre|färre|lägre)\b.{{0,40}}\bän|understeg|underskred|below|less than|fewer)\b",
    re.IGNORECASE,
)


_CUES = (
    _REACHED,
    _MISSED,
    _NOT,
    re.compile(r"\b(?:mer|fler|större|högre|mindre|färre|lägre|än|sitt|sina)\b", re.IGNORECASE),
)
_WORD = re.compile(r"[^\W_]+")


def beside_aim(part: Part, terms: Sequence[Term], hits: Sequence[Hit]) -> tuple[list[Fact], Reckoning | None]:
    """Return the outcome and the aim of each row that reached, passed or missed its aim, or that none of them did.

    Neither when no such thing is asked, or only of something by its name. Of several tables, that whose title, heads
    and headings hold most of what else is asked.
    """
    head = next((head for cue, head in _AIMS if cue.search(part.text)), None)
    side = _side(part.text)
    named = any(term.name and not is_month(term.word) for term in terms)
    if head is None or side is None or named or not _WHICH.search(part.text):
        return [], None
    cues = stems(_WORD.findall(" ".join(match[0] for one in _CUES for match in one.finditer(part.text))))
    others = [term for term in terms if term.stem not in cues]
    best: tuple[float, list[tuple[Fact, Fact]]] = (LEAST, [])
    for hit, table in tables_of(hits):
        pairs = [] if table.sheet or table.uncertain else _pairs(hit.document, table, head)
        if len(pairs) > 1 and _is_of_years(part, pairs[0]):
            headings = " ".join(hit.document.sections[table.section].path)
            score = coverage(others, (Bag.of(f"{table.title} {' '.join(table.heads)} {headings}"), 1.0))
            best = max(best, (score, pairs), key=lambda one: one[0])
    held = [fact for pair in best[1] if side(*map(_size, pair)) for fact in pair]
    if held or not best[1]:
        return held, None
    facts = tuple(outcome for outcome, _ in best[1])
    return [], Reckoning(f"Ingen av de {len(facts)} raderna i tabellen ”{facts[0].table.title}”", facts)


def _side(question: str) -> Callable[[Decimal, Decimal], bool] | None:
    """Return how an outcome must compare with its aim."""
    if _BEYOND.search(question):
        return operator.gt
    if _SHORT.search(question):
        return operator.lt
    if _REACHED.search(question) or _MISSED.search(question):
        return operator.lt if _MISSED.search(question) or _NOT.search(question) else operator.ge
    return None


def _pairs(document: Document, table: Table, head: re.Pattern[str]) -> list[tuple[Fact, Fact]]:
    """Return outcome and aim of each row that has both in the same unit, sums left out."""
    rows: dict[int, list[Fact]] = {}
    for fact in facts_of(document, table):
        if amount(fact) and not fact.row.is_sum:
            rows.setdefault(fact.row.start, []).append(fact)
    pairs: list[tuple[Fact, Fact]] = []
    for facts in rows.values():
        outcome = next((fact for fact in facts if _OUTCOME.search(fact.attribute)), None)
        aim = next((fact for fact in facts if head.search(fact.attribute)), None)
        if outcome and aim and outcome.unit == aim.unit and outcome.column != aim.column:
            pairs.append((outcome, aim))
    return pairs


def _is_of_years(part: Part, pair: tuple[Fact, Fact]) -> bool:
    return not part.years or any(fact.year in part.years for fact in pair)


def _size(fact: Fact) -> Decimal:
    figure = amount(fact)
    assert figure is not None
    return size(fact, figure)
