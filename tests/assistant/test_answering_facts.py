"""A table is read as facts: subject, attribute and value, each with its year, unit and place."""

from __future__ import annotations

import pytest

from assistant.answering.facts import first_figures, label_column, spell_out, subject_of, tables_of
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


NUMBERED = table(
    ["Nr", "Insats", "Ägare", "Budget (kr)"],
    ["1", "Fyren", "Region Skåne", "2 400"],
    ["2", "Bryggan", "", "900"],
    ["", "Summa", "", "3 300"],
    units=["", "", "", "kr"],
    sums=[2],
)


def test_numbers_before_the_labels_are_no_facts() -> None:
    found = facts(document(heading("Budget"), NUMBERED))
    assert [(one.subject, one.attribute, one.value) for one in found] == [
        ("Fyren", "Ägare", "Region Skåne"),
        ("Fyren", "Budget (kr)", "2 400"),
        ("Bryggan", "Budget (kr)", "900"),
        ("Summa", "Budget (kr)", "3 300"),
    ]


def test_what_stands_beside_a_cell() -> None:
    """The words of the row's other cells; not the label, the cell itself, or figures."""
    found = facts(document(heading("Budget"), NUMBERED))
    assert [" ".join(one.beside.split()) for one in found] == ["", "Region Skåne", "", ""]
    assert [one.beside for one in facts(document(heading("Insatser"), FORM))] == ["", ""]


@pytest.mark.parametrize(
    ("texts", "label"),
    [
        (["Fyren", "Region Skåne", "12"], 0),
        (["1", "Fyren", "Region Skåne"], 1),
        (["", "Fyren"], 1),
        (["1", "2031-05-03", "Fyren"], 2),
        (["a", "Fyren"], 1),
        (["1", "2"], 0),
        ([""], 0),
        ([], 0),
    ],
)
def test_which_cell_says_what_a_row_is_about(texts: list[str], label: int) -> None:
    """The first with a word of two letters; else the first of all."""
    assert label_column(texts) == label


def test_what_a_row_is_about() -> None:
    read = document(heading("Budget"), NUMBERED)
    assert [subject_of(read, row) for row in read.tables[0].rows] == ["Fyren", "Bryggan", "Summa"]


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


def test_what_stands_beside_a_cell_has_its_codes_spelled_out() -> None:
    """So that a row is found by the word for its code; the first word that the document gives counts."""
    coded = table(["Insats", "Typ", "Budget (kr)"], ["Fyren", "I", "12"], units=["", "", "kr"])
    words = "Insatsen är individinriktad (I) eller strukturinriktad (S), för inre (I) stöd."
    for read, beside in (
        (document(heading("Plan"), paragraph(words), coded), "I (individinriktad)"),
        (document(heading("Plan"), coded), "I"),
    ):
        assert [one.beside for one in facts(read) if one.value == "12"] == [beside]


def test_the_first_figures_of_a_table() -> None:
    """Its first column in which most cells are figures; else the first beside the labels."""
    plain = table(["Insats", "Ägare"], ["Fyren", "Region Skåne"])
    read = document(heading("Budget"), NUMBERED, plain)
    figures, words = ([one.value for one in first_figures(read, one.start)] for one in read.tables)
    assert words == ["Region Skåne"]
    assert all(any(map(str.isdigit, value)) for value in figures)
    assert len(figures) == len(read.tables[0].rows)


def test_each_table_found_once() -> None:
    read = document(heading("Ett"), BUDGET, heading("Två"), FORM, paragraph("Sist."))
    found = hits(read)
    assert [one.title for _, one in tables_of([*found, *found])] == ["Budget", "Fyren"]
    assert list(tables_of([])) == []
