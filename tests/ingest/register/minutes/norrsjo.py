"""Minutes of an invented association as a PDF: past tense, running heads, a line for signatures on every page."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

FILE = "norrsjo-protokoll-2024-11-21.pdf"

_TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=16, leading=20, spaceAfter=10)
_HEAD = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=12, leading=15, spaceBefore=12, spaceAfter=4)
_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=14, spaceAfter=6)
_CLAUSE = ParagraphStyle("clause", parent=_BODY, leftIndent=18, spaceAfter=3)

_TEXT = """
! Protokoll från styrelsens sammanträde
Samordningsförbundet Norrsjö
Sammanträdesdatum: 2024-11-21
Plats och tid: Norrsjö folkets hus, klockan 13.00–15.40
Närvarande ledamöter: Fiktiva Påhittsdotter (ordförande), Låtsa Låtsasson, Prova Provsson, Testa Testsson
Tjänstgörande ersättare: Exempla Exempelsson. Frånvarande: Hitta Påsson
# § 41 Öppnande
Ordföranden hälsade välkommen och förklarade sammanträdet öppnat.
# § 42 Dagordning
Dagordningen godkändes.
# § 43 Protokollsjusterare
Till att justera protokollet utsågs Låtsa Låtsasson.
# § 44 Verksamhetsplan och budget för 2025
Kansliet lade fram ett förslag efter höstens samråd med medlemmarna. Medlemsavgifterna väntas bli 8 400 000 kr.
Styrelsen föreslogs besluta att anta verksamhetsplanen för 2025 och att fastställa budgeten till 8 700 000 kr.
Låtsa Låtsasson yrkade att budgeten skulle höjas till 9 100 000 kr.
Styrelsen beslutade
- att anta verksamhetsplanen för 2025,
- att fastställa budgeten för 2025 till 8 900 000 kr, samt
- att avslå yrkandet om en högre budget.
Låtsa Låtsasson reserverade sig skriftligt mot beslutet om budgeten (bilaga 2).
# § 45 Förlängning av Första spåret
Insatsen har under hösten haft 46 deltagare, av vilka 12 har börjat arbeta. Norrsjö kommun har sökt 2 300 000 kr för
ett år till. Beredningsgruppen föreslog att hela beloppet beviljas.
Styrelsen beslutade enhälligt att bevilja Norrsjö kommun 2 100 000 kr till Första spåret under 2025, under förutsättning
att regionen tar plats i insatsens styrgrupp.
# § 46 Ansökan från Gröna steg
Norrsjö naturbruk har sökt 750 000 kr. Prova Provsson yrkade att ansökan skulle beviljas på prov i sex månader.
Efter votering, med fyra röster mot en, beslutade styrelsen att avslå ansökan om 750 000 kr. Skälet är att deltagarna
inte behöver stöd från mer än en part.
Prova Provsson reserverade sig mot beslutet.
# § 47 Gemensam kartläggning med grannförbunden
Frågan om en kartläggning för 240 000 kr togs upp. Kansliet ville se den beställd före årsskiftet.
Ärendet bordlades till sammanträdet den 6 februari 2025.
# § 48 Revisorernas granskning
Revisorernas rapport över första halvåret gicks igenom. Rapporten lades till handlingarna.
# § 49 Problembeskrivning från regionen
Styrelsen ställde sig positiv till att Region Påhitt lämnar in en ansökan på 1 300 000 kr om stöd vid långvarig smärta.
# § 50 Information från kansliet
Förbundschefen berättade om vårens utbildningar och om ett studiebesök. Styrelsen diskuterade hur nyhetsbrevet kan nå
fler. Inget beslut fattades.
# § 51 Ändrad delegation
Styrelsen beslutade att förbundschefen får teckna avtal på högst 50 000 kr utan att fråga styrelsen.
# § 52 Avslutning
Nästa sammanträde är den 6 februari 2025. Ordföranden avslutade sammanträdet.
# Underskrifter
Protokollet justerades den 28 november 2024. Fiktiva Påhittsdotter, ordförande. Låtsa Låtsasson, justerare.
Bilaga 1: Verksamhetsplan och budget. Bilaga 2: Skriftlig reservation.
"""

_STYLES = {"!": _TITLE, "#": _HEAD, "-": _CLAUSE}


def written() -> bytes:
    """The file."""
    out = BytesIO()
    template = SimpleDocTemplate(out, pagesize=A4, topMargin=90, bottomMargin=90, invariant=1)
    template.build(list(_flow()), onFirstPage=_frame, onLaterPages=_frame)
    return out.getvalue()


def _flow() -> list[Paragraph]:
    """Lines that go on where the one above breaks off are one paragraph."""
    texts: list[tuple[str, str]] = []
    for line in _TEXT.strip().splitlines():
        if texts and line[0].islower():
            texts[-1] = (texts[-1][0], f"{texts[-1][1]} {line}")
        elif line[0] in _STYLES:
            texts.append((line[0], line[2:]))
        else:
            texts.append(("", line))
    return [Paragraph(text, _STYLES.get(mark, _BODY)) for mark, text in texts]


def _frame(canvas: Canvas, template: SimpleDocTemplate) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(72, A4[1] - 50, "Samordningsförbundet Norrsjö, protokoll 2024-11-21")
    canvas.drawRightString(A4[0] - 72, A4[1] - 50, f"Sida {template.page}")
    canvas.drawString(72, 45, "Justerares signatur: ____________   ____________")
