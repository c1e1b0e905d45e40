"""A table is read as Excel saves it, whatever parts its cells and whatever bytes it is in."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.evaluation.questions import load
from assistant.evaluation.scoring import Item
from tests.assistant.test_evaluation_questions import refused

HEAD = "Fråga;Svar ska innehålla;Dokument;Ska avstå"


def file(tmp_path: Path, text: str, encoding: str = "utf-8-sig") -> Path:
    path = tmp_path / "frågor.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_as_excel_saves_it(tmp_path: Path, encoding: str, delimiter: str, line_end: str) -> None:
    rows = (
        ("Fråga", "Svar ska innehålla", "Dokument", "Ska avstå"),
        ("Hur stor är ramen?", '"27,8 Mkr|27,8 miljoner;2026"', '"plan;Årsplan för 2026"', ""),
        ("Vad kostar det, ”allt”?", "", "", "Ja"),
    )
    quoted = [[f'"{cell}"' if delimiter in cell and cell[0] != '"' else cell for cell in row] for row in rows]
    text = line_end.join(delimiter.join(row) for row in quoted) + line_end
    points = (("27,8 Mkr", "27,8 miljoner"), ("2026",))
    assert load(file(tmp_path, text, encoding)).items == (
        Item("rad 2", "Hur stor är ramen?", answer_points=points, cite=frozenset({"plan", "Årsplan för 2026"})),
        Item("rad 3", "Vad kostar det, ”allt”?", abstain=True),
    )


def test_every_column(tmp_path: Path) -> None:
    text = (
        "Nr;Slag;Fråga;Tidigare frågor;Svaret ska innehålla;Får inte innehålla;Källa;Avstå;Granskning;Anteckning\n"
        "7;tal;Och 2025?;Vad kostar det 2026?;300|tre hundra;400|500;plan;nej;outdated_source;se s. 4\n"
    )
    assert load(file(tmp_path, text)).items == (
        Item(
            id="7",
            kind="tal",
            question="Och 2025?",
            history=("Vad kostar det 2026?",),
            answer_points=(("300", "tre hundra"),),
            forbidden=("400", "500"),
            cite=frozenset({"plan"}),
            review=frozenset({"outdated_source"}),
            note="se s. 4",
        ),
    )


def test_english_columns(tmp_path: Path) -> None:
    text = "question,answer must contain,document,should abstain\nHow much?,300,plan,no\nWho?,,,TRUE\n"
    items = load(file(tmp_path, text)).items
    assert [(item.answer_points, item.abstain) for item in items] == [((("300",),), False), ((), True)]


def test_the_names_of_columns_in_any_case_and_order(tmp_path: Path) -> None:
    """As an office writes them; one column of the two that tell what is right will do."""
    assert load(file(tmp_path, " SKA  AVSTÅ ;FRÅGA\nx;Vem?\n")).items[0].abstain
    assert load(file(tmp_path, "fråga;svar\nVem?;Ada\n")).items[0].answer_points == (("Ada",),)


def test_rows_are_counted_as_in_excel(tmp_path: Path) -> None:
    """Empty rows and cells of several lines make one row each, and rows without an own id are called by theirs."""
    text = f'{HEAD}\n;;;\n\n"Vad\nhände?";arbete;;\nVem?;;;ja\n'
    assert [item.id for item in load(file(tmp_path, text)).items] == ["rad 4", "rad 5"]


def test_empty_columns_and_cells_left_out(tmp_path: Path) -> None:
    assert load(file(tmp_path, f"{HEAD};;\nVem?;Ada\nVad?;Allt;;;;\n")).unused == ()


def test_columns_of_others_are_told_of(tmp_path: Path) -> None:
    assert load(file(tmp_path, f"{HEAD};Ansvarig\nVem?;Ada;;;Bo\n")).unused == ("Ansvarig",)


def test_a_column_of_codes_that_is_empty_says_that_none_is_due(tmp_path: Path) -> None:
    assert load(file(tmp_path, "fråga;svar;granskning\nVem?;Ada;\n")).items[0].review == frozenset()
    assert load(file(tmp_path, "fråga;svar\nVem?;Ada\n")).items[0].review is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Vem?;Ada\n", ": första raden ska ha kolumnerna ”fråga” och ”svar ska innehålla” eller ”ska avstå”, men har "),
        ("fråga;dokument\nVem?;plan\n", "men har ”fråga”, ”dokument”. Se docs/utvardering.md."),
        ("svar;dokument\nAda;plan\n", "men har ”svar”, ”dokument”"),
        (";;\n;;\n", "men har inga namn"),
        (
            "fråga;svar;svar ska innehålla\nVem?;Ada;Ada\n",
            ": kolumnerna ”svar” och ”svar ska innehålla” säger samma sak",
        ),
        (f"{HEAD}\n", " innehåller inga frågor"),
        (f"{HEAD}\n;Ada;;\n", ": rad 2: kolumnen ”Fråga”: får inte vara tomt"),
        (f"{HEAD}\nVem?;;plan;nej\n", ": rad 2 säger varken vad svaret ska innehålla (kolumnen ”Svar ska innehålla”) "),
        ("fråga;ska avstå\nVem?;nej\n", "(answer_points) eller att det rätta är att avstå (kolumnen ”ska avstå”)"),
        (f"{HEAD}\nVem?;;;kanske\n", ": rad 2: kolumnen ”Ska avstå” ska vara ja, nej eller tom, inte ”kanske”."),
        (f"{HEAD}\nVem?;|;;\n", ": rad 2: kolumnen ”Svar ska innehålla”: ska ha minst 1 värde"),
        (f"{HEAD}\nVem?;Ada;plan;;och mer\n", ": rad 2 har fler fält än första raden"),
        (f'{HEAD}\n"Vem?;Ada;;\n', " går inte att läsa; kontrollera citattecknen där."),
        ("id;fråga;svar\na;Vem?;Ada\na;Vad?;Allt\n", ": rad 2 och rad 3 har samma id (a)"),
        ("fråga;svar;granskning\nVem?;Ada;gammal\n", ": rad 2: kolumnen ”granskning”: koden 'gammal' finns inte"),
    ],
)
def test_an_ill_formed_table(tmp_path: Path, text: str, said: str) -> None:
    """The row and the column are named as the office knows them."""
    assert said in refused(file(tmp_path, text))
