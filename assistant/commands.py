"""What the command line does. Exit status: 0 done, 1 a run that failed, 2 wrong use or unreadable input."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from assistant import examples as examples_command
from assistant.answering.quoting import section_name
from assistant.answers import Answer, Scope
from assistant.errors import AssistantError, BatchError
from assistant.evaluation import command as evaluation
from assistant.output import check_writable, write
from assistant.register import command as register
from assistant.screening import command as screening
from assistant.surrogates import without_surrogates
from ingest.errors import IndexMissing, IngestError, SettingsError
from ingest.settings import Settings, load

if TYPE_CHECKING:
    from assistant.retrieval import Hit
    from assistant.service import Assistant


class _Parser(argparse.ArgumentParser):
    """A parser that tells of wrong use in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{message}. Skriv {self.prog} --help för hjälp.\n")


def run(arguments: Sequence[str]) -> int:
    """Carry out a command and return its exit status; errors are one line on standard error."""
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as exit:
        return int(exit.code or 0)
    try:
        settings = load()
        if options.index:
            settings = replace(settings, index_folder=options.index)
        command: Callable[[argparse.Namespace, Settings], int] = options.command
        status = command(options, settings)
        sys.stdout.flush()
        return status
    except (AssistantError, IndexMissing, SettingsError) as error:
        print(error, file=sys.stderr)
        return 2
    except IngestError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Avbrutet.", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read has gone, as "head" does; without this the interpreter complains when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        print(f"Det går inte att läsa eller skriva: {error}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m assistant", description="Fråga Finsams dokument.")
    commands = parser.add_subparsers(required=True, metavar="ask|search|screen|decisions|evaluate|examples|doctor")
    ask = commands.add_parser("ask", help="besvara en fråga, eller en fil med frågor")
    ask.add_argument("question", nargs="?", type=without_surrogates, help="frågan")
    ask.add_argument(
        "--history",
        nargs="*",
        action="extend",
        type=without_surrogates,
        default=[],
        metavar="FRÅGA",
        help="tidigare frågor i samma samtal, den äldsta först",
    )
    ask.add_argument("--codes", action="store_true", help="skriv granskningskoder utan förklaring i JSON")
    ask.set_defaults(command=_ask)
    search = commands.add_parser("search", help="visa de närmaste textställena")
    search.add_argument("question", nargs="?", type=without_surrogates, help="frågan eller sökorden")
    search.add_argument("-k", type=_positive, default=10, help="hur många (10)")
    search.set_defaults(command=_search)
    screen = screening.add_to(commands)
    decisions = register.add_to(commands)
    evaluate = evaluation.add_to(commands)
    examples = examples_command.add_to(commands)
    doctor = commands.add_parser("doctor", help="visa inställningar och vad som fungerar")
    doctor.set_defaults(command=_doctor)
    for command in (ask, search, screen, decisions, evaluate, examples, doctor):
        command.add_argument("--index", type=Path, help="indexets mapp (FINSAM_DATA/index)")
    for command in (ask, search, screen, decisions, evaluate, doctor):
        command.add_argument("--json", action="store_true", help="svara i JSON")
    for command in (ask, search, decisions, evaluate):
        command.add_argument(
            "--association", action="append", default=[], help="sök bara hos detta förbund, t.ex. malmo"
        )
    for command in (ask, search):
        command.add_argument("--batch", type=Path, metavar="IN.json", help='lista av {"id", "question"}')
        command.add_argument("--out", type=Path, metavar="UT.json", help="fil för svaren på --batch")
    return parser


def _positive(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} ska vara ett heltal som är 1 eller mer")
    return int(text)


def _asked(options: argparse.Namespace, example: str) -> list[dict[str, Any]] | None:
    """Return the questions of the batch, or None when one question is asked.

    Raises:
        BatchError: neither or both are given, the batch cannot be read, or its answers have nowhere to go.
    """
    if (options.question is None) == (options.batch is None):
        raise BatchError(f"Skriv en fråga, eller ange en fil med --batch: python -m assistant {example}")
    if options.out and options.batch is None:
        raise BatchError("--out hör till --batch; utan --batch skrivs svaret på skärmen.")
    check_writable(options.out)
    return _items(options.batch) if options.batch else None


