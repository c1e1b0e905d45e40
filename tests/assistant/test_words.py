"""Words without a subject are known, and words of the field are not among them."""

from __future__ import annotations

import pytest

from assistant.lexicon import Lexicon
from assistant.words import FILLERS, function_words


@pytest.mark.parametrize(
    ("language", "words", "others"),
    [("sv", {"och", "det", "som"}, {"målgrupp", "the"}), ("en", {"the", "and", "of"}, {"board", "och"})],
)
def test_function_words(language: str, words: set[str], others: set[str]) -> None:
    found = function_words(language)
    assert words <= found
    assert not others & found
    assert all(word == word.lower() for word in found)


def test_fillers() -> None:
    assert {"vad", "hur", "är"} <= FILLERS
    assert not {"målgrupp", "budget", "styrelse", "insats", "ansökan"} & FILLERS
    assert all(word == word.lower() for word in FILLERS)


def test_a_word_that_is_understood_when_it_is_asked_is_no_filler() -> None:
    """Fillers are passed over before the synonyms are looked at."""
    assert not FILLERS & Lexicon.load().asked.keys()


def test_an_unknown_language() -> None:
    with pytest.raises(FileNotFoundError):
        function_words("xx")
