"""What the command line does. Exit status: 0 done, 1 a run that failed, 2 wrong use or unreadable input."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.answers import Answer, Scope
from assistant.errors import AssistantError, BatchError
from assistant.settings import Settings, load
from ingest.errors import IndexMissing, IngestError

if TYPE_CHECKING:
    from assistant.retrieval import Hit
    from assistant.service import Assistant


def run(arguments: Sequence[str]) -> int:
    """Carry out a command and return its exit status; errors are one line on standard error."""
    options = _parser().parse_args(arguments)
    try:
        settings = load()
        if options.index:
            settings = replace(settings, index_folder=options.index)
        command: Callable[[argparse.Namespace, Settings], int] = options.command
        return command(options, settings)
    except (AssistantError, IndexMissing) as error:
        print(error, file=sys.stderr)
        return 2
    except IngestError as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m assistant", description="Fråga Finsams dokument.")
    commands = parser.add_subparsers(required=True, metavar="ask|search|doctor")
    ask = commands.add_parser("ask", help="besvara en fråga, eller en fil med frågor")
    ask.add_argument("question", nargs="?", help="frågan")
    ask.add_argument("--history", nargs="*", default=[], metavar="FRÅGA", help="tidigare frågor i samma samtal")
    ask.add_argument("--codes", action="store_true", help="skriv granskningskoder utan förklaring i JSON")
    ask.set_defaults(command=_ask)
    search = commands.add_parser("search", help="visa de närmaste textställena")
    search.add_argument("question", nargs="?", help="frågan eller sökorden")
    search.add_argument("-k", type=_positive, default=10, help="hur många (10)")
    search.set_defaults(command=_search)
    doctor = commands.add_parser("doctor", help="visa inställningar och vad som fungerar")
    doctor.set_defaults(command=_doctor)
    for command in (ask, search, doctor):
        command.add_argument("--index", type=Path, help="indexets mapp (FINSAM_DATA/index)")
        command.add_argument("--json", action="store_true", help="svara i JSON")
    for command in (ask, search):
        command.add_argument("--association", action="append", default=[], help="sök bara hos detta förbund, t.ex. malmo")
        command.add_argument("--batch", type=Path, metavar="IN.json", help='lista av {"id", "question"}')
        command.add_argument("--out", type=Path, metavar="UT.json", help="fil för svaren på --batch")
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("ange ett tal som är 1 eller mer")
    return number


def _assistant(settings: Settings) -> Assistant:
    from assistant.service import Assistant

    return Assistant(settings)


def _scope(options: argparse.Namespace) -> Scope:
    return Scope(associations=frozenset(options.association))


def _ask(options: argparse.Namespace, settings: Settings) -> int:
    assistant = _assistant(settings)
    scope = _scope(options)
    if options.batch:
        answers = [
            assistant.ask(item["question"], item.get("history") or [], scope).as_json(item["id"], options.codes)
            for item in _items(options.batch)
        ]
        return _write(answers, options.out)
    if options.question is None:
        raise BatchError('Skriv en fråga: python -m assistant ask "Vad kan Finsam finansiera?"')
    answer = assistant.ask(options.question, options.history, scope)
    print(_json(answer.as_json(only_codes=options.codes)) if options.json else _told(answer))
    return 0


def _told(answer: Answer) -> str:
    """Return an answer as it is read in a terminal."""
    lines = [answer.text]
    if answer.citations:
        lines.append("\nKällor")
    for one in answer.citations:
        page = f", sidan {one.page}" if one.page else ""
        lines.append(f"[{one.marker}] {one.title}, {one.section}{page}: ”{' '.join(one.quote.split())}”")
    if answer.nearest:
        lines.append("\nNärmast i dokumenten")
    lines += [f"- {one.title}, {one.section}" for one in answer.nearest]
    lines += [f"\nObs! {flag.message}" for flag in answer.flags]
    return "\n".join(lines)


def _search(options: argparse.Namespace, settings: Settings) -> int:
    assistant = _assistant(settings)
    scope = _scope(options)
    if options.batch:
        found = [
            {"id": item["id"], "results": [_result(hit) for hit in assistant.search(item["question"], options.k, scope)]}
            for item in _items(options.batch)
        ]
        return _write(found, options.out)
    if options.question is None:
        raise BatchError('Skriv vad du söker: python -m assistant search "målgrupp"')
    hits = assistant.search(options.question, options.k, scope)
    if options.json:
        print(_json({"results": [_result(hit) for hit in hits]}))
    else:
        for hit in hits:
            section = hit.document.sections[hit.passage.section].name
            print(f"{hit.score:.3f}  {hit.document.source.title}, {section}\n       {' '.join(hit.text.split())[:300]}")
    return 0


def _result(hit: Hit) -> dict[str, object]:
    return {
        "document": hit.document.id,
        "section": hit.document.sections[hit.passage.section].name,
        "score": round(hit.score, 4),
        "text": hit.text,
        "start": hit.passage.start,
        "end": hit.passage.end,
    }


def _items(path: Path) -> list[dict[str, Any]]:
    """Read a list of questions.

    Raises:
        BatchError: no such file, not JSON, or not a list of objects with "id" and "question".
    """
    try:
        items = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BatchError(f"{path} går inte att läsa som JSON ({error}).") from error
    if not isinstance(items, list):
        raise BatchError(f"{path} ska vara en lista av frågor, inte {type(items).__name__}.")
    for place, item in enumerate(items, 1):
        if not isinstance(item, dict) or not isinstance(item.get("question"), str) or "id" not in item:
            raise BatchError(f'{path}: post {place} ska ha "id" och "question" (text).')
        if not all(isinstance(turn, str) for turn in item.get("history") or []):
            raise BatchError(f'{path}: post {place}: "history" ska vara en lista av texter.')
    return items


def _write(results: list[dict[str, Any]], out: Path | None) -> int:
    text = _json(results)
    if out is None:
        print(text)
        return 0
    try:
        out.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise BatchError(f"Svaren går inte att skriva till {out} ({error}).") from error
    return 0


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
