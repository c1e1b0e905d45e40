"""The nouns of screening beyond the draft itself: the judgement of a criterion, the protocol of a draft."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from assistant.answers import Citation
from assistant.criteria import CriteriaSet, Criterion
from assistant.screening.draft import Draft, Span, Type


class Verdict(StrEnum):
    """What a draft says about a criterion."""

    MET = "uppfyllt"
    UNCLEAR = "oklart"
    NOT_MET = "ej_uppfyllt"
    NOT_APPLICABLE = "ej_tillampligt"


class Recommendation(StrEnum):
    """What the office may do with a draft next."""

    PROCEED = "ga_vidare"
    COMPLETE = "komplettera"
    OUTSIDE = "utanfor_uppdraget"


class Risk(StrEnum):
    """Why a person should look closely at a draft."""

    HARD_CRITERION = "hard_criterion_failed"
    MISSING_INFORMATION = "missing_information"
    PERSONAL_DATA = "personal_data"
    PROMPT_INJECTION = "prompt_injection"
    AI_USE = "ai_use"
    BUDGET_MISMATCH = "budget_mismatch"
    OVER_AVAILABLE = "amount_over_available"
    CONFLICTS_WITH_SOURCE = "conflicts_with_source"
    OTHER_ORGANISATION = "other_organisation"
    LOW_QUALITY = "low_quality_text"


@dataclass(frozen=True, slots=True)
class RuleView:
    """The rule behind a criterion, quoted from its document; ``citation`` is None when the index does not hold it."""

    document: str
    section: str
    quote: str
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """What a language model points at in a draft that the rules have judged."""

    kind: Literal["doubt", "pointer"]
    """A doubt has made a criterion unclear; a pointer shows a place for one that was unclear and stays so."""
    model: str
    rules: Verdict
    """What the rules alone say of the criterion."""
    evidence: Span
    why: str
    """In Swedish: the model's words where the draft and the rule hold what they say, else a standing sentence."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the draft says about one criterion."""

    criterion: Criterion
    verdict: Verdict
    evidence: tuple[Span, ...]
    """The applicant's words, the most telling first; both places when they contradict each other."""
    why: str
    """One Swedish sentence."""
    question: str | None = None
    """To the applicant, when unclear."""
    rule: RuleView | None = None
    remark: Remark | None = None
    """A language model's, never a rule's."""

    @property
    def doubted(self) -> bool:
        """True when only a language model makes the criterion unclear."""
        return self.remark is not None and self.remark.kind == "doubt"


@dataclass(frozen=True, slots=True)
class RiskFlag:
    """A risk code, why in one Swedish sentence, and the words that it rests on."""

    code: Risk
    message: str
    evidence: tuple[Span, ...] = ()
    source: Citation | None = None
    """The passage that the draft is at odds with."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """An earlier decision on something like the draft, and in what they are alike, in words."""

    citation: Citation
    alike: str
    decided: str = ""
    """When, what and why in words, where the register holds the decision."""
    initiative: str = ""
    """The name under which the register has a sheet of it."""


@dataclass(frozen=True, slots=True)
class Available:
    """What the plan says is left to distribute in a year, in kronor, and where it says so."""

    sek: int
    year: int
    citation: Citation


@dataclass(frozen=True, slots=True)
class Protocol:
    """A screened draft: a working paper, never a decision."""

    draft: Draft
    type: Type
    criteria: CriteriaSet
    judgements: tuple[Judgement, ...]
    recommendation: Recommendation
    reasons: tuple[str, ...]
    """How the published rule led to the recommendation, one Swedish sentence each."""
    risks: tuple[RiskFlag, ...]
    available: Available | None
    likenesses: tuple[Likeness, ...] = ()
    corpus: str = ""
    """The version of the index that the rules were read from."""
    advice: tuple[str, ...] = ()
    """What a language model had to do with it, a Swedish sentence each; empty when none was asked."""
