"""The names of Sweden's municipalities, to tell who lives elsewhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def municipalities() -> tuple[str, ...]:
    """Return the names, in alphabetical order; those that are ordinary words too (Mark, Vara) are left out."""
    lines = (Path(__file__).parent / "municipalities.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
