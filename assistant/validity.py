"""Which documents hold today, and which speak about a year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ingest.catalogue import AUTHORITY
from ingest.model import Source

STANDING = frozenset({"lag", "forbundsordning"})
"""Types that hold until they are replaced."""


def is_plan(source: Source) -> bool:
    return source.type in ("verksamhetsplan", "inriktning")


def superseded_by(source: Source, sources: Iterable[Source]) -> Source | None:
    """Return the newest plan or accounts of the same association and type that came after ``source``, or None."""
    later = [
        other
        for other in sources
        if other.id != source.id
        and (
            source.id in other.supersedes
            or (
                other.association == source.association
                and other.type == source.type
                and source.type not in STANDING
                and other.starts is not None
                and source.starts is not None
                and other.starts > source.starts
            )
        )
    ]
    return max(later, key=lambda other: other.starts or date.min, default=None)


def in_force(source: Source, sources: Iterable[Source], today: date) -> bool:
    """True for a law, and for a plan whose validity covers ``today`` and that no later one supersedes.

    Other documents (reports, accounts, decisions, web pages) are accounts of their own time: they hold as history, and
    count as in force only while their period covers today.
    """
    if source.type in STANDING:
        return True
    if superseded_by(source, sources) is not None:
        return False
    if source.starts is None:
        return source.type == "webb"
    if source.type in ("webb", "beslut") and source.ends is None:
        return True
    return source.starts <= today and (source.ends or source.starts.replace(month=12, day=31)) >= today


def covers(source: Source, year: int) -> bool:
    """True when the document's validity, period or publication touches ``year``."""
    if source.starts is None:
        return False
    last = source.ends.year if source.ends else source.starts.year
    return source.starts.year <= year <= last


def authority(source: Source) -> int:
    """Rank of the document's type, 0 the weightiest."""
    return AUTHORITY.index(source.type) if source.type in AUTHORITY else len(AUTHORITY)
