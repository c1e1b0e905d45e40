"""Read one sentence: which decisions it tells of, by whom, and why."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from ingest.register import acts, clauses
from ingest.register.acts import TOLD, Form, Hit
from ingest.register.bodies import Body, bodies, is_hypothetical, subject_of
from ingest.register.dating import Dated, dates, when_done
from ingest.register.model import Stance

_OBJECT = re.compile(
    r"(?P<between>(?:(?!\b(?:att|som)\b)[^.;]){0,110}?)(?<!\w)(?:om\s+(?!att\b)|(?:om\s+)?(?=att\s))", re.IGNORECASE
)
_NOUN = re.compile(r"(?:\s+\S+){0,3}?\s+beslut\w*")
_OF_PASSIVE = re.compile(r"\b(?:av|i|vid|på|hos)\s+(?:\w+\s+){0,2}$")
_BREAK = re.compile(
    r",\s+(?:men|medan|vilket|varefter|varvid|något som)\b|;\s|\s+och\s+(?:har|är|var|kommer|gäller|startade)\b"
)
_DANGLING = re.compile(
    r"[\s,]*\b(?:genom att|enligt följande(?: punkter)?|enligt nedan|så att|nämligen|som följer)[\s:]*$", re.IGNORECASE
)
_FILLING = re.compile(
    r"[\s,.]|\b(?:den|i|år|under|hösten|våren|slutet|början|av|redan|också|även|senare|därefter|då|så|har|hade)\b", re.I
)
_SUBORDINATE = re.compile(r"(?<!\btill )\batt\b|\b(?:som|om|när|innan|eftersom|vilket|där|ifall)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\bsom\s+$")
_JOINED = re.compile(r"(?:,|\boch|\bsamt)\s*$")
_MONEY = re.compile(r"\b(?:medel|kr|kronor|mkr|tkr|miljon\w*|ansök\w*|stöd|bidrag)\b", re.IGNORECASE)
_HAS = re.compile(r"\b(?:har|hade)\b", re.IGNORECASE)
_HAVE = re.compile(r"[\s,]+(?:har|hade)\s*$")
_SHORTEST = 8
"""Characters of what a decision can be."""
_CLOSE = 40
"""Characters between a verb and the year that it is said to be of."""
_DECIDE = frozenset({"besluta", "fatta", "ta", "enas"})
_OF_AUTHORITIES = frozenset({*_DECIDE, "bevilja", "avslå", "ställa", "tillstyrka"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A decision that a sentence tells of; offsets are into the text that was given."""

    start: int
    end: int
    """``text[start:end]`` is what was decided."""
    stance: Stance
    body: str = ""
    """"" when the sentence names none."""
    when: tuple[tuple[int, int], ...] = ()
    """Spans to look for its date in; years alone count in the first one only."""
    reason: str = ""


def read(text: str, start: int, end: int, forms: Collection[Form] = TOLD, *, is_lone: bool = False) -> list[Statement]:
    """The decisions that the sentence ``text[start:end]`` tells of.

    Args:
        forms: forms of the verb that tell of a decision here.
        is_lone: what is done counts even when neither who does it nor when is named, as in minutes.
    """
    if text[start:end].rstrip().endswith("?"):
        return []
    found = sorted(
        (*acts.find(text[start:end], forms), *acts.find_participles(text[start:end])), key=attrgetter("start")
    )
    hits = [replace(hit, start=start + hit.start, end=start + hit.end) for hit in found if not hit.is_negated]
    told: list[Statement] = []
    done = start
    for number, hit in enumerate(hits):
        if hit.start < done:
            continue
        apart = (one for one in hits[number + 1 :] if one.stance is not Stance.NOTED or hit.stance is Stance.NOTED)
        joined = (one.start for one in apart if _JOINED.search(text, hit.end, one.start))
        limit = end if _is_deciding(hit) else next(joined, end)
        is_joined = bool(told) and _JOINED.search(text, done, hit.start) is not None
        told += _Telling(text, start, limit, hit, is_lone, told[-1].body if is_joined else "").statements()
        done = max((one.end for one in told), default=start)
    return told


def _is_deciding(hit: Hit) -> bool:
    """True for a verb that says only that something was decided, and what follows it says what."""
    return hit.verb in _DECIDE and hit.stance is Stance.DECIDED


