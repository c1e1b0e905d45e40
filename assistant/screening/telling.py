"""The Swedish words for what screening finds: verdicts, recommendations, groups, risks, amounts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from assistant.associations import association_name
from assistant.criteria import Group
from assistant.screening.draft import Step, Type
from assistant.screening.model import Recommendation, Risk, Verdict
from assistant.writing import in_kronor

VERDICTS: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.MET: "Uppfyllt",
        Verdict.UNCLEAR: "Oklart",
        Verdict.NOT_MET: "Inte uppfyllt",
        Verdict.NOT_APPLICABLE: "Gäller inte här",
    }
)
SIGNS: Mapping[Verdict, str] = MappingProxyType(
    {Verdict.MET: "✓", Verdict.UNCLEAR: "?", Verdict.NOT_MET: "✗", Verdict.NOT_APPLICABLE: "–"}
)
"""Beside the word, never in its place."""
WORST_FIRST: tuple[Verdict, ...] = (Verdict.NOT_MET, Verdict.UNCLEAR, Verdict.MET, Verdict.NOT_APPLICABLE)

RECOMMENDATIONS: Mapping[Recommendation, str] = MappingProxyType(
    {
        Recommendation.PROCEED: "Kan gå vidare",
        Recommendation.COMPLETE: "Behöver kompletteras",
        Recommendation.OUTSIDE: "Ser ut att ligga utanför uppdraget",
    }
)
GROUPS: Mapping[Group, str] = MappingProxyType(
    {
        "malgrupp": "Målgrupp",
        "syfte": "Syfte",
        "prioritering": "Prioritering",
        "ekonomi": "Ekonomi",
        "form": "Form",
    }
)
"""In the order of a protocol."""
RISKS: Mapping[Risk, str] = MappingProxyType(
    {
        Risk.HARD_CRITERION: "Avgörande kriterium inte uppfyllt",
        Risk.MISSING_INFORMATION: "Uppgifter saknas",
        Risk.PERSONAL_DATA: "Personuppgifter",
        Risk.PROMPT_INJECTION: "Text som riktar sig till granskaren",
        Risk.AI_USE: "AI används",
        Risk.BUDGET_MISMATCH: "Budgeten går inte ihop",
        Risk.OVER_AVAILABLE: "Mer än vad som finns kvar",
        Risk.CONFLICTS_WITH_SOURCE: "Stämmer inte med Finsams dokument",
        Risk.OTHER_ORGANISATION: "Annat förbunds område",
        Risk.LOW_QUALITY: "Texten är svår att läsa",
    }
)
TYPES: Mapping[Type, str] = MappingProxyType({"individ": "Individinriktad", "struktur": "Strukturinriktad"})
STEPS: Mapping[Step, str] = MappingProxyType({"problemformulering": "Problemformulering", "ansokan": "Ansökan"})

CAUTION = "Arbetsunderlag, ej beslut"
PERSON_DECIDES = "Detta är ett underlag. En människa läser utkastet och bedömer det; bara styrelsen beslutar om medlen."
NOT_STATED = "framgår inte"
REMARK = "Språkmodellens påpekande, inte reglernas"
"""Above whatever a language model points at."""


def kronor(sek: int | None) -> str:
    """Return an amount as it is written in Swedish, with spaces that do not break; a word when it is not known."""
    return NOT_STATED if sek is None else in_kronor(sek)


def index_version(corpus: str) -> str:
    """Return when the documents were read, in words, from the version of an index; empty when it is not known."""
    day, mark, _ = corpus.partition("T")
    return f"inlästa {day}" if mark else corpus


def office(association: str) -> str:
    """Return the name that the association of this id goes by."""
    return f"Finsam i {association_name(association)}"


def counted(verdicts: Sequence[Verdict]) -> str:
    """Return how many there are of each verdict, the worst first: "1 inte uppfyllt, 3 oklart, 18 uppfyllt"."""
    counts = ((verdicts.count(verdict), VERDICTS[verdict].lower()) for verdict in WORST_FIRST)
    return ", ".join(f"{count} {word}" for count, word in counts if count)
