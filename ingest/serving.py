"""Which generation of an index serves."""

from __future__ import annotations

from pathlib import Path


def current_folder(index: Path) -> Path | None:
    """The folder of the generation that serves, or None."""
    try:
        name = (index / "current").read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return index / name if (index / name).is_dir() and name else None


def stamp(index: Path) -> tuple[int, int] | None:
    """What is another as soon as another generation serves, and takes no reading of files; None when none does."""
    try:
        status = (index / "current").stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return status.st_ino, status.st_mtime_ns
