"""``python -m assistant decisions``: what was decided, budgeted, aimed at and reached, as table, JSON or CSV."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Sequence
from typing import Any

from assistant.register.contract import as_json
from assistant.register.entries import Entry, Kind
from assistant.register.exporting import as_csv
from assistant.register.telling import KINDS, counted, dated, status, value, what
from assistant.surrogates import without_surrogates
from assistant.writing import printable
from ingest.register.model import Decision
from ingest.settings import Settings

_EVERY = "alla"
_ASCII = str.maketrans("åäö", "aao")
_KINDS = {str(kind).translate(_ASCII): kind for kind in Kind}
"""Kinds by what they are called without dots and rings."""
_WIDTH = 140
"""Characters of a line that is not read on a terminal."""
_LONG = 60
"""Characters from which on rows need air between them."""
_SHARES = {"Slag": 3, "Tid": 4, "Insats": 4, "Vad": 12, "Ställning": 4, "Värde": 4, "Källa": 6}
"""How the columns share the width."""


def add_to(commands: argparse._SubParsersAction[Any]) -> argparse.ArgumentParser:
    """Add the command to the others and return its parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "decisions", help="visa beslut, belopp, mål och resultat ur dokumenten"
    )
    parser.add_argument(
        "--initiative", action="append", default=[], type=without_surrogates, metavar="INSATS", help="t.ex. FRAM"
    )
    parser.add_argument(
        "--kind",
        action="append",
        default=[],
        type=_kind,
        metavar="SLAG",
        help=f"{', '.join(Kind)} eller {_EVERY} (beslut)",
    )
    parser.add_argument("--year", action="append", default=[], type=_year, metavar="ÅÅÅÅ", help="detta år")
    parser.add_argument("--from", dest="since", default="", metavar="ÅÅÅÅ[-MM[-DD]]", help="från och med")
    parser.add_argument("--to", dest="until", default="", metavar="ÅÅÅÅ[-MM[-DD]]", help="till och med")
    parser.add_argument("--text", default="", type=without_surrogates, metavar="ORD", help="ord som ska finnas med")
    parser.add_argument("--csv", action="store_true", help="skriv CSV som svenska Excel läser")
    parser.set_defaults(command=run)
    return parser


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print the records that are wanted, decisions unless a kind is named; none are no error.

    Raises:
        RegisterError: a time is none, or nobody knows the initiative.
        BatchError: an association holds no documents.
        IndexMissing: no index has been built.
    """
    from assistant.register.selection import Wanted, register_of
    from assistant.service import Assistant

    assistant = Assistant(settings)
    scope = assistant.scope(options.association)
    register = register_of(assistant.library())
    wanted = Wanted(
        kinds=_wanted(options.kind),
        associations=scope.associations,
        initiatives=frozenset(register.initiative(name) for name in options.initiative),
        years=frozenset(options.year),
        since=options.since,
        until=options.until,
        text=options.text,
    )
    entries = register.select(wanted)
    if options.json:
        print(json.dumps({"records": [as_json(entry) for entry in entries]}, ensure_ascii=False, indent=2))
    elif options.csv:
        sys.stdout.flush()
        sys.stdout.buffer.write(as_csv(entries))
    else:
        _show(entries, wanted.kinds)
    return 0


def _wanted(kinds: Sequence[Kind | None]) -> frozenset[Kind]:
    """Return the kinds to show, none for all of them; without a choice, decisions."""
    if not kinds:
        return frozenset({Kind.DECISION})
    return frozenset(kind for kind in kinds if kind is not None) if None not in kinds else frozenset()


def _kind(text: str) -> Kind | None:
    name = text.lower().translate(_ASCII)
    if name == _EVERY:
        return None
    if name not in _KINDS:
        raise argparse.ArgumentTypeError(f"{text!r} ska vara {', '.join(Kind)} eller {_EVERY}")
    return _KINDS[name]


def _year(text: str) -> int:
    if not (len(text) == 4 and text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"{text!r} ska vara ett år, till exempel 2026")
    return int(text)


def _show(entries: Sequence[Entry], kinds: frozenset[Kind]) -> None:
    """Print a table that fits the terminal, its words unbroken where they can be."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    width = shutil.get_terminal_size((_WIDTH, 24)).columns if sys.stdout.isatty() else _WIDTH
    is_long = any(len(what(entry.record)) > _LONG for entry in entries)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=True, leading=int(is_long))
    several = len(kinds) != 1
    for head in list(_SHARES)[0 if several else 1 :]:
        table.add_column(head, ratio=_SHARES[head], overflow="fold")
    for entry in entries:
        cells = (*((KINDS[entry.kind],) if several else ()), *_cells(entry))
        table.add_row(*(Text(printable(cell)) for cell in cells))
    console = Console(file=sys.stdout, width=width, highlight=False)
    if entries:
        console.print(table)
    console.print(Text(f"{counted(len(entries), kinds)}. Varje rad står i sin källa; läs den innan du litar på raden."))


def _cells(entry: Entry) -> tuple[str, ...]:
    record = entry.record
    page = f", s. {record.place.page}" if record.place.page else ""
    reason = f" Skäl: {record.reason}" if isinstance(record, Decision) and record.reason else ""
    doubt = f" (Osäkert: {record.doubt})" if record.doubt else ""
    return (
        dated(entry),
        ", ".join(entry.initiatives),
        f"{what(record)}{reason}{doubt}",
        status(record),
        value(record),
        f"{entry.source.title}{page}",
    )