@dataclass(frozen=True, slots=True)
class _Telling:
    """A verb of deciding in its sentence."""

    text: str
    start: int
    end: int
    hit: Hit
    is_lone: bool
    inherited: str
    """The body that does what the verb before it says, when they are joined."""

    def statements(self) -> Iterator[Statement]:
        body = self._passive_body() if self.hit.form.is_passive else self._subject()
        span = self._what()
        if span is None or (body is not None and not self._suits(body, span)):
            return
        if body is not None and self._is_relative(body, span):
            return
        if body is None and not (self.inherited or self._may_stand_alone(span)):
            return
        name = body.name if body else self.inherited
        begin, stop = span
        stop, reason = clauses.reason_within(self.text, begin, stop)
        reason = reason or clauses.reason_before(_HAVE.sub("", self.text[self.start : self._front_end(body)]))
        for first, last in self._parts(begin, stop):
            if last - first >= _SHORTEST:
                yield Statement(first, last, self._stance(first, last), name, self._when(begin, stop), reason)

    def _subject(self) -> Body | None:
        return subject_of(self.text, self.start, self.hit.start, self.hit.end, self.end)

    def _passive_body(self) -> Body | None:
        for body in bodies(self.text, self.start, self.end):
            if _OF_PASSIVE.search(self.text, self.start, body.start):
                return None if is_hypothetical(self.text[self.start : body.start]) else body
        return None

    def _front_end(self, body: Body | None) -> int:
        return min(body.start, self.hit.start) if body else self.hit.start

    def _suits(self, body: Body, span: tuple[int, int]) -> bool:
        """False for what an authority does as its everyday work."""
        if body.is_board:
            return True
        is_decision = _is_deciding(self.hit) or _MONEY.search(self.text, *span) is not None
        return self.hit.verb in _OF_AUTHORITIES and is_decision

    def _is_relative(self, body: Body, span: tuple[int, int]) -> bool:
        """True for "de ansökningar som styrelsen beviljat": what is done to is named, but not what is done."""
        return _RELATIVE.search(self.text, self.start, body.start) is not None and not re.search(
            r"\d|\batt\b", self.text[slice(*span)]
        )

    def _may_stand_alone(self, span: tuple[int, int]) -> bool:
        """True when a decision counts without its body: in the passive with a day, and in minutes in a main clause."""
        front = self.text[self.start : self.hit.start]
        if self.is_lone and not (_SUBORDINATE.search(front) and not self._is_laid_aside(front)):
            return self.hit.form.is_passive or not front.strip(" –-")
        if self.hit.form is Form.SUPINE_PASSIVE and not _HAS.search(front):
            return False
        return self.hit.form.is_passive and any(map(self._is_when, when_done(self.text, self.start, span[1])))

    def _is_laid_aside(self, front: str) -> bool:
        """True for "… föregående protokoll, som läggs till handlingarna"."""
        return self.hit.stance is Stance.NOTED and _RELATIVE.search(front) is not None

    def _is_when(self, one: Dated) -> bool:
        """True for a day, or a year close to the verb."""
        is_close = self.hit.start - _CLOSE <= one.end and one.start <= self.hit.end + _CLOSE
        return len(one.date) == 10 or is_close

    def _what(self) -> tuple[int, int] | None:
        """Where what is decided stands, its reason included; None when it is not told."""
        begin = self.hit.start
        if _is_deciding(self.hit):
            after = self.hit.end
            if self.hit.verb in ("fatta", "ta") and (noun := _NOUN.match(self.text, after, self.end)):
                after = noun.end()
            if told := _OBJECT.match(self.text, after, self.end):
                begin = told.end()
            elif not self.hit.form.is_passive or self._is_inverted():
                return None
        if begin == self.hit.start and self.hit.form.is_passive and not self._is_inverted():
            begin = self.start
        broken = _BREAK.search(self.text, max(begin, self.hit.end), self.end)
        stop = broken.start() if broken else self.end
        if dangling := _DANGLING.search(self.text, begin, stop):
            stop = dangling.start()
        return clauses.trim(self.text, begin, stop)

    def _is_inverted(self) -> bool:
        """True when nothing that could be a subject stands before the verb: "Den 3 maj 2030 fastställdes …"."""
        front = self.text[self.start : self.hit.start]
        if front.rstrip().endswith(",") or not front.strip():
            return True
        for one in reversed(list(dates(front))):
            front = front[: one.start] + front[one.end :]
        return not _FILLING.sub("", front)

    def _parts(self, begin: int, stop: int) -> list[tuple[int, int]]:
        return clauses.split(self.text, begin, stop) if self.text.startswith("att ", begin) else [(begin, stop)]

    def _stance(self, begin: int, stop: int) -> Stance:
        return acts.stance_of(self.text[begin:stop]) if begin > self.hit.start else self.hit.stance

    def _when(self, begin: int, stop: int) -> tuple[tuple[int, int], ...]:
        if begin > self.hit.start:
            return ((self.start, begin),)
        return (self.start, self.hit.start), (self.hit.end, stop)
