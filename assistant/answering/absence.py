"""Questions after what is missing: which subjects of a kind of form do not name somebody or something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.attributes import fits_head
from assistant.answering.facts import Fact, facts_of
from assistant.answering.terms import Bag, Term
from assistant.question import Part
from assistant.retrieval import Hit

_MISSING = re.compile(
    r"\bsakna|\butan\b|\binte (?:med|deltog|deltar|ingår|ingick|med i)\b"
    r"|\b(?:deltog|deltar|ingår|ingick) inte\b|\bstod utanför|\bwithout\b|\black",
    re.IGNORECASE,
)


def asks_for_absence(part: Part) -> bool:
    return bool(_MISSING.search(part.text))


def without(part: Part, terms: Sequence[Term], hits: Sequence[Hit]) -> list[Fact]:
    """Return, of the answers to the same label in the forms found, those that do not hold the names asked about.

    Empty unless two or more subjects have such an answer, and some of them do hold the names: only then is the
    absence a finding and not a gap in the documents.
    """
    names = [term for term in terms if term.name]
    if not names:
        return []
    facts: list[Fact] = []
    seen: set[tuple[str, int]] = set()
    for hit in hits:
        for index, table in enumerate(hit.document.tables):
            if not table.sheet or (hit.document.id, index) in seen:
                continue
            seen.add((hit.document.id, index))
            facts += [
                fact
                for fact in facts_of(hit.document, table)
                if fits_head(part.text, fact.attribute) and (not part.years or fact.year in part.years)
            ]
    absent = [fact for fact in facts if not all(Bag.of(fact.value).match(name) for name in names)]
    return absent if len(facts) > len(absent) >= 1 else []
