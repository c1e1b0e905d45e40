"""Words whose class changes what is claimed."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.reading import read
from assistant.phrasing.verifying.signs import lost, names_of, turned, unbacked
from assistant.phrasing.verifying.verdict import Reason


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Styrelsen får låna ut en lokal.", "can"),
        ("Styrelsen fick pengar.", ""),
        ("Mötet ska hållas.", "must"),
        ("Det beviljades inte.", "negation"),
        ("Förslaget gäller nästa år.", "proposal"),
        ("Planen för i år", ""),
        ("Rådet beslutar om förbundet upplöses.", "ruled"),
        ("Rådet beslutar om en medlem avgår.", "ruled"),
        ("Rådet beslutar om budgeten för i år.", ""),
    ],
)
def test_a_class_is_known_by_its_words(text: str, name: str) -> None:
    assert (name in names_of(text)) if name else not names_of(text) & {"can", "must", "negation", "proposal", "ruled"}


@pytest.mark.parametrize(
    ("sentence", "place", "reason"),
    [
        ("Rådet ska betala.", "Rådet får betala.", Reason.STRENGTH),
        ("Rådet får betala.", "Rådet får betala.", None),
        ("Rådet betalar inte.", "Rådet betalar.", Reason.NEGATION),
        ("Rådet betalade mer än i fjol.", "Rådet betalade.", Reason.STRENGTH),
        ("Rådet beslutade om avgiften.", "Rådet föreslog avgiften.", Reason.STRENGTH),
    ],
)
def test_a_sentence_says_no_class_that_its_place_does_not(sentence: str, place: str, reason: Reason | None) -> None:
    assert unbacked(sentence, place, place) is reason


@pytest.mark.parametrize(
    ("sentence", "place", "reason"),
    [
        ("Stegen låg i Ystad.", "Stegen låg tidigare i Ystad.", Reason.STRENGTH),
        ("Han ska starta en verkstad.", "Han ska ta reda på om det går att starta en verkstad.", Reason.STRENGTH),
        ("Rådet betalar hela avgiften.", "Rådet betalar kanske hela avgiften.", Reason.STRENGTH),
        ("Rådet betalar.", "Rådet betalar.", None),
    ],
)  # fmt: skip
def test_a_limit_is_not_left_out(sentence: str, place: str, reason: Reason | None) -> None:
    said = {word.lower for word in read(sentence)}
    limits = {"tidigare", "kanske", "reda"}
    tells = {w.lower: 1.0 if w.lower in said else -1.0 for w in read(place) if w.tells and w.lower not in limits}
    assert lost(sentence, place, tells) is reason


@pytest.mark.parametrize(
    ("sentence", "place", "wrong"),
    [
        ("Rapporten föreslår inga krav.", "Rapporten föreslår varken krav eller råd.", False),
        ("Rapporten föreslår inga krav och ett råd.", "Rapporten föreslår varken krav eller råd.", True),
        ("Rådet får inte låna.", "Rådet får låna.", True),
    ],
)
def test_what_is_denied_is_what_the_place_denies(sentence: str, place: str, wrong: bool) -> None:
    assert turned(read(sentence), read(place)) is wrong
