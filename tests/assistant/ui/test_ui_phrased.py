"""An answer that a language model phrases, as HTML; who answers; a model followed to its end."""

from __future__ import annotations

import asyncio
import re
import threading
from dataclasses import replace
from types import SimpleNamespace

import pytest

from assistant.answers import Scope, Step
from assistant.models.place import Place as Machine
from assistant.ui.conversation import Place, Turn, citations_at
from assistant.ui.edge import Edge
from assistant.ui.phrased import answerer_html
from assistant.ui.plain import plain_answer
from assistant.ui.talk import Talk
from assistant.ui.texts import SWEDISH
from assistant.ui.transcript import conversation_html
from tests.assistant.ui.answers_in_tests import ABSTAINED, ANSWER, PHRASED
from tests.assistant.ui.desk import Desk

MODEL = "provmodell:8b"
SECRET = "hemliga ord"
NOTE = "Språkmodellen går inte att nå."
ATTACK = "<script>x()</script>\"'><img src=x onerror=x()>"


def shown(answer, language="sv", **fields):
    return conversation_html((Turn(answer.question, answer, model=MODEL, **fields),), language)


def parts(html):
    """What stands in the model's part and in the documents' own words."""
    found = re.search(r'<div class="phrased">(.*)</div><details class="verbatim[^>]*>(.*)</details>', html, re.DOTALL)
    return found.group(1), found.group(2)


def test_at_first_the_documents_own_words_stand_alone_above_what_is_going_on():
    html = shown(ANSWER, working=True)
    phrased, verbatim = parts(html)
    assert phrased == ""
    assert "Två parter måste samverka" in verbatim
    assert '<details class="verbatim alone" id="verbatim-0" open>' in html
    assert SWEDISH["phrasing"].format(model=MODEL) in html
    assert 'data-act="stop"' in html
    assert 'data-state="working"' in html
    assert "data-useful" not in html


def test_checked_sentences_stand_above_under_who_phrased_them():
    html = shown(PHRASED, working=True)
    phrased, verbatim = parts(html)
    assert f"<span>{SWEDISH['phrased_by'].format(model=MODEL)}</span></h4>" in phrased
    assert "Ansökan går till kansliet" in phrased
    assert "Två parter måste samverka" in verbatim
    assert '<details class="verbatim" id="verbatim-0" open>' in html


def test_the_documents_own_words_are_folded_once_the_model_is_done():
    html = shown(PHRASED)
    assert '<details class="verbatim" id="verbatim-0">' in html
    assert 'data-act="stop"' not in html
    assert "data-useful" in html


def test_the_marks_of_either_lead_into_their_own_list():
    turns = (Turn("?", PHRASED, model=MODEL),)
    phrased, verbatim = parts(shown(PHRASED))
    assert set(re.findall(r'data-list="(\w+)"', phrased)) == {"citations"}
    assert set(re.findall(r'data-list="(\w+)"', verbatim)) == {"verbatim"}
    assert citations_at(turns, Place(0, 1)) is PHRASED.citations
    assert citations_at(turns, Place(0, 1, "verbatim")) is ANSWER.citations
    with pytest.raises(IndexError):
        citations_at(turns, Place(0, 2, "verbatim"))


def test_the_marks_of_the_documents_own_words_do_not_change_their_meaning_when_a_model_has_phrased_them():
    first, *_ = re.findall(r'data-list="(\w+)"', parts(shown(ANSWER, working=True))[1])
    assert first == "verbatim"
    assert citations_at((Turn("?", ANSWER, working=True),), Place(0, 1, first)) is ANSWER.citations


@pytest.mark.parametrize(
    ("answer", "ended", "sentences"),
    [
        (PHRASED, "stopped", [SWEDISH["stopped"]]),
        (ANSWER, "stopped", [SWEDISH["stopped_early"]]),
        (PHRASED, "broken", [SWEDISH["broken"]]),
        (replace(ANSWER, notes=(NOTE,)), "", [NOTE]),
        (replace(PHRASED, notes=(NOTE, "Mer.")), "stopped", [SWEDISH["stopped"], NOTE, "Mer."]),
        (ANSWER, "", []),
    ],
)
def test_how_it_ended_is_told_in_plain_lines(answer, ended, sentences):
    html = shown(answer, ended=ended)
    assert re.findall(r'<p class="said"><svg.*?</svg><span>(.*?)</span></p>', html) == sentences
    announced = re.search(r'data-announce="([^"]*)"', html).group(1)
    assert all(sentence in announced for sentence in sentences)


def test_a_note_is_told_though_no_model_phrased():
    html = conversation_html((Turn("?", replace(ABSTAINED, notes=(NOTE,))),), "sv")
    assert f"<span>{NOTE}</span></p>" in html
    assert "<details" not in html


def test_what_was_checked_before_a_stop_leaves_the_documents_own_words_unfolded():
    assert '<details class="verbatim" id="verbatim-0" open>' in shown(PHRASED, ended="stopped")


def test_the_clipboard_gets_what_stands_on_top_with_its_sources_and_who_phrased_it():
    text = re.search(r'data-act="copy" data-text="([^"]*)"', shown(PHRASED, ended="stopped")).group(1)
    lines = text.splitlines()
    assert lines[2].startswith("Ansökan går till kansliet [1]")
    assert lines[4] == f"{SWEDISH['phrased_by'].format(model=MODEL)}. {SWEDISH['stopped']}"
    assert [line[:3] for line in lines if line.startswith("[")] == ["[1]", "[2]", "[3]"]
    assert "Två parter måste samverka" not in text


