"""What a visitor sees of a language model at work, in headless Chromium, against a scripted one."""

from __future__ import annotations

import pytest

from assistant.ui.ask import SEARCHES
from assistant.ui.texts import SWEDISH
from tests.browser.phrased_turns import (
    PHRASED,
    QUESTION,
    begin,
    begin_and_wait_for_a_sentence,
    done,
    next_run,
    runs,
    stop,
)
from tests.browser.phrasing import DOWN, MODEL, REMOVED, SENTENCES
from tests.browser.scripted import PAID, PARTIES
from tests.browser.visiting import ask

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement"


def test_the_documents_own_words_are_there_at_once_with_what_is_going_on_below(phrasing_url, visit):
    window = visit(phrasing_url)
    turn = begin(window, f"{QUESTION} tyst")
    assert "minst två parter samverkar" in turn.locator(".verbatim .text").inner_text()
    assert not turn.locator("summary").is_visible()
    status = turn.locator(".phrasing")
    assert SWEDISH["phrasing"].format(model=MODEL) in status.inner_text()
    assert status.bounding_box()["y"] > turn.locator(".verbatim .sources").bounding_box()["y"]
    turn.locator(".verbatim .mark", has_text="[2]").first.click()
    assert window.locator(".source mark").inner_text() == PAID
    stop(turn).click()
    assert done(turn).get_by_text(SWEDISH["stopped_early"]).is_visible()


def test_sentences_come_one_after_another_and_leave_the_rest_where_it_is(phrasing_url, visit):
    window = visit(phrasing_url)
    window.evaluate(
        """() => { window.said = []; new MutationObserver(changes => changes.forEach(change =>
            change.addedNodes.forEach(node => window.said.push(node.textContent)))
        ).observe(document.getElementById('news'), { childList: true }); }"""
    )
    turn = begin(window, f"{QUESTION} sakta")
    window.evaluate(
        "window.kept = [document.querySelector('.verbatim .text'), document.querySelector('.verbatim .mark')]"
    )
    lengths = []
    for count in range(1, len(SENTENCES) + 1):
        window.wait_for_function(f"document.querySelectorAll('{PHRASED} .mark').length >= {count}")
        lengths.append(len(turn.locator(".phrased .text").inner_text()))
        if count == 1:
            window.evaluate(f"window.kept.push(document.querySelector('{PHRASED} .mark'))")
    assert lengths == sorted(set(lengths))
    heading = turn.locator(".phrased h4").first.inner_text()
    assert heading == SWEDISH["phrased_by"].format(model=MODEL)
    done(turn)
    assert window.evaluate("window.kept.every(node => node.isConnected)")
    assert not turn.locator(".verbatim .text").is_visible()
    assert turn.get_by_text(REMOVED).is_visible()
    window.wait_for_function("text => window.said.some(said => said.includes(text))", arg=REMOVED)
    told = "\n".join(window.evaluate("window.said"))
    for sentence in SENTENCES:
        assert told.count(sentence.rpartition(" [")[0]) == 1


def test_the_marks_of_both_answers_open_their_own_sources(phrasing_url, visit):
    window = visit(phrasing_url)
    turn = ask(window, QUESTION)
    turn.locator(".phrased .mark", has_text="[1]").first.click()
    assert window.locator(".source mark").inner_text() == PAID.removesuffix(".")
    window.get_by_role("button", name=SWEDISH["source_next"]).click()
    window.locator(".source mark", has_text=PARTIES).wait_for()
    window.keyboard.press("Escape")
    turn.locator("summary").click()
    turn.locator(".verbatim .mark", has_text="[1]").first.click()
    window.locator(".source mark", has_text=PARTIES).wait_for()
    window.get_by_role("button", name=SWEDISH["source_next"]).click()
    window.locator(".source mark", has_text=PAID).wait_for()


def test_a_stop_keeps_what_was_checked_and_says_so(phrasing_url, visit):
    window, before = visit(phrasing_url), runs(phrasing_url)
    turn = begin_and_wait_for_a_sentence(window)
    assert turn.locator("summary").inner_text() == SWEDISH["verbatim"]
    stop(turn).click()
    done(turn)
    assert turn.locator(".phrased .text").inner_text() == SENTENCES[0]
    assert turn.locator(".phrased").get_by_text(SWEDISH["stopped"]).is_visible()
    assert turn.locator(".verbatim .text").is_visible()
    assert next_run(phrasing_url, before) == (1, True)
    assert ask(window, QUESTION).locator(".phrased .text").inner_text().startswith(SENTENCES[0])


