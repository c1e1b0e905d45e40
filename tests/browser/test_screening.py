"""What the office can do with drafts on the page, in headless Chromium, against the scripted screener."""

from __future__ import annotations

import tempfile
from pathlib import Path

import docx
import openpyxl
import pytest
from pypdf import PdfReader

from assistant.ui.screening.texts import SWEDISH
from assistant.ui.texts import SWEDISH as PAGE
from tests.assistant.screening.protocols import DOUBT, HOME, POINT
from tests.browser.dropping import drop
from tests.browser.scripted import PARTIES
from tests.browser.visiting import weak_contrasts

pytestmark = pytest.mark.browser
FOCUSED = "document.activeElement"
UPLOADS = Path(tempfile.gettempdir()) / "gradio"


def saved(window, name, tmp_path):
    """Press a button that gives a file; return its name and where it is."""
    with window.expect_download() as waiting:
        window.get_by_role("group", name=SWEDISH["save"]).get_by_role("button", name=name, exact=True).click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def shown_verdicts(window):
    """Verdicts of the protocol on the page by criterion."""
    rows = window.locator(".criterion").all()
    return {row.locator(".name").inner_text().split()[0]: row.locator(".verdict").inner_text() for row in rows}


def test_an_earlier_decision_leads_to_its_sheet_in_the_register(screening, drafts):
    window = screening()
    drop(window, drafts["Ljusa steg"])
    window.get_by_role("button", name="Ljusa steg").click()
    window.locator(".likened").get_by_role("button", name=PAGE["all_about"].format(name="Ljuset")).click()
    window.get_by_role("article", name="Ljuset").wait_for()
    window.wait_for_function(f"{FOCUSED}.id === 'sheet-title'")


def test_two_drafts_are_read_compared_and_taken_out_as_files(screening, drafts, tmp_path):
    window = screening()
    rows = drop(window, drafts["Ljusa steg"], drafts["Långa vägen"])
    assert "600\u00a0000\u00a0kr" in rows.first.inner_text()
    window.get_by_role("button", name="Ljusa steg").click()
    protocol = window.get_by_role("article", name="Ljusa steg")
    protocol.wait_for()
    verdicts = shown_verdicts(window)
    assert (len(verdicts), verdicts["M1"], verdicts["E1"]) == (22, "Uppfyllt", "Inte uppfyllt")
    assert protocol.get_by_text(SWEDISH["person_decides"]).is_visible()

    table = docx.Document(str(saved(window, SWEDISH["save_docx"], tmp_path))).tables[0]
    assert {row.cells[0].text: row.cells[2].text[2:] for row in table.rows[1:]} == verdicts
    assert len(PdfReader(saved(window, SWEDISH["save_pdf"], tmp_path)).pages) > 1
    assert saved(window, SWEDISH["save_letter"], tmp_path).name == "brev-ljusa-steg.docx"
    assert saved(window, SWEDISH["save_json"], tmp_path).read_text(encoding="utf-8").startswith("{")

    window.get_by_role("checkbox", name=SWEDISH["compare_one"].format(name="Långa vägen")).check()
    window.get_by_role("checkbox", name=SWEDISH["compare_one"].format(name="Ljusa steg")).check()
    window.get_by_role("button", name=SWEDISH["compare"].format(count=2)).click()
    comparison = window.get_by_role("article", name=SWEDISH["comparison"])
    comparison.get_by_text("från och med nummer 2, ”Ljusa steg”").wait_for()
    heads = comparison.locator(".matrix thead th").all_inner_texts()[1:]
    assert [head.splitlines()[0] for head in heads] == ["Långa vägen", "Ljusa steg"]
    comparison.get_by_role("button", name=SWEDISH["move_up"].format(name="Ljusa steg")).click()
    comparison.get_by_text("från och med nummer 2, ”Långa vägen”").wait_for()
    money = openpyxl.load_workbook(saved(window, SWEDISH["save_xlsx"], tmp_path))["Medel"]
    assert [money.cell(row, 2).value for row in (5, 6)] == ["Ljusa steg", "Långa vägen"]


def test_the_only_draft_is_opened_at_once_and_gets_the_focus(screening, drafts):
    window = screening()
    drop(window, drafts["Ljusa steg"])
    window.wait_for_function(f"{FOCUSED}.id === 'result-title'")
    window.locator("#news", has_text=SWEDISH["announce_protocol"].format(name="Ljusa steg")).wait_for(state="attached")


def test_words_and_rule_open_side_by_side_by_keyboard_and_give_the_focus_back(screening, drafts):
    window = screening()
    drop(window, drafts["Ljusa steg"])
    window.locator("#finding-0").focus()
    window.keyboard.press("Enter")
    dialog = window.get_by_role("dialog", name="M1 Bor i Malmö")
    dialog.wait_for()
    assert window.evaluate(f"{FOCUSED}.id") == "evidence-title"
    assert dialog.get_by_role("region", name=SWEDISH["in_draft"]).locator("mark").inner_text() == HOME
    assert dialog.get_by_role("region", name=PAGE["source_text"]).locator("mark").inner_text() == PARTIES
    assert "[personuppgift]" in dialog.inner_text()
    left, right = (dialog.locator(".side").nth(place).bounding_box() for place in (0, 1))
    assert left["y"] == right["y"]
    dialog.get_by_role("button", name=SWEDISH["next"]).click()
    window.get_by_role("dialog", name="M2 Yrkesverksam ålder").wait_for()
    window.keyboard.press("Escape")
    window.locator("dialog").wait_for(state="detached")
    window.wait_for_function(f"{FOCUSED}.id === 'finding-1'")
    window.keyboard.press("Enter")
    window.get_by_role("dialog", name="M2 Yrkesverksam ålder").wait_for()


