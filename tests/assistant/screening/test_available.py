"""What is left to distribute is read from the plan itself, however it says so; what cannot be told is not guessed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.criteria import CriteriaSet, load
from assistant.library import Library
from assistant.opening import open_library
from assistant.screening.sources.available import find
from ingest.model import Block
from tests.assistant import drafted

CRITERIA = Path(__file__).parents[3] / "corpus" / "criteria"

Read = Callable[..., Library]


def _criteria(section: str = "4. Ekonomi", year: int = 2031) -> CriteriaSet:
    """The criteria of an association of its own, whose plan is the document ``plan``."""
    whole = load(CRITERIA / "malmo-2026.toml")
    money = whole["E2"].model_copy(
        update={"rule": whole["E2"].rule.model_copy(update={"document": "plan", "section": section})}
    )
    return whole.model_copy(update={"plan": "plan", "year": year, "association": "dalen", "criterion": (money,)})


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def made(*blocks: Block, **fields: object) -> Library:
        return drafted.library(tmp_path, drafted.document(*blocks, association="dalen", **fields))  # type: ignore[arg-type]

    return made


SENTENCES = [
    ("Kvar att fördela under 2031 är 2,35 miljoner kronor.", 2_350_000),
    ("Av budgeten på 14,2 Mkr är 11,9 Mkr beslutade och 2 300 tkr återstår att fördela.", 2_300_000),
    (
        "När pågående insatser (12 Mkr) och kansli (1,1 Mkr) dragits av finns 850 000 kr kvar till nya insatser.",
        850_000,
    ),
    ("När kostnaderna är betalda återstår 710 tkr som styrelsen får dela ut under året.", 710_000),
    ("Ofördelade medel: 640 tkr.", 640_000),
    ("Utrymmet för nya projekt är cirka 1,2 mnkr.", 1_200_000),
    ("Vid ingången av 2031 finns det 3 Mkr att söka för parterna.", 3_000_000),
    ("Förbundet har 1.750.000 kr som ännu inte fördelats, medel kvar för året.", 1_750_000),
]


@pytest.mark.parametrize(("sentence", "sek"), SENTENCES)
def test_a_sentence_tells_what_is_left(read: Read, sentence: str, sek: int) -> None:
    library = read(
        drafted.heading("4. Ekonomi"), drafted.paragraph(f"Avgifterna är 13 Mkr. {sentence} Revisorn granskar.")
    )
    found = find(library, _criteria())
    assert found is not None
    assert (found.sek, found.year, found.citation.quote) == (sek, 2031, sentence)


def test_the_row_of_a_table_tells_it_in_the_column_of_the_year(read: Read) -> None:
    library = read(
        drafted.heading("Budget"),
        drafted.table(
            ("Post", "2030", "2031"),
            ("Tillgängliga medel", "9 400", "9 900"),
            ("Summa kostnader", "8 200", "9 150"),
            ("Medel att disponera", "1 200", "750"),
            units=("", "tkr", "tkr"),
        ),
    )
    found = find(library, _criteria(section="7. Något annat"))
    assert found is not None
    assert (found.sek, found.citation.section) == (750_000, "Budget")


def test_a_row_of_a_form_tells_it(read: Read) -> None:
    rows = (("Avgifter", "5,4 Mkr"), ("Ofördelat utrymme, medel kvar", "410 000 kr"))
    library = read(drafted.heading("4. Ekonomi"), drafted.table(("Uppgift", "Belopp"), *rows))
    found = find(library, _criteria())
    assert found is not None
    assert found.sek == 410_000


NOT_TOLD = [
    "Förbundet har 14,2 Mkr till förfogande och allt är beslutat.",
    "Under 2030 återstod 2 Mkr att fördela.",
    "Styrelsen ska fördela medlen under året.",
    "Medel kvar vid årets slut blir eget kapital, 5 Mkr.",
    "Det återstår att fördela ansvaret mellan parterna.",
]


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_other_money_is_not_what_is_left(read: Read, sentence: str) -> None:
    library = read(drafted.heading("4. Ekonomi"), drafted.paragraph(sentence))
    assert find(library, _criteria()) is None


def test_two_amounts_for_the_same_are_none(read: Read) -> None:
    library = read(
        drafted.heading("4. Ekonomi"),
        drafted.paragraph("Kvar att fördela är 2 Mkr. I planen återstår 2,5 Mkr att fördela."),
    )
    assert find(library, _criteria()) is None


def test_the_section_of_the_rule_goes_before_the_rest(read: Read) -> None:
    library = read(
        drafted.heading("2. Historik"),
        drafted.paragraph("En gång fanns 9 Mkr att fördela."),
        drafted.heading("4. Ekonomi och budget"),
        drafted.paragraph("Kvar att fördela är 2 Mkr."),
    )
    found = find(library, _criteria())
    assert found is not None
    assert found.sek == 2_000_000


def test_the_plan_under_another_id_is_the_associations_own_for_the_year(read: Read) -> None:
    library = read(drafted.heading("4. Ekonomi"), drafted.paragraph("Kvar att fördela är 2 Mkr."), id="annan-plan")
    assert find(library, _criteria()) is not None
    assert find(library, _criteria(year=2032)) is None


@pytest.mark.parametrize(("name", "sek"), [("malmo-2026", 1_600_000), ("lund-2024", 1_900_000)])
def test_the_shipped_plans_tell_it(corpus_index: Path, name: str, sek: int) -> None:
    criteria = load(CRITERIA / f"{name}.toml")
    found = find(open_library(corpus_index), criteria)
    assert found is not None
    assert (found.sek, found.year, found.citation.document) == (sek, criteria.year, criteria.plan)
