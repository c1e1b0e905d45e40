"""The documents keep up with the code: what is explained exists, and what is shown is what the program says."""

from __future__ import annotations

import re
import shlex
from dataclasses import fields
from pathlib import Path

import pytest

from assistant.commands import run
from assistant.evaluation.questions import load
from assistant.register.entries import Kind
from assistant.review import CODES
from assistant.screening.contract import as_json
from assistant.screening.model import Recommendation, Risk, Verdict
from ingest.settings import Settings, variable
from tests.assistant.screening.protocols import paper

ROOT = Path(__file__).resolve().parents[1]


def test_the_settings_explained_to_the_office_are_those_there_are() -> None:
    text = (ROOT / "docs" / "installningar.md").read_text(encoding="utf-8")
    explained = re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
    assert sorted(explained) == sorted(variable(entry.name) for entry in fields(Settings))


def test_modules_named_in_the_architecture_exist() -> None:
    text = (ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    of_ingest, of_assistant = text.split("## ingest", 1)[1].split("## assistant", 1)
    for package, table in (("ingest", of_ingest), ("assistant", of_assistant)):
        rows = re.findall(r"^\| (`.+?`) \|", table, re.MULTILINE)
        assert rows
        for name in re.findall(r"`([^`]+)`", " ".join(rows)):
            path = ROOT / package / name
            assert path.is_dir() or path.with_suffix(".py").is_file(), f"{package}/{name}"


def evaluation_page() -> str:
    return (ROOT / "docs" / "utvardering.md").read_text(encoding="utf-8")


def test_the_report_shown_to_the_office_is_that_of_its_example(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, corpus_index: Path
) -> None:
    """The page's command gives the page's report, but for the time it takes."""
    command, report = re.findall(r"^```\n(.*?)^```$", evaluation_page(), re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(ROOT)
    assert run([*command.split()[3:], "--index", str(corpus_index)]) == 0
    timing = re.compile(r"^Svarstid: median \d+ ms, 95 % av svaren inom \d+ ms$", re.MULTILINE)
    assert timing.sub("", capsys.readouterr().out) == timing.sub("", report)


def test_the_columns_explained_to_the_office_are_read(tmp_path: Path) -> None:
    """Each under every name that the page gives it."""
    rows = re.findall(r"^\| (`.+?`) \| (`.+?`) \|", evaluation_page(), re.MULTILINE)
    names = [re.findall(r"`([^`]+)`", " ".join(row)) for row in rows]
    assert len(names) == 10
    for place in range(max(map(len, names))):
        path = tmp_path / "frågor.csv"
        path.write_text(";".join(row[min(place, len(row) - 1)] for row in names) + "\nVad?;Allt;;;;;;;;\n", "utf-8")
        assert load(path).unused == ()


def test_the_codes_explained_to_the_office_are_those_there_are() -> None:
    section = evaluation_page().partition("### Granskningskoder")[2]
    assert sorted(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)) == sorted(CODES)


def test_the_json_shown_to_the_office_is_read(tmp_path: Path) -> None:
    path = tmp_path / "frågor.json"
    path.write_text(evaluation_page().partition("```json\n")[2].partition("```")[0], "utf-8")
    read = load(path)
    assert ([item.abstain for item in read.items], read.unused) == ([False, True], ())


def screening_page() -> str:
    return (ROOT / "docs" / "forhandsgranskning.md").read_text(encoding="utf-8")


def test_the_codes_of_screening_explained_to_the_office_are_those_there_are() -> None:
    told = re.findall(r"^\| `(\w+)` \|", screening_page(), re.MULTILINE)
    assert told == [*Verdict, *Recommendation, *Risk]


def test_the_keys_of_screening_told_to_the_office_are_those_there_are() -> None:
    keys = screening_page().partition("med nycklarna ")[2].partition(".\n")[0]
    assert re.findall(r"`(\w+)`", keys) == list(as_json(paper()))


def register_page() -> str:
    return (ROOT / "docs" / "beslut-och-siffror.md").read_text(encoding="utf-8")


def test_the_kinds_of_the_register_explained_to_the_board_are_those_there_are() -> None:
    assert re.findall(r"^\| `(\w+)` \|", register_page(), re.MULTILINE) == list(Kind)


def test_the_choices_of_the_register_explained_to_the_board_are_taken(
    capsys: pytest.CaptureFixture[str], corpus_index: Path
) -> None:
    commands = re.findall(r"^    (python -m assistant .*?)(?: > \S+)?$", register_page(), re.MULTILINE)
    assert len(commands) == 3
    for command in commands:
        assert run([*shlex.split(command)[3:], "--index", str(corpus_index)]) == 0
        assert len(capsys.readouterr().out.splitlines()) > 1
