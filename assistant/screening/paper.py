"""A protocol as it is shown: in words, with data on clients masked. Page, exports and command line show this alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from assistant.answering.quoting import verbatim_span
from assistant.answers import Citation
from assistant.criteria import Criterion, Group
from assistant.screening.draft import BudgetRow, Draft, Span, Type
from assistant.screening.guarding import instructions, masked, masked_draft, readable
from assistant.screening.model import Judgement, Protocol, Recommendation, Remark, Risk, RiskFlag, Verdict
from assistant.screening.telling import GROUPS, STEPS, TYPES, WORST_FIRST, office

Key = TypeVar("Key")

_LONGEST_INSTRUCTION = 500
"""Characters of an instruction that are shown."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """What a language model points at, never a finding of the rules."""

    doubts: bool
    """True when it alone has made the criterion unclear; otherwise it only shows a place."""
    model: str
    rules: Verdict
    """What the rules alone say of the criterion."""
    words: str
    """The applicant's, as they stand but for what is masked."""
    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What is found on one criterion."""

    criterion: Criterion
    verdict: Verdict
    words: tuple[str, ...]
    """The applicant's, as they stand but for what is masked; the most telling first."""
    spans: tuple[Span, ...]
    """Where they stand in :attr:`Paper.text`."""
    why: str
    question: str | None
    rule: str
    """Words of the document that the rule stands in; empty when the index does not hold it."""
    source: str
    """Where the rule stands: title, section, page."""
    citation: Citation | None
    pointed: Pointed | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A risk, why, and the words that it rests on."""

    code: Risk
    message: str
    words: tuple[str, ...]
    source: Citation | None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the budget."""

    label: str
    sek: int


@dataclass(frozen=True, slots=True)
class Money:
    """The money of a draft, in kronor; what is not stated is None."""

    year: int
    """The budget year that money is looked for."""
    asked: int | None
    asked_in_all: int | None
    """For several years together, when it is not divided."""
    left: int | None
    """To distribute in the year."""
    left_source: Citation | None
    lines: tuple[Line, ...]
    """Of the year, and of no year."""
    sum_of_lines: int | None
    stated_sum: int | None


@dataclass(frozen=True, slots=True)
class Likened:
    """An earlier decision that the draft is like, and in what."""

    citation: Citation
    alike: str
    decided: str
    """When, what and why; empty when the register does not tell."""
    initiative: str
    """The name under which the register has a sheet of it, or empty."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A working paper on a draft."""

    text: str
    """The draft's canonical text, each letter of data on clients blotted out."""
    id: str
    file: str
    """The file's name; empty for pasted text."""
    title: str
    type: Type
    association: str
    """The association's name."""
    day: date
    """On which the draft was screened."""
    kind: str
    """Type and step in words."""
    owner: str
    """Who is said to own the project; empty when it is not said."""
    findings: tuple[Finding, ...]
    """In the order of the criteria."""
    recommendation: Recommendation
    reasons: tuple[str, ...]
    notices: tuple[Notice, ...]
    instructions: tuple[str, ...]
    """What the draft, or what is hidden in its file, tells the reviewer to do."""
    money: Money
    likened: tuple[Likened, ...]
    criteria: str
    """Version of the criteria."""
    corpus: str
    """Version of the index; empty when it is not known."""
    advice: tuple[str, ...] = ()
    """What a language model had to do with it, a sentence each; empty when none was asked."""

    @property
    def name(self) -> str:
        """What to call the draft: its title, else its file's name."""
        return self.title or self.file or self.id

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        return tuple(finding.verdict for finding in self.findings)

    @property
    def questions(self) -> tuple[tuple[Criterion, str], ...]:
        """What to ask the applicant, in the order of the criteria."""
        return tuple((one.criterion, one.question) for one in self.findings if one.question)

    @property
    def by_group(self) -> tuple[tuple[Group, tuple[Finding, ...]], ...]:
        """The findings of each group that has any, in the order of a protocol."""
        return _parted(GROUPS, self.findings, lambda finding: finding.criterion.group)

    @property
    def by_verdict(self) -> tuple[tuple[Verdict, tuple[Finding, ...]], ...]:
        """The findings of each verdict that there is, the worst first."""
        return _parted(WORST_FIRST, self.findings, lambda finding: finding.verdict)


