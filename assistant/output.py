"""Where a command's answers go: to the screen, or to a file that is named."""

from __future__ import annotations

from pathlib import Path

from assistant.errors import BatchError


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
