"""Drafts judged by the criteria of Malmö 2026, without an index."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from assistant.answers import Citation
from assistant.criteria import CriteriaSet
from assistant.screening import guarding, reading
from assistant.screening.draft import Draft
from assistant.screening.judging import judge
from assistant.screening.model import Available, Judgement
from assistant.screening.screener import material_of

DAY = date(2026, 3, 1)
LEFT = Available(1_600_000, 2026, Citation(1, "plan", "Planen", "Medel", None, "1,6 Mkr är kvar.", 0, 16))


def judgements(draft: Draft, criteria: CriteriaSet) -> dict[str, Judgement]:
    """What the draft says about each criterion, by id."""
    material = material_of(draft, criteria, guarding.instructions(draft), LEFT)
    return {one.criterion.id: one for one in judge(material, DAY)}


def verdicts_of(path: Path, criteria: CriteriaSet) -> dict[str, str]:
    """The verdicts on a file."""
    return {id: str(one.verdict) for id, one in judgements(reading.read(path, criteria), criteria).items()}


def verdict(text: str, id: str, criteria: CriteriaSet) -> str:
    """The verdict on one criterion for a text with the frame of a form around it."""
    return str(judgements(reading.read_text(FRAME + text, criteria), criteria)[id].verdict)


FRAME = "Ansökan till Finsam i Malmö\n\nProjektnamn: Provet\n\n"
"""What makes an application of a few sentences."""
