"""Columns that are set with spaces are parted by tabs, and nothing else is changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.screening.reading.aligning import part_columns


def test_rows_and_their_heads_are_parted() -> None:
    lines = ["Post          2026     2027", "Coach 50 %    400 000  200 000", "Lokal          90 000   45 000"]
    assert part_columns(lines) == ["Post\t2026\t2027", "Coach 50 %\t400 000\t200 000", "Lokal\t90 000\t45 000"]


def test_a_lone_row_and_a_sentence_stay() -> None:
    lines = ["Coach   400 000   200 000", "", "Vi träffas  10  gånger.", "| a  | 1  | 2  |", "| b  | 3  | 4  |"]
    assert part_columns(lines) == lines


@given(st.lists(st.text(alphabet="a1 \t|.", max_size=20), max_size=8))
def test_only_white_space_changes(lines: list[str]) -> None:
    assert ["".join(line.split()) for line in part_columns(lines)] == ["".join(line.split()) for line in lines]
