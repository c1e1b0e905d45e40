"""A section of the law on financial coordination that is asked for by its number, told whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from assistant.answering.claims import Claim, claim_of_text
from assistant.answering.eligibility import is_reference
from assistant.answering.terms import Bag, Term
from assistant.question import Part
from assistant.retrieval import Hit
from ingest.model import Document, Kind

SHORT = 500
"""Characters of a section that is told whole whatever is asked of it."""

MOST = 9
"""Paragraphs and points that are told of a section."""

_ASKED = re.compile(r"(?<![\d:])(\d{1,2})(?: ?([a-z]))? ?§(?!§)|§ ?(\d{1,2})(?: ([a-z])\b)?", re.IGNORECASE)
_HEADING = re.compile(r"(\d{1,2})(?: ([a-z]))? §", re.IGNORECASE)
_CHAPTER = re.compile(r"\bkap\b|kapite?l", re.IGNORECASE)
_ACT = re.compile(r"(?:finsam|samordnings)lag|finansiell samordning|2003:1210", re.IGNORECASE)
_OTHER_ACT = re.compile(
    r"\w*(?<!finsam)(?<!samordnings)(?:lag|lagen|lagens|balken|förordningen|instruktion\w*)\b", re.I
)
_THE_ACT = re.compile(r"lag(?:en|ens)?", re.IGNORECASE)


def asked_section(part: Part, terms: Sequence[Term], hits: Sequence[Hit]) -> list[Claim]:
    """Return what stands in the section whose number a part asks for, and in its words nothing else; empty when none
    is asked for, when it is of another act, or when the part asks more of a long one than what it says."""
    match = _ASKED.search(part.text)
    if match is None or _CHAPTER.search(part.text) or _names_another(part.text):
        return []
    number = _number(match[1] or match[3], match[2] or match[4])
    documents = {hit.document.id: hit.document for hit in hits if hit.source.type == "lag"}.values()
    found = next((place for document in documents for place in _numbered(document, number)), None)
    if found is None:
        return []
    document, section = found
    told = list(islice(_claims(document, section), MOST))
    is_short = sum(claim.end - claim.start for claim in told) <= SHORT
    return told if is_short or _asks_no_more(part, terms, document.sections[section].heading) else []


def _numbered(document: Document, number: str) -> Iterator[tuple[Document, int]]:
    """Yield the sections of a document whose headings bear a number, as indexes."""
    for index, section in enumerate(document.sections):
        heading = _HEADING.match(section.heading)
        if heading and _number(heading[1], heading[2]) == number:
            yield document, index


def _number(figures: str, letter: str | None) -> str:
    return f"{figures} {letter.lower()}" if letter else figures


def _names_another(text: str) -> bool:
    """True when a text names an act, and it is not the one on financial coordination."""
    others = [one for one in _OTHER_ACT.findall(text) if not _THE_ACT.fullmatch(one)]
    return bool(others) and not _ACT.search(text)


def _asks_no_more(part: Part, terms: Sequence[Term], heading: str) -> bool:
    """True when a part has no word of its own but the act's name and those of the section's heading."""
    named, text = Bag.of(heading), _ACT.sub("", part.text).lower()
    own = (term for term in terms if term.word in text and not term.implied)
    return all(term.word[0].isdigit() or "lag" in term.word or named.match(term) for term in own)


def _claims(document: Document, section: int) -> Iterator[Claim]:
    for block in document.blocks:
        if block.section == section and block.kind in (Kind.PARAGRAPH, Kind.ITEM):
            claim = claim_of_text(document, block.start, block.end)
            if not is_reference(claim):
                yield claim
