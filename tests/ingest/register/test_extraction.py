"""All records of a corpus, with the names that its own data files give."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.collect import Collection, collect
from ingest.register.extraction import extract, extract_all
from ingest.register.model import Decision, Goal, Initiative, Measure, Money, Record, Result
from ingest.register.names import own_names
from tests.ingest.register.documents import plan, report

_CORPUS = Path(__file__).parents[3] / "corpus"
_BRYGGAN = {
    "name": "Bryggan",
    "aliases": ["Åsbo brygga"],
    "association": "akersberg",
    "type": "I",
    "parties": ["Åkersbergs kommun"],
    "results": ["Jan–aug 2030: 19 deltagare (mål 14)"],
    "source_addresses": ["document:plan"],
}


@cache
def _shipped() -> Collection:
    return collect([_CORPUS], {})


@cache
def _records() -> tuple[Record, ...]:
    return extract_all(_shipped().documents, _shipped().ledgers)


def _of(document: str, kind: type[Record]) -> list[Record]:
    return [one for one in _records() if one.place.document == document and isinstance(one, kind)]


def test_every_kind_of_record_comes_out_of_a_document() -> None:
    text = """
## Insatser

Styrelsen beslutade den 4 maj 2031 att avsluta FRAM. FRAM hade 20 deltagare. Medlemsavgifterna för 2031 blev 4 Mkr.

Året har haft dessa mål:

- Fler unga i arbete.

| Insats | Insatsägare | Budget 2031 (kr) |
|---|---|---|
| FRAM | Kommunen | 900 000 |
"""
    kinds = {type(one) for one in extract(report(text), own_names())}
    assert kinds == {Decision, Money, Goal, Result, Initiative}


def test_a_document_means_the_version_that_it_tells_of() -> None:
    table = "| Insatser i budget 2031 | Kostnad (kr) |\n|---|---|\n| Avanti | 900 000 |\n"
    (bare,) = (one for one in extract(plan(table), own_names()) if isinstance(one, Money))
    (bound,) = (
        one for one in extract(plan(f"Avanti 2.0 går vidare.\n\n{table}"), own_names()) if isinstance(one, Money)
    )
    assert (bare.initiative, bound.initiative) == ("Avanti", "Avanti 2.0")


def test_names_in_a_data_file_hold_for_the_documents_beside_it(tmp_path: Path) -> None:
    (tmp_path / "insatser.jsonl").write_text(json.dumps(_BRYGGAN), encoding="utf-8")
    table = "| Insatser i budget 2031 | Kostnad (kr) |\n|---|---|\n| ÅSBO BRYGGA | 900 000 |\n"
    (tmp_path / "plan.md").write_text(f"# Verksamhetsplan 2031\n\n{table}", encoding="utf-8")
    found = collect([tmp_path], {})
    records = extract_all(found.documents, found.ledgers)
    (amount,) = (one for one in records if isinstance(one, Money))
    assert (amount.label, amount.initiative) == ("ÅSBO BRYGGA", "Bryggan")
    assert [(one.number, one.measure) for one in records if isinstance(one, Result)] == [
        (19, Measure.OUTCOME),
        (14, Measure.GOAL),
    ]
    assert [one.name for one in records if isinstance(one, Initiative) and one.place.document == "insatser"] == [
        "Bryggan"
    ]


def test_all_that_is_shipped_is_quoted_verbatim() -> None:
    texts = {one.id: one.text for one in _shipped().documents}
    for record in _records():
        assert record.place.quote
        assert record.place.quote == texts[record.place.document][record.place.start : record.place.end]


@pytest.mark.parametrize(
    ("document", "year", "measure", "budgeted"),
    [
        ("malmo-verksamhetsplan-2018", 2018, Measure.BUDGET, 23_549_160),
        ("malmo-verksamhetsplan-2026", 2026, Measure.BUDGET, 27_854_587),
        ("malmo-delarsredovisning-2022", 2022, Measure.OUTCOME, 18_639_838),
    ],
)
def test_the_initiatives_of_a_table_add_up_to_its_sum(
    document: str, year: int, measure: Measure, budgeted: int
) -> None:
    rows = [
        one for one in _of(document, Money) if isinstance(one, Money) and (one.year, one.measure) == (year, measure)
    ]
    sums = {one.table for one in rows if one.is_sum and one.sek == budgeted}
    assert any(sum(one.sek for one in rows if one.table == table and one.initiative) == budgeted for table in sums)


def test_restated_plans_and_reports_give_goals_and_results() -> None:
    goals = [one for one in _of("malmo-verksamhetsplan-2026", Goal) if isinstance(one, Goal)]
    assert {one.responsible for one in goals} == {"Förbundschefen", "Utredaren"}
    assert any(one.target == "1 700 Malmöbor" and one.year == 2026 for one in goals)
    results = [one for one in _of("malmo-delarsredovisning-2022", Result) if isinstance(one, Result)]
    of_fram = {(one.what, one.measure.value, one.number) for one in results if one.initiative == "FRAM"}
    assert of_fram >= {("deltagare", "mål", 450), ("deltagare", "utfall", 274), ("avslutade", "utfall", 121)}


@given(
    st.lists(
        st.sampled_from(
            [
                "## Mål 2031\n",
                "Mål:\n\n- 12 möten\n- Antal\n",
                "| Insats | Budget 2031 | Utfall |\n|---|---|---|\n| | 5 | x |\n| Summa | | -3 |\n",
                "| Mål | Ansvarig |\n|---|---|\n| * | |\n| 99/99 2031 | 311345 |\n",
                "| | |\n|---|---|\n| Budget | 31/13 2031 |\n| FRAM 2.0 | 1 000 tkr |\n",
                "Medlemsavgifter 31 februari 2031 blev 2 Mkr och 3 Mkr kvar att fördela.\n",
                "Av de deltog 12 av 20 och 5 (mål 7) avslutades till arbete tertial 3.\n",
                "Bokslut 20319999, jan-99, sept–okt, 2031-13-45 och 2031–2019.\n",
            ]
        ),
        max_size=6,
    )
)
@settings(max_examples=60, deadline=None)
def test_odd_documents_break_nothing(parts: list[str]) -> None:
    for document in (plan("\n".join(parts)), report("\n".join(parts), month=8)):
        for record in extract(document, own_names()):
            assert record.place.quote == document.text[record.place.start : record.place.end]


def test_a_very_long_document_is_read_to_its_end() -> None:
    rows = "".join(f"| Insats {number} | {number} 500 000 | {number} 400 000 |\n" for number in range(1, 700))
    table = f"| Insats | Budget 2031 (kr) | Utfall 2031 (kr) |\n|---|---|---|\n{rows}"
    document = report(f"## Medel\n\n{table}\n" + "FRAM hade 20 deltagare och 3 Mkr att fördela. " * 700)
    assert len(extract(document, own_names())) > 1_400
