"""Questions of a file become a page with their answers, and the page that is shown is the one that is made."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.answers import Answer, Citation, Flag
from assistant.errors import BatchError
from assistant.examples import Example, Page, load, render
from assistant.service import Assistant
from ingest.settings import Settings
from tests.assistant.telling import QUESTION, fault, told

DOCS = Path(__file__).resolve().parents[2] / "docs"
CORPUS = DOCS.parent / "corpus"

FILE = f"""\
title = "Frågor"
introduction = "Så här svarar assistenten."
today = 2027-05-03

[[example]]
remark = "Ett belopp."
question = "{QUESTION}"
"""


def file(tmp_path: Path, text: str = FILE) -> Path:
    path = tmp_path / "frågor.toml"
    path.write_text(text, encoding="utf-8")
    return path


def citation(marker: int, quote: str, section: str = "3. Budget", page: int | None = None) -> Citation:
    return Citation(marker, "plan", "Plan 2027", section, page, quote, 0, 9)


def test_a_page() -> None:
    """An answer is a quotation whose lists stay lists; sources, the nearest passages and flags follow."""
    page = Page(
        title="Frågor",
        introduction="Så här svarar assistenten.\n",
        today=date(2027, 5, 3),
        example=(Example(question="Vad kostar <allt>?", remark="En lista."), Example(question="Vem?", remark="Inget.")),
    )
    answers = [
        Answer(
            "",
            "Budget 2027:\n- Kompassen: 4,2 Mkr [1]\n- Fyren: 2,7 Mkr [2]\nObs: *ungefär*. [2]",
            False,
            (citation(1, "| Kompassen |\n4,2 Mkr |"), citation(2, "Fyren", page=4)),
            (Flag("conflicting_sources", "Källorna är inte överens."),),
        ),
        Answer(
            "", "Det framgår inte.", True, nearest=(citation(0, "x"), citation(0, "y"), citation(0, "z", section=""))
        ),
    ]
    assert render(page, answers).split("\n") == [
        "# Frågor",
        "",
        "Så här svarar assistenten.",
        "",
        r"## 1. Vad kostar \<allt>?",
        "",
        "*En lista.*",
        "",
        "> Budget 2027:",
        ">",
        "> - Kompassen: 4,2 Mkr [1]",
        "> - Fyren: 2,7 Mkr [2]",
        ">",
        r"> Obs: \*ungefär\*. [2]",
        "",
        "Källor:",
        "",
        "- [1] Plan 2027, 3. Budget: ”| Kompassen | 4,2 Mkr |”",
        "- [2] Plan 2027, 3. Budget, sidan 4: ”Fyren”",
        "",
        "**Obs!** Källorna är inte överens.",
        "",
        "## 2. Vem?",
        "",
        "*Inget.*",
        "",
        "> Det framgår inte.",
        "",
        "Närmast i dokumenten:",
        "",
        "- Plan 2027, 3. Budget",
        "- Plan 2027",
    ]


@pytest.mark.usefixtures("surroundings")
def test_the_command(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """To the screen or to a file, the same; an example is no use of the assistant, and not in the journal."""
    path, out = file(tmp_path), tmp_path / "sida.md"
    status, page, err = told(capsys, "examples", str(path))
    assert (status, err) == (0, "")
    assert page.startswith(f"# Frågor\n\nSå här svarar assistenten.\n\n## 1. {QUESTION}\n\n*Ett belopp.*\n\n> ")
    assert "1 150 000" in page
    assert told(capsys, "examples", str(path), "--out", str(out)) == (0, "", "")
    assert out.read_text(encoding="utf-8") == page
    assert not (tmp_path / "data").exists()


@pytest.mark.usefixtures("surroundings")
def test_a_page_with_nowhere_to_go(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    err = fault(capsys, "examples", str(file(tmp_path)), "--out", str(tmp_path))
    assert err == f"Svaren går inte att skriva till {tmp_path}; ange en fil i en mapp som finns.\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = ", "går inte att läsa som TOML i UTF-8"),
        ("", "title: fältet saknas. Rätta filen och försök igen."),
        (FILE.replace("2027-05-03", '"i dag"'), "today: ska vara ett datum, ÅÅÅÅ-MM-DD"),
        (FILE.partition("\n[[")[0], "example: fältet saknas"),
        (FILE + 'answer = "x"\n', "example.0.answer: fältet finns inte i schemat"),
        (FILE.replace(QUESTION, ""), "example.0.question: får inte vara tomt"),
    ],
)
def test_an_ill_formed_file(tmp_path: Path, text: str, said: str) -> None:
    path = file(tmp_path, text)
    with pytest.raises(BatchError) as caught:
        load(path)
    assert str(caught.value).startswith(str(path))
    assert said in str(caught.value)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="går inte att läsa som TOML"):
        load(tmp_path / "saknas.toml")


@pytest.fixture(scope="module")
def shown(corpus_index: Path) -> list[Answer]:
    """The answers to the questions of the page that is shown."""
    page = load(DOCS / "exempel.toml")
    assistant = Assistant(Settings(corpus=CORPUS, index_folder=corpus_index), page.today)
    return [assistant.answer(example.question) for example in page.example]


def test_the_page_that_is_shown_is_the_one_that_is_made(shown: list[Answer]) -> None:
    """When this fails, run ``make exempel`` and read what has changed."""
    made = render(load(DOCS / "exempel.toml"), shown) + "\n"
    assert made == (DOCS / "exempel.md").read_text(encoding="utf-8")


def test_the_page_shows_answers_and_refusals(shown: list[Answer]) -> None:
    """Ten of them: in both languages, with lists and a sum, and some that say why a person should look."""
    assert len(shown) == 10
    assert {answer.language for answer in shown} == {"sv", "en"}
    assert sum(answer.abstained for answer in shown) == 2
    assert any("\n- " in answer.text for answer in shown)
    assert any(" + " in answer.text for answer in shown)
    assert {flag.code for answer in shown for flag in answer.flags} >= {"not_in_sources", "individual_case"}
