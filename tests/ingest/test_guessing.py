"""What a document is, guessed from its text, is right for other associations too, and empty when unsure."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.catalogue import AUTHORITY
from ingest.guessing import guess


@pytest.mark.parametrize(
    ("text", "title", "association", "type", "starts", "ends"),
    [
        ("Samordningsförbundet Göta\nVerksamhetsplan 2032\n\nFinsam Göta finansierar insatser.",
         "Verksamhetsplan 2032", "gota", "verksamhetsplan", date(2032, 1, 1), date(2032, 12, 31)),
        ("Sida 1 (4)\nPROTOKOLL\nFinsam Norra Skåne\nSammanträde den 14 mars 2031\n§ 1 Verksamhetsplan 2032",
         "PROTOKOLL", "norra-skane", "beslut", date(2031, 3, 14), None),
        ("Samordningsförbundet i Halland\nÅrsredovisning 2030\nSamordningsförbundet i Hallands styrelse",
         "Årsredovisning 2030", "halland", "redovisning", date(2030, 1, 1), date(2030, 12, 31)),
        ("Delårsrapport januari–augusti 2031 Finsam Karlsö",
         "Delårsrapport januari–augusti 2031 Finsam Karlsö", "karlso", "redovisning",
         date(2031, 1, 1), date(2031, 8, 31)),
        ("SAMORDNINGSFÖRBUNDET ÄLVDAL\nPROTOKOLL 2031-04-02", "PROTOKOLL 2031-04-02", "alvdal", "beslut",
         date(2031, 4, 2), None),
        ("Borås samordningsförbund\nInriktning 2031–2034", "Inriktning 2031–2034", "boras", "inriktning",
         date(2031, 1, 1), date(2034, 12, 31)),
        ("Lunds samordningsförbund\n\nVi finansierar.", "Lunds samordningsförbund", "lund", "webb", None, None),
        ("Samordningsförbundet Burlöv-Staffanstorp\nFörbundsordning", "Förbundsordning", "burlov-staffanstorp",
         "forbundsordning", None, None),
        ("Lag (2031:77) om gemensamma insatser\n1 § Finsam i Ådala", "Lag (2031:77) om gemensamma insatser", "riket",
         "lag", None, None),
        ("Utvärdering av Gröna Spåret\n\nFinsam Västra Ådalen, 2031. Enligt lag (2003:1210) ska det följas upp.",
         "Utvärdering av Gröna Spåret", "vastra-adalen", "rapport", date(2031, 1, 1), None),
        ("Finsam Borås och Finsam Lund samverkar.", "Finsam Borås och Finsam Lund samverkar.", "", "webb", None, None),
        ("Hur arbetar Finsam?\nFinsam Är till för unga.", "Hur arbetar Finsam?", "", "webb", None, None),
        ("Från: a@exempel.se\nTill: b@exempel.se\nÄmne: Möte i maj\nHej!", "Möte i maj", "", "webb", None, None),
        ("Finsam Gothia\nAnnual report 2031", "Annual report 2031", "gothia", "redovisning",
         date(2031, 1, 1), date(2031, 12, 31)),
        ("", "Fil", "", "webb", None, None),
    ],
)  # fmt: skip
def test_guesses(text: str, title: str, association: str, type: str, starts: date | None, ends: date | None) -> None:
    found = guess("fil", "fil.txt", text)
    assert (found.title, found.association, found.type) == (title, association, type)
    assert (found.starts, found.ends) == (starts, ends)
    assert found.guessed == ("title", "association", "type", "starts", "ends")


@pytest.mark.parametrize(
    ("id", "title", "type", "year"),
    [
        ("ådala_verksamhetsplan_2031", "Ådala verksamhetsplan 2031", "verksamhetsplan", 2031),
        ("arsredovisning-2030", "Arsredovisning 2030", "redovisning", 2030),
        ("skannad12", "1. Vision", "webb", None),
    ],
)
def test_the_name_of_the_file_helps(id: str, title: str, type: str, year: int | None) -> None:
    """A text that begins with its first section takes its title, type and year from a name that tells them."""
    found = guess(id, f"{id}.pdf", "1. Vision\nAlla ska få stöd.")
    assert (found.title, found.type, found.year) == (title, type, year)


@given(st.text(min_size=1, max_size=12), st.text(max_size=200))
def test_any_text(id: str, text: str) -> None:
    found = guess(id, f"{id}.txt", text)
    assert found.title
    assert found.type in AUTHORITY
    assert all(c.isascii() and (c.isalnum() or c == "-") for c in found.association)
