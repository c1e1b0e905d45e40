"""Names written small in a question ("iris delprojekt") get the capitals that the documents write them with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from assistant.words import FILLERS, function_words

MOSTLY = 0.8
"""Share of a word's occurrences that must have capitals: the rest are slips; a name that is a word too stays small."""

FEWEST = 2
"""Occurrences from which on a word is taken for a name."""

_WORD = re.compile(r"[^\W\d_]+")
_INSIDE = re.compile(r"(?<=[\w,;)”] )[^\W\d_]+|(?<=-)[^\W\d_]+|\b[A-ZÅÄÖ]{2,}\b")
"""Words that do not begin a sentence, where even a common word has a capital."""


def is_written_small(question: str) -> bool:
    """True when no letter but the first is a capital, so that names cannot be told from other words."""
    return question[1:] == question[1:].lower()


def with_names(question: str, texts: Iterable[str]) -> str:
    """Return ``question`` with the words in capitals, or with a capital, that ``texts`` nearly always write so."""
    asked = {word.lower() for word in _WORD.findall(question)} - FILLERS - function_words("sv") - function_words("en")
    forms: dict[str, Counter[str]] = {word: Counter() for word in asked if len(word) > 2}
    for text in texts:
        for word in _INSIDE.findall(text):
            if word.lower() in forms:
                forms[word.lower()][word] += 1

    def written(match: re.Match[str]) -> str:
        found = forms.get(match[0].lower())
        if not found or found.total() < FEWEST:
            return match[0]
        form, times = max(found.items(), key=lambda one: (one[0] != one[0].lower(), one[1]))
        capitals = found.total() - found[form.lower()]
        return form if times and capitals >= MOSTLY * found.total() else match[0]

    return _WORD.sub(written, question)
