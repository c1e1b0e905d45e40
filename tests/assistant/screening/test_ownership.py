"""The owner is the answer on the form, or the words of a sentence that say who owns."""

from __future__ import annotations

import pytest

from assistant.criteria import CriteriaSet
from assistant.screening.reading import read_text


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Projektägare: Malmö stad, Komvux", "Malmö stad, Komvux"),
        ("Malmö stad, Komvux, är projektägare.", "Malmö stad, Komvux"),
        ("Det är Region Skåne som äger projektet tillsammans med Malmö stad.", "Region Skåne"),
        ("Projektet ägs av Arbetsförmedlingen.", "Arbetsförmedlingen"),
        ("Huvudman är Försäkringskassan.", "Försäkringskassan"),
        ("Föreningen Exempel ansöker om medel till projektet.", "Föreningen Exempel"),
        ("Region Skåne är inte projektägare.", None),
        ("Arbetsförmedlingen är fortsatt projektägare.", "Arbetsförmedlingen"),
        ("Insatsen, som är ny, ägs av Malmö stad och drivs på två platser.", "Malmö stad"),
        ("Komvux i Malmö stad tar ansvar för medlen och lämnar redovisning.", "Komvux i Malmö stad"),
        ("Region Skåne tar emot pengarna.", "Region Skåne"),
        (
            "Det är Malmö stad, fritidsförvaltningen, som söker, ihop med Arbetsförmedlingen.",
            "Malmö stad, fritidsförvaltningen",
        ),
        ("Undertecknad vid Komvux, Malmö stad, ansöker härmed om medel.", "Undertecknad vid Komvux, Malmö stad"),
        ("Ansvarig för projektet är Försäkringskassan.", "Försäkringskassan"),
        ("Vi som står för ansökan är Malmö stad.", "Malmö stad"),
        ("Arbetsförmedlingen i Malmö äger det hela och sköter ekonomin.", "Arbetsförmedlingen i Malmö"),
        ("Vi söker pengar till en lots.", None),
        ("Vänliga hälsningar\n\nEnhetschefen, Region Skåne", None),
    ],
)
def test_owner(text: str, owner: str | None, criteria: CriteriaSet) -> None:
    draft = read_text(f"Ansökan om medel\n\n{text}\n\nProjektet gäller deltagare i Malmö.", criteria)
    assert (draft.text[draft.owner.start : draft.owner.end] if draft.owner else None) == owner


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Samverkansparter: Region Skåne", "Region Skåne"),
        (
            "ÄGARE OCH PARTER\nÄgare är Region Skåne. Övriga parter är Malmö stad och Försäkringskassan.",
            "Malmö stad och Försäkringskassan",
        ),
        ("Sökande är Region Skåne, medsökande är Arbetsförmedlingen.", "Arbetsförmedlingen"),
        ("Följden för parterna är dubbelt arbete.", None),
        ("Parterna är inte tillfrågade.", None),
    ],
)
def test_parties(text: str, parties: str | None, criteria: CriteriaSet) -> None:
    draft = read_text(f"Ansökan om medel\n\n{text}\n\nMÅLGRUPP\nDeltagare i Malmö.", criteria)
    assert (draft.text[draft.parties.start : draft.parties.end] if draft.parties else None) == parties
