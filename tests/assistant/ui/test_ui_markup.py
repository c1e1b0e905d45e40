"""Plain text becomes HTML and never more than its text."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.ui.markup import answer_html, document_html, escape, lines_of, merged

TABLE = "Tabell 1\nInsats\tBudget\nSteget\t1 250\nSumma\t1 250"
TAG = re.compile(r"</?(?:p|ul|li|table|thead|tbody|tr|th|td|div|mark|h3|span)(?: [a-z]+=\"[a-z -]*\d?\")*>")


def test_paragraphs_and_lists():
    html = answer_html("Först detta:\n- ett\n- två\n\nSedan.", escape)
    assert html == '<p>Först detta:</p><ul><li class="bullet">ett</li><li class="bullet">två</li></ul><p>Sedan.</p>'


def test_numbered_items_keep_their_numbers():
    assert '<li class="numbered">2. två</li>' in answer_html("1. ett\n2. två", escape)


@pytest.mark.parametrize(
    "text",
    [
        "| Insats | Kronor |\n|---|---:|\n| Steget | 5 |",
        "Insats | Kronor\n--- | ---\nSteget | 5",
        "Insats\tKronor\nSteget\t5",
    ],
)
def test_tables_have_a_head_and_right_aligned_figures(text):
    html = answer_html(text, escape)
    assert '<thead><tr><th scope="col">Insats</th><th scope="col" class="figure">Kronor</th></tr></thead>' in html
    assert '<tbody><tr><td>Steget</td><td class="figure">5</td></tr></tbody>' in html


def test_a_row_without_a_first_cell_keeps_its_columns():
    html = document_html("A\t1\t2\n\t3\t4", (), "")
    assert '<tr><td></td><td class="figure">3</td><td class="figure">4</td></tr>' in html


def test_a_line_with_one_cell_is_no_table():
    assert "<table" not in document_html("\tIndragen rad\nEn rad\t", (), "")


def test_the_quoted_words_are_marked_at_their_place():
    text = "Ett två. Tre fyra."
    assert document_html(text, ((9, 12),), "") == "<p>Ett två. <mark>Tre</mark> fyra.</p>"


def test_a_quoted_row_is_marked_as_a_whole_and_said_to_be_quoted():
    start = TABLE.index("Steget")
    html = document_html(TABLE, ((start, start + len("Steget\t1 250")),), "Citerad rad")
    assert html.count('<tr class="quoted">') == 1
    assert '<span class="sr-only">Citerad rad: </span><mark>Steget</mark>' in html
    assert html.count("<mark>1 250</mark>") == 1


def test_the_section_s_own_heading_is_a_heading():
    assert document_html("3. Mål\nTexten.", ((0, 2),), "", "3. Mål") == "<h3><mark>3.</mark> Mål</h3><p>Texten.</p>"
    assert "<h3>" not in document_html("Texten.\nMer.", (), "", "3. Mål")


def test_overlapping_spans_become_one():
    assert merged([(5, 9), (0, 3), (2, 6), (20, 40), (8, 8)], 30) == ((0, 9), (20, 30))


@pytest.mark.parametrize("attack", ["<script>x()</script>", '"><img src=x onerror=x()>', "&lt;b&gt;", "</mark></p>"])
def test_markup_in_a_document_is_shown_as_text(attack):
    html = document_html(f"Rad {attack}\nCell {attack}\tCell", ((4, 8),), "")
    assert "<script" not in html
    assert "<img" not in html
    assert unescape(re.sub("<[^>]*>", "", html)).count(attack) == 2


@given(
    st.text(alphabet="ab1 \t|\n-•<>&\"'.åä", max_size=80),
    st.lists(st.tuples(st.integers(-3, 90), st.integers(-3, 90)), max_size=3),
)
def test_only_white_space_bullets_and_rules_are_lost(text, spans):
    html = document_html(text, spans, "")
    left = unescape(TAG.sub("", html))
    assert "<" not in TAG.sub("", html)
    kept = [character for character in text if character.isalnum() or character in "<>&\"'."]
    assert [character for character in left if character.isalnum() or character in "<>&\"'."] == kept


@given(st.text(max_size=60))
def test_lines_cover_the_text_in_order(text):
    found = list(lines_of(text))
    assert len(found) == text.count("\n") + 1
    assert all(0 <= line.start <= len(text) and line.end <= len(text) for line in found)
