"""Words around a phrase that deny it or leave it open."""

from __future__ import annotations

import pytest

from assistant.screening.judging.polarity import is_denied, is_hedged, is_only_possible, says_more


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
        ("Vare sig evidens eller annat finns.", "evidens", True),
        ("Uppföljning gör vi inte.", "Uppföljning", True),
        ("Uppföljning gör vi inte bara en gång.", "Uppföljning", False),
        ("Arbete eller studier har vi strukit.", "Arbete", True),
        ("Vi har valt bort uppföljning.", "uppföljning", True),
        ("Alla utom de som bor i Malmö.", "bor i Malmö", True),
        ("Snarare än arbete söker vi glädje.", "arbete", True),
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
        ("Vilket stöd det blir bestäms när teamet är på plats.", True),
        ("Vi hade tänkt använda metoden.", True),
        ("Förmågan prövas när deltagaren är redo.", False),
    ],
)
def test_a_hedge_leaves_a_sentence_open(text: str, hedged: bool) -> None:
    assert is_hedged(text) is hedged


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("Det kan finnas behov hos några.", True),
        ("Några kan ha behov.", True),
        ("De har behov som kan finnas kvar.", False),
        ("De kan det mesta, men de har behov.", False),
    ],
)
def test_what_may_be_so_is_told_of_before_it(text: str, possible: bool) -> None:
    assert is_only_possible(text, text.index("behov")) is possible


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("inte bara arbete", True),
        ("inget annat mål än arbete", True),
        ("inte arbete", False),
        ("inget mål är arbete", False),
    ],
)
def test_not_only_denies_nothing(text: str, more: bool) -> None:
    assert says_more(text) is more
