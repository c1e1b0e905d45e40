"""A text taken apart into words."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.reading import Word, affinity, read, root, tells


def _word(text: str, lower: str, language: str = "sv") -> Word:
    return next(word for word in read(text, language) if word.lower == lower)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("finansiering", "finansieras", True), ("kostnad", "kostade", True), ("återstår", "resterande", True),
     ("avgift", "avtal", False)],
)  # fmt: skip
def test_words_mean_the_same_by_stem_root_or_paraphrase(one: str, other: str, same: bool) -> None:
    assert _word(one, one).means(_word(other, other)) is same


@pytest.mark.parametrize(("one", "other"), [("finansiering", "finansieras"), ("bedömningen", "bedömningar")])
def test_a_root_is_what_is_left_without_endings(one: str, other: str) -> None:
    assert root(one) == root(other)


@pytest.mark.parametrize(
    ("word", "says"),
    [("avgift", True), ("och", False), ("2031", False), ("uppgår", False), ("the", False), ("fortfarande", True)],
)
def test_a_word_tells_something_or_only_how(word: str, says: bool) -> None:
    assert tells(word) is says


def test_an_english_word_is_read_as_its_swedish_ones() -> None:
    assert _word("participants", "participants", "en").means(_word("deltagare", "deltagare"))


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Rådet betalar inte avgiften, men väljer ordförande.", ["rådet", "betalar", "avgiften"]),
        ("Det är inte omöjligt för rådet.", []),
        ("Rådet betalar avgiften.", []),
    ],
)
def test_a_denial_reaches_over_its_clause(text: str, denied: list[str]) -> None:
    assert [word.lower for word in read(text) if word.denied and word.lower != "inte"] == denied


def test_words_of_the_same_part_count_more() -> None:
    said, told = "40 slutade", "40 slutade och 15 började"
    near = affinity(read(said), (0, 2), read(told), (0, 2))
    far = affinity(read(said), (0, 2), read(told), (told.index("15"), told.index("15") + 2))
    assert near > far
