"""The border between the page and the assistant: nothing raises, nothing secret is logged."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest

from assistant.answers import Scope, Step
from assistant.ui.conversation import Turn
from assistant.ui.edge import Edge, scope
from assistant.ui.talk import Talk
from assistant.ui.texts import SWEDISH
from ingest.errors import IndexMissing
from tests.assistant.ui.answers_in_tests import ABSTAINED, ANSWER
from tests.assistant.ui.desk import Desk

SECRET = "en persons namn"


def answered(desk, question):
    """The turn that a question becomes."""
    talk = Talk((Turn(question),))
    Edge(desk).answered(talk, Scope())
    return talk.turns[0]


def judged(desk, sent, *turns):
    talk = Talk(turns)
    Edge(desk).judged(talk, sent)
    return talk.turns


def test_the_boxes_make_the_scope():
    assert scope(["lund"], [], ["2026", 2018]) == Scope(frozenset({"lund"}), frozenset(), frozenset({2026, 2018}))


def test_a_question_goes_out_with_the_earlier_ones():
    desk = Desk()
    talk = Talk((Turn("Ett?", ANSWER), Turn("Två?", failure="failed"), Turn("Tre?")))
    before = talk.turns
    Edge(desk).answered(talk, Scope())
    assert desk.calls == [("Tre?", ("Ett?", "Två?"), Scope())]
    assert talk.turns[:2] == before[:2]
    assert talk.turns[2] == Turn("Tre?", ANSWER)


def test_what_has_been_answered_is_not_asked_again():
    desk = Desk()
    Edge(desk).answered(Talk(), Scope())
    Edge(desk).answered(Talk((Turn("Ett?", ANSWER),)), Scope())
    assert desk.calls == []


def test_a_question_is_searched_for_once_though_it_is_sent_again_meanwhile():
    desk, talk, again = Desk(), Talk((Turn("Vad krävs?"),)), []
    say = desk.steps

    def steps(*asked):
        if not again:
            again.append(None)
            again[0] = talk.ask("Vad krävs?"), Edge(desk).answered(talk, Scope())
        return say(*asked)

    desk.steps = steps
    assert Edge(desk).answered(talk, Scope())
    assert again == [(False, False)]
    assert len(desk.calls) == 1
    assert talk.turns == (Turn("Vad krävs?", ANSWER),)
    assert talk.ask("Vad krävs?")
    assert Edge(desk).answered(talk, Scope())
    assert len(desk.calls) == 2


@pytest.mark.parametrize(("error", "failure"), [(RuntimeError(SECRET), "failed"), (IndexMissing(SECRET), "no_index")])
def test_an_error_becomes_a_sentence_and_a_log_line_without_the_question(error, failure, caplog):
    with caplog.at_level(logging.DEBUG):
        turn = answered(Desk(error), SECRET)
    assert turn.failure == failure
    assert turn.failure in SWEDISH
    assert "ask." in caplog.text
    assert SECRET not in caplog.text


@pytest.mark.parametrize(
    ("question", "text", "sheets"),
    [
        ("Vad kostar LJUS och Hyllan?", "Ljuset kostar mest.", ("Ljuset", "Kryddhyllan")),
        ("Vad kostar det?", "Kryddhyllans ansökan avslogs.", ("Kryddhyllan",)),
        ("Hur är ljuset?", "Det är gott.", ()),
        ("Vad syns?", "Ljuset i tunneln syns.", ()),
    ],
)
def test_an_answer_leads_to_the_sheets_of_the_initiatives_that_are_named(question, text, sheets):
    desk = Desk()
    desk.steps = lambda *_: (Step(replace(ANSWER, text=text)) for _ in range(1))
    turn = answered(desk, question)
    assert turn.sheets == sheets


def test_an_answer_is_given_though_the_register_fails(caplog):
    desk = Desk()
    desk.library = lambda: [][0]
    turn = answered(desk, SECRET)
    assert turn.answer is ANSWER
    assert turn.sheets == ()
    assert "ask.sheets_failed" in caplog.text
    assert SECRET not in caplog.text


def test_a_source_opens():
    html = Edge(Desk()).source_html((Turn("?", ANSWER),), {"turn": "0", "list": "citations", "index": "1"}, "sv")
    assert "Källa 2 av 2" in html
    assert "<mark>" in html


def test_a_nearest_passage_opens():
    html = Edge(Desk()).source_html((Turn("?", ABSTAINED),), {"turn": 0, "list": "nearest", "index": 0}, "sv")
    assert "Att läsa vidare i, 1 av 1" in html


@pytest.mark.parametrize(
    "sent",
    [{}, {"turn": "0"}, {"turn": "7", "index": "0"}, {"turn": "0", "index": "9"}, {"turn": "-1", "index": "0"},
     {"turn": "²", "index": "0"}, {"turn": None, "index": []}, {"turn": "0", "index": "0", "list": "other"}],
)  # fmt: skip
def test_a_source_that_does_not_exist_is_a_sentence(sent):
    assert SWEDISH["failed_source"] in Edge(Desk()).source_html((Turn("?", ANSWER),), sent, "sv")


def test_a_source_that_fails_is_a_sentence():
    sent = {"turn": "0", "index": "0"}
    assert SWEDISH["failed_source"] in Edge(Desk(KeyError("plan"))).source_html((Turn("?", ANSWER),), sent, "sv")


def test_a_verdict_is_passed_on_and_shown():
    desk = Desk()
    (turn,) = judged(desk, {"turn": "0", "useful": "no", "comment": " Fel år "}, Turn("Vad krävs?", ANSWER))
    assert desk.calls == [("Vad krävs?", False, "Fel år")]
    assert turn.useful is False
    assert turn.commented


@pytest.mark.parametrize("sent", [{"turn": "5", "useful": "yes"}, {"useful": "yes"}, {"turn": "1", "useful": "yes"}])
def test_a_verdict_on_nothing_changes_nothing(sent):
    desk, turns = Desk(), (Turn("?", ANSWER), Turn("?", failure="failed"))
    assert judged(desk, sent, *turns) == turns
    assert desk.calls == []


def test_a_verdict_that_cannot_be_stored_says_so():
    (turn,) = judged(Desk(OSError("disk")), {"turn": "0", "useful": "yes"}, Turn("?", ANSWER))
    assert turn.unsaved
    assert turn.useful is None


@pytest.mark.parametrize(("status", "sentence"), [("warming", "warming"), ("no_index", "no_index")])
def test_the_page_says_why_it_cannot_answer_yet(status, sentence):
    edge = Edge(Desk(status=status))
    assert SWEDISH[sentence] in edge.status_html("sv")
    assert edge.facets() is None


def test_a_ready_page_says_nothing():
    edge = Edge(Desk())
    assert edge.status_html("sv") == ""
    assert edge.facets().years == (2031,)
