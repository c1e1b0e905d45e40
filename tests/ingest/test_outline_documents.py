"""The outline of minutes, laws, plans, letters and forms, as they come out of PDF and DOCX files."""

from __future__ import annotations

from tests.ingest.drafts import shown

MINUTES = """
Samordningsförbundet Älvdal                              Protokoll
                                                         Sida 1 (2)
Plats och tid: Stadshuset i Ådala, kl. 13.00–15.30

Beslutande
Anna Ek (S), ordförande, Ådala kommun
Bo Alm (M), Region Mellanåsen

§ 11 Mötets öppnande
Ordföranden hälsar ledamöterna välkomna och förklarar dagens möte för öppnat.

§ 12
Budget 2032

Sammanfattning av ärendet
Förbundschefen redovisar ett förslag till budget. Det bygger på oförändrade
medlemsavgifter och på ett eget kapital som hålls lågt.

Beslut
Styrelsen beslutar
att fastställa budgeten för 2032,
att ge förbundschefen i uppdrag att föreslå hur det egna kapitalet minskas, samt
att paragrafen justeras omedelbart.

§ 13 Ansökan från Gröna Spåret
Styrelsen har tagit del av ansökan och av det utlåtande som kansliet har skrivit.
Styrelsen beslutar att
- bevilja insatsen 850 000 kr för 2031
- följa upp insatsen i september

Ärende 5: Val av revisor
Styrelsen beslutar att välja Kajsa Gran till revisor.
"""


def test_minutes() -> None:
    assert shown(MINUTES) == [
        "# Samordningsförbundet Älvdal Protokoll",
        "Plats och tid: Stadshuset i Ådala, kl. 13.00–15.30",
        "# Beslutande",
        "Anna Ek (S), ordförande, Ådala kommun",
        "Bo Alm (M), Region Mellanåsen",
        "# § 11 Mötets öppnande",
        "Ordföranden hälsar ledamöterna välkomna och förklarar dagens möte för öppnat.",
        "# § 12 Budget 2032",
        "## Sammanfattning av ärendet",
        "Förbundschefen redovisar ett förslag till budget. Det bygger på oförändrade medlemsavgifter och på ett eget "
        "kapital som hålls lågt.",
        "## Beslut",
        "Styrelsen beslutar",
        "- att fastställa budgeten för 2032,",
        "- att ge förbundschefen i uppdrag att föreslå hur det egna kapitalet minskas, samt",
        "- att paragrafen justeras omedelbart.",
        "# § 13 Ansökan från Gröna Spåret",
        "Styrelsen har tagit del av ansökan och av det utlåtande som kansliet har skrivit. Styrelsen beslutar att",
        "- - bevilja insatsen 850 000 kr för 2031",
        "- - följa upp insatsen i september",
        "# Ärende 5: Val av revisor",
        "Styrelsen beslutar att välja Kajsa Gran till revisor.",
    ]


def test_older_minutes_put_the_number_before_the_sign() -> None:
    text = (
        "12 § Val av justerare\nBo väljs.\n\n13 § Budget 2032\nBudgeten antas.\n\n14 § Mötet avslutas\nAnna Ek tackar."
    )
    assert shown(text) == [
        "# 12 § Val av justerare", "Bo väljs.", "# 13 § Budget 2032", "Budgeten antas.", "# 14 § Mötet avslutas",
        "Anna Ek tackar.",
    ]  # fmt: skip


LAW = """
Lag (2031:77) om gemensamma insatser

Inledande bestämmelser

1 § I denna lag finns bestämmelser om insatser som en kommun och en region
bedriver tillsammans. Om sekretess finns bestämmelser i
26 kap. 1 § offentlighetslagen, se även
7 § tredje stycket.

2 § Insatser får bedrivas av
1. en kommun,
2. ett förbund enligt 4 §.

2 kap. Förbundets uppgifter

4 § Förbundet ska följa upp sina insatser varje år.

5 a § Förbundet får inte fatta beslut som rör en enskild persons rätt.

3 kap. 1 § Styrelsen består av minst fyra ledamöter.
"""


