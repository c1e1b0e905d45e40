"""What has been asked and answered in one visit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant.answers import Answer, Citation


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and what came of it; without ``answer`` and ``failure`` it is still being answered."""

    question: str
    answer: Answer | None = None
    failure: str = ""
    """Key in :mod:`assistant.ui.texts` of the sentence shown in place of an answer."""
    useful: bool | None = None
    """The asker's verdict, None before it is given."""
    commented: bool = False
    unsaved: bool = False
    """The verdict could not be stored."""
    sheets: tuple[str, ...] = ()
    """Initiatives that question or answer names, and of which the register has a sheet."""
    model: str = ""
    """Name for readers of the language model that phrases the answer, or tried to; empty when none was asked."""
    working: bool = False
    """The model is still at it."""
    ended: str = ""
    """Key in :mod:`assistant.ui.texts` of why it did not finish: "stopped" or "broken"."""

    @property
    def pending(self) -> bool:
        return self.answer is None and not self.failure

    @property
    def state(self) -> str:
        """As the page's scripts know it: "pending", "working" or "done"."""
        return "pending" if self.pending else "working" if self.working else "done"


Conversation = tuple[Turn, ...]


LISTS = ("citations", "nearest", "verbatim")
"""The lists of sources of a turn: those of the answer, what came nearest, those of the documents' own words."""


@dataclass(frozen=True, slots=True)
class Place:
    """Which source of which turn: ``index`` counts from 0 in one of :data:`LISTS`."""

    turn: int
    index: int = 0
    where: str = "citations"

    @classmethod
    def of(cls, data: Mapping[str, object]) -> Place:
        """Read what the browser sent.

        Raises:
            ValueError: a number is missing or not a number, or there is no such list.
        """
        where = str(data.get("list", "citations"))
        if where not in LISTS:
            raise ValueError("there is no such list of sources")
        return cls(number(data, "turn"), number(data, "index"), where)


def number(data: Mapping[str, object], name: str) -> int:
    """Return a whole number >= 0 that the browser sent.

    Raises:
        ValueError: it is missing, negative or not a number.
    """
    value = str(data.get(name, ""))
    if not (value.isascii() and value.isdigit()):
        raise ValueError(f"{name} is not a number from 0")
    return int(value)


def citations_at(conversation: Conversation, place: Place) -> tuple[Citation, ...]:
    """Return the list of sources that ``place`` counts in.

    Raises:
        IndexError: there is no such turn or source.
    """
    answer = conversation[place.turn].answer
    if answer is None:
        raise IndexError("the question has no answer")
    if place.where == "verbatim":
        answer = answer.verbatim or answer
    found = answer.nearest if place.where == "nearest" else answer.citations
    found[place.index]
    return found


def changed(conversation: Conversation, turn: int, **fields: object) -> Conversation:
    """Return the conversation with fields of one turn replaced.

    Raises:
        IndexError: there is no such turn.
    """
    new = replace(conversation[turn], **fields)  # type: ignore[arg-type]
    return (*conversation[:turn], new, *conversation[turn + 1 :])
