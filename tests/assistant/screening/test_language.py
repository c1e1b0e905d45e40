"""What cannot be judged as it is written is said to be so, and why; terse, plain and English drafts are let be."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.criteria import load
from assistant.library import Library
from assistant.opening import open_library
from assistant.screening.draft import Draft
from assistant.screening.guarding.language import is_foreign, language_of, other_organisation, quality
from assistant.screening.model import Risk
from assistant.screening.reading import read_text
from tests.assistant.screening.sketched import words

MALMO = load(Path(__file__).parents[3] / "corpus" / "criteria" / "malmo-2026.toml")


@pytest.fixture(scope="module")
def shipped(corpus_index: Path) -> Library:
    return open_library(corpus_index)


def _read(text: str) -> Draft:
    return read_text(text, MALMO)


PLAIN = """Ansökan om medel, Finsam i Malmö

Målgrupp
Deltagarna är Malmöbor mellan 20 och 60 år som har varit sjukskrivna länge på grund av psykisk ohälsa och som behöver
stöd från både kommunen och psykiatrin för att komma tillbaka till arbete. De står långt från arbetsmarknaden.

Syfte
Syftet är att deltagarna ska få pröva sin förmåga på en arbetsplats och sedan gå vidare till arbete eller studier.

Metod
Två handledare arbetar med varje deltagare enligt en metod som har prövats i flera andra städer med goda resultat.

Budget
Två handledare: 400 000 kr
Lokal: 50 000 kr
Summa: 450 000 kr
"""

TERSE = """Projektägare: Malmö stad
Parter: Malmö stad, Region Skåne
Insatstyp: individinriktad
Målgrupp: 30 Malmöbor 18–40 år med långvarig ohälsa och behov av samordnad rehabilitering
Syfte: arbete eller studier genom praktik på anpassade platser
Metod: supported employment
Sökt belopp 2026: 450 000 kr
"""

NOTE = """Hej!

Vi på förvaltningen har en idé om ett projekt för personer som varit borta länge från arbetslivet. Vi tänker på
friskvård och samtal i grupp och kanske studiebesök hos företag. En kollega på Försäkringskassan är intresserad.
Går det att söka pengar för det i år, och hur gör man i så fall?

Vänliga hälsningar
"""

FINNISH = """Haemme rahoitusta hankkeelle, jonka tarkoituksena on auttaa pitkään työttömänä olleita ihmisiä takaisin
työelämään. Hankkeessa työskentelee kaksi ohjaajaa, jotka tapaavat osallistujia kerran viikossa ja suunnittelevat
heidän kanssaan seuraavat askeleet. Budjetti on neljäsataatuhatta kruunua vuodessa."""

ENGLISH = """We apply for money for a project that is meant to help people who have been out of work for a long time
to get back to a job or to studies. Two coaches will meet each participant once a week and plan the next steps with
them. The budget is four hundred thousand kronor for the year."""


def _damaged(text: str) -> str:
    """As a bad scan gives it: every ninth letter another sign."""
    return "".join(
        "1|0~"[place % 4] if letter.isalpha() and place % 9 == 0 else letter for place, letter in enumerate(text)
    )


@pytest.mark.parametrize("text", [PLAIN, TERSE])
def test_a_draft_that_tells_what_is_asked_for_can_be_judged(shipped: Library, text: str) -> None:
    assert quality(_read(text), shipped) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (NOTE, "för kort"),
        (_damaged(PLAIN), "skadad"),
        (PLAIN.replace("ö", "").replace("ä", "").replace("a", "u"), "skadad"),
        (FINNISH, "annat språk"),
        (PLAIN.replace("handledare", "typ killar, nån schysst,").replace("arbete", "ett kul jobb, liksom,"), "löst"),
    ],
)
def test_what_can_hardly_be_judged_is_said_why(shipped: Library, text: str, said: str) -> None:
    flag = quality(_read(text), shipped)
    assert flag is not None
    assert flag.code is Risk.LOW_QUALITY
    assert said in flag.message


@pytest.mark.parametrize(("text", "language"), [(PLAIN, "sv"), (ENGLISH, "en"), (FINNISH, ""), ("Kort text.", "sv")])
def test_the_language_is_told_by_its_small_words(text: str, language: str) -> None:
    assert language_of(text) == language


def test_english_is_not_foreign() -> None:
    assert not is_foreign(_read(ENGLISH))
    assert is_foreign(_read(FINNISH))


ELSEWHERE = [
    (
        "Målgrupp\nDeltagarna är bosatta i Helsingborg och Landskrona.",
        "Deltagarna är bosatta i Helsingborg och Landskrona.",
    ),
    ("Målgrupp\n30 personer som bor i Lunds kommun.", "30 personer som bor i Lunds kommun."),
    ("Plats: Kristianstad\n\nSyfte\nArbete.", "Kristianstad"),
    ("Målgrupp\nUnga i Eslöv och Höör som saknar arbete.", "Unga i Eslöv och Höör som saknar arbete."),
    (
        "Projektets målgrupp är Lundabor som varit sjukskrivna.",
        "Projektets målgrupp är Lundabor som varit sjukskrivna.",
    ),
    ("# Ansökan till Finsam Trelleborg\n\nSyfte\nArbete.", "Ansökan till Finsam Trelleborg"),
    (
        "Syfte\nVi ansöker om medel från Samordningsförbundet Ystad för ett år.",
        "Vi ansöker om medel från Samordningsförbundet Ystad för ett år.",
    ),
    (
        "Syfte\nVi ansöker om medel från Finsam Nordvästra Dalen för ett år.",
        "Vi ansöker om medel från Finsam Nordvästra Dalen för ett år.",
    ),
]


@pytest.mark.parametrize(("text", "said"), ELSEWHERE)
def test_another_area_is_seen(text: str, said: str) -> None:
    draft = _read(f"{text}\n\nBudget\nLön: 100 000 kr")
    assert words(draft, other_organisation(draft, MALMO)) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "# Ansökan till Finsam i Malmö\n\nMetod\nCaseforum i Lund, som Finsam Lund finansierade, är en förlaga.",
        "Målgrupp\nMalmöbor som varit sjukskrivna. Personer som bor i Lund kan inte delta.",
        "Målgrupp\nDeltagarna bor i Malmö eller Burlöv.",
        "Metod\nDeltagarna reser till Lund en dag i veckan och besöker företag i Helsingborg.",
        "Bakgrund\nI Helsingborg har arbetssättet prövats med personer som varit långtidssjuka.",
        "Målgrupp\nMalmöbor. Arbetssättet kommer från Trelleborg. Deltagarna får praktik i Lund.",
        "Plats: Malmö, med studiebesök i Lund",
        "Målgrupp\n30 Malmöbor, varav några kommer från Syrien.",
    ],
)
def test_a_mere_mention_of_another_place_is_none(text: str) -> None:
    draft = _read(f"{text}\n\nBudget\nLön: 100 000 kr")
    assert other_organisation(draft, MALMO) == ()
