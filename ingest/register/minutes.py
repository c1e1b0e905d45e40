"""Decisions of a meeting, out of its minutes: each with its paragraph, and none of what was only proposed.

Told are the decisions of the meeting itself. What the background of a matter tells of earlier decisions is left out,
and so is a proposal that was put and not adopted; one that was turned down is a decision to turn it down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.model import Document
from ingest.register import clauses, statements
from ingest.register.acts import FINITE, TOLD, Form, find, stance_of
from ingest.register.bodies import bodies
from ingest.register.dating import dates
from ingest.register.matters import Matter, Part, Zone, is_minutes, take_apart
from ingest.register.meeting import Meeting, meeting_of
from ingest.register.model import Decision, Stance
from ingest.register.names import Names
from ingest.register.places import place
from ingest.register.proposals import Proposals, is_proposal
from ingest.register.statements import Statement
from ingest.sentences import split_sentences

_LEAD = re.compile(
    r"(?P<who>.*?)\b(?:beslutar|beslutade|beslutat|beslöt|beslutas|beslutades|beslut)\b"
    r"(?P<rest>[^.;]{0,80}?)(?:\batt)?\s*:?\s*$",
    re.IGNORECASE,
)
_ADOPTS = re.compile(
    r"\b(?:beslutar|beslutade|beslöt)\b[^.]*\b(?:enligt|i enlighet med)\b[^.]*\bförslag", re.IGNORECASE
)
_FINDS = re.compile(r"\b(?:finner|fann)\s+(?:sedan\s+|därmed\s+|då\s+)?att\s+", re.IGNORECASE)
_RESERVED = re.compile(r"\breserver(?:ar|ade|at)\s+sig\b|\breservation\w*\b", re.IGNORECASE)
_RECUSED = re.compile(r"\banmäl\w*\s+(?:\w+\s+)?jäv|\bpå grund av jäv|\bjävig", re.IGNORECASE)
_NONE = re.compile(r"^\s*(?:ingen|inga|inget|finns inte|nej|[-–])\b", re.IGNORECASE)
_AGAINST = re.compile(r"\bmot\s+(?:styrelsens\s+)?beslut(?:et|en)?\s+(?P<what>(?:om|att|i)\b.+)", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:tidigare|senast|förra|föregående (?:möte|sammanträde)|i fjol|sedan tidigare|redan|förut|sist)\b",
    re.IGNORECASE,
)
_EARLIER_BEHIND = re.compile(
    r"\b(?:förra (?:året|mötet|sammanträdet)|i fjol|året innan|tidigare i år)\b", re.IGNORECASE
)
_WORD = re.compile(r"\w{4,}|\d+")
_UNLIKE_DECISION = "Står under rubriken för beslut, men säger inte med ett verb vad som beslutades."
_UNDATED = "Mötets dag framgår inte."


def extract(document: Document, names: Names) -> tuple[Decision, ...]:
    """The decisions of the meeting that ``document`` is the minutes of, in order; none for other documents."""
    if not is_minutes(document):
        return ()
    minutes = take_apart(document)
    meeting = meeting_of(document, minutes)
    return tuple(one for matter in minutes.matters for one in _Matter(document, names, meeting, matter).decisions())


@dataclass(slots=True)
class _Matter:
    """One matter, read from its first part to its last."""

    document: Document
    names: Names
    meeting: Meeting
    matter: Matter
    told: list[Decision] = field(default_factory=list)
    reservations: list[str] = field(default_factory=list)
    recusals: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    proposals: Proposals = field(init=False)
    lead: str | None = None
    """What the items that follow are: "proposal", or "decision" with ``lead_body``; None when nothing led to them."""
    lead_body: str = ""

    def decisions(self) -> Iterator[Decision]:
        self.proposals = Proposals(self.document.text)
        parts = self._with_decisions_apart(self.matter.parts)
        labelled = [number for number, part in enumerate(parts) if part.zone is Zone.DECISION]
        for number, part in enumerate(parts):
            is_open = part.zone in (Zone.OPEN, Zone.BACKGROUND)
            self._read(part, is_told_elsewhere=is_open and bool(labelled))
            if labelled and number == labelled[-1] and not self.told:
                self._take_whole([parts[one] for one in labelled])
        for part in (one for one in parts if one.zone is Zone.PROCEDURE):
            self._read_procedure(part)
        return self._finished()

    def _with_decisions_apart(self, parts: Sequence[Part]) -> list[Part]:
        """The parts, with a decision that follows a proposal under no label of its own put under one.

        It is the last text in the zone of a proposal that reads like a decision, and not the first in that zone.
        """
        if any(part.zone is Zone.DECISION for part in parts):
            return list(parts)
        below = [i for i, part in enumerate(parts) if i and part.zone is parts[i - 1].zone is Zone.PROPOSAL]
        last = next((i for i in reversed(below) if not parts[i].is_item and self._decides(parts[i])), len(parts))
        ends = next((i for i in range(last, len(parts)) if parts[i].zone is not Zone.PROPOSAL), len(parts))
        return [replace(part, zone=Zone.DECISION) if last <= i < ends else part for i, part in enumerate(parts)]

    def _decides(self, part: Part) -> bool:
        text = self.document.text
        for start, end in split_sentences(text, part.start, part.end):
            told = statements.read(text, start, end, FINITE)
            if not is_proposal(text[start:end]) and any(one.body == self.meeting.body for one in told):
                return True
            if _LEAD.fullmatch(text[start:end].strip()) or _ADOPTS.search(text, start, end):
                return True
        return False

    def _read_procedure(self, part: Part) -> None:
        """What the chair finds: all of it when the matter tells of no decision, else what was turned down besides."""
        if not self.told:
            self._read_sentences(replace(part, zone=Zone.DECISION), is_found=True)
            return
        text = self.document.text
        for start, end in split_sentences(text, part.start, part.end):
            found = _FINDS.search(text, start, end)
            if found is None or any(one.stance is Stance.REJECTED for one in self.told):
                continue
            for told in statements.read(text, found.end(), end, FINITE):
                if told.stance is Stance.REJECTED:
                    self._put(told, (start, end))

    def _finished(self) -> Iterator[Decision]:
        for one in self.told:
            against = tuple(text for text in self.reservations if one in self._targets(text))
            yield replace(
                one,
                reason=one.reason or " ".join(self.reasons),
                reservations=against,
                recusals=tuple(self.recusals),
            )

    def _targets(self, reservation: str) -> list[Decision]:
        """The decisions that a reservation is against: those whose words it names best, all when it names none."""
        match = _AGAINST.search(reservation)
        if match is None or len(self.told) < 2:
            return self.told
        words = set(_WORD.findall(match["what"].casefold()))
        scores = [len(words & set(_WORD.findall(one.what.casefold()))) for one in self.told]
        best = max(scores)
        return [one for one, score in zip(self.told, scores, strict=True) if score == best]

    def _read(self, part: Part, *, is_told_elsewhere: bool) -> None:
        text = self.document.text[part.start : part.end]
        match part.zone:
            case Zone.RESERVATION:
                self.reservations += [] if _NONE.search(text) else [text]
            case Zone.RECUSAL:
                self.recusals += [] if _NONE.search(text) else [text]
            case Zone.REASON:
                self.reasons.append(text.rstrip())
            case Zone.PROPOSAL:
                self.proposals.add(part.start, part.end, part.label)
            case Zone.STATEMENT | Zone.CLOSING | Zone.PROCEDURE:
                self.lead = None
            case _ if part.is_item and (self.lead or part.zone is Zone.DECISION):
                self._read_item(part)
            case _:
                self._read_sentences(part, is_told_elsewhere=is_told_elsewhere)

    def _read_item(self, part: Part) -> None:
        text = self.document.text
        if self.lead == "proposal":
            self.proposals.add(part.start, part.end, part.label)
            return
        sentences = split_sentences(text, part.start, part.end)
        first, stop = sentences[0]
        if _RESERVED.search(text, first, stop):
            self.reservations.append(text[part.start : part.end])
            return
        begin, stop = clauses.trim(text, first, stop)
        stop, reason = clauses.reason_within(text, begin, stop)
        for sentence in sentences[1:]:
            reason = reason or clauses.reason_told(text[slice(*sentence)])
        whole = statements.read(text, first, sentences[0][1], FINITE) if not text.startswith("att ", begin) else []
        for one in whole or [Statement(begin, stop, stance_of(text[begin:stop]), self.lead_body, (), reason)]:
            self._put(one, (part.start, part.end))

    def _read_sentences(self, part: Part, *, is_told_elsewhere: bool = False, is_found: bool = False) -> None:
        """Read a part sentence by sentence.

        Args:
            is_told_elsewhere: the matter has a part of its own for its decisions, and this is not it.
            is_found: the chair finds what the meeting decides: "finner att styrelsen beslutar …".
        """
        text = self.document.text
        self.lead = None
        for start, end in split_sentences(text, part.start, part.end):
            sentence = text[start:end]
            if _RECUSED.search(sentence):
                self.recusals.append(sentence)
            elif _RESERVED.search(sentence) and not _NONE.search(sentence):
                self.reservations.append(sentence)
            elif self.told and (reason := clauses.reason_told(sentence)):
                self._give(reason)
            elif is_proposal(sentence) and part.zone is not Zone.DECISION:
                self.proposals.add(start, end, "")
                self.lead = "proposal"
            elif not is_told_elsewhere:
                self._read_sentence(start, end, part, is_found)

    def _read_sentence(self, start: int, end: int, part: Part, is_found: bool) -> None:
        text = self.document.text
        if is_found:
            found = _FINDS.search(text, start, end)
            if found is None:
                return
            start = found.end()
        adopted = self.proposals.adopted(start, end)
        if adopted:
            _, reason = clauses.reason_within(text, *clauses.trim(text, start, end))
            named = next(bodies(text, start, end), None)
            for begin, stop, what, stance in adopted:
                self._put_words(what, stance, named.name if named else "", reason, (begin, stop))
            return
        for told in statements.read(text, start, end, FINITE, is_lone=True):
            if part.zone is Zone.DECISION or not self._is_earlier(told, start):
                self._put(told, (start, end))
                self.lead = None
        if not self.told or self.told[-1].place.start != start:
            self._read_lead(text[start:end])

    def _read_lead(self, sentence: str) -> None:
        match = _LEAD.fullmatch(sentence.strip())
        if match is None or is_proposal(sentence) or re.search(r"\b(?:ska|skall|bör|kan|får)\b", match["who"]):
            return
        named = next(bodies(match["who"]), None)
        self.lead, self.lead_body = "decision", named.name if named else ""

    def _is_earlier(self, told: Statement, start: int) -> bool:
        """True for what another meeting or body decided, told outside the part for decisions."""
        text = self.document.text
        if told.body and told.body != self.meeting.body:
            return True
        named = [one.date for begin, stop in told.when for one in dates(text, begin, stop)]
        is_other_day = any(one != self.meeting.date for one in named if len(one) == 10 and told.body)
        hits = find(text[start : told.end], TOLD - {Form.PAST_PASSIVE, Form.SUPINE_PASSIVE})
        is_past = self.meeting.is_present and bool(told.body) and any(hits)
        is_earlier = _EARLIER.search(text, start, told.start) or _EARLIER_BEHIND.search(text, told.start, told.end)
        return is_other_day or is_past or is_earlier is not None

    def _put(self, told: Statement, span: tuple[int, int]) -> None:
        what = self.document.text[told.start : told.end]
        filled = self.proposals.filled(what) if told.stance is Stance.REJECTED else what
        self._put_words(filled, told.stance, told.body, told.reason, span)

    def _put_words(
        self, what: str, stance: Stance, body: str, reason: str, span: tuple[int, int], doubt: str = ""
    ) -> None:
        text = self.document.text
        amount = clauses.sum_of(what, stance)
        title = text[slice(*self.matter.title)]
        if len(what.split()) < 2 and title:
            what = f"{title}: {what}"
        called = clauses.initiative_of_title(title)
        date = self.meeting.date
        self.told.append(
            Decision(
                place=place(self.document, *span),
                association=self.document.source.association,
                what=what,
                stance=stance,
                body=body or self.meeting.body,
                date=date,
                date_kind="sammanträde" if date else "",
                paragraph=self.matter.number,
                reason=reason,
                sek=amount.sek,
                amount_kind=amount.kind,
                initiatives=clauses.initiatives_in(self.names, what, title) or ((called,) if called else ()),
                doubt=" ".join(filter(None, (doubt, amount.doubt, "" if date else _UNDATED))),
            )
        )

    def _give(self, reason: str) -> None:
        """Give a reason to the decisions so far that have none."""
        self.told = [replace(one, reason=one.reason or reason) for one in self.told]

    def _take_whole(self, parts: list[Part]) -> None:
        """Take what stands under the label for decisions as it is, when no verb in it tells of one."""
        text = self.document.text
        for part in parts:
            begin, stop = clauses.trim(text, part.start, part.end)
            words = text[begin:stop]
            if (
                words.strip(" –-")
                and not _RESERVED.search(words)
                and not re.search(r"\binget beslut\b|\bbeslut fattas\b", words, re.I)
            ):
                self._put_words(words, stance_of(text[begin:stop]), "", "", (part.start, part.end), _UNLIKE_DECISION)