@pytest.mark.parametrize("model", ["", MODEL])
def test_the_clipboard_gets_what_is_told_of_the_model_though_it_phrased_nothing(model):
    turn = Turn("?", replace(ANSWER, notes=(NOTE, "Mer.")), model=model)
    lines = plain_answer(turn, turn.answer, SWEDISH).splitlines()
    assert lines[2:5] == [ANSWER.text, "", f"{NOTE} Mer."]
    assert lines[6] == f"{SWEDISH['copy_review']}:"


def test_everything_from_outside_is_escaped():
    html = conversation_html(
        (Turn("?", replace(PHRASED, text=ATTACK, notes=(ATTACK,)), model=ATTACK),
         Turn("?", replace(PHRASED, verbatim=replace(ANSWER, text=ATTACK)), model=ATTACK, working=True)), "en"
    )  # fmt: skip
    assert "<script" not in html
    assert "<img" not in html
    assert html.count("&lt;script&gt;") > 6


def line(local=True, tasks=("svar",)):
    place = Machine("127.0.0.1" if local else "api.example.se", local)
    return SimpleNamespace(label=MODEL, name=f"ollama:{MODEL}", place=place, allows=lambda task: task in tasks)


@pytest.mark.parametrize(
    ("given", "language", "told"),
    [
        (line(), "sv", f"Svar formuleras av {MODEL} på den här datorn."),
        (line(local=False), "sv", f"Svar formuleras av {MODEL} hos api.example.se; personuppgifter döljs innan"),
        (line(local=False), "en", f"Answers are worded by {MODEL} at api.example.se"),
        (line(tasks=("fragor",)), "sv", f"Frågor tolkas av {MODEL} på den här datorn"),
    ],
)
def test_the_page_says_which_model_answers_and_where_it_runs(given, language, told):
    assert told in answerer_html(given, language)


@pytest.mark.parametrize("given", [None, line(tasks=("utkast",))])
def test_the_page_says_nothing_of_a_model_that_takes_no_part_in_answers(given):
    assert answerer_html(given, "sv") == ""


class Modelled(Desk):
    """A desk whose model says what ``rest`` yields, given the reader's stop."""

    def __init__(self, rest):
        super().__init__()
        self.rest, self.closed, self.line = rest, threading.Event(), line()

    def steps(self, question, history, scope, stop):
        try:
            yield Step(ANSWER, working=True)
            yield from self.rest(stop)
        finally:
            self.closed.set()


def followed(desk, then=lambda talk, count: None):
    """Ask and follow the model to its end; ``then`` is called each time that more is there to show."""
    talk, seen = Talk((Turn("Vad krävs?"),)), []

    async def follow():
        Edge(desk).answered(talk, Scope())
        seen.append(talk.turns[0])
        async for _ in Edge(desk).phrased(talk):
            seen.append(talk.turns[0])
            then(talk, len(seen))

    asyncio.run(asyncio.wait_for(follow(), 10))
    assert desk.closed.wait(5)
    return talk.turns[0], seen


def test_a_model_is_followed_to_its_end():
    last, seen = followed(Modelled(lambda stop: iter((Step(PHRASED, working=True), Step(PHRASED)))))
    assert seen[0] == Turn("Vad krävs?", ANSWER, model=MODEL, working=True)
    assert last == replace(seen[0], answer=PHRASED, working=False)
    assert seen[-1] == last


def test_a_model_that_is_down_leaves_the_documents_own_words_and_its_note():
    last, _ = followed(Modelled(lambda stop: iter((Step(replace(ANSWER, notes=(NOTE,))),))))
    assert (last.state, last.answer.notes, last.ended) == ("done", (NOTE,), "")


def test_a_model_that_breaks_keeps_what_was_checked(caplog):
    def rest(stop):
        yield Step(PHRASED, working=True)
        raise RuntimeError(SECRET)

    last, _ = followed(Modelled(rest))
    assert (last.answer, last.working, last.ended) == (PHRASED, False, "broken")
    assert "phrase.failed error=RuntimeError" in caplog.text
    assert SECRET not in caplog.text


def test_a_reader_s_stop_does_not_wait_for_a_model_that_says_nothing_more():
    let_go = threading.Event()

    def rest(stop):
        yield Step(PHRASED, working=True)
        let_go.wait(10)

    def then(talk, count):
        talk.stop()
        let_go.set()

    last, _ = followed(Modelled(rest), then)
    assert (last.answer, last.state, last.ended) == (PHRASED, "done", "stopped")


def test_closing_the_stream_stops_the_model():
    stops = []

    def rest(stop):
        stops.append(stop)
        yield Step(PHRASED, working=True)
        pressed = threading.Event()
        stop.then(pressed.set)
        assert pressed.wait(10)

    async def leave():
        desk, talk = Modelled(rest), Talk((Turn("Vad krävs?"),))
        Edge(desk).answered(talk, Scope())
        stream = Edge(desk).phrased(talk)
        await anext(stream)
        await stream.aclose()
        return desk

    desk = asyncio.run(leave())
    assert stops[0].pressed
    assert desk.closed.wait(5)


def test_a_model_is_asked_only_when_somebody_waits_for_it():
    asked = []
    desk, talk = Modelled(lambda stop: iter(asked.append(stop) or ())), Talk((Turn("Vad krävs?"),))
    Edge(desk).answered(talk, Scope())
    talk.clear()
    assert desk.closed.is_set()
    assert asked == []
