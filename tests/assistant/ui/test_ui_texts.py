"""The interface's words."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from assistant.ui import texts as page
from assistant.ui.examples import EXAMPLES
from assistant.ui.register import texts as register
from assistant.ui.screening import texts as screening
from assistant.ui.texts import LANGUAGES, texts

VIEWS = (page, screening, register)
"""The modules with the words of the page and of its views."""


@pytest.mark.parametrize("view", VIEWS)
def test_both_languages_have_the_same_keys(view):
    assert set(view.SWEDISH) == set(view.ENGLISH)


@pytest.mark.parametrize(("view", "key"), [(view, key) for view in VIEWS for key in sorted(view.SWEDISH)])
def test_both_languages_take_the_same_values(view, key):
    def names(text):
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    assert names(view.SWEDISH[key]) == names(view.ENGLISH[key])


@pytest.mark.parametrize("view", VIEWS)
def test_swedish_is_what_an_unknown_language_gets(view):
    assert view.texts("de") is view.texts("sv") is view.SWEDISH
    assert view.texts("en") is view.ENGLISH


def test_the_languages_to_choose_from():
    assert [code for _, code in LANGUAGES] == ["sv", "en"]


def test_every_language_has_examples_for_the_three_kinds_of_user():
    for language in ("sv", "en"):
        groups = dict(EXAMPLES[language])
        assert set(groups) == {"examples_partner", "examples_office", "examples_board"}
        assert all(len(questions) >= 3 for questions in groups.values())
        assert all(key in texts(language) for key in groups)
    assert not re.search(r"[?]{2}", str(EXAMPLES))
