"""Two invented minutes, one as a municipality sets them and one as a small office does, in three formats."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from reportlab.platypus import Paragraph

from ingest import canonical
from ingest.collect import collect
from ingest.model import Document, Source
from ingest.readers import read_text
from tests.ingest.docxs import written
from tests.ingest.pdfs import BODY, HEAD, story

LABELLED = """\
# Samordningsförbundet Storvik
# Sammanträdesprotokoll
Styrelsen
Sammanträdesdatum: 2031-05-14
Plats och tid: Storviks stadshus, rum Eken, kl. 13.00–15.40
Beslutande: Alma Test (ordförande), Storviks kommun; Bror Påhitt, Region Norrvik; Cilla Exempel, Försäkringskassan; \
Doris Låtsas, Arbetsförmedlingen
Övriga närvarande: Egil Prov, förbundschef
Justering: protokollet justerades 2031-05-21
Kallelsen skickades 2031-05-05
# § 21 Mötets öppnande och val av justerare
Ordföranden hälsar välkommen.
## Beslut
Styrelsen beslutar
- att utse Bror Påhitt att jämte ordföranden justera protokollet.
# § 22 Ansökan om medel för Gröna trappan
## Ärendet
Storviks kommun och Region Norrvik ansöker om 1 450 000 kr för 2032 till Gröna trappan. Styrelsen beslutade \
2029-11-03, § 60, att bevilja en förstudie. Kommunen begär att styrelsen beslutar om medel redan i år.
## Förslag till beslut
Förbundschefen föreslår att styrelsen beslutar
- att bevilja Gröna trappan 1 450 000 kr för 2032, samt
- att utvärderingen redovisas senast den 1 mars 2033.
## Yrkanden
Bror Påhitt (region) yrkar att styrelsen avslår ansökan.
Cilla Exempel yrkar bifall till förbundschefens förslag.
## Beslutsgång
Ordföranden ställer de båda yrkandena mot varandra och finner att styrelsen beslutar enligt förbundschefens förslag.
## Beslut
Styrelsen beslutar
- att bevilja Gröna trappan 1 450 000 kr för 2032, samt
- att utvärderingen redovisas senast den 1 mars 2033.
## Skäl för beslutet
Förstudien visar att målgruppen saknar stöd i dag.
## Reservation
Bror Påhitt reserverar sig mot beslutet till förmån för sitt eget yrkande.
## Jäv
Alma Test anmäler jäv och deltar inte i handläggningen av ärendet.
# § 23 Ansökan från Sjöhästen
## Bakgrund
Föreningen Sjöhästen söker 600 000 kr för en turistsatsning.
## Förslag till beslut
Styrelsen beslutar att avslå ansökan från Sjöhästen.
## Beslut
Styrelsen beslutar enligt förslaget eftersom satsningen saknar rehabiliteringsinnehåll.
# § 24 Reviderad delegationsordning
## Yrkande
Doris Låtsas yrkar att ärendet återremitteras.
## Beslut
Ärendet återremitteras till kansliet för att förtydliga beloppsgränserna.
# § 25 Delårsrapport och ekonomi
Förbundschefen redogör för utfallet. Budgeten för 2031 är 9 200 000 kr.
## Beslut
Styrelsen lägger rapporten till handlingarna.
# § 26 Extra utlysning
## Yrkande
Bror Påhitt yrkar att styrelsen ska utlysa 2 000 000 kr till digitala verktyg.
## Beslut
Styrelsen avslår Bror Påhitts yrkande.
# § 27 Övriga frågor
Inga övriga frågor anmäldes.
# § 28 Mötet avslutas
Ordföranden tackar för visat intresse och avslutar mötet.
Vid protokollet: Egil Prov
Bilagor: 1. Ansökan Gröna trappan 2. Delårsrapport
"""

PLAIN = """\
# Protokoll fört vid styrelsemöte med Samordningsförbundet Älvnäs
Tisdagen den 9 september 2031 kl. 09.00–11.30, Folkets hus, Älvnäs
Närvarande: Frans Fiktiv, ordförande, Gerd Gissning, Hedda Hittepå
Frånvarande: Ivar Icke
Nästa möte: 2031-11-18
# § 1 Mötet öppnas
Frans Fiktiv öppnade mötet och hälsade alla välkomna.
# § 2 Dagordning
Dagordningen godkändes.
# § 3 Föregående protokoll
Protokollet från den 10 juni 2031 gicks igenom och lades till handlingarna.
# § 4 Verksamhetsplan och budget 2032
Förslaget till plan har varit på remiss hos medlemmarna. Region Norrvik beslutade den 1 september 2031 att tillstyrka \
planen.
Styrelsen beslutade att fastställa verksamhetsplanen för 2032, att fastställa budgeten på 7,4 mkr och att uppdra åt \
kansliet att skicka planen till medlemmarna.
# § 5 Bryggan
Projektledaren berättade om Bryggan. Gerd Gissning föreslog att insatsen ska förlängas i två år. Hedda Hittepå ville \
vänta till utvärderingen.
Beslut: Styrelsen ställde sig positiv till att parterna kommer in med en gemensam ansökan på högst 900 000 kr om en \
fortsättning av Bryggan. Skälet är att väntetiderna har minskat.
# § 6 Medlemsdag
Kansliet planerar en medlemsdag i mars. Styrelsen ska besluta om datum vid nästa möte.
Styrelsen tackade för informationen.
# § 7 Inköp av system för enkäter
Gerd Gissning föreslog att förbundet köper in ett system för enkäter för 85 000 kr. Förslaget avslogs. Hedda Hittepå \
reserverade sig mot beslutet.
# § 8 Hemsida
Frågan bordlades till nästa möte.
# § 9 Mötet avslutas
Ordföranden avslutade mötet.
Vid protokollet
Jonna Judith Påhitt
Justeras 2031-09-16
"""


def as_text(minutes: str) -> bytes:
    """The minutes as a text file: a blank line above each heading, items with a dash."""
    lines: list[str] = []
    for line in minutes.splitlines():
        if line.startswith("#"):
            lines += ["", line.lstrip("# ")]
        else:
            lines.append(line.removeprefix("- "))
    return "\n".join(lines).encode()


def as_docx(minutes: str) -> bytes:
    def build(document: WordDocument) -> None:
        for line in minutes.splitlines():
            depth = len(line) - len(line.lstrip("#"))
            if depth:
                document.add_heading(line.lstrip("# "), depth)
            elif line.startswith("- "):
                document.add_paragraph(line.removeprefix("- "), style="List Bullet")
            else:
                document.add_paragraph(line)

    return written(build)


def as_pdf(minutes: str) -> bytes:
    return story(*_flow(minutes.splitlines()))


def _flow(lines: Sequence[str]) -> list[Paragraph]:
    return [
        Paragraph(escape(line.lstrip("# ").removeprefix("- ")), HEAD if line.startswith("#") else BODY)
        for line in lines
    ]


def document_of(folder: Path, name: str, data: bytes) -> Document:
    """The document that indexing makes of a file."""
    path = folder / name
    path.write_bytes(data)
    return collect([folder], {}).documents[0]


def document_from(text: str, **source: Any) -> Document:
    """The document that indexing makes of a text, with what the catalogue says of it."""
    facts = {"id": "dokument", "file": "dokument.txt", "title": "Dokument", "association": "storvik", **source}
    return canonical.write(read_text(text, "dokument.txt"), Source(**facts))
