"""A question without the documents' own word for its subject still implies it."""

from __future__ import annotations

from pathlib import Path

import pytest

import assistant
from assistant.concepts import explained_words, implied_words


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Vem kan delta i insatserna?", "målgrupp"),
        ("VEM FÅR VARA MED?", "målgrupp"),
        ("Who can take part?", "målgrupp"),
        ("Vad kan Finsam finansiera?", "insatser"),
        ("Hur söker man pengar?", "ansökan"),
        ("Vem bestämmer om pengarna?", "styrelsen"),
        ("Varför finns förbundet?", "syfte"),
        ("Ska brukarna vara med när projektet tas fram?", "framtagandet"),
        ("Vilka måste vara med i ett förbund?", "tillåten"),
        ("Kan vi hoppa av förbundet?", "utträde"),
        ("Vad händer om förbundet går i konkurs?", "skuld"),
        ("Får förbundet ta ett lån?", "borgen"),
        ("Kan styrelsen ses på Teams, med möte på länk?", "distans"),
        ("Hur klagar man på ett beslut?", "laglighetsprövning"),
        ("Är styrelsebeslutet fel, kan det överklagas?", "laglighetsprövning"),
        ("Hur många jobbar på Fyren?", "tjänster"),
        ("Vilka är med och betalar?", "parter"),
        ("Vem jobbar på kansliet?", "anställda"),
        ("Hur mycket är kvar att söka?", "fördela"),
        ("Får Finsam betala en kurs?", "finansieras"),
        ("Hur finansieras förbundet?", "fjärdedel"),
        ("Hur många år sitter styrelsen?", "mandattid"),
        ("Vem väljer styrelsen?", "fullmäktige"),
        ("Vad händer när en ledamot slutar?", "avgår"),
        ("När ska budgeten vara klar?", "senast"),
        ("När ska bokslutet vara färdigt? När ska årsredovisningen lämnas senast?", "räkenskapsårets"),
        ("Vem kollar räkenskaperna?", "revisor"),
        ("Får man slänga gamla handlingar ur arkivet?", "arkivmyndigheten"),
        ("Får ledamöter betalt?", "arvode"),
        ("Kan kansliet besluta själv?", "delegation"),
        ("Får en dator avgöra?", "automatiserad"),
        ("Får vi spara personnummer på deltagare?", "personuppgifter"),
        ("Är det fel att gynna en vårdcentral?", "konkurrensneutralitet"),
        ("Hur många jobbar där?", "tjänster"),
        ("How many employees are there?", "tjänster"),
        ("Vilka är med i förbundet?", "parter"),
        ("Vem står bakom Finsam?", "Arbetsförmedlingen"),
        ("Vilka jobbar på kansliet?", "anställda"),
        ("Hur överklagar man ett styrelsebeslut?", "laglighetsprövning"),
        ("Kan ett styrelsebeslut rivas upp eller överklagas?", "laglighetsprövning"),
    ],
)
def test_what_is_implied(question: str, word: str) -> None:
    assert word in implied_words(question).split()


@pytest.mark.parametrize(
    "question",
    [
        "",
        "Hur mycket får Kompassen?",
        "Vem äger Fyren?",
        "Hur mycket kan en plan kosta?",
        "Hur lång är en långtidsplan?",
        "Vem ska överlämna planen till förbundet?",
        "Vad är en styrelseskuld?",
    ],
)
def test_what_implies_nothing(question: str) -> None:
    assert implied_words(question) == ""


def test_what_is_explained_by_what_is_implied() -> None:
    """The words that a pattern holds in brackets, and no others of the question."""
    assert explained_words("När ska budgeten för Fyren vara klar?") == {"klar"}
    assert explained_words("Vem äger Fyren?") == frozenset()


def test_every_row_is_a_pattern_and_its_words() -> None:
    lines = (Path(assistant.__file__).parent / "concepts.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert len(rows) >= 30
    assert all(len(row) == 2 and all(cell.strip() for cell in row) for row in rows)
