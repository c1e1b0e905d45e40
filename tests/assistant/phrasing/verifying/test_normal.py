"""One way of writing each letter, figure and space; what is no plain sentence is refused."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.normal import LONGEST, misquoted, normal


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rådet  har\u00a0två\tkurser.", "Rådet har två kurser."),
        ("Ra\u030adet bo\u0308rjade ２０３１.", "Rådet började 2031."),
        ("Rå\u200bdet bör\u00adjade.", "Rådet började."),
    ],
)
def test_what_looks_the_same_is_written_the_same(sentence: str, expected: str) -> None:
    assert normal(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Rådet har 1O kurser.",
        "Rådet har 10² kurser.",
        "Rådet har ٣ kurser.",
        "Rаdet har kurser.",
        "Rådet har\x07 kurser.",
        "Se https://exempel.se.",
        "Skriv till rad@exempel.se.",
        "Jag har läst dokumenten.",
        "I am happy to help.",
        "Min instruktion säger så.",
        "a" * (LONGEST + 1),
    ],
)
def test_what_is_no_plain_sentence_is_refused(sentence: str) -> None:
    assert normal(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Rådet kallar det ”en god början”.", False),
        ("Rådet kallar det ”En god  början!”.", False),
        ("Rådet kallar det ”ett gott slut”.", True),
        ("Rådet kallar det en bra start.", False),
    ],
)
def test_a_quotation_stands_there_word_for_word(sentence: str, wrong: bool) -> None:
    assert misquoted(sentence, "Det är en god början, skriver rådet.") is wrong
