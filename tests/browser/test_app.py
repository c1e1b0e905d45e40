"""The real application, from documents to a source on the page."""

from __future__ import annotations

import os
import subprocess
import sys
from urllib.parse import urlsplit

import docx
import pytest

from assistant.ui.texts import SWEDISH
from tests.assistant.screening.protocols import NUMBER, ORDER, TEXT
from tests.browser.visiting import ROOT, ask, health

pytestmark = pytest.mark.browser


def test_a_question_is_answered_and_its_source_opens_at_the_quoted_words(app_url, visit):
    window = visit(app_url)
    turn = ask(window, "Hur mycket finns kvar att fördela under 2026?")
    assert "1,6 Mkr" in turn.locator(".text").inner_text()
    turn.locator(".text .mark").first.click()
    window.locator(".source mark").first.wait_for()
    assert "1,6 Mkr" in " ".join(window.locator(".source mark").all_inner_texts())
    assert "2026" in window.locator(".source dl").inner_text()
    status, told = health(app_url)
    assert (status, told["status"]) == (200, "ok")
    assert told["documents"] > 5


def test_a_filter_limits_the_sources_to_an_association(app_url, visit):
    window = visit(app_url)
    window.get_by_role("button", name=SWEDISH["filters"]).click()
    window.get_by_role("checkbox", name="Lund").check()
    window.get_by_role("button", name=SWEDISH["filters_some"].format(count=1)).wait_for()
    ask(window, "Vilka mål finns?").locator(".mark, .source-link").first.click()
    association = window.locator(".source dl div", has_text=SWEDISH["source_association"]).locator("dd")
    assert association.inner_text() == "Lund"


def test_a_second_start_on_the_same_port_ends_with_a_sentence(app_url):
    port = str(urlsplit(app_url).port)
    second = subprocess.run(
        [sys.executable, "app.py"], cwd=ROOT, env={**os.environ, "FINSAM_PORT": port}, capture_output=True, text=True
    )
    assert second.returncode == 2
    assert second.stdout == ""
    (line,) = second.stderr.splitlines()
    assert f"Port {port}" in line
    assert "FINSAM_PORT" in line


def test_a_draft_is_screened_against_the_plan_and_its_file_holds_the_same_verdicts(app_url, visit, tmp_path):
    draft = tmp_path / "ljusa-steg.md"
    draft.write_text(TEXT, encoding="utf-8")
    window = visit(app_url)
    window.get_by_role("tab", name=SWEDISH["view_screen"]).click()
    window.set_input_files("#drop input[type=file]", str(draft))
    protocol = window.locator(".protocol")
    protocol.wait_for()
    assert NUMBER not in protocol.inner_text()
    assert protocol.get_by_text(ORDER).count() >= 1
    window.get_by_role("button", name="M1 Bor i Malmö").click()
    window.locator("dialog .source-text mark").nth(1).wait_for()
    assert "Verksamhetsplan Finsam i Malmö 2026" in window.locator("dialog").inner_text()
    window.keyboard.press("Escape")
    shown = {
        row.locator(".name").inner_text().split()[0]: row.locator(".verdict").inner_text()
        for row in window.locator(".criterion").all()
    }
    assert shown["R2"] == "Inte uppfyllt"
    with window.expect_download() as waiting:
        window.get_by_role("button", name="Word", exact=True).click()
    table = docx.Document(str(waiting.value.path())).tables[0]
    assert {row.cells[0].text: row.cells[2].text[2:] for row in table.rows[1:]} == shown


def test_the_register_of_the_corpus_is_filtered_and_its_row_leads_to_its_words(app_url, visit):
    window = visit(app_url)
    window.get_by_role("tab", name=SWEDISH["view_register"]).click()
    window.locator(".rows").wait_for()
    counted = "before => document.querySelector('.listed .count')?.innerText !== before"
    everything = window.locator(".listed .count").inner_text()
    window.get_by_role("radio", name="Belopp", exact=True).check()
    window.wait_for_function(counted, arg=everything)
    amounts = window.locator(".listed .count").inner_text()
    window.get_by_label("Sök i registret").fill("FRAM 2026")
    window.get_by_label("Sök i registret").press("Enter")
    window.wait_for_function(counted, arg=amounts)
    row = window.locator(".rows tbody tr", has_text="15\u00a0111\u00a0000\u00a0kr").first
    row.wait_for()
    row.locator(".source-place").click()
    window.locator(".source mark").first.wait_for()
    assert "FRAM" in " ".join(window.locator(".source mark").all_inner_texts())
    row.locator(".name-link", has_text="FRAM").click()
    sheet = window.get_by_role("article", name="FRAM")
    assert "13\u00a0184\u00a0300\u00a0kr" in sheet.inner_text()
