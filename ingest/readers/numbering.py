"""The markers that Word counts out for list items and numbered headings: "•", "1.", "2.1", "a)"."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

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
        for definition in root.iterfind(_w("abstractNum")):
            for level in definition.iterfind(_w("lvl")):
                at = int(level.get(_w("ilvl"), "0"))
                numbering._levels[definition.get(_w("abstractNumId")), at] = _Level(
                    _value(level, "numFmt", "decimal"), _value(level, "lvlText", ""), int(_value(level, "start", "1"))
                )
        for num in root.iterfind(_w("num")):
            id = num.get(_w("numId"), "")
            numbering._lists[id] = _value(num, "abstractNumId", "")
            for override in num.iterfind(_w("lvlOverride")):
                if (start := override.find(_w("startOverride"))) is not None:
                    numbering._restarts[id, int(override.get(_w("ilvl"), "0"))] = int(start.get(_w("val"), "1"))
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


def _value(parent: Any, name: str, default: str) -> str:
    child = parent.find(_w(name))
    return default if child is None else child.get(_w("val"), default)


def _w(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"
