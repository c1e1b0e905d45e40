"""Between the view and the screening."""

from __future__ import annotations

import base64
import json
import logging
import re
from io import BytesIO

import docx
import openpyxl
import pytest

from assistant.errors import ScreeningError
from assistant.screening.paper import write
from assistant.ui.screening.edge import ScreenEdge, discard
from assistant.ui.screening.pile import Item, Pile
from assistant.ui.screening.texts import ENGLISH, SWEDISH
from ingest.errors import IndexMissing, UnreadableFile
from tests.assistant.screening.protocols import DAY, GOAL, NUMBER, draft, paper, protocol
from tests.assistant.ui.desk import Desk

SECRET = "hemliga ord ur utkastet"


class Screener:
    """Takes everything for one draft, or raises ``error``."""

    def __init__(self, error=None):
        self.error = error

    def screen(self, path):
        assert path.exists()
        return self.screen_text("")

    def screen_text(self, text, name=""):
        if self.error:
            raise self.error
        return protocol()


def edge(error=None, desk=None):
    return ScreenEdge(desk or Desk(), Screener(error))


def opened():
    made = Pile()
    made.add(Item("a.md", text="a"))
    made.end(made.begin(), paper())
    return made


@pytest.fixture
def upload(tmp_path):
    folder = tmp_path / "upload"
    folder.mkdir()
    (folder / "a.md").write_text("x")
    return folder / "a.md"


def test_a_file_is_screened_and_deleted_with_its_folder(upload):
    assert edge().screened(Item("a.md", file=upload), "sv").title == "Ljusa steg"
    assert not upload.parent.exists()


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (UnreadableFile("a.md är tom."), "a.md är tom."),
        (UnreadableFile(f"{NUMBER}.md är tom."), "[personuppgift].md är tom."),
        (ScreeningError("Texten är ingen ansökan."), "Texten är ingen ansökan."),
        (IndexMissing("no index"), SWEDISH["no_index"]),
        (RuntimeError(SECRET), SWEDISH["failed_one"]),
    ],
)
def test_an_error_is_one_sentence_and_the_file_is_deleted_all_the_same(upload, error, sentence):
    assert edge(error).screened(Item("a.md", file=upload), "sv") == sentence
    assert not upload.exists()


@pytest.mark.parametrize("error", [RuntimeError(SECRET), UnreadableFile(SECRET)])
def test_no_word_of_a_draft_is_logged(error, caplog):
    with caplog.at_level(logging.DEBUG):
        edge(error).screened(Item("a", text=SECRET), "sv")
    assert caplog.records
    assert SECRET not in caplog.text


def test_what_is_not_there_can_be_discarded(tmp_path):
    discard(None)
    discard(tmp_path / "gone" / "a.md")


def test_a_folder_that_holds_more_is_left(upload):
    (upload.parent / "b.md").write_text("x")
    discard(upload)
    assert [path.name for path in upload.parent.iterdir()] == ["b.md"]


def test_presses_change_what_is_shown():
    made = opened()
    made.add(Item("b.md", text="b"))
    made.end(made.begin(), paper())
    act = edge().pressed
    act(made, "choose", {"index": "1", "checked": True})
    act(made, "choose", {"index": "0", "checked": True})
    assert made.chosen == [1, 0]
    act(made, "move", {"place": "1"})
    assert made.chosen == [0, 1]
    act(made, "compare", {})
    assert 'class="comparison"' in edge().result_html(made, "sv")
    act(made, "look", {"index": "1"})
    act(made, "order", {"checked": True})
    assert (made.opened, made.worst_first) == (1, True)
    act(made, "clear", {})
    assert made.items == []
    assert edge().result_html(made, "sv") == ""


@pytest.mark.parametrize(
    ("do", "sent"),
    [
        ("look", {}),
        ("look", {"index": "-1"}),
        ("look", {"index": "99"}),
        ("choose", {"index": "x", "checked": True}),
        ("move", {"place": "5"}),
        ("nothing", {"index": "0"}),
    ],
)
def test_presses_that_make_no_sense_change_nothing(do, sent):
    made = opened()
    edge().pressed(made, do, sent)
    assert (made.opened, made.chosen, len(made.items)) == (0, [], 1)


