"""Answer one part of a question: gather what could be said, choose, add up, and look for what disagrees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.answering.abbreviations import asked_abbreviation, spelled_out
from assistant.answering.absence import asks_for_absence, without
from assistant.answering.aims import beside_aim
from assistant.answering.announcing import announced
from assistant.answering.arithmetic import Reckoning, add_up, difference, share_in_text, share_of_total
from assistant.answering.claims import Claim, claim_of_fact, claim_of_text, claims_of_tables, claims_of_text
from assistant.answering.comparing import extreme, limited
from assistant.answering.completion import complete
from assistant.answering.conflicts import Conflict, conflicts_of_list, find_conflicts
from assistant.answering.eligibility import ENOUGH
from assistant.answering.evidence import gather
from assistant.answering.facts import Fact
from assistant.answering.holding import asks_whether_still, enumerates, is_unknown
from assistant.answering.inquiry import inquire
from assistant.answering.listing import NUMBERS, Listing, find_listings
from assistant.answering.members import members, partners
from assistant.answering.record_claims import beside
from assistant.answering.record_matching import is_about, refuses, tells_of
from assistant.answering.recorded import Shelf
from assistant.answering.selection import rank, select
from assistant.answering.statute import asked_section
from assistant.answering.terms import Term, find_terms
from assistant.answering.thoroughness import Thoroughness
from assistant.answers import Scope
from assistant.glossary import Glossary
from assistant.library import Library
from assistant.question import Part, Seeks
from assistant.retrieval import Hit

_YEAR = re.compile(r"(?:19|20)\d\d")
_ASKS_NUMBER_OF = re.compile(
    r"\b(?:vilka|which|what) (?:är |var |are |were |the )?(?:två|tre|fyra|fem|sex|two|three|four|five|six|[2-9])\b",
    re.IGNORECASE,
)
"""So many things are to be named."""
_NAME = re.compile(r"(?<!^)(?<![.!?] )\b[A-ZÅÄÖ][\wåäö-]+(?: (?:[A-ZÅÄÖ0-9][\wåäö.-]*|stad|kommun))*")
WAS = 0.25
"""Factor for the figures of what has held, when it is asked whether it still does: it may hold with others."""

READ = 25
"""Best passages whose sentences are weighed; tables and lists are taken from all."""


LIST_SHARE = 0.6
"""Share of the best claim's fit from which on a list is preferred when a list is sought."""


LONE_SHARE = 0.45
"""The same when the best claim enumerates nothing."""


_DONE_BY = re.compile(r"\b(?:man|vi|jag|ni|you|i|we|one|\w*sök(?:er|a)|steg\w*|går\b.*\btill)\b", re.IGNORECASE)
"""Somebody means to do what is asked about: steps help, while how something is done ("hur utses") is a rule."""
TOLD = frozenset({Seeks.LIST, Seeks.PARTY, Seeks.PERSON, Seeks.SUM})
"""Kinds of things that are told by naming them."""

WHOLE = 0.9
"""What a sentence that enumerates must itself say of the subject to be preferred to a list."""

NAMED_SHARE = 0.45
"""Share of what the best claim itself says of the subject that a list's lead-in and headings must say."""


@dataclass(frozen=True, slots=True)
class PartAnswer:
    """What there is to say to one part; empty when the documents hold no answer."""

    claims: tuple[Claim, ...] = ()
    listing: Listing | None = None
    reckoning: Reckoning | None = None
    conflicts: tuple[Conflict, ...] = ()
    unknown: Claim | None = None
    """Where the documents say themselves that they do not hold it; no answer."""
    association: str = ""
    """The association that it is about, when others are asked about too."""

    thoroughness: Thoroughness | None = None
    """How many documents were gone through, when all of something were asked for."""

    is_list: bool = False
    """The claims are items of one list."""
    is_cut: bool = False
    """The register holds more of what is asked than is said."""

    def __bool__(self) -> bool:
        return bool(self.claims or self.listing or self.reckoning)

    def is_gathered(self, part: Part) -> bool:
        """True for several things, or claims of several documents: no single fact looked up in one."""
        several = len(self.claims) > 1 or any(enumerates(claim.text) for claim in self.claims)
        documents = {claim.document.id for claim in self.claims}
        return bool(self.listing or (part.wants(Seeks.LIST) and several) or len(documents) > 1)

    @property
    def text(self) -> str:
        """What the claims say, without lists and sums."""
        return " ".join(claim.text for claim in self.claims)

    @property
    def facts(self) -> list[Fact]:
        """The cells of tables that are said, in claims, in a list, in a sum and in what disagrees."""
        claims = [*self.claims, *(conflict.claim for conflict in self.conflicts if conflict.claim)]
        return [
            *(claim.fact for claim in claims if claim.fact),
            *(self.listing.facts if self.listing else ()),
            *(self.reckoning.facts if self.reckoning else ()),
        ]


