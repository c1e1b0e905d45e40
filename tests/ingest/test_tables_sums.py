"""Which rows are sums, and whether they add up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.tables.sums import check_sums, is_sum_label, sum_rows

Row = tuple[str | float | None, ...]


def _check(rows: Sequence[Row], heads: Sequence[str] = ("Budget 2026",), unit: str = "kr") -> tuple[str, ...]:
    return check_sums(_labels(rows), _values(rows), heads, [unit] * len(heads))


def _labels(rows: Sequence[Row]) -> list[str]:
    return [str(row[0]) for row in rows]


def _values(rows: Sequence[Row]) -> list[list[Decimal | None]]:
    return [[None if value is None else Decimal(str(value)) for value in row[1:]] for row in rows]


@pytest.mark.parametrize(
    "label",
    [
        "Summa intäkter",
        "SUMMA SKULDER",
        "Totalt",
        "Totala kostnader",
        "Total kostnad för insatser",
        "Delsumma",
        "Kostnader totalt",
        "S:a personal",
        "Summa:",
    ],
)
def test_sum_labels(label: str) -> None:
    assert is_sum_label(label)


@pytest.mark.parametrize(
    "label",
    [
        "Resultat",
        "Totala medel att fördela",
        "Totalt antal unika deltagare",
        "Summering av året är",
        "Personal",
        "",
        "Summarum",
        "Totalförsvar",
    ],
)
def test_other_labels(label: str) -> None:
    assert is_sum_label(label) == (label == "Summering av året är")


def test_a_list_with_a_right_sum_gives_no_remark() -> None:
    assert _check([("Gnistan", 900_000), ("Språnget", 350_000), ("Summa", 1_250_000)]) == ()


def test_a_list_with_a_wrong_sum_says_both_figures() -> None:
    assert _check([("Gnistan", 900_000), ("Språnget", 350_000), ("Summa", 1_300_000)]) == (
        "Raderna i kolumnen Budget 2026 ger 1 250 000 kr, dokumentet anger 1 300 000 kr.",
    )


def test_blocks_sums_of_sums_and_balances_are_right() -> None:
    rows: list[Row] = [
        ("Avgifter", 800),
        ("Ränta", 20),
        ("Summa intäkter", 820),
        ("Insatser", None),
        ("Gnistan", 300),
        ("Språnget", 250),
        ("Summa insatser", 550),
        ("Kansli", None),
        ("Lön", 150),
        ("Hyra", 40),
        ("Summa kansli", 190),
        ("Totala kostnader", 740),
        ("Totalt kvar", 80),
    ]
    assert _check(rows) == ()
    assert [
        label for label, is_sum in zip(_labels(rows), sum_rows(_labels(rows), _values(rows)), strict=True) if is_sum
    ] == [
        "Summa intäkter",
        "Summa insatser",
        "Summa kansli",
        "Totala kostnader",
        "Totalt kvar",
    ]


def test_a_wrong_sum_of_a_block_names_its_row() -> None:
    rows: list[Row] = [
        ("a", 800, 1),
        ("b", 20, 2),
        ("Summa intäkter", 920, 3),
        ("c", 300, 5),
        ("Summa kostnader", 300, 5),
    ]
    assert _check(rows, ("2025", "2026"), "tkr") == (
        "Raderna i kolumnen 2025 ger 820 tkr för ”Summa intäkter”, dokumentet anger 920 tkr.",
    )


def test_no_alarm_where_the_structure_is_unclear() -> None:
    assert _check([("Intäkter", 500), ("Årets resultat", 20), ("Summa eget kapital", 400)]) == ()
    assert _check([("a", 500), ("varav lön", 200), ("b", 100), ("Summa", 600)]) == ()
    assert _check([("a", 1), ("Block", None), ("b", 2), ("c", 3), ("Totalt", 7)]) == ()


def test_rounding_is_no_error() -> None:
    assert _check([("a", 1.4), ("b", 2.4), ("c", 3.4), ("Summa", 7.3)], unit="mkr") == ()
    assert _check([("a", 33), ("b", 33), ("c", 33), ("Summa", 100)], unit="tkr") == ()


def test_shares_and_note_numbers_are_not_added() -> None:
    assert _check([("a", 50), ("b", 30), ("Summa", 100)], unit="%") == ()
    assert _check([("a", 5), ("b", 6), ("Summa", 9)], heads=("Not",), unit="") == ()


def test_weak_and_empty_labels_are_sums_only_with_their_figures() -> None:
    rows: list[Row] = [("Avgifter", 700), ("Sparat", 300), ("Totala medel att fördela", 1_000)]
    assert sum_rows(_labels(rows), _values(rows)) == (False, False, True)
    rows = [("Avgifter", 700), ("Sparat", 300), ("Totala medel att fördela", 1_200)]
    assert sum_rows(_labels(rows), _values(rows)) == (False, False, False)
    rows = [("Stat", 700), ("Kommun", 350), ("Region", 350), ("", 1_400)]
    assert sum_rows(_labels(rows), _values(rows)) == (False, False, False, True)


@given(st.lists(st.lists(st.integers(1, 10**7), min_size=2, max_size=6), min_size=1, max_size=4))
def test_right_sums_of_any_blocks_never_alarm(blocks: list[list[int]]) -> None:
    rows: list[Row] = []
    for number, block in enumerate(blocks):
        rows.append((f"Område {number}", None))
        rows.extend((f"Insats {i}", value) for i, value in enumerate(block))
        rows.append((f"Summa område {number}", sum(block)))
    rows.append(("Totalt", sum(map(sum, blocks))))
    assert _check(rows) == ()


@given(st.lists(st.integers(1_000, 10**6), min_size=3, max_size=9), st.integers(2, 400))
def test_a_wrong_sum_of_a_plain_list_is_always_seen(values: list[int], error: int) -> None:
    rows: list[Row] = [(f"Insats {i}", value) for i, value in enumerate(values)]
    stated = sum(values) + error
    remarks = _check([*rows, ("Summa", stated)])
    tails = {sum(values[-size:]) for size in range(1, len(values) + 1)}
    balances = {abs(2 * values[-size] - sum(values[-size:])) for size in range(2, len(values) + 1)}
    assert bool(remarks) == (stated not in tails | balances)
