"""Whether a figure is what a table's cell says."""

from __future__ import annotations

import pytest

from assistant.phrasing.verifying.about import figures_of
from assistant.phrasing.verifying.cells import is_cost, misread, names_subject
from assistant.phrasing.verifying.evidence import Held, Valued
from assistant.phrasing.verifying.verdict import Reason
from tests.assistant.drafted import heading, table
from tests.assistant.phrasing.verifying.resting import place

BOTH_YEARS = table(
    ("Kurs", "Budget 2030", "Utfall 2030", "Budget 2031", "Utfall 2031"),
    ("Stegen", "100 000", "90 000", "300 000", "250 000"),
    ("Fyren", "400 000", "350 000", "500 000", "450 000"),
    units=("", "kr", "kr", "kr", "kr"),
)
SHARED = table(("Kurs", "Kvinnor", "Män"), ("Stegen", "40", "15"), units=("", "", ""))


def _cell(held: Held, value: str) -> Valued:
    return next(one for one in held.valued if one.fact and one.fact.value == value)


def _misread(sentence: str, value: str, question: str = "") -> Reason | None:
    held = place("Stegen", heading("Medel"), BOTH_YEARS)
    (figure,) = figures_of(sentence)
    return misread(sentence, figure, _cell(held, value), held, question)


@pytest.mark.parametrize(
    ("sentence", "value", "reason"),
    [
        ("Stegen hade 300 000 kr i budget 2031.", "300 000", None),
        ("Stegen hade 300 000 kr i budget 2030.", "300 000", Reason.YEAR),
        ("Stegen hade 300 000 kr i budget.", "300 000", Reason.YEAR),
        ("Stegen hade 300 000 kr i utfall 2031.", "300 000", Reason.FIGURE),
        ("Stegen hade 300 000 kr 2031.", "300 000", Reason.FIGURE),
        ("Fyren hade 300 000 kr i budget 2031.", "300 000", Reason.FIGURE),
    ],
)
def test_a_cell_is_of_its_row_year_and_measure(sentence: str, value: str, reason: Reason | None) -> None:
    assert _misread(sentence, value) is reason


def test_the_question_may_tell_the_year() -> None:
    assert _misread("Stegen hade 300 000 kr i budget.", "300 000", "Vad var budgeten 2031?") is None
    assert _misread("Stegen hade 300 000 kr i budget.", "300 000", "Vad var budgeten 2030?") is Reason.YEAR


@pytest.mark.parametrize(
    ("sentence", "reason"), [("Stegen hade 40 kvinnor.", None), ("Stegen hade 40 män.", Reason.FIGURE)]
)
def test_a_figure_is_not_told_of_another_column(sentence: str, reason: Reason | None) -> None:
    held = place("Stegen", heading("Deltagare"), SHARED)
    (figure,) = figures_of(sentence)
    assert misread(sentence, figure, _cell(held, "40"), held, "") is reason


def test_costs_are_written_with_a_minus_sign_and_results_are_not() -> None:
    rows = table(
        ("Post", "Kronor"), ("Lokalkostnad", "-40 000"), ("Resultat", "-15 000"), ("Hyra", "500"), units=("", "kr")
    )
    found = {one.own.split(":")[0]: is_cost(one.valued[0]) for one in [place(w, heading("Medel"), rows) for w in
             ("Lokalkostnad", "Resultat", "Hyra")]}  # fmt: skip
    assert found == {"Lokalkostnad": True, "Resultat": False, "Hyra": False}


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Kurser för unga kostar mest.", True),
        ("Unga vuxna och deras kurser kostar mest.", True),
        ("Lokaler kostar mest.", False),
    ],
)
def test_a_row_is_named_by_most_of_its_words(sentence: str, named: bool) -> None:
    assert names_subject(sentence, "Kurser för unga (vuxna)") is named