@dataclass(frozen=True, slots=True)
class Desk:
    """What every part is answered with."""

    library: Library
    glossary: Glossary
    ignored: frozenset[str]
    """Words that name the association: they set the scope and say nothing of the subject."""
    placed: bool = False
    """An association is named."""
    scope: Scope = field(default_factory=Scope)
    """What the question is limited to."""

    def within(self, part: Part) -> Scope:
        """Return what a part is limited to: its own association where it has one."""
        return replace(self.scope, associations=frozenset({part.association})) if part.association else self.scope

    def terms(self, part: Part) -> list[Term]:
        found = find_terms(part, self.glossary, self.library.weigh, self.library.is_known)
        counted = NUMBERS if part.wants(Seeks.LIST) else {}
        left_out = {*self.ignored, *counted}
        kept = [term for term in found if not _YEAR.fullmatch(term.word) and term.word not in left_out]
        if not asks_whether_still(part):
            return kept
        return [replace(term, weight=term.weight * WAS) if term.word.isdigit() else term for term in kept]


def answer_part(part: Part, hits: Sequence[Hit], desk: Desk) -> PartAnswer:
    """Return what the passages found say to a part of a question."""
    return replace(_answer(part, hits, desk), association=part.association)


def _answer(part: Part, hits: Sequence[Hit], desk: Desk) -> PartAnswer:
    if abbreviation := asked_abbreviation(part):
        return _spell_out(abbreviation, hits)
    terms = desk.terms(part)
    if found := _looked_up(part, terms, hits, desk):
        return found
    inquiry = inquire(part, terms, desk.library)
    shelf = Shelf.of(desk.library, desk.within(part)) if inquiry else None
    if inquiry and shelf and (whole := shelf.whole(inquiry)):
        return PartAnswer(whole.claims, whole.listing, is_list=whole.is_list, is_cut=whole.is_cut)
    text = claims_of_text(gather(part, terms, _read(part, hits)), terms)
    claims = [*text, *claims_of_tables(part, terms, hits, desk.library)]
    if inquiry and shelf:
        claims = beside(claims, shelf.claims(inquiry, part, terms, hits))
        claims = [claim for claim in claims if is_about(claim, inquiry)]
    ranked = rank(claims, part, desk.library, terms, desk.placed)
    if inquiry and refuses(inquiry):
        return PartAnswer(tuple(select([one for one in ranked if tells_of(one, inquiry.stances)], part, terms)))
    chosen = select(ranked, part, terms)
    if reckoning := extreme(part, terms, hits, desk.library) or add_up(part, terms, ranked, ENOUGH):
        return PartAnswer(reckoning=reckoning)
    if listing := limited(part, terms, hits, desk.library):
        return PartAnswer(listing=listing)
    reckoning = share_in_text(part, ranked, terms, ENOUGH)
    if reckoning and not (chosen and chosen[0].score >= reckoning.claims[0].score):
        return PartAnswer(reckoning.claims, reckoning=reckoning)
    if chosen and part.seeks <= TOLD and (listing := announced(chosen[0], part, terms)):
        return PartAnswer(listing=listing, conflicts=conflicts_of_list(listing))
    if listing := _listing(part, terms, hits, chosen):
        return PartAnswer(listing=listing, conflicts=conflicts_of_list(listing))
    if (first := (*chosen, *ranked)[:1]) and is_unknown(first[0].text):
        return PartAnswer(unknown=first[0])
    if _ASKS_NUMBER_OF.search(part.text) and len(chosen) == 1 and not _names_them(chosen[0]):
        return PartAnswer()
    conflicts = find_conflicts(part, terms, chosen, ranked)
    return PartAnswer(
        tuple(complete(chosen, part, terms)),
        None,
        difference(part, chosen) or share_of_total(part, chosen),
        tuple(conflicts),
    )


