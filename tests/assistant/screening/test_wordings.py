"""The same thing said in many ways gets the same verdict; what only sounds like it gets another."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.criteria import CriteriaSet
from tests.assistant.screening.judged import verdict

LINES = (Path(__file__).parent / "wordings.tsv").read_text(encoding="utf-8").splitlines()
WORDINGS = [tuple(line.split("\t")) for line in LINES if not line.startswith("#")]


def form(written: str) -> str:
    """Write "Syfte: … ## Metod: …" as headings with their paragraphs."""
    parts = (part.split(": ", 1) for part in written.split(" ## "))
    return "\n\n".join(f"## {heading}\n\n{text}" for heading, text in parts)


@pytest.mark.parametrize(("id", "accepted", "written"), WORDINGS)
def test_a_wording_means_what_it_says(id: str, accepted: str, written: str, criteria: CriteriaSet) -> None:
    assert verdict(form(written), id, criteria) in accepted.split("|")


@pytest.mark.parametrize(
    ("text", "id", "expected"),
    [
        ("Från: Försäkringskassan i Malmö\n\nTill: Finsam i Malmö\n", "E3", "uppfyllt"),
        ("Avsändare: Vuxenpsykiatrin Malmö, Region Skåne\n", "E3", "uppfyllt"),
        ("Från: Kalle Påhittad\n", "E3", "oklart"),
        ("Från: utvecklare, Malmö stad\n", "E3", "oklart"),
        ("Från: Malmö stad\n\nProjektägare: Stiftelsen Exempel\n", "E3", "ej_uppfyllt"),
        ("**1. Projektägare:** Malmö stad, Komvux\n**2. Parter:** Malmö stad, Region Skåne\n", "E3", "uppfyllt"),
        ("**1. Projektägare:** Malmö stad, Komvux\n**2. Parter:** Malmö stad, Region Skåne\n", "P3", "uppfyllt"),
        ("## Gemensam ansökan från Malmö stad, Försäkringskassan och Region Skåne\n", "M4", "uppfyllt"),
        ("## Gemensam ansökan från Malmö stad, Försäkringskassan och Region Skåne\n", "E3", "oklart"),
        ("## Ansökan till Finsam i Malmö från Föreningen Ljusglimten\n", "E3", "ej_uppfyllt"),
        ("## Ansökan om medel från Finsam i Malmö\n", "E3", "oklart"),
    ],
)
def test_who_sends_an_application_is_read_off_its_head(
    text: str, id: str, expected: str, criteria: CriteriaSet
) -> None:
    assert verdict(text, id, criteria) == expected
