"""Words around a phrase that deny it or leave it open."""

from __future__ import annotations

import pytest

from assistant.screening.judging.polarity import is_denied, is_hedged


@pytest.mark.parametrize(
    ("text", "phrase", "denied"),
    [
        ("Projektet prövar inte arbetsförmåga.", "arbetsförmåga", True),
        ("Det finns varken evidens eller annat.", "evidens", True),
        ("Arbetsträning ingår inte i upplägget.", "Arbetsträning", True),
        ("Metoden har inte bara evidens utan också stöd.", "evidens", False),
        ("Metoden är inte ny, men den har evidens.", "evidens", False),
        ("Vi arbetar inte med vård utan med arbetsträning.", "arbetsträning", False),
        ("Metoden har evidens.", "evidens", False),
        ("Uppföljning saknas.", "Uppföljning", True),
        ("There is no evidence yet.", "evidence", True),
    ],
)
def test_a_denial_reaches_the_words_of_its_clause(text: str, phrase: str, denied: bool) -> None:
    start = text.index(phrase)
    assert is_denied(text, start, start + len(phrase)) is denied


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("Kanske blir det praktik.", True),
        ("Vi hoppas att regionen är med.", True),
        ("It might lead to work.", True),
        ("Deltagarna får praktik.", False),
    ],
)
def test_a_hedge_leaves_a_sentence_open(text: str, hedged: bool) -> None:
    assert is_hedged(text) is hedged
