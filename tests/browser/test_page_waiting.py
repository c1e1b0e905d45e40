"""What a visitor can do while the documents are read, and while a question is searched for."""

from __future__ import annotations

import pytest

from assistant.ui.texts import SWEDISH
from tests.browser.scripted import PAID, QUESTION_PAY
from tests.browser.visiting import ask, health

pytestmark = pytest.mark.browser


def test_a_question_can_be_asked_while_the_documents_are_read(cold, visit):
    address, load = cold
    window = visit(address)
    window.get_by_text(SWEDISH["warming"]).wait_for()
    assert health(address)[0] == 503
    window.fill("#question textarea", "När betalas pengarna?")
    window.press("#question textarea", "Enter")
    window.get_by_text(SWEDISH["searching"]).first.wait_for()
    load()
    window.locator('#turn-0[data-state="done"]').get_by_text(PAID).wait_for()
    window.get_by_text(SWEDISH["warming"]).wait_for(state="detached")
    window.get_by_role("button", name=SWEDISH["filters"]).click()
    window.get_by_role("checkbox", name="Ekstad").wait_for()
    assert health(address)[0] == 200


def test_a_question_that_is_sent_again_while_it_waits_is_searched_for_once(cold, visit):
    address, load = cold
    window = visit(address)
    for _ in range(3):
        window.fill("#question textarea", QUESTION_PAY)
        window.press("#question textarea", "Enter")
        window.get_by_text(SWEDISH["searching"]).first.wait_for()
        window.wait_for_timeout(300)
    load()
    window.locator('#turn-0[data-state="done"]').get_by_text(PAID).wait_for()
    assert window.locator(".turn").count() == 1
    ask(window, "Vad får medel gå till?")
    assert [question for question, *_ in health(address)[1]["asked"]] == [QUESTION_PAY, "Vad får medel gå till?"]
