"""Questions that compare the rows of a table: which is largest or smallest, which lie above or below a limit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.arithmetic import Reckoning, amount, size
from assistant.answering.attributes import fits_head
from assistant.answering.claims import head_of, with_unit
from assistant.answering.facts import Fact, facts_of, tables_of
from assistant.answering.listing import Listing
from assistant.answering.rows import rows_asked, words_of
from assistant.answering.terms import Bag, Term, coverage
from assistant.lexicon import stem
from assistant.library import Library
from assistant.question import Part, Seeks
from assistant.retrieval import Hit
from assistant.validity import COMPILED, covers, is_compiled
from assistant.years import years_in
from ingest.money import IN_KRONOR
from ingest.tables.figures import Figure, find

FEWEST = 3
"""Rows that can be compared."""

LEAST = 0.45
"""Share of the question's information that a table's headings and labels must hold."""

LABELS, DOCUMENT = 0.7, 0.6
"""What a term counts for in the rows' labels, and in the document's title."""

OLDER = 0.85
"""Factor for tables of documents not in force when the question names no year."""

_NO_NUMBER = r"(?!\s+(?:\d|en\b|ett\b|två\b|tre\b|fyra\b|fem\b|cirka\b|ca\b))"
_LARGEST = re.compile(
    rf"\b(?:störst\w*|högst\w*|dyrast\w*|flest|mest|längst\w*|largest|highest|biggest|most){_NO_NUMBER}\b",
    re.IGNORECASE,
)
_SMALLEST = re.compile(
    rf"\b(?:minst\w*|lägst\w*|billigast\w*|färst|kortast\w*|smallest|lowest|least|fewest|cheapest){_NO_NUMBER}\b",
    re.IGNORECASE,
)
_WHICH = re.compile(r"\b(?:vilke[nt]|vilka|vem|vad|which|what|who)\b", re.IGNORECASE)
_ABOVE = re.compile(
    r"\b(?:över|mer än|fler än|större än|högre än|överstig\w+|minst|above|over|more than|at least)\s+(?=\S)",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"\b(?:under|mindre än|färre än|lägre än|understig\w+|högst|below|less than|at most)\s+(?=\S)", re.IGNORECASE
)
_HALF = re.compile(r"\ben och en halv (miljon|miljard)\w*", re.IGNORECASE)
_ONE = re.compile(r"\b(?:en|one) (?=miljon|miljard|million)", re.IGNORECASE)
_MILLION = re.compile(r"\bmillions?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Limit:
    """What a question asks rows to be above or below."""

    figure: Figure
    above: bool
    words: str

    def holds(self, fact: Fact) -> bool:
        found = amount(fact)
        if found is None:
            return False
        value, limit = (abs(one.value) * IN_KRONOR.get(one.unit, 1) for one in (found, self.figure))
        return value > limit if self.above else value < limit


def extreme(part: Part, terms: Sequence[Term], hits: Sequence[Hit], library: Library) -> Reckoning | None:
    """Return the row that is largest or smallest in the column asked about; None when no such thing is asked."""
    largest = _LARGEST.search(part.text)
    cue = largest or _SMALLEST.search(part.text)
    if cue is None or not _WHICH.search(part.text):
        return None
    cues = _stems(cue[0])
    rows = _best_column(part, [term for term in terms if term.stem not in cues], hits, library)
    if len(rows) < FEWEST:
        return None
    sizes = [(size(fact, found), fact) for fact in rows if (found := amount(fact))]
    best = max(value for value, _ in sizes) if largest else min(value for value, _ in sizes)
    first = [fact for value, fact in sizes if value == best]
    names = " och ".join(f"{fact.subject}: {_value(fact)}" for fact in first)
    word = "Störst" if largest else "Minst"
    return Reckoning(f"{names}. {word} av de {len(sizes)} raderna i tabellen", tuple(first))


def limited(part: Part, terms: Sequence[Term], hits: Sequence[Hit], library: Library) -> Listing | None:
    """Return the rows above or below the limit that the question names; None when it names none."""
    limit = find_limit(part.text)
    if limit is None or not (part.wants(Seeks.LIST, Seeks.COUNT) or _WHICH.search(part.text)):
        return None
    cues = _stems(limit.words)
    rows = _best_column(part, [term for term in terms if term.stem not in cues], hits, library)
    held = [fact for fact in rows if limit.holds(fact)]
    if len(rows) < FEWEST or not held:
        return None
    return Listing(held[0].document, None, tuple((one.row.start, one.row.end) for one in held), 1.0, 1.0, tuple(held))


def find_limit(question: str) -> Limit | None:
    """Return the limit that a question names in figures or words ("över en och en halv miljon")."""
    text = _HALF.sub(r"1,5 \1er kronor", question)
    text = _MILLION.sub("miljoner kronor", _ONE.sub("1 ", text))
    for pattern, above in ((_ABOVE, True), (_BELOW, False)):
        for cue in pattern.finditer(text):
            for start, end, figure in find(text[cue.end() :])[:1]:
                if start <= 3 and figure.unit in (*IN_KRONOR, "%", "") and figure.value >= 10:
                    return Limit(figure, above, text[cue.start() : cue.end() + end])
    return None


def _best_column(part: Part, terms: Sequence[Term], hits: Sequence[Hit], library: Library) -> list[Fact]:
    """Return the filled cells of the column that the question is about, its sums left out; empty when none is."""
    found: list[tuple[float, list[Fact]]] = []
    for hit, table in tables_of(hits):
        if table.sheet or table.uncertain:
            continue
        source = hit.document.source
        around = f"{table.title} {' '.join(hit.document.sections[table.section].path)}"
        asked = rows_asked(hit.document, table, terms)
        facts = [fact for fact in facts_of(hit.document, table) if fact.row in asked and amount(fact)]
        for column in sorted({fact.column for fact in facts}):
            cells = [fact for fact in facts if fact.column == column]
            if len(cells) < FEWEST or not _answers(part, cells[0]):
                continue
            labels = words_of(hit.document, [fact.row for fact in cells])
            bags = (
                (Bag.of(f"{around} {table.heads[column]} {table.heads[0]}"), 1.0),
                (Bag.of(f"{source.title} {source.year}"), DOCUMENT),
                (Bag.of(labels), LABELS),
            )
            score = coverage(terms, *bags) * (COMPILED if is_compiled(source) else 1.0)
            score *= 1.0 if part.years or library.is_in_force(source) else OLDER
            found.append((score + 0.2 * fits_head(part.text, table.heads[column]), cells))
    best = max(found, key=lambda one: one[0], default=(0.0, []))
    return best[1] if best[0] >= LEAST else []


def _answers(part: Part, fact: Fact) -> bool:
    """True when a column is of a year asked about and of the kind of measure that is sought."""
    if part.years and fact.year not in part.years:
        named = years_in(f"{fact.attribute} {fact.table.title}")
        if named or not any(covers(fact.document.source, year) for year in part.years):
            return False
    if part.wants(Seeks.COUNT) and fact.unit in IN_KRONOR:
        return False
    return fits_head(part.text, fact.attribute) or part.wants(Seeks.COUNT, Seeks.SHARE) or fact.unit in IN_KRONOR


def _value(fact: Fact) -> str:
    head = head_of(fact)
    return f"{with_unit(fact)} ({head})" if head else with_unit(fact)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in re.findall(r"[^\W_]+", text))
