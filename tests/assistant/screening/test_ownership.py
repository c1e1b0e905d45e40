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
    ],
)
def test_owner(text: str, owner: str | None, criteria: CriteriaSet) -> None:
    draft = read_text(f"Ansökan om medel\n\n{text}\n\nProjektet gäller deltagare i Malmö.", criteria)
    assert (draft.text[draft.owner.start : draft.owner.end] if draft.owner else None) == owner
