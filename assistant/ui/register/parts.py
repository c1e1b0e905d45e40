"""Pieces of HTML that the table, the timeline, the plots and the sheet are made of."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.register.entries import Entry
from assistant.register.statements import Statement
from assistant.ui.icons import icon
from assistant.ui.markup import button, escape
from assistant.ui.register.texts import Words
from ingest.register.model import Decision, Goal, Initiative, Money, Record, Result


def opening(entry: Entry, inner: str, style: str, id: str) -> str:
    """Render a button that opens an entry's passage; ``inner`` is HTML."""
    return button("source", inner, style, id, entry=entry.id, start=entry.record.place.start)


def source_button(entry: Entry, where: str, words: Words, with_section: bool = False) -> str:
    """Render the title of an entry's document, which opens its passage; ``where`` tells those of one entry apart."""
    page = f", {words['page'].format(page=entry.record.place.page)}" if entry.record.place.page else ""
    label = f'<span class="sr-only">{escape(words["open_source"].format(title=""))}</span>'
    section = entry.record.place.section.rpartition(" › ")[2]
    title = entry.source.title + page + (f": {section}" if with_section and section else "")
    inner = f'{icon("document")}<span>{label}<span lang="sv">{escape(title)}</span></span>'
    return opening(entry, inner, "source-place", f"{where}-{entry.id}")


def sheet_buttons(entry: Entry, words: Words) -> str:
    """Render the names of an entry's initiatives, each of which opens its sheet."""
    return "".join(sheet_button(name, f"sheet-{entry.id}-{at}", words) for at, name in enumerate(entry.initiatives))


def sheet_button(name: str, id: str, words: Words) -> str:
    before, _, after = words["open_sheet"].partition("{name}")
    inner = f'<span class="sr-only">{escape(before)}</span><span lang="sv">{escape(name)}</span>{escape(after)}'
    return button("sheet", inner, "name-link", id, name=name)


def sheet_links(names: Sequence[str], label: str) -> str:
    """Render, for another view, a button for each initiative, which opens the register with its sheet.

    Args:
        names: canonical names; without any nothing is rendered.
        label: what the buttons say, with ``{name}`` in it.
    """
    before, _, after = label.partition("{name}")
    items = "".join(
        f'<li><button type="button" class="quiet framed" data-act="sheet" data-name="{escape(name)}">{icon("document")}'
        f'<span>{escape(before)}<span lang="sv">{escape(name)}</span>{escape(after)}</span></button></li>'
        for name in names
    )
    return f'<ul class="sheets">{items}</ul>' if items else ""


def status_html(record: Record, words: Words) -> str:
    """Render what a body did or what a number is; the colour only helps."""
    match record:
        case Decision():
            return (
                f'<span class="stance {record.stance.name.lower()}">{escape(words[f"status_{record.stance}"])}</span>'
            )
        case Money() | Result():
            part = f", {record.period}" if record.period else ""
            return escape(words[f"status_{record.measure}"] + part)
        case Goal():
            return f'<span lang="sv">{escape(record.responsible)}</span>'
        case Initiative():
            return f'<span lang="sv">{escape(record.type)}</span>'


def notes_html(record: Record, words: Words) -> str:
    """Render why it was decided, who did not agree, and what is uncertain."""
    told = []
    if isinstance(record, Decision):
        told += [("reason", record.reason), ("reservations", "; ".join(record.reservations))]
        told.append(("recusals", "; ".join(record.recusals)))
    told.append(("doubt", record.doubt))
    return "".join(
        f'<p class="aside {key}">{icon("warning") if key == "doubt" else ""}<span><b>{escape(words[key])}:</b> '
        f'<span lang="sv">{escape(text)}</span></span></p>'
        for key, text in told
        if text
    )


def statements_html(statements: tuple[Statement, ...], where: str, contradicts: bool, words: Words) -> str:
    """Render what is told of one thing, each statement with its places, those that differ beside each other."""
    cards = "".join(
        f'<div class="statement"><span class="said" lang="sv">{escape(one.text)}</span>{_added(one, words)}'
        f"{_places(one.entries, where, words)}</div>"
        for one in statements
    )
    note = (
        f'<p class="aside doubt">{icon("warning")}<span>{escape(words["differing"])}</span></p>' if contradicts else ""
    )
    return f'<div class="statements{" differing" if contradicts else ""}">{note}{cards}</div>'


def _places(entries: tuple[Entry, ...], where: str, words: Words) -> str:
    """Render the places of a statement, one a section, with the section's heading where a document has several."""
    places = {(entry.record.place.document, entry.record.place.section): entry for entry in reversed(entries)}
    documents = [document for document, _ in places]
    return "".join(
        source_button(entry, where, words, with_section=documents.count(document) > 1)
        for (document, _), entry in reversed(places.items())
    )


def _added(statement: Statement, words: Words) -> str:
    if not statement.is_added:
        return ""
    return f'<span class="file">{escape(words["added"].format(count=len(statement.entries)))}</span>'


def save_html(words: Words) -> str:
    """Render the buttons that download what is shown."""
    buttons = "".join(
        button("save", icon("save") + escape(words[f"save_{form}"]), "quiet framed", f"register-save-{form}", form=form)
        for form in ("csv", "xlsx")
    )
    label = escape(words["save"])
    said = f'<span aria-hidden="true">{label}</span>'
    return f'<div class="save-register" role="group" aria-label="{label}">{said}{buttons}</div>'
