"""What is wanted of an extraction against what it gave: matched one to one, counted, and told of."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.register.model import Record


@dataclass(frozen=True, slots=True)
class Wanted:
    """One entry of a gold list."""

    name: str
    """For whoever reads what is missing."""
    fits: Callable[[Record], bool]
    """That a record is this one: its kind, document, subject, year, period, measure and amount."""
    faults: Callable[[Record], list[str]]
    """What else of a record that fits is wrong, in a few words each."""
    optional: bool = False
    """Neither missed nor in excess."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a gold list and the records of its kind and documents meet; optional entries count for nothing."""

    matched: tuple[tuple[Wanted, Record], ...]
    missing: tuple[Wanted, ...]
    extra: tuple[Record, ...]

    @property
    def recall(self) -> float:
        """Share of what is wanted that was found, 0…1; 1 when nothing is wanted."""
        return _share(len(self.matched), len(self.missing))

    @property
    def precision(self) -> float:
        """Share of what was found that is wanted, 0…1; 1 when nothing was found."""
        return _share(len(self.matched), len(self.extra))

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong in records that were found."""
        return tuple(f"{one.name}: {', '.join(found)}" for one, record in self.matched if (found := one.faults(record)))

    @property
    def exactness(self) -> float:
        """Share of the matched records without a fault, 0…1; 1 when nothing was matched."""
        return _share(len(self.matched) - len(self.faults), len(self.faults))

    def told(self) -> str:
        """All of it, a line each."""
        head = f"recall {self.recall:.3f}, precision {self.precision:.3f}, exactness {self.exactness:.3f}"
        missing = (f"  missing  {one.name}" for one in self.missing)
        extra = (f"  extra    {shown(record)}" for record in self.extra)
        faults = (f"  fault    {fault}" for fault in self.faults)
        return "\n".join([head, *missing, *extra, *faults])


def _share(right: int, wrong: int) -> float:
    return right / (right + wrong) if right + wrong else 1.0


def compare(wanted: Sequence[Wanted], records: Sequence[Record]) -> Comparison:
    """Match as many entries as can be, those that are not optional first, each with a record of its own."""
    ordered = sorted(wanted, key=lambda one: one.optional)
    suitors = [[number for number, record in enumerate(records) if one.fits(record)] for one in ordered]
    taken: dict[int, int] = {}
    for entry in range(len(ordered)):
        _place(entry, suitors, taken, set())
    found = {entry: records[number] for number, entry in taken.items()}
    return Comparison(
        matched=tuple((ordered[entry], found[entry]) for entry in sorted(found) if not ordered[entry].optional),
        missing=tuple(one for entry, one in enumerate(ordered) if entry not in found and not one.optional),
        extra=tuple(record for number, record in enumerate(records) if number not in taken),
    )


def _place(entry: int, suitors: Sequence[Sequence[int]], taken: dict[int, int], asked: set[int]) -> bool:
    """Give an entry a record, moving others to records that fit them as well (Kuhn's augmenting paths)."""
    for number in suitors[entry]:
        if number in asked:
            continue
        asked.add(number)
        if number not in taken or _place(taken[number], suitors, taken, asked):
            taken[number] = entry
            return True
    return False


def shown(record: Record) -> str:
    """A record in a line: what is set in it, without where it stands but its beginning."""
    kept = {name: value for name in record.__slots__ if name != "place" and (value := getattr(record, name))}
    fields = " ".join(f"{name}={value!r}" for name, value in kept.items())
    return f"{type(record).__name__} {record.place.document}:{record.place.start} {fields:.400}"


def plain(text: str) -> str:
    """Small letters, one space for white space of any kind."""
    return re.sub(r"\s+", " ", text).strip().casefold()


def bare(text: str) -> str:
    """Letters and digits alone, words apart: how labels are compared."""
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


def holds(text: str, words: Sequence[str]) -> bool:
    """Whether all of the words stand in the text, whatever stands around them."""
    return all(plain(word) in plain(text) for word in words)


def months(period: str) -> tuple[str, ...]:
    """The months that a period goes from and to, "ÅÅÅÅ-MM" each; () for a whole year."""
    return tuple(re.findall(r"\d{4}-\d\d", period)) if period else ()
