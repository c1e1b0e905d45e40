"""Check a sentence against the places that it cites: by one of them alone, or clause by clause.

A claim must hold in one unit, a sentence or a row, with what it points back to: what two of them hold between them
neither of them says. Only a sentence of several clauses may rest on several units, one for each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from assistant.glossary import Glossary
from assistant.lexicon import Lexicon
from assistant.phrasing.offer import Offer
from assistant.phrasing.verifying.actors import another_acts, moved, turned_round
from assistant.phrasing.verifying.clauses import VERBS, clauses
from assistant.phrasing.verifying.complements import (
    crossed,
    drops_alternative,
    drops_condition,
    drops_content,
    drops_other_half,
)
from assistant.phrasing.verifying.contrasts import mistaken
from assistant.phrasing.verifying.coverage import Bag, Coverage, cover
from assistant.phrasing.verifying.evidence import Held
from assistant.phrasing.verifying.figures import unfounded
from assistant.phrasing.verifying.lists import each
from assistant.phrasing.verifying.modes import done, of_another_mode
from assistant.phrasing.verifying.names import base, held, names_in, placed, proper, readings, spelled
from assistant.phrasing.verifying.normal import misquoted, normal
from assistant.phrasing.verifying.places import places
from assistant.phrasing.verifying.quantities import quantities
from assistant.phrasing.verifying.reading import Word, read
from assistant.phrasing.verifying.signs import limiting_spans, lost, names_of, same_spans, turned, unbacked
from assistant.phrasing.verifying.tenses import told_as_done
from assistant.phrasing.verifying.verdict import Reason, Support, Verdict
from assistant.phrasing.verifying.wordlists import listed
from assistant.words import function_words

LEAD = 120
"""Letters of a line that only leads in to a list."""
WORTH = 0.5
"""Share of a sentence's words that a unit must cover to be looked at more closely."""
OWN = 0.4
"""Share of a sentence's information that the words of its place cover without what they stand under."""
WAYS = 4
"""Ways of taking a sentence apart that are tried, at most, beside its clauses."""
_PRONOUN = re.compile(
    r"(?:(?:den|det|de|dessa|denna|detta|han|hon|där|it|they|this|these)\s+(?P<next>\w+)"
    r"|insatsen|projektet|satsningen|modellen)\b",
    re.IGNORECASE,
)
_ANY_ASSOCIATION = frozenset(listed("any_association"))
_PARTY = re.compile(r"\([a-zåäöA-ZÅÄÖ]{1,2}\)")
"""The party that somebody sits for: "(s)"."""
_WORD = re.compile(r"[^\W_]+")


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
        self._glossary = glossary
        self._weigh = lru_cache(maxsize=4096)(weigh)
        self._question = question
        self._language = language
        self._asked = frozenset().union(*(word.own for word in read(question, language)))
        self._phrases = lru_cache(maxsize=4096)(self._other_names)

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
        found = (best,) if reason is None and best else self._apart(text, cited)
        if not found:
            return Verdict(reason or Reason.UNSUPPORTED)
        whole_reason = self._of_the_whole(text, found)
        return Verdict(whole_reason) if whole_reason else Verdict(None, tuple(Support(o.number, o.unit) for o in found))

    def _of_the_whole(self, text: str, found: Sequence[Held]) -> Reason | None:
        """Return why a sentence is not what its units say that only shows in the whole of it; None when it is."""
        if any(drops_other_half(text, one.own, one.facts, self._language) for one in found):
            return Reason.FIGURE
        texts = {one.own for one in found if not one.facts}
        if any(moved(text, own, proper(text), proper(own)) for own in texts):
            return Reason.NAME
        return Reason.UNSUPPORTED if any(crossed(text, own, self._language) for own in texts) else None

    def _lead_in(self, text: str) -> Verdict:
        """Let a line pass that only leads in to a list, in words that the sources or the question use."""
        if not text.endswith(":") or len(text) > LEAD or quantities(text) or names_of(text) & {"negation", "only"}:
            return Verdict(Reason.NO_CITATION)
        everything = [f"{one.own} {one.around}" for units in self._held.values() for one in units]
        whole = "\n".join([self._question, *everything])
        if unbacked(text, whole, whole):
            return Verdict(Reason.UNSUPPORTED)
        covered = self._cover(self._to_cover(text), Bag(read(whole), whole.lower()))
        return Verdict(None) if covered.is_enough else Verdict(Reason.UNSUPPORTED)

    def _best(self, text: str, cited: Iterable[Held], before: str = "") -> tuple[Reason | None, Held | None]:
        """Return the unit that supports a text, or why the one that comes nearest does not.

        Args:
            before: what stands before the text in its sentence.
        """
        words = self._to_cover(text)
        places = [(place, one) for one in cited for place in (one, one.joined) if place]
        found = sorted(
            ((self._cover(words, place.bag), place, one) for place, one in places), key=lambda each: -each[0].share
        )
        nearest: Reason | None = None
        for covered, place, one in found:
            if covered.share < WORTH:
                break
            reason = self._reason(text, covered, place, before)
            if reason is None:
                return None, one
            nearest = nearest or reason
        return nearest or Reason.UNSUPPORTED, None

    def _reason(self, text: str, covered: Coverage, one: Held, before: str) -> Reason | None:
        """Return why one unit does not support a text; None when it does."""
        return (
            unfounded(text, one, self._question, self._language, before)
            or self._misnamed(text, one)
            or (None if covered.is_enough and self._says_enough(text, one) else Reason.UNSUPPORTED)
            or mistaken(text, one.own, one.around)
            or unbacked(text, one.signs, f"{one.signs}\n{one.around}")
            or self._left_out(text, one)
            or (Reason.NEGATION if self._is_turned(text, one) else None)
            or (Reason.NAME if another_acts(text, one.own) else None)
            or (Reason.STRENGTH if told_as_done(text, one.own, one.tells_goals, bool(one.facts)) else None)
            or (Reason.NAME if turned_round(text, one.own, placed(text), placed(one.own)) else None)
            or (Reason.UNSUPPORTED if misquoted(text, f"{one.own} {one.around}") else None)
            or (Reason.STRENGTH if of_another_mode(text, one.own, self._language) else None)
            or (Reason.STRENGTH if drops_condition(text, one.own, self._language) else None)
            or (Reason.STRENGTH if drops_alternative(text, one.own, self._language) else None)
            or (Reason.STRENGTH if drops_content(text, one.own, self._language) else None)
        )

    def _says_enough(self, text: str, one: Held) -> bool:
        """True when the place's own words cover enough of a text: what they stand under only says of what."""
        if one.facts:
            return True
        if any(one.bag.holds(verb) and not one.plain.holds(verb) for verb in done(text)):
            return False
        if any(one.bag.holds(word) and not one.plain.holds(word) for word in self._narrowing(text, one)):
            return False
        return self._cover(self._to_cover(text), one.plain).share >= OWN

    def _narrowing(self, text: str, one: Held) -> Iterator[Word]:
        """Yield the words that say what of something the place itself tells: "uppföljningen av planen"."""
        words = read(text, self._language)
        for word, of, other in zip(words, words[1:], words[2:], strict=False):
            if word.tells and of.lower in ("av", "of") and other.tells and one.plain.holds(other):
                yield word

    def _is_turned(self, text: str, one: Held) -> bool:
        whole = (one.own, *([one.joined.own] if one.joined else []))
        return any(turned(read(text, self._language), read(own)) for own in whole)

    def _misnamed(self, text: str, one: Held) -> Reason | None:
        for name in names_in(text):
            if not any(self._is_held(words, one) for words in readings(name)):
                return Reason.NAME
        if any(party[0] not in one.own for party in _PARTY.finditer(text)):
            return Reason.NAME
        return Reason.NAME if self._names_another(text, one) else None

    def _names_another(self, text: str, one: Held) -> bool:
        """True when a place begins with the name of what it is about, and a sentence names what only stands above."""
        subject = next(
            (name for name in names_in(one.own) if name.start == 0 and (name.shout or len(name.words) > 1)), None
        )
        if subject is None or one.facts:
            return False
        spelling = spelled(text)
        if any(word in spelling for word in (f" {' '.join(subject.words)} ", f" {subject.words[-1]} ")):
            return False
        above = [name for name in names_in(text) if f" {' '.join(name.words)} " not in spelled(one.own)]
        return any(name.words[0] == subject.words[0] for name in above)

    def _is_held(self, words: Sequence[str], one: Held) -> bool:
        others = [tuple(base(word) for word in _WORD.findall(other)) for other in self._phrases(" ".join(words))]
        if one.home not in words:
            others = [other for other in others if not _ANY_ASSOCIATION.issuperset(other)]
        return not words or any(held(wanted, one.names, one.spelling, one.home) for wanted in (words, *others))

    def _other_names(self, name: str) -> tuple[str, ...]:
        """Return the glossary's other names of the same, and the turns of phrase for a word, in lower case."""
        known = (other.lower() for other in self._glossary.expand(name))
        return (*known, *(Lexicon.load().phrases(name) if " " not in name else ()))

    def _left_out(self, text: str, one: Held) -> Reason | None:
        """Return a reason when the text leaves out a denial or a limit of what it tells."""
        said = Bag(read(text, self._language), text.lower())
        tells = {}
        classed = limiting_spans(one.own)
        for word in read(one.own):
            if word.tells and not _is_within(word, classed):
                weight = self._weigh(word.lower)
                tells[word.lower] = weight if said.holds(word) else -weight
        return lost(text, one.own, tells)

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
        names = names_in(before.split("; ")[0])
        return [one for one in cited if all(any(self._is_held(w, one) for w in readings(name)) for name in names)]

    def _to_cover(self, text: str) -> tuple[Word, ...]:
        """Return the words of a text that evidence must cover: no names, quantities or signs, which are looked at by
        themselves."""
        named = [name for name in names_in(text) if not name.opens or len(name.words) > 1 or name.shout]
        spans = [(name.start, name.end) for name in named]
        spans += [(one.start, one.end) for one in quantities(text)] + same_spans(text)
        words = (word for word in read(text, self._language) if word.tells)
        return tuple(word for word in words if not _is_within(word, spans))

    def _cover(self, words: Sequence[Word], bag: Bag) -> Coverage:
        return cover(words, bag, self._weigh, self._asked, self._phrases)


def _is_within(word: Word, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= word.start < end for start, end in spans)


def _language(text: str) -> str:
    """Return "sv" or "en" when the text is plainly in it; "" when it cannot be told."""
    words = [word.lower() for word in _WORD.findall(text)]
    swedish = sum(word in function_words("sv") for word in words)
    english = sum(word in function_words("en") for word in words)
    if len(words) < 5 or abs(swedish - english) < 2:
        return ""
    return "sv" if swedish > english else "en"
