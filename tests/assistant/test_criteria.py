"""Criteria files are read strictly, and their faults are told by file, criterion and field."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.criteria import CriteriaSet, choose, load
from assistant.errors import CriteriaError

CRITERIA = Path(__file__).resolve().parents[2] / "corpus" / "criteria"
MALMO_IDS = (
    *("M1", "M2", "M3", "M4", "M5", "M6"),
    *("S1", "S2", "S3"),
    *("P1", "P2", "P3", "P4", "P5", "P6"),
    *("E1", "E2", "E3"),
    *("L1", "L2"),
    *("R1", "R2"),
)

SET = """
association = "storvik"
title = "Kriterier Storvik 2031"
plan = "storvik-verksamhetsplan-2031"
year = 2031
valid_from = 2031-01-01
valid_to = 2031-12-31
place = "Storvik"
residents = ["Storviksbor"]
age_from = 18
age_to = 64
minimum_parties = 1

[[party]]
name = "Storviks kommun"
kind = "kommun"
also = ["socialförvaltningen"]

[[criterion]]
id = "M1"
name = "Bor i Storvik"
group = "malgrupp"
question = "Bor deltagarna i Storvik?"
meets = "Det framgår."
contradicts = "De bor på annan ort."
hard = true
applicant_question = "Var bor deltagarna?"
rule = { document = "storvik-verksamhetsplan-2031", section = "2. Målgrupp" }

[[criterion]]
id = "E2"
name = "Ryms i medlen"
group = "ekonomi"
question = "Ryms beloppet?"
meets = "Det är angivet och ryms."
contradicts = "Det är för stort."
hard = false
applicant_question = "Hur mycket söks?"
rule = { document = "storvik-verksamhetsplan-2031", section = "5. Medel" }
valid_from = 2031-07-01
"""


def written(folder: Path, text: str = SET, name: str = "storvik-2031.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_set_is_read(tmp_path: Path) -> None:
    """Fields, parties and criteria come out as they stand."""
    found = load(written(tmp_path))
    assert isinstance(found, CriteriaSet)
    assert (found.association, found.year, found.valid_to) == ("storvik", 2031, date(2031, 12, 31))
    assert found.party[0].also == ("socialförvaltningen",)
    assert found["M1"].rule.section == "2. Målgrupp"
    assert found["M1"].not_applicable == ""
    with pytest.raises(KeyError):
        found["X9"]


def test_a_criterion_can_begin_later_than_its_set(tmp_path: Path) -> None:
    """A criterion with a date of its own is in force from that day on, both ends included."""
    found = load(written(tmp_path))
    assert [one.id for one in found.on(date(2031, 6, 30))] == ["M1"]
    assert [one.id for one in found.on(date(2031, 7, 1))] == ["M1", "E2"]
    assert found.on(date(2032, 1, 1)) == ()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('group = "ekonomi"', 'group = "pengar"', "kriteriet E2: criterion.1.group: ska vara 'malgrupp', "),
        ("hard = true", 'hard = "kanske"', "kriteriet M1: criterion.0.hard: ska vara true eller false"),
        ('meets = "Det framgår."\n', "", "kriteriet M1: criterion.0.meets: fältet saknas"),
        ('section = "5. Medel"', 'sektion = "5. Medel"', "kriteriet E2: criterion.1.rule.section: fältet saknas"),
        ('id = "E2"', 'id = "M1"', "criterion.id förekommer mer än en gång: M1"),
        ('id = "E2"', 'id = "pengar"', "kriteriet pengar: criterion.1.id: ska ha formen "),
        ('place = "Storvik"', 'place = "Storvik"\nbelopp = 5', "belopp: fältet finns inte i schemat"),
        ("valid_to = 2031-12-31", "valid_to = 2030-12-31", "valid_from 2031-01-01 ligger efter valid_to 2030-12-31"),
        ("valid_from = 2031-01-01", 'valid_from = "i år"', "valid_from: ska vara ett datum, ÅÅÅÅ-MM-DD"),
        ("age_to = 64", "age_to = 16", "age_from 18 är högre än age_to 16"),
        ("minimum_parties = 1", "minimum_parties = 2", "minimum_parties är 2 men bara 1 party finns"),
        ("year = 2031", "year = 31", "year: ska vara minst 2004"),
        ('title = "Kriterier Storvik 2031"', "title = ", "är inte giltig TOML"),
    ],
)
def test_faults_name_file_field_and_expectation(tmp_path: Path, old: str, new: str, fault: str) -> None:
    """Who edits the file is told where the fault is and what was expected."""
    assert old in SET
    path = written(tmp_path, SET.replace(old, new))
    with pytest.raises(CriteriaError) as caught:
        load(path)
    assert str(path) in str(caught.value)
    assert fault in str(caught.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """A wrong path is no traceback."""
    with pytest.raises(CriteriaError, match=r"nix\.toml finns inte"):
        load(tmp_path / "nix.toml")


def test_the_set_in_force_is_chosen(tmp_path: Path) -> None:
    """The association's own set of the day; outside every period the one nearest in time."""
    written(tmp_path)
    written(tmp_path, SET.replace("2031", "2032"), "storvik-2032.toml")
    written(tmp_path, SET.replace('"storvik"', '"langvik"'), "langvik-2031.toml")
    for day, year in (
        (date(2031, 5, 1), 2031),
        (date(2032, 5, 1), 2032),
        (date(2030, 1, 1), 2031),
        (date(2040, 1, 1), 2032),
    ):
        assert choose(tmp_path, "storvik", day).year == year
    assert choose(tmp_path, "langvik", date(2031, 5, 1)).association == "langvik"
    with pytest.raises(CriteriaError, match="Inga kriterier för brovik"):
        choose(tmp_path, "brovik", date(2031, 5, 1))


def test_the_shipped_sets() -> None:
    """Malmö has the published 22 criteria with its five hard ones; an id means the same in Lund's set."""
    malmo, lund = load(CRITERIA / "malmo-2026.toml"), load(CRITERIA / "lund-2024.toml")
    assert sorted(one.id for one in malmo.criterion) == sorted(MALMO_IDS)
    assert {one.id for one in malmo.criterion if one.hard} == {"M1", "M3", "M4", "S2", "L1"}
    assert {one.id for one in malmo.criterion if one.not_applicable} == {"L2", "R1"}
    shared = {one.id for one in malmo.criterion} & {one.id for one in lund.criterion}
    assert len(shared) == 21
    assert all(malmo[id].group == lund[id].group and malmo[id].hard == lund[id].hard for id in shared)
    assert all(len(found.party) == 4 for found in (malmo, lund))
