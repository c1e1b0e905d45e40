"""The outline of any text: nothing is lost, and tables, notes and pages keep their places."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings

from ingest.model import SEAM, Kind, Line, TableDraft
from ingest.outline import outline
from ingest.repair import repair
from tests.ingest.drafts import RUN, shown, squeezed, texts


def test_a_note_stands_below_the_paragraph_that_it_parts() -> None:
    text = f"{RUN * 2}Kunskapen1 om stödet växer hos alla parter och\n\n1 Enligt enkäten.\n\ndet märks.\n\nNytt stycke."
    paragraph, note, after = outline(repair([(None, text)]))
    assert paragraph.text.endswith(f"alla parter och {SEAM}det märks.")
    assert (note.kind, note.text, note.mark) == (Kind.NOTE, "1 Enligt enkäten.", "1")
    assert after.text == "Nytt stycke."


def test_paragraphs_without_line_breaks() -> None:
    """Text out of DOCX: a line is a paragraph, and a short one above is its heading."""
    long = "Förbundet finansierar insatser för dem som behöver stöd av flera parter samtidigt. " * 3
    assert shown(f"Uppdrag\n{long}\n{long}\nParter\n{long}") == [
        "# Uppdrag", long.strip(), long.strip(), "Parter", long.strip()
    ]  # fmt: skip
    assert shown(f"Uppdrag\n\n{long}\n\n{long}\n\nParter\n\n{long}") == [
        "# Uppdrag", long.strip(), long.strip(), "# Parter", long.strip()
    ]  # fmt: skip


def test_tables_keep_their_place_and_may_have_a_heading() -> None:
    table = TableDraft((("a", "b"),), ("", ""), (), ("", ""))
    blocks = outline([Line("Text om medlen."), Line("Medel 2031", gap=1), table, Line("Mer text.")])
    assert [block.kind for block in blocks] == [Kind.PARAGRAPH, Kind.HEADING, Kind.TABLE, Kind.PARAGRAPH]
    assert blocks[2].table is table


def test_pages_are_those_where_blocks_begin() -> None:
    blocks = outline([Line("Rubrik", 1), Line("Text som går", 1), Line("vidare.", 2), Line("Ny text.", 2, 1)])
    assert [(block.text, block.page) for block in blocks] == [
        ("Rubrik", 1), ("Text som går vidare.", 1), ("Ny text.", 2)
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "ord", "x" * 200_000, "ord " * 50_000, "rad utan slut\n" * 20_000, "\t" * 1000])
def test_odd_files(text: str) -> None:
    blocks = outline(repair([(None, text)]))
    assert squeezed("".join(block.text for block in blocks)) == squeezed(text)


@given(texts)
@example("[VÄRDE]\n\t\nUppföljning\nUppföljning ")
@settings(max_examples=200)
def test_no_word_of_any_text_is_lost(text: str) -> None:
    """All repaired lines are in the blocks, but for hyphens at the end of lines."""

    def letters(lines: list[str]) -> list[str]:
        return sorted(c for line in lines for c in line if c.isalnum())

    lines = repair([(None, text)])
    blocks = outline(lines)
    assert letters([line.text for line in lines]) == letters([block.text for block in blocks])
    assert all(block.level > 0 for block in blocks if block.kind in (Kind.HEADING, Kind.ITEM))
    assert all(block.text.strip(f" {SEAM}") and "\n" not in block.text for block in blocks)
