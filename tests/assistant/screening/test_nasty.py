"""A "no" in unexpected words is never told as a yes: refusals, conditions, delays, contradictions, other matters.

What is honest and said in everyday words is a yes all the same.
"""

from __future__ import annotations

import pytest

from assistant.criteria import CriteriaSet
from tests.assistant.screening.judged import verdict

LETTER = "Hej Finsam i Malmö!\n\nVi är några som vill söka pengar till projektet Provet. "

NO = [
    ("M1", "Målgrupp\nDe flesta platserna är reserverade för Vellinge, men Malmöbor tas emot i mån av plats."),
    ("M1", "Målgrupp\nTidigare var alla Malmöbor, nu kommer ingen av dem från staden."),
    ("M1", "Målgrupp\nDeltagarna kan vara bosatta i Malmö eller någon annanstans i länet."),
    ("M1", "Målgrupp\nFå av dem bor i Malmö."),
    ("M1", f"{LETTER}Var man bor spelar ingen roll, Malmöbor eller inte."),
    ("M2", "Målgrupp\nMänniskor som har lämnat arbetsför ålder bakom sig."),
    ("M2", "Målgrupp\nBarn i mellanstadiet, ännu långt från arbetsför ålder."),
    ("M3", "Målgrupp\nDe behöver rehabilitering från vården lika lite som andra arbetslösa."),
    ("M3", "Målgrupp\nBehov av samordnad rehabilitering är sällsynt bland dem."),
    ("M3", "Målgrupp\nDe som behöver samordnad rehabilitering får vända sig någon annanstans."),
    ("M4", "Projektägare: Malmö stad\nSamverkansparter: Malmö stad (Försäkringskassan fick frågan och stod över)"),
    ("M4", "Projektägare: Malmö stad\nSamverkansparter: Malmö stad, Arbetsförmedlingen när avtalet är påskrivet"),
    ("M4", "Projektägare: Malmö stad\nSamverkansparter: Malmö stad. Försäkringskassan har fått ett mejl."),
    ("M4", f"{LETTER}Malmö stad och Försäkringskassan samarbetar redan i ett annat projekt."),
    ("M4", f"{LETTER}Vi driver det själva men skickar en kopia till Malmö stad och Försäkringskassan."),
    ("M5", "Målgrupp\nHar man varit sjukskriven i över två år får man inte vara med."),
    ("M5", f"{LETTER}Ingen har varit sjukskriven i mer än ett år."),
    ("M5", f"{LETTER}Vi vill förebygga att någon blir långtidssjukskriven."),
    ("M6", "Bakgrund\nVi kompletterar vår personalbudget med medel från Finsam."),
    ("M6", "Bakgrund\nDet saknas stöd i dag. Vi kan behålla två tjänster som annars hade dragits in."),
    ("S2", "Syfte\nArbete eller studier är ett avlägset mål som vi lämnar därhän."),
    ("S2", "Syfte\nDeltagarna ska slippa tänka på arbete och studier."),
    ("S3", "Metod\nArbetsförmågan lämnas utanför; vi utreder vem som ska betala ersättningen."),
    ("S3", "Metod\nAtt pröva arbetsförmåga är Arbetsförmedlingens sak."),
    ("P1", "Metod\nAtt kalla det ett nytt arbetssätt vore att ta i."),
    ("P2", "Framtagande\nHandläggare har arbetat fram förslaget för Malmöbor med psykisk ohälsa."),
    ("P2", "Framtagande\nHade tiden funnits skulle både Malmöbor och medarbetare ha deltagit."),
    ("P3", "Samverkansparter: Malmö stad och Försäkringskassan (regionen hoppade av i januari)"),
    ("P3", "Samverkansparter: Malmö stad, Region Skåne om budgeten tillåter"),
    ("P3", f"{LETTER}Med Region Skåne har samarbetet upphört."),
    ("P4", "Metod\nForskning om modellen har vi inte hittat."),
    ("P4", "Metod\nIPS är evidensbaserat, men vi arbetar på ett annat sätt."),
    ("P4", "Metod\nVi letar fortfarande efter en evidensbaserad metod."),
    ("P5", "Mål\n20 deltagare i arbete.\nUppföljning\nVi avstår från att följa upp, det tar tid från deltagarna."),
    ("P5", "Mål\n20 deltagare i arbete.\nUppföljning\nNej"),
    ("P6", "Efter projektet\nAtt någon part tar över är uteslutet."),
    ("P6", "Efter projektet\nMalmö stad har sagt nej till att ta över kostnaden."),
    ("P6", "Efter projektet\nTjänsten permanentas inte."),
    ("P6", "Efter projektet\nVem som betalar från 2027 är en fråga för framtiden."),
    ("E2", "Vi söker 1,6 miljoner för 2026 och lika mycket för resor samma år, alltså 3,2 miljoner kronor."),
    ("E3", "Projektägare: inte klart, kanske Region Skåne"),
    ("E3", "Projektägare: Ett konsortium där Malmö stad sitter i styrelsen"),
    ("L2", "Metod\nAlla vårdcentraler tillfrågas, men bara de som ligger i Rosengård tas med."),
    ("L2", "Metod\nVi börjar med Vårdcentralen Provet; oavsett vårdcentral tas alla emot först 2028."),
    ("R1", "AI\nChatboten svarar. Risker, mänsklig kontroll och dataskydd ser vi på när projektet är igång."),
    ("R1", "AI\nVerktyget gallrar anmälningarna och ingen ser dem innan. Personuppgifter skyddas. Riskerna är kända."),
]

