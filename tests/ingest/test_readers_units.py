"""The money unit that stands above a table reaches the tables that it is meant for, and no others."""

from __future__ import annotations

import pytest

from ingest.model import Block, Kind, TableDraft
from ingest.readers.units import with_units_above
from ingest.tables.grid import GridRow, draft

GENERAL = Block(Kind.PARAGRAPH, "Alla belopp anges i tkr.")
HEADING = Block(Kind.HEADING, "Avgifter", level=1)
TEXT = Block(Kind.PARAGRAPH, "Här följer insatserna.")


def table(head: str = "Budget 2031") -> Block:
    """A table whose second column has figures that name no unit; its head may."""
    rows = (("Post", head), ("Lön", "400"), ("Hyra", "50"))
    return Block(Kind.TABLE, table=draft([GridRow(tuple((cell,) for cell in row)) for row in rows]))


def units(*blocks: Block) -> list[str]:
    """The unit of each table's second column."""
    return [found.table.units[1] for found in with_units_above(blocks) if found.table is not None]


def test_a_line_about_amounts_holds_for_every_table_below_its_heading() -> None:
    assert units(HEADING, GENERAL, table(), TEXT, table(), table()) == ["tkr", "tkr", "tkr"]


@pytest.mark.parametrize("general", ["Belopp i tkr", "Beloppen är angivna i tusental kronor"])
def test_a_heading_about_amounts_holds_until_the_next(general: str) -> None:
    above = Block(Kind.HEADING, general, level=2)
    assert units(above, table(), TEXT, table(), HEADING, table()) == ["tkr", "tkr", ""]


def test_the_next_heading_ends_what_a_line_about_amounts_says() -> None:
    assert units(GENERAL, table(), HEADING, TEXT, table()) == ["tkr", ""]


def test_a_table_keeps_a_unit_of_its_own() -> None:
    assert units(GENERAL, table("Kostnad (kr)"), TEXT, table()) == ["kr", "tkr"]


def test_a_closer_line_goes_before_one_about_amounts() -> None:
    closer = Block(Kind.PARAGRAPH, "Budget (mnkr)")
    assert units(GENERAL, closer, table(), TEXT, table()) == ["mkr", "tkr"]


@pytest.mark.parametrize("line", ["Budget (tkr)", "Kostnaden per deltagare, tkr"])
def test_a_line_about_something_else_holds_for_the_table_right_below_it(line: str) -> None:
    above = Block(Kind.PARAGRAPH, line)
    assert units(above, table(), table()) == ["tkr", ""]
    assert units(above, table("Utfall (kr)"), table()) == ["kr", ""]
    assert units(above, TEXT, table()) == [""]


def test_a_note_does_not_part_a_line_from_its_table() -> None:
    note = Block(Kind.NOTE, "1 Beslutad i juni.", mark="1")
    assert units(Block(Kind.PARAGRAPH, "Budget (tkr)"), note, table()) == ["tkr"]


@pytest.mark.parametrize("line", ["Antal deltagare", "Andel i procent", f"Belopp i tkr {'och annat ' * 12}"])
def test_other_units_and_long_lines_give_none(line: str) -> None:
    assert units(Block(Kind.PARAGRAPH, line), table()) == [""]


def test_a_form_has_no_unit() -> None:
    form = TableDraft((("Sökt belopp", "90"),), ("", ""), (), ("", ""), sheet=True)
    assert units(GENERAL, Block(Kind.TABLE, table=form)) == [""]
