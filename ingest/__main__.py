"""``python -m ingest [FOLDER ...]``: read and index documents. ``python -m ingest fetch``: download originals.

Exit status 0 when the index is built, 1 when the run failed, 2 for wrong use or nothing to read.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from ingest import fetch_command
from ingest.build import Report, build
from ingest.collect import Progress
from ingest.errors import EmbeddingError, IndexBusy, IngestError, StorageError
from ingest.settings import load
from ingest.store import BrokenStore

FAILED, WRONG_USE = 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; see the module."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        settings = load()
        if given[:1] == ["fetch"]:
            return fetch_command.run(given[1:], settings.corpus)
        options = _parser().parse_args(given)
        index = options.index or settings.index
        with _progress() as progress:
            report = build(
                options.folder or [settings.corpus],
                index,
                embedding_model=settings.embedding_model,
                allow_download=settings.hub_download,
                chroma_address=settings.chroma_url,
                progress=progress,
                rebuild=options.rebuild,
            )
    except IngestError as exc:
        print(exc, file=sys.stderr)
        return FAILED if isinstance(exc, (BrokenStore, EmbeddingError, IndexBusy, StorageError)) else WRONG_USE
    except KeyboardInterrupt:
        print("Avbrutet. Det index som används är helt.", file=sys.stderr)
        return FAILED
    if options.json:
        print(json.dumps(_as_json(report, index), ensure_ascii=False, indent=2))
    else:
        print(_summary(report, index))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m ingest",
        description="Läs in och indexera dokumenten i en eller flera mappar. Oförändrade filer läses inte om.",
    )
    parser.add_argument(
        "folder",
        nargs="*",
        type=Path,
        metavar="MAPP",
        help="mapp med PDF-, DOCX-, HTML-, Markdown- eller textfiler (förval: FINSAM_CORPUS eller corpus)",
    )
    parser.add_argument(
        "--index", type=Path, metavar="MAPP", help="var indexet ligger (förval: index i FINSAM_DATA eller data)"
    )
    parser.add_argument("--json", action="store_true", help="skriv sammanfattningen som JSON")
    parser.add_argument("--rebuild", action="store_true", help="läs om alla filer och bygg allt från början")
    return parser


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """A bar on standard error when that is a terminal; nothing otherwise."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description:<16}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True)) as bars:
        steps = {}

        def tell(step: str, done: int, total: int) -> None:
            if step not in steps:
                steps[step] = bars.add_task(step, total=total)
            bars.update(steps[step], completed=done, total=total)

        yield tell


def _as_json(report: Report, index: Path) -> dict[str, object]:
    return {**asdict(report), "index": str(index), "seconds": round(report.seconds, 2)}


def _summary(report: Report, index: Path) -> str:
    lines = [
        f"{_many(report.documents, 'dokument', 'dokument')}, {_many(report.passages, 'stycke', 'stycken')} och "
        f"{_many(report.tables, 'tabell', 'tabeller')} i {index}.",
        f"{report.read} lästes nu, {report.kept} var oförändrade, {report.removed} togs bort ({report.seconds:.1f} s)."
        if report.is_new
        else "Ingenting hade ändrats sedan förra gången.",
    ]
    if report.guessed:
        many = _many(len(report.guessed), "dokument", "dokument")
        lines.append(f"Titel, förbund, typ och tid är gissade ur texten för {many} utan post i sources.toml.")
    if report.problems:
        lines.append("Detta kunde inte läsas:")
        lines += [f"  - {problem}" for problem in report.problems]
    return "\n".join(lines)


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


if __name__ == "__main__":
    sys.exit(main())
