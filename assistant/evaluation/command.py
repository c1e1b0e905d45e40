"""``python -m assistant evaluate FILE``: how well the assistant answers questions of the office's own."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.answers import Answer
from assistant.evaluation.questions import Questions, load
from assistant.output import counted
from ingest.settings import Settings

if TYPE_CHECKING:
    from assistant.evaluation.report import Report


def add_to(commands: argparse._SubParsersAction[Any]) -> argparse.ArgumentParser:
    """Add the command to the others and return its parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "evaluate", help="pröva assistenten med en fil av frågor och facit"
    )
    parser.add_argument("file", type=Path, metavar="FIL", help="frågor med facit: JSON, CSV eller TSV")
    parser.add_argument("--fails", action="store_true", help="visa bara de frågor som inte fick rätt svar")
    parser.add_argument(
        "--today", type=_day, metavar="ÅÅÅÅ-MM-DD", help="svara som om det vore denna dag (i dag)", default=None
    )
    parser.add_argument(
        "--compare-model", action="store_true", help="jämför svaren utan och med den inställda språkmodellen"
    )
    parser.set_defaults(command=run)
    return parser


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Ask the questions of ``options.file`` and print the report. A low score is no error.

    Raises:
        BatchError: the file cannot be read, an association holds no documents, or no model is there to compare with.
        IndexMissing: no index has been built.
        ModelError: the model to compare with does not answer.
    """
    questions = load(options.file)

    from assistant.evaluation.comparing import compare
    from assistant.evaluation.telling import told, told_comparison, told_failures

    def ask(settings: Settings) -> Report:
        return _report(questions, options, settings)

    if options.compare_model:
        _try(settings)
        comparison = compare(settings, ("fragor", "svar"), ask)
        shape = comparison.as_json(only_failures=options.fails)
        text = told_comparison(comparison)
    else:
        report = ask(settings)
        shape = report.as_json(only_failures=options.fails)
        text = told_failures(report) if options.fails else told(report)
    if options.json:
        print(json.dumps(shape | {"unused_fields": questions.unused}, ensure_ascii=False, indent=2))
        return 0
    print(text)
    if questions.unused:
        print(f"Obs! I filen finns fält som inte används: {', '.join(questions.unused)}.")
    return 0


def _report(questions: Questions, options: argparse.Namespace, settings: Settings) -> Report:
    from assistant.evaluation.report import evaluate
    from assistant.service import Assistant

    assistant = Assistant(settings, today=options.today)
    scope = assistant.scope(options.association)

    def ask(question: str, history: Sequence[str]) -> Answer:
        return assistant.answer(question, history, scope)

    return evaluate(counted(questions.items, "Frågar"), ask, assistant.library())


def _try(settings: Settings) -> None:
    """Ask the model one thing before a whole file: a comparison with a model that is silent says nothing.

    Raises:
        ModelError: it does not answer, or not in time.
    """
    from assistant.journal import Journal
    from assistant.models.line import line_of
    from assistant.rewriting.asking import TASK, Reader

    reader = Reader.of(
        line_of(replace(settings, chat_tasks=frozenset({TASK})), Journal(settings.journal)), settings.prompts
    )
    if reader:
        reader.ask("Och hur mycket kostar den?", ["Vad är en insats?"])


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} ska vara en dag, till exempel 2026-11-02") from error
