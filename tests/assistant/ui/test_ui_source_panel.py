"""The panel that shows a source."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.ui.conversation import Place
from assistant.ui.source_panel import failed_source_html, source_html
from assistant.ui.texts import SWEDISH
from tests.assistant.ui.answers_in_tests import citation, view

TODAY = date(2031, 6, 1)


def panel(shown, *, association="malmo", place=Place(0, 0), count=2, language="sv"):  # noqa: B008
    return source_html(shown, citation(association=association), place, count, language, TODAY)


def test_it_shows_document_section_page_and_year_above_the_marked_text():
    html = panel(view())
    above, _, text = html.partition('class="source-text"')
    for part in ("Verksamhetsplan för Ekstad 2031", "Plan › 4. Stöd", "<dd>7</dd>", "<dd>2031</dd>", "Källa 1 av 2"):
        assert part in above
    assert "<h3>4. Stöd</h3><p><mark>Förbundet i Ekstad stöder</mark>" in text


def test_what_is_unknown_is_left_out():
    html = panel(view(page=None, year=None, association=""))
    assert SWEDISH["source_page"] not in html
    assert SWEDISH["source_year"] not in html


@pytest.mark.parametrize(
    ("shown", "association", "notice"),
    [
        (view(superseded=True), "malmo", SWEDISH["source_superseded"]),
        (
            view(superseded=True, valid_until=date(2024, 12, 31)),
            "malmo",
            "gällde till och med 2024-12-31 och har ersatts",
        ),
        (view(valid_until=date(2030, 12, 31)), "malmo", "gällde till och med 2030-12-31."),
        (view(), "ekstad", "annat förbund (Ekstad)"),
    ],
)
def test_a_source_to_be_read_with_care_says_so(shown, association, notice):
    html = panel(shown, association=association)
    assert html.count('class="notice"') == 1
    assert notice in html


@pytest.mark.parametrize("association", ["malmo", "riket", ""])
def test_an_ordinary_source_carries_no_notice(association):
    assert 'class="notice"' not in panel(view(valid_until=date(2031, 12, 31)), association=association)


def test_a_restatement_says_so_without_alarm():
    html = panel(view(form="omskrivning"))
    assert SWEDISH["source_restated"] in html
    assert 'class="notice"' not in html


def test_the_steps_end_at_the_ends():
    assert panel(view()).count(" disabled>") == 1
    assert 'data-step="next" data-turn="0" data-list="citations" data-index="1"' in panel(view())
    assert 'data-step="previous" data-turn="0" data-list="nearest" data-index="0"' in panel(
        view(), place=Place(0, 1, "nearest")
    )
    assert "data-step" not in panel(view(), count=1)


@pytest.mark.parametrize(
    ("address", "linked"), [("https://example.org/a?b=1&c=2", True), ("javascript:alert(1)", False), ("", False)]
)
def test_only_a_web_address_is_linked(address, linked):
    html = panel(view(address=address))
    assert ("<a href=" in html) is linked
    assert ('href="https://example.org/a?b=1&amp;c=2"' in html) is linked


def test_markup_in_a_document_is_shown_as_text():
    attack = "<script>x()</script>"
    html = panel(view(text=attack, title=attack, section=attack, highlights=()), association=attack)
    assert "<script" not in html
    assert html.count("&lt;script&gt;") >= 3


def test_a_source_that_cannot_be_opened_is_one_sentence_with_a_way_out():
    html = failed_source_html("sv")
    assert SWEDISH["failed_source"] in html
    assert 'data-act="close"' in html
