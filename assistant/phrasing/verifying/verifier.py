"""Check a sentence against the places that it cites: by one of them alone, or clause by clause.

A claim must hold in one unit, a sentence or a row: what two of them hold between them neither of them says. Only a
sentence of several clauses may rest on several units, one for each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from assistant.answering.terms import Bag, Term, terms_in
from assistant.glossary import Glossary
from assistant.hearing import in_swedish
from assistant.phrasing.offer import Numbered, Offer
from assistant.phrasing.verifying.coverage import cover, told_freely
from assistant.phrasing.verifying.evidence import Held
from assistant.phrasing.verifying.figures import unfounded
from assistant.phrasing.verifying.names import base, held, is_common, names_in
from assistant.phrasing.verifying.normal import normal
from assistant.phrasing.verifying.quantities import quantities
from assistant.phrasing.verifying.signs import lost, signs_in, unbacked
from assistant.phrasing.verifying.verdict import Reason, Support, Verdict
from assistant.words import FILLERS, function_words

LEAD = 120
"""Letters of a line that only leads in to a list."""

_CLAUSE = re.compile(
    r";\s+|,\s+(?:och|samt|medan|men|and|while|but)\s+|,\s+|\s+(?:och|samt|medan|men|and|while|but)\s+", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+")
_ORDER = tuple(Reason)


class Verifier:
    """Checks sentences against one offer.

    Args:
        offer: the numbered sources that a model was given.
        glossary: other names of the same.
        weigh: a word's information in nats.
        question: what was asked.
        language: of the answer, "sv" or "en"; the words of an English sentence are looked for as Swedish ones.
    """

    def __init__(
        self,
        offer: Offer,
        glossary: Glossary,
        weigh: Callable[[str], float],
        question: str,
        language: str = "sv",
    ) -> None:
        self._sources = offer.by_number
        self._held = {number: _units(source, offer) for number, source in self._sources.items()}
        self._glossary = glossary
        self._weigh = lru_cache(maxsize=4096)(weigh)
        self._question = question
        self._language = language

    def check(self, sentence: str, numbers: tuple[int, ...]) -> Verdict:
        """Return whether the sources that a sentence cites support it.

        Args:
            sentence: plain text, without its marks.
            numbers: the sources that it cites.
        """
        text = normal(sentence)
        if text is None:
            return Verdict(Reason.NO_CLAIM)
        if _language(text) not in ("", self._language):
            return Verdict(Reason.LANGUAGE)
        if not numbers:
            return self._lead_in(text)
        if not all(number in self._sources for number in numbers):
            return Verdict(Reason.UNKNOWN_SOURCE)
        cited = [one for number in numbers for one in self._held[number]]
        reason, best = self._best(text, cited)
        if reason is None and best:
            return Verdict(None, (Support(best.number, best.unit),))
        apart = self._by_clauses(text, cited)
        return Verdict(None, apart) if apart else Verdict(reason or Reason.UNSUPPORTED)

    def _lead_in(self, text: str) -> Verdict:
        """Let a line pass that only leads in to a list, in words that the sources or the question use."""
        if not text.endswith(":") or len(text) > LEAD or quantities(text) or signs_in(text) & {"negation", "only"}:
            return Verdict(Reason.NO_CITATION)
        everything = [one.unit.text for units in self._held.values() for one in units]
        bag = Bag.of("\n".join([self._question, *everything, *(u.under for us in self._held.values() for u in us)]))
        return Verdict(None) if cover(self._terms(text), bag).is_enough else Verdict(Reason.UNSUPPORTED)

    def _best(self, text: str, cited: Iterable[Held]) -> tuple[Reason | None, Held | None]:
        """Return the unit that supports a text, or why the one that comes nearest does not."""
        terms = self._terms(text)
        found: list[tuple[int, float, Held, Reason | None]] = []
        for one in cited:
            share = cover(terms, one.bag).share
            reason = self._reason(text, terms, one)
            found.append((0 if reason is None else 1, -share, one, reason))
        if not found:
            return Reason.UNSUPPORTED, None
        _, _, best, reason = min(found, key=lambda each: each[:2])
        return reason, best

    def _reason(self, text: str, terms: Sequence[Term], one: Held) -> Reason | None:
        """Return why one unit does not support a text; None when it does."""
        return (
            unfounded(text, one)
            or self._names(text, one)
            or (None if cover(terms, one.bag).is_enough else Reason.UNSUPPORTED)
            or unbacked(text, one.signs_text)
            or self._lost(text, one)
        )

    def _names(self, text: str, one: Held) -> Reason | None:
        for name in names_in(text):
            words = name.words
            if name.opens and (is_common(words[0]) or words[0] in told_freely() or self._is_plain(text, name.start)):
                if len(words) == 1:
                    continue
                name = type(name)(words[1:], name.start, name.end, False)
            others = [
                tuple(base(word) for word in _WORD.findall(other))
                for other in self._glossary.expand(" ".join(name.words))
            ]
            if not held(name, one.names, one.words, others):
                return Reason.NAME
        return None

    def _is_plain(self, text: str, start: int) -> bool:
        """True for a first word of a sentence that documents write small: it is covered as any other word."""
        word = _WORD.match(text, start)
        return word is not None and not word[0].isupper() and self._weigh(word[0].lower()) < 4.0

    def _lost(self, text: str, one: Held) -> Reason | None:
        """Return a reason when the text leaves out a denial or a limit of what it tells."""
        told = Bag.of(text if self._language == "sv" else " ".join([text, *in_swedish(text)]))
        words = {word.lower() for word in _WORD.findall(one.own)}
        content = {word for word in words if word not in FILLERS and word not in function_words("sv")}
        tells = {term.word: told.match(term) >= 0.5 for term in self._evidence_terms(one.own) if term.word in content}
        return lost(text, one.own, tells)

    def _by_clauses(self, text: str, cited: Sequence[Held]) -> tuple[Support, ...]:
        """Return a unit for each clause of a text; nothing when it has but one clause, or one has none."""
        clauses = [clause.strip(" .") for clause in _CLAUSE.split(text) if clause.strip(" .")]
        if len(clauses) < 2:
            return ()
        found: list[Held] = []
        for clause in clauses:
            carried = clause if names_in(clause) or quantities(clause) or not found else f"{clause}"
            reason, best = self._best(carried, cited)
            if reason is not None or best is None:
                return ()
            found.append(best)
        return tuple(Support(one.number, one.unit) for one in dict.fromkeys(found))

    def _terms(self, text: str) -> tuple[Term, ...]:
        """Return the words of a text that say something; those of an English one in Swedish."""
        if self._language == "en":
            words, _ = in_swedish(text)
            text = words
        return tuple(term for term in terms_in(text, self._glossary, self._weigh) if not term.word.isdigit())

    @lru_cache(maxsize=256)  # noqa: B019 - a verifier lives as long as one answer
    def _evidence_terms(self, text: str) -> tuple[Term, ...]:
        return terms_in(text, self._glossary, self._weigh)


def _units(source: Numbered, offer: Offer) -> list[Held]:
    statements = [one.text for one in offer.statements if source.number in one.sources]
    before = ""
    found: list[Held] = []
    for unit in source.units:
        found.append(Held(source.number, unit, before, statements))
        before = unit.text if not unit.facts else ""
    return found


def _language(text: str) -> str:
    """Return "sv" or "en" when the text is plainly in it, "other" when it is in neither; "" when it cannot be told."""
    words = [word.lower() for word in _WORD.findall(text)]
    swedish = sum(word in function_words("sv") for word in words)
    english = sum(word in function_words("en") for word in words)
    if len(words) < 5 or abs(swedish - english) < 2:
        return ""
    return "sv" if swedish > english else "en"
