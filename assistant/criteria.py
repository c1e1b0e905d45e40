"""The criteria that an application is screened against: one dated TOML file per plan of an association.

A new plan, or another association, is a new file. The same id means the same criterion in every file. Amounts are
not in it: a criterion points at the document and section where the plan's own figure stands.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from assistant.errors import CriteriaError
from ingest.schema import first_fault

Group = Literal["malgrupp", "syfte", "prioritering", "ekonomi", "form"]
PartyKind = Literal["kommun", "region", "arbetsformedlingen", "forsakringskassan"]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Rule(_Entry):
    """Where a criterion's rule stands."""

    document: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    """A document id of the catalogue."""
    section: str = Field(min_length=1)
    """The heading of the section, as in the document; its number alone identifies it in another wording."""


class Party(_Entry):
    """One of the parties that may take part, and the units and short forms that mean it."""

    name: str = Field(min_length=1)
    kind: PartyKind
    also: tuple[str, ...] = ()


class Criterion(_Entry):
    """One question that is put to an application."""

    id: str = Field(pattern=r"^[A-Z]\d{1,2}$")
    name: str = Field(min_length=1)
    group: Group
    question: str = Field(min_length=1)
    meets: str = Field(min_length=1)
    contradicts: str = Field(min_length=1)
    hard: bool
    """True: a "no" puts the application outside the association's task."""
    not_applicable: str = ""
    """When the criterion does not apply; empty when it always does."""
    applicant_question: str = Field(min_length=1)
    """What to ask the applicant when the application leaves it unclear."""
    look_for: tuple[str, ...] = ()
    """Word stems that show where to read; they decide nothing."""
    rule: Rule
    valid_from: date | None = None
    valid_to: date | None = None


class CriteriaSet(_Entry):
    """A whole criteria file."""

    association: str = Field(pattern=r"^[a-z0-9-]+$")
    title: str = Field(min_length=1)
    plan: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    """Document id of the plan that the criteria follow."""
    year: int = Field(ge=2004, le=2100)
    """The budget year that money is asked for."""
    valid_from: date
    valid_to: date
    place: str = Field(min_length=1)
    residents: tuple[str, ...] = Field(min_length=1)
    age_from: int = Field(ge=0)
    age_to: int
    """Ages in years, both ends included."""
    minimum_parties: int = Field(ge=1)
    party: tuple[Party, ...] = Field(min_length=1)
    criterion: tuple[Criterion, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _consistent(self) -> CriteriaSet:
        periods = [(self.valid_from, self.valid_to), *((one.valid_from, one.valid_to) for one in self.criterion)]
        for first, last in periods:
            if first and last and first > last:
                raise ValueError(f"valid_from {first} ligger efter valid_to {last}")
        if self.age_from > self.age_to:
            raise ValueError(f"age_from {self.age_from} är högre än age_to {self.age_to}")
        if self.minimum_parties > len(self.party):
            raise ValueError(f"minimum_parties är {self.minimum_parties} men bara {len(self.party)} party finns")
        twice = [id for id, count in Counter(entry.id for entry in self.criterion).items() if count > 1]
        if twice:
            raise ValueError(f"criterion.id förekommer mer än en gång: {', '.join(twice)}")
        return self

    def __getitem__(self, id: str) -> Criterion:
        """Return the criterion ``id``.

        Raises:
            KeyError: the set has no such criterion.
        """
        for criterion in self.criterion:
            if criterion.id == id:
                return criterion
        raise KeyError(id)

    def on(self, day: date) -> tuple[Criterion, ...]:
        """Return the criteria in force on ``day``, in the file's order."""
        return tuple(
            criterion
            for criterion in self.criterion
            if (criterion.valid_from or self.valid_from) <= day <= (criterion.valid_to or self.valid_to)
        )


def load(path: Path) -> CriteriaSet:
    """Read the criteria file ``path``.

    Raises:
        CriteriaError: no such file, not TOML in UTF-8, or a field that breaks the schema.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as exc:
        raise CriteriaError(f"Kriteriefilen {path} finns inte. Ange en fil i mappen criteria.") from exc
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise CriteriaError(f"{path} är inte giltig TOML i UTF-8 ({exc}). Rätta raden och försök igen.") from exc
    try:
        return CriteriaSet.model_validate(content)
    except ValidationError as exc:
        raise CriteriaError(f"{path}: {_named(content, exc)}. Rätta filen och försök igen.") from exc


def choose(folder: Path, association: str, day: date) -> CriteriaSet:
    """Return the association's criteria in force on ``day``; when none is, those that ended or begin nearest to it.

    Compare ``valid_from`` and ``valid_to`` with the day to see which it was.

    Raises:
        CriteriaError: a broken file, or no file of the association.
    """
    own = [found for found in map(load, sorted(folder.glob("*.toml"))) if found.association == association]
    if not own:
        raise CriteriaError(f"Inga kriterier för {association} finns i {folder}. Lägg till en fil för förbundet där.")
    return min(own, key=lambda found: max(found.valid_from - day, day - found.valid_to, timedelta(0)))


def _named(content: dict[str, object], error: ValidationError) -> str:
    """Put the criterion's id, when it has one, in front of the fault."""
    match error.errors()[0]["loc"]:
        case ("criterion", int(index), *_):
            entries = content["criterion"]
            entry = entries[index] if isinstance(entries, list) else None
            if isinstance(entry, dict) and "id" in entry:
                return f"kriteriet {entry['id']}: {first_fault(error)}"
    return first_fault(error)
