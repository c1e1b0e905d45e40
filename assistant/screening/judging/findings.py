"""What a judge finds: a verdict, the words it rests on, and why."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.screening.model import Span, Verdict


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict before it is joined with its criterion."""

    verdict: Verdict
    evidence: tuple[Span, ...] = ()
    """The most telling first."""
    why: str = ""
    """One Swedish sentence; empty where the criterion's own words say it."""


CONTRADICTION = "Ansökan säger emot sig själv; båda ställena visas."
SILENT = "Ansökan säger inget om det."
HEDGED = "Det sägs bara med förbehåll."


def met(*evidence: Span, why: str = "") -> Finding:
    return Finding(Verdict.MET, evidence, why)


def unclear(*evidence: Span, why: str = SILENT) -> Finding:
    return Finding(Verdict.UNCLEAR, evidence, why)


def not_met(*evidence: Span, why: str = "") -> Finding:
    return Finding(Verdict.NOT_MET, evidence, why)


def not_applicable(why: str) -> Finding:
    return Finding(Verdict.NOT_APPLICABLE, (), why)
