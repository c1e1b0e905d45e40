"""The nouns of screening: a draft as it was read, the judgement of a criterion, the protocol of a draft.

Every place is a half-open span of the draft's canonical text, ``draft.document.text[start:end]``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from assistant.answers import Citation
from assistant.criteria import CriteriaSet, Criterion
from ingest.model import Document

Type = Literal["individ", "struktur"]
Step = Literal["problemformulering", "ansokan"]


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


class Topic(StrEnum):
    """What a part of the form is about, whatever its heading says."""

    TITLE = "title"
    OWNER = "owner"
    PARTIES = "parties"
    CONTACT = "contact"
    TYPE = "type"
    PERIOD = "period"
    PLACE = "place"
    AMOUNT = "amount"
    BACKGROUND = "background"
    GROUP = "group"
    PURPOSE = "purpose"
    GOALS = "goals"
    METHOD = "method"
    INVOLVEMENT = "involvement"
    ORGANISATION = "organisation"
    BUDGET = "budget"
    COFINANCING = "cofinancing"
    FOLLOW_UP = "follow_up"
    AFTER = "after"
    LIMITS = "limits"
    AI = "ai"
    EQUALITY = "equality"
    ATTACHMENTS = "attachments"
    SIGNATURE = "signature"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in the draft's canonical text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence, list item, table row or answer on a form, in reading order."""

    start: int
    end: int
    topic: Topic
    """Of the nearest heading or label above it."""
    label: str = ""
    """The label that stands before it in the same line or row ("Projektägare"); ``start`` is after the label."""
    row: bool = False
    """True for the row of a table that is no form."""
    also: tuple[Topic, ...] = ()
    """Further topics that the heading or label names: "Syfte och mål"."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money where it is written, in whole kronor."""

    sek: int
    start: int
    end: int
    year: int | None = None
    """The year that it is said to be for."""
    vague: bool = False
    """Hedged by the draft itself: "kanske en halv miljon", "cirka"."""


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """A row of the budget for one year."""

    label: str
    sek: int
    start: int
    end: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Budget:
    """The budget as it is written; rows of sums are not among ``rows``."""

    rows: tuple[BudgetRow, ...] = ()
    stated_sums: tuple[Amount, ...] = ()
    """One for each year that has a sum; with a ``year`` of None when the budget is for one year."""
    cofinancing: tuple[Amount, ...] = ()
    """What others pay, in rows or in words; whether it is within the sums is for the reader to tell."""
    unclear: tuple[Span, ...] = ()
    """Lines with money that could be neither read as rows nor left out for a known reason."""

    def sum_of_rows(self, year: int | None = None) -> int | None:
        """Return the sum in kronor of the rows for ``year`` and of those without a year; None without such rows."""
        rows = [row.sek for row in self.rows if year is None or row.year in (None, year)]
        return sum(rows) if rows else None

    def stated_sum(self, year: int | None = None) -> Amount | None:
        """Return the stated sum for ``year``, or the one without a year."""
        for wanted in (year, None):
            for amount in self.stated_sums:
                if amount.year == wanted:
                    return amount
        return None


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people where it is written."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Ages:
    """An interval of ages in years, both ends included, where it is written; None is open."""

    first: int | None
    last: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft application as it was read."""

    id: str
    """The file's stem, or "inklistrad" for pasted text."""
    file: str
    """The file's name; empty for pasted text."""
    document: Document
    title: str
    year: int
    """The budget year that money is looked for."""
    statements: tuple[Statement, ...]
    declared_type: Type | None
    declared_at: Span | None
    owner: Span | None
    """Who is said to own the project: the answer on the form, or the words in running text."""
    parties: Span | None
    """The answer on the form that lists the parties."""
    group: Span | None
    place: Span | None
    period: Span | None
    participants: tuple[Count, ...]
    ages: tuple[Ages, ...]
    budget: Budget
    requested: Amount | None
    """What is asked for in :attr:`year`; None when no amount, or only one undivided over several years, is written."""
    requested_in_all: Amount | None
    """What is asked for several years together, when it is not divided."""
    cofinancing: tuple[Amount, ...]
    step: Step
    hidden: tuple[str, ...]
    """Text of the file that a person does not see; never evidence."""
    asked: tuple[Amount, ...] = ()
    """Every amount that the draft says it asks for, in reading order; more than one figure for a year is at odds."""

    @property
    def text(self) -> str:
        return self.document.text


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
