"""L2, R1 and R2: health centres treated alike, AI used with care, no data on clients."""

from __future__ import annotations

from assistant.screening.draft import Statement, Topic
from assistant.screening.judging.material import Material, Signal
from assistant.screening.judging.opinions import Opinion, met, not_applicable, not_met, unclear
from assistant.screening.judging.phrases import compile_phrases
from assistant.screening.judging.polarity import is_denied
from assistant.screening.judging.weighing import weighed
from assistant.screening.model import Verdict

_LISTED = compile_phrases(("listad*", "listning*", "registered patients"))
_NEAR = 4
"""Statements after one that may still speak of the same."""
_HEALTH_CENTRE = compile_phrases(("vårdcentral*", "health (centre|center|centres|centers)"))


def health_centres(material: Material, name: str) -> Opinion:
    """L2: applies only where a health centre takes part."""
    about = [one for one in material.matching(_HEALTH_CENTRE) if not _is_aside(material, one)]
    if not about:
        return not_applicable("Ingen vårdcentral deltar.")
    about += material.matching(_LISTED)
    near = {one.start for one in about} | _followers(material, about)
    finding = weighed([one for one in material.signals(name) if one.statement.start in near])
    if finding.verdict is Verdict.UNCLEAR and not finding.evidence:
        return unclear(about[0].span, why="Det framgår inte att alla kan delta oavsett vårdcentral.")
    return finding


def artificial_intelligence(material: Material, name: str) -> Opinion:
    """R1: risks, human oversight and data protection, each told of where AI is used."""
    uses = _uses(material, name)
    if not uses:
        return not_applicable("AI används inte i insatsen.")
    near = [*material.about(Topic.AI), *uses]
    starts = {one.start for one in near} | _followers(material, near)
    careless = _in(material.mentions(f"{name}.careless"), starts)
    sides = [_in(material.mentions(f"{name}.{side}"), starts) for side in ("risk", "human")]
    data = material.cues(f"{name}.data").met
    # "No personal data" is how they are protected, so that a denial counts too.
    told = [one for one in material.statements if one.start in starts and data.search(material.words(one))]
    sides.append([Signal(one, one.start, one.end, Verdict.MET) for one in told])
    if careless and not all(sides):
        return not_met(careless[0].span)
    if careless:
        return unclear(careless[0].span, sides[1][0].span)
    if all(sides):
        return met(*dict.fromkeys(side[0].span for side in sides))
    missing = [word for word, side in zip(("risker", "mänsklig kontroll", "dataskydd"), sides, strict=True) if not side]
    return unclear(uses[0].span, why=f"Ansökan säger inte hur {_listed(missing)} hanteras när AI används.")


def personal_data(material: Material, name: str) -> Opinion:
    """R2: no participant can be pointed out."""
    found = material.personal_data
    return not_met(*found[:2]) if found else met()


def _uses(material: Material, name: str) -> list[Statement]:
    """The statements on AI that is used or may be; under a heading of its own, any unless one says that none is."""
    told = [one.statement for one in material.signals(f"{name}.ai") if one.statement.topic is not Topic.TITLE]
    own = material.about(Topic.AI)
    unused = material.cues(f"{name}.unused").met
    return told or ([] if any(unused.search(material.words(one)) for one in own) else list(own))


def _is_aside(material: Material, statement: Statement) -> bool:
    """True when no health centre takes part by a statement: each is denied, or it tells only of how things are."""
    words = material.words(statement)
    if statement.topic is Topic.BACKGROUND and not material.cues("parties.takes_part").met.search(words):
        return not material.cues("L2").not_met.search(words)
    return all(is_denied(words, match.start(), match.end()) for match in _HEALTH_CENTRE.finditer(words))


def _followers(material: Material, statements: list[Statement]) -> set[int]:
    """The starts of the statements that follow close after some others, within the same topic."""
    wanted = set(statements)
    found: set[int] = set()
    for place, statement in enumerate(material.statements):
        if statement in wanted:
            after = material.statements[place + 1 : place + 1 + _NEAR]
            found |= {one.start for one in after if one.topic is statement.topic}
    return found


def _in(signals: list[Signal], starts: set[int]) -> list[Signal]:
    return [one for one in signals if one.statement.start in starts]


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} och {words[-1]}"
