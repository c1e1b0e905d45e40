"""The glossary: terms of the field, their synonyms and what they mean, read from ``ordlista.tsv``."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import AssistantError

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
        count = Counter(key for term in self.terms for key in {_key(name) for name in term.names})
        self._by_name = {
            _key(name): term for term in self.terms for name in term.names if count[_key(name)] == 1 and _key(name)
        }
        self._longest = max((len(key.split()) for key in self._by_name), default=0)

    @classmethod
    def load(cls, path: Path) -> Glossary:
        """Read a tab-separated file with the columns term, synonyms (separated by "|") and explanation.

        A missing file gives an empty glossary: the assistant works without one, only with fewer synonyms. Rows without
        a term or without synonyms and explanation are passed over.

        Raises:
            AssistantError: the file is no text in UTF-8.
        """
        if not path.is_file():
            return cls(())
        try:
            with path.open(encoding="utf-8-sig", newline="") as file:
                rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        except (OSError, UnicodeDecodeError, csv.Error) as exc:
            raise AssistantError(
                f"{path} går inte att läsa ({exc}); spara den som tabbavgränsad text i UTF-8."
            ) from exc
        return cls(
            Term(row[0].strip(), tuple(name.strip() for name in row[1].split("|") if name.strip()), row[2].strip())
            for row in rows[1:]
            if len(row) >= 3 and row[0].strip()
        )

    def find(self, text: str) -> Iterator[tuple[str, Term]]:
        """Yield each name of a term that stands in ``text`` with its term, the longest name at each place."""
        words = _key(text).split()
        i = 0
        while i < len(words):
            for length in range(min(self._longest, len(words) - i), 0, -1):
                name = " ".join(words[i : i + length])
                term = self._by_name.get(name) or self._by_name.get(_without_genitive(name))
                if term:
                    yield name, term
                    i += length - 1
                    break
            i += 1

    def expand(self, text: str) -> tuple[str, ...]:
        """Return the other names of the terms in ``text``, each once, those already there left out."""
        there = f" {_key(text)} "
        names = (other for _, term in self.find(text) for other in term.names)
        return tuple(dict.fromkeys(name for name in names if f" {_key(name)} " not in there))


def _key(name: str) -> str:
    """The words of a name in lower case, one space between them: how names and texts are compared."""
    return " ".join(_WORD.findall(name.lower().replace("–", "-")))


def _without_genitive(name: str) -> str:
    """A name without the ending of "kommunens" and of "AF:s"."""
    return name.removesuffix("s").removesuffix(":")
