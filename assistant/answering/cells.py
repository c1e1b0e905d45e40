"""Further cells of the tables that chosen claims are of: other rows of a column, other columns of a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answering.attributes import cue_of
from assistant.answering.claims import Claim
from assistant.answering.eligibility import WORTH
from assistant.answering.terms import Bag, Term
from assistant.question import Part

_LISTS = re.compile(r"\w(?:, (?:\w+ ){0,3}\w+)* (?:och|samt|respektive|and) \w|\w/\w|\b(?:each|vardera|var för sig)\b")
"""A question that may list what it asks about."""


def other_rows(chosen: Sequence[Claim], claims: Sequence[Claim], part: Part, terms: Sequence[Term]) -> list[Claim]:
    """Return further cells of the first chosen column, when the question lists subjects ("löner, lokaler och resor"):
    the best row for each word that no chosen row's subject holds."""
    first = chosen[0] if chosen else None
    if first is None or first.fact is None or not _LISTS.search(part.text):
        return []
    fact = first.fact
    beside = [
        claim
        for claim in claims
        if claim.fact
        and claim.fact.table is fact.table
        and claim.fact.column == fact.column
        and not claim.fact.row.is_sum
        and not repeats(claim, chosen)
    ]
    held = [Bag.of(claim.fact.subject) for claim in chosen if claim.fact]
    added: list[Claim] = []
    for term in terms:
        if term.weight < WORTH or any(bag.match(term) for bag in held):
            continue
        found = next((claim for claim in beside if claim.fact and Bag.of(claim.fact.subject).match(term)), None)
        if found and found.fact:
            added.append(found)
            held.append(Bag.of(found.fact.subject))
    return added


def other_columns(chosen: Sequence[Claim], claims: Sequence[Claim], part: Part) -> list[Claim]:
    """Return further cells of the chosen rows, when the question points at several columns ("budget och utfall")."""
    pointed = {cue_of(part.text, claim.fact.attribute) for claim in chosen if claim.fact}
    added: list[Claim] = []
    for first in chosen:
        for claim in claims:
            if not (claim.fact and first.fact and (claim.document.id, claim.start) == (first.document.id, first.start)):
                continue
            cue = cue_of(part.text, claim.fact.attribute)
            if cue is not None and cue not in pointed:
                pointed.add(cue)
                added.append(claim)
    return added


def repeats(claim: Claim, others: Iterable[Claim]) -> bool:
    """True for a claim in the same words as another, or of the same place unless it is of another cell of the row."""
    for other in others:
        same_place = claim.document.id == other.document.id and claim.start < other.end and other.start < claim.end
        other_cell = claim.fact and other.fact and claim.fact.column != other.fact.column
        if claim.text == other.text or (same_place and not other_cell):
            return True
    return False
