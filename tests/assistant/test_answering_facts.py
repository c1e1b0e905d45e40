"""A table is read as facts: subject, attribute and value, each with its year, unit and place."""

from __future__ import annotations

import pytest

from assistant.answering.facts import spell_out, tables_of
from tests.assistant.drafted import document, facts, heading, hits, paragraph, table

BUDGET = table(
    ["Insats", "Budget 2030 (kr)", "Not"],
    ["Fyren", "2 400 000", "a"],
    ["Kompassen", "", "b"],
    ["Summa", "2 400 000", ""],
    units=["", "kr", ""],
    title="Budget",
    sums=[2],
)
FORM = table(["Fråga", "Svar"], ["Ägare", "Region Skåne"], ["Typ", "I"], title="Fyren", sheet=True)


def test_every_filled_cell_but_the_labels() -> None:
    found = facts(document(heading("Budget"), BUDGET))
    assert [(one.subject, one.attribute, one.value, one.unit) for one in found] == [
        ("Fyren", "Budget 2030 (kr)", "2 400 000", "kr"),
        ("Fyren", "Not", "a", ""),
        ("Kompassen", "Not", "b", ""),
        ("Summa", "Budget 2030 (kr)", "2 400 000", "kr"),
    ]
    assert [one.row.is_sum for one in found] == [False, False, False, True]


def test_a_form_is_about_its_title() -> None:
    """Its labels are what is said of it."""
    found = facts(document(heading("Insatser"), FORM))
    assert [(one.subject, one.attribute, one.value) for one in found] == [
        ("Fyren", "Ägare", "Region Skåne"),
        ("Fyren", "Typ", "I"),
    ]


def test_a_fact_leads_back_to_the_text() -> None:
    read = document(heading("Budget"), BUDGET)
    for fact in facts(read):
        assert " ".join(read.text[fact.cell.start : fact.cell.end].split()) == fact.value
        assert fact.row.start <= fact.cell.start < fact.cell.end <= fact.row.end


@pytest.mark.parametrize(
    ("head", "title", "section", "year"),
    [
        ("Budget 2030", "Budget 2029", "Budget 2028", 2030),
        ("Utfall 2022-08-31", "", "Budget", 2022),
        ("Utfall 20220831", "", "Budget", 2022),
        ("Budget", "Budget 2029–2030", "Budget 2028", 2030),
        ("Budget", "Budget", "Budget 2028", 2028),
        ("Budget", "", "Budget", 2031),
        ("Dnr 20301345", "", "Budget", 2031),
    ],
)
def test_the_year_of_a_fact(head: str, title: str, section: str, year: int) -> None:
    """The head's, else the title's, the heading's, the document's; digits of something else are no year."""
    (fact,) = facts(document(heading(section), table(["Insats", head], ["Fyren", "12"], title=title)))
    assert fact.year == year


def test_a_code_is_spelled_out_as_the_document_does() -> None:
    explained = document(heading("Fyren"), paragraph("Insatsen är individ- (I) eller strukturinriktad (S)."), FORM)
    assert [spell_out(fact) for fact in facts(explained)] == ["Region Skåne", "I (individ)"]
    assert [spell_out(fact) for fact in facts(document(heading("Fyren"), FORM))] == ["Region Skåne", "I"]


def test_each_table_found_once() -> None:
    read = document(heading("Ett"), BUDGET, heading("Två"), FORM, paragraph("Sist."))
    found = hits(read)
    assert [one.title for _, one in tables_of([*found, *found])] == ["Budget", "Fyren"]
    assert list(tables_of([])) == []