def _open(options: argparse.Namespace, settings: Settings) -> tuple[Assistant, Scope]:
    """Open the index, and limit the search to the associations that are named.

    Raises:
        IndexMissing: no index has been built.
        BatchError: an association holds no documents.
    """
    from assistant.service import Assistant

    assistant = Assistant(settings)
    return assistant, assistant.scope(options.association)


def _ask(options: argparse.Namespace, settings: Settings) -> int:
    items = _asked(options, 'ask "Vad kan Finsam finansiera?"')
    assistant, scope = _open(options, settings)
    if items is not None:
        answers = [(item["id"], assistant.ask(item["question"], item["history"], scope)) for item in items]
        write(_json([answer.as_json(id, options.codes) for id, answer in answers]), options.out)
        return 0
    answer = assistant.ask(options.question, options.history, scope)
    print(_json(answer.as_json(only_codes=options.codes)) if options.json else _told(answer))
    return 0


def _told(answer: Answer) -> str:
    """Return an answer as it is read in a terminal."""
    lines = [answer.text]
    if answer.citations:
        lines.append("\nKällor")
    for one in answer.citations:
        lines.append(f"[{one.marker}] {one.place}: ”{' '.join(one.quote.split())}”")
    if answer.nearest:
        lines.append("\nNärmast i dokumenten")
    lines += dict.fromkeys(f"- {one.place}" for one in answer.nearest)
    if answer.verbatim:
        lines.append(f"\nFormulerat av {answer.answered_by}; varje mening är jämförd med källorna.")
    lines += [f"\n{note}" for note in answer.notes]
    lines += [f"\nObs! {flag.message}" for flag in answer.flags]
    return "\n".join(lines)


def _search(options: argparse.Namespace, settings: Settings) -> int:
    items = _asked(options, 'search "målgrupp"')
    assistant, scope = _open(options, settings)
    if items is not None:
        found = [(item["id"], assistant.search(item["question"], options.k, scope)) for item in items]
        write(_json([{"id": id, "results": [_result(hit) for hit in hits]} for id, hits in found]), options.out)
        return 0
    hits = assistant.search(options.question, options.k, scope)
    if options.json:
        print(_json({"results": [_result(hit) for hit in hits]}))
        return 0
    for hit in hits:
        section = section_name(hit.document, hit.document.sections[hit.passage.section])
        print(f"{hit.score:.3f}  {hit.document.source.title}, {section}\n       {' '.join(hit.text.split())[:300]}")
    return 0


def _result(hit: Hit) -> dict[str, object]:
    return {
        "document": hit.document.id,
        "section": section_name(hit.document, hit.document.sections[hit.passage.section]),
        "score": round(hit.score, 4),
        "text": hit.text,
        "start": hit.passage.start,
        "end": hit.passage.end,
    }


def _items(path: Path) -> list[dict[str, Any]]:
    """Read a list of questions, each with "id", "question" and "history".

    Raises:
        BatchError: no such file, not JSON, or not a list of such objects; "history" may be left out.
    """
    try:
        items = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise BatchError(f"{path} går inte att läsa som JSON ({error}).") from error
    if not isinstance(items, list):
        raise BatchError(f"{path} ska vara en lista av frågor, inte {type(items).__name__}.")
    return [_item(path, place, item) for place, item in enumerate(items, 1)]


def _item(path: Path, place: int, item: object) -> dict[str, Any]:
    if not isinstance(item, dict) or not isinstance(item.get("question"), str) or "id" not in item:
        raise BatchError(f'{path}: post {place} ska ha "id" och "question" (text).')
    history = item.get("history") or []
    if not isinstance(history, list) or not all(isinstance(turn, str) for turn in history):
        raise BatchError(f'{path}: post {place}: "history" ska vara en lista av texter.')
    return {
        "id": item["id"],
        "question": without_surrogates(item["question"]),
        "history": [without_surrogates(turn) for turn in history],
    }


def _doctor(options: argparse.Namespace, settings: Settings) -> int:
    from assistant.doctor import examine

    findings = examine(settings)
    if options.json:
        print(_json([{"name": one.name, "ok": one.ok, "message": one.message} for one in findings]))
    else:
        for one in findings:
            print(f"{'OK ' if one.ok else 'FEL'}  {one.name}: {one.message}")
    return 0 if all(one.ok for one in findings) else 1


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