def write(protocol: Protocol, day: date) -> Paper:
    """Put a protocol into words, as screened on ``day``."""
    draft, criteria = masked_draft(protocol.draft), protocol.criteria
    return Paper(
        text=draft.text,
        id=readable(draft.id),
        file=readable(draft.file),
        title=_line(readable(draft.title)),
        type=protocol.type,
        association=office(criteria.association),
        day=day,
        kind=f"{STEPS[draft.step]}, {TYPES[protocol.type].lower()}",
        owner=_line(_words_at(draft, draft.owner)) if draft.owner else "",
        findings=tuple(_finding(draft, judgement) for judgement in protocol.judgements),
        recommendation=protocol.recommendation,
        reasons=tuple(map(masked, protocol.reasons)),
        notices=tuple(_notice(draft, flag) for flag in protocol.risks),
        instructions=tuple(dict.fromkeys(_cut(order.text) for order in instructions(protocol.draft))),
        money=_money(protocol, draft),
        likened=tuple(
            Likened(one.citation, masked(one.alike), masked(one.decided), one.initiative) for one in protocol.likenesses
        ),
        criteria=f"{criteria.title}, gäller {criteria.valid_from} till {criteria.valid_to}",
        corpus=protocol.corpus,
        advice=tuple(map(masked, protocol.advice)),
    )


def _words_at(draft: Draft, span: Span) -> str:
    """Return the applicant's words, verbatim in the file as it came but for what is masked."""
    start, end = verbatim_span(draft.document, span.start, span.end)
    return readable(draft.text[start:end])


def _finding(draft: Draft, judgement: Judgement) -> Finding:
    rule = judgement.rule
    return Finding(
        criterion=judgement.criterion,
        verdict=judgement.verdict,
        words=tuple(_words_at(draft, span) for span in judgement.evidence),
        spans=judgement.evidence,
        why=masked(judgement.why),
        question=judgement.question and masked(judgement.question),
        rule=rule.quote if rule else "",
        source=_source(judgement),
        citation=rule.citation if rule else None,
        pointed=_pointed(draft, judgement.remark) if judgement.remark else None,
    )


def _pointed(draft: Draft, remark: Remark) -> Pointed:
    words = _words_at(draft, remark.evidence)
    return Pointed(remark.kind == "doubt", remark.model, remark.rules, words, remark.evidence, masked(remark.why))


def _source(judgement: Judgement) -> str:
    rule = judgement.rule
    if rule and rule.citation:
        return rule.citation.place
    return f"{judgement.criterion.rule.document}, {judgement.criterion.rule.section}"


def _notice(draft: Draft, flag: RiskFlag) -> Notice:
    words = tuple(_words_at(draft, span) for span in flag.evidence)
    return Notice(flag.code, masked(flag.message), words, flag.source)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_INSTRUCTION else f"{text[:_LONGEST_INSTRUCTION]} …"


def _money(protocol: Protocol, draft: Draft) -> Money:
    year, available = protocol.criteria.year, protocol.available
    stated = draft.budget.stated_sum(year)
    rows = [row for row in draft.budget.rows if row.year in (None, year)]
    return Money(
        year=year,
        asked=draft.requested.sek if draft.requested else None,
        asked_in_all=draft.requested_in_all.sek if draft.requested_in_all else None,
        left=available.sek if available else None,
        left_source=available.citation if available else None,
        lines=tuple(Line(_label(row, protocol.draft, draft), row.sek) for row in rows),
        sum_of_lines=draft.budget.sum_of_rows(year),
        stated_sum=stated.sek if stated else None,
    )


def _label(row: BudgetRow, written: Draft, veiled: Draft) -> str:
    """Return what a row of the budget is called, from the same place of the draft that is masked."""
    place = written.text.find(row.label, row.start, row.end)
    return _line(masked(row.label) if place < 0 else readable(veiled.text[place : place + len(row.label)]))


def _parted(
    keys: Iterable[Key], findings: Sequence[Finding], key_of: Callable[[Finding], Key]
) -> tuple[tuple[Key, tuple[Finding, ...]], ...]:
    parts = ((key, tuple(one for one in findings if key_of(one) == key)) for key in keys)
    return tuple((key, found) for key, found in parts if found)


def _line(text: str) -> str:
    return " ".join(text.split())
