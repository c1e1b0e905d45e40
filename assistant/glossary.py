"""The glossary: terms of the field, their synonyms and what they mean, read from ``ordlista.tsv``."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_WORD = re.compile(r"[^\W_]+(?:[-:/][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Term:
    """One row: a term, its other names, and one or two sentences on what it means."""

    name: str
    synonyms: tuple[str, ...]
    explanation: str

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.synonyms)


class Glossary:
    """Terms found by any of their names.

    A name that belongs to several terms ("förbundet") is ambiguous and expands to nothing. Names of up to three
    letters are abbreviations: they match in any case, but only as whole words.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(terms)
        count = Counter(name.lower() for term in self.terms for name in set(term.names))
        self._by_name = {name.lower(): term for term in self.terms for name in term.names if count[name.lower()] == 1}
        self._longest = max((len(name.split()) for name in self._by_name), default=0)

    @classmethod
    def load(cls, path: Path) -> Glossary:
        """Read a tab-separated file with the columns term, synonyms (separated by "|") and explanation.

        A missing file gives an empty glossary: the assistant works without one, only with fewer synonyms.
        """
        if not path.is_file():
            return cls(())
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        return cls(
            Term(row[0].strip(), tuple(name.strip() for name in row[1].split("|") if name.strip()), row[2].strip())
            for row in rows[1:]
            if len(row) >= 3
        )

    def find(self, text: str) -> Iterator[tuple[str, Term]]:
        """Yield each name of a term that stands in ``text`` with its term, the longest name at each place."""
        words = [match.group().lower() for match in _WORD.finditer(text)]
        i = 0
        while i < len(words):
            for length in range(min(self._longest, len(words) - i), 0, -1):
                name = " ".join(words[i : i + length])
                term = self._by_name.get(name) or self._by_name.get(name.removesuffix("s"))
                if term:
                    yield name, term
                    i += length - 1
                    break
            i += 1

    def expand(self, text: str) -> tuple[str, ...]:
        """Return the other names of the terms in ``text``, each once, those already there left out."""
        lowered = text.lower()
        names = (other for _, term in self.find(text) for other in term.names)
        return tuple(dict.fromkeys(name for name in names if name.lower() not in lowered))

    @cached_property
    def associations(self) -> dict[str, str]:
        """Names of associations by the id used in the catalogue, for terms such as "Finsam i Malmö"."""
        found: dict[str, str] = {}
        for term in self.terms:
            match = re.fullmatch(r"Finsam (?:i )?([A-ZÅÄÖ][a-zåäö]+)", term.name)
            if match:
                found[match.group(1).lower().translate(str.maketrans("åäö", "aao"))] = term.name
        return found
