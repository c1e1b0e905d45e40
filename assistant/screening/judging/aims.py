"""S1, S2 and S3: whether a project is of the kind it says, aims at work, and is about what people are able to."""

from __future__ import annotations

from assistant.screening.draft import Topic, Type
from assistant.screening.judging.material import Material, Signal
from assistant.screening.judging.opinions import Opinion, met, not_met, unclear
from assistant.screening.judging.weighing import weighed
from assistant.screening.model import Verdict

_PEOPLE = (Topic.GROUP, Topic.GOALS, Topic.OTHER, Topic.PURPOSE, Topic.BACKGROUND)


def content_type(material: Material) -> tuple[Type | None, Signal | None]:
    """Return the kind that the content is of, by whom it takes in, and where that is said."""
    staff = [one for one in material.mentions("staff_as_participants") if one.statement.topic is Topic.GROUP]
    people = material.mentions("individual", _PEOPLE)
    structure = material.mentions("structure", leave_out=(Topic.AFTER,))
    sure = material.mentions("structure.sure")
    if sure:
        return "struktur", sure[0]
    group = [one for one in people if one.statement.topic is Topic.GROUP]
    if staff and (not group or staff[0].statement.start <= group[0].statement.start):
        return "struktur", staff[0]
    if people:
        return "individ", (group or people)[0]
    return ("struktur", structure[0]) if structure else (None, None)


def kind(material: Material, name: str) -> Opinion:
    """Judge S1."""
    declared, place = material.draft.declared_type, material.draft.declared_at
    content, sign = content_type(material)
    if declared is None or place is None:
        if sign is None or not (material.about(Topic.GROUP, Topic.GOALS) or material.draft.participants):
            return unclear(
                *([sign.span] if sign else []), why="Det anges inte om insatsen gäller individer eller struktur."
            )
        return met(sign.span)
    around = material.around(place.start, place.end)
    if content is not None and sign is not None and content != declared:
        return not_met(sign.span, around)
    return met(around)


def work(material: Material, name: str) -> Opinion:
    """S2: the aim is work, studies or a living of one's own."""
    return _aimed(material, name, (Topic.PURPOSE, Topic.GOALS))


def ability(material: Material, name: str) -> Opinion:
    """S3: what people are able to is reached or bettered."""
    return _aimed(material, name, (Topic.PURPOSE, Topic.GOALS, Topic.METHOD))


def _aimed(material: Material, name: str, topics: tuple[Topic, ...]) -> Opinion:
    """Weigh the phrases; where none speaks, a single word is enough in the parts that tell of the aim."""
    signals = material.signals(name)
    if not any(one.verdict is not Verdict.UNCLEAR for one in signals):
        aimed = material.cues("aimed").met
        told = material.cues(f"{name}.told").met if material.has_cues(f"{name}.told") else None
        doubted = {one.statement for one in signals}
        signals += [
            one
            for one in material.mentions(f"{name}.aim", topics)
            if one.statement not in doubted
            and (
                aimed.search(words := material.words(one.statement))
                or (one.statement.topic in topics and not (told and told.search(words)))
            )
        ]
    return weighed(signals, (Topic.PURPOSE, Topic.GOALS), prevails=material.cues(name).prevails)
