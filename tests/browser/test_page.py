"""What a visitor can do with the page, in headless Chromium, against the scripted assistant."""

from __future__ import annotations

import re
import urllib.request

import pytest

from assistant.ui.texts import ENGLISH, SWEDISH
from tests.browser.scripted import PAID, PARTIES, QUESTION_PAY
from tests.browser.visiting import NARROW, ask, health, weak_contrasts

pytestmark = pytest.mark.browser
FOCUSED = "document.activeElement"


def in_view(window, selector):
    """Whether an element's box lies inside its scrolling panel."""
    return window.evaluate(
        """selector => {
            const text = document.querySelector('.source-text').getBoundingClientRect();
            const box = document.querySelector(selector).getBoundingClientRect();
            return box.top >= text.top && box.bottom <= text.bottom;
        }""",
        selector,
    )


def no_sideways_scroll(window):
    return window.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_start_shows_what_it_is_and_questions_for_the_three_kinds_of_user(page_url, visit):
    window = visit(page_url)
    assert window.locator("h1").inner_text() == "Finsam-assistenten"
    assert window.get_by_text(SWEDISH["tagline"]).is_visible()
    assert window.evaluate("document.documentElement.lang") == "sv"
    for group in ("examples_partner", "examples_office", "examples_board"):
        assert window.get_by_role("heading", name=SWEDISH[group]).is_visible()
    tabs = [tab.inner_text() for tab in window.get_by_role("tab").all()]
    assert tabs == ["Fråga", "Förhandsgranska", "Beslut och siffror"]
    assert window.get_by_role("combobox").count() == 0


def test_an_example_is_asked_by_a_click(page_url, visit):
    window = visit(page_url)
    question = window.locator(".example").first.inner_text()
    window.locator(".example").first.click()
    window.wait_for_selector('#turn-0[data-state="done"]')
    assert question in window.locator("#turn-0 .question").inner_text()
    assert window.locator(".example").count() == 0


def test_a_source_opens_by_mouse_with_its_words_marked_and_in_view(page_url, visit):
    window = visit(page_url)
    turn = ask(window, "Vad får medel gå till?")
    turn.locator(".text .mark", has_text="[2]").click()
    panel = window.get_by_role("dialog", name=SWEDISH["source"])
    panel.wait_for()
    assert panel.locator("h2").inner_text() == "Verksamhetsplan för Ekstad 2031"
    assert [fact.inner_text() for fact in panel.locator("dd").all()] == [
        "5. Stöd till lokala insatser",
        "7",
        "2031",
        "Ekstad",
    ]
    assert panel.locator("mark").inner_text() == PAID
    assert in_view(window, ".source mark")
    panel.get_by_role("button", name=SWEDISH["source_previous"]).click()
    window.locator(".source mark", has_text=PARTIES).wait_for()
    panel.get_by_role("button", name=SWEDISH["source_close"]).click()
    panel.wait_for(state="detached")


def test_a_source_opens_by_keyboard_and_gives_the_focus_back(page_url, visit):
    window = visit(page_url)
    ask(window, "Vad får medel gå till?")
    window.wait_for_function(f"{FOCUSED}.matches('#turn-0 .answer')")
    window.keyboard.press("Tab")
    assert window.evaluate(f"{FOCUSED}.getAttribute('aria-label')").startswith("Visa källa 1: Verksamhetsplan")
    window.keyboard.press("Enter")
    window.wait_for_function(f"{FOCUSED}.id === 'source-title'")
    window.keyboard.press("Escape")
    window.locator(".source").wait_for(state="detached")
    assert window.evaluate(f"{FOCUSED}.matches('.mark') && {FOCUSED}.textContent") == "[1]"
    window.keyboard.press("Enter")
    window.locator(".source mark").wait_for()


def test_writing_on_after_an_answer_goes_into_the_question_box(page_url, visit):
    window = visit(page_url)
    ask(window, "Vad får medel gå till?")
    window.wait_for_function(f"{FOCUSED}.matches('#turn-0 .answer')")
    window.keyboard.type("Och sedan?")
    assert window.locator("#question textarea").input_value() == "Och sedan?"


def test_the_quoted_row_of_a_table_is_shown_in_its_table(page_url, visit):
    window = visit(page_url)
    turn = ask(window, "Vilken budget?")
    assert turn.locator(".text thead th").all_inner_texts() == ["Insats", "Budget 2030", "Budget 2031"]
    turn.locator(".text tbody tr", has_text="Grön väg").locator(".mark").click()
    window.locator(".source tr.quoted").wait_for()
    assert window.locator(".source tr.quoted td").all_inner_texts()[1:] == ["Kommunen", "900", "950"]
    assert window.locator(".source thead th").all_inner_texts() == ["Insats", "Ägare", "Budget 2030", "Budget 2031"]


