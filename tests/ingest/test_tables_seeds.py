"""All tables of five real documents, when they are at hand; facts about their shape and figures only."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from ingest.model import TableDraft
from ingest.repair import repair
from ingest.tables import find_tables
from ingest.tables.figures import Figure, parse
from tests.ingest.tabulated import rows

SEEDS = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the documents are not here")


@cache
def tables(name: str) -> tuple[TableDraft, ...]:
    lines = repair([(None, (SEEDS / name).read_text(encoding="utf-8"))])
    return tuple(part for part in find_tables(lines) if isinstance(part, TableDraft))


def column(table: TableDraft, index: int) -> list[Decimal | None]:
    return [figure.value if (figure := parse(row[index])) else None for row in rows(table)]


def by_head(name: str, *words: str) -> TableDraft:
    (found,) = [t for t in tables(name) if all(any(word in text for text in (t.title, *t.heads)) for word in words)]
    return found


def test_plan_2026_budget() -> None:
    table = by_head("malmo-verksamhetsplan-2026.txt", "budget 2026", "I/S", "Kostnad")
    assert [row.is_sum for row in table.rows] == [False] * 5 + [True]
    assert sum(value or 0 for value in column(table, 2)[:5]) == column(table, 2)[5] == 27_854_587
    assert [row[1] for row in rows(table)] == ["I", "I", "I", "S", "S", ""]
    assert table.units[2] == "kr"
    assert table.remarks == ()


def test_plan_2026_goals() -> None:
    table = by_head("malmo-verksamhetsplan-2026.txt", "Inriktning", "Ansvarig")
    assert [row[3] for row in rows(table)] == ["Förbundschefen"] * 4 + ["Utredaren"]
    assert all(all(row) for row in rows(table))
    assert [row[1].split()[0] for row in rows(table)] == ["*", "Antal", "100%", "2", "15"]


def test_plan_2018() -> None:
    goals = by_head("malmo-verksamhetsplan-2018.txt", "Mål", "Uppföljning")
    assert (len(goals.rows), len(goals.heads)) == (6, 5)
    assert all(all(row) for row in rows(goals))
    budget = by_head("malmo-verksamhetsplan-2018.txt", "budget 2018")
    assert [row.is_sum for row in budget.rows] == [False] * 10 + [True]
    assert column(budget, 2)[-1] == sum(value or 0 for value in column(budget, 2)[:-1]) == 23_549_160


REPORT = "malmo-delarsredovisning-2022.txt"


def test_report_results_and_balance() -> None:
    results = by_head(REPORT, "20220831", "20180831", "20200831")
    assert len(results.rows) == 3
    assert column(results, 1) == [18899, 20193, -1294]
    balance = by_head(REPORT, "Balanskrav")
    assert len(balance.rows) == 7
    assert column(balance, 1)[0] == column(balance, 1)[-1] == -1294


def test_report_goals_budget_and_participants() -> None:
    goals = by_head(REPORT, "Mål och syfte", "Aktivitet")
    assert (len(goals.rows), len(goals.heads)) == (6, 3)
    budget = by_head(REPORT, "Tidplan", "Budget 2022")
    assert len(budget.rows) == 9
    assert budget.rows[8].is_sum
    assert (budget.units[3:], budget.remarks) == (("kr", "kr"), ())
    assert column(budget, 4)[-1] == 18_639_838
    people = by_head(REPORT, "individinsats")
    assert len(people.rows) == 9
    assert [column(people, c)[-1] for c in range(1, 5)] == [2683, 2581, 417, 875]
    assert people.remarks == ()


def test_report_sheets() -> None:
    sheets = [table for table in tables(REPORT) if table.sheet]
    assert len(sheets) == 8
    for sheet in sheets:
        labels = [row[0] for row in rows(sheet)]
        assert labels[0] == "Samverkansparter"
        assert labels[-2:] == ["Årets budget", "Resultat och lärdomar"]
        assert all(all(row) for row in rows(sheet))
        assert parse(rows(sheet)[-2][1]) is not None
    assert sheets[0].title == "FRAM"


def test_report_accounts() -> None:
    running = by_head(REPORT, "Belopp tkr")
    assert (len(running.rows), running.units[1:]) == (4, ("tkr",) * 4)
    follow = by_head(REPORT, "Uppföljning mot budget")
    figured = [row for row in rows(follow) if any(row[1:])]
    assert len(figured) == 23
    assert all(all(row) for row in figured)
    assert [row[0] for row in rows(follow) if not any(row[1:])] == [
        "Samverkansinsatser",
        "Kanslistyrda insatser",
        "Samordningsförbundets förvaltningskostnader",
    ]
    assert follow.remarks == ()
    note = [table for table in tables(REPORT) if rows(table)[0][0].startswith("Driftbidrag")]
    assert len(note) == 1
    assert column(note[0], 1)[-1] == 18_898_666


def test_report_remains_are_uncertain() -> None:
    torn = [table for table in tables(REPORT) if any("3 877 254" in cell for line in table.lines for cell in line)]
    assert len(torn) == 1
    assert torn[0].uncertain
    assert torn[0].rows[0].uncertain


def test_lund_budget() -> None:
    (table,) = tables("lund-verksamhetsplan-2024.txt")
    assert table.heads == ("Tillgångar", "2023", "2024", "2025", "2026")
    assert table.units[1:] == ("tkr",) * 4
    expected = {
        "ESF": ("6 386", "5 600", "5 600", "100"),
        "IRIS (Övergripande)": ("1 674", "2 000", "2 000", "210"),
        "Strategisk arbetsmarknadssamordning": ("57", "0", "0", "0"),
        "Finansiella intäkter och kostnader": ("1", "", "", ""),
        "Medel till förfogande": ("3 422", "1 900", "858", "5 528"),
    }
    by_label = {row[0]: row[1:] for row in rows(table)}
    assert {label: by_label[label] for label in expected} == expected
    assert len(table.rows) == 27
    assert not any(row.uncertain for row in table.rows)
    assert [remark for remark in table.remarks if "2024" in remark]


def test_the_ten_year_report_has_charts_but_no_table() -> None:
    assert tables("malmo-tioarsrapport-2017.txt") == ()


def _amounts(table: TableDraft) -> Iterator[Figure]:
    for row in rows(table):
        for cell in row[1:]:
            figure = parse(cell)
            if figure:
                yield figure


def test_no_table_but_those_of_the_documents() -> None:
    counts = {path.name: len(tables(path.name)) for path in sorted(SEEDS.glob("*.txt"))}
    assert counts["malmo-verksamhetsplan-2026.txt"] == 2
    assert counts["malmo-verksamhetsplan-2018.txt"] == 2
    assert 17 <= counts[REPORT] <= 20
    assert sum(1 for _ in _amounts(by_head(REPORT, "Uppföljning mot budget"))) == 69
