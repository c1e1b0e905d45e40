"""``decisions``: the register on the terminal, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from assistant.answers import Scope
from assistant.errors import BatchError
from tests.assistant.register.records import RECORDS, SOURCES
from tests.assistant.telling import fault, told

pytestmark = pytest.mark.usefixtures("assistant")

Capture = pytest.CaptureFixture[str]


class Stand:
    """An assistant whose index holds the invented records."""

    opened = SimpleNamespace(records=RECORDS, sources=SOURCES)

    def __init__(self, settings: object) -> None:
        self.settings = settings

    def scope(self, associations: list[str]) -> Scope:
        if "x" in associations:
            raise BatchError("Inga dokument hör till x; välj bland malmo.")
        return Scope(associations=frozenset(associations))

    def library(self) -> SimpleNamespace:
        return self.opened


class Library(SimpleNamespace):
    __hash__ = object.__hash__


@pytest.fixture
def assistant(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Stand, "opened", Library(records=RECORDS, sources=SOURCES))
    monkeypatch.setitem(sys.modules, "assistant.service", SimpleNamespace(Assistant=Stand))  # type: ignore[arg-type]


def records(capsys: Capture, *arguments: str) -> list[dict[str, object]]:
    status, out, err = told(capsys, "decisions", "--json", *arguments)
    assert (status, err) == (0, "")
    found: list[dict[str, object]] = json.loads(out)["records"]
    return found


def test_decisions_are_read_on_the_terminal_the_latest_first(capsys: Capture) -> None:
    status, out, err = told(capsys, "decisions")
    assert (status, err) == (0, "")
    lines = " ".join(out.replace("\u00a0", " ").split())
    assert lines.index("2031-02") < lines.index("2030-05-12")
    assert "1 250 000 kr" in lines
    assert "att avslå ansökan" in lines
    assert "(Osäkert:" in lines
    assert "Skäl:" in lines
    assert "3 beslut. Varje rad står i sin källa" in lines
    assert "Vågen" not in lines
    assert max(map(len, out.splitlines())) <= 140


def test_other_kinds_are_told_when_asked_for(capsys: Capture) -> None:
    assert {one["kind"] for one in records(capsys)} == {"beslut"}
    assert {one["kind"] for one in records(capsys, "--kind", "mal", "--kind", "Mål")} == {"mål"}
    assert {one["kind"] for one in records(capsys, "--kind", "förslag", "--kind", "insats")} == {"förslag", "insats"}
    assert len(records(capsys, "--kind", "alla")) == len(RECORDS)
    _, out, _ = told(capsys, "decisions", "--kind", "alla")
    assert "Slag" in out
    assert "20 poster" in out


def test_json_says_what_where_and_when(capsys: Capture) -> None:
    (one,) = records(capsys, "--initiative", "ljus", "--year", "2030")
    assert one["initiatives"] == ["Ljuset"]
    assert (one["date"], one["from"], one["date_kind"]) == ("2030-05-12", "2030-05-12", "sammanträde")
    assert (one["stance"], one["sek"], one["amount_kind"]) == ("beviljat", 1_250_000, "beviljat")
    source = one["source"]
    assert isinstance(source, dict)
    assert list(source) == ["title", "document", "section", "start", "end", "quote", "page"]
    assert source["document"] == "minutes"


def test_every_record_of_a_kind_has_the_same_keys(capsys: Capture) -> None:
    for kind in ("beslut", "belopp", "resultat", "insats"):
        assert len({tuple(one) for one in records(capsys, "--kind", kind)}) == 1


def test_limits_hold_together(capsys: Capture) -> None:
    assert len(records(capsys, "--association", "ekstad")) == 1
    assert len(records(capsys, "--from", "2031", "--to", "2031-12-31")) == 1
    assert len(records(capsys, "--text", "avslag ansökan")) == 0
    assert len(records(capsys, "--text", "avslå ansökan")) == 1
    assert records(capsys, "--association", "ekstad", "--year", "2030") == []


def test_none_found_is_no_error(capsys: Capture) -> None:
    status, out, err = told(capsys, "decisions", "--year", "1999")
    assert (status, err) == (0, "")
    assert out.startswith("0 beslut.")


def test_csv_is_what_excel_reads(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    from assistant.commands import run

    assert run(["decisions", "--csv"]) == 0
    out = capfdbinary.readouterr().out
    rows = list(csv.DictReader(io.StringIO(out.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [row["Tid"] for row in rows] == ["2031-02", "2030-05-12", "2030-05-12"]


def test_wrong_use_is_one_line(capsys: Capture) -> None:
    assert "välj bland Kryddhyllan" in fault(capsys, "decisions", "--initiative", "Kryddhyllor")
    assert "ÅÅÅÅ-MM-DD" in fault(capsys, "decisions", "--from", "igår")
    assert "beslut, förslag, övrigt, belopp, mål, resultat, insats eller alla" in fault(
        capsys, "decisions", "--kind", "x"
    )
    assert "till exempel 2026" in fault(capsys, "decisions", "--year", "26")
    assert "Inga dokument hör till x" in fault(capsys, "decisions", "--association", "x")
