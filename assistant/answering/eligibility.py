"""Which claims may answer at all: they say something of what is asked, of the kind that is sought, and are known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.attributes import fits_head
from assistant.answering.claims import Claim
from assistant.answering.holding import is_unknown
from assistant.answering.moments import is_month
from assistant.answering.terms import Bag, Term
from assistant.question import MEASURES, Part, Seeks

ENOUGH = 0.42
"""Fit below which a claim is no support."""

WORTH = 1.5
"""Nats from which on a word that names nothing is what a question is about."""

SOME = 0.4
"""Nats from which on a word says anything of what is asked."""

SHOWN = MEASURES | {Seeks.PERSON, Seeks.CONTACT, Seeks.PLACE, Seeks.REASON}
"""What a claim shows to hold by its form."""

SENTENCE = 40
"""Characters from which on a cell can say what something is."""

MUST_FIT = MEASURES | {Seeks.PERSON, Seeks.CONTACT, Seeks.PLACE}
"""What an answer must hold when it is all that is sought."""

_REMARK = re.compile(r"(?:Obs|OBS|Anm)\b\s*[.:!]")
_REFERENCE = re.compile(
    r"(?:Källor|Källa|Sources?)(?: (?:för|till|for) [^:.]{1,60})?:"
    r"|(?:Senast ändrad|Införd|Ändrad) genom SFS\b|Oförändrad sedan\b"
    r"|(?:Detta|Det här|Dokumentet) är en (?:omskrivning|sammanställning|återgivning)"
)
_WORD = re.compile(r"[^\W_]+")
_RATE = re.compile(
    r"\bper (?!\d|den\b|sista\b|år\b)[a-zåäö]{3,}|\bi (?:timmen|veckan|månaden)\b|\ba (?:week|month)\b", re.IGNORECASE
)
"""An amount for each of something: the whole amount is no answer to it."""


def eligible(claims: Sequence[Claim], part: Part, terms: Sequence[Term]) -> Sequence[Claim]:
    """Return the claims that may answer, best first; none when the best says that it is not known."""
    claims = [claim for claim in claims if not is_note(claim) and not is_reference(claim)]
    claims = [claim for claim in claims if _says_something(claim, part, terms)]
    if claims and is_unknown(claims[0].text):
        return []
    if part.seeks and part.seeks <= MUST_FIT:
        claims = [claim for claim in claims if claim.fits]
        if claims and is_unknown(claims[0].text):
            return []
    if _RATE.search(part.text):
        claims = [claim for claim in claims if _RATE.search(claim.text)]
    return claims


def is_note(claim: Claim) -> bool:
    """True for a restatement's remark on its original ("Obs: …"): it qualifies an answer and is none by itself."""
    return claim.fact is None and bool(_REMARK.match(claim.text))


def is_reference(claim: Claim) -> bool:
    """True for a line that tells where something comes from, or what its document is."""
    return claim.fact is None and bool(_REFERENCE.match(claim.text))


def _says_something(claim: Claim, part: Part, terms: Sequence[Term]) -> bool:
    """False for a claim that only names what is asked about and says nothing of what is asked of it.

    A year stands in nearly every row, and a figure or a code defines nothing: for a date or a definition it takes more.
    """
    if part.wants(Seeks.DEFINITION) and len(_WORD.findall(claim.text)) <= len(claim.covered) + 1:
        return False
    said = [term.stem for term in terms if not term.name and term.weight >= WORTH]
    if claim.fact and part.wants(Seeks.DEFINITION) and not part.seeks & MEASURES and not claim.fact.table.sheet:
        return len(claim.fact.value) >= SENTENCE
    if part.seeks and part.seeks <= {Seeks.DATE, Seeks.DURATION}:
        pointed = claim.fact is not None and fits_head(part.text, claim.fact.attribute)
        return not said or pointed or any(stem in claim.covered for stem in said)
    if claim.block and any(term.stem in said and _heading(claim).match(term) for term in terms):
        return True
    shows = claim.fits and bool(part.seeks & SHOWN)
    if shows and part.seeks & MEASURES:
        shows = any(term.stem in claim.held for term in terms if term.weight >= SOME and not is_month(term.word))
    return not said or any(stem in claim.covered for stem in said) or shows


def _heading(claim: Claim) -> Bag:
    """Return the words of the heading right above a claim."""
    assert claim.block is not None
    return Bag.of(claim.document.sections[claim.block.section].heading)
