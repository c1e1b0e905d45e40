"""The units of money, and the words that documents write them with: patterns, meant for ``re.IGNORECASE``."""

from __future__ import annotations

IN_KRONOR = {"kr": 1, "tkr": 1_000, "mkr": 1_000_000}
"""The units that amounts are kept in."""

SHORT = r"[tkm]?kr|mnkr|[tkm]?sek"
"""A unit that may stand before its amount, too: "SEK 450"."""
UNIT_WORD = rf"{SHORT}|kronor"
"""A unit in one word."""

KR = r"kr(?:onor)?|sek"
THOUSANDS = rf"tusen\s+(?:{KR})|[tk]kr|[tk]sek"
MILLIONS = rf"miljon(?:er)?\s+(?:{KR})|milj\.?\s*(?:{KR})|mn?kr|msek"
BILLIONS = rf"miljarder\s+(?:{KR})|mdr\s*(?:{KR})|mdkr|mdsek"
UNIT = rf"{BILLIONS}|{MILLIONS}|{THOUSANDS}|{KR}"
"""A unit in one word or two."""


def unit_of_short(word: str) -> str:
    """The unit in :data:`IN_KRONOR` that a :data:`SHORT` stands for."""
    match word.lower():
        case "kr" | "sek":
            return "kr"
        case short:
            return "mkr" if short.startswith("m") else "tkr"
