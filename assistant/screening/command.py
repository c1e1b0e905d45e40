"""``python -m assistant screen FILE …``: draft applications read against the criteria, as text, JSON or files."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from assistant.associations import HOME
from assistant.errors import AssistantError, BatchError
from assistant.output import check_writable, counted
from assistant.screening.comparing import compare
from assistant.screening.contract import as_json
from assistant.screening.exports.comparison import comparison
from assistant.screening.exports.files import Form, make, make_workbook
from assistant.screening.exports.plain import as_text
from assistant.screening.exports.protocol import protocol
from assistant.screening.guarding import masked
from assistant.screening.model import Protocol
from assistant.screening.paper import Paper, write
from assistant.screening.telling import RECOMMENDATIONS
from assistant.screening.telling import counted as verdicts_counted
from assistant.surrogates import without_surrogates
from ingest.errors import UnreadableFile
from ingest.settings import Settings

if TYPE_CHECKING:
    from assistant.screening.screener import Screener

Given = TypeVar("Given")

_STDIN = "-"


def add_to(commands: argparse._SubParsersAction[Any]) -> argparse.ArgumentParser:
    """Add the command to the others and return its parser."""
    parser: argparse.ArgumentParser = commands.add_parser("screen", help="förhandsgranska utkast till ansökningar")
    parser.add_argument("files", nargs="*", type=Path, metavar="FIL", help="utkast: PDF, DOCX, HTML, Markdown, text")
    parser.add_argument("--text", type=without_surrogates, help="granska en text i stället; - läser den från stdin")
    for name, what in (("docx", "protokollet som Word"), ("pdf", "protokollet som PDF"), ("letter", "brevet som Word")):
        parser.add_argument(f"--{name}", type=Path, metavar="UT", help=f"{what}: fil, eller mapp när utkasten är flera")
    parser.add_argument("--xlsx", type=Path, metavar="UT.xlsx", help="fil för jämförelsen som Excel")
    parser.add_argument("--compare", action="store_true", help="visa utkasten bredvid varandra")
    parser.add_argument("--association", default=HOME, help=f"förbundet vars kriterier gäller ({HOME})")
    parser.set_defaults(command=run)
    return parser


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Screen the drafts and tell of them; what cannot be read is one line on standard error, the others are done.

    Returns:
        0 all were screened, 1 some were not, 2 none was.

    Raises:
        BatchError: no draft is given, a file has nowhere to go, or the association has no documents.
        IndexMissing: no index has been built.
    """
    _check(options)

    from assistant.screening.screener import Screener
    from assistant.service import Assistant

    assistant = Assistant(settings)
    (association,) = assistant.scope([options.association]).associations
    papers = list(_screened(options, Screener(assistant, association)))
    if not papers:
        return 2
    written = _write_files(options, papers)
    print(_told(options, papers, written))
    return 0 if len(papers) == _asked(options) else 1


def _asked(options: argparse.Namespace) -> int:
    return len(options.files) + (options.text is not None)


def _check(options: argparse.Namespace) -> None:
    """Find out before anything is read whether there is something to read and a place for what is written."""
    if not _asked(options):
        raise BatchError("Ange minst ett utkast: python -m assistant screen ansökan.docx, eller --text.")
    check_writable(options.xlsx)
    for out in filter(None, (options.docx, options.pdf, options.letter)):
        if _asked(options) == 1:
            check_writable(out)
        elif (out.exists() and not out.is_dir()) or not out.parent.is_dir():
            raise BatchError(f"{out} ska vara en mapp när utkasten är flera; ange en mapp, eller en som kan skapas.")


def _screened(options: argparse.Namespace, screener: Screener) -> Iterator[Paper]:
    """Yield a paper for each draft that could be read."""
    if options.text is not None:
        text = sys.stdin.read() if options.text == _STDIN else options.text
        yield from _tried(screener.screen_text, text)
    for file in counted(options.files, "Granskar"):
        yield from _tried(screener.screen, file)


def _tried(screen: Callable[[Given], Protocol], given: Given) -> Iterator[Paper]:
    try:
        yield write(screen(given), date.today())
    except (AssistantError, UnreadableFile) as error:
        print(masked(str(error)), file=sys.stderr)


def _write_files(options: argparse.Namespace, papers: Sequence[Paper]) -> list[Path]:
    """Write the files that are asked for; return where they are."""
    written: list[Path] = []
    forms: tuple[Form, ...] = ("docx", "pdf", "letter")
    for form in forms:
        if out := getattr(options, form):
            written += _write_each(out, form, papers, into=_asked(options) > 1)
    if options.xlsx:
        options.xlsx.write_bytes(make_workbook(compare(papers)).data)
        written.append(options.xlsx)
    return written


def _write_each(out: Path, form: Form, papers: Sequence[Paper], into: bool) -> Iterator[Path]:
    """Write a file for each draft: ``out`` itself, or ``into`` the folder of that name."""
    taken: set[str] = set()
    if into:
        out.mkdir(exist_ok=True)
    for paper in papers:
        file = make(paper, form, taken)
        if file is None:
            print(f"{paper.name}: det finns inget att fråga om, så inget brev skrevs.", file=sys.stderr)
            continue
        taken.add(file.name)
        path = out / file.name if into else out
        path.write_bytes(file.data)
        yield path


def _told(options: argparse.Namespace, papers: Sequence[Paper], written: Sequence[Path]) -> str:
    """Return what is printed: JSON, the comparison, what was written, or else the protocols."""
    if options.json:
        shapes = [as_json(paper) for paper in papers]
        return json.dumps(shapes if _asked(options) > 1 else shapes[0], ensure_ascii=False, indent=2)
    if options.compare:
        return as_text(comparison(compare(papers))).strip()
    if written:
        lines = [
            f"{one.name}: {RECOMMENDATIONS[one.recommendation]} ({verdicts_counted(one.verdicts)})" for one in papers
        ]
        return "\n".join([*lines, *(f"Skrev {path}" for path in written)])
    return "\n\n".join(as_text(protocol(paper)).strip() for paper in papers)
