"""A client's name is found in the tables of a draft, and wherever it stands again, in any case and abbreviated."""

from __future__ import annotations

import pytest

from assistant.criteria import CriteriaSet
from assistant.screening.draft import Draft
from assistant.screening.guarding import masked_draft, personal_data, secrets
from assistant.screening.reading import read_text
from tests.assistant.screening.judged import FRAME
from tests.assistant.screening.sketched import sketch, words


def table(criteria: CriteriaSet, *rows: str) -> Draft:
    head, *others = rows
    line = "|---" * (head.count("|") + 1) + "|"
    return read_text("\n".join([f"{FRAME}| {head} |", line, *(f"| {row} |" for row in others), ""]), criteria)


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        ("Deltagare | Ålder | Diagnos", "Anna Provberg | 34 | epilepsi", ["Anna Provberg"]),
        ("Klient | Insats", "Zubeyda Provsson | samtal", ["Zubeyda Provsson"]),
        ("Patientens namn | Behov", "KALLE PROVSSON | stöd", ["KALLE PROVSSON"]),
        ("Nr | Brukare | Plats", "1 | Testsson, Kalle | ja", ["Testsson, Kalle"]),
        ("Deltagare | Status", "K.P. | inskriven", ["K.P."]),
        ("Deltagare | Status", "Kalle | inskriven", ["Kalle"]),
        ("Namn | Diagnos", "Kalle Provsson | adhd", ["Kalle Provsson"]),
        ("Deltagare | Roll i gruppen | Diagnos", "Kalle Provsson | talesperson | adhd", ["Kalle Provsson"]),
    ],
)
def test_a_name_below_a_head_that_means_a_client(
    head: str, row: str, expected: list[str], criteria: CriteriaSet
) -> None:
    draft = table(criteria, head, row, row.replace(expected[0], "Nora Provdotter"))
    assert words(draft, personal_data(draft)) == [*expected, "Nora Provdotter"]


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Deltagare | Organisation", "Anna Provberg | Region Skåne"),
        ("Deltagare | Antal", "Kvinnor | 24"),
        ("Deltagare | Antal", "Region Skåne | 24"),
        ("Namn | Befattning | Ålder på tjänsten", "Anna Provberg | enhetschef | 3 år"),
        ("Namn | Telefon", "Anna Provberg | 040-12 34 56"),
        ("Deltagare i styrgruppen | Möten", "Anna Provberg | 4"),
        ("Metod | Källa", "Case Management | Anna Provberg 2019"),
    ],
)
def test_other_tables_name_no_client(head: str, row: str, criteria: CriteriaSet) -> None:
    draft = table(criteria, head, row, row)
    assert words(draft, personal_data(draft)) == []


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        ("FATIMA bor kvar.", ["FATIMA"]),
        ("Vi ringde fatima igen.", ["fatima"]),
        ("FATIMAS plan är klar.", ["FATIMAS"]),
        ("Enligt F.P. räcker det.", ["F.P."]),
        ("Enligt F. P. räcker det.", ["F. P."]),
        ("Enligt F. Provberg räcker det.", ["F. Provberg"]),
        ("PROVBERG bor kvar.", ["PROVBERG"]),
        ("Huset står på ett provberg.", []),
        ("Vi bor F.P.B. nära.", []),
    ],
)
def test_a_name_that_stands_again_in_another_form(again: str, expected: list[str]) -> None:
    draft = sketch("Vår deltagare Fatima Provberg har epilepsi.", again)
    assert words(draft, personal_data(draft)) == ["Fatima Provberg", *expected]


def test_a_name_that_is_a_word_too_is_let_be_in_small_letters() -> None:
    draft = sketch("Vår deltagare Per Testsson har epilepsi.", "Det kostar 400 kr per månad. Per ringde.")
    assert words(draft, personal_data(draft)) == ["Per Testsson", "Per"]


def test_a_name_out_of_a_table_is_found_in_the_sentences_too(criteria: CriteriaSet) -> None:
    rows = "| Deltagare | Diagnos |\n|---|---|\n| Qvorbila Provsson | epilepsi |\n| Kalle Provsson | adhd |\n"
    draft = read_text(f"{FRAME}{rows}\nEfter en månad ringde Qvorbila.\n", criteria)
    assert draft.text.count("Qvorbila") == 2
    assert "Qvorbila" not in repr(masked_draft(draft))


def test_secrets_are_known_in_any_case() -> None:
    draft = sketch("Vår deltagare Fatima Provberg har epilepsi.", "Enligt F.P. räcker det.")
    pattern = secrets(draft.text, personal_data(draft))
    assert all(pattern.search(text) for text in ("FATIMA ringde", "om fatima", "PROVBERGS plan", "F.P. ringde"))
    assert not pattern.search("ett berg")
