"""The data files that an office keeps by hand, as records of the register: decisions, amounts, initiatives.

:mod:`ingest.readers.records` writes a paragraph for each decision and each initiative, in a known order; a record's
place is the paragraph, or the item of an amount, that was written for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ingest import ledger
from ingest.errors import UnreadableFile
from ingest.ledger import AmountKind
from ingest.model import Document, Kind, PlacedBlock
from ingest.register.acts import FINITE, find
from ingest.register.model import Decision, Initiative, Measure, Money, Record, Stance
from ingest.register.names import Names
from ingest.register.periods import days_of, span_in
from ingest.register.places import place

_STANCES = {
    "beslut": Stance.DECIDED,
    "positivt ställningstagande": Stance.POSITIVE,
    "villkor": Stance.POSITION,
    "ställningstagande": Stance.POSITION,
    "förslag": Stance.PROPOSED,
    "plan eller budget": Stance.DECIDED,
    "uppdrag": Stance.DECIDED,
    "händelse": Stance.EVENT,
}
_MEASURES: dict[AmountKind, Measure] = {
    "budget": Measure.BUDGET,
    "ram": Measure.BUDGET,
    "tilldelning": Measure.BUDGET,
    "projektbudget": Measure.BUDGET,
    "bidrag": Measure.BUDGET,
    "använt": Measure.OUTCOME,
}
"""What an amount is in a budget; the kinds that are not here are no budget."""
_INCOME = frozenset({"tilldelning", "bidrag"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_SPAN = re.compile(r"((?:19|20)\d\d)\s*[–-]\s*((?:19|20)\d\d)")
_FIGURES = re.compile(r"\d[\d ]*\d|\d")
_UNCHECKED = "Uppgiften är inte dubbelkontrollerad."
_UNTIMED = "Tiden som beloppet gäller framgår inte."
_ROUGH = "Beloppet är ungefärligt."


def extract(
    document: Document, records: Sequence[ledger.Decision] | Sequence[ledger.Initiative], names: Names
) -> tuple[Record, ...]:
    """The records of a data file, in the order of its document.

    Args:
        document: what indexing made of the file.
        records: what :func:`ingest.ledger.parse_records` makes of it.

    Raises:
        UnreadableFile: the document was made of other records than these.
    """
    decisions = sorted((one for one in records if isinstance(one, ledger.Decision)), key=lambda one: one.year)
    initiatives = [one for one in records if isinstance(one, ledger.Initiative)]
    if initiatives:
        return tuple(_of_initiatives(document, initiatives, names))
    return tuple(_of_decisions(document, decisions, names))


def _of_decisions(document: Document, decisions: Sequence[ledger.Decision], names: Names) -> Iterator[Record]:
    paragraphs = [block for block in document.blocks if block.kind is Kind.PARAGRAPH]
    if len(paragraphs) != len(decisions):
        raise _changed(document)
    for block, record in zip(paragraphs, decisions, strict=True):
        if record.subject not in document.text[block.start : block.end]:
            raise _changed(document)
        decision = _decision(document, block, record, names)
        yield decision
        if record.amount_kind in _MEASURES and record.amount_sek is not None:
            yield _amount_of_decision(document, block, record, decision)


def _decision(document: Document, block: PlacedBlock, record: ledger.Decision, names: Names) -> Decision:
    doubts = (
        _UNCHECKED if record.confidence == "medium" else "",
        _ROUGH if record.amount_approximate else "",
        f"Om datumet: {record.date_note}." if record.date_note else "",
    )
    return Decision(
        place=place(document, block.start, block.end),
        association=record.association,
        what=f"{record.subject} – {record.decision.rstrip().rstrip('.')}",
        stance=_stance(record),
        body=record.body,
        date=record.date,
        date_kind=record.date_kind,
        reason=record.reason or "",
        sek=record.amount_sek,
        amount_kind=record.amount_kind or "",
        initiatives=tuple(dict.fromkeys(names.canonical(one) or one for one in record.initiatives)),
        doubt=" ".join(filter(None, doubts)),
    )


def _stance(record: ledger.Decision) -> Stance:
    """A decision's kind, told apart by its verb when it is one that was made."""
    if record.kind != "beslut":
        return _STANCES[record.kind]
    if record.amount_kind == "beviljat":
        return Stance.GRANTED
    said = next(find(f"{record.subject}. {record.decision}", FINITE), None)
    return said.stance if said and not said.is_negated else Stance.DECIDED


