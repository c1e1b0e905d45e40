"""Screen drafts for one association: read, judged, set against the documents, put together as a protocol."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from assistant import criteria as criteria_files
from assistant.criteria import CriteriaSet
from assistant.library import Library
from assistant.screening import available, claims, guarding, language, likeness, reading, rules
from assistant.screening.aims import content_type
from assistant.screening.judging import judge
from assistant.screening.material import Material
from assistant.screening.model import Draft, Judgement, Protocol, Risk, RiskFlag, Span, Statement
from assistant.screening.recommending import recommend, risks_of
from assistant.service import Assistant


class Screener:
    """Screens with the criteria in ``settings`` and the index of ``assistant``; nothing is stored.

    Args:
        assistant: serves the documents.
        association: id of the association applied to.
        day: the day whose criteria are used; today by default.
    """

    def __init__(self, assistant: Assistant, association: str = "malmo", day: date | None = None) -> None:
        self._assistant = assistant
        self._association = association
        self._day = day or date.today()

    @property
    def criteria(self) -> CriteriaSet:
        """The criteria in force.

        Raises:
            CriteriaError: none for the association, or a broken file.
        """
        folder = self._assistant.settings.corpus / "criteria"
        return criteria_files.choose(folder, self._association, self._day)

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
        material = _material(draft, criteria, tuple(one.span for one in orders if one.span), money)
        day = min(max(self._day, criteria.valid_from), criteria.valid_to)
        judgements = tuple(_with_rule(one, library, criteria) for one in judge(material, day))
        elsewhere = language.other_organisation(draft, criteria)
        recommendation, reasons = recommend(judgements, elsewhere=bool(elsewhere))
        return Protocol(
            draft=draft,
            type=material.type,
            criteria=criteria,
            judgements=judgements,
            recommendation=recommendation,
            reasons=reasons,
            risks=(),
            available=money,
            likenesses=likeness.find(draft, library),
        )


def _material(draft: Draft, criteria: CriteriaSet, orders: tuple[Span, ...], money: object) -> Material:
    statements = tuple(one for one in draft.statements if not any(_overlap(one, span) for span in orders))
    material = Material(draft, criteria, statements, "individ", guarding.personal_data(draft), money)  # type: ignore[arg-type]
    kind = content_type(material)[0]
    return Material(
        draft,
        criteria,
        statements,
        draft.declared_type or kind or "individ",
        material.personal_data,
        material.available,
    )


def _overlap(statement: Statement, span: Span) -> bool:
    return statement.start < span.end and span.start < statement.end


def _with_rule(judgement: Judgement, library: Library, criteria: CriteriaSet) -> Judgement:
    from dataclasses import replace

    return replace(judgement, rule=rules.view(library, criteria, judgement.criterion))
