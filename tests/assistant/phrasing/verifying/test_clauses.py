"""Sentences taken apart: into clauses, and into what they say of each thing that they list."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.clauses import clauses, is_prose
from assistant.phrasing.verifying.lists import each


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rådet startade 2031 och har två anställda.", ("Rådet startade 2031", "Rådet har två anställda")),
        ("Rådet har en chef och en utredare.", ("Rådet har en chef och en utredare",)),
        ("Stegen lades ned, men Fyren fortsätter.", ("Stegen lades ned", "Fyren fortsätter")),
        ("Stegen lades ned, vilket är synd.", ("Stegen lades ned, vilket är synd.",)),
    ],
)
def test_a_clause_has_a_verb_and_a_subject(sentence: str, expected: tuple[str, ...]) -> None:
    assert clauses(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "one_way"),
    [
        ("Målen är arbete, studier och hälsa.", ("Målen är arbete", "Målen är studier", "Målen är hälsa")),
        ("Stegen, som ägs av staden, startade 2031.", ("Stegen startade 2031", "Stegen ägs av staden")),
        ("A och B får 1 kr respektive 2 kr", ("A får 1 kr", "B får 2 kr")),
    ],
)
def test_what_is_listed_is_said_of_each(sentence: str, one_way: tuple[str, ...]) -> None:
    assert one_way in list(each(sentence))


@pytest.mark.parametrize(
    "sentence", ["Stegen och Fyren kostar tillsammans 3 kr.", "Rapporten föreslår inga krav och ett råd."]
)
def test_what_holds_of_all_together_is_not_said_of_each(sentence: str) -> None:
    assert not any("ett råd" in way[-1] and "inga ett" in way[-1] for way in each(sentence))
    assert not any("tillsammans" in part for way in each(sentence) for part in way)


@pytest.mark.parametrize(
    ("text", "expected"), [("Ett möte har hållits.", True), ("1 200 000 kr", False), ("Malmö stad", False)]
)
def test_a_cell_that_says_something_by_itself_is_prose(text: str, expected: bool) -> None:
    assert is_prose(text) is expected