def _amount_of_decision(document: Document, block: PlacedBlock, record: ledger.Decision, decision: Decision) -> Money:
    assert record.amount_sek is not None
    assert record.amount_kind is not None
    year, period = (
        (None, _project_time(record.decision)) if record.amount_kind == "projektbudget" else (record.year, "")
    )
    return Money(
        place=decision.place,
        association=record.association,
        label=record.subject,
        year=year,
        period=period,
        measure=_MEASURES[record.amount_kind],
        sek=record.amount_sek,
        written=_written(document.text[block.start : block.end], record.amount_sek),
        unit="kr",
        initiative=decision.initiatives[0] if len(decision.initiatives) == 1 else "",
        is_income=record.amount_kind in _INCOME,
        doubt=" ".join(filter(None, (decision.doubt, "" if year or period else _UNTIMED))),
    )


def _project_time(text: str) -> str:
    """The years that a text gives a project; a budget of all of them is that of none. Empty when it names no span."""
    span = span_in(text)
    return span.period if span and span.year is None else ""


def _of_initiatives(document: Document, initiatives: Sequence[ledger.Initiative], names: Names) -> Iterator[Record]:
    sections = [list(blocks) for _, blocks in groupby(document.blocks, key=lambda block: block.section)]
    if len(sections) != len(initiatives):
        raise _changed(document)
    for blocks, record in zip(sections, initiatives, strict=True):
        items = [block for block in blocks if block.kind is Kind.ITEM]
        heading = document.text[blocks[0].start : blocks[0].end]
        if heading != record.name or len(items) != len(record.amounts) + len(record.results):
            raise _changed(document)
        initiative = _initiative(document, blocks[1], record, names)
        yield initiative
        for block, amount in zip(items, record.amounts, strict=False):
            if amount.kind in _MEASURES:
                yield _amount(document, block, amount, initiative)


def _initiative(document: Document, block: PlacedBlock, record: ledger.Initiative, names: Names) -> Initiative:
    likely = ", ".join(record.likely_aliases)
    return Initiative(
        place=place(document, block.start, block.end),
        association=record.association,
        name=names.canonical(record.name) or record.name,
        written=record.name,
        aliases=tuple(record.aliases),
        owner=record.owner or "",
        parties=tuple(record.parties),
        period=record.period or "",
        target_group=record.target_group or "",
        type="" if record.type == "okänd" else record.type,
        doubt=f"Troligen samma insats, men inte belagt: {likely}." if likely else "",
    )


def _amount(document: Document, block: PlacedBlock, amount: ledger.Amount, initiative: Initiative) -> Money:
    year, period = _time(_named(amount.period, initiative.period) or amount.period)
    doubts = (
        _ROUGH if amount.approximate else "",
        "" if year or period else f"Avser {amount.period}.",
        f"{amount.note[:1].upper()}{amount.note[1:]}." if amount.note else "",
    )
    return Money(
        place=place(document, block.start, block.end),
        association=initiative.association,
        label=initiative.written,
        year=year,
        measure=_MEASURES[amount.kind],
        sek=amount.sek,
        written=_written(document.text[block.start : block.end], amount.sek),
        unit="kr",
        initiative=initiative.name,
        period=period,
        is_income=amount.kind in _INCOME,
        doubt=" ".join(filter(None, doubts)),
    )


def _time(period: str) -> tuple[int | None, str]:
    """A period as written as (year, span of months): one of them or both, or neither when it names no years."""
    if days_of(period) and (days := span_in(period)):
        return days.year, days.period
    if span := _SPAN.fullmatch(period.strip()):
        return None, f"{span.group(1)}-01–{span.group(2)}-12"
    years = set(_YEAR.findall(period))
    return (int(years.pop()), "") if len(years) == 1 else (None, "")


def _named(stage: str, period: str) -> str:
    """The time that an initiative's period gives a stage of it: "2031–2032" of "Etapp 1: 2031–2032; Etapp 2: 2033"."""
    stages = dict(part.split(":", 1) for part in period.split(";") if ":" in part)
    return next((time.strip() for name, time in stages.items() if name.strip() == stage.strip()), "")


def _written(text: str, sek: int) -> str:
    """The figure of an amount as it stands in ``text``."""
    found = (match.group() for match in _FIGURES.finditer(text))
    return next((one for one in found if one.replace(" ", "") == str(sek)), str(sek))


def _changed(document: Document) -> UnreadableFile:
    return UnreadableFile(f"{document.source.file} stämmer inte längre med det som lästes in; bygg om indexet.")
