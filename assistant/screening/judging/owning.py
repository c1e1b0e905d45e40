"""Which parties take part and who owns the project: M4, P3 and E3."""

from __future__ import annotations

from assistant.criteria import PartyKind
from assistant.screening.draft import Span, Topic
from assistant.screening.judging.material import Material
from assistant.screening.judging.opinions import CONTRADICTION, HEDGED, Opinion, met, not_met, unclear
from assistant.screening.judging.polarity import is_hedged
from assistant.screening.judging.taking_part import PartySign, Stand, named_parties, other_bodies, party_signs


def parties(material: Material, name: str) -> Opinion:
    """M4: at least two of the parties take part; two departments of one municipality are one party."""
    signs = party_signs(material)
    firm = _firm(signs)
    kinds = {sign.kind for sign in firm}
    if len(kinds) >= material.criteria.minimum_parties:
        return met(_widest(material, firm))
    if without := material.matching(material.cues("parties.none").met):
        return not_met(without[0].span)
    asked = [sign for sign in signs if sign.stand is Stand.ASKED and sign.kind not in kinds]
    if asked:
        return unclear(asked[0].span, why="En part som behövs har inte sagt ja.")
    closed = [sign for sign in signs if sign.stand is Stand.DECLINES and sign.kind not in kinds]
    possible = len(material.criteria.party) - len({sign.kind for sign in closed})
    if possible >= material.criteria.minimum_parties:
        closed = []
    alone = [one.span for one in material.matching(material.cues("parties.alone").met)]
    if closed or alone:
        return not_met(closed[0].span if closed else alone[0])
    listed = material.draft.parties
    if listed is not None and len(kinds) == 1:
        return not_met(listed, why="Bara en av parterna deltar; föreningar och företag räknas inte.")
    return unclear(*([firm[0].span] if firm else []), why="Det framgår inte att minst två parter deltar.")


def region(material: Material, name: str) -> Opinion:
    """P3: whether the region takes part."""
    signs = [sign for sign in party_signs(material) if sign.kind == "region"]
    firm = [sign for sign in signs if sign.stand is Stand.TAKES_PART]
    declines = [sign for sign in signs if sign.stand is Stand.DECLINES]
    asked = [sign for sign in signs if sign.stand is Stand.ASKED]
    if firm and declines:
        return unclear(declines[0].span, firm[0].span, why=CONTRADICTION)
    if declines:
        return not_met(declines[0].span)
    if asked and len(asked) >= len(firm):
        return unclear(asked[0].span, why="Det är inte klart att Region Skåne deltar.")
    return met(firm[0].span) if firm else unclear(why="Det framgår inte om Region Skåne deltar.")


def owner(material: Material, name: str) -> Opinion:
    """E3: a party owns the project, also through a unit that is named."""
    span = material.draft.owner
    if span is None:
        signed = [one for one in material.about(Topic.SIGNATURE) if named_parties(material, one.span)]
        return unclear(*(one.span for one in signed[:1]), why="Det framgår inte vem som äger projektet.")
    words = material.draft.text[span.start : span.end]
    other = other_bodies(without_dots=material.without_dots).search(words)
    owning = named_parties(material, span)
    if other and not owning:
        return not_met(span)
    if other and owning:
        return unclear(span, why="Det är oklart om en part eller någon annan äger projektet.")
    if is_hedged(words):
        return unclear(span, why=HEDGED)
    return met(span) if owning else unclear(span, why="Det framgår inte att ägaren är en av parterna.")


def _firm(signs: list[PartySign]) -> list[PartySign]:
    """The signs of those who take part and are nowhere said not to."""
    outside = {sign.kind for sign in signs if sign.stand is Stand.DECLINES}
    doubtful = _doubtful(signs)
    return [
        sign
        for sign in signs
        if sign.stand is Stand.TAKES_PART and sign.kind not in outside and sign.kind not in doubtful
    ]


def _doubtful(signs: list[PartySign]) -> set[PartyKind]:
    """Parties that are told to be asked still, as often as to take part."""
    counts: dict[PartyKind, int] = {}
    for sign in signs:
        counts[sign.kind] = counts.get(sign.kind, 0) + (1 if sign.stand is Stand.TAKES_PART else -1)
    asked = {sign.kind for sign in signs if sign.stand is Stand.ASKED}
    return {kind for kind in asked if counts[kind] <= 0}


def _widest(material: Material, signs: list[PartySign]) -> Span:
    """The statement that names most of those who take part."""
    kinds = {sign.kind for sign in signs}
    return max((sign.span for sign in signs), key=lambda span: len(named_parties(material, span) & kinds))
