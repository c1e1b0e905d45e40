"""Whether a figure of a sentence is what a table's cell says: of its row, its column, its year, its measure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.answering.facts import Fact, subject_of
from assistant.phrasing.verifying.about import Figure
from assistant.phrasing.verifying.evidence import Held, Valued, years_in, years_of
from assistant.phrasing.verifying.quantities import quantities
from assistant.phrasing.verifying.quantity import Quantity, Sort
from assistant.phrasing.verifying.reading import Word, read
from assistant.phrasing.verifying.signs import names_of
from assistant.phrasing.verifying.verdict import Reason

MEASURES = frozenset({"budget", "outcome", "forecast", "target"})
"""Classes of words that say what an amount or a count is: no one of them stands for another."""
UNMARKED = "outcome"
"""The measure that a count is of when nothing is said of it."""
NAMED = 0.5
"""Share of the words of a row's long subject that a sentence must say to name it."""


def misread(
    sentence: str, figure: Figure, valued: Valued, held: Held, question: str, before: str = ""
) -> Reason | None:
    """Return why a cell is not what a figure is said to be; None when it is.

    Args:
        before: what stands before in the same sentence.
    """
    fact = valued.fact
    assert fact is not None
    about = sentence[figure.start : figure.end]
    return (
        _other_year(figure, valued, fact, held, question)
        or _other_measure(about, figure, fact, held, question)
        or _other_column(about, fact, held)
        or _other_row(before, sentence, figure.quantity, fact)
    )


_COST = re.compile(r"kostnad|utgift|hyra|arvode", re.IGNORECASE)
_NET = re.compile(r"resultat|netto", re.IGNORECASE)


def is_cost(valued: Valued) -> bool:
    """True for a cell of costs that are written with a minus sign."""
    fact = valued.fact
    if fact is None or valued.quantity.value >= 0 or _NET.search(fact.subject):
        return False
    return _COST.search(f"{fact.subject} {fact.table.title}") is not None


def _other_year(figure: Figure, valued: Valued, fact: Fact, held: Held, question: str) -> Reason | None:
    named = frozenset(years_in(fact.attribute))
    of_row = frozenset(years_in(fact.subject))
    own = ((named or frozenset(years_in(valued.text))) | of_row) or years_of(fact)
    if figure.years:
        return None if not own or set(figure.years) & own else Reason.YEAR
    elsewhere = {year for other in held.facts for year in years_of(other)} - own
    asked = years_in(question)
    if asked and own and not set(asked) & own:
        return Reason.YEAR
    heads = _dates(fact.attribute)
    if heads and any(one.meets(head) for one in figure.dates for head in heads):
        return None
    return Reason.YEAR if elsewhere and named and not asked else None


def _is_at(figure: Figure, fact: Fact) -> bool:
    """True when the head of a cell names a date that goes with a figure."""
    return any(one.meets(head) for one in figure.dates for head in _dates(fact.attribute))


def _dates(text: str) -> list[Quantity]:
    return [one for one in quantities(text) if one.sort is Sort.DATE]


def _other_measure(about: str, figure: Figure, fact: Fact, held: Held, question: str) -> Reason | None:
    """Return a reason when a figure is said to be of another measure than its cell, or of none where it must be."""
    said = names_of(about) & MEASURES
    own = _measure(fact)
    others = {_measure(one) for one in held.facts if one is not fact and one.unit == fact.unit} - {own}
    if said:
        return Reason.FIGURE if own and not said & own else None
    rivals = frozenset().union(*others) - own if others else frozenset()
    if not rivals or not own:
        return None
    if names_of(question) & own and not names_of(question) & rivals:
        return None
    if _is_at(figure, fact) and not any(_is_at(figure, one) for one in held.facts if _measure(one) & rivals):
        return None
    return None if own == {UNMARKED} and figure.quantity.sort is Sort.COUNT else Reason.FIGURE


@lru_cache(maxsize=4096)
def _measures_of(head: str, title: str) -> frozenset[str]:
    return (names_of(head) & MEASURES) or (names_of(title) & MEASURES)


def _measure(fact: Fact) -> frozenset[str]:
    return _measures_of(fact.attribute, fact.table.title)


def _other_column(about: str, fact: Fact, held: Held) -> Reason | None:
    """Return a reason when the words of another column's head are told of the figure, and none of its own column's."""
    told = _keys(about)
    row = _keys(fact.subject)
    heads = {one.column: _keys(one.attribute) for one in held.facts if one is fact or quantities(one.value)}
    mine = heads.get(fact.column, set())
    theirs = set().union(*(keys for column, keys in heads.items() if column != fact.column))
    own, others = mine - theirs, theirs - mine - row
    return Reason.FIGURE if told & others and own and not told & own else None


def _keys(text: str) -> set[str]:
    return {key for word in read(text) if len(word.lower) > 2 and word.lower.isalpha() for key in word.own}


def _other_row(before: str, sentence: str, figure: Quantity, fact: Fact) -> Reason | None:
    """Return a reason when the row that the sentence names nearest to the figure is another one of the table."""
    if fact.table.sheet:
        return None
    lower = (before + sentence).lower()
    figure = replace(figure, start=figure.start + len(before), end=figure.end + len(before))
    named = {}
    for subject in {subject_of(fact.document, row) for row in fact.table.rows} - {""}:
        at = min((_distance(lower, name, figure) for name in _names(subject) if name in lower), default=None)
        if at is not None:
            named[subject] = at
    named = {subject: at for subject, at in named.items() if not _is_within(subject, named)}
    if not named:
        return None
    nearest = min(named, key=named.__getitem__)
    return None if nearest == fact.subject or named.get(fact.subject) == named[nearest] else Reason.FIGURE


def _names(subject: str) -> list[str]:
    """Return how a row's subject is named: as it stands, before a comma or a bracket, and what stands in it."""
    parts = [part.strip(" .") for part in subject.lower().replace("(", ",").replace(")", ",").split(",")]
    return [part for part in parts if len(part) > 1]


def _is_within(subject: str, named: Mapping[str, int]) -> bool:
    """True when a row's name is only part of a longer one that is named no farther off: "IPS" in "IPS Unga"."""
    plain = _names(subject)[0]
    longer = [other for other in named if other != subject and plain in other.lower()]
    return bool(longer) and all(named[subject] >= named[other] for other in longer)


def _distance(lower: str, name: str, figure: Quantity) -> int:
    """Return how far from the figure a name stands; before it counts as nearer than after it."""
    found = []
    at = lower.find(name)
    while at >= 0:
        end = at + len(name)
        found.append(figure.start - end if end <= figure.start else (at - figure.end) * 2 + 5)
        at = lower.find(name, end)
    return min((one for one in found), default=10**6)


def names_subject(sentence: str, subject: str, home: str = "", language: str = "sv") -> bool:
    """True when a sentence names what a row is about, or most of its words.

    Args:
        home: the place of the association, which need not be said.
    """
    lower = sentence.lower()
    if any(name in lower for name in _names(subject)[:2]):
        return True
    words = [word for word in read(subject) if len(word.lower) > 2 and not word.lower.isdigit()]
    words = [word for word in words if word.tells and word.lower not in ("finsam", home)] or words
    said = read(sentence, language)
    found = sum(_said(word, said) for word in words)
    return bool(words) and found >= NAMED * len(words)


def _said(word: Word, said: Sequence[Word]) -> bool:
    return any(word.means(other) for other in said)
