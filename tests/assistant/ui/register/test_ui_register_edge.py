"""Between the page and the register: presses, sources and files, and what goes wrong."""

from __future__ import annotations

import base64
import csv
import logging
import re
from io import BytesIO, StringIO
from types import SimpleNamespace

import openpyxl
import pytest

from assistant.register.entries import Kind
from assistant.register.selection import Column, Order, Wanted
from assistant.ui.register.edge import NOTHING, RegisterEdge
from assistant.ui.register.shown import EVERY, PAGE, Shown, View
from assistant.ui.register.texts import SWEDISH
from tests.assistant.register.records import RECORDS, SOURCES
from tests.assistant.ui.desk import Desk

SECRET = "secret words of a document"


class Opened(SimpleNamespace):
    __hash__ = object.__hash__


class Keeper(Desk):
    """A desk whose index holds the invented records."""

    def __init__(self, error=None, status="ok", records=RECORDS):
        super().__init__(error, status)
        self.opened = Opened(records=records, sources=SOURCES)

    def library(self):
        return self._say(self.opened, "library")


@pytest.fixture
def edge():
    return RegisterEdge(Keeper())


def press(edge, do, shown=None, **sent):
    return edge.pressed(shown or Shown(), do, sent)


def file(edge, shown, form):
    html = edge.file_html(shown, {"form": form}, "sv")
    name, content = re.search(r'download="([^"]+)".*data-content="([^"]+)"', html).groups()
    return name, base64.b64decode(content)


def test_filters_choose_what_is_shown():
    shown = Shown(initiative="Ljuset", rows=300).chosen(
        "ord", "plots", EVERY, ["malmo"], [2030], ["Ljuset"], " 2029", "2030-06 "
    )
    assert shown.wanted == Wanted(
        associations=frozenset({"malmo"}),
        initiatives=frozenset({"Ljuset"}),
        years=frozenset({2030}),
        since="2029",
        until="2030-06",
        text="ord",
    )
    assert (shown.view, shown.rows, shown.initiative) == (View.PLOTS, PAGE, "")
    assert Shown().chosen("", "table", "mål", [], [], []).wanted.kinds == {Kind.GOAL}


def test_a_column_pressed_twice_turns_the_order_round(edge):
    once = press(edge, "sort", column="vad")
    assert once.order == Order(Column.WHAT, False)
    assert press(edge, "sort", once, column="vad").order == Order(Column.WHAT, True)
    assert press(edge, "sort", once, column="belopp").order == Order(Column.VALUE, True)


def test_presses_that_make_no_sense_change_nothing(edge):
    for do, sent in (("sort", {"column": "x"}), ("sort", {}), ("sheet", {}), ("boil", {})):
        assert press(edge, do, **sent) == Shown()


def test_more_rows_a_sheet_and_back(edge):
    assert press(edge, "more").rows == 2 * PAGE
    opened = press(edge, "sheet", name="Ljuset")
    assert 'id="sheet-title"' in edge.result_html(opened, "sv")
    assert press(edge, "back", opened) == Shown()


def test_each_view_is_rendered(edge):
    assert "<table" in edge.result_html(Shown(), "sv")
    timeline = edge.result_html(Shown(Wanted(), View.TIMELINE), "sv")
    assert 'class="timeline"' in timeline
    assert "Vågen två miljoner" not in timeline
    assert 'class="plot"' in edge.result_html(Shown(view=View.PLOTS), "sv")


def test_what_was_wrongly_asked_is_told(edge):
    assert "ÅÅÅÅ-MM-DD" in edge.result_html(Shown(Wanted(since="nyss")), "sv")


def test_a_passage_opens_with_its_words(edge):
    html = edge.source_html({"entry": "0", "start": "100"}, "sv")
    assert 'class="source"' in html
    (citation,) = edge.assistant.calls[-1]
    assert (citation.document, citation.start, citation.quote) == (
        "minutes",
        100,
        "Styrelsen beslutar att bevilja Ljuset medel.",
    )


def test_a_passage_of_documents_that_were_read_anew_is_not_taken_for_another(edge):
    assert SWEDISH["renewed"] in edge.source_html({"entry": "0", "start": "99"}, "sv")
    assert "failed" not in edge.source_html({"entry": "0", "start": "100"}, "sv")


@pytest.mark.parametrize("sent", [{}, {"entry": "x", "start": "1"}, {"entry": "999", "start": "100"}])
def test_a_passage_that_is_not_there_is_told(edge, sent):
    assert 'class="notice"' in edge.source_html(sent, "sv")


def test_files_hold_what_is_shown_in_its_order(edge):
    shown = Shown(order=Order(Column.WHAT, False))
    name, data = file(edge, shown, "csv")
    assert name == "beslut-och-siffror.csv"
    rows = list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    expected = ["att avslå ansökan om Kryddhyllan", "att bevilja Ljuset medel", "att planen gäller"]
    assert [row["Vad"] for row in rows] == expected
    name, data = file(edge, shown, "xlsx")
    sheet = openpyxl.load_workbook(BytesIO(data)).active
    assert [row[5].value for row in sheet.iter_rows(min_row=2)] == expected


@pytest.mark.parametrize(
    ("shown", "kinds"),
    [
        (Shown(Wanted(), View.TIMELINE), {"Beslut"}),
        (Shown(Wanted(), View.PLOTS), {"Belopp", "Resultat"}),
        (Shown(initiative="Ljuset"), {"Beslut", "Belopp", "Resultat", "Insats"}),
    ],
)
def test_files_of_the_other_views_hold_what_they_show(edge, shown, kinds):
    _, data = file(edge, shown, "csv")
    rows = list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert {row["Slag"] for row in rows} == kinds


def test_without_an_index_nothing_is_read():
    for status, key in (("warming", "warming"), ("no_index", "no_index")):
        keeper = Keeper(status=status)
        edge = RegisterEdge(keeper)
        assert edge.facets() == NOTHING
        assert SWEDISH[key] in edge.status_html("sv")
        assert edge.result_html(Shown(), "sv") == ""
        assert keeper.calls == []


def test_what_goes_wrong_is_a_sentence_and_never_an_error_nor_words_in_the_log(caplog):
    edge = RegisterEdge(Keeper(RuntimeError(SECRET)))
    with caplog.at_level(logging.DEBUG):
        assert edge.facets() == NOTHING
        assert SWEDISH["failed"] in edge.result_html(Shown(), "sv")
        assert SWEDISH["failed"] in edge.file_html(Shown(), {"form": "csv"}, "sv")
        assert 'class="notice"' in edge.source_html({"entry": "0", "start": "100"}, "sv")
    assert SECRET not in caplog.text
    assert caplog.text.count("error=RuntimeError") == 4


def test_a_file_of_another_kind_is_refused(edge):
    assert SWEDISH["failed"] in edge.file_html(Shown(), {"form": "exe"}, "sv")
