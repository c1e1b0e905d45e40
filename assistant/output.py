"""Where a command's answers go: to the screen, or to a file that is named; and how far it has come."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from assistant.errors import BatchError

Item = TypeVar("Item")


def counted(items: Sequence[Item], doing: str) -> Iterable[Item]:
    """Yield the items; a terminal shows what is being done with them and how far it has come."""
    if not sys.stderr.isatty():
        return items
    from rich.console import Console
    from rich.progress import track

    return track(items, doing, console=Console(stderr=True), transient=True)


def check_writable(out: Path | None) -> None:
    """Find out before anything is asked whether there is a place for the file.

    Raises:
        BatchError: its folder is not there, or a folder stands in its place.
    """
    if out and (out.is_dir() or not out.parent.is_dir()):
        raise BatchError(f"Svaren går inte att skriva till {out}; ange en fil i en mapp som finns.")


def write(text: str, out: Path | None) -> None:
    """Print a text, or write it to a file that ends with a line feed.

    Raises:
        BatchError: the file cannot be written.
    """
    if out is None:
        print(text)
        return
    try:
        out.write_text(text + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise BatchError(f"Svaren går inte att skriva till {out} ({error}).") from error
