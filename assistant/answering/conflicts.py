"""Where the documents contradict themselves on what is asked: other values for the same, lists that fall short."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.announcing import number_announced, tables_announced
from assistant.answering.attributes import asks_for, fits_head
from assistant.answering.claims import Claim, claim_of_text
from assistant.answering.eligibility import is_note
from assistant.answering.facts import Fact
from assistant.answering.listing import NUMBERS, Listing
from assistant.answering.terms import Term
from assistant.question import Part, Seeks
from assistant.years import years_in
from ingest.tables.figures import find, parse

_DIGITS = re.compile(r"\d+")
_WORDS = re.compile(r"[^\W\d_]+")
MOST = 2
"""Conflicts shown with one answer."""

NEARLY = 3
"""The most by which a table's rows may differ from a number in the text to be meant by it."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that disagrees with what is said; ``claim`` is the other side, None when the text itself tells."""

    detail: str
    claim: Claim | None = None


def find_conflicts(
    part: Part, terms: Sequence[Term], chosen: Sequence[Claim], ranked: Sequence[Claim]
) -> list[Conflict]:
    """Return what the documents say otherwise about the claims chosen."""
    found: list[Conflict] = []
    for claim in chosen:
        if claim.fact is not None:
            found += _other_values(part, claim, ranked, chosen)
            if claim.fact.row.is_sum:
                found += _wrong_sum(claim.fact)
        found += _remarks(part, terms, claim, ranked) or _other_number(part, terms, claim)
    return list(dict.fromkeys(found))[:MOST]


def _other_number(part: Part, terms: Sequence[Term], claim: Claim) -> list[Conflict]:
    """Find a table of what a sentence counts that has another number of rows than the sentence says."""
    announced = number_announced(claim.text, terms) if part.wants(Seeks.COUNT) and claim.fact is None else None
    if announced is None or claim.block is None:
        return []
    number, counted = announced
    for table in tables_announced(claim.document, claim.block, counted):
        rows = sum(not row.is_sum for row in table.rows)
        if rows != number and abs(rows - number) <= NEARLY:
            return [Conflict(f"texten anger {number}, tabellen ”{table.title}” har {rows} rader")]
    return []


def _wrong_sum(fact: Fact) -> list[Conflict]:
    """Return what was remarked when the table was read on the sum that a fact is."""
    remarks = [remark for remark in fact.table.remarks if fact.attribute in remark and f"”{fact.subject}”" in remark]
    return [Conflict(remark.rstrip(".")) for remark in remarks]


def _remarks(part: Part, terms: Sequence[Term], claim: Claim, ranked: Sequence[Claim]) -> list[Conflict]:
    """Find the remark of the same document that holds all that the claim holds of what is asked, not its name alone."""
    wanted = claim.covered - asks_for(part.text)
    pointed = claim.fact is not None and fits_head(part.text, claim.fact.attribute)
    pointed = pointed or wanted <= {term.stem for term in terms if term.name}
    for other in ranked:
        if (
            is_note(other)
            and other.document.id == claim.document.id
            and (other.score >= claim.score * 0.6 or _repeats(other, claim))
            and (
                (wanted <= other.covered and (not pointed or fits_head(part.text, other.text)))
                or _repeats(other, claim)
            )
            and (not part.years or not years_in(other.text) or {*years_in(other.text)} & {*part.years})
        ):
            return [Conflict("se anmärkningen i dokumentet", other)]
    return []


def _repeats(remark: Claim, claim: Claim) -> bool:
    """True for a remark in the section of a sentence that repeats a figure of it."""
    if claim.block is None or remark.block is None or remark.block.section != claim.block.section:
        return False
    one, other = ({figure.value for _, _, figure in find(text)} for text in (remark.text, claim.text))
    return bool(one & other)


def _other_values(part: Part, claim: Claim, ranked: Sequence[Claim], chosen: Sequence[Claim]) -> list[Conflict]:
    """Find another cell that says other words or dates for the same year, and holds all that the claim holds of what is
    asked; figures differ for many reasons and are left out."""
    fact = claim.fact
    assert fact is not None
    if not fits_head(part.text, fact.attribute) or parse(fact.value) is not None:
        return []
    for other in ranked:
        if (
            other.fact
            and other not in chosen
            and other.score >= claim.score * 0.75
            and claim.covered <= other.covered
            and fits_head(part.text, other.fact.attribute)
            and other.fact.year == fact.year
            and other.fact.table is not fact.table
            and not same_value(fact.value, other.fact.value)
        ):
            return [Conflict(f"{fact.value} eller {other.fact.value}", other)]
    return []


def same_value(first: str, second: str) -> bool:
    """True when two cells say the same: equal words, or the same dates in another form ("210901", "2021-09-01")."""
    if _DIGITS.search(first) and _DIGITS.search(second):
        one, two = ("".join(_DIGITS.findall(re.sub(r"\b20(?=\d\d)", "", text))) for text in (first, second))
        return one == two
    return {word.lower() for word in _WORDS.findall(first)} == {word.lower() for word in _WORDS.findall(second)}


def conflicts_of_list(listing: Listing) -> tuple[Conflict, ...]:
    """Return what disagrees with a list: the remark right below it, else the number that its lead-in announces."""
    found = _remark_below(listing) or _falls_short(listing)
    return (found,) if found else ()


def _remark_below(listing: Listing) -> Conflict | None:
    document, last = listing.document, listing.items[-1]
    below = next((block for block in document.blocks if block.start >= last[1]), None)
    if below is None:
        return None
    claim = claim_of_text(document, below.start, below.end)
    return Conflict("se anmärkningen i dokumentet", claim) if is_note(claim) else None


def _falls_short(listing: Listing) -> Conflict | None:
    """Return the conflict of a list that announces another number of items than it has."""
    announced = listing.announced
    if announced is None or announced == len(listing.items):
        return None
    words = {number: word for word, number in NUMBERS.items()}
    has = words.get(len(listing.items), str(len(listing.items)))
    return Conflict(f"texten anger {words[announced]}, men {has} räknas upp")
