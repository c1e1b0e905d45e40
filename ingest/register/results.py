"""Results of initiatives: participants, to work, to studies, beside their goals, in tables, forms and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.model import Document, Kind, Table
from ingest.register import goals
from ingest.register.accounts import Accounts
from ingest.register.columns import UNCLEAR, Column, column_of, shows, span_around, subject_of
from ingest.register.counts import DEFAULT, counts_in
from ingest.register.model import Measure, Result
from ingest.register.names import Names
from ingest.register.periods import Span, span_in, span_of, within
from ingest.register.places import place
from ingest.sentences import split_sentences
from ingest.tables.figures import parse

WHOLE = "Alla insatser"
"""What a number is of that is told of the association as a whole."""

_REPORTS = frozenset({"redovisning", "rapport"})
_UNITS = frozenset({"", "st", "%"})
_COUNTED = (
    ("till arbete eller studier", re.compile(r"arbete(?:/| eller | och )(?:till )?studier", re.IGNORECASE)),
    ("till arbete", re.compile(r"till (?:\w+ )?arbete|i arbete|förvärvsarbete", re.IGNORECASE)),
    ("till studier", re.compile(r"studier|utbildning$", re.IGNORECASE)),
    ("avslutade", re.compile(r"avsluta|utskriv", re.IGNORECASE)),
    (DEFAULT, re.compile(r"deltag|inskriv|personer|individer", re.IGNORECASE)),
)
"""What the heads of columns count."""
_MEASURES = re.compile(
    r"(?<!\w)(?:\w*mål\w*|\w*utfall|resultat|antal\w*|(?:19|20)\d\d[\d-]*)(?!\w)|[():]", re.IGNORECASE
)
_ALL = re.compile(r"(?<!\w)insatser(?:na)?(?!\w)", re.IGNORECASE)
_GOES_ON = re.compile(r"Av (?:de|dem|dessa)(?!\w)")
_FIGURE = re.compile(r"\d")
_ROUGH = re.compile(r"(?<!\w)(?:ca|cirka|omkring|drygt|knappt|ungefär|nästan)\.?\s+$", re.IGNORECASE)
_APPROXIMATE = "Antalet är ungefärligt."


def extract(document: Document, names: Names) -> tuple[Result, ...]:
    """The results in a document, in order; sentences count in reports and forms.

    What is told several times is one result.
    """
    accounts = Accounts(document, names)
    found = [result for table in document.tables if not table.sheet for result in _of_table(document, table, accounts)]
    told = [result for table in document.tables if table.sheet for result in _of_form(document, table, names)]
    if document.source.type in _REPORTS:
        told.extend(_of_text(document, names))
    return tuple(sorted((*found, *_once(told)), key=lambda result: result.place.start))


def extract_notes(document: Document, names: Names) -> tuple[Result, ...]:
    """The results in notes on initiatives, each below its initiative's heading and with its year."""
    return tuple(_once(_of_notes(document, names)))


def _once(told: Iterable[Result]) -> Iterator[Result]:
    kept: dict[tuple[object, ...], Result] = {}
    for one in told:
        kept.setdefault((one.initiative or one.label, one.what, one.measure, one.number, one.year, one.period), one)
    return iter(kept.values())


def _of_table(document: Document, table: Table, accounts: Accounts) -> Iterator[Result]:
    around = span_around(document, table)
    columns = [_column(document, head, around) for head in table.heads]
    if not any(columns) or goals.is_of_goals(document, table):
        return
    subject = accounts.names.canonical(subject_of(document, table)) or ""
    for account in accounts.of(table):
        for at, text in enumerate(account.texts):
            figure, column = parse(text), columns[at]
            if column is None or figure is None or at == account.at or figure.unit not in _UNITS:
                continue
            what, is_of_row = _counted(table, at, account.label)
            if not what:
                continue
            span = column.span or Span(None)
            yield Result(
                place(document, account.row.start, account.row.end),
                document.source.association,
                (account.label if is_of_row else subject) or WHOLE,
                what,
                column.measure or Measure.OUTCOME,
                float(figure.value),
                text,
                span.year,
                period=span.period if column.measure is not Measure.GOAL else "",
                unit=figure.unit or table.units[at] or "st",
                initiative=account.initiative if is_of_row else subject,
                doubt=UNCLEAR if table.uncertain or account.row.uncertain else "",
            )


def _column(document: Document, head: str, around: Span | None) -> Column | None:
    """What a column measures: a goal, or an outcome, which in a report needs no word."""
    column = column_of(head, around)
    is_told = document.source.type in _REPORTS and (_known(head) or column.span is not None)
    measure = column.measure or (Measure.OUTCOME if is_told else None)
    if column.is_derived or measure not in (Measure.GOAL, Measure.OUTCOME):
        return None
    return Column(measure, within(column.span or around, span_of(document.source)))


def _counted(table: Table, at: int, label: str) -> tuple[str, bool]:
    """What a cell counts, and whether its row says of what: by its head, the title, or the row, which then does not.

    Empty for what is not known to be of people.
    """
    head, unit = table.heads[at], table.units[at]
    if unit not in _UNITS:
        return "", True
    if _known(head):
        return _known(head), True
    if _known(table.title) and (unit or shows("people", f"{head} {table.title}")):
        return " ".join(_MEASURES.sub(" ", head).split()) or _known(table.title), True
    return ("", True) if shows("derived", label) else (_known(label), False)


def _known(text: str) -> str:
    return next((what for what, pattern in _COUNTED if pattern.search(text)), "")


def _of_form(document: Document, table: Table, names: Names) -> Iterator[Result]:
    """The numbers in the sentences of an initiative's form."""
    initiative = names.canonical(table.title) or table.title
    for row in table.rows:
        for cell in row.cells[1:]:
            for start, end in split_sentences(document.text, cell.start, cell.end):
                yield from _told(document, start, end, table.title, initiative)


def _of_text(document: Document, names: Names) -> Iterator[Result]:
    for block in document.blocks:
        if block.kind not in (Kind.PARAGRAPH, Kind.ITEM) or not _FIGURE.search(document.text, block.start, block.end):
            continue
        heading = names.canonical(document.sections[block.section].heading) or ""
        label, initiative = "", ""
        for start, end in split_sentences(document.text, block.start, block.end):
            text = document.text[start:end]
            named = {mention.name for mention in names.mentions(text)} or {heading} - {""}
            if len(named) == 1:
                label = initiative = named.pop()
            elif not _GOES_ON.match(text):
                label, initiative = (WHOLE if _ALL.search(text) and not named else ""), ""
            if label:
                yield from _told(document, start, end, label, initiative)


def _of_notes(document: Document, names: Names) -> Iterator[Result]:
    for block in document.blocks:
        heading = document.sections[block.section].heading
        if block.kind is Kind.ITEM and span_in(document.text[block.start : block.end]) is not None:
            initiative = names.canonical(heading) or heading
            yield from _told(document, block.start, block.end, heading, initiative, is_terse=True)


def _told(
    document: Document, start: int, end: int, label: str, initiative: str, *, is_terse: bool = False
) -> Iterator[Result]:
    text, around = document.text[start:end], span_of(document.source)
    span = within(span_in(text, around) or around, around) or Span(None)
    for count in counts_in(text, is_terse=is_terse):
        yield Result(
            place(document, start, end),
            document.source.association,
            label,
            count.what,
            count.measure,
            count.number,
            text[count.start : count.end],
            span.year,
            period=span.period if count.measure is Measure.OUTCOME else "",
            unit="st",
            initiative=initiative,
            doubt=_APPROXIMATE if _ROUGH.search(text, 0, count.start) else "",
        )
