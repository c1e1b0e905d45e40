"""S1: whether a project is for individuals or for structures, and whether what it does is of the kind it says."""

from __future__ import annotations

from assistant.screening.findings import Finding, met, not_met, unclear
from assistant.screening.material import Material, Signal
from assistant.screening.model import Span, Topic, Type

_PEOPLE = (Topic.GROUP, Topic.GOALS, Topic.OTHER, Topic.PURPOSE, Topic.BACKGROUND)


def content_type(material: Material) -> tuple[Type | None, Signal | None]:
    """Return the kind that the content is of, by whom it takes in, and where that is said."""
    staff = material.mentions("staff_as_participants", (Topic.GROUP,))
    people = material.mentions("individual", _PEOPLE)
    structure = material.mentions("structure", leave_out=(Topic.AFTER,))
    group = [one for one in people if one.statement.topic is Topic.GROUP]
    if staff and (not group or staff[0].statement.start <= group[0].statement.start):
        return "struktur", staff[0]
    if people:
        return "individ", (group or people)[0]
    return ("struktur", structure[0]) if structure else (None, None)


def kind(material: Material, name: str) -> Finding:
    """Judge S1."""
    declared, place = material.draft.declared_type, material.draft.declared_at
    content, sign = content_type(material)
    if declared is None or place is None:
        if sign is None or not material.about(Topic.GROUP, Topic.GOALS):
            return unclear(*([sign.span] if sign else []), why="Det anges inte om insatsen gäller individer eller struktur.")
        return met(sign.span)
    around = _around(material, place)
    if content is not None and sign is not None and content != declared:
        return not_met(sign.span, around)
    return met(around)


def _around(material: Material, place: Span) -> Span:
    for statement in material.statements:
        if statement.start <= place.start < statement.end:
            return Span(statement.start, statement.end)
    return place
