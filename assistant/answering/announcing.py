"""What a sentence announces by number ("förbundet har två målgrupper"), found right after it and said with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answering.claims import Claim
from assistant.answering.facts import Fact, facts_of
from assistant.answering.listing import NUMBERS, Listing, figures_of
from assistant.answering.terms import Bag, Term
from assistant.question import Part
from ingest.model import Document, Kind, PlacedBlock, Table
from ingest.sentences import split_sentences

FEWEST, MOST = 2, 20
"""Things that are announced by number."""

NEAR = 3
"""Words after the number within which what is announced must be named."""

_WORD = re.compile(r"[^\W_]+")
_ORDINAL = re.compile(r"(?:Den|Det|De) (?:första|ena|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde)\b")


def announced(claim: Claim, part: Part, terms: Sequence[Term]) -> Listing | None:
    """Return what follows a sentence that says how many there are of what is asked, when as many follow."""
    found = number_announced(claim.text, terms)
    if found is None or claim.fact or claim.block is None or claim.block.kind is not Kind.PARAGRAPH:
        return None
    number, counted = found
    lead = (claim.start, claim.end)
    for items in _runs(claim):
        if len(items) == number:
            return Listing(claim.document, lead, items, claim.score, 1.0)
    for table in tables_announced(claim.document, claim.block, counted):
        facts = figures_of(part, claim.document, table) or _first_cells(claim.document, table)
        if sum(not fact.row.is_sum for fact in facts) == number:
            rows = tuple((fact.row.start, fact.row.end) for fact in facts)
            return Listing(claim.document, None, rows, claim.score, 1.0, facts)
    return None


def number_announced(text: str, terms: Sequence[Term]) -> tuple[int, Term] | None:
    """Return the number in a text after which something is named that is asked for, and what that is."""
    words = _WORD.findall(text)
    for at, word in enumerate(words):
        number = int(word) if word.isdigit() else NUMBERS.get(word.lower(), 0)
        if FEWEST <= number <= MOST:
            named = [Bag.of(one) for one in words[at + 1 : at + 1 + NEAR]]
            for term in terms:
                if not term.implied and any(bag.match(term) for bag in named):
                    return number, term
    return None


def _runs(claim: Claim) -> Iterator[tuple[tuple[int, int], ...]]:
    """Yield what follows a claim in its section piece by piece: list items, or what is told of in order ("Den första
    …", "Den andra …"); then the headings right below the section."""
    document, block = claim.document, claim.block
    assert block is not None
    items: list[tuple[int, int]] = []
    ordered: list[tuple[int, int]] = []
    for other in document.blocks:
        if other.section != block.section or other.end <= claim.end:
            continue
        if other.kind is Kind.ITEM:
            items.append((other.start, other.end))
        elif items:
            break
        if other.kind is Kind.PARAGRAPH:
            begin = max(other.start, claim.end)
            sentences = split_sentences(document.text, begin, other.end) if begin < other.end else []
            ordered += [one for one in sentences if _ORDINAL.match(document.text, one[0])]
    yield tuple(items)
    yield tuple(ordered)
    section = document.sections[block.section]
    yield tuple(
        (one.start, one.start + len(one.heading))
        for one in document.sections[block.section + 1 :]
        if one.path[:-1] == section.path and one.start < section.end
    )


def tables_announced(document: Document, block: PlacedBlock, counted: Term) -> Iterator[Table]:
    """Yield the tables after a block that stand in its section, or are by their title of what is counted."""
    for table in document.tables:
        named = Bag.of(f"{table.title} {table.heads[0]}").match(counted)
        if table.start >= block.end and not table.uncertain and (table.section == block.section or named):
            yield table


def _first_cells(document: Document, table: Table) -> tuple[Fact, ...]:
    """Return the first filled cell of each row."""
    if table.sheet:
        return ()
    cells: dict[int, Fact] = {}
    for fact in facts_of(document, table):
        cells.setdefault(fact.row.start, fact)
    return tuple(cells.values())
