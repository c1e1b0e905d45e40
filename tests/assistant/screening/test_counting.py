"""People and ages are counted where participants are meant, and times that pass are no ages."""

from __future__ import annotations

import pytest

from assistant.criteria import CriteriaSet
from assistant.screening.reading import read_text

TOP = "Projektansökan\n\nProjektnamn: Klivet\nProjektägare: Region Skåne\n\nMÅLGRUPP\n"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("60 deltagare bor i Malmö.", [60]),
        ("Vi tar emot 60 Malmöbor.", [60]),
        ("Det gäller tjugo personer.", [20]),
        ("Ett fyrtiotal unga vuxna.", [40]),
        ("180 medarbetare hos parterna.", [180]),
        ("Tjugofem långtidssjukskrivna kvinnor.", [25]),
        ("Antal deltagare: 70", [70]),
        ("45 adults living in Malmö.", [45]),
        ("Fem Malmöbor har varit med och skrivit ansökan.", []),
        ("De träffas två gånger i veckan.", []),
    ],
)
def test_participants(text: str, numbers: list[int], criteria: CriteriaSet) -> None:
    draft = read_text(TOP + text, criteria)
    assert [one.number for one in draft.participants] == numbers


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Malmöbor 16–64 år.", [(16, 64)]),
        ("Malmöbor mellan 18 och 60 år.", [(18, 60)]),
        ("Unga vuxna i åldern 18 till 29.", [(18, 29)]),
        ("Kvinnor från 55 år.", [(55, None)]),
        ("Personer över 64 år.", [(65, None)]),
        ("Barn under 16 år.", [(None, 15)]),
        ("Ungdomar upp till 25 år.", [(None, 25)]),
        ("Ålder: 18–64", [(18, 64)]),
        ("Deltagare i yrkesverksam ålder.", []),
        ("Personer som varit utan arbete i 10–15 år.", []),
        ("Deltagarna har varit sjukskrivna i över 10 år.", []),
        ("20 personer under 2 till 3 år.", []),
        ("Den yngsta är 19 år, den äldsta 58.", [(19, 58)]),
        ("Malmöbor mellan 20 och 60 som är sjukskrivna.", [(20, 60)]),
        ("Unga 16-24 som inte studerar.", [(16, 24)]),
        ("Kvinnor födda mellan 1951 och 1956.", [(70, 75)]),
        ("Personer födda 1962 eller senare.", [(None, 64)]),
        ("Kursen är öppen för alla från 18 år och uppåt.", [(18, None)]),
        ("Barn yngre än 16.", [(None, 15)]),
        ("Till den som är mellan 25 och 62, och trött.", [(25, 62)]),
        ("Vuxna, 18 år fyllda men inte 65.", [(18, 64)]),
        ("Alla över 20 men under 60 år.", [(21, 59)]),
        ("Personer mellan 20 och 30 timmar i veckan.", []),
        ("Vi räknar med 20 men får kanske 30 deltagare.", []),
        ("Högst 15 deltagare i varje grupp.", []),
        ("Deltagare högst 29 år.", [(None, 29)]),
    ],
)
def test_ages(text: str, ages: list[tuple[int | None, int | None]], criteria: CriteriaSet) -> None:
    draft = read_text(TOP + text, criteria)
    assert [(one.first, one.last) for one in draft.ages] == ages
