"""What was decided on an earlier initiative, out of the register: the latest decision that is on it, in words."""

from __future__ import annotations

from assistant.errors import RegisterError
from assistant.register.entries import Entry, Kind
from assistant.register.selection import Register, Wanted
from assistant.register.telling import dated, status, what
from assistant.validity import is_compiled
from ingest.register.model import Decision, Stance

SUBJECT = 140
"""Characters at the beginning of a decision in which what it is on is named."""

LONGEST = 160
"""Characters of a decision that are told; its passage is quoted whole."""

_YEARLY = "planår"
"""Kind of date of what a plan or budget holds for a year: another decision than on whether to begin, go on or end."""
_ASSIGNMENT = "Uppdrag"
"""First word of what the office writes of an assignment to its own staff."""


def sheet_of(name: str, register: Register) -> str:
    """Return the name under which the register has a sheet of an initiative, or ""."""
    try:
        return register.initiative(name) if name else ""
    except RegisterError:
        return ""


def decision_on(name: str, association: str, register: Register) -> Entry | None:
    """Return the association's decision on an initiative, called as in the register; None when none is known.

    Of the latest year; there one that gives its reason first, then one in the board's own documents.
    """
    places = frozenset({association} if association else ())
    wanted = Wanted(frozenset({Kind.DECISION}), places, frozenset({name}))
    found = [entry for entry in register.select(wanted) if _is_on(name, entry.record, register)]
    return max(found, key=_telling, default=None)


def told(name: str, entry: Entry) -> str:
    """Return when something was decided, what, and why when a reason is given."""
    record = entry.record
    words = " ".join(what(record).split())
    if len(words) > LONGEST:
        words = f"{words[:LONGEST].rsplit(' ', 1)[0]} …"
    act = str(Stance.DECIDED) if words.startswith("att ") else f"{status(record)}:"
    head = ", ".join(part for part in (name, dated(entry), act) if part)
    reason = record.reason if isinstance(record, Decision) else ""
    return f"{head} {_ended(words)}{f' Skäl: {_ended(reason)}' if reason else ''}"


def _is_on(name: str, record: object, register: Register) -> bool:
    """True for a decision whose beginning, or the heading that it stands under, names the initiative."""
    return (
        isinstance(record, Decision)
        and record.date_kind != _YEARLY
        and not record.place.quote.startswith(_ASSIGNMENT)
        and name in register.named(record.what[:SUBJECT], record.place.quote[:SUBJECT], record.place.section)
    )


def _telling(entry: Entry) -> tuple[str, bool, bool, str]:
    is_explained = isinstance(entry.record, Decision) and bool(entry.record.reason)
    return entry.first[:4], is_explained, not is_compiled(entry.source), entry.first


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "…", "!", "?")) else f"{sentence}."
