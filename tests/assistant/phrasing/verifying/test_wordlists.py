"""Word lists and rules as their files say."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.wordlists import classed, grouped, listed, rules, whole_words

LISTS = [name for name, words in rules("words").items() if isinstance(words, str)]


@pytest.mark.parametrize("name", sorted({*LISTS} - {"paraphrases"}))
def test_a_list_holds_single_words_in_lower_case_each_once(name: str) -> None:
    words = listed(name)
    assert words
    assert all(word.isalpha() and word == word.lower() for word in words)
    assert len(set(words)) == len(words)


def test_a_group_is_a_line_of_several_words() -> None:
    assert min(map(len, grouped("paraphrases"))) > 1


def test_a_table_tells_the_class_of_each_word() -> None:
    assert (classed("modes")["måste"], classed("modes")["får"]) == ("must", "may")


def test_only_whole_words_are_found() -> None:
    pattern = whole_words(["stöd", "lån(?:et)?"])
    assert pattern.findall("Stöd, lånet, stödja, klån") == ["Stöd", "lånet"]
