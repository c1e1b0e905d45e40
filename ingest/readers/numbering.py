"""The markers that Word counts out for list items and numbered headings: "•", "1.", "2.1", "a)"."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from ingest.readers import word
from ingest.readers.word import W

_PLACE = re.compile(r"%(\d)")
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class _Level:
    format: str = "bullet"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class Numbering:
    """Counts a document's lists; ask for each numbered paragraph's marker once, in reading order."""

    _lists: dict[str, str] = field(default_factory=dict)
    """List id -> id of its definition."""
    _levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    _restarts: dict[tuple[str, int], int] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    @classmethod
    def of(cls, root: Any) -> Numbering:
        """Return the numbering that the element ``w:numbering`` defines; None gives one that knows no list."""
        numbering = cls()
        if root is None:
            return numbering
        for definition in root.iterfind(f"{W}abstractNum"):
            for level in definition.iterfind(f"{W}lvl"):
                numbering._levels[definition.get(f"{W}abstractNumId"), int(level.get(f"{W}ilvl", "0"))] = _Level(
                    word.value(level.find(f"{W}numFmt")) or "decimal",
                    word.value(level.find(f"{W}lvlText")),
                    word.number(level.find(f"{W}start"), 1),
                )
        for num in root.iterfind(f"{W}num"):
            id = num.get(f"{W}numId", "")
            numbering._lists[id] = word.value(num.find(f"{W}abstractNumId"))
            for override in num.iterfind(f"{W}lvlOverride"):
                if (start := override.find(f"{W}startOverride")) is not None:
                    numbering._restarts[id, int(override.get(f"{W}ilvl", "0"))] = word.number(start, 1)
        return numbering

    def marker(self, id: str, level: int) -> str:
        """Return the marker of the next paragraph of list ``id`` at ``level`` (from 0); "" for a list without one."""
        definition = self._lists.get(id)
        if definition is None:
            return ""
        shape = self._levels.get((definition, level), _Level())
        if shape.format == "bullet":
            return "•"
        if shape.format == "none":
            return ""
        counts = self._counts[definition]
        restart = self._restarts.pop((id, level), None)
        counts[level] = restart if restart is not None else counts.get(level, shape.start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        return _PLACE.sub(lambda match: self._count(definition, int(match.group(1)) - 1), shape.text).strip()

    def _count(self, definition: str, level: int) -> str:
        shape = self._levels.get((definition, level), _Level("decimal"))
        return _written(self._counts[definition].get(level, shape.start), shape.format)


def _written(number: int, format: str) -> str:
    match format:
        case "lowerLetter" | "upperLetter":
            letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letter.upper() if format == "upperLetter" else letter
        case "lowerRoman" | "upperRoman":
            roman, rest = "", number
            for value, sign in _ROMAN:
                roman += sign * (rest // value)
                rest %= value
            return roman.upper() if format == "upperRoman" else roman
    return str(number)
