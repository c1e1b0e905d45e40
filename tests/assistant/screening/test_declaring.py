"""The kind of measure is what the form, a heading or a sentence says it is, and nothing when it only may be guessed."""

from __future__ import annotations

import pytest

from assistant.criteria import CriteriaSet
from assistant.screening.reading import read_text

TOP = "Projektansökan\n\nProjektnamn: Klivet\nProjektägare: Region Skåne\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Insatstyp: Individinriktad", "individ"),
        ("Typ av insats: strukturövergripande", "struktur"),
        ("Insatstyp: I", "individ"),
        ("Individinriktad eller strukturinriktad: strukturinriktad", "struktur"),
        ("Insatstyp: ☐ individinriktad ☒ strukturinriktad", "struktur"),
        ("Insatstyp: individinriktad [x] strukturinriktad [ ]", "individ"),
        ("Insatstyp: individinriktad / strukturinriktad", None),
        ("Insatstyp: lndividinriktad", "individ"),
        ("Insatsen är individinriktad (I).", "individ"),
        ("Det här är inte en individinsats utan en strukturinsats.", "struktur"),
        ("Projektet riktar sig till personal hos parterna.", None),
        ("Projektet, som är individinriktat, pågår i år.", "individ"),
        ("Vad det är: Hjälp till enskilda, inte kurser", "individ"),
        ("Typ av insats: utbildning av handläggare", "struktur"),
        ("Det här är vad planen betecknar med S.", "struktur"),
        ("Satsningen ligger på strukturnivå.", "struktur"),
        ("Insatstyp:\n[ ] individinriktad\n[x] strukturinriktad", "struktur"),
    ],
)
def test_declared(text: str, kind: str | None, criteria: CriteriaSet) -> None:
    draft = read_text(TOP + text, criteria)
    assert draft.declared_type == kind
    assert (draft.declared_at is None) == (kind is None)
