"""What a few sentences of a draft say about one criterion."""

from __future__ import annotations

import pytest

from assistant.criteria import CriteriaSet
from assistant.screening import reading
from tests.assistant.screening.judged import FRAME, judgements, verdict

MET, UNCLEAR, NOT_MET, NOT_APPLICABLE = "uppfyllt", "oklart", "ej_uppfyllt", "ej_tillampligt"

GROUP = [
    ("M1", "Målgrupp\nTrettio personer, alla folkbokförda i Malmö.", MET),
    ("M1", "Målgrupp\nUnga vuxna som bor på Rosengård.", MET),
    ("M1", "Målgrupp\nTrettio personer med långvarig värk.", UNCLEAR),
    ("M1", "Målgrupp\nDeltagarna bor i Eslöv och Höör.", NOT_MET),
    ("M1", "Målgrupp\nHälften är Malmöbor. Resten är bosatta i Lomma.", UNCLEAR),
    ("M1", "Målgrupp\nÖppet för alla i hela Skåne.", NOT_MET),
    ("M1", "Framtagande\nTre Malmöbor har läst förslaget.", UNCLEAR),
    ("M2", "Målgrupp\nMalmöbor i åldern 20–45 år.", MET),
    ("M2", "Målgrupp\nMalmöbor i arbetsför ålder.", MET),
    ("M2", "Målgrupp\nElever i årskurs 8 och 9, 14–15 år.", NOT_MET),
    ("M2", "Målgrupp\nPensionärer, 70–85 år, som vill träffas.", NOT_MET),
    ("M2", "Målgrupp\nPersoner mellan 60 och 70 år.", UNCLEAR),
    ("M2", "Målgrupp\nMalmöbor som vill arbeta.", UNCLEAR),
    ("M3", "Målgrupp\nDe har en depression och behöver rehabilitering från vården och Försäkringskassan.", MET),
    ("M3", "Målgrupp\nHär finns ett behov av samordnad rehabilitering.", MET),
    ("M3", "Målgrupp\nDeltagarna är fullt friska och arbetsföra.", NOT_MET),
    ("M3", "Målgrupp\nDet enda hindret är språket; något rehabiliteringsbehov finns inte.", NOT_MET),
    ("M3", "Målgrupp\nMänniskor som vill ha något att göra.", UNCLEAR),
    ("M5", "Målgrupp\nAlla har varit utan arbete i mer än fyra år.", MET),
    ("M5", "Målgrupp\nDe har levt på försörjningsstöd i sju år.", MET),
    ("M5", "Målgrupp\nIngen har haft en inkomst av arbete sedan 2019.", MET),
    (
        "M5",
        "Målgrupp\nDe blev uppsagda för två månader sedan och har blivit arbetslösa under de senaste veckorna.",
        NOT_MET,
    ),
    ("M5", "Målgrupp\nDeltagarna arbetar redan, de flesta på heltid.", NOT_MET),
    ("M5", "Målgrupp\nDeltagarna är mellan 20 och 30 år.", UNCLEAR),
    ("M6", "Bakgrund\nI dag finns ingen insats som tar vid när behandlingen är slut.", MET),
    ("M6", "Bakgrund\nProjektet ersätter inte något som parterna redan gör.", MET),
    ("M6", "Bakgrund\nKursen ersätter den ordinarie kvällsundervisningen.", NOT_MET),
    ("M6", "Bakgrund\nNämndens budget räcker inte till de platser som kommunen är skyldig att ordna.", NOT_MET),
    ("M6", "Bakgrund\nVi har tänkt på detta länge.", UNCLEAR),
]
PARTIES = [
    ("M4", "Projektägare: Malmö stad\nSamverkansparter: Malmö stad och Arbetsförmedlingen", MET),
    (
        "M4",
        "Projektägare: Malmö stad\nSamverkansparter: Malmö stad (fritidsförvaltningen) och Föreningen Provklubben",
        NOT_MET,
    ),
    ("M4", "Projektägare: Malmö stad\nSamverkansparter: Malmö stad. Försäkringskassan ska tillfrågas.", UNCLEAR),
    ("M4", "Projektägare: Malmö stad\nSamverkansparter: Malmö stad, eventuellt Försäkringskassan", UNCLEAR),
    ("P3", "Samverkansparter: Malmö stad och Region Skåne", MET),
    ("P3", "Samverkansparter: Malmö stad och vuxenpsykiatrin", MET),
    ("P3", "Samverkansparter: Malmö stad och Arbetsförmedlingen\nAvgränsning\nRegion Skåne deltar inte.", NOT_MET),
    ("P3", "Samverkansparter: Malmö stad, Region Skåne (inbjuden, har inte svarat)", UNCLEAR),
    ("P3", "Samverkansparter: Malmö stad och Arbetsförmedlingen", UNCLEAR),
    ("E3", "Projektägare: Region Skåne, smärtmottagningen", MET),
    ("E3", "Projektägare: Provverkstaden, ideell förening", NOT_MET),
    ("E3", "Samverkansparter: Malmö stad och Region Skåne", UNCLEAR),
]
AIMS = [
    ("S1", "Insatstyp: Individinriktad\nMålgrupp\n30 deltagare får stöd av en handledare.", MET),
    ("S1", "Insatstyp: Individinriktad\nMålgrupp\n80 handläggare hos parterna.", NOT_MET),
    ("S1", "Insatstyp: Strukturinriktad\nMålgrupp\n80 handläggare hos parterna.", MET),
    ("S2", "Syfte\nDeltagarna ska komma i arbete eller börja studera.", MET),
    ("S2", "Mål\nTio deltagare har en anställning efter ett år.", MET),
    ("S2", "Syfte\nMålet är inte arbete utan en lugn vardag.", NOT_MET),
    ("S2", "Syfte\nDeltagarna ska få en regelbunden sysselsättning.", UNCLEAR),
    ("S2", "Syfte\nPå längre sikt kan det bli lättare att få jobb.", UNCLEAR),
    ("S2", "Syfte\nDeltagarna ska må bättre.", UNCLEAR),
    ("S3", "Syfte\nVi bygger upp arbetsförmågan i små steg.", MET),
    ("S3", "Syfte\nVi prövar inte någon arbetsförmåga här.", NOT_MET),
    ("S3", "Syfte\nVi vill att fler ska trivas.", UNCLEAR),
    (
        "S3",
        "Sammanfattning\nEtt innovativt, hållbart, samordnat och evidensbaserat ekosystem stärker individens förmåga.",
        UNCLEAR,
    ),
    ("L1", "Syfte\nDeltagarna ska komma i arbete.\nMetod\nArbetsträning hos arbetsgivare, med en jobbcoach.", MET),
    (
        "L1",
        "Syfte\nFler ska få utöva kultur.\nMetod\nKörsång och keramik. Konstnärer leder måleri. En utställning.\n"
        "Två besök på museum.",
        NOT_MET,
    ),
    ("L1", "Syfte\nDeltagarna ska inte ut i arbete eller studier.", NOT_MET),
]
PRIORITIES = [
    ("P1", "Metod\nSättet att arbeta har inte prövats tidigare i Malmö.", MET),
    ("P1", "Metod\nVi möts varje tisdag.", UNCLEAR),
    ("P2", "Framtagande\nFem Malmöbor och fyra handläggare har skrivit förslaget.", MET),
    ("P2", "Framtagande\nFyra handläggare har skrivit förslaget.", UNCLEAR),
    ("P2", "Framtagande\nFyra handläggare har skrivit förslaget. Malmöbor har inte tillfrågats.", NOT_MET),
    ("P2", "Framtagande\nHandläggare har skrivit förslaget. Malmöbor ska bjudas in till en träff i höst.", UNCLEAR),
    ("P4", "Metod\nVi arbetar enligt IPS, som har starkt stöd i forskning.", MET),
    ("P4", "Metod\nModellen saknar stöd i forskningen och är obeprövad.", NOT_MET),
    ("P4", "Metod\nVi ses två gånger i veckan.", UNCLEAR),
    ("P5", "Mål\n30 deltagare, varav 10 i arbete.\nUppföljning\nRegistreras i SUS varje tertial.", MET),
    ("P5", "Mål\nAlla ska må bättre.\nUppföljning\nVi pratar med deltagarna i december.", UNCLEAR),
    ("P5", "Mål\nDet vi vill uppnå kan inte mätas.", NOT_MET),
    ("P6", "Efter projektet\nMalmö stad tar över tjänsten och bekostar den från 2027.", MET),
    ("P6", "Efter projektet\nFrågan tas upp i styrgruppen längre fram.", UNCLEAR),
    ("P6", "Efter projektet\nVi räknar med att behöva söka medel från Finsam tills vidare.", NOT_MET),
]
MONEY = [
    ("E1", "Sökt belopp 2026: 300 000 kr\nBudget\nLön: 250 000 kr\nLokal: 50 000 kr\nSumma: 300 000 kr", MET),
    ("E1", "Sökt belopp 2026: 300 000 kr\nBudget\nLön: 240 000 kr\nLokal: 50 000 kr\nSumma: 300 000 kr", NOT_MET),
    ("E1", "Sökt belopp 2026: 310 000 kr\nBudget\nLön: 250 000 kr\nLokal: 50 000 kr\nSumma: 300 000 kr", NOT_MET),
    ("E1", "Sökt belopp 2026: 300 000 kr", UNCLEAR),
    ("E2", "Sökt belopp 2026: 1,6 Mkr", MET),
    ("E2", "Sökt belopp 2026: 1 600 001 kr", NOT_MET),
    ("E2", "Sökt belopp: 3 000 000 kr för 2026–2028", UNCLEAR),
    ("E2", "Vi vet inte vad det kostar.", UNCLEAR),
]
FORM = [
    ("L2", "Parter: Malmö stad och Region Skåne", NOT_APPLICABLE),
    ("L2", "Metod\nInga vårdcentraler deltar.", NOT_APPLICABLE),
    ("L2", "Metod\nDeltagare tas emot oavsett vårdcentral, privat eller offentlig.", MET),
    ("L2", "Metod\nBara patienter som är listade på Vårdcentralen Provet kan delta.", NOT_MET),
    ("L2", "Metod\nTvå vårdcentraler medverkar. Vilka är inte bestämt.", UNCLEAR),
    ("R1", "Metod\nVi använder papper och penna.", NOT_APPLICABLE),
    ("R1", "Metod\nIngen AI används.", NOT_APPLICABLE),
    (
        "R1",
        "AI\nEn språkmodell föreslår tjänster. Riskerna är bedömda. Handledaren granskar varje förslag. Inga "
        "personuppgifter lämnas till verktyget.",
        MET,
    ),
    ("R1", "AI\nEn chatbot hjälper deltagarna med ansökningar.", UNCLEAR),
    ("R1", "AI\nAlgoritmen avgör själv vilka som får plats, utan att någon handläggare granskar.", NOT_MET),
    ("R2", "Kontaktperson: Prova Testlund, enhetschef", MET),
    ("R2", "Bakgrund\nAnn-Prov Testlund, personnummer 18930722-9808, har väntat i två år.", NOT_MET),
]


