"""The places of a source that a sentence may rest on: its units, the sentences in its cells, what was reckoned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.phrasing.offer import Numbered, Offer, Unit
from assistant.phrasing.verifying.cells import MEASURES
from assistant.phrasing.verifying.clauses import is_prose
from assistant.phrasing.verifying.evidence import Held
from assistant.phrasing.verifying.reading import read
from assistant.phrasing.verifying.signs import names_of
from ingest.sentences import split_sentences


def places(source: Numbered, offer: Offer) -> Iterator[Held]:
    """Yield what the units of a source say, then what was reckoned from it."""
    before = ""
    for unit in source.units:
        yield Held(source.number, unit, before)
        yield from _of_cells(source.number, unit)
        before = unit.text if not unit.facts else ""
    for statement in offer.statements:
        if source.number in statement.sources and source.units:
            yield Held(source.number, _nearest(statement.text, source), own=statement.text)


def _of_cells(number: int, unit: Unit) -> Iterator[Held]:
    """Yield each sentence that a cell says by itself, under the row's subject and the column's head.

    What the table says its figures are of bears on its figures, not on what is told in a cell.
    """
    title, *parts = unit.under.split(" · ")
    above = [title, *(part for part in parts if not names_of(part) & MEASURES)]
    for fact in unit.facts:
        spans = split_sentences(fact.value) if is_prose(fact.value) else []
        before = ""
        for start, end in spans:
            text = f"{fact.attribute}: {fact.value[start:end]}"
            under = " · ".join(part for part in (*above, fact.subject) if part and not is_prose(part))
            yield Held(
                number,
                replace(unit, text=text, under=under, facts=()),
                before,
                of_goals="target" in names_of(unit.under),
            )
            before = text


def _nearest(text: str, source: Numbered) -> Unit:
    """Return the unit of a source that shares most words with a text: what is quoted for it."""
    words = frozenset().union(*(word.own for word in read(text)))
    return max(source.units, key=lambda unit: len(words & frozenset().union(*(word.own for word in read(unit.text)))))
