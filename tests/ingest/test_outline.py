"""The outline of minutes, laws, plans, reports, letters and forms, as they come out of PDF and DOCX files."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from ingest.model import SEAM, Block, Kind, Line, TableDraft
from ingest.outline import outline
from ingest.repair import repair
from tests.ingest.drafts import squeezed, texts

SIGN = {Kind.PARAGRAPH: "", Kind.NOTE: "not ", Kind.RESIDUE: "rest "}


def shown(text: str) -> list[str]:
    """Each block on one line: "#" for each level of a heading, "-" for each level of a list."""
    return [_shown(block) for block in outline(repair([(None, text.strip("\n"))]))]


def _shown(block: Block) -> str:
    text = block.text.replace(SEAM, "")
    if block.kind is Kind.HEADING:
        return f"{'#' * block.level} {text}"
    if block.kind is Kind.ITEM:
        return f"{'-' * block.level} {text}"
    return f"{SIGN[block.kind]}{text}"


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("• ett\n• två", ["- • ett", "- • två"]),
        ("•\nett\n•\ntvå", ["- • ett", "- • två"]),
        ("- ett\n– två\n—  tre", ["- - ett", "- – två", "- — tre"]),
        ("* ett\n   – inre\n   – andra\n* två", ["- * ett", "-- – inre", "-- – andra", "- * två"]),
        ("1) ett\na) inre\nb) andra\n2) två\n(3) tre",
         ["- 1) ett", "-- a) inre", "-- b) andra", "- 2) två", "- (3) tre"]),
        ("• ett\no inre\n• två", ["- • ett", "-- o inre", "- • två"]),
        ("☐ Ja\n☒ Nej", ["- ☐ Ja", "- ☒ Nej"]),
        ("\uf0b7 ett\n\uf0b7 två", ["- \uf0b7 ett", "- \uf0b7 två"]),
        ("Vi vill:\natt ge stöd,\natt följa upp.", ["Vi vill:", "- att ge stöd,", "- att följa upp."]),
        ("Styrelsen föreslås besluta\nAtt anta planen.\nAtt anta budgeten.",
         ["Styrelsen föreslås besluta", "- Att anta planen.", "- Att anta budgeten."]),
        ("Vi vill gärna\natt ni kommer.", ["Vi vill gärna att ni kommer."]),
        ("• en punkt som\ngår vidare", ["- • en punkt som går vidare"]),
        ("• ett\n\nNytt stycke här.", ["- • ett", "Nytt stycke här."]),
        ("Stöd ges till unga som varit länge borta från arbete\n– särskilt till kvinnor.",
         ["Stöd ges till unga som varit länge borta från arbete – särskilt till kvinnor."]),
    ],
)  # fmt: skip
def test_lists(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


RUN = "Här står en löpande text som är lika lång på varje rad i hela dokumentet.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vision\nText om det.", ["# Vision", "Text om det."]),
        ("Vision", ["Vision"]),
        ("Vem får stöd?\n\nDen som bor här.", ["# Vem får stöd?", "Den som bor här."]),
        ("Vision.\n\nText om det.", ["Vision.", "Text om det."]),
        ("Figur 3 Deltagare\n\nText om det.", ["Figur 3 Deltagare", "Text om det."]),
        ("Ådala den 14 mars 2031\n\nText om det.", ["Ådala den 14 mars 2031", "Text om det."]),
        ("Summa 350 000 kr\n\nText om det.", ["Summa 350 000 kr", "Text om det."]),
        ("Ramen är 12 MSEK\n\nText om det.", ["Ramen är 12 MSEK", "Text om det."]),
        ("Kontakt: Anna Ek\n\nText om det.", ["Kontakt: Anna Ek", "Text om det."]),
        ("Insatser för\n\nText om det.", ["Insatser för", "Text om det."]),
        ("VERKSAMHET OCH\nMÅL FÖR ÅRET\nText om det.", ["# VERKSAMHET OCH MÅL FÖR ÅRET", "Text om det."]),
        ("MÅL FÖR ÅRET\nParter\nText om det.", ["# MÅL FÖR ÅRET", "## Parter", "Text om det."]),
        ("Bilaga 2\nText om det.", ["# Bilaga 2", "Text om det."]),
        ("Avsnitt 4.2 Mål\nText om det.", ["## Avsnitt 4.2 Mål", "Text om det."]),
        ("4.2Mål\nText om det.", ["## 4.2Mål", "Text om det."]),
        ("Text om det.\n4.2 Mål\nMer text.", ["Text om det.", "## 4.2 Mål", "Mer text."]),
        (f"{RUN}Se vidare i\n4.2 Mkr som delas ut.", [f"{RUN}Se vidare i 4.2 Mkr som delas ut.".replace("\n", " ")]),
        (f"{RUN}Reglerna i\n§ 12 gäller.", [f"{RUN}Reglerna i § 12 gäller.".replace("\n", " ")]),
        ("I Ådala finns stöd.\nV. Ek svarar.", ["I Ådala finns stöd.", "V. Ek svarar."]),
        ("Annual report\n\nThe association funds help.", ["# Annual report", "The association funds help."]),
    ],
)  # fmt: skip
def test_headings(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def test_a_long_heading_on_two_lines() -> None:
    text = f"{RUN * 3}\nHur förbundets parter arbetar tillsammans för att fler\nska nå arbete\n\n{RUN}"
    assert shown(text)[1] == "# Hur förbundets parter arbetar tillsammans för att fler ska nå arbete"


def test_names_in_a_row_are_no_headings() -> None:
    text = "Närvarande\n\nAnna Ek\n\nBo Alm\n\nCilla Rönn\n\nÖvriga\n\nDag Lind deltog i mötet."
    assert shown(text) == ["# Närvarande", "Anna Ek", "Bo Alm", "Cilla Rönn", "# Övriga", "Dag Lind deltog i mötet."]


def test_capitals_stand_over_numbers() -> None:
    text = """
