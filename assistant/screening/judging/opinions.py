"""What a judge thinks: a verdict, the words it rests on, and why."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.screening.draft import Span
from assistant.screening.model import Verdict


@dataclass(frozen=True, slots=True)
class Opinion:
    """A verdict before it is joined with its criterion."""

    verdict: Verdict
    evidence: tuple[Span, ...] = ()
    """The most telling first."""
    why: str = ""
    """One Swedish sentence; empty where the criterion's own words say it."""


CONTRADICTION = "Ansökan säger emot sig själv; båda ställena visas."
SILENT = "Ansökan säger inget om det."
HEDGED = "Det sägs bara med förbehåll."


def met(*evidence: Span, why: str = "") -> Opinion:
    return Opinion(Verdict.MET, evidence, why)


def unclear(*evidence: Span, why: str = SILENT) -> Opinion:
    return Opinion(Verdict.UNCLEAR, evidence, why)


def not_met(*evidence: Span, why: str = "") -> Opinion:
    return Opinion(Verdict.NOT_MET, evidence, why)


def not_applicable(why: str) -> Opinion:
    return Opinion(Verdict.NOT_APPLICABLE, (), why)
