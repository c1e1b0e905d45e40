"""The interface's words."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from assistant.ui.examples import EXAMPLES
from assistant.ui.texts import ENGLISH, LANGUAGES, SWEDISH, texts


def test_both_languages_have_the_same_keys():
    assert set(SWEDISH) == set(ENGLISH)


@pytest.mark.parametrize("key", sorted(SWEDISH))
def test_both_languages_take_the_same_values(key):
    def names(text):
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    assert names(SWEDISH[key]) == names(ENGLISH[key])


def test_swedish_is_what_an_unknown_language_gets():
    assert texts("de") is texts("sv") is SWEDISH
    assert texts("en") is ENGLISH
    assert [code for _, code in LANGUAGES] == ["sv", "en"]


def test_every_language_has_examples_for_the_three_kinds_of_user():
    for language in ("sv", "en"):
        groups = dict(EXAMPLES[language])
        assert set(groups) == {"examples_partner", "examples_office", "examples_board"}
        assert all(len(questions) >= 3 for questions in groups.values())
        assert all(key in texts(language) for key in groups)
    assert not re.search(r"[?]{2}", str(EXAMPLES))
