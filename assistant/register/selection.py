"""The register opened: its records filtered and sorted. Ten thousand are gone through in some milliseconds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from enum import StrEnum
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

from assistant.associations import association_name
from assistant.errors import RegisterError
from assistant.register.entries import Entry, Kind, bounds, entry_of, texts_of
from assistant.register.naming import is_ordinary, is_told_of
from assistant.register.telling import status, what
from ingest import features
from ingest.model import Source
from ingest.register.model import Initiative, Record, Result
from ingest.register.names import Mention, Names, names_of

if TYPE_CHECKING:
    from assistant.library import Library

INSIDE = 4
"""Letters from which on a word is also found inside another one: "gården" in "Kryddgårdenmodellen"."""

_SORTED = 80
"""Letters of a text that it is sorted by."""


class Column(StrEnum):
    """What entries can be sorted by."""

    DATE = "datum"
    KIND = "slag"
    ASSOCIATION = "förbund"
    INITIATIVE = "insats"
    WHAT = "vad"
    STATUS = "ställning"
    VALUE = "belopp"
    DOCUMENT = "källa"


@dataclass(frozen=True, slots=True)
class Order:
    column: Column = Column.DATE
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the entries are limited to; empty is no limit.

    ``since`` and ``until`` are years, months or days; an entry is within them when its time touches theirs. Each word
    of ``text`` is to be found, as another form of itself or inside a longer word.
    """

    kinds: frozenset[Kind] = field(default_factory=frozenset)
    associations: frozenset[str] = field(default_factory=frozenset)
    initiatives: frozenset[str] = field(default_factory=frozenset)
    years: frozenset[int] = field(default_factory=frozenset)
    since: str = ""
    until: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Facets:
    """What there is to choose from: ids with their Swedish labels, and years, the latest first."""

    kinds: tuple[Kind, ...]
    associations: tuple[tuple[str, str], ...]
    initiatives: tuple[str, ...]
    years: tuple[int, ...]


