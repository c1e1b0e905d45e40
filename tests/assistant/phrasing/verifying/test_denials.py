"""Words that deny, and how far."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.denials import DENIAL, denied_clauses, is_denied


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("Rådet betalar inte.", True),
        ("Rådet saknar pengar.", True),
        ("Rådet betalar inte bara avgiften.", False),
        ("Det är omöjligt.", False),
        ("They don't pay.", True),
        ("No later than March", False),
    ],
)
def test_a_word_denies_its_clause(text: str, denies: bool) -> None:
    assert bool(DENIAL.search(text)) is denies


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Rådet betalar inte, men väljer", ["Rådet betalar inte"]),
        ("Rådet sa inte att det betalar", ["Rådet sa inte att det betalar"]),
        ("Rådet vill inte säga att det betalar", ["Rådet vill inte säga"]),
        ("Det är inte omöjligt för rådet", []),
    ],
)
def test_it_reaches_to_the_end_of_its_clause(text: str, clauses: list[str]) -> None:
    assert [text[start:end] for start, end in denied_clauses(text)] == clauses


@pytest.mark.parametrize(
    ("text", "word", "denied"),
    [
        ("Rådet ska inte betala", "betala", True),
        ("Rådet ska inte i år för egen del betala", "betala", False),
        ("Rådet betalar inte", "betalar", True),
        ("Rådet vill inte, men betalar", "betalar", False),
    ],
)
def test_it_concerns_the_words_beside_it(text: str, word: str, denied: bool) -> None:
    start = text.index(word)
    spans = [match.span() for match in DENIAL.finditer(text)]
    assert is_denied(text, start, start + len(word), spans) is denied
