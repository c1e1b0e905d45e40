"""English words are translated by the longest phrase, and the list of them is well-formed."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.lexicon import Lexicon
from tests.assistant.word_lists import ENGLISH, KEYS, WORDS


def test_english_rows() -> None:
    """Two columns, lower case, no key twice however it is hyphenated."""
    assert [row for row in ENGLISH if len(row) != 2 or not row[1].strip()] == []
    assert [row for row in ENGLISH if any(cell != cell.lower().strip() for cell in row)] == []
    assert [key for key, times in Counter(KEYS).items() if times > 1 or not key] == []


@given(st.text(max_size=30))
def test_any_text_is_taken(text: str) -> None:
    lexicon = Lexicon.load()
    found = lexicon.translate(text)
    known = {word for words in lexicon.english.values() for word in words}
    assert {*found.words, *found.others} <= known
    assert {*found.left} <= {*WORDS.findall(text.lower())}
    assert lexicon.forms(text) <= lexicon.synonyms(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("xyz 42", ()),
        ("The social insurance agency", ("försäkringskassan",)),
        ("Equity in the interim report?", ("eget", "delårsredovisning", "delåret")),
        ("third-degree EFFECTS", ("tredje", "graden", "effekt")),
        ("third degree effects", ("tredje", "graden", "effekt")),
        ("health centres", ("vårdcentral",)),
        ("the board's decisions", ("styrelse", "beslut")),
        ("a decision, one more decision", ("beslut",)),
        ("Which project is largest?", ("projekt", "störst")),
    ],
)
def test_translate(text: str, expected: tuple[str, ...]) -> None:
    """The longest phrase is taken at each place, in the text's order, each word once."""
    assert Lexicon.load().translate(text).words == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Which project is largest?", ("insats", "högst")),
        ("The parties and a partner", ("parter", "samverkanspart")),
        ("county council", ()),
        ("xyz 42", ()),
    ],
)
def test_other_translations(text: str, expected: tuple[str, ...]) -> None:
    """A single English word has one Swedish word first and the rest apart; a phrase needs all that it is given."""
    assert Lexicon.load().translate(text).others == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("xyz 42 XYZ", ("xyz", "42")),
        ("Did Kajsa Gran decide in 2031?", ("did", "kajsa", "gran", "in", "2031")),
        ("social insurance agency", ()),
    ],
)
def test_what_is_left(text: str, expected: tuple[str, ...]) -> None:
    """What has no Swedish word is told, lower case, each word once: names and figures are kept by it."""
    assert Lexicon.load().translate(text).left == expected