class Register:
    """The records of an index.

    Args:
        records: in the order of the index.
        sources: of the documents that the records stand in; a record without its source is left out.
    """

    def __init__(self, records: Sequence[Record], sources: Iterable[Source]) -> None:
        by_id = {source.id: source for source in sources}
        self.entries = tuple(
            entry_of(place, record, by_id[record.place.document])
            for place, record in enumerate(records)
            if record.place.document in by_id
        )
        self._by_id = {entry.id: entry for entry in self.entries}
        texts = ["\n".join((*texts_of(entry.record), entry.source.title)).lower() for entry in self.entries]
        self._texts = [" ".join(text.split()) for text in texts]
        counted = features.count(texts).stems
        self._stems = counted.indices
        self._rows = np.repeat(np.arange(len(texts)), np.diff(counted.indptr))

    def entry(self, id: int) -> Entry:
        """Return an entry by its id.

        Raises:
            KeyError: there is none.
        """
        return self._by_id[id]

    def select(self, wanted: Wanted, order: Order | None = None) -> list[Entry]:
        """Return the entries wanted, the latest first unless ``order`` says otherwise; what has no value comes last.

        Raises:
            RegisterError: ``since`` or ``until`` is no date, or the first is later than the second.
        """
        since, until = _limits(wanted)
        holding = self._holding(wanted.text)
        found = [
            entry
            for place, entry in enumerate(self.entries)
            if (holding is None or place in holding) and _fits(entry, wanted, since, until)
        ]
        return ordered(found, order or Order())

    def facets(self) -> Facets:
        kinds = {entry.kind for entry in self.entries}
        places = sorted({entry.record.association for entry in self.entries} - {""})
        names = {name for entry in self.entries for name in entry.initiatives}
        years = {year for entry in self.entries for year in entry.years if entry.kind is not Kind.INITIATIVE}
        return Facets(
            kinds=tuple(kind for kind in Kind if kind in kinds),
            associations=tuple((id, association_name(id)) for id in places),
            initiatives=tuple(sorted(names, key=collated)),
            years=tuple(sorted(years, reverse=True)),
        )

    def initiative(self, name: str) -> str:
        """Return the canonical name of the initiative in the register that is called ``name``.

        Raises:
            RegisterError: there is none; the text names those that come near.
        """
        used = self._used
        asked = " ".join(name.lower().split())
        meant = used.get(asked) or used.get((self._names.canonical(name) or "").lower())
        if meant:
            return meant
        near = [each for each in used if asked and asked in each] + get_close_matches(asked, used, n=3)
        names = ", ".join(dict.fromkeys(used[each] for each in near)) or "dem som --kind insats visar"
        raise RegisterError(f"Ingen insats i registret heter {name!r}; välj bland {names}.")

    def named(self, *texts: str) -> tuple[str, ...]:
        """Return the canonical names of the register's initiatives that running text names, in order, each once."""
        return tuple(dict.fromkeys(mention.name for text in texts for mention in self.mentions(text)))

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return where running text names initiatives of the register, by their canonical names, in order."""
        found = [mention for mention in self._names.mentions(text) if mention.name.lower() in self._used]
        sure = {mention.name for mention in found if not is_ordinary(text, mention)}
        return tuple(
            replace(mention, name=self._used[mention.name.lower()])
            for mention in found
            if mention.name in sure or is_told_of(text, mention)
        )

    @cached_property
    def _names(self) -> Names:
        return names_of(entry.record for entry in self.entries if isinstance(entry.record, Initiative))

    @cached_property
    def _used(self) -> dict[str, str]:
        """The canonical names of the entries, by their small letters."""
        return {one.lower(): one for entry in self.entries for one in entry.initiatives}

    def _holding(self, text: str) -> set[int] | None:
        """Return the places of the entries that hold every word of ``text``; None when it has none to look for."""
        found: set[int] | None = None
        for word in text.lower().split():
            stems = [one.stem for one in features.words(word)]
            if all(stem is None for stem in stems):
                continue
            here: set[int] = set.intersection(*(self._with(stem) for stem in stems if stem is not None))
            if len(word) >= INSIDE:
                here |= {place for place, each in enumerate(self._texts) if word in each}
            found = here if found is None else found & here
        return found

    def _with(self, stem: int) -> set[int]:
        places: list[int] = self._rows[self._stems == stem].tolist()
        return set(places)


@lru_cache(maxsize=1)
def register_of(library: Library) -> Register:
    """Return the register of an opened index; that of the latest one is kept."""
    return Register(library.records, library.sources)


def ordered(entries: Iterable[Entry], order: Order) -> list[Entry]:
    """Return the entries sorted by a column; those of equal value keep their order, those without come last."""
    keyed = [(_key(entry, order.column), entry) for entry in entries]
    known = sorted((pair for pair in keyed if pair[0] is not None), key=itemgetter(0), reverse=order.descending)
    return [entry for _, entry in known] + [entry for key, entry in keyed if key is None]


def collated(text: str) -> str:
    """Return a key that sorts as a Swedish list of names does: the signs that follow z in place of å, ä and ö."""
    # Three replacements take a tenth of the time of str.translate.
    return text.lower().replace("å", "{").replace("ä", "|").replace("ö", "}")


def _key(entry: Entry, column: Column) -> tuple[str, float] | None:
    """Return what an entry is sorted by: a text, or a unit with a number of it; None when it has no value."""
    if column is Column.VALUE:
        return _size(entry)
    text = _text(entry, column)[:_SORTED]
    return (collated(text), 0.0) if text else None


def _size(entry: Entry) -> tuple[str, float] | None:
    if entry.sek is not None:
        return "kr", float(entry.sek)
    return (entry.record.unit, entry.record.number) if isinstance(entry.record, Result) else None


def _text(entry: Entry, column: Column) -> str:
    match column:
        case Column.DATE:
            return entry.first
        case Column.KIND:
            return entry.kind
        case Column.ASSOCIATION:
            return association_name(entry.record.association)
        case Column.INITIATIVE:
            return ", ".join(entry.initiatives)
        case Column.WHAT:
            return what(entry.record)
        case Column.STATUS:
            return status(entry.record)
        case _:
            return entry.source.title


def _limits(wanted: Wanted) -> tuple[str, str]:
    """Return the first and last day wanted, empty where there is no limit."""
    since, until = _limit(wanted.since)[0], _limit(wanted.until)[1]
    if since and until and since > until:
        raise RegisterError(f"Från {wanted.since} till {wanted.until} är ingen tid: den första dagen är den senare.")
    return since, until


def _limit(text: str) -> tuple[str, str]:
    try:
        return bounds(text.strip()) if text.strip() else ("", "")
    except ValueError as error:
        raise RegisterError(f"{text!r} är ingen tid; skriv ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD.") from error


def _fits(entry: Entry, wanted: Wanted, since: str, until: str) -> bool:
    return (
        (not wanted.kinds or entry.kind in wanted.kinds)
        and (not wanted.associations or entry.record.association in wanted.associations)
        and (not wanted.initiatives or not wanted.initiatives.isdisjoint(entry.initiatives))
        and (not wanted.years or any(year in wanted.years for year in entry.years))
        and (not since or entry.last >= since)
        and (not until or "" < entry.first <= until)
    )