def test_clearing_deletes_the_files_that_wait(upload):
    made = Pile()
    made.add(Item("a.md", file=upload))
    edge().pressed(made, "clear", {})
    assert not upload.exists()


def test_a_criterion_is_shown_with_its_words_and_its_rule():
    desk = Desk()
    html = edge(desk=desk).evidence_html(opened(), {"finding": "0"}, "sv")
    assert "<mark>vuxna Malmöbor</mark>" in html
    assert "Verksamhetsplan för Ekstad 2031" in html
    assert "[personuppgift]" in html
    assert NUMBER not in html
    assert "█" not in html
    assert len(desk.calls) == 1


def test_a_rule_that_the_index_does_not_hold_is_named():
    desk = Desk()
    html = edge(desk=desk).evidence_html(opened(), {"finding": "1"}, "sv")
    assert SWEDISH["no_words"] in html
    assert "malmo-verksamhetsplan-2026, 3. Målgrupper" in html
    assert desk.calls == []


def test_a_decision_that_the_draft_is_like_is_shown_at_its_words():
    html = edge().evidence_html(opened(), {"decision": "0"}, "sv")
    assert "Båda prövar arbete med coach." in html
    assert "<mark>" in html


@pytest.mark.parametrize("sent", [{}, {"finding": "99"}, {"finding": "x"}, {"decision": "7"}])
def test_what_cannot_be_shown_is_one_sentence(sent):
    assert SWEDISH["failed"] in edge().evidence_html(opened(), sent, "sv")
    assert ENGLISH["failed"] in edge(desk=Desk(RuntimeError(SECRET))).evidence_html(opened(), {"finding": "0"}, "en")


def saved(html):
    """The name and the bytes of the file in a link."""
    name, content = re.search(r'download="([^"]+)".*data-content="([^"]+)"', html).groups()
    return name, base64.b64decode(content)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("docx", "protokoll-ljusa-steg.docx"),
        ("pdf", "protokoll-ljusa-steg.pdf"),
        ("letter", "brev-ljusa-steg.docx"),
        ("json", "protokoll-ljusa-steg.json"),
        ("xlsx", "jamforelse.xlsx"),
    ],
)
def test_a_protocol_is_taken_out_as_every_kind_of_file(form, name):
    found, data = saved(edge().file_html(opened(), {"form": form, "index": "0"}, "sv"))
    assert found == name
    assert data[:4] in (b"PK\x03\x04", b"%PDF", b"{\n  ")


def test_the_file_holds_what_the_page_shows():
    made = opened()
    _, data = saved(edge().file_html(made, {"form": "docx", "index": "0"}, "sv"))
    assert any(GOAL in one.text for one in docx.Document(BytesIO(data)).paragraphs)
    made.compare()
    _, data = saved(edge().file_html(made, {"form": "xlsx"}, "sv"))
    assert openpyxl.load_workbook(BytesIO(data))["Medel"]["B5"].value == "Ljusa steg"
    _, data = saved(edge().file_html(made, {"form": "json"}, "sv"))
    assert [one["id"] for one in json.loads(data)] == ["ljusa-steg"]


def test_without_questions_the_page_says_that_no_letter_is_needed():
    made = Pile()
    made.add(Item("a.md", text="a"))
    made.end(made.begin(), write(protocol(draft(), verdicts={}), DAY))
    html = edge().file_html(made, {"form": "letter", "index": "0"}, "sv")
    assert SWEDISH["nothing_to_ask"] in html
    assert "download" not in html


@pytest.mark.parametrize("sent", [{}, {"form": "exe", "index": "0"}, {"form": "docx", "index": "9"}, {"form": "xlsx"}])
def test_a_file_that_cannot_be_made_is_one_sentence(sent):
    assert SWEDISH["failed"] in edge().file_html(opened(), sent, "sv")
