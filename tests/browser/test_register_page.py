"""Whoever looks at the register on the page, in whatever window: language, narrow windows, names, contrasts, markup."""

from __future__ import annotations

from itertools import pairwise

import pytest

from assistant.ui.register.texts import ENGLISH, SWEDISH
from assistant.ui.texts import SWEDISH as PAGE
from tests.browser.board import count, row, search, show
from tests.browser.registered import MANY, MARKUP, SHOWN
from tests.browser.visiting import NARROW, ask, weak_contrasts

pytestmark = pytest.mark.browser

FITS = "document.documentElement.scrollWidth <= window.innerWidth"


def test_markup_in_a_document_is_shown_as_text(board):
    window = board()
    window.get_by_role("radio", name=SWEDISH["kind_all"]).check()
    count(window, f"100 av {len(SHOWN) + len(MANY)} visas")
    search(window, "onerror")
    row(window, MARKUP).first.wait_for()
    row(window, MARKUP).first.locator(".name-link").first.click()
    window.locator(".sheet").wait_for()
    window.locator(".sheet .source-place").first.click()
    window.locator(".source").wait_for()
    assert window.evaluate("window.attacked") is None


def test_a_source_is_closed_when_another_view_is_opened(board):
    window = board()
    window.locator(".rows .source-place").first.click()
    window.locator(".source").wait_for()
    window.get_by_role("tab", name=PAGE["view_ask"]).click()
    window.wait_for_function("!document.body.classList.contains('source-open')")
    ask(window, "Vad får medel gå till?").locator(".mark").first.click()
    window.locator(".source mark").first.wait_for()
    window.get_by_role("tab", name=PAGE["view_register"]).click()
    window.wait_for_function("!document.body.classList.contains('source-open')")
    assert window.locator(".rows tbody tr").count() == 100


def test_the_view_switches_to_english_and_back(board):
    window = board()
    window.get_by_role("radio", name="English").check()
    window.get_by_role("heading", name=ENGLISH["heading"]).wait_for()
    window.get_by_role("columnheader", name=ENGLISH["column_källa"]).wait_for()
    assert "granted" in window.locator(".rows").inner_text()
    assert window.get_by_role("radio", name=ENGLISH["kind_beslut"]).is_checked()
    window.get_by_role("radio", name="Svenska").check()
    window.get_by_role("heading", name=SWEDISH["heading"]).wait_for()


@pytest.mark.parametrize("view", ["table", "timeline", "plots"])
def test_a_narrow_window_never_scrolls_sideways(board, view):
    window = board(viewport=NARROW)
    show(window, view)
    assert window.evaluate(FITS)
    if view == "plots":
        for summary in window.locator(".plot summary").all():
            summary.click()
        assert window.evaluate(FITS)
    window.locator(".name-link", has_text="Ljuset").first.click()
    window.locator(".sheet").wait_for()
    assert window.evaluate(FITS)
    assert all(tab.is_visible() for tab in window.get_by_role("tab").all())


def test_a_row_on_a_narrow_window_is_a_card_that_is_still_a_row(board):
    window = board(viewport=NARROW)
    card = window.get_by_role("row").filter(has_text="bevilja Ljuset").first
    boxes = [cell.bounding_box() for cell in card.get_by_role("cell").all() if cell.is_visible()]
    assert len({round(box["x"]) for box in boxes}) == 1
    assert all(below["y"] > above["y"] for above, below in pairwise(boxes))


def test_every_control_has_a_name(board):
    window = board()
    for view in ("table", "timeline", "plots"):
        show(window, view)
        unnamed = window.evaluate(
            """() => [...document.querySelectorAll('#register button, #register input, #register textarea')]
                .filter(e => e.checkVisibility() && !(e.textContent.trim() || e.ariaLabel || e.labels?.length))
                .map(e => e.outerHTML)"""
        )
        assert unnamed == []
    assert window.get_by_role("button", name=SWEDISH["filters"]).get_attribute("aria-expanded") == "false"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(board, scheme):
    """WCAG 2.2, 1.4.3, for the table, the timeline, the plots and a sheet."""
    window = board(color_scheme=scheme)
    for view in ("table", "timeline", "plots"):
        show(window, view)
        assert weak_contrasts(window) == []
    window.locator(".name-link", has_text="Ljuset").first.click()
    window.locator(".sheet").wait_for()
    assert weak_contrasts(window) == []
