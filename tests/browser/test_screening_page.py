"""Whoever screens drafts on the page, in whatever window: language, narrow windows, names, contrasts, markup."""

from __future__ import annotations

import re

import pytest

from assistant.ui.screening.texts import ENGLISH, SWEDISH
from assistant.ui.texts import SWEDISH as PAGE
from tests.browser.dropping import drop
from tests.browser.visiting import NARROW, ask, weak_contrasts

pytestmark = pytest.mark.browser


def test_markup_in_a_draft_is_shown_as_text(screening, drafts):
    window = screening()
    drop(window, drafts["Utan belopp"])
    window.locator("#finding-0").click()
    window.locator("dialog[open]").wait_for()
    assert "<script>window.attacked=1</script>" in window.locator("dialog").inner_text()
    assert window.evaluate("window.attacked") is None


def test_the_view_switches_to_english_and_back(screening, drafts):
    window = screening()
    drop(window, drafts["Ljusa steg"])
    window.get_by_label("English").check()
    window.get_by_role("heading", name=ENGLISH["heading"]).wait_for()
    window.get_by_text("Proposal: Needs completing").wait_for()
    window.get_by_role("tab", name="Screen drafts").wait_for()
    window.get_by_label("Svenska").check()
    window.get_by_text("Förslag: Behöver kompletteras").wait_for()
    assert window.get_by_role("tab", name=PAGE["view_screen"]).is_visible()


def test_asking_still_works_beside_it(screening, drafts):
    window = screening()
    drop(window, drafts["Ljusa steg"])
    window.get_by_role("tab", name=PAGE["view_ask"]).click()
    ask(window, "Vad får medel gå till?").locator(".mark").first.click()
    window.locator(".source mark").first.wait_for()
    window.get_by_role("tab", name=PAGE["view_screen"]).click()
    window.wait_for_function("!document.body.classList.contains('source-open')")
    assert window.get_by_role("article", name="Ljusa steg").is_visible()


def test_a_narrow_window_never_scrolls_sideways_and_shows_the_sides_below_each_other(screening, drafts):
    window = screening(viewport=NARROW)
    fits = "document.documentElement.scrollWidth <= window.innerWidth"
    drop(window, drafts["Ljusa steg"], drafts["Långa vägen"], drafts["trasig"])
    assert window.evaluate(fits)
    window.get_by_role("button", name="Ljusa steg").click()
    window.locator(".protocol").wait_for()
    assert window.evaluate(fits)
    window.locator("#finding-0").click()
    window.locator("dialog[open]").wait_for()
    draft, rule = (window.locator(".side").nth(place).bounding_box() for place in (0, 1))
    assert rule["y"] >= draft["y"] + draft["height"]
    window.get_by_role("button", name=SWEDISH["close"]).click()
    window.get_by_role("button", name=SWEDISH["compare_all"]).click()
    window.locator(".comparison").wait_for()
    assert window.evaluate(fits)


def test_every_control_has_a_name(screening, drafts):
    window = screening()
    drop(window, drafts["Ljusa steg"], drafts["Långa vägen"])
    window.get_by_role("button", name=SWEDISH["compare_all"]).click()
    window.locator(".comparison").wait_for()
    unnamed = window.evaluate(
        """() => [...document.querySelectorAll('#screening button, #screening input, #screening textarea')]
            .filter(e => e.checkVisibility() && !(e.textContent.trim() || e.ariaLabel || e.labels?.length || e.title))
            .map(e => e.outerHTML)"""
    )
    assert unnamed == []
    assert re.search(r"Flytta upp", window.locator(".comparison").inner_text())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(screening, drafts, scheme):
    """WCAG 2.2, 1.4.3, for a list, a protocol, a comparison and words beside their rule."""
    window = screening(color_scheme=scheme)
    drop(window, drafts["Ljusa steg"], drafts["Långa vägen"], drafts["trasig"])
    window.get_by_role("button", name="Ljusa steg").click()
    window.locator(".protocol").wait_for()
    assert weak_contrasts(window) == []
    window.locator("#finding-0").click()
    window.locator("dialog[open]").wait_for()
    assert weak_contrasts(window) == []
    window.keyboard.press("Escape")
    window.get_by_role("button", name=SWEDISH["compare_all"]).click()
    window.locator(".comparison").wait_for()
    assert weak_contrasts(window) == []
