"""The catalogue ``sources.toml``: what each document is, whose, and when it holds.

A file without an entry is still read: what its text tells is guessed and marked as guessed.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from ingest.errors import CatalogueError
from ingest.model import Source

AUTHORITY = ("lag", "forbundsordning", "inriktning", "verksamhetsplan", "beslut", "redovisning", "rapport", "webb")
"""Document types, the weightiest first."""

Type = Literal["lag", "forbundsordning", "inriktning", "verksamhetsplan", "beslut", "redovisning", "rapport", "webb"]

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
    supersedes: list[str] = []
    address: str = ""
    origin: str = ""
    form: Literal["original", "omskrivning", "data"] = "original"
    retired: bool = False
    """True: kept on disk, left out of the index."""

    @model_validator(mode="after")
    def _dates_in_order(self) -> Entry:
        for first, last in ((self.valid_from, self.valid_to), (self.period_from, self.period_to)):
            if first and last and first > last:
                raise ValueError(f"{first} ligger efter {last}")
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
    def _ids_once(self) -> Catalogue:
        twice = [id for id, count in Counter(entry.id for entry in self.document).items() if count > 1]
        if twice:
            raise ValueError(f"id förekommer mer än en gång: {', '.join(twice)}")
        return self


def load(folder: Path) -> dict[str, Entry]:
    """Return the entries of ``folder/sources.toml`` by file name; empty when there is no catalogue.

    Raises:
        CatalogueError: the file is not TOML or breaks the schema.
    """
    path = folder / NAME
    if not path.is_file():
        return {}
    try:
        catalogue = Catalogue.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise CatalogueError(f"{path} är inte giltig TOML i UTF-8 ({exc}). Rätta raden och försök igen.") from exc
    except ValidationError as exc:
        raise CatalogueError(_explain(path, exc)) from exc
    return {entry.file: entry for entry in catalogue.document}


def _explain(path: Path, error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"]) or "filen"
    return f"{path}: {where}: {first['msg']} (värdet är {first.get('input')!r:.80}). Rätta posten och försök igen."


_TYPES: tuple[tuple[Type, str], ...] = (
    ("verksamhetsplan", r"verksamhetsplan"),
    ("redovisning", r"årsredovisning|delårs(?:redovisning|rapport)|bokslut"),
    ("beslut", r"protokoll|sammanträde|styrelsemöte"),
    ("forbundsordning", r"förbundsordning"),
    ("inriktning", r"inriktning(?:sdokument)? "),
    ("lag", r"svensk författningssamling|\blag \(\d{4}:\d+\)"),
    ("rapport", r"rapport|utvärdering"),
)
_PLACE = re.compile(r"(?:finsam i |finsam |samordningsförbundet (?:finsam )?(?:i )?)([a-zåäö]{3,})", re.IGNORECASE)
_PLACE_GENITIVE = re.compile(r"\b([A-ZÅÄÖ][a-zåäö]+?)s samordningsförbund", re.IGNORECASE)
_NO_PLACE = {"och", "som", "ska", "skall", "inte", "har", "kan", "för", "med", "till", "den", "det", "finsam", "vet"}
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_ASCII = str.maketrans("åäöé", "aaoe")


def guess(id: str, file: str, text: str) -> Source:
    """Guess what a document without an entry is, from its first page; every guess is named in ``guessed``."""
    head = text[:3000]
    title = next((line.strip() for line in head.splitlines() if len(line.strip()) > 3), id)[:120]
    kind = next((name for name, pattern in _TYPES if re.search(pattern, title.lower())), None) or next(
        (name for name, pattern in _TYPES if re.search(pattern, head.lower())), "webb"
    )
    places = Counter(
        match.lower()
        for pattern in (_PLACE, _PLACE_GENITIVE)
        for match in pattern.findall(text[:20000])
        if match.lower() not in _NO_PLACE
    )
    year = _YEAR.search(title) or _YEAR.search(id) or _YEAR.search(head)
    source = Source(id=id, file=file, title=title, type=kind, guessed=("title", "association", "type", "starts"))
    if places:
        name = places.most_common(1)[0][0]
        source = replace(
            source, association=name.removesuffix("s" if f"{name[:-1]}" in places else "\0").translate(_ASCII)
        )
    if year:
        number = int(year.group())
        ends = date(number, 12, 31) if kind in ("verksamhetsplan", "redovisning") else None
        source = replace(source, starts=date(number, 1, 1), ends=ends)
    return source
