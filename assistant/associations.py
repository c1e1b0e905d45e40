"""The associations by their ids: what they are called, and which one a question is about."""

from __future__ import annotations

HOME = "malmo"
"""The association that a question is about when it names none."""

NATIONAL = "riket"
"""What applies to all of them: the law, national guidance."""

_NAMES = {HOME: "Malmö", "lund": "Lund", NATIONAL: "hela landet"}
"""Names for ids whose spelling the id cannot tell."""


def association_name(id: str) -> str:
    """Return the name of an association as it is written; an id that is not known is shown with a capital."""
    return _NAMES.get(id, id.capitalize())
