"""The conversation as HTML."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from assistant.answers import Flag
from assistant.ui.conversation import Turn
from assistant.ui.texts import SWEDISH
from assistant.ui.transcript import LONGEST_QUESTION, conversation_html, examples_html
from tests.assistant.ui.answers_in_tests import ABSTAINED, ANSWER, citation

ATTACK = "<script>x()</script>\"'><img src=x onerror=x()>"


def shown(answer, language="sv", **fields):
    return conversation_html((Turn(answer.question, answer, **fields),), language)


def test_nothing_is_shown_before_the_first_question():
    assert conversation_html((), "sv") == ""


def test_a_mark_is_a_button_that_names_its_source():
    html = shown(ANSWER)
    buttons = re.findall(r'<button type="button" class="mark" ([^>]*)>\[(\d)\]</button>', html)
    assert [number for _, number in buttons] == ["1", "2"]
    assert 'data-turn="0" data-list="citations" data-index="1"' in buttons[1][0]
    assert 'aria-label="Visa källa 1: Verksamhetsplan för Ekstad 2031, 4. Stöd, s.\u00a07"' in buttons[0][0]


def test_marks_of_one_bracket_open_one_source_each():
    html = shown(replace(ANSWER, text="Båda säger så [1, 2]."))
    assert re.findall(r'class="mark"[^>]*>\[(\d)\]', html) == ["1", "2"]


def test_a_mark_without_a_source_is_text():
    html = shown(replace(ANSWER, text="Enligt not [9]."))
    assert 'class="mark"' not in html
    assert "[9]" in html


def test_sources_show_document_section_and_page():
    sources = shown(ANSWER).partition('class="sources"')[2]
    assert "[1]" in sources
    assert '<span class="title">Verksamhetsplan för Ekstad 2031</span>, 4. Stöd, s.\u00a07' in sources


def test_flags_are_told_in_words_and_only_when_there_are_any():
    assert "Källan är äldre än den gällande planen." in shown(ANSWER)
    assert SWEDISH["review"] in shown(ANSWER)
    assert SWEDISH["review"] not in shown(replace(ANSWER, flags=()))


def test_an_abstention_looks_different_and_offers_reading_not_support():
    html = shown(ABSTAINED)
    assert 'class="answer abstained"' in html
    assert SWEDISH["not_in_sources"] in html
    assert SWEDISH["nearest"] in html
    assert 'data-list="nearest" data-index="0"' in html
    assert 'class="sources"' not in html


def test_a_declined_question_is_not_said_to_be_missing_from_the_documents():
    html = shown(replace(ABSTAINED, flags=(Flag("individual_case", "Det avgör handläggaren."),), nearest=()))
    assert f"</svg>{SWEDISH['declined']}</h4>" in html
    assert SWEDISH["not_in_sources"] not in html


@pytest.mark.parametrize(("useful", "pressed"), [(None, []), (True, ["yes"]), (False, ["no"])])
def test_the_pressed_thumb_says_that_it_is_pressed(useful, pressed):
    html = shown(ANSWER, useful=useful)
    assert re.findall(r'data-useful="(\w+)" aria-pressed="true"', html) == pressed
    assert (SWEDISH["thanks"] in html) is (useful is not None)
    assert ("<form" in html) is (useful is False)


def test_a_comment_is_asked_for_once():
    html = shown(ANSWER, useful=False, commented=True)
    assert "<form" not in html
    assert SWEDISH["thanks_comment"] in html


def test_the_clipboard_gets_question_answer_warning_and_numbered_sources():
    text = re.search(r'data-act="copy" data-text="([^"]*)"', shown(ANSWER)).group(1)
    assert text.splitlines() == [
        "Fråga: Vad krävs?",
        "",
        "Två parter måste samverka [1]. Ansökan lämnas till kansliet [2].",
        "",
        "Att kontrollera:",
        "- Källan är äldre än den gällande planen.",
        "",
        "Källor:",
        "[1] Verksamhetsplan för Ekstad 2031, 4. Stöd, s.\u00a07: ”två parter samverkar”",
        "[2] Verksamhetsplan för Ekstad 2031, 4. Stöd: ”två parter samverkar”",
    ]


def test_everything_from_outside_is_escaped():
    answer = replace(
        ANSWER, question=ATTACK, text=f"{ATTACK} [1]\nA | {ATTACK}\nB | C", followups=(ATTACK,),
        citations=(citation(1, title=ATTACK, section=ATTACK, quote=ATTACK),), flags=(Flag("x", ATTACK),),
        nearest=(citation(1, title=ATTACK, quote=ATTACK),), answered_by=ATTACK,
    )  # fmt: skip
    for html in (shown(answer), shown(replace(answer, abstained=True)), shown(answer, "en", sheets=(ATTACK,))):
        assert "<script" not in html
        assert "<img" not in html
        assert html.count("&lt;script&gt;") > 8


def test_an_answer_leads_to_the_sheets_of_what_it_names():
    html = shown(ANSWER, sheets=("Ljuset", "Bron"))
    assert re.findall(r'data-act="sheet" data-name="(\w+)"', html) == ["Ljuset", "Bron"]
    assert 'Allt om <span lang="sv">Ljuset</span> i registret' in html
    assert 'All about <span lang="sv">Bron</span> in the register' in shown(ANSWER, "en", sheets=("Bron",))
    assert "data-name" not in shown(ANSWER)


def test_a_pending_question_is_shown_with_what_happens():
    html = conversation_html((Turn("Vad krävs?"),), "sv")
    assert 'data-state="pending"' in html
    assert SWEDISH["searching"] in html


def test_a_failure_is_one_sentence():
    html = conversation_html((Turn("Vad krävs?", failure="failed"),), "sv")
    assert SWEDISH["failed"] in html
    assert 'data-state="done"' in html


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (" \n", SWEDISH["question_empty"]),
        ("😀" * 3, "😀😀😀"),
        ("a" * 20_000, SWEDISH["question_cut"].format(count=20_000)),
    ],
)
def test_odd_questions_are_shown_in_little_room(question, expected):
    html = conversation_html((Turn(question),), "sv")
    assert expected in html
    assert html.count("a" * 100) <= LONGEST_QUESTION // 100


def test_the_interface_speaks_english_while_the_text_keeps_its_language():
    html = shown(ANSWER, "en")
    assert "Copy with sources" in html
    assert 'class="text" lang="sv"' in html
    assert "Start with a question" in examples_html("en")
    assert 'data-act="ask"' in examples_html("sv")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Det kostar 6 481 587 kr. [1]", ["6 481 587 kr"]),
        ("Det är 1 481 tkr av 12 020 000.", ["1 481 tkr", "12 020 000"]),
        ("År 2026 är 12 av 40 med.", []),
        ("Tal & <b>2 400</b>", ["2 400"]),
    ],
)
def test_an_amount_stays_on_one_line(text, kept):
    html = shown(replace(ANSWER, text=text))
    assert re.findall(r'<span class="amount">([^<]*)</span>', html) == kept
