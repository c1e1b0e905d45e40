"""Screen drafts for one association: read, judged, set against the documents, put together as a protocol."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from assistant import criteria as criteria_files
from assistant.answering.quoting import verbatim_span
from assistant.associations import HOME
from assistant.criteria import CriteriaSet
from assistant.library import Library
from assistant.screening import guarding, reading
from assistant.screening.advising.adviser import Adviser
from assistant.screening.draft import Draft, Span, Statement
from assistant.screening.guarding import Order, language
from assistant.screening.judging import judge
from assistant.screening.judging.aims import content_type
from assistant.screening.judging.legible import has_lost_dots
from assistant.screening.judging.material import Material
from assistant.screening.judging.recommending import recommend, risks_of
from assistant.screening.model import Available, Judgement, Protocol, Risk, RiskFlag
from assistant.screening.sources import available, claims, likeness, rules
from assistant.service import Assistant


class Screener:
    """Screens with the criteria in the corpus folder and the index of ``assistant``; nothing is stored.

    Args:
        assistant: serves the documents, and the line to the language model that looks at drafts after the rules.
        association: id of the association applied to.
        day: the day whose criteria are used; by default that of each screening.

    Raises:
        AssistantError: a language model may help with drafts, and its prompt cannot be used.
    """

    def __init__(self, assistant: Assistant, association: str = HOME, day: date | None = None) -> None:
        self._assistant = assistant
        self._association = association
        self._given_day = day
        self._adviser = Adviser.of(assistant.line, assistant.settings.prompts, assistant.settings.glossary)

    @property
    def _day(self) -> date:
        return self._given_day or date.today()

    @property
    def criteria(self) -> CriteriaSet:
        """The criteria in force, or those that ended or begin nearest.

        Raises:
            CriteriaError: none for the association, or a broken file.
        """
        return criteria_files.choose(self._assistant.settings.criteria, self._association, self._day)

    def screen(self, path: Path) -> Protocol:
        """Screen a file.

        Raises:
            UnreadableFile: the file cannot be read.
            ScreeningError: it is no application.
            CriteriaError: no criteria to judge by.
            IndexMissing: no documents to judge by.
        """
        criteria = self.criteria
        return self._protocol(reading.read(path, criteria), criteria)

    def screen_text(self, text: str, name: str = "") -> Protocol:
        """Screen pasted text. Raises as :meth:`screen` does."""
        criteria = self.criteria
        return self._protocol(reading.read_text(text, criteria, name), criteria)

    def _protocol(self, draft: Draft, criteria: CriteriaSet) -> Protocol:
        library = self._assistant.library()
        money = available.find(library, criteria)
        orders = guarding.instructions(draft)
        material = material_of(draft, criteria, orders, money)
        day = min(max(self._day, criteria.valid_from), criteria.valid_to)
        judgements = tuple(_grounded(one, draft, library, criteria) for one in judge(material, day))
        advice: tuple[str, ...] = ()
        if self._adviser:
            seen = [one.span for one in orders if one.span]
            judgements, advice = self._adviser.advise(draft, judgements, seen, criteria.title, library)
        elsewhere = language.other_organisation(draft, criteria)
        recommendation, reasons = recommend(judgements, elsewhere=bool(elsewhere))
        return Protocol(
            draft=draft,
            type=material.type,
            criteria=criteria,
            judgements=judgements,
            recommendation=recommendation,
            reasons=reasons,
            risks=(
                *risks_of(judgements),
                *_found(orders, elsewhere),
                *claims.check(draft, library, criteria, money),
                *filter(None, (language.quality(draft, library),)),
            ),
            available=money,
            likenesses=likeness.find(draft, library, association=criteria.association),
            corpus=str(self._assistant.health().get("built", "")),
            advice=advice,
        )


def material_of(draft: Draft, criteria: CriteriaSet, orders: Sequence[Order], money: Available | None) -> Material:
    """Return what is judged of a draft: neither orders to the machine nor what is told of a client is evidence."""
    clients = guarding.personal_data(draft)
    barred = [*clients, *(one.span for one in orders if one.span)]
    statements = tuple(one for one in draft.statements if not any(_overlap(one, span) for span in barred))
    declared = draft.declared_type or "individ"
    material = Material(draft, criteria, statements, declared, clients, money, has_lost_dots(draft.text))
    content, _ = content_type(material)
    return replace(material, type=draft.declared_type or content or "individ")


def _overlap(statement: Statement, span: Span) -> bool:
    return statement.start < span.end and span.start < statement.end


def _grounded(judgement: Judgement, draft: Draft, library: Library, criteria: CriteriaSet) -> Judgement:
    """Add the rule, and draw the evidence in to what stands verbatim in the file."""
    spans = (Span(*verbatim_span(draft.document, span.start, span.end)) for span in judgement.evidence)
    evidence = tuple(dict.fromkeys(span for span in spans if span.start < span.end))
    return replace(judgement, evidence=evidence, rule=rules.view(library, criteria, judgement.criterion))


def _found(orders: Sequence[Order], elsewhere: tuple[Span, ...]) -> Iterator[RiskFlag]:
    for order in orders:
        where = "i texten" if order.span else "som inte syns när man läser"
        message = f"Utkastet innehåller en uppmaning till granskaren {where}; den har inte påverkat något: {order.text}"
        yield RiskFlag(Risk.PROMPT_INJECTION, message, (order.span,) if order.span else ())
    if elsewhere:
        yield RiskFlag(Risk.OTHER_ORGANISATION, "Ansökan gäller ett annat förbunds område.", elsewhere)
