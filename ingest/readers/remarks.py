"""Sentences that several readers say alike: files that cannot be read, pages that cannot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ingest.errors import UnreadableFile

_WORDS = 4


def broken(name: str, kind: str) -> UnreadableFile:
    """The error for a file that is not the ``kind`` ("PDF", "Word-dokument") it gives itself out for."""
    return UnreadableFile(
        f"{name} är skadad eller avbruten och går inte att öppna som {kind}; hämta eller spara den på nytt."
    )


def locked(name: str) -> UnreadableFile:
    """The error for a file that a password protects."""
    return UnreadableFile(f"{name} är skyddad med lösenord; spara den utan lösenord och lägg in den på nytt.")


def says_something(text: str) -> bool:
    """True for text of four words or more: metadata that is more than a name."""
    return len(text.split()) >= _WORDS


def scanned(pages: Sequence[int], has_ocr: bool) -> Iterator[str]:
    """Yield one sentence for each run of scanned pages that could not be read."""
    cure = "lägg till en sökbar PDF"
    if not has_ocr:
        cure = f"installera Tesseract med svenska (tesseract-ocr-swe) eller {cure}"
    for _, group in groupby(enumerate(pages), key=lambda pair: pair[1] - pair[0]):
        run = [page for _, page in group]
        if len(run) == 1:
            yield f"Sidan {run[0]} är en inskannad bild och kunde inte läsas; {cure}."
        else:
            yield f"Sidorna {run[0]}–{run[-1]} är inskannade bilder och kunde inte läsas; {cure}."
