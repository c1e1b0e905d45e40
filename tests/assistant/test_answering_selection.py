"""Of what could be said, that is chosen which answers: for each year and name asked about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.answering.eligibility import ENOUGH, is_note
from assistant.answering.holding import is_unknown
from assistant.answering.selection import select
from assistant.library import Library
from ingest.model import Document
from tests.assistant.drafted import document, heading, library, paragraph, part, table, terms
from tests.assistant.ranking import ranked


def budget(year: int, *rows: tuple[str, str, str]) -> Document:
    return document(
        heading(f"Plan {year}"),
        heading("Budget", 2),
        table(["Insats", "Ägare", "Budget (kr)"], *rows, units=["", "", "kr"], title="Insatser"),
        id=f"plan-{year}",
        year=year,
        title=f"Plan {year}",
    )


OLD = budget(2029, ("Fyren", "Region Skåne", "2 400 000"), ("Kompassen", "Malmö stad", "3 900 000"))
NEW = budget(2031, ("Fyren", "Malmö stad", "2 650 000"), ("Kompassen", "Malmö stad", "4 200 000"))
PLAN = document(
    heading("Plan"),
    heading("Målgrupp", 2),
    paragraph("Målgruppen är invånare mellan 18 och 60 år."),
    paragraph("Obs: Målgruppen har andra åldrar i originalet."),
    heading("Styrelse", 2),
    paragraph("Styrelsen får låna pengar av medlemmarna."),
    paragraph("Styrelsen får inte låna pengar av andra."),
    heading("Avgifter", 2),
    paragraph("Avgiftens storlek framgår inte av planen."),
    paragraph("Källor för avgiften: https://example.org/avgift"),
    id="regler",
)
DATA = document(heading("Register"), paragraph("Målgruppen är invånare mellan 20 och 64 år."), id="data", form="data")
ALL = (OLD, NEW, PLAN, DATA)
Chooser = Callable[..., list[str]]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library(tmp_path_factory.mktemp("selection"), *ALL)


@pytest.fixture
def chosen(shelf: Library) -> Chooser:
    """What is chosen for a question, in words."""

    def choose(question: str, *documents: Document) -> list[str]:
        claims = ranked(question, shelf, *(documents or ALL))
        return [claim.text for claim in select(claims, part(question), terms(question))]

    return choose


def test_what_is_in_force_goes_first(chosen: Chooser) -> None:
    assert chosen("Hur mycket får Fyren?", OLD, NEW) == ["Fyren: 2 650 000 kr (Budget)"]


@pytest.mark.parametrize(("year", "amount"), [(2029, "2 400 000"), (2031, "2 650 000")])
def test_the_year_asked_about(year: int, amount: str, chosen: Chooser) -> None:
    assert chosen(f"Hur mycket fick Fyren {year}?", OLD, NEW) == [f"Fyren: {amount} kr (Budget)"]


def test_each_year_asked_about(chosen: Chooser) -> None:
    assert chosen("Hur mycket fick Fyren 2029 och 2031?", OLD, NEW) == [
        "Fyren: 2 400 000 kr (Budget)",
        "Fyren: 2 650 000 kr (Budget)",
    ]


def test_a_year_that_nothing_speaks_of(chosen: Chooser) -> None:
    assert chosen("Hur mycket fick Fyren 2024?", OLD, NEW) == []


def test_each_name_asked_about(chosen: Chooser) -> None:
    """No row holds both, so each has its own."""
    assert sorted(chosen("Hur mycket får Fyren och Kompassen?", NEW)) == [
        "Fyren: 2 650 000 kr (Budget)",
        "Kompassen: 4 200 000 kr (Budget)",
    ]


def test_a_name_that_nothing_holds(chosen: Chooser) -> None:
    """The best claim on the subject does not answer for somebody else."""
    assert chosen("Hur mycket får stora Vindrosen?", OLD, NEW) == []


def test_several_columns_of_one_row(chosen: Chooser) -> None:
    found = chosen("Vilken ägare och vilken budget har Fyren?", NEW)
    assert sorted(found) == ["Fyren: 2 650 000 kr (Budget)", "Fyren: Malmö stad (Ägare)"]


def test_a_change_is_told_through_time(chosen: Chooser) -> None:
    """The best claim of each document, the oldest first."""
    assert chosen("Hur har budgeten för Fyren ändrats?", NEW, OLD) == [
        "Fyren: 2 400 000 kr (Budget)",
        "Fyren: 2 650 000 kr (Budget)",
    ]


def test_a_yes_or_no_has_both_grounds(chosen: Chooser) -> None:
    assert sorted(chosen("Får styrelsen låna pengar?", PLAN)) == [
        "Styrelsen får inte låna pengar av andra.",
        "Styrelsen får låna pengar av medlemmarna.",
    ]


def test_an_amount_must_be_held(chosen: Chooser) -> None:
    """What is about the subject but holds none is no answer."""
    assert chosen("Hur mycket är åldern?", PLAN) == []
    assert chosen("Vad kostar målgruppen?", PLAN) == []


def test_what_is_said_to_be_unknown_is_no_answer(chosen: Chooser) -> None:
    assert chosen("Vilken storlek har avgiften?", PLAN) == []


def test_an_amount_for_each_is_no_whole_amount(chosen: Chooser) -> None:
    assert chosen("Hur mycket får Fyren per deltagare?", NEW) == []


def test_notes_and_references_are_no_answers(shelf: Library, chosen: Chooser) -> None:
    notes = [claim for claim in ranked("Vilken målgrupp?", shelf, PLAN) if is_note(claim)]
    assert [claim.text for claim in notes] == ["Obs: Målgruppen har andra åldrar i originalet."]
    assert not any(text.startswith(("Obs", "Källor")) for text in chosen("Vilken målgrupp och avgift?", PLAN))


def test_compilations_go_after_what_they_were_compiled_from(shelf: Library) -> None:
    order = [claim.document.id for claim in ranked("Vilken målgrupp har förbundet?", shelf, DATA, PLAN)]
    assert order.index("regler") < order.index("data")


SPOKEN_OF = document(
    heading("Insatser"),
    heading("Handledning", 2),
    paragraph("Fyren ger detta varje vecka."),
    heading("Läge", 2),
    paragraph("Fyren ligger i hamnen."),
    paragraph("Fyren når 40 personer."),
    id="regler",
)
TOLD_OF = document(
    heading("Insatser"),
    table(
        ["Insats", "Budget 2031 (kr)", "Start", "Om insatsen"],
        *(
            ["Fyren", "2 400", "2028-03-01", "Ett hus där unga får råd om arbete och studier."],
            ["Bryggan", "900", "", "Ny."],
        ),
        units=["", "kr", "", ""],
        title="Insatser",
    ),
    table(["Insats", "Svar"], ["Typ", "S"], title="Bryggan", sheet=True),
    id="regler",
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Vilken handledning ger Fyren?", ["Fyren ger detta varje vecka."]),
        ("I vilken hamn ligger Fyren?", ["Fyren ligger i hamnen."]),
        ("Hur många når Fyren?", ["Fyren når 40 personer."]),
        ("Vilken styrgrupp har Fyren?", []),
        ("Hur många lokaler har Fyren?", []),
    ],
    ids=["by its heading", "by its words", "by its form", "in no way", "in no way, though it has a figure"],
)
def test_a_claim_must_say_something_of_what_is_asked(question: str, said: list[str], chosen: Chooser) -> None:
    """To name what is asked about is not enough."""
    assert chosen(question, SPOKEN_OF) == said


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Vad är Fyren?", ["Fyren: Ett hus där unga får råd om arbete och studier. (Om insatsen)"]),
        ("Vad är Bryggan?", ["Bryggan, typ: S"]),
        ("När startade Fyren?", ["Fyren: 2028-03-01 (Start)"]),
        ("När startade Bryggan?", []),
    ],
    ids=["by a sentence", "by a form", "by its column", "by nothing"],
)
def test_a_figure_defines_nothing_and_a_year_stands_everywhere(question: str, said: list[str], chosen: Chooser) -> None:
    """A cell defines by a sentence or in a form; it dates when its column is for dates."""
    assert chosen(question, TOLD_OF) == said


COSTS = document(
    heading("Kostnader"),
    table(
        ["Post", "Budget (kr)", "Utfall (kr)"],
        *(["Löner", "10", "11"], ["Lokaler", "20", "21"], ["Resor", "30", "31"], ["Övrigt", "5", "6"]),
        ["Summa", "65", "69"],
        units=["", "kr", "kr"],
        title="Kostnader",
        sums=[4],
    ),
    id="regler",
)


@pytest.mark.parametrize(
    ("question", "subjects"),
    [
        ("Vad är budgeten för löner, lokaler och resor?", ["Löner", "Lokaler", "Resor"]),
        ("Vad är budgeten för lokaler/resor?", ["Lokaler", "Resor"]),
        ("Vad är budgeten för löner och teater?", ["Löner"]),
        ("Vad är budgeten för löner?", ["Löner"]),
    ],
)
def test_each_row_of_those_that_a_question_lists(question: str, subjects: list[str], chosen: Chooser) -> None:
    """In the same column; what has no row is not made up for by another."""
    found = chosen(question, COSTS)
    assert sorted(text.split(":")[0] for text in found) == sorted(subjects)
    assert all(text.endswith("(Budget)") for text in found)


def test_entries_that_are_alike_are_a_list(chosen: Chooser) -> None:
    """Sentences of one document that hold the same of what is asked, when a list is sought."""
    entries = document(
        heading("Beslut"),
        paragraph("Beslut i maj: Fyren beviljades medel."),
        paragraph("Beslut i juni: Kompassen beviljades medel."),
        paragraph("Beslut i juli: mötet ställdes in."),
        id="regler",
    )
    both = ["Beslut i juni: Kompassen beviljades medel.", "Beslut i maj: Fyren beviljades medel."]
    assert sorted(chosen("Vilka beviljades medel?", entries)) == both
    assert len(chosen("Hur beviljades medel?", entries)) == 1


def test_nothing_to_choose_from() -> None:
    assert select([], part("Hur mycket?"), terms("Hur mycket?")) == []


def test_too_weak_a_claim_is_no_support(shelf: Library) -> None:
    question = "Vilken målgrupp har förbundet?"
    weak = [replace(claim, score=ENOUGH - 0.01) for claim in ranked(question, shelf, PLAN)]
    assert weak
    assert select(weak, part(question), terms(question)) == []


@pytest.mark.parametrize(
    ("text", "note", "unknown"),
    [
        ("Obs: Talen skiljer sig.", True, False),
        ("Anm. Talen skiljer sig.", True, False),
        ("Observera målgruppen.", False, False),
        ("Ägaren framgår inte av källorna.", False, True),
        ("Beloppet är okänt.", False, True),
        ("Ägaren är känd.", False, False),
    ],
)
def test_remarks_and_gaps(text: str, note: bool, unknown: bool, shelf: Library) -> None:
    (claim,) = ranked("Talen", shelf, document(paragraph(text), id="regler"))
    assert (is_note(claim), is_unknown(claim.text)) == (note, unknown)


def test_what_only_a_part_of_says_is_led_by_the_next_that_fits(shelf: Library) -> None:
    """A weighty document that fits too little does not keep others from answering; a compilation does not lead."""
    question = "Vad kostar Fyren?"
    claims = ranked(question, shelf, NEW)
    weak = replace(claims[0], score=ENOUGH / 2, text="Fyren: kr", start=0, end=1)
    assert select([weak, *claims], part(question), terms(question)) == claims[:1]
