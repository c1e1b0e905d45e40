"""Which initiative a name means: careful, and never by likeness."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.register.model import Initiative, Place
from ingest.register.names import names_of

_CORPUS = Path(__file__).parents[3] / "corpus"


def _initiative(name: str, *aliases: str) -> Initiative:
    return Initiative(Place("x", "", 0, 0, ""), "akersberg", name, name, aliases)


_NAMES = names_of(
    [
        _initiative("Bryggan", "Bryggan 2.0", "BRY"),
        _initiative("Stig i egen takt", "Egen takt: Stig"),
        _initiative("Åsbomodellen"),
        _initiative("Länken"),
        _initiative("Länken 2.0"),
        _initiative("OPS"),
        _initiative("OPS Unga"),
        _initiative("Kurser och utbildning", "Kansliets insatser"),
        _initiative("Ute, inne", "träffar"),
    ]
)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Bryggan", "Bryggan"),
        ("BRYGGAN", "Bryggan"),
        ("Bryggan 2.0", "Bryggan"),
        ("Bryggan 3.0", "Bryggan"),
        ("Bryggan (ESF)", "Bryggan"),
        ("Projekt Bryggan", "Bryggan"),
        ("”Bryggan”", "Bryggan"),
        ("Bryggan, BRY", "Bryggan"),
        ("Egen takt: stig:", "Stig i egen takt"),
        ("Åsbo-modellen", "Åsbomodellen"),
        ("Åsbo modellen", "Åsbomodellen"),
        ("Kurser/utbildning", "Kurser och utbildning"),
        ("Kansliets insatser: kurser, möten mm", "Kurser och utbildning"),
        ("Länken", "Länken"),
        ("Länken 2.0", "Länken 2.0"),
        ("OPS", "OPS"),
        ("OPS Unga", "OPS Unga"),
        ("OPS (unga)", "OPS Unga"),
        ("Ute, inne", "Ute, inne"),
    ],
)
def test_one_initiative_is_found_under_its_names(written: str, name: str) -> None:
    assert _NAMES.canonical(written) == name


@pytest.mark.parametrize(
    "written",
    ["", "Länken 3.0", "OPS Unga vuxna", "OPS: unga vuxna", "OPS, BRY", "Brygga", "Bryggans café", "OPS (äldre)"],
)
def test_what_is_only_alike_means_nothing(written: str) -> None:
    assert _NAMES.canonical(written) is None


def test_a_name_that_two_initiatives_claim_means_neither() -> None:
    names = names_of([_initiative("Solgården", "Huset"), _initiative("Månen", "Huset"), _initiative("Stigen", "Månen")])
    assert names.canonical("Huset") is None
    assert names.canonical("Månen") == "Månen"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Styrelsen följer BRYGGAN 2.0 och OPS Unga.", ["BRYGGAN 2.0", "OPS Unga"]),
        ("Åsbomodellens resultat och Åsbo-modellen.", ["Åsbomodellens", "Åsbo-modellen"]),
        ("De gick en brygga, två träffar och en länken 2.0.", []),
        ("OPS, Unga i arbete", ["OPS"]),
        ("Frågan om Länken 3.0", []),
    ],
)
def test_names_in_running_text_are_written_as_names(text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in _NAMES.mentions(text)] == found


def test_a_document_that_tells_of_a_version_means_it_by_the_bare_name() -> None:
    assert _NAMES.within("Länken 2.0 är ett projekt.").canonical("Länken") == "Länken 2.0"
    assert _NAMES.within("Länken är ett projekt.").canonical("Länken") == "Länken"
    assert _NAMES.within("Bryggan 2.0 är ett projekt.").canonical("Bryggan") == "Bryggan"


def test_the_names_packaged_agree_with_the_initiatives_that_the_project_ships() -> None:
    rows = [
        json.loads(line) for path in _CORPUS.glob("insatser*.jsonl") for line in path.read_text("utf-8").splitlines()
    ]
    names = names_of()
    for row in rows:
        for written in (row["name"], *row["aliases"]):
            assert names.canonical(written) in (None, row["name"])
        for likely in row["likely_aliases"]:
            assert names.canonical(likely) != row["name"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("MALMÖKRAFTEN 2.0", "Malmökraften"),
        ("Kryddgården-modellen", "Kryddgårdenmodellen"),
        ("Make it: Work:", "Make it work"),
        ("Kultur på recept, KUR", "Kultur på recept"),
        ("Utebliven etablering, SFI", "Utebliven etablering SFI"),
        ("IPS Unga", "IPS Unga"),
        ("IPS", "IPS"),
        ("Avanti 2.0", "Avanti 2.0"),
        ("Hållbart näringsliv/arbetsmarknad", "Hållbart näringsliv och arbetsmarknad"),
        ("IRIS (Övergripande)", "IRIS"),
        ("Kanslistyrda insatser: utbildningar, seminarier mm", "Utveckling och kunskap"),
    ],
)
def test_names_that_stand_in_documents_are_packaged(written: str, name: str) -> None:
    assert names_of().canonical(written) == name