def test_flags_are_told_in_words_beside_the_answer(page_url, visit):
    window = visit(page_url)
    turn = ask(window, "Vad gällde äldre tider?")
    assert turn.get_by_role("note").inner_text().splitlines()[0] == SWEDISH["review"]
    assert turn.get_by_role("note").locator("li").count() == 2
    turn.locator(".mark").click()
    assert "2024-12-31" in window.locator(".source .notice").inner_text()
    assert ask(visit(page_url), "När betalas pengarna?").get_by_role("note").count() == 0


def test_an_abstention_looks_different_and_its_nearest_passages_can_be_read(page_url, visit):
    window = visit(page_url)
    turn = ask(window, "Hur blir väder och vind?")
    assert turn.get_by_role("heading", name=SWEDISH["not_in_sources"]).is_visible()
    assert turn.locator(".answer").evaluate("e => getComputedStyle(e).borderStyle") == "dashed"
    assert turn.locator(".mark, .sources").count() == 0
    turn.locator(".nearest button").nth(1).click()
    assert window.locator(".source mark").inner_text() == "personer mellan 20 och 29 år"


def test_the_ticked_boxes_limit_the_search_and_can_be_cleared(page_url, visit):
    window = visit(page_url)
    fold = window.get_by_role("button", name=SWEDISH["filters"])
    assert fold.get_attribute("aria-expanded") == "false"
    fold.click()
    window.get_by_role("checkbox", name="Ekstad").check()
    window.get_by_role("checkbox", name="2030").check()
    window.get_by_role("button", name=SWEDISH["filters_some"].format(count=2)).wait_for()
    assert window.locator("#filters > button").get_attribute("aria-expanded") == "true"
    assert window.get_by_role("group", name=SWEDISH["filter_association"]).count() == 1
    assert ask(window, "Vad får medel gå till?").locator(".text").inner_text().startswith("Sökt i: ekstad, 2030")
    assert health(page_url)[1]["asked"][-1][2:] == [["ekstad"], [], [2030]]
    window.get_by_role("button", name=SWEDISH["filters_clear"]).click()
    window.get_by_role("button", name=re.compile(rf"^{SWEDISH['filters']}\W*$")).wait_for()
    ask(window, "Vad får medel gå till?")
    assert health(page_url)[1]["asked"][-1][2:] == [[], [], []]


def test_a_followup_goes_on_in_the_same_conversation(page_url, visit):
    window = visit(page_url)
    ask(window, "Vad får medel gå till?").get_by_role("button", name=QUESTION_PAY).click()
    window.wait_for_selector('#turn-1[data-state="done"]')
    assert window.locator("#turn-1 .text").inner_text().startswith(PAID)
    assert health(page_url)[1]["asked"][-1][:2] == [QUESTION_PAY, ["Vad får medel gå till?"]]
    window.get_by_role("button", name=SWEDISH["new"]).click()
    window.locator(".example").first.wait_for()
    assert window.locator(".turn").count() == 0


def test_the_clipboard_gets_the_answer_and_its_numbered_sources(page_url, visit):
    window = visit(page_url, permissions=["clipboard-read", "clipboard-write"])
    turn = ask(window, "När betalas pengarna?")
    turn.get_by_role("button", name=SWEDISH["copy"]).click()
    turn.get_by_text(SWEDISH["copied"]).wait_for()
    text = window.evaluate("navigator.clipboard.readText()")
    assert f"{PAID} [1]" in text
    assert f"[1] Verksamhetsplan för Ekstad 2031, 5. Stöd till lokala insatser, s.\u00a07: ”{PAID}”" in text


def test_thumbs_and_a_comment_are_passed_on_and_thanked_for(page_url, visit):
    window = visit(page_url)
    turn = ask(window, "När betalas pengarna?")
    up, down = (turn.get_by_role("button", name=SWEDISH[name]) for name in ("useful", "not_useful"))
    up.click()
    turn.get_by_role("status").get_by_text(SWEDISH["thanks"]).wait_for()
    assert (up.get_attribute("aria-pressed"), down.get_attribute("aria-pressed")) == ("true", "false")
    down.click()
    turn.get_by_label(SWEDISH["comment"]).fill("Fel år")
    assert (up.get_attribute("aria-pressed"), down.get_attribute("aria-pressed")) == ("false", "true")
    turn.get_by_role("button", name=SWEDISH["comment_send"]).click()
    turn.get_by_text(SWEDISH["thanks_comment"]).wait_for()
    given = [verdict[1:] for verdict in health(page_url)[1]["verdicts"]]
    assert given[-3:] == [[True, ""], [False, ""], [False, "Fel år"]]


