"""Say a thing whole: a definition with the sentences that open its section, a rule with what is added to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.claims import Claim, claim_of_text
from assistant.answering.holding import enumerates
from assistant.answering.quoting import verbatim_span
from assistant.answering.terms import Bag, Term
from assistant.question import MEASURES, Part, Seeks
from ingest.model import Kind
from ingest.sentences import split_sentences
from ingest.tables.figures import find

LONGEST = 420
"""Characters of a claim with what follows it."""

MOST = 3
"""Sentences of a claim with what follows it."""

_ADDS = re.compile(
    r"(?:Det|De|Den|Denna|Detta|Dessa|Där|Då|Dock|Däremot|Undantag(?:et)?|Villkoret|Ett villkor|En förutsättning"
    r"|I så fall|Men|Därför|Sådan(?:a|t)?"
    r"|Samma|Båda|Var och en|Varje part|Även|Dessutom|Syftet|Skälet|Anledningen|Finns|Krävs|Behövs)\b"
)
"""How a sentence begins that adds to the one before it."""
_ASKS_FINDINGS = re.compile(
    r"\b(?:kom|kommit|komma)\b.*\bfram\b|slutsats|framkom|sammanfatta|\bvisade\b|\bfound\b|conclu|\bcame up\b",
    re.IGNORECASE,
)
"""It is asked what came out of something."""
_WORD = re.compile(r"[^\W_]+")


def complete(claims: Sequence[Claim], part: Part, terms: Sequence[Term]) -> list[Claim]:
    """Return the claims that answer a part, the first of them whole; figures, names and lists are said as they are."""
    first = claims[0] if claims else None
    if first is None or first.fact or first.block is None or first.block.kind is not Kind.PARAGRAPH:
        return list(claims)
    if part.wants(Seeks.COMPARISON) and part.seeks & MEASURES and len(claims) == 1:
        return _with_counterpart(first)
    if part.wants(Seeks.LIST) and not enumerates(first.text) and (told := _with_enumeration(first)):
        return told
    if _ASKS_FINDINGS.search(part.text) and (lead := _lead_after(first)):
        return [first, lead]
    of_law = first.document.source.type == "lag" and part.seeks <= {Seeks.PERSON, Seeks.PARTY}
    if not of_law and part.seeks & (
        MEASURES | {Seeks.PERSON, Seeks.LIST, Seeks.CONTACT, Seeks.CHANGE, Seeks.COMPARISON}
    ):
        return list(claims)
    whole = _opening(first, terms) if part.wants(Seeks.DEFINITION) else _with_additions(first)
    return [whole, *(claim for claim in claims[1:] if not _is_in(claim, whole))]


def _is_in(claim: Claim, whole: Claim) -> bool:
    """True for a claim of which a part has been said already."""
    return claim.document is whole.document and claim.start < whole.end and whole.start < claim.end


def _opening(claim: Claim, terms: Sequence[Term]) -> Claim:
    """Return the sentences that open the section of a claim when its heading is what is asked for; else the claim."""
    document, block = claim.document, claim.block
    assert block is not None
    named = [Bag.of(word) for word in _WORD.findall(document.sections[block.section].heading) if not word.isdigit()]
    if not named or not all(any(bag.match(term) for term in terms) for bag in named):
        return _with_additions(claim)
    first = next(one for one in document.blocks if one.section == block.section and one.kind is Kind.PARAGRAPH)
    return _until(claim, split_sentences(document.text, first.start, first.end))


def _together(first: Claim, second: Claim) -> list[Claim]:
    """Return two sentences that follow each other as one claim, or apart when no quote can hold both verbatim."""
    start, end, document = first.start, second.end, first.document
    if not _is_verbatim(first, start, end):
        return [first, second]
    return [replace(first, text=" ".join(document.text[start:end].split()), end=end)]


def _with_counterpart(claim: Claim) -> list[Claim]:
    """Return a claim with the sentence after it, or else before it, that has a figure of the same kind."""
    document, block = claim.document, claim.block
    assert block is not None
    sentences = split_sentences(document.text, block.start, block.end)
    at = next((n for n, (start, _) in enumerate(sentences) if start == claim.start), None)
    if at is None:
        return [claim]
    units = {figure.unit for _, _, figure in find(claim.text)}
    for first, last in ((at, at + 1), (at - 1, at)):
        if first >= 0 and last < len(sentences):
            start, end = sentences[first][0], sentences[last][1]
            other = sentences[last if first == at else first]
            if end - start <= LONGEST and units & {one.unit for _, _, one in find(document.text[slice(*other)])}:
                beside = claim_of_text(document, *other)
                return _together(claim, beside) if first == at else _together(beside, claim)
    return [claim]


def _lead_after(claim: Claim) -> Claim | None:
    """Return the sentence right after a claim, or the next paragraph, when it leads in to a list."""
    document, block = claim.document, claim.block
    assert block is not None
    blocks = [one for one in document.blocks if one.start >= block.start and one.kind is not Kind.NOTE][:2]
    sentences = [span for one in blocks for span in split_sentences(document.text, one.start, one.end)]
    after = next((one for one in sentences if one[0] >= claim.end), None)
    return claim_of_text(document, *after) if after and document.text[after[1] - 1] == ":" else None


def _with_enumeration(claim: Claim) -> list[Claim]:
    """Return a claim with the sentence after it when that names what the claim only tells of; else nothing."""
    document, block = claim.document, claim.block
    assert block is not None
    after = next((one for one in split_sentences(document.text, block.start, block.end) if one[0] >= claim.end), None)
    if after is None or not enumerates(document.text[slice(*after)]):
        return []
    return _together(claim, claim_of_text(document, *after))


def _with_additions(claim: Claim) -> Claim:
    document, block = claim.document, claim.block
    assert block is not None
    sentences = [one for one in split_sentences(document.text, block.start, block.end) if one[0] >= claim.start]
    added = next((at for at, (start, _) in enumerate(sentences) if at and not _ADDS.match(document.text, start)), None)
    return _until(claim, sentences[:added])


def _is_verbatim(claim: Claim, start: int, end: int) -> bool:
    return verbatim_span(claim.document, start, end) == (start, end)


def _until(claim: Claim, sentences: Sequence[tuple[int, int]]) -> Claim:
    """Return a claim of the first sentences, as many as there is room for; what leads in to a list is not added."""
    if not sentences:
        return claim
    start, text = sentences[0][0], claim.document.text
    fitting = [end for _, end in sentences[1:MOST] if end - start <= LONGEST and text[end - 1] != ":"]
    end = max(end for end in (sentences[0][1], *fitting) if end == sentences[0][1] or _is_verbatim(claim, start, end))
    if start <= claim.start and end < claim.end:
        return claim
    return replace(claim, text=" ".join(claim.document.text[start:end].split()), start=start, end=end)
