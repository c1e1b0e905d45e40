"""L1: whether what is done is the parties' joint task, whatever it is called."""

from __future__ import annotations

from assistant.screening.draft import Span, Topic
from assistant.screening.judging.aims import work as work_aim
from assistant.screening.judging.material import Material
from assistant.screening.judging.opinions import Opinion, met, not_met, unclear
from assistant.screening.judging.people import rehabilitation
from assistant.screening.judging.polarity import is_denied
from assistant.screening.model import Verdict

_KINDS = {
    "care": "vård och behandling",
    "culture": "kultur",
    "language": "språkundervisning",
    "leisure": "fritid och umgänge",
    "benefit": "förmåner till enskilda",
}
_DONE = (Topic.METHOD, Topic.BUDGET)
"""Where a draft tells what is done and paid for."""
_ENOUGH = 3
"""Statements of that, from which on other parts are not read."""
_STANDS_OUT = 4
"""Words of one kind, from which on it stands out."""
_MOSTLY = 0.7
"""Share from which on content is mostly of a kind."""


def task(material: Material, name: str) -> Opinion:
    """Judge L1: the substance of what is done, and the purpose of the law, work."""
    purpose, need = work_aim(material, "S2"), rehabilitation(material, "M3")
    refused = [one for one in material.signals(name) if one.verdict is Verdict.NOT_MET]
    kind, share, place = _dominant(material, name)
    if purpose.verdict is Verdict.NOT_MET:
        return not_met(*purpose.evidence[:1], why="Målet är något annat än arbete eller studier.")
    if refused:
        return not_met(refused[0].span)
    if kind and (share == 1 or need.verdict is Verdict.NOT_MET):
        return not_met(place, why=f"Innehållet är {_KINDS[kind]}, utan rehabilitering mot arbete.")
    if need.verdict is Verdict.NOT_MET:
        return not_met(*need.evidence[:1], why="Deltagarna behöver ingen rehabilitering, som lagen kräver.")
    if kind and share >= _MOSTLY:
        return unclear(place, why=f"Innehållet är till största delen {_KINDS[kind]}.")
    if purpose.verdict is Verdict.UNCLEAR:
        return unclear(*purpose.evidence[:1], why="Det är oklart om innehållet leder mot arbete.")
    return met(*purpose.evidence[:1])


def _dominant(material: Material, name: str) -> tuple[str, float, Span]:
    """Return the kind of content that there is most of, its share beside work (0 to 1), and where it is told.

    What is done counts, and what is paid for; what is said of the purpose does not. The name is empty when no kind
    stands out.
    """
    topics = _DONE if len(material.about(*_DONE)) >= _ENOUGH else (*_DONE, Topic.OTHER, Topic.TITLE)
    words = {kind: _words(material, f"{name}.{kind}", topics) for kind in (*_KINDS, "work")}
    kind = max(_KINDS, key=lambda one: len(words[one]))
    count, work = len(words[kind]), len(words["work"])
    if count < _STANDS_OUT:
        return "", 0, Span(0, 0)
    return kind, count / (count + work), words[kind][0]


def _words(material: Material, name: str, topics: tuple[Topic, ...]) -> list[Span]:
    """Return the statement around each word of a kind of content; a word that is denied is none."""
    pattern = material.cues(name).met
    found: list[Span] = []
    for statement in material.about(*topics):
        words = material.words(statement)
        matches = [one for one in pattern.finditer(words) if not is_denied(words, one.start(), one.end())]
        found += [statement.span] * len(matches)
    return found
