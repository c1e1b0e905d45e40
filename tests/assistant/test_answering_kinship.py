"""Words of documents are seen to be other shapes of a word that is asked for."""

from __future__ import annotations

import pytest

from assistant.answering.kinship import COMPOUND, PART, TYPO, kin
from assistant.lexicon import stem


@pytest.mark.parametrize(
    ("asked", "word", "expected"),
    [
        ("avgift", "medlemsavgifter", COMPOUND),
        ("rehabilitering", "rehabiliteringsbehov", COMPOUND),
        ("förbundschefen", "forbundschefen", TYPO),
        ("medlemsavgift", "avgiften", PART),
        ("avgift", "mars", 0.0),
        ("mål", "målning", 0.0),
    ],
)
def test_kin_of_a_word(asked: str, word: str, expected: float) -> None:
    assert kin(asked, stem(asked))[word] == expected


def test_each_word_is_looked_at_once() -> None:
    """What has been found is kept with the word that was asked for."""
    found = kin("kajplats", stem("kajplats"))
    assert "kajplatserna" not in found
    assert found["kajplatserna"] == COMPOUND
    assert "kajplatserna" in kin("kajplats", stem("kajplats"))
