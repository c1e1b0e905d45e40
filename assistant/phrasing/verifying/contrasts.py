"""Words of which one never stands for another: who acts, women and men, revenue and costs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.phrasing.verifying.names import names_in
from assistant.phrasing.verifying.reading import affinity, read
from assistant.phrasing.verifying.verdict import Reason
from assistant.phrasing.verifying.wordlists import rules, whole_words

CLEARLY, CLEARLY_ACTS = 0.35, 1.0
"""By how much the words around a place must fit another one better to belong to that; who acts is looked at apart."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of alternatives, each known by the patterns of its words."""

    name: str
    pattern: re.Pattern[str]
    """With one named group per alternative."""
    actors: bool
    numbers: bool
    """Figures tell its words apart, too."""
    loose: bool
    """A word of it may be told where the place holds none of the group."""
    names: bool
    """Its last alternative is names, each of which is an alternative by itself."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One alternative of a group as it stands in a text."""

    group: str
    which: str
    start: int
    end: int


@cache
def groups() -> Mapping[str, Group]:
    """Return the groups by name, as ``contrasts.toml`` lists them."""
    return {
        name: Group(
            name,
            _pattern(rule["words"]),
            rule.get("actors", False),
            rule.get("numbers", False),
            rule.get("loose", False),
            rule.get("names", False),
        )
        for name, rule in rules("contrasts").items()
    }


def _pattern(alternatives: Sequence[Sequence[str]]) -> re.Pattern[str]:
    return whole_words(f"(?P<a{place}>{'|'.join(words)})" for place, words in enumerate(alternatives))


@lru_cache(maxsize=8192)
def choices(text: str) -> tuple[Choice, ...]:
    """Return the alternatives that a text holds, group by group."""
    return tuple(
        Choice(name, which, *match.span())
        for name, group in groups().items()
        for match in group.pattern.finditer(text)
        if (which := _which(group, match))
    )


def _which(group: Group, match: re.Match[str]) -> str:
    """Return what an alternative is compared by; "" for a word that is no name where one is looked for."""
    if not group.names or match.lastindex != group.pattern.groups:
        return str(match.lastgroup)
    return " ".join(word for name in names_in(match[0].split()[-1]) for word in name.words)


def mistaken(sentence: str, own: str, around: str) -> Reason | None:
    """Return why a sentence says another word of a group than its evidence; None when it does not.

    Args:
        own: the words of the place itself.
        around: what it stands under, and what it points back to.
    """
    said, here = choices(sentence), choices(own)
    above = {(one.group, one.which) for one in choices(around)}
    for one in said:
        if sentence[: one.start].lower().endswith("enligt "):
            continue
        alike = [other for other in here if other.group == one.group and other.which == one.which]
        rivals = [other for other in here if other.group == one.group and other.which != one.which]
        rivals = [
            other
            for other in rivals
            if not (
                _is_joined(sentence, one, said, other) and any(_is_joined(own, mine, here, other) for mine in alike)
            )
        ]
        group = groups()[one.group]
        reason = Reason.NAME if group.actors else Reason.UNSUPPORTED
        if not alike:
            if not rivals and (group.loose or group.names):
                continue
            if (one.group, one.which) in above and (not rivals or group.loose or _is_owner(sentence, one)):
                continue
            return reason
        if rivals and _fits_another(sentence, one, own, alike, rivals):
            return reason
    return None


def _is_joined(text: str, one: Choice, choices_there: Sequence[Choice], other: Choice) -> bool:
    """True when a text names the alternative ``other`` right beside ``one``: "ledamöter och ersättare"."""
    for there in choices_there:
        if (there.group, there.which) == (other.group, other.which):
            first, second = sorted((one, there), key=lambda each: each.start)
            if re.fullmatch(r"\s*(?:,|och|samt|eller|and|or)\s*", text[first.end : second.start]):
                return True
    return False


def _is_owner(sentence: str, one: Choice) -> bool:
    """True for a genitive: "förbundets insatser" says whose, not who."""
    return sentence[one.start : one.end].lower().endswith("s")


def _fits_another(sentence: str, one: Choice, own: str, alike: Sequence[Choice], rivals: Sequence[Choice]) -> bool:
    said, told, numbers = read(sentence), read(own), groups()[one.group].numbers
    at = (one.start, one.end)
    mine, theirs = (
        max(affinity(said, at, told, (other.start, other.end), numbers=numbers) for other in group)
        for group in (alike, rivals)
    )
    return theirs > mine + (CLEARLY_ACTS if groups()[one.group].actors else CLEARLY)
