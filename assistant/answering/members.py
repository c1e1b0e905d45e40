"""Who a body consists of: the list that a document gives below "styrelsen bestod av:", whole or by role; and who the
association does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answering.claims import Claim, claim_of_text
from assistant.answering.holding import names_person
from assistant.answering.listing import NUMBERS, Listing
from assistant.answering.terms import Term
from assistant.library import Library
from assistant.question import Part
from assistant.retrieval import Hit
from assistant.validity import covers
from ingest.model import Document, Kind, PlacedBlock
from ingest.sentences import split_sentences

LONGEST = 160
"""Characters of a line that names one member."""

_BODY = r"\w*(?P<body>styrelse|grupp|nämnd|kommitt|råd)\w*|\b(?P<english>board)\b"
_ASKS = re.compile(
    rf"(?:vilka|vem|who)\b.*\b(?:satt|sitter|suttit|var|är|ingår|ingick|utgör|is|was|are|were|sits?|sat)\b.*(?:{_BODY})"
    r"|\b(?:ser|såg)\b.*styrelsen? ut|styrelsens (?:sammansättning|ledamöter|medlemmar)"
    r"|(?:vilka|who) (?:är|var|are|were) (?:\w+ )?(?:ledamöter|ersättare|ordinarie|board members)",
    re.IGNORECASE,
)
_CHAIR = re.compile(r"ordförande|\bchair", re.IGNORECASE)
"""One post is asked for, not the body."""
_DOES = re.compile(r"utse|välj|tillsätt|beslut|ansvar|leder\b|appoint|elect|decide", re.IGNORECASE)
"""What is asked is who does something with or for the body."""
_LEADS_IN = re.compile(
    r"\b(?:bestod|bestått|består|utgörs|utgjordes|utgjorts)\b.{0,80}\bav\b.{0,60}:\s*$|\b(?:ingår|ingick|sitter|satt):\s*$",
    re.IGNORECASE,
)
_SUBSTITUTE = re.compile(r"ersättare|suppleant|substitute|deput", re.IGNORECASE)
_ASKS_PARTNERS = re.compile(
    r"\b(?:vilka|vilken|vem|who|which)\b.*\b(?:medlem\w*|part\w*|huvudm[aä]n\w*|är med|ingår|deltar|står bakom|äger"
    r"|samverkar|members?|partners?)\b.*\b(?:förbund\w*|finsam\w*|samordningsförbund\w*|association)\b"
    r"|\b(?:förbundets|finsams|samordningsförbundets) (?:medlemmar|parter|huvudmän)\b"
    r"|^\W*(?:vilka|vem) (?:är med|deltar|ingår)(?: (?:i|med))?\W*$",
    re.IGNORECASE,
)
_SAYS_PARTNER = re.compile(r"medlem|part(?:er|erna|s|ners?)?$|huvudm|member|organisation|myndighet")
_ASSOCIATION = re.compile(r"förbund|finsam|samordning", re.IGNORECASE)
_PARTNERS = tuple(
    re.compile(one)
    for one in (
        r"Försäkringskassan",
        r"Arbetsförmedlingen",
        r"\b[Rr]egion [A-ZÅÄÖ]",
        r"\b[A-ZÅÄÖ]\w+ (?:[Ss]tad|[Kk]ommun)\b",
    )
)
_OF_ALL = frozenset({"lag", "webb", "beslut"})
"""Types of documents that speak of all associations, or of one matter."""
_MEMBER = re.compile(r"ordinarie|ledam[oö]t|\bmembers?\b", re.IGNORECASE)


def members(part: Part, hits: Sequence[Hit]) -> Listing | None:
    """Return who a body consists of, when that is asked and a document lists it: for the years asked about, else by
    the latest of the documents found; only the substitutes, or all but them, when one kind is asked for."""
    asked = _ASKS.search(part.text)
    if asked is None or _CHAIR.search(part.text) or _DOES.search(part.text):
        return None
    body = (asked["body"] or "styrelse").lower()
    documents = list({hit.document.id: hit.document for hit in hits}.values())
    if part.years:
        documents = [one for one in documents if any(covers(one.source, year) for year in part.years)]
    for document in sorted(documents, key=lambda one: -(one.source.year or 0)):
        for lead, items in _lists(document, body):
            kept = _of_role(part.text, document, items)
            if kept:
                return Listing(document, lead, kept, 1.0, 1.0)
    return None


def _lists(document: Document, body: str) -> Iterator[tuple[tuple[int, int], tuple[tuple[int, int], ...]]]:
    """Yield each sentence that leads in to the members of a body, and the lines that name them."""
    for at, block in enumerate(document.blocks):
        if block.kind is not Kind.PARAGRAPH:
            continue
        sentences = split_sentences(document.text, block.start, block.end)
        for place, (start, end) in enumerate(sentences):
            before = sentences[place - 1][0] if place else start
            if _LEADS_IN.search(document.text[start:end]) and body in document.text[before:end].lower():
                items = _below(document, at, block)
                if items:
                    yield (before, end), items


def _below(document: Document, at: int, block: PlacedBlock) -> tuple[tuple[int, int], ...]:
    """Return the lines right after a block of which each names one person."""
    found: list[tuple[int, int]] = []
    for other in document.blocks[at + 1 :]:
        lines = _naming(document, split_sentences(document.text, other.start, other.end))
        if other.section != block.section or not lines:
            break
        found += lines
    return tuple(found)


def _naming(document: Document, spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the spans when each of them is short and names a person; none otherwise."""
    each = all(end - start <= LONGEST and names_person(document.text[start:end]) for start, end in spans)
    return tuple(spans) if each else ()


def _of_role(asked: str, document: Document, items: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    substitutes = {one for one in items if _SUBSTITUTE.search(document.text, *one)}
    wants, wants_not = bool(_SUBSTITUTE.search(asked)), bool(_MEMBER.search(asked))
    if wants == wants_not or not substitutes:
        return tuple(items)
    return tuple(one for one in items if (one in substitutes) == wants)


def partners(part: Part, terms: Sequence[Term], hits: Sequence[Hit], library: Library) -> Claim | None:
    """Return the sentence that names all who make up the association itself, when that is asked and nothing is named
    that has parties of its own: in a document in force before older ones, the shortest one."""
    own = [term for term in terms if not term.implied]
    asked = _ASKS_PARTNERS.search(part.text) and not any(term.name for term in own)
    if not (asked or (own and all(_SAYS_PARTNER.match(term.word) or term.word in NUMBERS for term in own))):
        return None
    documents = {hit.document.id: hit.document for hit in hits if hit.source.type not in _OF_ALL}.values()
    found = [
        (not library.is_in_force(one.source), -(one.source.year or 0), end - start, one, start)
        for one in documents
        for block in one.blocks
        if block.kind in (Kind.PARAGRAPH, Kind.ITEM)
        for start, end in split_sentences(one.text, block.start, block.end)
        if _names_all(one.text[start:end])
    ]
    if not found:
        return None
    _, _, length, document, start = min(found, key=lambda each: each[:3])
    return claim_of_text(document, start, start + length)


def _names_all(text: str) -> bool:
    """True for a sentence on the association that names a partner of each of the four kinds (3 § of the law)."""
    return bool(_ASSOCIATION.search(text)) and all(one.search(text) for one in _PARTNERS)
