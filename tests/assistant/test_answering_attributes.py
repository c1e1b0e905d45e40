"""A question's words point at the columns of a table."""

from __future__ import annotations

import pytest

from assistant.answering.attributes import asks_for, cue_of, fits_head
from assistant.lexicon import stem


@pytest.mark.parametrize(
    ("question", "head", "expected"),
    [
        ("Vem äger Fyren?", "Ägare", True),
        ("Vem äger Fyren?", "Insatsägare", True),
        ("Vem är huvudman?", "Ägare", True),
        ("Vem äger Fyren?", "Parter", False),
        ("Vilka parter deltar?", "Parter", True),
        ("Vad kostar Fyren?", "Budget 2030 (kr)", True),
        ("Vad kostar Fyren?", "Utfall", False),
        ("Hur mycket gick åt?", "Utfall 2030", True),
        ("Vad väntas det bli?", "Prognos", True),
        ("Hur länge pågår Fyren?", "Tidsperiod", True),
        ("När slutar Fyren?", "Slut", True),
        ("Vad gäller när Fyren slutar?", "Målgrupp", False),
        ("Vilken målgrupp har Fyren?", "Målgrupp", True),
        ("Vilken målgrupp har Fyren?", "Mål", False),
        ("Vilket mål har Fyren?", "Mål 2030", True),
        ("Who owns Fyren?", "Ägare", True),
        ("Är Fyren individinriktad?", "I/S", True),
        ("Hur mycket har gått åt?", "Utfall 2030", True),
        ("Hur många hade arbete före Fyren?", "Före (%)", True),
        ("Hur många hade arbete efter Fyren?", "Efter (%)", True),
        ("Hur många hade arbete efter Fyren?", "Före (%)", False),
        ("Hur många hade arbete före Fyren?", "Månader före start", False),
        ("Hej", "Ägare", False),
        ("", "", False),
    ],
)
def test_what_a_question_points_at(question: str, head: str, expected: bool) -> None:
    assert fits_head(question, head) is expected
    assert (cue_of(question, head) is not None) is expected


def test_columns_of_two_kinds_are_told_apart() -> None:
    question = "Vad var budget och utfall för Fyren?"
    assert cue_of(question, "Budget") != cue_of(question, "Utfall")
    assert cue_of(question, "Budget 2030") == cue_of(question, "Kostnad")


def test_the_words_that_point() -> None:
    """By stem; nothing else of the question."""
    assert asks_for("Vem är insatsägare och vilken budget har Fyren?") == {stem("insatsägare"), stem("budget")}
    assert asks_for("Fyren?") == frozenset()
