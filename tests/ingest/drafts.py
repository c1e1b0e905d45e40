"""Texts for property tests: what documents are made of, in any order."""

from __future__ import annotations

from hypothesis import strategies as st

from ingest.canonical import write
from ingest.model import Document, Reading, Source
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


def document(text: str) -> Document:
    """The document of a plain text without pages."""
    return split(write(Reading(tuple(outline(find_tables(repair([(None, text)]))))), SOURCE))


def squeezed(text: str) -> str:
    """``text`` without white space."""
    return "".join(text.split())
