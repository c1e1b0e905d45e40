"""Quotes that stand verbatim both in the canonical text and, white space aside, in the file as it came."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from assistant.answers import Citation
from ingest.model import Document, Section


def verbatim_span(document: Document, start: int, end: int, holding: int | None = None) -> tuple[int, int]:
    """Return the part of ``start:end`` that crosses no seam and has the offset ``holding`` in it, without white space
    at its ends; the longest part when no offset must be held."""
    inside = document.seams[bisect_right(document.seams, start) : bisect_left(document.seams, end)]
    cuts = [start, *inside, end]
    parts = [span for span in pairwise(cuts) if holding is None or span[0] <= holding < span[1]]
    start, end = max(parts, key=lambda span: span[1] - span[0])
    text = document.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def below_title(document: Document, section: Section) -> tuple[str, ...]:
    """Return the headings on the way to a section, the document's own title left out."""
    return section.path[1:] if section.path and section.path[0] == document.source.title else section.path


def section_name(document: Document, section: Section) -> str:
    """Return the headings on the way to a section as one line, the document's own title left out."""
    return " › ".join(below_title(document, section))


def cite(document: Document, start: int, end: int, marker: int, holding: int | None = None) -> Citation:
    """Return the citation of ``document.text[start:end]``, drawn in to what is verbatim around ``holding``."""
    start, end = verbatim_span(document, start, end, holding)
    source = document.source
    return Citation(
        marker=marker,
        document=source.id,
        title=source.title,
        section=section_name(document, document.section_around(start, end)),
        page=document.page_at(start),
        quote=document.text[start:end],
        start=start,
        end=end,
        year=source.year,
        association=source.association,
    )
