"""What a unit says, taken apart once: its words, names, quantities, and what these are of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.answering.facts import Fact
from assistant.answering.kinship import COMPOUND
from assistant.answering.terms import Bag, Term
from assistant.associations import association_name
from assistant.lexicon import Lexicon, stem
from assistant.phrasing.offer import Unit
from assistant.phrasing.verifying.coverage import told_freely
from assistant.phrasing.verifying.names import Name, base, names_in
from assistant.phrasing.verifying.quantities import Quantity, Sort, of_figure, quantities
from assistant.validity import years_covered
from ingest.tables.figures import parse

_TOKEN = re.compile(r"[^\W_]+(?:[-.:][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Valued:
    """A quantity of a unit, and the fact of a table that holds it, if any."""

    quantity: Quantity
    fact: Fact | None = None


class Held:
    """A unit with all that it can support.

    Args:
        number: the number of its source.
        before: the unit right before it in the same source, which pronouns lean on; "" for none.
        statements: what our own code has worked out of its source.
    """

    def __init__(self, number: int, unit: Unit, before: str, statements: Sequence[str] = ()) -> None:
        self.number = number
        self.unit = unit
        self.before = before
        source = unit.document.source
        place = association_name(source.association) if source.association else ""
        self.under = " · ".join(filter(None, (unit.under, place, source.type)))
        self.statements = " ".join(statements)
        self.own = f"{unit.text} {self.statements}".strip()
        """Its words with what was worked out."""

    @cached_property
    def bag(self) -> Bag:
        """Its own words and what they stand under."""
        return Bag.of(f"{self.own}\n{self.under}\n{self.before}")

    def counts(self, word: str) -> bool:
        """True when ``word``, or another form of it, is what something is counted in here."""
        term = Term(word.lower(), stem(word), 1.0, forms=Lexicon.load().forms(word))
        return self.bag.match(term) >= COMPOUND or word.lower() in told_freely()

    @cached_property
    def signs_text(self) -> str:
        """Where the class of a word may be backed: its own words, the heads and titles above them."""
        return f"{self.own}\n{self.under}"

    @cached_property
    def names(self) -> list[Name]:
        return [*names_in(self.own), *names_in(self.before), *_each(self.under)]

    @cached_property
    def words(self) -> frozenset[str]:
        text = f"{self.own} {self.under} {self.before}"
        return frozenset(base(token) for token in _TOKEN.findall(text))

    @cached_property
    def valued(self) -> list[Valued]:
        """Its quantities, those of a table's row with their cells."""
        cells = [Valued(one, fact) for fact in self.unit.facts for one in _of_cell(fact)]
        if cells:
            dates = [Valued(one) for one in quantities(self.unit.text) if one.sort is Sort.DATE]
            return [*cells, *dates, *(Valued(one) for one in quantities(self.statements) if one.sort is not Sort.YEAR)]
        return [Valued(one) for one in quantities(self.own) if one.sort is not Sort.YEAR]

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that its own words or its cells are of; those of what it stands under when it names none."""
        found = set(_years(self.own))
        for fact in self.unit.facts:
            found |= {fact.year} if fact.year else set()
            found |= set(_years(fact.attribute)) | set(_years(fact.value))
        return frozenset(found or self.years_above)

    @cached_property
    def years_above(self) -> frozenset[int]:
        """The years of the nearest heading above it that names one; of a document of a year or two, that."""
        for part in reversed(self.unit.under.split(" · ")):
            if years := _years(part):
                return frozenset(years)
        covered = years_covered(self.unit.document.source)
        return frozenset(covered) if len(covered) <= 2 else frozenset()


def _each(under: str) -> list[Name]:
    return [name for part in under.split(" · ") for name in names_in(part)]


def _of_cell(fact: Fact) -> list[Quantity]:
    """Return the quantities of a cell, in the unit of its column."""
    figure = parse(fact.value)
    if figure is None:
        return [one for one in quantities(fact.value) if one.sort is not Sort.YEAR]
    unit = figure.unit or fact.unit
    return [of_figure(type(figure)(figure.value, unit))]


def _years(text: str) -> list[int]:
    found = []
    for one in quantities(text):
        if one.sort is Sort.YEAR:
            found.append(int(one.value))
        elif one.sort is Sort.DATE and one.value >= 10**5:
            found.append(int(str(int(one.value))[:4]))
    return found
