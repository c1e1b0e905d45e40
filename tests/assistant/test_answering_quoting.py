"""Quotes cross no seam, and lead back to their place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.quoting import cite, section_name, verbatim_span
from ingest.model import SEAM
from tests.assistant.drafted import document, heading, paragraph


@pytest.mark.parametrize(
    ("text", "holding", "quote"),
    [
        ("Utan söm.", None, "Utan söm."),
        (f"Kort {SEAM}och en längre del.", None, "och en längre del."),
        (f"En ganska lång del {SEAM}kort.", None, "En ganska lång del"),
        (f"En ganska lång del {SEAM}kort.", "kort", "kort."),
        (f"Ett {SEAM}två {SEAM}tre", "två", "två"),
        (f"{SEAM}Söm i början.", None, "Söm i början."),
    ],
)
def test_the_part_that_is_verbatim(text: str, holding: str | None, quote: str) -> None:
    """The longest between two seams, or the one with the word that must be in it."""
    read = document(paragraph(text))
    start, end = verbatim_span(read, 0, len(read.text), None if holding is None else read.text.index(holding))
    assert read.text[start:end] == quote


TEXTS = st.lists(st.sampled_from(["ord ", "text", SEAM, " ", "längre del "]), min_size=1, max_size=12).map("".join)


@given(TEXTS, st.data())
def test_a_quote_never_crosses_a_seam(text: str, data: st.DataObject) -> None:
    read = document(paragraph(f"A{text}Z"))
    start = data.draw(st.integers(0, len(read.text) - 1))
    end = data.draw(st.integers(start + 1, len(read.text)))
    holding = data.draw(st.none() | st.integers(start, end - 1))
    first, last = verbatim_span(read, start, end, holding)
    assert start <= first <= last <= end
    assert not any(first < seam < last for seam in read.seams)
    assert read.text[first:last] == read.text[first:last].strip()


def test_a_citation_tells_where_it_stands() -> None:
    read = document(
        heading("Plan 2031"), heading("Budget", 2), paragraph("Budgeten är stor."), title="Plan 2031", year=2031
    )
    start = read.text.index("Budgeten")
    made = cite(read, start - 1, start + len("Budgeten är"), 3)
    assert (made.marker, made.document, made.title, made.section) == (3, "plan", "Plan 2031", "Budget")
    assert (made.quote, read.text[made.start : made.end]) == ("Budgeten är", "Budgeten är")
    assert (made.year, made.association, made.page) == (2031, "malmo", None)


@pytest.mark.parametrize(("title", "name"), [("Plan", "Mål › Delmål"), ("En annan", "Plan › Mål › Delmål")])
def test_a_section_is_named_without_the_title(title: str, name: str) -> None:
    read = document(heading("Plan"), heading("Mål", 2), heading("Delmål", 3), paragraph("Text."), title=title)
    assert section_name(read, read.sections[-1]) == name
    assert section_name(read, read.sections[0]) == ""
