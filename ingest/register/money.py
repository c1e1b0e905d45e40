"""Amounts of budgets, forecasts and accounts in tables and in the forms of initiatives, exact to the krona."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.model import Document, Table
from ingest.register.accounts import Account, Accounts
from ingest.register.columns import UNCLEAR, Column, column_of, filled_rows, shows, span_around, subject_of
from ingest.register.model import Measure, Money
from ingest.register.names import Names
from ingest.register.periods import Span, span_of
from ingest.register.places import place
from ingest.register.pricing import Priced, amount, amounts_of, priced
from ingest.tables.figures import Figure, find, kronor, parse

BY_TYPE = {"verksamhetsplan": Measure.BUDGET, "redovisning": Measure.OUTCOME}
"""What the amounts of a document are of which it does not say."""

_MEASURED = re.compile(r"(?:års|helårs)?(?:budget|prognos|utfall|bokslut)(?!\w)", re.IGNORECASE)
"""A row that says what is measured and not of what."""

_EARLIER = "Året är före planens eget; det framgår inte om beloppet är budget, prognos eller utfall."
_LATER = "Året är efter planens eget; beloppet är en översikt."


def extract(document: Document, names: Names) -> tuple[Money, ...]:
    """The amounts of a document's tables, in order; shares, differences and what no measure is known of are left out.

    Costs that are written with a minus sign among incomes without are told without it.
    """
    known, accounts = amounts_of(document), Accounts(document, names)
    found: list[Money] = []
    for table in document.tables:
        if table.sheet:
            found.extend(_of_form(document, table, names))
        else:
            found.extend(_of_table(document, priced(document, table, known), accounts))
    return tuple(found)


def _of_table(document: Document, priced: Priced, accounts: Accounts) -> Iterator[Money]:
    table, columns, rows = priced.table, _columns(document, priced.table), list(accounts.of(priced.table))
    doubts = [_year_doubt(document, head, column) for head, column in zip(table.heads, columns, strict=True)]
    is_spent_below_zero = _is_spent_below_zero(rows, columns)
    for account in rows:
        for at, text in enumerate(account.texts):
            figure, head = amount(text, priced.units[at]), table.heads[at]
            column = _crossing(account, head, columns[at])
            if at == account.at or figure is None or column.measure is None:
                continue
            money = _money(document, account, column, figure)
            if column is not columns[at]:
                subject = head if column_of(head, None).span is None else subject_of(document, table)
                money = _named(money, subject, accounts.names)
            yield replace(
                money,
                sek=-money.sek if is_spent_below_zero and account.is_cost else money.sek,
                written=text,
                table=subject_of(document, table),
                doubt=_joined(
                    UNCLEAR if table.uncertain else "",
                    priced.doubt,
                    UNCLEAR if account.row.uncertain else "",
                    doubts[at],
                ),
            )


def _is_spent_below_zero(accounts: Sequence[Account], columns: Sequence[Column]) -> bool:
    """Whether most costs are written with a minus sign."""
    cells = [
        cell
        for one in accounts
        if one.is_cost
        for cell, column in zip(one.texts, columns, strict=True)
        if column.measure
    ]
    figures = [figure for cell in cells if (figure := parse(cell))]
    return 2 * sum(figure.value < 0 for figure in figures) > sum(figure.value != 0 for figure in figures)


def _crossing(account: Account, head: str, column: Column) -> Column:
    """What is measured where a row says it, "Budget 2031", and the column says of what or when."""
    if not _MEASURED.match(account.label) or column_of(head, None).measure is not None:
        return column
    measured = column_of(account.label, column.span)
    return Column(measured.measure, measured.span or column.span)


def _named(money: Money, label: str, names: Names) -> Money:
    return replace(money, label=label or money.label, initiative=names.canonical(label) or "")


def _columns(document: Document, table: Table) -> list[Column]:
    """What the columns measure, by their heads, else the title, the section, or the kind of document."""
    around = span_around(document, table)
    title, section = table.title, document.sections[table.section].heading
    about = [measure for text in (title, section) if (measure := column_of(text, around).measure)]
    default = next((one for one in about if one is not Measure.GOAL), BY_TYPE.get(document.source.type))
    # In a table that could not be read safely, nobody knows what stands below a head that is missing.
    return [
        Column(None, None) if table.uncertain and not head else _column(document, head, around, default)
        for head in table.heads
    ]


def _column(document: Document, head: str, around: Span | None, default: Measure | None) -> Column:
    column = column_of(head, around)
    if column.is_derived or column.measure is Measure.GOAL or shows("reference", head):
        return Column(None, None)
    measure, span = column.measure or default, column.span or around
    is_past = measure is Measure.BUDGET and _years_after(document, span) < 0
    return Column(Measure.FORECAST if is_past and column.measure is None else measure, span)


def _year_doubt(document: Document, head: str, column: Column) -> str:
    """Why an amount in a plan is uncertain when the head says no more than another year than the plan's."""
    after = _years_after(document, column.span)
    if not after or column_of(head, None).measure is not None:
        return ""
    return _LATER if after > 0 else _EARLIER


def _years_after(document: Document, span: Span | None) -> int:
    """How many years a span lies after a plan's own; 0 where either is unknown and in what is no plan."""
    own = document.source.year if document.source.type == "verksamhetsplan" else None
    return span.year - own if own and span and span.year else 0


def _money(document: Document, account: Account, column: Column, figure: Figure) -> Money:
    span = column.span or Span(None)
    return Money(
        place(document, account.row.start, account.row.end),
        document.source.association,
        account.label or "Summa",
        span.year,
        column.measure or Measure.BUDGET,
        int(kronor(figure) or 0),
        "",
        figure.unit,
        initiative=account.initiative,
        period=span.period,
        is_sum=account.is_sum,
        is_income=account.is_income,
    )


def _of_form(document: Document, table: Table, names: Names) -> Iterator[Money]:
    """The amounts of an initiative's form, whose first column says what the second is."""
    around = span_of(document.source) or Span(None)
    for row, texts, at in filled_rows(document, table):
        answer = next((text for text in texts[at + 1 :] if text), "")
        column = column_of(texts[at], around)
        amounts = [(start, end, one) for start, end, one in find(answer) if kronor(one) is not None]
        if column.measure in (None, Measure.GOAL) or len(amounts) != 1 or amounts[0][0] > 0:
            continue
        _, end, figure = amounts[0]
        span = column.span or column_of(answer[end:], around).span or around
        yield Money(
            place(document, row.start, row.end),
            document.source.association,
            table.title,
            span.year,
            column.measure or Measure.BUDGET,
            int(kronor(figure) or 0),
            answer[:end],
            figure.unit,
            initiative=names.canonical(table.title) or table.title,
            period="" if column.measure is Measure.BUDGET and not column.span else span.period,
            table=table.title,
            doubt=UNCLEAR if table.uncertain or row.uncertain else "",
        )


def _joined(*doubts: str) -> str:
    return " ".join(filter(None, doubts))
