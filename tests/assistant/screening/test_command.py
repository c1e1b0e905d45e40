"""``screen``: drafts are told of on the terminal, in JSON and in files; one that cannot be read stops no other."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import docx
import openpyxl
import pytest
from pypdf import PdfReader

from assistant.errors import ScreeningError
from assistant.screening.model import Protocol
from ingest.errors import UnreadableFile
from tests.assistant.screening.protocols import draft, protocol
from tests.assistant.telling import fault, told

pytestmark = pytest.mark.usefixtures("surroundings", "screener")


class Stand:
    """A screener that takes every file for the same draft, but for those whose names say otherwise."""

    associations: list[str] = []  # noqa: RUF012

    def __init__(self, assistant: object, association: str = "malmo") -> None:
        self.associations.append(association)

    def screen(self, path: Path) -> Protocol:
        if "trasig" in path.name:
            raise UnreadableFile(f"{path.name} är trasig; spara den på nytt.")
        verdicts = {} if "klar" in path.name else None
        read = draft(file=path.name, title=path.stem.capitalize())
        return protocol(read) if verdicts is None else protocol(read, verdicts=verdicts)

    def screen_text(self, text: str, name: str = "") -> Protocol:
        if not text.strip():
            raise ScreeningError("Texten är tom; klistra in utkastet.")
        return protocol(draft(f"# Inklistrat\n\n{text}\n", file="", title="Inklistrat"))


@pytest.fixture
def screener(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Stand, "associations", [])
    monkeypatch.setitem(sys.modules, "assistant.screening.screener", SimpleNamespace(Screener=Stand))  # type: ignore[arg-type]


def test_a_protocol_is_read_on_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = told(capsys, "screen", "stegen.md")
    assert (status, err) == (0, "")
    assert out.startswith("Förhandsgranskning: Stegen\n=====")
    assert "Förslag: Behöver kompletteras" in out
    assert Stand.associations == ["malmo"]


def test_json_of_one_draft_is_an_object_and_of_several_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = told(capsys, "screen", "stegen.md", "--json")
    assert json.loads(out)["id"] == "stegen"
    _, out, _ = told(capsys, "screen", "ett.md", "två.md", "--json")
    assert [one["id"] for one in json.loads(out)] == ["ett", "två"]


def test_a_draft_that_cannot_be_read_is_a_sentence_and_the_others_are_done(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = told(capsys, "screen", "trasig.pdf", "stegen.md", "--json")
    assert (status, err) == (1, "trasig.pdf är trasig; spara den på nytt.\n")
    assert [one["id"] for one in json.loads(out)] == ["stegen"]


def test_nothing_that_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert fault(capsys, "screen", "trasig.pdf") == "trasig.pdf är trasig; spara den på nytt.\n"
    assert fault(capsys, "screen", "--text", " ") == "Texten är tom; klistra in utkastet.\n"


def test_data_on_a_client_in_the_name_of_a_file_is_not_repeated(capsys: pytest.CaptureFixture[str]) -> None:
    told_of = fault(capsys, "screen", "trasig 18930722-9808.pdf")
    assert told_of == "trasig [personuppgift].pdf är trasig; spara den på nytt.\n"


def test_text_is_screened_as_it_stands_and_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, out, _ = told(capsys, "screen", "--text", "Vi vill något.")
    assert "Fil: inklistrad text" in out
    monkeypatch.setattr(sys, "stdin", io.StringIO("Vi vill något annat."))
    status, out, _ = told(capsys, "screen", "--text", "-", "--json")
    assert (status, json.loads(out)["title"]) == (0, "Inklistrat")


def test_files_for_one_draft(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, out, err = told(
        capsys, "screen", "stegen.md", "--docx", "p.docx", "--pdf", "p.pdf", "--letter", "b.docx", "--xlsx", "j.xlsx"
    )
    assert (status, err) == (0, "")
    assert out.splitlines()[0].startswith("Stegen: Behöver kompletteras (1 inte uppfyllt, 1 oklart")
    assert out.splitlines()[1:] == ["Skrev p.docx", "Skrev p.pdf", "Skrev b.docx", "Skrev j.xlsx"]
    assert docx.Document(str(tmp_path / "p.docx")).paragraphs[0].text == "Förhandsgranskning: Stegen"
    assert "Frågor om ert utkast" in docx.Document(str(tmp_path / "b.docx")).core_properties.title
    assert len(PdfReader(tmp_path / "p.pdf").pages) > 1
    assert openpyxl.load_workbook(tmp_path / "j.xlsx").sheetnames == ["Kriterier", "Medel"]


def test_several_drafts_fill_a_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Also two of the same name, and no letter where there is nothing to ask."""
    (tmp_path / "a").mkdir()
    status, _, err = told(
        capsys, "screen", "stegen.md", "a/stegen.md", "klar.md", "--docx", "protokoll", "--letter", "brev"
    )
    assert status == 0
    assert sorted(path.name for path in (tmp_path / "protokoll").iterdir()) == [
        "protokoll-klar.docx",
        "protokoll-stegen-2.docx",
        "protokoll-stegen.docx",
    ]
    assert len(list((tmp_path / "brev").iterdir())) == 2
    assert err == "Klar: det finns inget att fråga om, så inget brev skrevs.\n"


def test_drafts_side_by_side(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = told(capsys, "screen", "ett.md", "klar.md", "--compare")
    assert status == 0
    lines = [line.rstrip() for line in out.replace("\u00a0", " ").splitlines()]
    assert lines[0] == "Jämförelse av 2 utkast"
    assert "E1  Budgeten går ihop                       ✗  ✓" in lines
    assert any("från och med nummer 2, ”Klar”" in line for line in lines)


def test_the_association_is_one_that_has_documents(capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "screen", "stegen.md", "--association", "Granby")
    assert Stand.associations == ["granby"]
    assert fault(capsys, "screen", "stegen.md", "--association", "x").startswith("Inga dokument hör till x;")


def test_wrong_use_is_told_before_anything_is_read(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert fault(capsys, "screen").startswith("Ange minst ett utkast")
    assert "ange en fil i en mapp som finns" in fault(capsys, "screen", "a.md", "--docx", "saknas/p.docx")
    assert "ange en fil i en mapp som finns" in fault(capsys, "screen", "a.md", "--xlsx", str(tmp_path))
    (tmp_path / "fil").write_text("x")
    assert "ska vara en mapp när utkasten är flera" in fault(capsys, "screen", "a.md", "b.md", "--pdf", "fil")
    assert fault(capsys, "screen", "a.md", "--index", "x").startswith("Det finns inget index i x. ")
    assert Stand.associations == []
