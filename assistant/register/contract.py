"""The JSON of the register: the contract of ``python -m assistant decisions --json``."""

from __future__ import annotations

import msgspec

from assistant.register.entries import Entry, when


def as_json(entry: Entry) -> dict[str, object]:
    """Return a record's own fields between what all have: kind, time and initiatives, and where it stands.

    Empty fields are kept, so that every record of a kind has the same keys. ``date`` is the record's time as written,
    ``from`` and ``to`` the first and last day of it, null when it has none.
    """
    own: dict[str, object] = msgspec.to_builtins(entry.record)
    place = msgspec.to_builtins(entry.record.place)
    own.pop("place")
    for name in ("date", "initiative", "initiatives"):
        own.pop(name, None)
    shape: dict[str, object] = {
        "kind": str(entry.kind),
        "date": when(entry.record) or None,
        "from": entry.first or None,
        "to": entry.last or None,
        "initiatives": list(entry.initiatives),
    }
    return shape | own | {"source": {"title": entry.source.title, **place}}
