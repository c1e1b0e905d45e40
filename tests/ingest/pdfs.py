"""PDFs made for the tests, and what is read out of them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from pypdf import PdfWriter
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate, TableStyle

from ingest.model import Kind, Reading

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=8)
HEAD = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=13, leading=16, spaceBefore=10, spaceAfter=4)
GRID = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
LONG = (
    "Kommunen och regionen delar på kostnaden för samordnaren under hela perioden. Den som deltar får en egen "
    "kontaktperson och en plan som följs upp varje månad. Arbetet bygger på tillit och på att alla parter är med."
)
BUDGET = [["Post", "Belopp (kr)"], ["Löner", "400 000"], ["Lokal", "100 000"], ["Summa", "500 000"]]


def drawn(draw: Callable[[Canvas], object]) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def story(*parts: object, **options: object) -> bytes:
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=options.pop("pagesize", A4), invariant=1, **options).build(list(parts))
    return out.getvalue()


def written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def texts(reading: Reading, *kinds: Kind) -> list[str]:
    return [block.text for block in reading.blocks if not kinds or block.kind in kinds]