YES = [
    ("M1", "Målgrupp\nFolk som bor här i stan, i Rosengård och på Lindängen."),
    ("M2", "Målgrupp\nVuxna som har många år kvar till pensionen."),
    ("M3", "Målgrupp\nDe är sjuka, och både vården, socialen och kassan måste hjälpa till samtidigt."),
    ("M4", f"{LETTER}Vi på socialtjänsten i Malmö gör det ihop med Försäkringskassan."),
    ("M5", "Målgrupp\nNästan ingen av dem har haft ett jobb på fem år."),
    ("M6", f"{LETTER}I dag finns ingen hjälp för dem, och vi tar inget från någon annan."),
    ("S1", "Insatstyp: Individinriktad\nMålgrupp\nTrettio sjukskrivna Malmöbor."),
    ("S2", f"{LETTER}Vi vill att de ska få ett jobb eller börja plugga."),
    ("S3", "Syfte\nDe ska få pröva vad de klarar och orka mer för varje vecka."),
    ("L1", "Syfte\nDeltagarna ska komma i arbete.\nMetod\nCoachen följer med till arbetsplatsen och ordnar praktik."),
    ("P1", "Metod\nGruppen klarar inte tempot i de stora projekten."),
    ("P2", "Framtagande\nTre Malmöbor och två handläggare satt med när vi skrev."),
    ("P3", f"{LETTER}Vi på vuxenpsykiatrin i Region Skåne är med från start."),
    ("P4", "Metod\nKommunen har gjort så här i tre år och det har gått bra, enligt en utvärdering."),
    ("P5", "Mål\nMinst 10 av 20 ska ha jobb.\nUppföljning\nVi kollar läget varje kvartal och skriver en rapport."),
    ("P6", "Efter projektet\nSedan sköter vi det själva med våra egna pengar, kommunen betalar lönen."),
    ("E2", "Sökt belopp 2026: 900 tkr"),
    ("E3", "Projektägare: Malmö stad, arbetsmarknadsavdelningen"),
    ("L2", "Metod\nVilken vårdcentral man är listad på spelar ingen roll."),
    (
        "R1",
        "AI\nRiskerna är bedömda, en handläggare läser allt innan det går ut, chatboten får inga personuppgifter.",
    ),
]


@pytest.mark.parametrize(("id", "text"), NO)
def test_a_no_in_unexpected_words_is_no_yes(id: str, text: str, criteria: CriteriaSet) -> None:
    assert verdict(text, id, criteria) in ("oklart", "ej_uppfyllt")


@pytest.mark.parametrize(("id", "text"), YES)
def test_a_yes_in_everyday_words_is_a_yes(id: str, text: str, criteria: CriteriaSet) -> None:
    assert verdict(text, id, criteria) == "uppfyllt"
