"""Parties that take part are told from those that are only asked and those that stay outside."""

from __future__ import annotations

import pytest

from assistant.criteria import CriteriaSet
from assistant.screening import guarding, reading
from assistant.screening.judging.taking_part import Stand, party_signs
from assistant.screening.screener import material_of
from tests.assistant.screening.judged import FRAME

T, A, D = Stand.TAKES_PART, Stand.ASKED, Stand.DECLINES


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Parter: Malmö stad och AF", {"kommun": T, "arbetsformedlingen": T}),
        ("Parter: Malmö stad, Region Skåne (inbjuden)", {"kommun": T, "region": A}),
        ("Parter: Malmö stad, eventuellt Försäkringskassan", {"kommun": T, "forsakringskassan": A}),
        ("Parter: Malmö stad. Region Skåne har inte svarat än.", {"kommun": T, "region": A}),
        ("Avgränsning\n\nRegion Skåne deltar inte.", {"region": D}),
        (
            "Avgränsning\n\nVare sig Försäkringskassan eller Region Skåne har någon roll.",
            {"forsakringskassan": D, "region": D},
        ),
        ("Metod\n\nPatienter som är listade på en annan vårdcentral kan inte delta.", {}),
        ("Metod\n\nArbetsförmedlingens program påverkas inte.", {}),
        ("Bakgrund\n\nFörsäkringskassan prövar ersättningen.", {}),
    ],
)
def test_how_a_party_stands_to_the_project(text: str, stands: dict[str, Stand], criteria: CriteriaSet) -> None:
    draft = reading.read_text(f"{FRAME}{text}", criteria)
    signs = party_signs(material_of(draft, criteria, guarding.instructions(draft), None))
    assert {sign.kind: sign.stand for sign in signs} == stands
