"""What a part asks about, when it asks of several things: each name, and a word that stands beside one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.moments import is_month
from assistant.answering.terms import Term
from assistant.question import Part

_PAIR = re.compile(r"(\w+) (?:och|samt|respektive|resp|and) (?:till |för |på |i |hos |det |den |to |for )?(?=(\w+))")
"""Two words that are asked about beside each other."""


def subjects(part: Part, terms: Sequence[Term]) -> list[frozenset[str]]:
    """Return the stems of each name that is asked about, and of a word that is asked about beside one."""
    groups: dict[int, set[str]] = {}
    for term in terms:
        if term.name and not is_month(term.word):
            groups.setdefault(term.group, set()).add(term.stem)
    by_word = {term.word: term for term in terms}
    for one, other in _PAIR.findall(part.text.lower()):
        pair = by_word.get(one), by_word.get(other)
        if pair[0] and pair[1] and pair[0].name != pair[1].name:
            groups.update({-1 - at: {term.stem} for at, term in enumerate(pair) if term and not term.name})
    return [frozenset(stems) for stems in groups.values()]
