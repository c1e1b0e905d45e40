"""A conversation that a model is at work in: what is asked, stopped and cleared meanwhile."""

from __future__ import annotations

import copy
import threading
from dataclasses import replace

import pytest

from assistant.answers import Step
from assistant.stopping import Stop
from assistant.ui.conversation import Turn
from assistant.ui.talk import Run, Talk
from tests.assistant.ui.answers_in_tests import ANSWER, PHRASED

WORKING = Turn("Vad krävs?", ANSWER, model="provmodell:8b", working=True)


class Steps:
    """Steps that note that they were closed."""

    def __init__(self):
        self.closed = False

    def __iter__(self):
        return iter((Step(PHRASED),))

    def close(self):
        self.closed = True


def run():
    return Run("Vad krävs?", Steps(), Stop())


def at_work(*earlier):
    """A talk with a model at work on its last turn, and its run."""
    talk, work = Talk((*earlier, Turn("Vad krävs?"))), run()
    assert talk.answer(talk.turns[-1], WORKING, work)
    return talk, work


def test_a_copy_begins_anew():
    talk = Talk((Turn("Ett?"),))
    assert copy.deepcopy(talk).turns == ()


def test_one_question_is_searched_for_at_a_time():
    talk = Talk()
    assert talk.ask("Ett?")
    assert not talk.ask("Två?")
    assert [turn.question for turn in talk.turns] == ["Ett?"]


def test_an_answer_to_a_question_that_is_gone_is_left_out():
    talk = Talk((Turn("Ett?"),))
    asked = talk.turns[0]
    talk.clear()
    assert not talk.answer(asked, replace(asked, answer=ANSWER))
    assert talk.turns == ()


def test_a_run_brings_the_turn_on_until_it_ends():
    talk, work = at_work()
    assert talk.advance(work, answer=PHRASED)
    assert talk.run is work
    assert talk.advance(work, working=False)
    assert talk.run is None
    assert not talk.advance(work, answer=ANSWER)
    assert talk.turns == (replace(WORKING, answer=PHRASED, working=False),)


def test_stopping_keeps_what_has_come_and_says_so():
    talk, work = at_work(Turn("Förut?", ANSWER))
    talk.advance(work, answer=PHRASED)
    talk.stop()
    assert work.stop.pressed
    assert not talk.advance(work, answer=ANSWER)
    assert talk.turns[1] == replace(WORKING, answer=PHRASED, working=False, ended="stopped")
    assert talk.turns[0] == Turn("Förut?", ANSWER)
    talk.stop()
    assert talk.turns[1].ended == "stopped"


@pytest.mark.parametrize("begun", [True, False])
def test_a_run_that_nobody_has_begun_is_closed_by_who_ends_it(begun):
    work = run()
    if begun:
        assert work.begin()
        assert not work.begin()
    work.end()
    work.end()
    assert work.steps.closed is not begun


def test_a_new_question_stops_the_model_first():
    talk, work = at_work()
    assert talk.ask("Och sedan?")
    assert work.stop.pressed
    assert [turn.state for turn in talk.turns] == ["done", "pending"]
    assert talk.turns[0].ended == "stopped"


def test_a_new_conversation_stops_the_model():
    talk, work = at_work()
    talk.clear()
    assert work.stop.pressed
    assert talk.turns == ()
    assert not talk.advance(work, answer=PHRASED)


class Gap:
    """A lock that lets another thread's doing in at the first moment that it is free again."""

    def __init__(self, do):
        self._lock, self._do = threading.Lock(), do

    def __enter__(self):
        self._lock.acquire()

    def __exit__(self, *_):
        do, self._do = self._do, None
        self._lock.release()
        if do:
            do()


@pytest.mark.parametrize("then", [lambda talk: talk.ask("Och sedan?"), Talk.clear])
def test_an_answer_that_comes_while_the_reader_goes_on_is_written_under_no_other_question(then):
    talk, work = Talk((Turn("Vad krävs?"),)), run()
    asked = talk.turns[0]
    talk._lock = Gap(lambda: talk.answer(asked, WORKING, work))
    then(talk)
    talk.advance(work, answer=PHRASED, working=False)
    assert talk.turns in ((), (replace(WORKING, answer=PHRASED, working=False),))


def test_what_is_changed_while_a_model_works_is_kept():
    talk, work = at_work(Turn("Förut?", ANSWER))
    talk.change(0, useful=True)
    talk.advance(work, answer=PHRASED, working=False)
    talk.change(7, useful=True)
    assert talk.turns[0].useful
    assert talk.turns[1].answer is PHRASED


@pytest.mark.parametrize("leave", [Talk.stop, Talk.clear], ids=["closed", "cleared"])
def test_what_is_sought_is_stopped_when_nobody_waits_for_it(leave):
    """A model may be reading the question; one whose answer has come is no longer sought for."""
    talk, sought = Talk((Turn("Vad krävs?"),)), Stop()
    assert talk.take(sought)
    assert talk.take(Stop()) == ()
    leave(talk)
    assert sought.pressed
    talk, done = Talk((Turn("Vad krävs?"),)), Stop()
    talk.take(done)
    talk.answer(talk.turns[-1], Turn("Vad krävs?", ANSWER))
    leave(talk)
    assert not done.pressed
