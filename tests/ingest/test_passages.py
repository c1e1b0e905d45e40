"""Passages cover the text, never cross a heading, and keep rows whole and lists with their lead-in."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from ingest.canonical import write
from ingest.model import Block, Document, Kind, Reading, RowDraft, Source, TableDraft
from ingest.passages import LIMIT, TARGET, context, split
from tests.ingest.drafts import document, squeezed, texts

SOURCE = Source("plan", "plan.txt", "Plan 2031")


def parts(*blocks: Block) -> list[str]:
    found = split(write(Reading(blocks), SOURCE))
    return [found.text[passage.start : passage.end] for passage in found.passages]


def paragraph(length: int, end: str = ".") -> Block:
    """A paragraph of so many characters, in sentences of fifty."""
    text = ("Meningen om stöd till unga vuxna är femtio tecken. " * (length // 51 + 1))[: length - 1].rstrip(" .")
    return Block(Kind.PARAGRAPH, text + end)


def item(length: int) -> Block:
    return Block(Kind.ITEM, f"• {'punkt ' * (length // 6)}"[:length].strip(), level=1, mark="•")


def heading(text: str) -> Block:
    return Block(Kind.HEADING, text, level=1)


def test_a_short_section_is_one_passage() -> None:
    assert parts(heading("Mål"), Block(Kind.PARAGRAPH, "Ett."), Block(Kind.PARAGRAPH, "Två.")) == [
        "Mål\n\nEtt.\n\nTvå."
    ]


def test_headings_begin_passages() -> None:
    found = parts(heading("Mål"), Block(Kind.PARAGRAPH, "Ett."), heading("Medel"), Block(Kind.PARAGRAPH, "Två."))
    assert found == ["Mål\n\nEtt.", "Medel\n\nTvå."]


def test_paragraphs_are_gathered_to_about_the_target() -> None:
    found = parts(*[paragraph(200)] * 12)
    assert all(TARGET * 0.8 < len(part) <= LIMIT for part in found)


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    found = parts(paragraph(3000))
    assert len(found) > 3
    assert all(len(part) <= LIMIT and part.startswith("Meningen") and part.endswith(".") for part in found)


@pytest.mark.parametrize("text", ["ord " * 2000, "x" * 5000, "x" * 600 + " " + "y" * 600 + " z"])
def test_a_sentence_without_end_is_cut_between_words(text: str) -> None:
    found = parts(Block(Kind.PARAGRAPH, text.strip()))
    assert len(found) > 1
    assert all(0 < len(part) <= LIMIT and part == part.strip() for part in found)
    assert squeezed("".join(found)) == squeezed(text)


@pytest.mark.parametrize("before", [100, 300, 450, 600, 900])
def test_a_list_keeps_its_lead_in(before: int) -> None:
    """However long the paragraph above, its last sentence stands with the first item."""
    lead = Block(Kind.PARAGRAPH, f"{paragraph(before).text} Medlen går till:")
    found = parts(lead, item(300), item(300), item(300))
    assert any("Medlen går till:\n•" in part for part in found)
    assert all(len(part) <= LIMIT for part in found)


def test_a_scrap_at_the_end_of_a_section_joins_the_passage_before() -> None:
    assert parts(paragraph(520), Block(Kind.PARAGRAPH, "Slut.")) == [f"{paragraph(520).text}\n\nSlut."]


def test_notes_and_residue_are_apart_from_text() -> None:
    notes = [Block(Kind.NOTE, "1 Se planen.", mark="1"), Block(Kind.NOTE, "2 Se budgeten.", mark="2")]
    remains = [Block(Kind.RESIDUE, "15%"), Block(Kind.RESIDUE, "20%")]
    found = parts(Block(Kind.PARAGRAPH, "Ett."), *notes, Block(Kind.PARAGRAPH, "Två."), *remains)
    assert found == ["Ett.", "1 Se planen.\n\n2 Se budgeten.", "Två.", "15%\n\n20%"]


def table(rows: int, width: int) -> TableDraft:
    lines = (("Insats", "Text"), *((f"Insats {i}", "ord " * (width // 4)) for i in range(rows)))
    return TableDraft(
        lines, ("Insats", "Text"), tuple(RowDraft(((i + 1, 0), (i + 1, 1))) for i in range(rows)), ("", "")
    )


@pytest.mark.parametrize(("rows", "width"), [(1, 40), (3, 2000), (40, 100), (9, 400)])
def test_table_rows_are_whole(rows: int, width: int) -> None:
    found = split(write(Reading((heading("Medel"), Block(Kind.TABLE, table=table(rows, width)))), SOURCE))
    held = [passage for passage in found.passages if passage.table == 0]
    for row in found.tables[0].rows:
        assert sum(passage.start <= row.start and row.end <= passage.end for passage in held) == 1
    assert held[0].start == found.tables[0].start
    assert held[-1].end == found.tables[0].end


def test_rows_that_share_lines_are_not_parted() -> None:
    """A group's name in the first row's line belongs to the rows below it as well."""
    lines = tuple((f"{'Grupp' if i == 0 else ''}", f"rad {i} {'ord ' * 60}") for i in range(4))
    rows = tuple(RowDraft(((0, 0), (i, 1))) for i in range(4))
    drafted = Block(Kind.TABLE, table=TableDraft(lines, ("", ""), rows, ("", "")))
    (passage,) = split(write(Reading((drafted,)), SOURCE)).passages
    assert passage.table == 0


def test_lines_between_rows_go_with_the_row_below() -> None:
    lines = tuple((f"rad {i} {'ord ' * 60}",) for i in range(5))
    drafted = TableDraft(lines, ("",), (RowDraft(((0, 0),)), RowDraft(((1, 0),)), RowDraft(((4, 0),))), ("",))
    found = parts(Block(Kind.TABLE, table=drafted))
    assert squeezed("".join(found)) == squeezed("".join(cell for line in lines for cell in line))
    assert found[-1].startswith("rad 2")


def test_pages_are_those_of_the_beginning() -> None:
    blocks = [Block(Kind.PARAGRAPH, paragraph(500).text, page=page) for page in (3, 4, 4, 7)]
    assert [passage.page for passage in split(write(Reading(tuple(blocks)), SOURCE)).passages] == [3, 4, 4, 7]
    assert split(write(Reading((paragraph(20),)), SOURCE)).passages[0].page is None


def test_context_names_what_stands_above() -> None:
    blocks = (heading("Plan 2031"), Block(Kind.HEADING, "Medel", level=2), Block(Kind.TABLE, table=table(1, 8)))
    found = split(write(Reading(blocks), SOURCE))
    assert context(found, found.passages[-1]) == "Plan 2031 · Medel · Insats · Text"
    assert context(found, found.passages[0]) == "Plan 2031"


def check(found: Document) -> None:
    end = 0
    for passage in found.passages:
        assert end <= passage.start < passage.end <= len(found.text)
        assert not found.text[end : passage.start].strip(), "no word is between passages"
        inside = [block for block in found.blocks if passage.start < block.end and block.start < passage.end]
        assert {block.section for block in inside} == {passage.section}
        assert all(block.kind is not Kind.HEADING or block.start == passage.start for block in inside)
        assert (passage.table is not None) == any(block.kind is Kind.TABLE for block in inside)
        if passage.table is None:
            assert passage.end - passage.start <= LIMIT
        end = passage.end
    assert not found.text[end:].strip()


@given(texts)
@settings(max_examples=200)
def test_passages_of_any_text(text: str) -> None:
    """They are in order, do not overlap, cover all words, and stay in one section."""
    check(document(text))
