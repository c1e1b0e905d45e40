"""``python -m assistant evaluate FILE``: how well the assistant answers questions of the office's own."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from assistant.answers import Answer
from assistant.evaluation.questions import load
from assistant.output import counted
from ingest.settings import Settings


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
    parser.set_defaults(command=run)
    return parser


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Ask the questions of ``options.file`` and print the report. A low score is no error.

    Raises:
        BatchError: the file cannot be read, or an association holds no documents.
        IndexMissing: no index has been built.
    """
    questions = load(options.file)

    from assistant.evaluation.report import evaluate
    from assistant.evaluation.telling import told, told_failures
    from assistant.service import Assistant

    assistant = Assistant(settings, today=options.today)
    scope = assistant.scope(options.association)

    def ask(question: str, history: Sequence[str]) -> Answer:
        return assistant.answer(question, history, scope)

    report = evaluate(counted(questions.items, "Frågar"), ask, assistant.library())
    if options.json:
        shape = report.as_json(only_failures=options.fails)
        print(json.dumps(shape | {"unused_fields": questions.unused}, ensure_ascii=False, indent=2))
        return 0
    print(told_failures(report) if options.fails else told(report))
    if questions.unused:
        print(f"Obs! I filen finns fält som inte används: {', '.join(questions.unused)}.")
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} ska vara en dag, till exempel 2026-11-02") from error
