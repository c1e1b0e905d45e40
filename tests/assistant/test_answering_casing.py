"""Names that a question writes small get the capitals of the documents; common words are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.casing import is_written_small, with_names


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("hur mycket får fyren?", True),
        ("Hur mycket får fyren?", True),
        ("hur mycket får fyren 2031?", True),
        ("Hur mycket får Fyren?", False),
        ("hur mycket får FYREN?", False),
        ("F", True),
        ("", True),
    ],
)
def test_whether_a_question_is_written_small(question: str, expected: bool) -> None:
    """The capital that begins it tells nothing."""
    assert is_written_small(question) is expected


@pytest.mark.parametrize(
    ("question", "texts", "expected"),
    [
        ("vad kostar fyren?", ["I Fyren deltar 40 personer.", "De som Fyren når"], "vad kostar Fyren?"),
        ("vad kostar segel 2031?", ["Segel är SEGEL.", "SEGEL startade"], "vad kostar SEGEL 2031?"),
        ("fyren, vem äger den?", ["om Fyren", "av Fyren"], "Fyren, vem äger den?"),
        ("vad är fyren-unga?", ["om Fyren-Unga", "av Fyren-Unga"], "vad är Fyren-Unga?"),
        ("vad är segel?", ["om SEGEL och Segel, SEGEL"], "vad är SEGEL?"),
        ("vad kostar fyren och bryggan?", ["om Fyren, av Fyren"], "vad kostar Fyren och bryggan?"),
    ],
    ids=["a capital", "capitals", "first word", "with a hyphen", "the usual form", "one name known of two"],
)
def test_a_name_gets_its_capitals(question: str, texts: list[str], expected: str) -> None:
    assert with_names(question, texts) == expected


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["om Samtal"],
        ["om samtal, av samtal"],
        ["Samtal hjälper. Samtal är bra.", "Samtal!"],
        ["om Samtal, av Samtal, om samtal"],
        ["SAMTAL", "SAMTAL", "om samtal, av samtal, för samtal"],
        ["om Samtalsgrupp, av Samtalsgrupp"],
    ],
    ids=["no text", "once", "small", "begins a sentence", "often small", "a heading in capitals", "a longer word"],
)
def test_a_common_word_is_left_alone(texts: list[str]) -> None:
    """A capital that begins a sentence or stands in a heading makes no name, nor does a single one."""
    assert with_names("vilka samtal finns?", texts) == "vilka samtal finns?"


def test_a_slip_or_two_do_not_hide_a_name() -> None:
    """Four of five are enough, three of four are not."""
    assert with_names("vad är fyren?", ["om Fyren, av Fyren, för Fyren, i Fyren, på fyren"]) == "vad är Fyren?"
    assert with_names("vad är fyren?", ["om Fyren, av Fyren, för Fyren, på fyren"]) == "vad är fyren?"


@pytest.mark.parametrize("question", ["vad är det?", "vem får vara med?", "who are they?", "är ss kvar?", "2031?"])
def test_words_without_a_subject_are_left_alone(question: str) -> None:
    """Whatever the documents write; so are words of two letters."""
    texts = ["och Vad, och Vad ÄR DET, VEM FÅR VARA MED", "om SS och SS, WHO ARE THEY, och They"]
    assert with_names(question, texts) == question


@given(st.text(max_size=80), st.lists(st.text(max_size=80), max_size=4))
def test_only_capitals_are_changed(question: str, texts: list[str]) -> None:
    """Whatever the question and the texts."""
    assert with_names(question, [*texts, question.upper(), question.upper()]).casefold() == question.casefold()
