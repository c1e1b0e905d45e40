"""The data files that an office keeps by hand: decisions, and initiatives, one JSON object a line.

A decision says what its date is the date of and what its amount is: a positive position is not a grant, an amount
applied for is not an amount granted, the day a notice was published is not the day of the decision.
"""

from __future__ import annotations

import json
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from ingest.errors import UnreadableFile
from ingest.schema import first_fault

DecisionKind = Literal[
    "beslut",
    "positivt ställningstagande",
    "villkor",
    "ställningstagande",
    "förslag",
    "plan eller budget",
    "uppdrag",
    "händelse",
]
DateKind = Literal["beslutsdatum", "publicering", "planår", "projektstart", "händelsedag", "månad", "år"]
AmountKind = Literal[
    "sökt",
    "beviljat",
    "budget",
    "budgetförslag",
    "ram",
    "tilldelning",
    "projektbudget",
    "bidrag",
    "använt",
    "högsta belopp",
]
Confidence = Literal["high", "medium"]


class Decision(BaseModel):
    """One line of a decision file."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    date: str = Field(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")
    """ÅÅÅÅ, ÅÅÅÅ-MM or ÅÅÅÅ-MM-DD."""
    date_kind: DateKind
    date_note: str | None = None
    kind: DecisionKind
    body: str = Field(min_length=1)
    """Who decided, or acted."""
    association: str = Field(pattern=r"^[a-z0-9-]+$")
    subject: str = Field(min_length=1)
    decision: str = Field(min_length=1)
    reason: str | None = None
    initiatives: list[str] = []
    """Names as in the initiative file, for the register."""
    amount_sek: int | None = Field(default=None, ge=0)
    amount_kind: AmountKind | None = None
    amount_approximate: bool = False
    confidence: Confidence
    """high: read in the source itself and checked; medium: derived, or from one notice only."""
    source_title: str = Field(min_length=1)
    source_address: str = Field(min_length=1)
    """A web address, or ``document:<id>`` for a document of the catalogue."""

    @model_validator(mode="after")
    def _says_what_it_is(self) -> Decision:
        if (self.amount_sek is None) != (self.amount_kind is None):
            raise ValueError("amount_sek och amount_kind ska antingen båda ha ett värde eller båda vara null")
        if self.date_kind in ("beslutsdatum", "händelsedag") and len(self.date) != 10:
            raise ValueError(f"date ska vara en hel dag, ÅÅÅÅ-MM-DD, när date_kind är {self.date_kind}")
        if self.kind == "positivt ställningstagande" and self.amount_kind == "beviljat":
            raise ValueError("ett positivt ställningstagande kan inte ha amount_kind beviljat")
        return self

    @property
    def year(self) -> int:
        return int(self.date[:4])


class Amount(BaseModel):
    """An amount of an initiative."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    period: str = Field(min_length=1)
    sek: int = Field(ge=0)
    kind: AmountKind
    approximate: bool = False
    note: str | None = None


class Initiative(BaseModel):
    """One line of an initiative file."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    name: str = Field(min_length=1)
    aliases: list[str] = []
    likely_aliases: list[str] = []
    """Names that probably mean the same initiative; no source says so."""
    association: str = Field(pattern=r"^[a-z0-9-]+$")
    type: Literal["I", "S", "I/S", "okänd"]
    type_note: str | None = None
    parties: list[str]
    owner: str | None = None
    period: str | None = None
    amounts: list[Amount] = []
    target_group: str | None = None
    results: list[str] = []
    note: str | None = None
    source_addresses: list[str] = Field(min_length=1)


Ledger = tuple[Decision, ...] | tuple[Initiative, ...]
"""What a file holds."""

SUFFIX = ".jsonl"


def parse_records(data: bytes, name: str) -> Ledger:
    """Return the records of a file's content, all of one kind and of one association, in the file's order.

    Raises:
        UnreadableFile: not UTF-8, no record, not JSON, or a record that breaks the schema; the text names the file by
            ``name``, the line, the field and what was expected.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        raise UnreadableFile(f"{name} är inte text i UTF-8. Spara filen som UTF-8 och läs in den igen.") from exc
    rows = [(n, _object(name, n, line)) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not rows:
        raise UnreadableFile(f"{name} är tom: det ska stå en post per rad. Lägg till poster eller ta bort filen.")
    records = [_parsed(name, number, row) for number, row in rows]
    for (number, _), record in zip(rows, records, strict=True):
        if record.association != records[0].association:
            raise _fault(name, number, f"association: ska vara {records[0].association} som på första raden")
    if all(isinstance(record, Decision) for record in records):
        return tuple(record for record in records if isinstance(record, Decision))
    if all(isinstance(record, Initiative) for record in records):
        return tuple(record for record in records if isinstance(record, Initiative))
    odd = next(i for i, record in enumerate(records) if type(record) is not type(records[0]))
    raise _fault(name, rows[odd][0], "beslut och insatser står i samma fil; de ska ha var sin")


def _object(name: str, number: int, line: str) -> dict[str, object]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as exc:
        raise _fault(name, number, f"raden är inte JSON ({exc.msg}, tecken {exc.colno})") from exc
    if not isinstance(row, dict):
        raise _fault(name, number, "raden ska vara ett JSON-objekt, {…}")
    return row


def _parsed(name: str, number: int, row: dict[str, object]) -> Decision | Initiative:
    try:
        if "decision" in row:
            return Decision.model_validate(row)
        if "name" in row:
            return Initiative.model_validate(row)
    except ValidationError as exc:
        raise _fault(name, number, first_fault(exc)) from exc
    raise _fault(name, number, "posten saknar både fältet decision (ett beslut) och fältet name (en insats)")


def _fault(name: str, number: int, fault: str) -> UnreadableFile:
    return UnreadableFile(f"{name}, rad {number}: {fault}. Rätta raden och läs in filen igen.")
