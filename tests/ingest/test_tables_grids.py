"""Any grid that was flattened to cells that begin with tabs comes back."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.tables.figures import unit_of
from tests.ingest.tabulated import rows, tables

WORD = st.text(alphabet="abdefgikmnoprstuvåäö", min_size=2, max_size=8).filter(lambda word: not unit_of(word))


@st.composite
def _grids(draw: st.DrawFn) -> list[list[str]]:
    width = draw(st.integers(3, 6))
    height = draw(st.integers(2, 6))
    heads = ["Insats", *(f"Budget {2030 + column}" for column in range(1, width))]
    body = [
        [
            f"{draw(WORD).capitalize()} {row}",
            *(f"{draw(st.integers(1, 10**8)):,}".replace(",", " ") for _ in range(1, width)),
        ]
        for row in range(height)
    ]
    return [heads, *body]


@given(_grids(), st.data())
@settings(max_examples=60, deadline=None)
def test_any_grid_flattened_to_tabs_comes_back(grid: list[list[str]], data: st.DataObject) -> None:
    """Whatever blank lines the cells of a row end with."""
    torn = data.draw(st.integers(0, len(grid) - 1))
    at = data.draw(st.integers(0, len(grid[0]) - 2))
    text = ""
    for number, row in enumerate(grid):
        for column, cell in enumerate(row):
            text += f">{cell}\n" + ("\n" if (number, column) == (torn, at) else "")
        text += "\n"
    (table,) = tables(text)
    assert list(table.heads) == grid[0]
    assert rows(table) == [tuple(row) for row in grid[1:]]
    assert not table.uncertain
