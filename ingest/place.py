"""Where a generation's vectors are: a Chroma folder in it, or a collection on a Chroma server."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from ingest import store
from ingest.storage import replace_text
from ingest.store import Store

NAME = "store.json"


class Place(NamedTuple):
    """A folder's name, or a server's address and the name of a collection there."""

    folder: str = ""
    address: str = ""
    collection: str = store.NAME

    def open(self, generation: Path) -> Store:
        """Open the store of the generation in this folder; raises as :func:`ingest.store.open` does."""
        return store.open(self.address or generation / self.folder, self.collection)

    def create(self, generation: Path) -> Store:
        """Make an empty store for the generation in this folder; raises as :func:`ingest.store.create` does."""
        return store.create(self.address or generation / self.folder, self.collection)

    def save(self, generation: Path) -> None:
        """Make it the place of the generation in this folder, in one step."""
        replace_text(generation / NAME, self.dumps())

    def dumps(self) -> str:
        return json.dumps(self._asdict())

    @classmethod
    def loads(cls, text: str) -> Place:
        return cls(**json.loads(text))


def read_place(generation: Path) -> Place:
    """Where the generation in this folder keeps its vectors.

    Raises:
        OSError: there is no such file.
        ValueError, TypeError: it is broken.
    """
    return Place.loads((generation / NAME).read_text(encoding="utf-8"))