def _looked_up(part: Part, terms: Sequence[Term], hits: Sequence[Hit], desk: Desk) -> PartAnswer | None:
    """Return the answer to what has a place of its own, so that nothing need be weighed: which rows lack something, a
    section of the law, aims beside what became of them, who a body or the association consists of."""
    if asks_for_absence(part) and (facts := without(part, terms, hits)):
        return PartAnswer(tuple(claim_of_fact(fact, terms) for fact in facts))
    if section := asked_section(part, terms, hits):
        return PartAnswer(tuple(section))
    facts, none_did = beside_aim(part, terms, hits)
    if facts or none_did:
        return PartAnswer(tuple(claim_of_fact(fact, terms) for fact in facts), reckoning=none_did)
    if who := members(part, hits):
        return PartAnswer(listing=who)
    claim = partners(part, terms, hits, desk.library)
    return PartAnswer((claim,)) if claim else None


def _names_them(claim: Claim) -> bool:
    """True for a claim that may name several things, or leads in to them."""
    return enumerates(claim.text) or claim.text.endswith(":") or len(_NAME.findall(claim.text)) > 1


def _read(part: Part, hits: Sequence[Hit]) -> Sequence[Hit]:
    """Return the passages whose sentences are weighed: the best ones and, when all of something are asked for, the best
    of each document that has none among them."""
    if not part.wants(Seeks.LIST, Seeks.COUNT):
        return hits[:READ]
    first = {hit.source.id: hit for hit in reversed(hits)}
    among = {hit.source.id for hit in hits[:READ]}
    return [*hits[:READ], *(hit for id, hit in first.items() if id not in among)]


def _listing(part: Part, terms: Sequence[Term], hits: Sequence[Hit], chosen: Sequence[Claim]) -> Listing | None:
    """Return the list that answers, when a list is sought or a count whose list is given."""
    if not part.wants(Seeks.LIST, Seeks.COUNT, Seeks.MANNER):
        return None
    if part.wants(Seeks.MANNER) and not part.wants(Seeks.LIST, Seeks.COUNT) and not _DONE_BY.search(part.text):
        return None
    found = find_listings(part, terms, hits)
    if not found or found[0].score < ENOUGH:
        return None
    best = found[0]
    if part.wants(Seeks.COUNT):
        return best if best.lead and chosen and _leads_in(chosen[0], best) else None
    return best if not chosen or _is_named(best, chosen[0], terms) else None


def _is_named(listing: Listing, claim: Claim, terms: Sequence[Term]) -> bool:
    """True when the list's lead-in and headings name what is asked about as well as the best claim's own words do."""
    total = sum(term.weight for term in terms) or 1.0
    own = sum(term.weight for term in terms if term.stem in claim.covered) / total
    is_whole = enumerates(claim.text)
    if own > WHOLE and is_whole:
        return False
    share = LIST_SHARE if is_whole else LONE_SHARE
    return listing.score >= claim.score * share and listing.named >= own * NAMED_SHARE


def _leads_in(claim: Claim, listing: Listing) -> bool:
    return listing.lead is not None and claim.document.id == listing.document.id and claim.start == listing.lead[0]


def _spell_out(abbreviation: str, hits: Sequence[Hit]) -> PartAnswer:
    documents = {hit.document.id: hit.document for hit in hits}
    for document, start, end in spelled_out(abbreviation, documents.values()):
        return PartAnswer((claim_of_text(document, start, end),))
    return PartAnswer()
