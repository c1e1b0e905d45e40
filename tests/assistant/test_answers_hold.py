"""Over all kept questions and many made-up ones, answers hold: what they say stands in the documents that they cite."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answers import Answer
from assistant.evaluation.questions import load
from assistant.evaluation.scoring import Item, judge
from assistant.privacy import find_personal_data
from tests.assistant.faults import FAULTS, MARK, Shelf, figures, wrong_reckoning, wrong_rows
from tests.assistant.kept import DAYS, FOLDERS, QUESTIONS, ROOT
from tests.ingest.drafts import squeezed

PARAPHRASES = 43  # of 50
NEW = 78  # of 90
LATER = 25  # of 40, 18 when they were first asked
EVERYDAY = 232  # of 312
VANDA_PLAN = 22  # of 25
REGISTER = 31  # of 32
VANDA_REGISTER = 8  # of 8
FLOORS = {
    "paraphrases": PARAPHRASES,
    "new": NEW,
    "later": LATER,
    "everyday": EVERYDAY,
    "register": REGISTER,
    "vanda": VANDA_PLAN,
    "register_vanda": VANDA_REGISTER,
}
"""Questions of each set that must be answered right; raised when more are."""


@dataclass(frozen=True, slots=True)
class Given:
    """A question with the answer that was given."""

    item: Item
    answer: Answer


@pytest.fixture(scope="session")
def shelves(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Shelf]:
    return {folder: Shelf(folder, tmp_path_factory.mktemp("index"), DAYS[folder]) for folder in DAYS}


@pytest.fixture(scope="session")
def answers(shelves: dict[Path, Shelf]) -> dict[str, list[Given]]:
    """Every kept question, asked once."""
    return {
        name: [
            Given(item, shelves[folder].answerer.answer(item.question, item.history))
            for item in load(QUESTIONS / f"{name}.json").items
        ]
        for name, folder in FOLDERS.items()
    }


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_no_answer_is_at_fault(
    fault: Callable[[Answer, Shelf], Iterator[str]], answers: dict[str, list[Given]], shelves: dict[Path, Shelf]
) -> None:
    """What the docstring of each fault says holds of every answer."""
    found = {
        given.item.id: complaints
        for name, given_answers in answers.items()
        for given in given_answers
        if (complaints := list(fault(given.answer, shelves[FOLDERS[name]])))
    }
    assert found == {}


def test_the_faults_have_something_to_look_at(answers: dict[str, list[Given]]) -> None:
    """Answers with figures, quotes of files, lists and abstentions are all among them."""
    given = [one.answer for of_set in answers.values() for one in of_set]
    said = [answer for answer in given if not answer.abstained]
    quotes = [citation for answer in said for citation in answer.citations]
    files = [one for one in quotes if not one.document.startswith(("insatser", "styrelsebeslut"))]
    assert len(given) == 557
    assert len(said) > 90
    assert len(given) - len(said) > 20
    assert len(files) > 150
    assert sum(bool(figures(MARK.sub("", answer.text))) for answer in said) > 60
    assert sum("\n- " in answer.text for answer in said) >= 5


@pytest.mark.parametrize(
    ("question", "reckoning"),
    [
        ("Hur stor är summan av alla IRIS-rader i Lunds budget 2024?", "+ 1 040 + 680 = 12 020 tkr"),
        ("Vad är skillnaden mellan statens avgift 2023 och 2026 i Lund?", "Skillnaden är 5 tkr"),
        ("Hur stor är skillnaden mellan FRAM:s budget 2022 och kostnaden 2026?", "Skillnaden är 1 926 700 kr"),
        ("Hur stor andel av budgeten får FRAM 2026?", "FRAM: 15 111 000 av 27 854 587 kr = 54,2 %"),
        ("Hur många procent av de avslutade i Malmökraften 2.0 gick till jobb 2022?", "263 av 591 = 44,5 %"),
        ("Vilken insats i Malmö har störst budget 2026?", "FRAM: 15 111 000 kr (Kostnad 2026). Störst av de 5 raderna"),
        ("Vilken insats i Malmö kostar minst 2026?", "300 000 kr (Kostnad 2026). Minst av de 5 raderna"),
    ],
)
def test_what_is_reckoned_is_shown(question: str, reckoning: str, shelves: dict[Path, Shelf]) -> None:
    """With its terms or the amounts compared quoted; a minus that marks a cost does not count."""
    shelf = shelves[ROOT / "corpus"]
    answer = shelf.answerer.answer(question)
    assert reckoning in answer.text
    assert [complaint for fault in FAULTS for complaint in fault(answer, shelf)] == []


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("Hur stor är summan av alla IRIS-rader i Lunds budget 2024?", "= 12 020", "= 12 021"),
        ("Vad är skillnaden mellan statens avgift 2023 och 2026 i Lund?", "är 5 tkr", "är 6 tkr"),
        ("Hur stor andel av budgeten får FRAM 2026?", "= 54,2 %", "= 54,3 %"),
        ("Hur stor andel av budgeten får FRAM 2026?", "av 27 854 587", "av 27 854 588"),
        ("Vilken insats i Malmö har störst budget 2026?", "Störst av", "Minst av"),
        ("Vilken insats i Malmö har störst budget 2026?", "de 5 raderna", "de 6 raderna"),
        ("Vilken insats i Malmö kostar minst 2026?", "300 000 kr", "300 001 kr"),
    ],
)
def test_a_wrong_reckoning_is_found(question: str, right: str, wrong: str, shelves: dict[Path, Shelf]) -> None:
    """By the check that looks at every answer."""
    shelf = shelves[ROOT / "corpus"]
    answer = shelf.answerer.answer(question)
    assert right in answer.text
    assert list(wrong_reckoning(replace(answer, text=answer.text.replace(right, wrong)), shelf)) != []


@pytest.mark.parametrize("wrong", ["(4 av 10 rader)", "(5 av 9 rader)"])
def test_rows_that_are_left_out_are_counted(wrong: str, shelves: dict[Path, Shelf]) -> None:
    """So that nobody takes some rows of a table for all; and the check that looks at every answer counts them too."""
    shelf = shelves[ROOT / "corpus"]
    answer = shelf.answerer.answer("Vilka insatser i Malmö hade en budget över 1,5 miljoner kronor 2018?")
    assert "(5 av 10 rader)" in answer.text
    assert [complaint for fault in FAULTS for complaint in fault(answer, shelf)] == []
    doctored = replace(answer, text=answer.text.replace("(5 av 10 rader)", wrong))
    assert list(wrong_rows(doctored, shelf)) != []


def test_no_personal_datum_is_repeated(answers: dict[str, list[Given]]) -> None:
    """What is masked in a question stands nowhere in what is handed back."""
    seen = 0
    for one in (one for of_set in answers.values() for one in of_set):
        asked = one.item.question
        shown = " ".join([one.answer.question, one.answer.text, *(flag.message for flag in one.answer.flags)])
        shown += " ".join(citation.quote for citation in (*one.answer.citations, *one.answer.nearest))
        for finding in find_personal_data(asked):
            seen += 1
            assert squeezed(asked[finding.start : finding.end]) not in squeezed(shown), one.item.id
            assert "personal_data" in {flag.code for flag in one.answer.flags}, one.item.id
    assert seen >= 3


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_as_many_answers_are_right_as_before(name: str, floor: int, answers: dict[str, list[Given]]) -> None:
    verdicts = [
        judge(
            given.item,
            given.answer.text,
            abstained=given.answer.abstained,
            cited=[citation.document for citation in given.answer.citations],
        )
        for given in answers[name]
    ]
    wrong = [f"{verdict.id}: {'; '.join(verdict.reasons)}" for verdict in verdicts if not verdict.passed]
    assert len(verdicts) - len(wrong) >= floor, "\n".join(wrong)


_FORMS = (
    *("Vad är {}?", "Hur mycket får {}?", "Hur mycket kostar {} totalt 2018 och 2026?", "Vilka parter har {}?"),
    *("Hur många deltagare har {}?", "När startade {}?", "Vem äger {}?", "Vilka är {}?", "Hur går {} till?"),
    *("Vad är skillnaden mellan {} 2022 och 2026?", "Hur har {} ändrats?", "Nämn alla {}", "Varför {}?", "{}"),
    *("Vad står {} för?", "Who owns {}?", "Får {} finansieras?", "Vilka insatser saknar {}?", "{} och {}"),
    *("Vilken av {} är störst?", "Vilken {} kostar minst 2026?", "Hur stor andel av budgeten får {}?"),
    *("Vilka {} får mer än en miljon?", "Vad får {} och {} sammanlagt?", "Hur stor andel av {} gick vidare?"),
)


def subjects(shelf: Shelf) -> list[str]:
    """What the documents speak of: headings, the labels of tables, the terms of the glossary."""
    found = [term.name for term in shelf.answerer.glossary.terms]
    for document in (shelf.library.document(source.id) for source in shelf.library.sources):
        found += [section.heading for section in document.sections]
        for table in document.tables:
            cells = [row.cells[0] for row in table.rows]
            found += [table.title, *(document.text[cell.start : cell.end] for cell in cells)]
    return sorted({" ".join(text.split()) for text in found if 2 < len(text) < 80})


@settings(max_examples=150, derandomize=True)
@given(data=st.data())
def test_made_up_questions_are_answered_without_fault(data: st.DataObject, shelves: dict[Path, Shelf]) -> None:
    """Whatever the documents speak of and however one asks, nothing fails and every answer holds."""
    shelf = shelves[ROOT / "corpus"]
    subject = st.sampled_from(subjects(shelf))
    question = data.draw(st.sampled_from(_FORMS)).format(data.draw(subject), data.draw(subject))
    answer = shelf.answerer.answer(question)
    assert [complaint for fault in FAULTS for complaint in fault(answer, shelf)] == []