def test_everything_can_be_done_with_the_keyboard(phrasing_url, visit):
    window = visit(phrasing_url)
    turn = begin_and_wait_for_a_sentence(window)
    window.wait_for_function(f"{FOCUSED}.matches('#turn-0 .answer')")
    for _ in range(20):
        window.keyboard.press("Tab")
        if window.evaluate(f"{FOCUSED}.matches('.stop')"):
            break
    window.keyboard.press("Enter")
    done(turn)
    window.wait_for_function(f"{FOCUSED}.matches('#turn-0 .answer')")
    window.keyboard.press("Tab")
    window.keyboard.press("Enter")
    window.wait_for_function(f"{FOCUSED}.id === 'source-title'")
    window.keyboard.press("Escape")
    window.locator(".source").wait_for(state="detached")
    assert window.evaluate(f"{FOCUSED}.matches('.phrased .mark')")


def test_escape_in_the_question_box_stops_the_model(phrasing_url, visit):
    window = visit(phrasing_url)
    turn = begin_and_wait_for_a_sentence(window)
    window.locator("#question textarea").fill("Och sedan")
    window.keyboard.press("Escape")
    assert done(turn).get_by_text(SWEDISH["stopped"]).is_visible()
    assert window.locator("#question textarea").input_value() == "Och sedan"
    assert window.evaluate(f"{FOCUSED}.matches('#question textarea')")


@pytest.mark.parametrize(("word", "note"), [("nere", DOWN), ("brister", SWEDISH["broken"])])
def test_a_model_that_fails_costs_a_line_and_never_the_answer(phrasing_url, visit, word, note):
    window = visit(phrasing_url)
    turn = ask(window, f"{QUESTION} {word}")
    assert turn.get_by_text(note).is_visible()
    assert "minst två parter samverkar" in turn.locator(".verbatim .text").inner_text()
    assert turn.locator(".verbatim .text").is_visible()
    assert (turn.locator(".phrased .text").count() == 1) is (word == "brister")


def test_what_no_model_is_asked_about_looks_as_it_does_without_one(phrasing_url, page_url, visit):
    with_model, without = (ask(visit(url), "Hur blir väder och vind?") for url in (phrasing_url, page_url))
    assert with_model.evaluate("e => e.outerHTML") == without.evaluate("e => e.outerHTML")


def test_a_new_question_stops_the_one_that_is_being_phrased(phrasing_url, visit):
    window = visit(phrasing_url)
    first = begin_and_wait_for_a_sentence(window)
    second = ask(window, "När betalas pengarna?")
    assert first.get_attribute("data-state") == "done"
    assert first.get_by_text(SWEDISH["stopped"]).count() == 1
    assert SENTENCES[-1][:20] in second.locator(".phrased .text").inner_text()
    assert window.locator(".turn").count() == 2


def test_a_new_conversation_stops_the_model(phrasing_url, visit):
    window, before = visit(phrasing_url), runs(phrasing_url)
    begin_and_wait_for_a_sentence(window)
    window.get_by_role("button", name=SWEDISH["new"]).click()
    window.locator(".example").first.wait_for()
    assert next_run(phrasing_url, before) == (1, True)
    assert window.locator(".turn").count() == 0
    assert ask(window, QUESTION).locator(".verbatim .text").is_visible() is False


def test_a_closed_page_stops_the_model(phrasing_url, visit):
    window, before = visit(phrasing_url), runs(phrasing_url)
    begin_and_wait_for_a_sentence(window)
    assert runs(phrasing_url) == before
    window.close()
    assert next_run(phrasing_url, before) == (1, True)


def test_slow_models_hold_up_nobody_s_search(phrasing_url, visit):
    waiting = [begin(visit(phrasing_url), f"{QUESTION} tyst") for _ in range(SEARCHES + 1)]
    turn = begin(visit(phrasing_url), QUESTION)
    assert "minst två parter samverkar" in turn.locator(".verbatim .text").text_content()
    assert [other.get_attribute("data-state") for other in waiting] == ["working"] * len(waiting)
    for other in waiting:
        stop(other).click()
        done(other)


def test_a_verdict_on_an_earlier_answer_is_kept_while_a_model_is_at_work(phrasing_url, visit):
    window = visit(phrasing_url)
    earlier = ask(window, QUESTION)
    turn = begin(window, f"{QUESTION} sakta")
    assert turn.get_by_role("button", name=SWEDISH["useful"], exact=True).count() == 0
    earlier.get_by_role("button", name=SWEDISH["useful"], exact=True).click()
    done(turn)
    assert earlier.get_by_role("button", name=SWEDISH["useful"], exact=True).get_attribute("aria-pressed") == "true"
    assert turn.get_by_role("button", name=SWEDISH["useful"], exact=True).count() == 1


def test_the_clipboard_gets_what_stands_on_top_and_who_phrased_it(phrasing_url, visit):
    window = visit(phrasing_url, permissions=["clipboard-read", "clipboard-write"])
    turn = ask(window, QUESTION)
    turn.get_by_role("button", name=SWEDISH["copy"]).click()
    turn.get_by_text(SWEDISH["copied"]).wait_for()
    text = window.evaluate("navigator.clipboard.readText()")
    assert " ".join(SENTENCES) in text
    assert SWEDISH["phrased_by"].format(model=MODEL) in text
    assert f"”{PARTIES}”" in text
    assert "Tre saker gäller" not in text
