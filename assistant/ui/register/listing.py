"""The register as a table that sorts, and its decisions as a timeline."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from assistant.associations import association_name
from assistant.register.entries import Entry
from assistant.register.selection import Column, Order
from assistant.register.telling import dated, value, what
from assistant.ui.icons import icon
from assistant.ui.markup import button, escape
from assistant.ui.register.parts import (
    notes_html,
    save_html,
    sheet_buttons,
    source_button,
    status_html,
)
from assistant.ui.register.shown import PAGE, Shown
from assistant.ui.register.texts import Words, texts
from assistant.writing import spaced
from ingest.register.model import Decision


def table_html(entries: Sequence[Entry], shown: Shown, language: str) -> str:
    """Render the first rows of ``entries``, which are in the order of ``shown``."""
    words = texts(language)
    count = count_told(len(entries), shown, words)
    way = words["descending" if shown.order.descending else "ascending"]
    column = words[f"column_{shown.order.column}"].lower()
    news = words["announce_sorted"].format(count=count, column=column, direction=way)
    if not entries:
        return _nothing(words)
    heads = "".join(_head(one, shown.order, words) for one in _columns(shown))
    rows = "".join(_row(entry, shown, words) for entry in entries[: shown.rows])
    return (
        f'<section class="listed" data-announce="{escape(news)}">{_bar(count, words)}'
        f'<div class="table-frame rows" tabindex="0" role="region" aria-label="{escape(words["heading"])}">'
        f'<table role="table"><thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table></div>{_more(len(entries), shown, words)}</section>'
    )


def timeline_html(entries: Sequence[Entry], shown: Shown, language: str) -> str:
    """Render decisions by year, the latest first."""
    words = texts(language)
    if not entries:
        return _nothing(words)
    count = count_told(len(entries), shown, words)
    years = "".join(
        f'<li class="year"><h3>{escape(year or words["undated"])}</h3>'
        f"<ol>{''.join(event_html(one, words) for one in group)}</ol></li>"
        for year, group in groupby(entries[: shown.rows], key=lambda entry: entry.first[:4])
    )
    news = escape(words["announce_timeline"].format(count=count))
    return (
        f'<section class="listed" data-announce="{news}">{_bar(count, words)}'
        f'<p class="note">{escape(words["timeline_note"])}</p>'
        f'<ol class="timeline" aria-label="{escape(words["timeline"])}">{years}</ol>'
        f"{_more(len(entries), shown, words)}</section>"
    )


def count_told(count: int, shown: Shown, words: Words) -> str:
    """Return how many there are, and how many of them are shown when not all are."""
    if count > shown.rows:
        return words["count_of"].format(shown=spaced(shown.rows), count=spaced(count))
    return words["count"].format(count=spaced(count))


def _nothing(words: Words) -> str:
    said = escape(words["nothing"])
    return f'<section class="listed" data-announce="{said}"><p class="note">{said}</p></section>'


def _bar(count: str, words: Words) -> str:
    return f'<div class="listed-bar"><p class="count">{escape(count)}</p>{save_html(words)}</div>'


def _more(count: int, shown: Shown, words: Words) -> str:
    left = min(PAGE, count - shown.rows)
    if left <= 0:
        return ""
    return f"<p>{button('more', escape(words['more'].format(count=left)), 'quiet framed', 'register-more')}</p>"


def _columns(shown: Shown) -> list[Column]:
    """Return the columns of the table; the kind only where several kinds are shown."""
    return [column for column in Column if column is not Column.KIND or len(shown.wanted.kinds) != 1]


def _head(column: Column, order: Order, words: Words) -> str:
    name = words[f"column_{column}"]
    is_sorted = column is order.column
    way = ("descending" if order.descending else "ascending") if is_sorted else "none"
    mark = f'<span class="way {way}">{icon("up")}</span>' if is_sorted else ""
    label = f'<span class="sr-only">{escape(words["sort"].format(column=""))}</span>{escape(name)}{mark}'
    figure = " class='figure'" if column is Column.VALUE else ""
    return (
        f'<th scope="col" role="columnheader" aria-sort="{way}"{figure}>'
        f"{button('sort', label, 'sorter', f'sort-{list(Column).index(column)}', column=column)}</th>"
    )


def _row(entry: Entry, shown: Shown, words: Words) -> str:
    cells = "".join(
        f'<td role="cell" data-label="{escape(words[f"column_{column}"])}" class="of-{column.name.lower()}">'
        f"{_cell(entry, column, words)}</td>"
        for column in _columns(shown)
    )
    return f'<tr role="row">{cells}</tr>'


def _cell(entry: Entry, column: Column, words: Words) -> str:
    record = entry.record
    match column:
        case Column.DATE:
            return _date(entry)
        case Column.KIND:
            return escape(words[f"kind_{entry.kind}"])
        case Column.ASSOCIATION:
            return escape(association_name(record.association))
        case Column.INITIATIVE:
            return sheet_buttons(entry, words)
        case Column.WHAT:
            return f'<span class="said" lang="sv">{escape(what(record))}</span>{notes_html(record, words)}'
        case Column.STATUS:
            return status_html(record, words)
        case Column.VALUE:
            return f'<span lang="sv">{escape(value(record))}</span>'
        case Column.DOCUMENT:
            return source_button(entry, "row", words)


def _date(entry: Entry) -> str:
    """Render the time, with what the date is the date of below it."""
    date, mark, kind = dated(entry).partition(" (")
    below = f'<span class="file" lang="sv">{escape(kind.removesuffix(")"))}</span>' if mark else ""
    return f"<span>{escape(date)}</span>{below}"


def event_html(entry: Entry, words: Words, own: bool = False) -> str:
    """Render a decision in a timeline; without its initiatives on the sheet of one of them."""
    record = entry.record
    by = f'<span class="file" lang="sv">{escape(" · ".join(_around(entry)))}</span>'
    amount = f'<p class="amount" lang="sv">{escape(value(record))}</p>' if value(record) else ""
    names = f'<div class="names">{sheet_buttons(entry, words)}</div>' if entry.initiatives and not own else ""
    return (
        f'<li class="event"><div class="when">{_date(entry)}</div><div class="what">'
        f'<p><span class="said" lang="sv">{escape(what(record))}</span> {status_html(record, words)}</p>{amount}{by}'
        f"{notes_html(record, words)}{names}{source_button(entry, 'event', words)}</div></li>"
    )


def _around(entry: Entry) -> list[str]:
    """Return whose decision it is, who decided, and its paragraph."""
    record = entry.record
    body, paragraph = (record.body, record.paragraph) if isinstance(record, Decision) else ("", "")
    return [text for text in (association_name(record.association), body, paragraph) if text]
