"""``evaluate``: the office's own questions are asked, and a low score is no error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.assistant.telling import QUESTION, fault, told

pytestmark = pytest.mark.usefixtures("surroundings")

TABLE = f"""\
Fråga;Svar ska innehålla;Dokument;Ska avstå
{QUESTION};1 150 000;Verksamhetsplan Finsam i Malmö 2027;
Hur hög är Eiffeltornet?;;;ja
Hur mycket får Kompassen 2027?;4 100 000;;
"""


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "frågor.csv"
    path.write_text(TABLE, encoding="utf-8")
    return str(path)


def test_the_report(capsys: pytest.CaptureFixture[str], table: str) -> None:
    """Exit status 0 although a question failed."""
    status, out, err = told(capsys, "evaluate", table)
    assert (status, err) == (0, "")
    assert out.startswith("Rätt svar: 2 av 3 (66 %)\n")
    assert "Avstod när det var rätt: 1 av 1 (100 %)\n" in out
    assert "  rad 4: saknar ”4 100 000”. Svaret: " in out


def test_failures_alone(capsys: pytest.CaptureFixture[str], table: str) -> None:
    status, out, _ = told(capsys, "evaluate", table, "--fails")
    lines = out.splitlines()
    assert (status, lines[0], len(lines)) == (0, "Fick inte rätt svar:", 2)
    assert "4 200 000" in lines[1]


def test_json(capsys: pytest.CaptureFixture[str], table: str) -> None:
    status, out, _ = told(capsys, "evaluate", table, "--json")
    shape = json.loads(out)
    assert status == 0
    assert (shape["passed"], shape["questions"], shape["quotes"]["share"]) == (2, 3, 1.0)
    assert [item["id"] for item in shape["items"]] == ["rad 2", "rad 3", "rad 4"]
    _, out, _ = told(capsys, "evaluate", table, "--json", "--fails")
    assert [item["id"] for item in json.loads(out)["items"]] == ["rad 4"]


def test_fields_that_are_not_used(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "frågor.json"
    item = {"id": "a", "question": "Hur hög är Eiffeltornet?", "abstain": True, "owner": "kansliet"}
    path.write_text(json.dumps([item]), encoding="utf-8")
    _, out, _ = told(capsys, "evaluate", str(path))
    assert out.endswith("Obs! I filen finns fält som inte används: owner.\n")
    _, out, _ = told(capsys, "evaluate", str(path), "--json")
    assert json.loads(out)["unused_fields"] == ["owner"]


def test_nothing_is_written_in_the_journal(capsys: pytest.CaptureFixture[str], table: str, tmp_path: Path) -> None:
    """A trial is no use of the assistant, and must not be counted as such."""
    told(capsys, "evaluate", table)
    assert not (tmp_path / "data").exists()


def test_another_day(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """What holds is judged as of that day."""
    path = tmp_path / "frågor.csv"
    path.write_text("fråga;svar\nVilken målgrupp har förbundet?;18 och 60\n", encoding="utf-8")
    _, now, _ = told(capsys, "evaluate", str(path), "--today", "2027-05-03")
    _, then, _ = told(capsys, "evaluate", str(path), "--today", "2025-05-03")
    assert now.startswith("Rätt svar: 1 av 1")
    assert then.startswith("Rätt svar: 0 av 1")
    assert "'i går' ska vara en dag" in fault(capsys, "evaluate", str(path), "--today", "i går")


def test_an_association(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "frågor.csv"
    path.write_text("fråga;svar\nVilken målgrupp har förbundet?;16 och 29\n", encoding="utf-8")
    _, out, _ = told(capsys, "evaluate", str(path), "--association", "Granby")
    assert out.startswith("Rätt svar: 1 av 1")
    assert fault(capsys, "evaluate", str(path), "--association", "storvik").startswith("Inga dokument hör till storvik")


def test_a_file_that_cannot_be_read(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """One line, told before the index is opened."""
    missing = tmp_path / "saknas.json"
    assert fault(capsys, "evaluate", str(missing), "--index", "x").startswith(f"{missing} finns inte; ange en fil ")
    assert fault(capsys, "evaluate", str(tmp_path)).startswith(f"{tmp_path} är en mapp; ")
    assert "python -m assistant evaluate --help" in fault(capsys, "evaluate")


def test_no_index(capsys: pytest.CaptureFixture[str], table: str) -> None:
    assert fault(capsys, "evaluate", table, "--index", "x").startswith("Det finns inget index i x. ")
