"""The Swedish words for the records of the register."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from assistant.register.entries import Entry, Kind, when
from assistant.writing import in_kronor, spaced
from ingest.months import MONTHS
from ingest.register.model import Decision, Goal, Initiative, Money, Record, Result

KINDS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.DECISION: "Beslut",
        Kind.PROPOSAL: "Förslag",
        Kind.OTHER: "Övrigt",
        Kind.MONEY: "Belopp",
        Kind.GOAL: "Mål",
        Kind.RESULT: "Resultat",
        Kind.INITIATIVE: "Insats",
    }
)
COUNTED: Mapping[Kind, tuple[str, str]] = MappingProxyType(
    {
        Kind.DECISION: ("beslut", "beslut"),
        Kind.PROPOSAL: ("förslag", "förslag"),
        Kind.OTHER: ("övrig uppgift", "övriga uppgifter"),
        Kind.MONEY: ("belopp", "belopp"),
        Kind.GOAL: ("mål", "mål"),
        Kind.RESULT: ("resultat", "resultat"),
        Kind.INITIATIVE: ("uppgift om en insats", "uppgifter om insatser"),
    }
)
"""One, and several."""

TYPES: Mapping[str, str] = MappingProxyType(
    {"I": "individinriktad", "S": "strukturinriktad", "I/S": "individ- och strukturinriktad"}
)

_MONTHS = re.compile(r"(?P<year>\d{4})-(?P<first>0[1-9]|1[0-2])–(?P<same>\d{4})-(?P<last>0[1-9]|1[0-2])")


def what(record: Record) -> str:
    """Return what a record is about, in its document's words."""
    match record:
        case Decision() | Goal():
            return record.what
        case Money():
            return record.label
        case Result():
            return f"{record.label}: {record.what}"
        case Initiative():
            return record.name if record.written == record.name else f"{record.name} (”{record.written}”)"


def status(record: Record) -> str:
    """Return what a body did, what a number is, who is responsible, or which type an initiative is."""
    match record:
        case Decision():
            return record.stance
        case Money() | Result():
            return record.measure
        case Goal():
            return record.responsible
        case Initiative():
            return TYPES.get(record.type, record.type)


def value(record: Record) -> str:
    """Return the amount with its kind, the number with its unit, or the target; empty without one."""
    match record:
        case Decision():
            kind = f" ({record.amount_kind})" if record.amount_kind else ""
            return "" if record.sek is None else f"{in_kronor(record.sek)}{kind}"
        case Money():
            return in_kronor(record.sek)
        case Goal():
            return record.target
        case Result():
            return number(record.number, record.unit)
        case Initiative():
            return record.owner


def number(value: float, unit: str) -> str:
    """Return a number in Swedish, "%" after it; "st" is not said."""
    text = f"{value:,.10g}" if value % 1 else f"{value:,.0f}"
    written = text.replace(",", "\u00a0").replace(".", ",")
    return written if unit in ("", "st") else f"{written}\u00a0{unit}"


def dated(entry: Entry) -> str:
    """Return the time of an entry with what the date is the date of."""
    date = when(entry.record)
    kind = entry.record.date_kind if isinstance(entry.record, Decision) else ""
    return f"{date} ({kind})" if date and kind else date


def counted(number: int, kinds: frozenset[Kind] = frozenset()) -> str:
    """Return "1 beslut", "12 belopp"; "12 poster" when the kinds are several."""
    forms = COUNTED[next(iter(kinds))] if len(kinds) == 1 else ("post", "poster")
    return f"{spaced(number)} {forms[number != 1]}"


def period(text: str) -> str:
    """Return whole months of one year in words, "jan–aug 2030" for "2030-01–2030-08"; anything else as it stands."""
    months = _MONTHS.fullmatch(text)
    if not months or months["year"] != months["same"]:
        return text
    first, last = (MONTHS[int(months[name]) - 1][:3] for name in ("first", "last"))
    return f"{first}–{last} {months['year']}"
