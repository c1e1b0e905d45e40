"""The catalogue ``sources.toml``: what each document is, whose, and when it holds.

A file without an entry is still read; see :mod:`ingest.guessing`.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from ingest.errors import CatalogueError
from ingest.guessing import guess
from ingest.model import Source
from ingest.schema import first_fault

__all__ = ["AUTHORITY", "NAME", "Catalogue", "Entry", "guess", "load"]

Type = Literal["lag", "forbundsordning", "inriktning", "verksamhetsplan", "beslut", "redovisning", "rapport", "webb"]
"""Document types, the weightiest first."""

AUTHORITY: tuple[str, ...] = get_args(Type)

NAME = "sources.toml"


class Entry(BaseModel):
    """One ``[[document]]`` of the catalogue."""

    model_config = ConfigDict(extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    file: str
    title: str = Field(min_length=1)
    association: str = Field(pattern=r"^[a-z0-9-]+$")
    type: Type
    valid_from: date | None = None
    valid_to: date | None = None
    period_from: date | None = None
    period_to: date | None = None
    published: date | int | None = None
    """A day, or a year."""
    supersedes: list[str] = []
    address: str = ""
    origin: str = ""
    form: Literal["original", "omskrivning", "data"] = "original"
    retired: bool = False
    """True: kept on disk, left out of the index."""

    @field_validator("published", mode="before")
    @classmethod
    def _day_or_year(cls, value: object) -> object:
        is_year = isinstance(value, int) and 1800 <= value <= 2200
        if not (is_year or value is None or isinstance(value, date)):
            raise ValueError(f"ska vara en dag, ÅÅÅÅ-MM-DD, eller ett år (värdet är {value!r:.40})")
        return value

    @model_validator(mode="after")
    def _dates_in_order(self) -> Entry:
        for first, last in ((self.valid_from, self.valid_to), (self.period_from, self.period_to)):
            if first and last and first > last:
                raise ValueError(f"{first} ligger efter {last}; byt plats på dagarna eller rätta dem")
        return self

    def source(self) -> Source:
        published = date(self.published, 1, 1) if isinstance(self.published, int) else self.published
        return Source(
            id=self.id,
            file=self.file,
            title=self.title,
            association=self.association,
            type=self.type,
            starts=self.valid_from or self.period_from or published,
            ends=self.valid_to or self.period_to,
            supersedes=tuple(self.supersedes),
            address=self.address,
            form=self.form,
        )


class Catalogue(BaseModel):
    """A whole ``sources.toml``."""

    model_config = ConfigDict(extra="forbid")

    document: list[Entry] = []

    @model_validator(mode="after")
    def _once(self) -> Catalogue:
        for name in ("id", "file"):
            twice = [value for value, count in Counter(getattr(e, name) for e in self.document).items() if count > 1]
            if twice:
                raise ValueError(f"{name} förekommer mer än en gång: {', '.join(twice)}")
        return self


def load(folder: Path) -> dict[str, Entry]:
    """Return the entries of ``folder/sources.toml`` by file name; empty when there is no catalogue.

    Raises:
        CatalogueError: the file cannot be read, is not TOML or breaks the schema.
    """
    path = folder / NAME
    if not path.is_file():
        return {}
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise CatalogueError(f"{path} är inte giltig TOML i UTF-8 ({exc}). Rätta raden och försök igen.") from exc
    except OSError as exc:
        raise CatalogueError(f"{path} kan inte läsas ({exc.strerror}). Ändra rättigheterna och försök igen.") from exc
    try:
        catalogue = Catalogue.model_validate(content)
    except ValidationError as exc:
        where = f"{path}: {_document_of(content, exc)}"
        raise CatalogueError(f"{where}{first_fault(exc)}. Rätta det och försök igen.") from exc
    return {entry.file: entry for entry in catalogue.document}


def _document_of(content: dict[str, Any], error: ValidationError) -> str:
    """Return the id of the document with the first fault, for the message."""
    match error.errors()[0]["loc"]:
        case ("document", int(place), *_):
            entry = content["document"][place]
            id = entry.get("id") if isinstance(entry, dict) else None
            return f"dokumentet {id}: " if isinstance(id, str) and id else ""
    return ""
