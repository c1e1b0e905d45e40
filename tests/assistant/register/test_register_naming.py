"""A name that is an ordinary word too is a name only where it is written as one."""

from __future__ import annotations

import pytest

from assistant.register.selection import Register
from tests.assistant.register.records import SOURCES, initiative

REGISTER = Register([initiative("Insikt", aliases=()), initiative("LYKTAN", aliases=())], SOURCES)


@pytest.mark.parametrize(
    "text",
    [
        "Insikt i andras uppdrag ökar.",
        "Målen nås. Insikt om behoven krävs.",
        "Tre saker:\n- Insikt och kunskap.",
        "Parterna ökar sin insikt.",
        "1. Insikt kring stöd.",
    ],
)
def test_an_ordinary_word_names_nothing(text: str) -> None:
    assert REGISTER.named(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Vad kostade Insikt?",
        "Insikt pågick ett år.",
        "Insikt: 300 000 kr.",
        "Insikt i siffror: insatsen hade 20 platser.",
        "Insikt i korthet. Året var Insikt störst.",
        "INSIKT i korthet",
        "Insikts budget",
    ],
)
def test_a_name_is_one(text: str) -> None:
    """In mid-sentence, in capitals, with what only names have after them, or where an initiative is told of."""
    assert REGISTER.named(text) == ("Insikt",)


def test_a_name_in_capitals_needs_no_more() -> None:
    assert REGISTER.named("LYKTAN i korthet") == ("LYKTAN",)


def test_places_are_told() -> None:
    (mention,) = REGISTER.mentions("Vad kostade Insikt?")
    assert (mention.start, mention.end, mention.name) == (12, 18, "Insikt")
