"""Who reads an answer while a language model is at work on it is left in peace: folds, place, contrast, width."""

from __future__ import annotations

import pytest

from assistant.ui.texts import ENGLISH, SWEDISH
from tests.browser.phrased_turns import (
    PHRASED,
    QUESTION,
    begin,
    begin_and_wait_for_a_sentence,
    done,
    no_sideways_scroll,
    stop,
)
from tests.browser.phrasing import HEARTLESS, MODEL, SENTENCES
from tests.browser.visiting import NARROW, ask, served, weak_contrasts

pytestmark = pytest.mark.browser


def test_who_reads_the_documents_own_words_is_not_moved(phrasing_url, visit):
    """By new sentences above, nor by the model's being done; what is read stays unfolded."""
    window = visit(phrasing_url)
    turn = begin(window, f"{QUESTION} lång sakta")
    window.wait_for_timeout(600)
    read = "document.querySelectorAll('#turn-0 .verbatim .text p')[6].getBoundingClientRect().top"
    window.evaluate(f"scrollBy({{ top: {read} - 300, behavior: 'instant' }})")
    assert window.evaluate("document.querySelector('.verbatim').getBoundingClientRect().top") < 0
    window.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    places = [window.evaluate(read)]
    for count in range(1, len(SENTENCES) + 1):
        window.wait_for_function(f"document.querySelectorAll('{PHRASED} .mark').length >= {count}")
        places.append(window.evaluate(read))
    done(turn)
    window.wait_for_timeout(200)
    places.append(window.evaluate(read))
    assert max(places) - min(places) <= 1
    assert turn.locator(".verbatim .text").is_visible()


def test_a_fold_stays_as_the_reader_left_it(phrasing_url, visit):
    window = visit(phrasing_url)
    turn = ask(window, QUESTION)
    turn.locator("summary").click()
    turn.get_by_role("button", name=SWEDISH["useful"], exact=True).click()
    turn.get_by_text(SWEDISH["thanks"]).wait_for()
    assert turn.locator(".verbatim .text").is_visible()


def test_the_next_question_is_led_to_past_a_fold_that_the_reader_has_opened(phrasing_url, visit):
    window = visit(phrasing_url)
    ask(window, f"{QUESTION} lång").locator("summary").click()
    turn = done(begin(window, QUESTION))
    top = "document.getElementById(id).getBoundingClientRect().top"
    window.wait_for_function(f"id => {top} >= 0 && {top} < 60", arg=turn.get_attribute("id"))
    assert window.locator("#turn-0 .verbatim .text").is_visible()


def test_words_that_the_reader_has_folded_stay_so_when_the_model_is_done(phrasing_url, visit):
    window = visit(phrasing_url)
    turn = begin_and_wait_for_a_sentence(window, f"{QUESTION} sakta")
    turn.locator("summary").click()
    done(turn)
    window.wait_for_timeout(200)
    assert not turn.locator(".verbatim .text").is_visible()


def test_folded_words_are_shown_again_when_nothing_of_the_model_s_is_kept(phrasing_url, visit):
    window = visit(phrasing_url)
    turn = begin_and_wait_for_a_sentence(window, f"{QUESTION} ytligt sakta")
    turn.locator("summary").click()
    assert not turn.locator(".verbatim .text").is_visible()
    window.focus("#question textarea")
    done(turn)
    assert turn.get_by_text(HEARTLESS).is_visible()
    assert turn.locator(".phrased .text").count() == 0
    assert turn.locator(".verbatim .text").is_visible()


def test_a_narrow_window_shows_the_stop_button_and_never_scrolls_sideways(phrasing_url, visit):
    window = visit(phrasing_url, viewport=NARROW)
    assert no_sideways_scroll(window)
    turn = begin_and_wait_for_a_sentence(window, f"{QUESTION} lång väntar")
    window.wait_for_timeout(600)
    assert no_sideways_scroll(window)
    button, box = stop(turn).bounding_box(), window.locator("#ask").bounding_box()
    assert 0 < button["y"] < button["y"] + button["height"] <= box["y"]
    assert button["height"] >= 40
    stop(turn).click()
    done(turn)
    assert no_sideways_scroll(window)


def test_the_page_says_who_answers_in_either_language(phrasing_url, page_url, visit):
    window = visit(phrasing_url)
    assert window.get_by_text(SWEDISH["answerer_svar_here"].format(model=MODEL)).is_visible()
    turn = begin_and_wait_for_a_sentence(window)
    window.get_by_label("English").check()
    window.get_by_text(ENGLISH["answerer_svar_here"].format(model=MODEL)).wait_for()
    turn.get_by_role("button", name=ENGLISH["stop"], exact=True).click()
    assert done(turn).get_by_text(ENGLISH["stopped"]).is_visible()
    assert visit(page_url).locator("#answerer").count() == 0


def test_a_model_elsewhere_is_named_with_what_is_hidden_from_it(browser, visit):
    with served("tests/browser/phrasing.py", "elsewhere") as (address, _):
        window = visit(address)
        told = SWEDISH["answerer_svar_there"].format(model=MODEL, host="api.example.se")
        assert window.get_by_text(told).is_visible()
        window.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground_and_controls_have_names(phrasing_url, visit, scheme):
    window = visit(phrasing_url, color_scheme=scheme)
    ask(window, QUESTION).locator("summary").click()
    turn = begin_and_wait_for_a_sentence(window)
    window.evaluate("document.getAnimations().forEach(a => a.effect.getTiming().iterations === 1 && a.finish())")
    assert weak_contrasts(window) == []
    unnamed = window.evaluate(
        """() => [...document.querySelectorAll('button, summary, input, textarea, a')].filter(e => e.checkVisibility()
            && !(e.textContent.trim() || e.ariaLabel || e.labels?.length || e.title)).map(e => e.outerHTML)"""
    )
    assert unnamed == []
    stop(turn).click()
    done(turn)
    assert weak_contrasts(window) == []
