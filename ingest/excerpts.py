"""What a list of hits shows of each passage: at hand without reading and decoding its whole document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path

import msgspec
import numpy as np

from ingest import mapped
from ingest.model import Document, Passage


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage by itself; the offsets are those of :class:`~ingest.model.Passage`."""

    text: str
    section: str
    """Headings from the outermost to its own, as one line."""
    page: int | None
    start: int
    end: int


class Excerpts:
    """The excerpts of a generation, mapped from its folder. Safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        """Open what :func:`write` has written to ``folder``.

        Raises:
            OSError: a file is missing.
            ValueError: a file is broken.
        """
        self._bounds = mapped.load(folder / "bounds.npy")
        with (folder / "excerpts.jsonl").open("rb") as file:
            self._lines = mmap(file.fileno(), 0, access=ACCESS_READ)
        self._decode = msgspec.json.Decoder(Excerpt).decode

    def __len__(self) -> int:
        return len(self._bounds) - 1

    def touch(self) -> None:
        """Read the mapped files once, so that no question waits for their pages."""
        mapped.touch(self._bounds)
        mapped.touch(np.frombuffer(self._lines, dtype=np.uint8))

    def __getitem__(self, row: int) -> Excerpt:
        start, end = self._bounds[row : row + 2].tolist()
        return self._decode(self._lines[start:end])


def excerpt(document: Document, passage: Passage) -> Excerpt:
    """Take a passage out of its document."""
    return Excerpt(
        text=document.text[passage.start : passage.end],
        section=document.sections[passage.section].name,
        page=passage.page,
        start=passage.start,
        end=passage.end,
    )


def write(documents: Iterable[Document], folder: Path) -> None:
    """Write the excerpts of all passages, document by document, to the new ``folder``."""
    folder.mkdir()
    bounds = [0]
    encode = msgspec.json.Encoder().encode
    with (folder / "excerpts.jsonl").open("wb") as file:
        for document in documents:
            for passage in document.passages:
                bounds.append(bounds[-1] + file.write(encode(excerpt(document, passage)) + b"\n"))
    np.save(folder / "bounds.npy", np.array(bounds, dtype=np.int64))