def test_markup_in_documents_and_questions_is_shown_as_text(page_url, visit):
    window = visit(page_url)
    turn = ask(window, "skadlig <img src=x onerror=window.attacked=1>")
    assert "<script>window.attacked=1</script>" in turn.locator(".text").inner_text()
    turn.locator(".mark").click()
    assert "${window.attacked=1} {{value}}" in window.locator(".source mark").inner_text()
    assert "<img src=x onerror=window.attacked=1>" in window.locator("#turn-0 .question").inner_text()
    assert window.evaluate("window.attacked") is None


@pytest.mark.parametrize(
    ("question", "shown"), [("", SWEDISH["question_empty"]), ("😀😀", "😀😀"), ("x" * 20_000, "20000 tecken")]
)
def test_odd_questions_are_answered_with_a_sentence(page_url, visit, question, shown):
    window = visit(page_url)
    turn = ask(window, question)
    assert shown in turn.locator(".question").inner_text()
    assert turn.locator(".text").inner_text() != ""
    assert no_sideways_scroll(window)


def test_an_error_is_one_sentence_and_the_next_question_works(page_url, visit):
    window = visit(page_url)
    assert ask(window, "krasch").locator(".answer").inner_text() == SWEDISH["failed"]
    assert ask(window, "När betalas pengarna?").locator(".text").inner_text().startswith(PAID)


def test_the_interface_switches_to_english_and_back(page_url, visit):
    window = visit(page_url)
    ask(window, "Vad får medel gå till?")
    window.get_by_label("English").check()
    window.get_by_text(ENGLISH["tagline"]).wait_for()
    for name in ("send", "filters", "copy", "new"):
        window.get_by_role("button", name=ENGLISH[name]).first.wait_for()
    assert window.get_by_label(ENGLISH["question"]).is_visible()
    assert window.evaluate("document.documentElement.lang") == "en"
    window.get_by_label("Svenska").check()
    window.get_by_role("button", name=SWEDISH["copy"]).wait_for()
    assert window.evaluate("document.documentElement.lang") == "sv"


def test_a_narrow_window_shows_the_source_as_a_sheet_and_never_scrolls_sideways(page_url, visit):
    window = visit(page_url, viewport=NARROW)
    assert no_sideways_scroll(window)
    ask(window, "Vilken budget?")
    turn = ask(window, "Vad får medel gå till?")
    assert no_sideways_scroll(window)
    turn.locator(".mark").first.click()
    sheet = window.locator(".source")
    sheet.wait_for()
    assert sheet.bounding_box() == {"x": 0, "y": 0, **NARROW}
    assert in_view(window, ".source mark")
    assert no_sideways_scroll(window)
    sheet.get_by_role("button", name=SWEDISH["source_close"]).click()
    sheet.wait_for(state="detached")
    assert turn.locator(".mark").first.is_visible()


def test_every_control_has_a_name(page_url, visit):
    window = visit(page_url)
    window.get_by_role("button", name=SWEDISH["filters"]).click()
    window.get_by_role("checkbox", name="Ekstad").wait_for()
    ask(window, "Vad får medel gå till?").locator(".mark").first.click()
    window.locator(".source").wait_for()
    unnamed = window.evaluate(
        """() => [...document.querySelectorAll('button, input, textarea, a')].filter(e => e.checkVisibility()
            && !(e.textContent.trim() || e.ariaLabel || e.labels?.length || e.title)).map(e => e.outerHTML)"""
    )
    assert unnamed == []
    assert window.get_by_role("main").count() == 1
    assert window.locator("h1").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(page_url, visit, scheme):
    """WCAG 2.2, 1.4.3: contrast of at least 4.5 to 1, for every text on the page with an answer and a source open."""
    window = visit(page_url, color_scheme=scheme)
    ask(window, "Hur blir väder?")
    ask(window, "Vad gällde äldre tider?").locator(".mark").first.click()
    window.locator(".source").wait_for()
    window.evaluate("document.getAnimations().forEach(a => a.finish())")
    assert weak_contrasts(window) == []


def test_without_an_index_the_page_says_what_to_run(empty_url, visit):
    assert health(empty_url) == (503, {"status": "no_index"})
    window = visit(empty_url)
    window.get_by_text(SWEDISH["no_index"]).wait_for()
    assert ask(window, "Vad får medel gå till?").locator(".answer").inner_text() == SWEDISH["no_index"]


def test_the_page_itself_names_no_other_host_and_forbids_them(page_url):
    with urllib.request.urlopen(page_url) as answer:
        policy, page = answer.headers["content-security-policy"], answer.read().decode()
    assert "default-src 'self'" in policy
    assert "http" not in policy
    outside = set(re.findall(r"https?://([\w.-]+)", page)) - {"127.0.0.1"}
    assert outside == set()
    assert health(page_url)[0] == 200
