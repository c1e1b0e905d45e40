"""What a language model is given to answer from: numbered places in documents, each cut into what can support a claim.

The same units that the model reads are those that its sentences are checked against.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.answering.facts import Fact
from ingest.model import Document


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, a list item or a table row: the least that can support a claim."""

    document: Document = field(repr=False)
    start: int
    end: int
    """``document.text[start:end]`` is what is quoted when a claim rests on this unit."""
    text: str
    """As the model reads it, on one line: a list item after its lead-in, a row as "subject: head value unit; …"."""
    under: str
    """What its words stand under: the document's title, the headings on the way to it, the table's title."""
    facts: tuple[Fact, ...] = ()
    """The filled cells of a table row, each with subject, head, year and unit; empty for running text."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """One source that the model may cite by its number."""

    number: int
    """From 1, as it stands in the prompt."""
    document: Document = field(repr=False)
    units: tuple[Unit, ...]

    @property
    def text(self) -> str:
        return "\n".join(unit.text for unit in self.units)


@dataclass(frozen=True, slots=True)
class Statement:
    """What our own code has worked out of the sources: a sum, a share, a difference, a contradiction."""

    text: str
    sources: frozenset[int]
    """Numbers of the sources that it rests on."""


@dataclass(frozen=True, slots=True)
class Offer:
    """All that a model's sentences may rest on."""

    sources: tuple[Numbered, ...]
    statements: tuple[Statement, ...] = ()

    @property
    def by_number(self) -> Mapping[int, Numbered]:
        return {source.number: source for source in self.sources}
