"""Files that appear whole or not at all, and the list of their checksums that ``sha256sum -c`` reads."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ingest.originals import CHECKSUMS

_SUM = re.compile(r"([0-9a-f]{64}) [ *](.+)")


@dataclass(frozen=True, slots=True)
class Sum:
    """The checksum of a fetched file and the comment above it."""

    digest: str
    """SHA-256 in hexadecimal digits."""
    comment: str
    """"# " and when and from where the file was fetched; "" when the list does not say."""


def read_sums(folder: Path) -> dict[str, Sum]:
    """The checksums in ``folder`` by file name; empty when there is no list."""
    path = folder / CHECKSUMS
    sums: dict[str, Sum] = {}
    comment = ""
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else ():
        if match := _SUM.fullmatch(line):
            sums[match[2]] = Sum(match[1], comment)
        comment = line if line.startswith("#") else ""
    return sums


def write_sums(folder: Path, sums: Mapping[str, Sum]) -> None:
    """Put the list in the place of the one in ``folder``."""
    lines = [f"{entry.comment}\n{entry.digest}  {name}\n".lstrip() for name, entry in sorted(sums.items())]
    with part_of(folder / CHECKSUMS) as part:
        part.write("".join(lines).encode())
        part.flush()
        place(part, folder / CHECKSUMS)


def digest_of(path: Path) -> str:
    """SHA-256 of a file in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def part_of(path: Path) -> Iterator[IO[bytes]]:
    """A file to write, on the disk of ``path``'s folder, that is gone afterwards unless :func:`place` has moved it."""
    home = path.parent.parent
    with tempfile.NamedTemporaryFile(dir=home, prefix=f".{path.name}.", suffix=".part", delete=False) as part:
        try:
            yield part
        finally:
            Path(part.name).unlink(missing_ok=True)


def place(part: IO[bytes], path: Path) -> None:
    """Move a finished file to ``path`` in one step, readable for all as other documents are."""
    path.parent.mkdir(exist_ok=True)
    os.chmod(part.name, 0o644)
    os.replace(part.name, path)
