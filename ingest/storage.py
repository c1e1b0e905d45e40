"""Writing so that nothing is lost: whole files replaced in one step, and disk errors told in one sentence."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.errors import StorageError

_REFUSALS = {
    errno.ENOSPC: "disken är full",
    errno.EDQUOT: "diskutrymmet är slut",
    errno.EFBIG: "filen blev större än vad som tillåts",
    errno.EROFS: "disken är skrivskyddad",
    errno.EACCES: "du saknar rätt att skriva där",
    errno.EPERM: "du saknar rätt att skriva där",
}
_REASONS = {
    **_REFUSALS,
    errno.ENOTDIR: "en del av sökvägen är en fil",
    errno.EEXIST: "det finns en fil med det namnet",
    errno.ENAMETOOLONG: "sökvägen är för lång",
}


def refusal(number: int | None) -> str | None:
    """Why a disk does not take what is written, in Swedish, by the number of the error; None for any other error."""
    return None if number is None else _REFUSALS.get(number)


@contextmanager
def writing(index: Path) -> Iterator[None]:
    """Turn what the disk refuses into a :class:`StorageError` that names the index folder and what to do."""
    try:
        yield
    except OSError as exc:
        # An array that numpy could write only a part of comes without a number.
        reason = _REASONS.get(exc.errno or errno.ENOSPC)
        if reason is None:
            raise
        raise StorageError(
            f"Indexet i {index} kunde inte skrivas: {reason}. Frigör plats eller välj en annan mapp med --index. "
            "Det index som används är helt."
        ) from exc


def replace_text(path: Path, text: str) -> None:
    """Write a small file in one step: after a power cut it holds either the old text or the new."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}.ny")
    fresh.write_text(text, encoding="utf-8")
    flush(fresh)
    fresh.replace(path)
    flush(path.parent)


def flush_tree(folder: Path) -> None:
    """Force every file below ``folder`` to the disk."""
    for parent, _, names in os.walk(folder):
        for name in names:
            flush(Path(parent, name))
        flush(Path(parent))


def flush(path: Path) -> None:
    """Force one file or folder to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