@pytest.mark.parametrize(("id", "text", "expected"), [*GROUP, *PARTIES, *AIMS, *PRIORITIES, *MONEY, *FORM])
def test_a_few_sentences_give_the_verdict(id: str, text: str, expected: str, criteria: CriteriaSet) -> None:
    assert verdict(text.replace("\n", "\n\n"), id, criteria) == expected


ENGLISH = [
    ("M1", "Target group\nForty residents of Malmö.", MET),
    ("M5", "Target group\nNone of them has had a job for six years.", MET),
    ("S2", "Purpose\nThe aim is that participants find work or begin to study.", MET),
    ("M6", "Background\nThe project does not replace any ordinary service.", MET),
    ("R1", "Use of AI\nParticipants are ranked automatically by a language model.", NOT_MET),
]


@pytest.mark.parametrize(("id", "text", "expected"), ENGLISH)
def test_english_is_judged_by_the_same_criteria(id: str, text: str, expected: str, criteria: CriteriaSet) -> None:
    assert verdict(text.replace("\n", "\n\n"), id, criteria) == expected


DAMAGED = [
    ("M1", "Malgrupp\nAlla deltagarna ar folkbokforda i Malmo sedan lange och de vill arbeta.", MET),
    ("M5", "Ma1grupp\nAlla har varit utan arbete i mer an fem ar och de vill tillbaka till arbetslivet.", MET),
]


@pytest.mark.parametrize(("id", "text", "expected"), DAMAGED)
def test_a_scan_without_dots_is_still_read(id: str, text: str, expected: str, criteria: CriteriaSet) -> None:
    told = "Ansokan till Finsam i Malmo\n\nProjektnamn: Provet som har tappat sina prickar och ringar pa vagen"
    draft = reading.read_text(f"{told}\n\n{text}".replace("\n", "\n\n"), criteria)
    assert judgements(draft, criteria)[id].verdict == expected


def test_what_comes_afterwards_follows_the_year_of_the_criteria(criteria: CriteriaSet) -> None:
    """A new plan is a new file: no year stands in the phrases."""
    later = criteria.model_copy(update={"year": 2031})
    text = FRAME + "Övrigt\n\nMalmö stad avlönar handledaren från 2032."
    assert judgements(reading.read_text(text, later), later)["P6"].verdict == MET
    assert judgements(reading.read_text(text, criteria), criteria)["P6"].verdict == UNCLEAR
