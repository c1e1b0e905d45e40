"""The records of a generation, kept in its folder in one file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from ingest.register.model import Decision, Goal, Initiative, Money, Record, Result

_NAME = "records.json"


@dataclass(frozen=True, slots=True)
class _Kept:
    """The records by kind, each kind in the order of documents and texts."""

    decisions: tuple[Decision, ...]
    money: tuple[Money, ...]
    goals: tuple[Goal, ...]
    results: tuple[Result, ...]
    initiatives: tuple[Initiative, ...]


def save(records: Iterable[Record], folder: Path) -> None:
    """Write the records to a folder.

    Raises:
        OSError: the disk refuses.
    """
    every = tuple(records)
    kept = _Kept(
        tuple(one for one in every if isinstance(one, Decision)),
        tuple(one for one in every if isinstance(one, Money)),
        tuple(one for one in every if isinstance(one, Goal)),
        tuple(one for one in every if isinstance(one, Result)),
        tuple(one for one in every if isinstance(one, Initiative)),
    )
    (folder / _NAME).write_bytes(msgspec.json.encode(kept))


def load(folder: Path) -> tuple[Record, ...]:
    """Read the records of a folder: decisions, money, goals, results and initiatives, in this order.

    Raises:
        FileNotFoundError: none were saved there.
        msgspec.DecodeError: another version saved them.
    """
    kept = msgspec.json.decode((folder / _NAME).read_bytes(), type=_Kept)
    return (*kept.decisions, *kept.money, *kept.goals, *kept.results, *kept.initiatives)
