"""Texts for tests: what documents are made of, in any order, and how an outline is written down."""

from __future__ import annotations

from hypothesis import strategies as st

from ingest.canonical import write
from ingest.model import SEAM, Block, Document, Kind, Reading, Source
from ingest.outline import outline
from ingest.passages import split
from ingest.repair import repair
from ingest.tables import find_tables

SOURCE = Source("ett", "ett.txt", "Ett dokument")

_PIECES = (
    "Förbundet beslutar om medel.", "Uppföljning", "BUDGET OCH MÅL", "§ 12 Budget", "7 § Styrelsen har säte i Ådala.",
    "2 kap. Uppgifter", "4.2 Mål", "1. Vision", "II. Parter", "Bilaga 1", "Innehåll", "Mål ........ 4", "Sida 3 (9)",
    "• första", "- andra", "a) tredje", "(1) fjärde", "o femte", "att godkänna planen,", "Styrelsen beslutar",
    "Namn: Ek", "mål- och", "för-", "bundet", "2029–", "2031", "ord1 och", "1 En not om ordet.", "* Stjärnnot.", "12 %",
    "[VÄRDE]", "\tAlfa\t1 200\t30 %", "\t", "Summa 350 000 kr", "3", "\u00ad", "\u200b", "\ue000", "\ue002", "ﬁnans",
    " x", "[bookmark:a1]", "[footnoteRef:1] [1: Se planen.]", "a\u030ase", "\u00a0", "”Vi vill mer”,", "m.m.",
    "t.ex. Åmål",
)  # fmt: skip

pieces = st.sampled_from(_PIECES) | st.text(max_size=12)
texts = st.lists(st.tuples(pieces, st.sampled_from([" ", "\n", "\n\n", "\n\n\n", "\n\n\n\n", "\t"])), max_size=40).map(
    lambda parts: "".join(piece + end for piece, end in parts)
)
"""Any text, most of it like a damaged document."""

RUN = "Här står en löpande text som är lika lång på varje rad i hela dokumentet.\n"
"""A line as long as those of a running text."""

_SIGN = {Kind.PARAGRAPH: "", Kind.NOTE: "not ", Kind.RESIDUE: "rest "}


def document(text: str) -> Document:
    """The document of a plain text without pages."""
    return split(write(Reading(tuple(outline(find_tables(repair([(None, text)]))))), SOURCE))


def squeezed(text: str) -> str:
    """``text`` without white space."""
    return "".join(text.split())


def shown(text: str) -> list[str]:
    """Each block on one line: "#" for each level of a heading, "-" for each level of a list."""
    return [_shown(block) for block in outline(repair([(None, text.strip("\n"))]))]


def _shown(block: Block) -> str:
    text = block.text.replace(SEAM, "")
    if block.kind is Kind.HEADING:
        return f"{'#' * block.level} {text}"
    if block.kind is Kind.ITEM:
        return f"{'-' * block.level} {text}"
    return f"{_SIGN[block.kind]}{text}"
