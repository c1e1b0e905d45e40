"""Minutes of an invented association in Word: headings with paragraph numbers, a table of those present, lists."""

from __future__ import annotations

from io import BytesIO

import docx

FILE = "granviken-protokoll-2025-03-14.docx"

_PRESENT = (
    ("Ledamöter", "Testa Testsson, ordförande, Granvikens kommun"),
    ("", "Exempla Exempelsson, vice ordförande, Region Påhitt"),
    ("", "Prova Provsson, Försäkringskassan"),
    ("Ersättare", "Fiktiva Påhittsdotter, Arbetsförmedlingen, tjänstgörande"),
    ("Övriga", "Låtsa Låtsasson, förbundschef och sekreterare"),
)

_PARAGRAPHS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "§ 1 Sammanträdet öppnas",
        (("", "Ordföranden hälsar alla välkomna och förklarar sammanträdet öppnat."),),
    ),
    (
        "§ 2 Val av justerare",
        (("", "Styrelsen beslutar att utse Exempla Exempelsson att jämte ordföranden justera protokollet."),),
    ),
    (
        "§ 3 Dagordning",
        (("", "Styrelsen beslutar att godkänna dagordningen med tillägg av en fråga om kansliets lokaler."),),
    ),
    (
        "§ 4 Föregående protokoll",
        (("", "Protokollet från den 24 januari 2025 gås igenom och läggs till handlingarna."),),
    ),
    (
        "§ 5 Ansökan om medel till Steget vidare",
        (
            ("", "Granvikens kommun söker 1 400 000 kr för 2025 till Steget vidare, en insats för den som varit "),
            ("+", "sjukskriven i mer än två år. Beredningsgruppen läste ansökan den 28 februari 2025 (bilaga 1)."),
            ("#", "Förslag till beslut"),
            ("", "Kansliet föreslår styrelsen"),
            ("*", "att bevilja Steget vidare 1 400 000 kr för 2025"),
            ("*", "att insatsen får löpa till och med december 2026"),
            ("#", "Yrkanden"),
            ("", "Exempla Exempelsson yrkar att beloppet sänks till 1 250 000 kr. Prova Provsson yrkar att ansökan "),
            ("+", "avvisas i sin helhet."),
            ("#", "Beslutsgång"),
            ("", "Ordföranden ställer yrkandena mot varandra och finner bifall för det första av dem."),
            ("#", "Beslut"),
            ("", "Styrelsen beslutar"),
            ("*", "att bevilja Steget vidare 1 250 000 kronor för 2025,"),
            ("*", "att ge förbundschefen i uppdrag att teckna avtal med Granvikens kommun, samt"),
            ("*", "att insatsen ska redovisa deltagare och kostnader i oktober 2025."),
            ("#", "Reservation"),
            ("", "Prova Provsson reserverar sig mot beslutet att bevilja medel."),
        ),
    ),
    (
        "§ 6 Ansökan om medel till Hantverkshuset",
        (
            ("", "Föreningen Hantverkshuset söker 600 000 kr till en verkstad för unga (bilaga 2)."),
            ("#", "Förslag till beslut"),
            ("", "Beredningsgruppen föreslår att hälften av det sökta beloppet, 300 000 kr, beviljas."),
            ("#", "Beslut"),
            ("", "Styrelsen beslutar att avslå ansökan om 600 000 kr eftersom insatsen bara berör en av parterna."),
        ),
    ),
    (
        "§ 7 Fråga om högre medlemsavgift",
        (
            ("", "Prova Provsson yrkar att förbundet begär ytterligare 200 000 kr av varje medlem för 2026."),
            ("#", "Beslut"),
            ("", "Styrelsen beslutar att avslå yrkandet."),
        ),
    ),
    (
        "§ 8 Kansliets lokaler",
        (
            ("", "Hyresvärden erbjuder ett nytt avtal på 18 500 kr i månaden. Kansliet förordar att avtalet tecknas."),
            ("#", "Beslut"),
            ("", "Styrelsen beslutar att återremittera ärendet till kansliet för fler hyresförslag."),
        ),
    ),
    (
        "§ 9 Ekonomisk uppföljning",
        (
            ("", "Till och med februari har 1 020 000 kr använts av årets budget på 9 400 000 kr (bilaga 3)."),
            ("#", "Beslut"),
            ("", "Styrelsen lägger uppföljningen till handlingarna."),
        ),
    ),
    (
        "§ 10 Nästa sammanträde",
        (("", "Styrelsen sammanträder nästa gång den 13 juni 2025. Då väntas beslut om delårsrapportens form."),),
    ),
    ("§ 11 Avslutning", (("", "Ordföranden tackar och avslutar sammanträdet."),)),
)

_STYLES = {"": None, "*": "List Bullet", "#": "Heading 3"}


def written() -> bytes:
    """The file."""
    document = docx.Document()
    document.add_heading("Protokoll", level=1)
    document.add_paragraph("Samordningsförbundet Granviken")
    document.add_paragraph("Styrelsens sammanträde 2025-03-14, klockan 09.00–11.15, Rådhuset i Granviken")
    table = document.add_table(rows=0, cols=2)
    for role, who in _PRESENT:
        for cell, text in zip(table.add_row().cells, (role, who), strict=True):
            cell.text = text
    for heading, lines in _PARAGRAPHS:
        document.add_heading(heading, level=2)
        for mark, text in lines:
            if mark == "+":
                document.paragraphs[-1].add_run(text)
            else:
                document.add_paragraph(text, style=_STYLES[mark])
    document.add_heading("Bilagor", level=2)
    for number, name in enumerate(("Ansökan Steget vidare", "Ansökan Hantverkshuset", "Ekonomisk uppföljning"), 1):
        document.add_paragraph(f"Bilaga {number}. {name}")
    document.add_heading("Justering", level=2)
    document.add_paragraph("Protokollet justeras den 21 mars 2025 av Testa Testsson och Exempla Exempelsson.")
    out = BytesIO()
    document.save(out)
    return out.getvalue()
