"""Decisions that any document tells of: in sentences, in lists under a lead-in, in tables with a column for them.

Told is what a body has done. Proposals, requests, plans to decide and general rules are none, nor what is written in
the present tense, but in a document that is itself a decision. Minutes are read by :mod:`ingest.register.minutes`,
files of records by :mod:`ingest.register.from_ledger`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.model import Document, Kind, PlacedBlock, Table
from ingest.register import clauses, statements
from ingest.register.acts import FINITE, TOLD, stance_of
from ingest.register.bodies import bodies
from ingest.register.dated_items import Label, body_of_heading, is_only_treated, label_of
from ingest.register.dating import date_in, date_of_source
from ingest.register.matters import is_before_meeting, is_minutes
from ingest.register.model import Decision, Stance
from ingest.register.names import Names
from ingest.register.places import place
from ingest.register.referring import refers_to_decision
from ingest.register.statements import Statement
from ingest.sentences import split_sentences

_PROPOSED = re.compile(r"förslag|föreslå|yrkande|hemställ|beslutsunderlag", re.IGNORECASE)
_ANNOUNCED = re.compile(
    r"\b(?:väsentliga?|viktigas?t?e?|större|följande|dessa|årets|styrelsens|samtliga)\s+(?:\w+\s+)?(?:styrelse)?beslut\b"
    r"|\bstyrelsebeslut\b|\b(?:har|hade)\s+(?:\w+\s+){0,8}(?:beslutat|beslutit|fattat)|\b(?:beslutade|beslöt|fattade|fattades)\b"
    r"|\bbeslut\s+(?:som\s+)?(?:(?:har|hade)\s+)?(?:fattats|fattades|tagits|togs)\b|\bbeslut under\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"föresl|förslag|yrka|begär|hemställ|\b(?:ska|skall|kommer att|bör|får|kan|måste)\b|uppgift|underlag|inför|process",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"att\s", re.IGNORECASE)
_NOTED_IN_PASSING = frozenset({Stance.NOTED})
_BODILESS = "Det framgår inte vem som beslutade."
_YEAR_GUESSED = "Året är dokumentets; bara dag och månad står i texten."
_HEAD_OF_DECISIONS = re.compile(r"^(?:styrelsens\s+)?beslut(?:et)?$", re.IGNORECASE)
_HEAD_OF_DATES = re.compile(r"^(?:datum|beslutsdatum|dag|sammanträde|möte)\b", re.IGNORECASE)


def extract(document: Document, names: Names) -> tuple[Decision, ...]:
    """The decisions told in ``document``, in order, each once; none for laws, minutes and files of records."""
    source = document.source
    if source.type == "lag" or source.form == "data" or is_before_meeting(document) or is_minutes(document):
        return ()
    return tuple(_each_once(_Reading(document, names.within(document.text)).decisions()))


@dataclass(frozen=True, slots=True)
class _Lead:
    """What a list of decisions hands down to its items."""

    body: str = ""
    when: tuple[str, str, bool] | None = None


@dataclass(frozen=True, slots=True)
class _Reading:
    document: Document
    names: Names

    def decisions(self) -> Iterator[Decision]:
        blocks = self.document.blocks
        lead: _Lead | None = None
        tables = iter(self.document.tables)
        for number, block in enumerate(blocks):
            if block.kind is Kind.TABLE:
                lead = None
                yield from self._in_table(next(tables))
            elif block.kind is Kind.RESIDUE or self._is_proposal(block):
                continue
            elif block.kind is Kind.ITEM and lead is not None:
                yield from self._in_item(block, lead)
            elif followed := self._lead(block, blocks[number + 1 :]):
                lead = followed
            elif block.kind is not Kind.HEADING:
                lead = None if block.kind is not Kind.ITEM else lead
                yield from self._in_text(self._words(block), block.end)

    def _words(self, block: PlacedBlock) -> int:
        """Where a block's words begin, after its marker."""
        start = block.start + (0 if block.mark == "att" else len(block.mark))
        return clauses.trim(self.document.text, start, block.end)[0]

    def _is_proposal(self, block: PlacedBlock) -> bool:
        return any(_PROPOSED.search(heading) for heading in self.document.sections[block.section].path)

    def _lead(self, block: PlacedBlock, after: Sequence[PlacedBlock]) -> _Lead | None:
        """What a block hands down to the items after it when it announces decisions, and tells of none itself."""
        text = self.document.text[block.start : block.end]
        if not after or after[0].kind is not Kind.ITEM or block.kind is Kind.ITEM:
            return None
        if block.kind is Kind.HEADING and (body := body_of_heading(text)) is not None:
            return _Lead(body) if self._label(after[0]) else None
        start = split_sentences(text)[-1][0]
        last = text[start:]
        ends = block.kind is Kind.HEADING or last.endswith((":", " att", "beslutade", "beslutat", "beslöt"))
        if not ends or not _ANNOUNCED.search(last) or _NOT_YET.search(last):
            return None
        if any(one.end - one.start > len("följande beslut") for one in statements.read(last, 0, len(last))):
            return None
        named = next(bodies(last), None)
        body = named.name if named else "styrelsen" if "styrelse" in last.lower() else ""
        return _Lead(body, date_in(last, [(0, len(last))], self._year))

    def _label(self, block: PlacedBlock) -> Label | None:
        return label_of(self.document.text, self._words(block), block.end, self._year)

    def _in_item(self, block: PlacedBlock, lead: _Lead) -> Iterator[Decision]:
        """The decisions of an item below a lead-in: its sentences when they tell of some, else all of it."""
        text = self.document.text
        start, end = clauses.trim(text, self._words(block), block.end)
        if label := self._label(block):
            yield from self._labelled(block, label, lead)
            return
        told = list(self._in_text(start, end, lead))
        if told:
            yield from told
            return
        sentences = split_sentences(text, start, end)
        first, stop = sentences[0]
        stop, reason = clauses.reason_within(text, first, clauses.trim(text, first, stop)[1])
        reason = reason or next((why for one in sentences[1:] if (why := clauses.reason_told(text[slice(*one)]))), "")
        parts = clauses.split(text, first, stop) if _CLAUSE.match(text, first) else [(first, stop)]
        for begin, last in parts:
            told_one = Statement(begin, last, stance_of(text[begin:last]), lead.body, (), reason)
            yield self._decision(told_one, (block.start, block.end), (start, end), lead)

    def _labelled(self, block: PlacedBlock, label: Label, lead: _Lead) -> Iterator[Decision]:
        """The decision of an item that begins with its day or number."""
        text = self.document.text
        sentences = split_sentences(text, *clauses.trim(text, label.end, block.end))
        first, stop = clauses.trim(text, *sentences[0])
        if is_only_treated(text[first:stop]):
            return
        stop, reason = clauses.reason_within(text, first, stop)
        reason = reason or next((why for one in sentences[1:] if (why := clauses.reason_told(text[slice(*one)]))), "")
        told = Statement(first, stop, stance_of(text[first:stop]), lead.body, (label.when,), reason)
        made = self._decision(told, (block.start, block.end), (first, block.end), lead)
        yield replace(made, paragraph=label.paragraph)

    def _in_text(self, start: int, end: int, lead: _Lead = _Lead()) -> Iterator[Decision]:
        text = self.document.text
        sentences = split_sentences(text, start, end)
        forms = FINITE if self.document.source.type == "beslut" else TOLD
        for number, sentence in enumerate(sentences):
            if number and refers_to_decision(text, sentences[number - 1], sentence):
                yield self._said_before(sentences[number - 1], sentence, lead)
            for told in statements.read(text, *sentence, forms):
                if told.stance in _NOTED_IN_PASSING or not self._has_content(told):
                    continue
                reason = told.reason
                if not reason and clauses.refers_back(text[slice(*sentence)]) and number:
                    reason = text[slice(*sentences[number - 1])].rstrip(".")
                if not reason and number + 1 < len(sentences):
                    reason = clauses.reason_told(text[slice(*sentences[number + 1])])
                yield self._decision(replace(told, reason=reason), sentence, sentences[0], lead)

    def _said_before(self, before: tuple[int, int], sentence: tuple[int, int], lead: _Lead) -> Decision:
        """The decision that a sentence says was made of what the one before it tells."""
        what = self.document.text[slice(*before)].rstrip(" .")
        told = Statement(before[0], before[0] + len(what), stance_of(what), "styrelsen", (sentence,))
        return self._decision(told, (before[0], sentence[1]), before, lead)

    def _has_content(self, told: Statement) -> bool:
        return not re.fullmatch(
            r"(?:enligt\s.*|(?:för)?slaget|detta|det|följande|(?:Det|Detta|Dessa) (?:är|var|blev|har) .*)",
            self.document.text[told.start : told.end],
        )

    def _in_table(self, table: Table) -> Iterator[Decision]:
        """The decisions of a table: a row each when a column is for them, else what its cells tell of."""
        text = self.document.text
        column = next((i for i, head in enumerate(table.heads) if _HEAD_OF_DECISIONS.match(head.strip())), None)
        for row in table.rows:
            if column is None:
                for cell in row.cells:
                    yield from self._in_text(cell.start, cell.end)
                continue
            cell = row.cells[column]
            if cell.end > cell.start and not row.is_sum:
                dated = [
                    (one.start, one.end)
                    for one, head in zip(row.cells, table.heads, strict=True)
                    if _HEAD_OF_DATES.match(head)
                ]
                lead = _Lead(when=date_in(text, dated, self._year))
                told = Statement(*clauses.trim(text, cell.start, cell.end), stance_of(text[cell.start : cell.end]))
                yield self._decision(told, (row.start, row.end), (row.start, row.end), lead)

    def _decision(self, told: Statement, span: tuple[int, int], label: tuple[int, int], lead: _Lead) -> Decision:
        """A record of what is told in ``span``, below a label in which an initiative may be named."""
        text, source = self.document.text, self.document.source
        what = text[told.start : told.end]
        amount = clauses.sum_of(what, told.stance)
        date, date_kind, is_guessed = self._date(told, lead)
        body = told.body or lead.body
        doubts = (_BODILESS if not body else "", _YEAR_GUESSED if is_guessed else "", amount.doubt)
        return Decision(
            place=place(self.document, *span),
            association=source.association,
            what=what,
            stance=told.stance,
            body=body,
            date=date,
            date_kind=date_kind,
            reason=told.reason,
            sek=amount.sek,
            amount_kind=amount.kind,
            initiatives=clauses.initiatives_in(self.names, what, text[slice(*span)], text[slice(*label)]),
            doubt=" ".join(filter(None, doubts)),
        )

    def _date(self, told: Statement, lead: _Lead) -> tuple[str, str, bool]:
        own = date_in(self.document.text, list(told.when), self._year)
        return own or lead.when or (*date_of_source(self.document.source), False)

    @property
    def _year(self) -> int | None:
        return self.document.source.year


def _each_once(decisions: Iterator[Decision]) -> list[Decision]:
    """Without those told again in the same words: the one that tells most stays, the first of equals."""
    kept: dict[tuple[str, str], Decision] = {}
    for one in decisions:
        key = re.sub(r"\W+", " ", one.what).casefold().strip(), one.stance
        if key not in kept or _weight(one) > _weight(kept[key]):
            kept[key] = one
    return sorted(kept.values(), key=lambda one: one.place.start)


def _weight(decision: Decision) -> tuple[bool, ...]:
    return len(decision.date) == 10, bool(decision.reason), bool(decision.body), decision.sek is not None
