"""What the board can do with the register on the page, in headless Chromium, against invented records."""

from __future__ import annotations

import csv
import re

import openpyxl
import pytest

from assistant.ui.register.texts import ENGLISH, SWEDISH
from assistant.ui.texts import ENGLISH as ENGLISH_PAGE
from assistant.ui.texts import SWEDISH as PAGE
from tests.browser.board import FOCUSED, count, row, search, show
from tests.browser.visiting import ask

pytestmark = pytest.mark.browser


def saved(window, name, tmp_path):
    with window.expect_download() as waiting:
        window.get_by_role("group", name=SWEDISH["save"]).get_by_role("button", name=name, exact=True).click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def test_filters_narrow_the_table_and_are_taken_back(board):
    window = board()
    count(window, "100 av 236 visas")
    window.get_by_role("button", name=SWEDISH["filters"]).click()
    window.get_by_role("checkbox", name="Ekstad").check()
    count(window, "1 visas")
    assert "att planen gäller" in window.locator(".rows").inner_text()
    assert window.get_by_role("button", name=SWEDISH["filters_some"].format(count=1)).is_visible()
    window.get_by_role("button", name=SWEDISH["filters_clear"]).click()
    count(window, "100 av 236 visas")
    window.get_by_role("checkbox", name="Ljuset").check()
    count(window, "1 visas")
    window.get_by_role("radio", name=SWEDISH["kind_belopp"]).check()
    count(window, "4 visas")
    window.get_by_role("checkbox", name="2031").check()
    count(window, "1 visas")
    assert "1 300 000 kr" in window.locator(".rows").inner_text().replace("\u00a0", " ")


def test_a_time_limits_the_table_and_one_that_is_none_is_told(board):
    window = board()
    window.get_by_role("button", name=SWEDISH["filters"]).click()
    since, until = (window.get_by_label(SWEDISH[f"filter_{name}"]) for name in ("since", "until"))
    since.fill("2031-02-01")
    since.press("Enter")
    window.get_by_role("button", name=SWEDISH["filters_some"].format(count=1)).wait_for()
    assert window.locator(".rows tbody .of-date").all_inner_texts() == ["2031-02\nsammanträde"]
    until.fill("2030")
    until.press("Enter")
    window.get_by_text("Från 2031-02-01 till 2030 är ingen tid").first.wait_for()
    window.get_by_role("button", name=SWEDISH["filters_clear"]).click()
    count(window, "100 av 236 visas")
    assert (since.input_value(), until.input_value()) == ("", "")


def test_words_are_searched_for_and_nothing_found_is_told(board):
    window = board()
    search(window, "budgeten uppföljningen")
    count(window, "1 visas")
    assert "reviderade budgeten" in window.locator(".rows").inner_text()
    search(window, "finnsinte")
    window.get_by_text(SWEDISH["nothing"]).first.wait_for()
    window.wait_for_function("t => document.getElementById('news').textContent === t", arg=SWEDISH["nothing"])


def test_a_row_opens_its_passage_by_keyboard_and_gets_the_focus_back(board):
    window = board()
    search(window, "avslå")
    count(window, "1 visas")
    source = row(window, "avslå").locator(".source-place")
    source.focus()
    window.keyboard.press("Enter")
    panel = window.get_by_role("dialog", name=PAGE["source"])
    panel.wait_for()
    assert panel.locator("mark").inner_text() == "Styrelsen beslutar att avslå ansökan om Kryddhyllan."
    assert panel.get_by_text("§ 12 Ansökningar").count() == 1
    window.wait_for_function(f"{FOCUSED}.id === 'source-title'")
    window.keyboard.press("Escape")
    panel.wait_for(state="detached")
    window.wait_for_function(f"{FOCUSED}.classList.contains('source-place')")


def test_columns_sort_and_the_head_keeps_the_focus(board):
    window = board()
    window.get_by_role("button", name="Vad", exact=False).first.click()
    head = window.get_by_role("columnheader", name=re.compile(r"Vad$"))
    window.wait_for_function("document.querySelector('th[aria-sort=ascending]')?.innerText.includes('Vad')")
    assert "att anta" in window.locator(".rows tbody tr").first.inner_text()
    assert window.evaluate(f"{FOCUSED}.closest('th')?.getAttribute('aria-sort')") == "ascending"
    window.keyboard.press("Enter")
    window.wait_for_function("document.querySelector('th[aria-sort=descending]')?.innerText.includes('Vad')")
    assert head.count() == 1
    window.locator("#news", has_text="sorterade efter vad, fallande").wait_for(state="attached")


def test_more_rows_are_shown_when_asked(board):
    window = board()
    window.get_by_role("button", name=SWEDISH["more"].format(count=100)).click()
    count(window, "200 av 236 visas")
    window.get_by_role("button", name=SWEDISH["more"].format(count=36)).click()
    count(window, "236 visas")
    assert window.locator(".rows tbody tr").count() == 236


