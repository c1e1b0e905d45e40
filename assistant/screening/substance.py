"""L1: whether what is done is the parties' joint task, whatever it is called."""

from __future__ import annotations

from assistant.screening.aims import work as work_aim
from assistant.screening.findings import Finding, met, not_met, unclear
from assistant.screening.material import Material, Signal
from assistant.screening.model import Topic, Verdict
from assistant.screening.people import rehabilitation
from assistant.screening.weighing import best

_KINDS = {
    "care": "vård och behandling",
    "culture": "kultur",
    "language": "språkundervisning",
    "leisure": "fritid och umgänge",
    "benefit": "förmåner till enskilda",
}
_CONTENT = (Topic.TITLE, Topic.METHOD, Topic.GOALS, Topic.PURPOSE, Topic.BUDGET, Topic.OTHER, Topic.BACKGROUND)


def task(material: Material, name: str) -> Finding:
    """Judge L1: the substance of what is done, and the purpose of the law, work."""
    purpose, need = work_aim(material, "S2"), rehabilitation(material, "M3")
    kind, signals = _dominant(material, name)
    work = material.mentions(f"{name}.work", _CONTENT)
    if purpose.verdict is Verdict.NOT_MET:
        return not_met(*purpose.evidence[:1], why="Målet är något annat än arbete eller studier.")
    if kind and (not work or need.verdict is Verdict.NOT_MET):
        return not_met(signals[0].span, why=f"Innehållet är {_KINDS[kind]}, utan rehabilitering mot arbete.")
    if need.verdict is Verdict.NOT_MET and purpose.verdict is not Verdict.MET:
        return not_met(*need.evidence[:1])
    if kind and len(signals) > 2 * len(work):
        return unclear(signals[0].span, why=f"Innehållet är till största delen {_KINDS[kind]}.")
    if purpose.verdict is Verdict.UNCLEAR or need.verdict is Verdict.NOT_MET:
        return unclear(*purpose.evidence[:1], why="Det är oklart om innehållet leder mot arbete.")
    found = best(work, (Topic.PURPOSE, Topic.METHOD))
    return met(*purpose.evidence[:1]) if purpose.evidence else met(*([found.span] if found else []))


def _dominant(material: Material, name: str) -> tuple[str, list[Signal]]:
    """Return the kind of content that there is most of, and where; an empty name when none stands out."""
    found = {kind: material.mentions(f"{name}.{kind}", _CONTENT) for kind in _KINDS}
    kind = max(found, key=lambda one: len(found[one]))
    return (kind, found[kind]) if len(found[kind]) >= 3 else ("", [])
