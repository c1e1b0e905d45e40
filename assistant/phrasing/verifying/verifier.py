"""Check a sentence against the places that it cites: by one of them alone, or clause by clause.

A claim must hold in one unit, a sentence or a row, with what it points back to: what two of them hold between them
neither of them says. Only a sentence of several clauses may rest on several units, one for each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice

from assistant.glossary import Glossary
from assistant.phrasing.offer import Offer
from assistant.phrasing.verifying.checks import Context, reason_against, reason_against_the_whole
from assistant.phrasing.verifying.clauses import VERBS, clauses
from assistant.phrasing.verifying.evidence import Held
from assistant.phrasing.verifying.information import Information
from assistant.phrasing.verifying.lists import each
from assistant.phrasing.verifying.names import names_in, readings
from assistant.phrasing.verifying.naming import Naming
from assistant.phrasing.verifying.normal import normal
from assistant.phrasing.verifying.places import places
from assistant.phrasing.verifying.seams import WORD
from assistant.phrasing.verifying.verdict import Reason, Support, Verdict
from assistant.words import function_words

WORTH = 0.5
"""Share of a sentence's words that a unit must cover to be looked at more closely."""
WAYS = 4
"""Ways of taking a sentence apart that are tried, at most, beside its clauses."""
_PRONOUN = re.compile(
    r"(?:(?:den|det|de|dessa|denna|detta|han|hon|där|it|they|this|these)\s+(?P<next>\w+)"
    r"|insatsen|projektet|satsningen|modellen)\b",
    re.IGNORECASE,
)


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
        self._held = {number: tuple(places(source, offer)) for number, source in self._sources.items()}
        naming = Naming(glossary)
        information = Information(weigh, naming.phrases, question, language)
        self._context = Context(question, language, naming, information)

    def check(self, sentence: str, numbers: tuple[int, ...]) -> Verdict:
        """Return whether the sources that a sentence cites support it.

        Args:
            sentence: plain text, without its marks.
            numbers: the sources that it cites.
        """
        text = normal(sentence)
        refused = self._refused(text, numbers)
        if text is None or refused:
            return Verdict(refused)
        cited = self._cited(numbers)
        reason, best = self._best(text, cited)
        found = (best,) if reason is None and best else self._apart(text, cited)
        return self._of_the_whole(text, found) if found else Verdict(reason or Reason.UNSUPPORTED)

    def check_led(self, lead: str, item: str, numbers: tuple[int, ...]) -> Verdict:
        """Return whether one place bears an item of a list together with the line that leads in to it.

        Each must hold of the other, so that what a place says of one thing is not listed below another's name.

        Args:
            lead: the line, without marks, its colon included.
            item: as a sentence of :meth:`check`.
            numbers: the sources that the item cites.
        """
        text = normal(f"{lead} {item}")
        refused = self._refused(text, numbers)
        if text is None or refused:
            return Verdict(refused)
        reason, best = self._best(text, self._cited(numbers))
        return self._of_the_whole(text, (best,)) if reason is None and best else Verdict(reason or Reason.UNSUPPORTED)

    def _refused(self, text: str | None, numbers: tuple[int, ...]) -> Reason | None:
        """Return why a text need not be looked for in any place."""
        if text is None or not any(map(str.isalnum, text)):
            return Reason.NO_CLAIM
        if _language(text) not in ("", self._context.language):
            return Reason.LANGUAGE
        if not numbers:
            return Reason.NO_CITATION
        return None if all(number in self._sources for number in numbers) else Reason.UNKNOWN_SOURCE

    def _cited(self, numbers: tuple[int, ...]) -> list[Held]:
        return [one for number in numbers for one in self._held[number]]

    def _of_the_whole(self, text: str, found: Sequence[Held]) -> Verdict:
        against = reason_against_the_whole(text, found, self._context)
        return Verdict(against, () if against else tuple(Support(one.number, one.unit) for one in found))

    def _best(self, text: str, cited: Iterable[Held], before: str = "") -> tuple[Reason | None, Held | None]:
        """Return the unit that supports a text, or why the one that comes nearest does not.

        Args:
            before: what stands before the text in its sentence.
        """
        context = replace(self._context, before=before)
        information = context.information
        words = information.words(text)
        candidates = [(place, one) for one in cited for place in (one, one.joined) if place]
        found = sorted(
            ((information.cover(words, place.bag).share, place, one) for place, one in candidates),
            key=lambda each: -each[0],
        )
        nearest: Reason | None = None
        for share, place, one in found:
            if share < WORTH:
                break
            reason = reason_against(text, place, context)
            if reason is None:
                return None, one
            nearest = nearest or reason
        return nearest or Reason.UNSUPPORTED, None

    def _apart(self, text: str, cited: Sequence[Held], before: str = "", depth: int = 2) -> tuple[Held, ...]:
        """Return the units that support what a text says, piece by piece; nothing when one piece has none."""
        ways = [clauses(text), *islice(each(text), WAYS)] if depth else []
        for parts in (way for way in ways if len(way) > 1):
            found = self._for_all(parts, cited, before, depth)
            if found:
                return found
        return ()

    def _for_all(self, parts: Sequence[str], cited: Sequence[Held], before: str, depth: int) -> tuple[Held, ...]:
        found: list[Held] = []
        for place, part in enumerate(parts):
            said = before + "".join(f"{one}; " for one in parts[:place])
            reason, best = self._best(part, self._bound(part, said, cited), said)
            units = (best,) if reason is None and best else self._apart(part, cited, said, depth - 1)
            if not units:
                return ()
            found += units
        return tuple(dict.fromkeys(found))

    def _bound(self, part: str, before: str, cited: Sequence[Held]) -> Sequence[Held]:
        """Return the units that hold the names that a pronoun at the beginning of a part may stand for."""
        pronoun = _PRONOUN.match(part) if before else None
        if pronoun is None or (pronoun["next"] and pronoun["next"].lower() not in VERBS):
            return cited
        naming, names = self._context.naming, names_in(before.split("; ")[0])
        return [one for one in cited if all(naming.holds_one(readings(name), one) for name in names)]


def _language(text: str) -> str:
    """Return "sv" or "en" when the text is plainly in it; "" when it cannot be told."""
    words = [word.lower() for word in WORD.findall(text)]
    swedish = sum(word in function_words("sv") for word in words)
    english = sum(word in function_words("en") for word in words)
    if len(words) < 5 or abs(swedish - english) < 2:
        return ""
    return "sv" if swedish > english else "en"
