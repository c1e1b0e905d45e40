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

    @property
    def pending(self) -> bool:
        return self.answer is None and not self.failure


Conversation = tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Which source of which turn: ``index`` counts from 0 in the answer's citations or in its nearest passages."""

    turn: int
    index: int
    nearest: bool = False

    @classmethod
    def of(cls, data: Mapping[str, object]) -> Place:
        """Read what the browser sent.

        Raises:
            ValueError: a number is missing or not a number.
        """
        return cls(number(data, "turn"), number(data, "index"), data.get("list") == "nearest")


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
    found = () if answer is None else answer.nearest if place.nearest else answer.citations
    found[place.index]
    return found


def changed(conversation: Conversation, turn: int, **fields: object) -> Conversation:
    """Return the conversation with fields of one turn replaced.

    Raises:
        IndexError: there is no such turn.
    """
    new = replace(conversation[turn], **fields)  # type: ignore[arg-type]
    return (*conversation[:turn], new, *conversation[turn + 1 :])
