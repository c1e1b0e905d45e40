"""Which documents hold today, and which speak about a year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ingest.catalogue import AUTHORITY
from ingest.model import Source

STANDING = frozenset({"lag", "forbundsordning"})
"""Types that hold until they are replaced."""

SUCCEEDING = frozenset({"forbundsordning", "inriktning", "verksamhetsplan", "redovisning"})
"""Types of which an association has one at a time: the next one replaces it without saying so."""


COMPILED = 0.6
"""Factor for what compilations say beside the documents that they were compiled from."""


def is_compiled(source: Source) -> bool:
    """True for data and web pages, which put together what other documents say."""
    return source.form == "data" or source.type == "webb"


def superseded_by(source: Source, sources: Iterable[Source], today: date | None = None) -> Source | None:
    """Return the newest document that has come in the place of ``source``, or None.

    That is one which names it among those it supersedes, or a plan, accounts or statutes of the same association and
    type with a later beginning. With ``today``, only what has begun by then counts: a plan for next year leaves this
    year's in force.
    """
    later = [
        other
        for other in sources
        if other.id != source.id
        and (source.id in other.supersedes or _succeeds(other, source))
        and (today is None or other.starts is None or other.starts <= today)
    ]
    return max(later, key=lambda other: other.starts or date.min, default=None)


def _succeeds(other: Source, source: Source) -> bool:
    return (
        source.type in SUCCEEDING
        and other.type == source.type
        and source.association != ""
        and other.association == source.association
        and other.starts is not None
        and source.starts is not None
        and other.starts > source.starts
    )


def in_force(source: Source, sources: Iterable[Source], today: date) -> bool:
    """True for a law or statutes, and for what covers ``today``, unless something that has begun supersedes it.

    Reports and accounts tell of their own time: they hold as history, and count as in force only while their period
    covers today. Decisions and web pages without an end hold on; so does a web page without a date.
    """
    if superseded_by(source, sources, today) is not None:
        return False
    if source.type in STANDING:
        return True
    if source.starts is None:
        return source.type == "webb"
    if source.type in ("webb", "beslut") and source.ends is None:
        return True
    return source.starts <= today <= (source.ends or source.starts.replace(month=12, day=31))


def years_covered(source: Source) -> range:
    """Return the years that the document's validity, period or publication touches; none without a date."""
    if source.starts is None:
        return range(0)
    return range(source.starts.year, (source.ends or source.starts).year + 1)


def covers(source: Source, year: int) -> bool:
    """True when the document's validity, period or publication touches ``year``."""
    return year in years_covered(source)


def authority(source: Source) -> int:
    """Rank of the document's type, 0 the weightiest."""
    return AUTHORITY.index(source.type) if source.type in AUTHORITY else len(AUTHORITY)
