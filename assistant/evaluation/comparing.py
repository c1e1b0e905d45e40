"""The same questions asked without the language model, and with it in each of its tasks: what it gains and loses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from assistant.answers import Usage
from assistant.errors import BatchError
from assistant.evaluation.report import Report, Result
from ingest.settings import Settings

Answering = Callable[[Settings], Report]
"""Asks the questions with some settings and reports what came of it."""


@dataclass(frozen=True, slots=True)
class Way:
    """The questions asked with the model in one task, beside the same without it."""

    task: str
    """One of the settings' tasks."""
    report: Report
    without: Report

    @property
    def pairs(self) -> Iterator[tuple[Result, Result]]:
        """Each question's result without the model and with it."""
        return zip(self.without.results, self.report.results, strict=True)

    @property
    def gained(self) -> tuple[Result, ...]:
        """What is right with the model and was not without."""
        return tuple(now for before, now in self.pairs if now.verdict.passed and not before.verdict.passed)

    @property
    def lost(self) -> tuple[Result, ...]:
        """What is wrong with the model and was not without."""
        return tuple(now for before, now in self.pairs if before.verdict.passed and not now.verdict.passed)

    @property
    def changed(self) -> int:
        """How many answers are in other words."""
        return sum(before.answer.text != now.answer.text for before, now in self.pairs)

    @property
    def removed(self) -> int:
        """How many sentences of the model's were taken away."""
        return sum(len(one.answer.phrasing.removed) for one in self.report.results if one.answer.phrasing)

    @property
    def failures(self) -> Counter[str]:
        """How often the model gave no answer, by the kind of trouble."""
        given = (one.answer.phrasing for one in self.report.results)
        return Counter(phrasing.failure for phrasing in given if phrasing and phrasing.failure)

    @property
    def usage(self) -> Usage:
        """What phrasing the answers took of the model."""
        return sum((one.answer.phrasing.usage for one in self.report.results if one.answer.phrasing), Usage())

    def as_json(self, *, only_failures: bool = False) -> dict[str, object]:
        return {
            **self.report.as_json(only_failures=only_failures),
            "gained": [one.item.id for one in self.gained],
            "lost": [one.item.id for one in self.lost],
            "changed_answers": self.changed,
            "removed_sentences": self.removed,
            "model_failures": dict(self.failures),
            "tokens": {"in": self.usage.tokens_in, "out": self.usage.tokens_out, "estimated": self.usage.estimated},
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """A set of questions without the model and in every way with it."""

    model: str
    without: Report
    ways: tuple[Way, ...]

    def as_json(self, *, only_failures: bool = False) -> dict[str, object]:
        return {
            "model": self.model,
            "without": self.without.as_json(only_failures=only_failures),
            "with": {way.task: way.as_json(only_failures=only_failures) for way in self.ways},
        }


def compare(settings: Settings, tasks: Iterable[str], answering: Answering) -> Comparison:
    """Ask the questions without the model, then with it in one task at a time, whatever tasks the settings allow.

    Raises:
        BatchError: no model is configured.
    """
    if not settings.chat_model:
        raise BatchError("Ingen språkmodell är inställd; ange FINSAM_CHAT_MODEL, se docs/modeller.md.")
    without = answering(replace(settings, chat_model=""))
    ways = [Way(task, answering(replace(settings, chat_tasks=frozenset({task}))), without) for task in tasks]
    return Comparison(settings.chat_model, without, tuple(ways))