def test_law() -> None:
    assert shown(LAW) == [
        "# Lag (2031:77) om gemensamma insatser",
        "# Inledande bestämmelser",
        "### 1 §",
        "I denna lag finns bestämmelser om insatser som en kommun och en region bedriver tillsammans. Om sekretess "
        "finns bestämmelser i 26 kap. 1 § offentlighetslagen, se även 7 § tredje stycket.",
        "### 2 §",
        "Insatser får bedrivas av",
        "- 1. en kommun,",
        "- 2. ett förbund enligt 4 §.",
        "# 2 kap. Förbundets uppgifter",
        "### 4 §",
        "Förbundet ska följa upp sina insatser varje år.",
        "### 5 a §",
        "Förbundet får inte fatta beslut som rör en enskild persons rätt.",
        "### 3 kap. 1 §",
        "Styrelsen består av minst fyra ledamöter.",
    ]


PLAN = """
Verksamhetsplan 2032

Innehåll
1 Inledning .................. 3
2 Uppdrag .................... 4
2.1 Målgrupp . . . . . . . . . 4

1 Inledning
Förbundet samlar fyra parter som vill korta vägen till arbete. Planen
visar vad som ska göras.

2 Uppdrag
2.1 Målgrupp
Målgruppen är personer mellan 18 och 64 år som behöver stöd från minst två
parter.

2.2 Insatser som spänner över flera parters
ansvar och budgetår
Förbundet prövar nya arbetssätt.

2.2.1 Fler i arbete
Minst 30 procent av deltagarna ska gå vidare till arbete eller studier.
Unga vuxna
De som är under 30 år ska särskilt uppmärksammas i alla förbundets insatser.

II. Uppföljning
Den görs varje tertial.

BILAGA A – MÅTT
Se nedan.
"""


def test_plan() -> None:
    assert shown(PLAN) == [
        "# Verksamhetsplan 2032",
        "# Innehåll",
        "rest 1 Inledning .................. 3",
        "rest 2 Uppdrag .................... 4",
        "rest 2.1 Målgrupp . . . . . . . . . 4",
        "# 1 Inledning",
        "Förbundet samlar fyra parter som vill korta vägen till arbete. Planen visar vad som ska göras.",
        "# 2 Uppdrag",
        "## 2.1 Målgrupp",
        "Målgruppen är personer mellan 18 och 64 år som behöver stöd från minst två parter.",
        "## 2.2 Insatser som spänner över flera parters ansvar och budgetår",
        "Förbundet prövar nya arbetssätt.",
        "### 2.2.1 Fler i arbete",
        "Minst 30 procent av deltagarna ska gå vidare till arbete eller studier.",
        "#### Unga vuxna",
        "De som är under 30 år ska särskilt uppmärksammas i alla förbundets insatser.",
        "# II. Uppföljning",
        "Den görs varje tertial.",
        "# BILAGA A – MÅTT",
        "Se nedan.",
    ]


LETTER = """
Departementet
103 33 Storstad

Yttrande över promemorian Samlad samverkan

Förbundet har fått tillfälle att yttra sig och lämnar följande synpunkter på den.

Med vänlig hälsning

Anna Ek
ordförande

Förbundets kansli
Storgatan 1
123 45 Ådala
Tel: 010-000 00 00
"""


def test_letter() -> None:
    assert shown(LETTER) == [
        "Departementet 103 33 Storstad",
        "# Yttrande över promemorian Samlad samverkan",
        "Förbundet har fått tillfälle att yttra sig och lämnar följande synpunkter på den.",
        "# Med vänlig hälsning",
        "Anna Ek ordförande",
        "# Förbundets kansli",
        "Storgatan 1 123 45 Ådala",
        "Tel: 010-000 00 00",
    ]


def test_mail_and_form() -> None:
    text = """
Från: Kansliet <kansli@exempel.se>
Till: Styrelsen
Ämne: Underlag inför mötet

Hej!

1. Projektets namn
Nya steg

2. Hur ska resultatet tas till vara när projektet är slut och vem ansvarar
för att det förs in i den ordinarie verksamheten?
Enheten tar över kostnaden.

Kontaktperson: Eva Berg
E-post: eva.berg@exempel.se
"""
    assert shown(text) == [
        "Från: Kansliet <kansli@exempel.se>", "Till: Styrelsen", "Ämne: Underlag inför mötet", "Hej!",
        "# 1. Projektets namn", "Nya steg",
        "# 2. Hur ska resultatet tas till vara när projektet är slut och vem ansvarar för att det förs in i den "
        "ordinarie verksamheten?",
        "Enheten tar över kostnaden.", "Kontaktperson: Eva Berg", "E-post: eva.berg@exempel.se",
    ]  # fmt: skip
