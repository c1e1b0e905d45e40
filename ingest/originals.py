"""The folder ``original/`` beside the documents: originals that stand in the place of their restatements.

A file ``original/<id>.<suffix>`` needs no entry of its own: it is the document ``<id>`` of the catalogue, in the
original's own words.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ingest.catalogue import Entry

FOLDER = "original"
CHECKSUMS = "SHA256SUMS"
"""Beside the originals: the checksums of those that were fetched. No document."""


def original_of(path: Path, entries: Mapping[str, Entry]) -> Entry | None:
    """The entry under which ``path`` is indexed: that of the document it is the original of, or None.

    ``entries`` are those of :func:`ingest.catalogue.load`, by file name. None when ``path`` lies in no ``original/``
    folder, has an entry of its own, or bears the id of no document. The entry returned has the original's file and
    form; title, association, type, dates and whether it is retired are the restatement's.
    """
    file = f"{FOLDER}/{path.name}"
    if path.parent.name != FOLDER or path.name.startswith(".") or file in entries:
        return None
    for entry in entries.values():
        if entry.id == path.stem:
            return entry.model_copy(update={"file": file, "form": "original"})
    return None
