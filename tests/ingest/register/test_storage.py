"""Records come out of a folder as they went in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.register import storage
from ingest.register.model import Decision, Goal, Initiative, Measure, Money, Place, Result, Stance

_PLACE = Place("akersberg-plan-2031", "4. Mål › Åtgärder", 10, 14, "Sjön", 3)
_MONEY = Money(_PLACE, "akersberg", "Bryggan", 2031, Measure.BUDGET, 900_000, "900", "tkr", "Bryggan")
_RECORDS = (
    Decision(_PLACE, "akersberg", "Godkänna planen", Stance.DECIDED, initiatives=("Bryggan",), sek=5),
    _MONEY,
    replace(_MONEY, year=None, doubt="Året saknas."),
    Goal(_PLACE, "akersberg", "Fler i arbete", year=2031),
    Result(_PLACE, "akersberg", "Bryggan", "deltagare", Measure.OUTCOME, 12.5, "12,5", 2031, unit="%"),
    Initiative(replace(_PLACE, page=None), "akersberg", "Bryggan", "BRYGGAN", aliases=("BRY",)),
)


def test_every_kind_of_record_comes_back_as_it_was(tmp_path: Path) -> None:
    storage.save(reversed(_RECORDS), tmp_path)
    assert set(storage.load(tmp_path)) == set(_RECORDS)
    storage.save(_RECORDS, tmp_path)
    assert storage.load(tmp_path) == _RECORDS


def test_a_folder_without_records_is_no_folder_with_none(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        storage.load(tmp_path)
    storage.save((), tmp_path)
    assert storage.load(tmp_path) == ()
