"""The canonical text holds every block at its place, and knows its sections, tables, pages and seams."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.canonical import write
from ingest.model import SEAM, Block, Document, Kind, PageMark, Reading, RowDraft, TableDraft
from tests.ingest.drafts import SOURCE, document, squeezed, texts


def written(*blocks: Block) -> Document:
    return write(Reading(blocks), SOURCE)


def heading(text: str, level: int, mark: str = "") -> Block:
    return Block(Kind.HEADING, text, level=level, mark=mark)


def paragraph(text: str, page: int | None = None) -> Block:
    return Block(Kind.PARAGRAPH, text, page=page)


def item(text: str) -> Block:
    return Block(Kind.ITEM, text, level=1, mark="•")


TABLE = TableDraft(
    lines=(("Insats", "Kostnad"), ("Gnistan", f"1{SEAM} 200"), ("", "400")),
    heads=(f"In{SEAM}sats", "Kostnad"),
    rows=(RowDraft(((1, 0), (1, 1))), RowDraft((None, (2, 1)))),
    units=("", "kr"),
)


def test_nothing_gives_an_empty_text() -> None:
    found = written()
    assert (found.text, found.blocks, len(found.sections)) == ("", (), 1)
    assert (found.sections[0].start, found.sections[0].end, found.sections[0].level) == (0, 0, 0)


def test_blocks_are_apart_and_lists_close() -> None:
    found = written(heading("Mål", 1), paragraph("Vi vill:"), item("• ett"), item("• två"), paragraph("Slut."))
    assert found.text == "Mål\n\nVi vill:\n• ett\n• två\n\nSlut."


@pytest.mark.parametrize("empty", ["", " ", SEAM, f" {SEAM}\t"])
def test_blocks_without_words_are_left_out(empty: str) -> None:
    table = Block(Kind.TABLE, table=TableDraft(((empty, ""),), ("", ""), (), ("", "")))
    found = written(paragraph(empty), paragraph("Ett."), table, Block(Kind.TABLE, table=TABLE), paragraph(empty))
    assert [block.kind for block in found.blocks] == [Kind.PARAGRAPH, Kind.TABLE]
    assert len(found.tables) == 1


def test_seams_are_places_in_the_text() -> None:
    found = written(paragraph(f"sam{SEAM}verkan{SEAM}{SEAM}"), paragraph(f"{SEAM}Mer"))
    assert found.text == "samverkan\n\nMer"
    assert found.seams == (3, 9, 11)


def test_sections_nest_by_level() -> None:
    found = written(
        heading("1 Uppdrag", 1, "1"), heading("1.1 Mål", 2), paragraph("Text."), heading("Bakgrund", 3),
        heading("1.2 Parter", 2), heading("2 Budget", 1), paragraph("Slut."),
    )  # fmt: skip
    assert [section.path for section in found.sections[1:]] == [
        ("1 Uppdrag",), ("1 Uppdrag", "1.1 Mål"), ("1 Uppdrag", "1.1 Mål", "Bakgrund"), ("1 Uppdrag", "1.2 Parter"),
        ("2 Budget",),
    ]  # fmt: skip
    for section in found.sections[1:]:
        assert found.text[section.start : section.end].startswith(section.heading)
    assert "1.2" in found.text[found.sections[1].start : found.sections[1].end]
    assert "1.2" not in found.text[found.sections[2].start : found.sections[2].end]
    assert found.sections[-1].end == found.sections[0].end == len(found.text)


def test_a_section_may_jump_levels() -> None:
    found = written(heading("Djup", 3), heading("Grund", 1), heading("Mitt", 2))
    assert [section.path for section in found.sections[1:]] == [("Djup",), ("Grund",), ("Grund", "Mitt")]


@pytest.mark.parametrize(
    ("text", "mark", "number"),
    [
        ("5. Medel", "5", "5"),
        ("2.1 Mål", "", "2.1"),
        ("7 §", "", "7 §"),
        ("5 a § Uppgifter", "", "5 a §"),
        ("2 kap. 3 §", "", "2 kap. 3 §"),
        ("2 kap. Uppgifter", "", "2 kap."),
        ("§ 12 Budget", "§ 12", "§ 12"),
        ("§ 12 Budget", "", "§ 12"),
        ("Bilaga 1", "Bilaga 1", "Bilaga 1"),
        ("18-24 år", "", ""),
        ("Mål", "", ""),
    ],
)
def test_section_numbers(text: str, mark: str, number: str) -> None:
    assert written(heading(text, 1, mark)).sections[1].number == number


def test_a_table_is_written_as_it_stands() -> None:
    found = written(paragraph(f"Medel {SEAM}2031:"), Block(Kind.TABLE, table=TABLE))
    (table,) = found.tables
    assert found.text[table.start : table.end] == "Insats\tKostnad\nGnistan\t1 200\n\t400"
    assert [[found.text[cell.start : cell.end] for cell in row.cells] for row in table.rows] == [
        ["Gnistan", "1 200"], ["", "400"]
    ]  # fmt: skip
    assert [found.text[row.start : row.end] for row in table.rows] == ["Gnistan\t1 200", "\t400"]
    assert (table.title, table.heads) == ("Medel 2031", ("Insats", "Kostnad"))


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ([heading("5. Medel", 1)], "5. Medel"),
        ([heading("5. Medel", 1), paragraph("Beslutade insatser:")], "Beslutade insatser"),
        ([heading("5. Medel", 1), paragraph("Så fördelas medlen. " * 8)], "5. Medel"),
        ([heading("5. Medel", 1), item("• ett")], "5. Medel"),
        ([], ""),
    ],
)
def test_a_table_takes_its_title_from_above(above: list[Block], title: str) -> None:
    assert written(*above, Block(Kind.TABLE, table=TABLE)).tables[0].title == title


def test_markdown_rows_keep_their_bars() -> None:
    found = written(Block(Kind.TABLE, table=replace(TABLE, separator="|", title="Medel")))
    assert found.text == "| Insats | Kostnad |\n| Gnistan | 1 200 |\n|  | 400 |"
    assert found.tables[0].title == "Medel"


def test_pages_begin_where_their_number_changes() -> None:
    found = written(paragraph("Ett.", 1), paragraph("Två.", 1), paragraph("Tre.", 2), paragraph("Utan."))
    assert found.pages == (PageMark(0, 1), PageMark(12, 2))
    assert [found.page_at(offset) for offset in (0, 11, 12, 19)] == [1, 1, 2, 2]


blocks = st.builds(
    lambda kind, text, level, page: Block(kind, text, level=level, page=page),
    st.sampled_from([kind for kind in Kind if kind is not Kind.TABLE]),
    st.text(alphabet=f"ab 1.{SEAM}", max_size=10),
    st.integers(1, 4),
    st.none() | st.integers(1, 3),
) | st.builds(
    lambda cells: Block(Kind.TABLE, table=TableDraft(tuple(cells), ("", ""), (RowDraft(((0, 0), None)),), ("", ""))),
    st.lists(st.tuples(st.text(alphabet=f"ab1{SEAM}", max_size=5), st.just("x")), min_size=1, max_size=3),
)


def words_of(block: Block) -> str:
    cells = [block.text] if block.table is None else [cell for line in block.table.lines for cell in line]
    return squeezed("".join(cells).replace(SEAM, ""))


@given(st.lists(blocks, max_size=12))
def test_every_block_is_at_its_place(drafts: list[Block]) -> None:
    found = written(*drafts)
    kept = [block for block in drafts if words_of(block)]
    assert [block.kind for block in found.blocks] == [block.kind for block in kept]
    for draft, placed in zip(kept, found.blocks, strict=True):
        assert squeezed(found.text[placed.start : placed.end]) == words_of(draft)
    assert squeezed(found.text) == "".join(map(words_of, kept))


@given(st.lists(blocks, max_size=12))
def test_offsets_are_in_order(drafts: list[Block]) -> None:
    found = written(*drafts)
    assert sorted(set(found.seams)) == list(found.seams)
    assert all(0 <= seam <= len(found.text) for seam in found.seams)
    starts = [mark.start for mark in found.pages]
    assert starts == sorted(starts)
    for block in found.blocks:
        section = found.sections[block.section]
        assert section.start <= block.start <= block.end <= section.end
        for outer in found.sections:
            assert block.end <= outer.start or block.start >= outer.end or outer.start <= block.start <= outer.end


@given(texts)
def test_any_text_becomes_a_document(text: str) -> None:
    found = document(text)
    for table in found.tables:
        assert 0 <= table.start <= table.end <= len(found.text)
        for row in table.rows:
            assert table.start <= row.start <= row.end <= table.end
            assert len(row.cells) == len(table.heads)
    assert found.text == found.text.strip(" \n")
