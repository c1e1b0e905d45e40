"""What a visitor sees of a language model at work, in headless Chromium, against a scripted one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

from assistant.phrasing.notes import removed
from assistant.ui.ask import SEARCHES
from assistant.ui.texts import ENGLISH, SWEDISH
from tests.assistant.phrasing.asking import citing
from tests.browser.phrasing import DOWN, HEARTLESS, MODEL, REMOVED, SENTENCES
from tests.browser.scripted import PAID, PARTIES
from tests.browser.visiting import NARROW, ROOT, ask, health, served, weak_contrasts
from tests.scripted_model import Says, scripted_model

pytestmark = pytest.mark.browser

QUESTION = "Vad får medel gå till?"
PHRASED = "#turn-0 .phrased .text"
FOCUSED = "document.activeElement"

ASKED = "Vad är budgeten för Kompassen 2027?"
BUDGET = ("Kompassen har en budget på 4 200 000 kronor för 2027", "Kompassen: Ägare Malmö stad")
INVENTED = ("Kompassen har dessutom 9 900 000 kronor i reserv för 2027", "Kompassen: Ägare Malmö stad")
OWNER = ("Malmö stad äger Kompassen", "Kompassen: Ägare Malmö stad")
"""What a model says on the small corpus, and words of the source that it gives."""


@pytest.fixture(scope="module")
def phrasing_url(browser):
    with served("tests/browser/phrasing.py") as (address, _):
        yield address


@pytest.fixture(scope="module")
def mini(browser, tmp_path_factory):
    """Settings of the real application on the small corpus."""
    settings = {
        "FINSAM_CORPUS": str(ROOT / "tests/mini"),
        "FINSAM_DATA": str(tmp_path_factory.mktemp("mini")),
        "FINSAM_PORT": "0",
    }
    build = [sys.executable, "-m", "ingest", settings["FINSAM_CORPUS"]]
    subprocess.run(build, cwd=ROOT, env={**os.environ, **settings}, check=True, capture_output=True)
    return settings


@contextmanager
def phrased_by(settings, script):
    """Serve the real application with a scripted model; yield its address and the model's server."""
    with scripted_model(script) as server:
        model = {"FINSAM_CHAT_MODEL": "openai:provmodell", "FINSAM_CHAT_BASE_URL": f"{server.address}/v1"}
        with served("app.py", **settings, **model, FINSAM_CHAT_KEY="nyckel") as (address, _):
            yield address, server


def begin(window, question):
    """Ask as a visitor does; return the turn as soon as there is something to read."""
    number = window.locator(".turn").count()
    window.fill("#question textarea", question)
    window.press("#question textarea", "Enter")
    turn = window.locator(f"#turn-{number}")
    turn.locator(".answer").wait_for()
    return turn


def begin_and_wait_for_a_sentence(window, question=f"{QUESTION} väntar"):
    turn = begin(window, question)
    turn.locator(".phrased .text").wait_for()
    return turn


def done(turn):
    turn.page.wait_for_function(
        "id => document.getElementById(id).dataset.state === 'done'", arg=turn.get_attribute("id")
    )
    return turn


def stop(turn):
    return turn.get_by_role("button", name=SWEDISH["stop"])


def runs(address):
    """What the model's runs came to: how many sentences, and whether each was stopped."""
    return health(address)[1]["runs"]


def next_run(address, before):
    """Wait until one more run than ``before`` has ended, and return it."""
    until = time.monotonic() + 10
    while len(runs(address)) == len(before) and time.monotonic() < until:
        time.sleep(0.1)
    assert len(runs(address)) == len(before) + 1
    return tuple(runs(address)[-1])


def no_sideways_scroll(window):
    return window.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


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
    time.sleep(0.5)
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
    began = time.monotonic()
    turn = begin(visit(phrasing_url), QUESTION)
    assert "minst två parter samverkar" in turn.locator(".verbatim .text").text_content()
    assert time.monotonic() - began < 8
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


def test_who_reads_the_documents_own_words_is_not_moved(phrasing_url, visit):
    """By new sentences above, nor by the model's being done; what is read stays unfolded."""
    window = visit(phrasing_url)
    turn = begin(window, f"{QUESTION} lång sakta")
    window.wait_for_timeout(600)
    read = "document.querySelectorAll('#turn-0 .verbatim .text p')[6].getBoundingClientRect().top"
    window.evaluate(f"scrollBy({{ top: {read} - 300, behavior: 'instant' }})")
    assert window.evaluate("document.querySelector('.verbatim').getBoundingClientRect().top") < 0
    window.wait_for_timeout(100)
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


def test_a_stop_and_a_closed_page_hang_up_on_the_real_model(mini, visit):
    said = citing(BUDGET, OWNER)
    with phrased_by(mini, lambda asked: Says(pieces=[said(asked), "\n", *[" ord"] * 600], delay=0.1)) as (url, server):
        window = visit(url)
        turn = begin_and_wait_for_a_sentence(window, ASKED)
        stop(turn).click()
        assert done(turn).get_by_text(SWEDISH["stopped"]).is_visible()
        assert "4 200 000 kronor" in turn.locator(".phrased .text").inner_text()
        assert server.hung_up.wait(5)
        server.hung_up.clear()
        begin_and_wait_for_a_sentence(window, ASKED)
        window.close()
        assert server.hung_up.wait(10)


def test_what_the_real_application_lets_through_leads_to_its_sources(mini, visit):
    """Nothing of a sentence with an invented figure is seen, at any time."""
    said = citing(BUDGET, INVENTED, OWNER)
    with phrased_by(mini, lambda asked: Says(said(asked), delay=0.05)) as (url, _):
        window = visit(url)
        window.evaluate(
            """() => { window.seen = ''; new MutationObserver(() => { window.seen += document.body.innerText }).observe(
                document.getElementById('transcript'), { subtree: true, childList: true, characterData: true }); }"""
        )
        turn = done(begin(window, ASKED))
        assert turn.get_by_text(removed(1)).is_visible()
        turn.locator("summary").click()
        for part in (".phrased", ".verbatim"):
            assert "4 200 000" in turn.locator(f"{part} .text").inner_text()
            turn.locator(f"{part} .mark").first.click()
            window.locator(".source .quoted, .source mark", has_text="4 200 000").first.wait_for()
            window.keyboard.press("Escape")
            window.locator(".source").wait_for(state="detached")
        seen = window.evaluate("window.seen")
        assert BUDGET[0] in seen
        assert "9 900 000" not in seen
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