def test_the_worst_come_first_when_asked_and_the_box_keeps_the_focus(screening, drafts):
    window = screening()
    drop(window, drafts["Ljusa steg"])
    first = window.locator(".criterion .name").first
    assert first.inner_text() == "M1 Bor i Malmö"
    window.get_by_role("checkbox", name=SWEDISH["worst_first"]).check()
    window.locator(".criterion .name", has_text="E1").first.wait_for()
    window.wait_for_function("document.querySelector('.criterion .name').textContent.startsWith('E1')")
    assert window.evaluate(f"{FOCUSED}.id") == "worst-first"
    assert window.get_by_role("checkbox", name=SWEDISH["worst_first"]).is_checked()


def test_a_draft_that_cannot_be_read_stops_no_other(screening, drafts):
    window = screening()
    rows = drop(window, drafts["trasig"], drafts["krasch"], drafts["Utan belopp"])
    assert "trasig.pdf är trasig; spara den på nytt." in rows.nth(0).inner_text()
    assert SWEDISH["failed_one"] in rows.nth(1).inner_text()
    assert SWEDISH["not_stated"] in rows.nth(2).inner_text()
    window.wait_for_function(
        "t => document.getElementById('news').textContent === t",
        arg=(SWEDISH["announce_done"].format(read=1, failed=2)),
    )


def test_a_models_remarks_are_shown_as_its_own(screening, drafts):
    window = screening()
    drop(window, drafts["Läst av modell"])
    window.get_by_role("article", name="Läst av modell").wait_for()
    assert window.get_by_role("heading", name=SWEDISH["advice"]).is_visible()
    remarks = window.locator(".finding .remark")
    assert remarks.count() == 2
    for place, said in enumerate((DOUBT, POINT)):
        assert remarks.nth(place).get_by_text(SWEDISH["remark"]).is_visible()
        assert remarks.nth(place).locator("svg").is_visible()
        assert said in remarks.nth(place).inner_text()
    assert weak_contrasts(window) == []
    window.locator("#finding-0").click()
    dialog = window.locator("dialog[open]")
    dialog.wait_for()
    assert dialog.get_by_text(SWEDISH["remark"]).is_visible()
    assert DOUBT in dialog.locator("mark").all_inner_texts()
    assert weak_contrasts(window) == []


def test_nothing_of_an_uploaded_draft_is_left(screening, drafts):
    window = screening()
    drop(window, drafts["Ljusa steg"], drafts["trasig"], drafts["krasch"])
    assert [path for path in UPLOADS.rglob("*") if path.is_file() and path.stat().st_size] == []


def test_text_can_be_pasted(screening):
    window = screening()
    fold = window.get_by_role("button", name=SWEDISH["paste"])
    assert fold.get_attribute("aria-expanded") == "false"
    fold.click()
    window.get_by_label(SWEDISH["pasted"]).fill("# Inklistrat steg\n\nSöker 5000 kr för vuxna Malmöbor.")
    window.get_by_role("button", name=SWEDISH["screen"]).click()
    window.get_by_role("article", name="Inklistrat steg").wait_for()
    assert window.get_by_label(SWEDISH["pasted"]).input_value() == ""


def test_fifty_drafts_in_one_go(screening, tmp_path):
    window = screening()
    files = []
    for number in range(50):
        path = tmp_path / f"utkast-{number:02}.md"
        path.write_text(f"# Utkast {number:02}\n\nSöker {number}000 kr.\n", encoding="utf-8")
        files.append(str(path))
    window.set_default_timeout(60_000)
    assert drop(window, *files).count() == 50
    window.get_by_role("button", name=SWEDISH["compare_all"]).click()
    window.get_by_role("article", name=SWEDISH["comparison"]).wait_for()
    assert window.locator(".matrix thead th").count() == 51
    assert window.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    window.get_by_role("button", name=SWEDISH["clear"]).click()
    window.locator(".draft").first.wait_for(state="detached")


def test_a_draft_dropped_while_others_are_read_is_read_too(screening, drafts, tmp_path):
    window = screening()
    slow = tmp_path / "sen.md"
    slow.write_text("# Sent\n\nSöker 1 kr.\n", encoding="utf-8")
    window.set_input_files("#drop input[type=file]", [str(slow)])
    window.get_by_text(SWEDISH["under_way"]).wait_for()
    assert drop(window, drafts["Ljusa steg"]).count() == 2
    assert window.locator(".open").all_inner_texts() == ["Sent", "Ljusa steg"]
