"""What the judging reads of a draft: its statements without orders to the machine, and what speaks in them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.criteria import CriteriaSet
from assistant.screening.draft import Draft, Span, Statement, Topic, Type
from assistant.screening.judging.cues import Cues, cues
from assistant.screening.judging.legible import legible, mended
from assistant.screening.judging.polarity import (
    holds_denial,
    is_denied,
    is_hedged,
    is_let_be,
    is_only_possible,
    is_set_against,
    says_more,
)
from assistant.screening.model import Available, Verdict

_JARGON = 4
"""Different empty words in one sentence, from which on it is a claim and no description."""


@dataclass(frozen=True, slots=True)
class Signal:
    """A phrase that speaks for a verdict; ``text[start:end]`` lies in the statement."""

    statement: Statement
    start: int
    end: int
    verdict: Verdict

    @property
    def span(self) -> Span:
        """The whole statement: what is quoted."""
        return self.statement.span


@dataclass(frozen=True)
class Material:
    """A draft ready to be judged; without slots, since what is asked for again and again is kept."""

    draft: Draft
    criteria: CriteriaSet
    statements: tuple[Statement, ...]
    """Without those that try to instruct the machine."""
    type: Type
    personal_data: tuple[Span, ...] = ()
    available: Available | None = None
    without_dots: bool = False
    """The draft has lost its å, ä and ö; see :mod:`assistant.screening.judging.legible`."""

    @cached_property
    def _words(self) -> dict[Statement, str]:
        text = self.draft.text
        return {one: mended(legible(text[one.start : one.end])) for one in self.statements}

    @cached_property
    def _cues(self) -> dict[str, Cues]:
        return cues(self.criteria, without_dots=self.without_dots)

    @cached_property
    def _empty(self) -> frozenset[Statement]:
        """Statements that say nothing of the project: made of empty words, or about the association's plan."""
        jargon, plan = self.cues("jargon").met, self.cues("plan").met
        return frozenset(one for one, words in self._words.items() if is_stuffed(words, jargon) or plan.search(words))

    def words(self, statement: Statement) -> str:
        """Return the words of a statement as they were meant; for evidence, quote the draft itself."""
        return self._words[statement]

    def cues(self, name: str) -> Cues:
        """Return the cues of a criterion ("M3") or of a side of it ("M3.health")."""
        return self._cues[name]

    def has_cues(self, name: str) -> bool:
        return name in self._cues

    def about(self, *topics: Topic) -> tuple[Statement, ...]:
        """Return the statements under a heading that names one of some topics."""
        return tuple(one for one in self.statements if {one.topic, *one.also} & {*topics})

    def signals(self, name: str) -> list[Signal]:
        """Return all that speaks for or against a criterion, in reading order, one signal a statement and verdict."""
        cue = self.cues(name)
        found: list[Signal] = []
        for statement in self.statements:
            if statement.topic not in cue.leave_out:
                said = _signals(statement, self.words(statement), cue)
                found += map(_doubted, said) if statement in self._empty else said
        return found

    def mentions(
        self, name: str, topics: Collection[Topic] | None = None, leave_out: Collection[Topic] = ()
    ) -> list[Signal]:
        """Return where the "met" phrases of a side stand, neither denied nor hedged."""
        return [
            signal
            for signal in self.signals(name)
            if signal.verdict is Verdict.MET
            and (topics is None or self.within(signal.statement, topics))
            and signal.statement.topic not in leave_out
        ]

    @property
    def is_free(self) -> bool:
        """True for a text without the headings of a form: what its parts are about is then not known."""
        size = sum(one.end - one.start for one in self.statements)
        return sum(one.end - one.start for one in self.about(Topic.OTHER)) > size / 2

    def within(self, statement: Statement, topics: Collection[Topic]) -> bool:
        """True when a statement is about one of some topics, or may be, in a text without headings."""
        named = {statement.topic, *statement.also} & {*topics}
        return bool(named) or (statement.topic is Topic.OTHER and self.is_free)

    def around(self, start: int, end: int) -> Span:
        """Return the statement in which ``draft.text[start:end]`` stands, or that place itself outside of all."""
        around = (one.span for one in self.statements if one.start <= start < one.end)
        return next(around, Span(start, end))

    def matching(self, pattern: re.Pattern[str]) -> list[Statement]:
        return [statement for statement in self.statements if pattern.search(self.words(statement))]


def is_stuffed(words: str, jargon: re.Pattern[str]) -> bool:
    """True for a sentence that is made of words which describe nothing by themselves."""
    return len({match.group().lower() for match in jargon.finditer(words)}) >= _JARGON


def _doubted(signal: Signal) -> Signal:
    return replace(signal, verdict=Verdict.UNCLEAR) if signal.verdict is Verdict.MET else signal


def _signals(statement: Statement, words: str, cue: Cues) -> Iterator[Signal]:
    """Yield at most one signal of each verdict."""
    given: set[Verdict] = set()
    for verdict, start, end in _found(words, cue):
        if verdict not in given:
            given.add(verdict)
            yield Signal(statement, statement.start + start, statement.start + end, verdict)


def _found(words: str, cue: Cues) -> Iterator[tuple[Verdict, int, int]]:
    against = [
        match.span()
        for match in cue.not_met.finditer(words)
        if not is_denied(words, match.start(), match.end()) and not says_more(match.group())
    ]
    sure = [match.span() for match in cue.firm.finditer(words)]
    open_ = [match.span() for match in cue.unclear.finditer(words) if not _crosses(match.span(), sure)]
    speaking_for = [match.span() for match in cue.met.finditer(words)]
    hedged = bool(against or speaking_for) and is_hedged(words)
    for start, end in against:
        is_open = hedged or is_set_against(words, end, [place for place, _ in speaking_for])
        yield Verdict.UNCLEAR if is_open else Verdict.NOT_MET, start, end
    for start, end in open_:
        yield Verdict.UNCLEAR, start, end
    for start, end in speaking_for:
        if _crosses((start, end), (*against, *open_)):
            continue
        if not is_denied(words, start, end):
            doubted = open_ or hedged or is_only_possible(words, start) or (cue.shy and holds_denial(words, start, end))
            yield Verdict.UNCLEAR if doubted else Verdict.MET, start, end
        elif cue.denied_doubts:
            yield Verdict.UNCLEAR, start, end
    if not against and not open_:
        yield from _together(words, cue)


def _crosses(place: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(first < place[1] and place[0] < last for first, last in others)


def _together(words: str, cue: Cues) -> Iterator[tuple[Verdict, int, int]]:
    """Yield where all of a set of phrases stand in a statement, by the first of the set."""
    for sides in cue.together:
        places = [found.span() for side in sides if (found := side.search(words))]
        if len(places) == len(sides):
            doubted = is_hedged(words) or is_let_be(words, max(end for _, end in places))
            yield Verdict.UNCLEAR if doubted else Verdict.MET, *places[0]
