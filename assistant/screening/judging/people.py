"""Who the project is for: where they live, how old they are, whether they need coordinated rehabilitation."""

from __future__ import annotations

from assistant.screening.draft import Ages, Topic
from assistant.screening.judging.material import Material, Signal
from assistant.screening.judging.opinions import CONTRADICTION, Opinion, met, not_met, unclear
from assistant.screening.judging.weighing import best, weighed
from assistant.screening.model import Verdict

_CENTRAL = (Topic.GROUP,)


def residence(material: Material, name: str) -> Opinion:
    """M1: where the participants live, read foremost where the group is described."""
    signals = [one for one in material.signals(name) if one.statement.topic is not Topic.BACKGROUND or material.is_free]
    others = [one for one in signals if one.verdict is Verdict.NOT_MET]
    denying = {one.statement for one in others}
    own = [
        one
        for one in signals
        if one.verdict is Verdict.MET and one.statement.topic is Topic.GROUP and one.statement not in denying
    ]
    if others and not own:
        return not_met(others[0].span)
    if others:
        return unclear(others[0].span, own[0].span, why=CONTRADICTION)
    return weighed(signals or material.signals(name), _CENTRAL)


def age(material: Material, name: str) -> Opinion:
    """M2: ages within the interval of the criteria, or said to be of working age."""
    criteria = material.criteria
    outside = [ages for ages in _own_ages(material) if not _overlaps(ages, criteria.age_from, criteria.age_to)]
    partly = [ages for ages in _own_ages(material) if ages not in outside and not _within(ages, material)]
    inside = [ages for ages in _own_ages(material) if ages not in outside and ages not in partly]
    spoken = material.signals(name)
    against = [material.around(ages.start, ages.end) for ages in outside] + [
        one.span for one in spoken if one.verdict is Verdict.NOT_MET
    ]
    speaking_for = [one.span for one in spoken if one.verdict is Verdict.MET] + [
        material.around(ages.start, ages.end) for ages in inside
    ]
    if against and speaking_for:
        return unclear(against[0], speaking_for[0], why=CONTRADICTION)
    if against:
        return not_met(against[0])
    if partly:
        return unclear(
            material.around(partly[0].start, partly[0].end), why="Åldrarna ligger bara delvis inom yrkesverksam ålder."
        )
    return met(speaking_for[0]) if speaking_for else unclear()


def rehabilitation(material: Material, name: str) -> Opinion:
    """M3: a stated need of coordinated rehabilitation, or ill health together with a need of several parties."""
    signals = material.signals(name)
    if not signals:
        signals += _implied(material, name)
    return weighed(signals, _CENTRAL, prevails=True)


def _implied(material: Material, name: str) -> list[Signal]:
    """Ill health in the group together with a need of several parties, in one statement or in the same part."""
    near = (Topic.GROUP, Topic.BACKGROUND)
    several = material.mentions(f"{name}.several", near)
    places, topics = {one.statement for one in several}, {one.statement.topic for one in several}
    health = material.mentions(f"{name}.health", near)
    both = [one for one in health if one.statement in places]
    same = [one for one in health if one.statement.topic is Topic.GROUP and Topic.GROUP in topics]
    if material.is_free:
        same = []
    found = best(both or same, _CENTRAL)
    return [found] if found else []


def _own_ages(material: Material) -> list[Ages]:
    """Ages of the participants: not those in the history of the group."""
    places = [(one.start, one.end) for one in material.statements if one.topic is not Topic.BACKGROUND]
    own = [ages for ages in material.draft.ages if any(start <= ages.start < end for start, end in places)]
    return own or list(material.draft.ages)


def _overlaps(ages: Ages, first: int, last: int) -> bool:
    return (ages.first is None or ages.first <= last) and (ages.last is None or ages.last >= first)


def _within(ages: Ages, material: Material) -> bool:
    first, last = material.criteria.age_from, material.criteria.age_to
    return (ages.first is None or ages.first >= first) and (ages.last is None or ages.last <= last)
