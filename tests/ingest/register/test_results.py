"""Results of initiatives in tables, forms, sentences and notes."""

from __future__ import annotations

import pytest

from ingest.model import Document
from ingest.register import results
from ingest.register.model import Measure, Result
from ingest.register.names import own_names
from tests.ingest.register.documents import page, plan, report

_TABLE = """
## Antal deltagare

| Insats | Mål antal deltagare | Utfall antal deltagare | Mål strukturinsats | Utfall strukturinsats |
|---|---|---|---|---|
| FRAM | 45 | 38 | | |
| Trappan | | | 17 | 12 |
| Totalt | 45 | 38 | 17 | 12 |
"""


def _results(document: Document) -> list[Result]:
    return list(results.extract(document, own_names()))


def test_a_table_gives_goal_and_outcome_of_each_initiative() -> None:
    found = _results(report(_TABLE, month=8))
    assert [(one.label, one.what, one.measure, one.number) for one in found] == [
        ("FRAM", "deltagare", Measure.GOAL, 45),
        ("FRAM", "deltagare", Measure.OUTCOME, 38),
        ("Trappan", "strukturinsats", Measure.GOAL, 17),
        ("Trappan", "strukturinsats", Measure.OUTCOME, 12),
        ("Totalt", "deltagare", Measure.GOAL, 45),
        ("Totalt", "deltagare", Measure.OUTCOME, 38),
        ("Totalt", "strukturinsats", Measure.GOAL, 17),
        ("Totalt", "strukturinsats", Measure.OUTCOME, 12),
    ]
    assert [one.initiative for one in found] == [*["FRAM"] * 2, *["Trappan"] * 2, *[""] * 4]


def test_a_goal_is_for_the_year_and_an_outcome_for_the_part_of_it_that_is_reported() -> None:
    goal, outcome, *_ = _results(report(_TABLE, month=8))
    assert (goal.year, goal.period) == (2031, "")
    assert (outcome.year, outcome.period) == (2031, "2031-01–2031-08")


@pytest.mark.parametrize(
    ("head", "what", "unit"),
    [
        ("Antal avslutade", "avslutade", "st"),
        ("Antal till arbete", "till arbete", "st"),
        ("Andel till studier (%)", "", ""),
        ("Antal deltagare 2030", "deltagare", "st"),
    ],
)
def test_heads_say_what_is_counted(head: str, what: str, unit: str) -> None:
    found = _results(report(f"| Insats | {head} |\n|---|---|\n| FRAM | 38 |\n| IPS Unga | 12 |\n"))
    assert {(one.what, one.unit) for one in found} == ({(what, unit)} if what else set())


def test_a_table_without_counts_in_its_heads_may_have_them_in_its_rows() -> None:
    text = """
## FRAM

| | Mål 2031 | Utfall 2031 | Utfall 2030 |
|---|---|---|---|
| Deltagare | 45 | 38 | 30 |
| Till arbete | 20 | 12 | 9 |
| Kostnad | 90 | 80 | 70 |
"""
    found = _results(report(text))
    assert [(one.label, one.what, one.measure.value, one.year, one.number) for one in found] == [
        ("FRAM", "deltagare", "mål", 2031, 45),
        ("FRAM", "deltagare", "utfall", 2031, 38),
        ("FRAM", "deltagare", "utfall", 2030, 30),
        ("FRAM", "till arbete", "mål", 2031, 20),
        ("FRAM", "till arbete", "utfall", 2031, 12),
        ("FRAM", "till arbete", "utfall", 2030, 9),
    ]


def test_goals_in_words_are_no_numbers_of_people() -> None:
    text = "Antal deltagare\n\n| Mål | Indikator | Målvärde 2031 |\n|---|---|---|\n| Fler i arbete | Andel | 40 |\n"
    assert _results(plan(text)) == []


def test_other_tables_hold_no_results() -> None:
    assert _results(report("| Post | Budget (kr) | Utfall (kr) |\n|---|---|---|\n| FRAM | 900 000 | 800 000 |\n")) == []
    assert _results(plan("| Stöd | Före | Efter |\n|---|---|---|\n| Sjukpenning | 40 | 30 |\n")) == []


def test_a_form_tells_its_own_initiatives_results() -> None:
    text = """
## FRAM

| FRAM | |
|---|---|
| Insatsägare | Kommunen |
| Tidplan | 2031-01-01 till 2032-12-31 |
| Årets budget | 900 000 kr |
| Resultat | 40 deltagare har avslutats. |
"""
    (found,) = _results(report(text, month=8))
    assert (found.label, found.what, found.number, found.initiative) == ("FRAM", "avslutade", 40, "FRAM")
    assert found.place.quote == "40 deltagare har avslutats."


def test_sentences_count_for_the_initiative_that_they_or_their_heading_name() -> None:
    text = """
## IPS Unga

Under 2031 har 30 personer deltagit. Av dem har 8 deltagare börjat arbeta.

## Övrigt

FRAM hade 20 deltagare. I kommunens insatser har 90 personer deltagit. Kafét har haft 300 personer som deltagit.
"""
    found = _results(report(text, month=8))
    assert [(one.initiative or one.label, one.what, one.number) for one in found] == [
        ("IPS Unga", "deltagare", 30),
        ("IPS Unga", "till arbete", 8),
        ("FRAM", "deltagare", 20),
        (results.WHOLE, "deltagare", 90),
    ]
    assert {one.period for one in found} == {"2031-01–2031-08"}


def test_what_is_told_twice_is_one_result() -> None:
    text = "## FRAM\n\nFRAM hade 20 deltagare.\n\n## Sammanfattning\n\nI år har 20 personer deltagit i FRAM.\n"
    assert len(_results(report(text))) == 1


def test_sentences_of_plans_and_pages_are_no_results() -> None:
    text = "FRAM hade 20 deltagare 2030."
    assert _results(plan(text)) == _results(page(text)) == []


def test_notes_on_initiatives_count_when_they_have_a_year() -> None:
    document = page("# FRAM\n\n- FRAM – Jan–aug 2031: 19 deltagare (mål 14)\n- FRAM – 7 avslutade\n")
    found = results.extract_notes(document, own_names())
    assert [(one.number, one.measure, one.year, one.period) for one in found] == [
        (19, Measure.OUTCOME, 2031, "2031-01–2031-08"),
        (14, Measure.GOAL, 2031, ""),
    ]


def test_about_so_many_is_uncertain() -> None:
    (found,) = _results(report("FRAM hade omkring 20 deltagare."))
    assert found.doubt