def test_what_is_shown_is_downloaded_and_read_back(board, tmp_path):
    window = board()
    window.get_by_role("radio", name=SWEDISH["kind_belopp"]).check()
    search(window, "Ljuset")
    count(window, "4 visas")
    path = saved(window, SWEDISH["save_csv"], tmp_path)
    assert path.name == "beslut-och-siffror.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert sorted(int(one["Kronor"]) for one in rows) == [610_400, 1_200_000, 1_250_000, 1_300_000]
    window.get_by_text(SWEDISH["announce_saved"].format(name="beslut-och-siffror.csv")).wait_for()
    sheet = openpyxl.load_workbook(saved(window, SWEDISH["save_xlsx"], tmp_path)).active
    heads = [cell.value for cell in sheet[1]]
    assert sorted(one[heads.index("Kronor")].value for one in sheet.iter_rows(min_row=2)) == sorted(
        int(one["Kronor"]) for one in rows
    )


def test_the_timeline_shows_decisions_by_year(board):
    window = board()
    show(window, "timeline")
    years = window.locator(".timeline .year > h3").all_inner_texts()
    assert years[:3] == ["2031", "2030", "2029"]
    assert years == sorted(years, reverse=True)
    assert "förslag" not in window.locator(".timeline").inner_text()
    window.locator(".event", has_text="bevilja Ljuset").locator(".source-place").click()
    window.locator(".source mark").wait_for()
    assert not window.get_by_role("radio", name=SWEDISH["kind_mål"]).is_visible()


def test_a_plot_is_read_as_text_as_table_and_bar_by_bar(board):
    window = board()
    show(window, "plots")
    plot = window.get_by_role("group", name="Budget per insats, Malmö")
    assert "Störst är Kontaktpunkten, budget 2030" in plot.locator("figcaption").inner_text()
    plot.get_by_text(SWEDISH["plot_as_table"]).click()
    table = plot.get_by_role("table", name="Budget per insats, Malmö")
    assert "1 250 000 kr" in table.get_by_role("row", name="Ljuset 2030").first.inner_text().replace("\u00a0", " ")
    assert table.get_by_role("row", name="Ljuset 2030").count() == 2
    bar = plot.get_by_role("button", name=re.compile("Ljuset, budget 2031: 1.300.000.kr"))
    bar.focus()
    window.keyboard.press("Enter")
    window.locator(".source mark").first.wait_for()
    assert window.locator(".source mark").all_inner_texts() == ["Ljuset", "1300000"]


def test_a_plot_draws_bars_in_proportion(board):
    window = board()
    show(window, "plots")
    widths = window.evaluate(
        """() => [...document.querySelector('.plot').querySelectorAll('.bar')].map(bar => {
            const value = bar.querySelector('.bar-value').textContent.replace(/\\D/g, '');
            return [value, bar.querySelector('rect').getBBox().width];
        })"""
    )
    ratios = {round(width / int(value) * 1e6) for value, width in widths}
    assert max(ratios) - min(ratios) <= 1


def test_an_initiative_opens_its_sheet_and_goes_back_to_where_one_was(board):
    window = board()
    search(window, "Ljuset")
    count(window, "1 visas")
    name = row(window, "Ljuset").get_by_role("button", name="Ljuset").first
    name.click()
    sheet = window.get_by_role("article", name="Ljuset")
    sheet.wait_for()
    window.wait_for_function(f"{FOCUSED}.id === 'sheet-title'")
    text = sheet.inner_text().replace("\u00a0", " ")
    for said in (
        "2 uppgifter skiljer sig",
        "Malmö stad",
        "Region Skåne",
        "1 250 000 kr",
        "1 200 000 kr",
        "jan–aug 2030",
    ):
        assert said in text
    window.locator("#news", has_text=SWEDISH["announce_sheet"].format(name="Ljuset")).wait_for(state="attached")
    sheet.locator(".source-place", has_text="Delårsredovisning 2030").first.click()
    window.locator(".source mark").first.wait_for()
    window.keyboard.press("Escape")
    sheet.get_by_role("button", name=SWEDISH["back"]).click()
    count(window, "1 visas")
    window.wait_for_function(f"{FOCUSED}.classList.contains('name-link')")


def test_an_answer_leads_to_the_sheet_of_what_it_is_about(page_url, visit):
    window = visit(page_url)
    turn = ask(window, "Hur går det för Ljuset?")
    links = turn.locator(".sheets button")
    assert links.all_inner_texts() == ["Allt om Ljuset i registret", "Allt om Kryddhyllan i registret"]
    turn.locator(".mark").first.click()
    window.locator(".source mark").first.wait_for()
    links.first.focus()
    window.keyboard.press("Enter")
    window.wait_for_function("!document.body.classList.contains('source-open')")
    sheet = window.get_by_role("article", name="Ljuset")
    sheet.wait_for()
    assert window.get_by_role("tab", name=PAGE["view_register"]).get_attribute("aria-selected") == "true"
    window.wait_for_function(f"{FOCUSED}.id === 'sheet-title' && {FOCUSED}.innerText === 'Ljuset'")
    window.locator("#news", has_text=SWEDISH["announce_sheet"].format(name="Ljuset")).wait_for(state="attached")
    window.get_by_role("radio", name="English").check()
    for name in ("Ljuset", "Kryddhyllan"):
        window.get_by_role("tab", name=ENGLISH_PAGE["view_ask"]).click()
        turn.get_by_role("button", name=ENGLISH_PAGE["all_about"].format(name=name)).click()
        window.wait_for_function(f"name => {FOCUSED}.id === 'sheet-title' && {FOCUSED}.innerText === name", arg=name)
    window.get_by_role("button", name=ENGLISH["back"]).click()
    window.locator(".rows").wait_for()
    window.wait_for_function(f"{FOCUSED}.closest('#register-text') !== null")
