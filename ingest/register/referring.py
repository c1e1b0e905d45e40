"""Sentences that say of the one before them that it was decided: "Bryggan förlängs. Det har styrelsen beslutat."."""

from __future__ import annotations

import re

from ingest.register import statements
from ingest.register.proposals import is_proposal

_SAID_BEFORE = re.compile(
    r"(?:Det|Detta)\s+(?:(?:har|hade)\s+)?(?:\w*styrelsen\s+(?:beslutat|beslutit)|(?:beslutade|beslöt|bestämde)\s+\w*styrelsen)\b"
    r"|(?:Det|Detta)\s+(?:är\s+beslutat|beslutades|har\s+beslutats)\s+av\s+\w*styrelsen\b"
    r"|\w*[Ss]tyrelsen\s+(?:har\s+|hade\s+)?(?:beslutat|beslutit|beslutade|beslöt)\s+(?:det|detta)\b(?!\s+(?:som|att)\b)"
)
"""The sentence before tells what was decided."""
_UNSURE = re.compile(
    r"\?\s*$|\b(?:kan|kunde|bör|borde|kanske|vill|ville|planer\w+|diskuter\w+|undersök\w+|om)\b", re.IGNORECASE
)


def refers_to_decision(text: str, before: tuple[int, int], sentence: tuple[int, int]) -> bool:
    """True when the sentence says that the board decided what the one before plainly tells; never of a proposal."""
    if _SAID_BEFORE.match(text, *sentence) is None:
        return False
    what = text[slice(*before)]
    return not (is_proposal(what) or _UNSURE.search(what) or any(statements.read(text, *before)))