MÅL\u00a0FÖR\u00a0ÅRET

1. Fler i arbete
Text om det.

2. Färre avbrott
Mer text.

BUDGET

Text om den.

Parter

Fyra.
"""
    assert [line for line in shown(text) if line.startswith("#")] == [
        "# MÅL FÖR ÅRET", "## 1. Fler i arbete", "## 2. Färre avbrott", "# BUDGET", "## Parter",
    ]  # fmt: skip


def test_capitals_that_come_again_stand_under_numbers() -> None:
    text = "§ 1 Budget\nBESLUT\nBudgeten antas.\n\n§ 2 Plan\nBESLUT\nPlanen antas.\n"
    assert [line for line in shown(text) if line.startswith("#")] == [
        "# § 1 Budget",
        "## BESLUT",
        "# § 2 Plan",
        "## BESLUT",
    ]


def test_numbered_items_with_text_below_are_headings() -> None:
    text = "1. Mål\nText om det.\n\n2. Medel\nMer text.\n\nVi ska:\n1. ge stöd\n2. följa upp"
    assert shown(text) == [
        "# 1. Mål", "Text om det.", "# 2. Medel", "Mer text.", "Vi ska:", "- 1. ge stöd", "- 2. följa upp",
    ]  # fmt: skip


def test_a_note_stands_below_the_paragraph_that_it_parts() -> None:
    text = f"{RUN * 2}Kunskapen1 om stödet växer hos alla parter och\n\n1 Enligt enkäten.\n\ndet märks.\n\nNytt stycke."
    paragraph, note, after = outline(repair([(None, text)]))
    assert paragraph.text.endswith(f"alla parter och {SEAM}det märks.")
    assert (note.kind, note.text, note.mark) == (Kind.NOTE, "1 Enligt enkäten.", "1")
    assert after.text == "Nytt stycke."


def test_paragraphs_without_line_breaks() -> None:
    """Text out of DOCX: a line is a paragraph, and a short one above is its heading."""
    long = "Förbundet finansierar insatser för dem som behöver stöd av flera parter samtidigt. " * 3
    assert shown(f"Uppdrag\n{long}\n{long}\nParter\n{long}") == [
        "# Uppdrag", long.strip(), long.strip(), "Parter", long.strip()
    ]  # fmt: skip
    assert shown(f"Uppdrag\n\n{long}\n\n{long}\n\nParter\n\n{long}") == [
        "# Uppdrag", long.strip(), long.strip(), "# Parter", long.strip()
    ]  # fmt: skip


def test_tables_keep_their_place_and_may_have_a_heading() -> None:
    table = TableDraft((("a", "b"),), ("", ""), (), ("", ""))
    blocks = outline([Line("Text om medlen."), Line("Medel 2031", gap=1), table, Line("Mer text.")])
    assert [block.kind for block in blocks] == [Kind.PARAGRAPH, Kind.HEADING, Kind.TABLE, Kind.PARAGRAPH]
    assert blocks[2].table is table


def test_pages_are_those_where_blocks_begin() -> None:
    blocks = outline([Line("Rubrik", 1), Line("Text som går", 1), Line("vidare.", 2), Line("Ny text.", 2, 1)])
    assert [(block.text, block.page) for block in blocks] == [
        ("Rubrik", 1), ("Text som går vidare.", 1), ("Ny text.", 2)
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "ord", "x" * 200_000, "ord " * 50_000, "rad utan slut\n" * 20_000, "\t" * 1000])
def test_odd_files(text: str) -> None:
    blocks = outline(repair([(None, text)]))
    assert squeezed("".join(block.text for block in blocks)) == squeezed(text)


@given(texts)
@settings(max_examples=200)
def test_no_word_of_any_text_is_lost(text: str) -> None:
    """All repaired lines are in the blocks, but for hyphens at the end of lines."""

    def letters(lines: list[str]) -> list[str]:
        return sorted(c for line in lines for c in line if c.isalnum())

    lines = repair([(None, text)])
    blocks = outline(lines)
    assert letters([line.text for line in lines]) == letters([block.text for block in blocks])
    assert all(block.level > 0 for block in blocks if block.kind in (Kind.HEADING, Kind.ITEM))
    assert all(block.text.strip(f" {SEAM}") and "\n" not in block.text for block in blocks)
