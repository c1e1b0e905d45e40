"""What speaks for and against each criterion, read from ``cues/`` and filled in for one association."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.criteria import CriteriaSet
from assistant.screening.draft import Topic
from assistant.screening.judging.legible import folded
from assistant.screening.judging.phrases import compile_phrases
from assistant.screening.municipalities import municipalities

_YEARS_AHEAD = 4
"""Years after the budget year that a plan for what comes afterwards may name."""
_LISTS = ("met", "not_met", "unclear", "firm")


@dataclass(frozen=True, slots=True)
class Cues:
    """The phrases of one criterion, or of one side of it; see ``cues/general.toml``."""

    met: re.Pattern[str]
    not_met: re.Pattern[str]
    unclear: re.Pattern[str]
    firm: re.Pattern[str]
    """What is said for sure in spite of a word that would leave it open by itself."""
    together: tuple[tuple[re.Pattern[str], ...], ...]
    """Sets of phrases that all must stand in one statement, in any order, to say that the criterion is met."""
    leave_out: frozenset[Topic]
    denied_doubts: bool
    """True where a denied "met" leaves the criterion open rather than says nothing."""
    prevails: bool
    shy: bool
    """True where a "met" in a sentence that holds a "not" anywhere leaves the criterion open."""


@lru_cache(maxsize=16)
def cues(criteria: CriteriaSet, *, without_dots: bool = False) -> dict[str, Cues]:
    """Return the cues by the criterion's id; sides of a criterion have names like "P5.goals".

    Args:
        without_dots: for text in which å, ä and ö have become a and o.
    """
    fill = _fill(criteria, vocabulary(without_dots=without_dots))
    if without_dots:
        fill = {name: folded(said) for name, said in fill.items()}
    found: dict[str, Cues] = {}
    for id, entry in _read(without_dots).items():
        if id == "words":
            continue
        for name, side in ((id, entry), *((f"{id}.{key}", value) for key, value in entry.items())):
            if isinstance(side, dict):
                found[name] = _cues(side, fill)
    return found


def vocabulary(*, without_dots: bool = False) -> dict[str, Any]:
    """Return the names that phrases are filled in with: methods, units of parties, other bodies, districts, aims."""
    found: dict[str, Any] = _read(without_dots)["words"]
    return found


@lru_cache(maxsize=2)
def _read(without_dots: bool) -> dict[str, Any]:
    """Return the entries of all files, by name."""
    entries: dict[str, Any] = {}
    for path in sorted((Path(__file__).parent / "cues").glob("*.toml")):
        content = path.read_text(encoding="utf-8")
        entries |= tomllib.loads(folded(content) if without_dots else content)
    return entries


def _cues(entry: dict[str, Any], fill: dict[str, str]) -> Cues:
    met, not_met, unclear, firm = (compile_phrases(entry.get(name, ()), fill) for name in _LISTS)
    leave_out = frozenset(map(Topic, entry.get("leave_out", ())))
    together = tuple(tuple(compile_phrases(side, fill) for side in sides) for sides in entry.get("together", ()))
    return Cues(
        met,
        not_met,
        unclear,
        firm,
        together,
        leave_out,
        entry.get("denied_doubts", False),
        entry.get("prevails", False),
        entry.get("shy", False),
    )


def _fill(criteria: CriteriaSet, named: dict[str, Any]) -> dict[str, str]:
    """Return what stands for the names in braces."""
    place = criteria.place
    elsewhere = [name for name in municipalities() if name != place]
    return {
        "year": str(criteria.year),
        "later": "(" + "|".join(str(criteria.year + ahead) for ahead in range(1, _YEARS_AHEAD + 1)) + ")",
        "place": f"({place}|{place}s)",
        "residents": f"({'|'.join((*criteria.residents, f'{criteria.residents[0]}na', *_residents(place)))})",
        "elsewhere": f"({'|'.join(f'{name}|{name}s' for name in elsewhere)}|andra kommuner|grannkommunerna)",
        "residents_elsewhere": "(" + "|".join(f"{name}bor|{name}bo|{_joint(name)}bor" for name in elsewhere) + ")",
        "party": "(" + "|".join(party.name for party in criteria.party) + ")",
        "districts": f"({'|'.join(named['districts'].get(criteria.association, [place]))})",
        **{name: f"({'|'.join(named[name])})" for name in ("methods", "work", "aims")},
    }


def _residents(place: str) -> list[str]:
    """Return patterns of compounds that mean people of the place: Malmöungdomar."""
    return [f"{place}{who}" for who in ("ungdom*", "elev*", "kvinn*", "famil*", "förälder*", "föräldrar*")]


def _joint(name: str) -> str:
    """Return a name as it begins a compound: Lunda(bor), Helsingborgs(bor)."""
    return f"{name}a" if name == "Lund" else f"{name}s"
