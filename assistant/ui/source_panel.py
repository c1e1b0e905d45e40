"""The panel that shows a source: what document it is, and its section with the quoted words marked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from assistant.answers import Citation
from assistant.associations import HOME, NATIONAL
from assistant.ui.conversation import Place
from assistant.ui.icons import icon
from assistant.ui.markup import document_html, escape
from assistant.ui.texts import texts

if TYPE_CHECKING:
    from assistant.library import SourceView

Words = Mapping[str, str]


def source_html(view: SourceView, citation: Citation, place: Place, count: int, language: str, today: date) -> str:
    """Render a source, one of ``count`` in its list."""
    words = texts(language)
    return (
        f"{_open(words)}<header>{_bar(place, count, words)}"
        f'<h2 id="source-title" tabindex="-1">{escape(view.title)}</h2>'
        f"{about_html(view, citation.association, words, today)}</header>{text_html(view, words)}</aside>"
    )


def about_html(view: SourceView, association: str, words: Words, today: date) -> str:
    """Render what document it is, and what to know before it is relied on."""
    notices = "".join(
        f'<p class="notice">{icon("warning")}<span>{escape(text)}</span></p>'
        for text in _notices(view, association, words, today)
    )
    return f"{_facts(view, words)}{notices}{_restated(view.form, words)}{_original(view.address, words)}"


def text_html(view: SourceView, words: Words) -> str:
    """Render the section with the quoted words marked."""
    text = document_html(view.text, view.highlights, words["quoted_row"], view.section.rpartition(" › ")[2])
    return (
        f'<div class="source-text" lang="sv" tabindex="0" role="region" aria-label="{escape(words["source_text"])}">'
        f"{text}</div>"
    )


def failed_source_html(language: str, why: str = "") -> str:
    """Render the panel for a source that could not be opened; ``why`` is a sentence of its own for it."""
    words = texts(language)
    return (
        f'{_open(words)}<header><div class="bar"><span></span>{_close(words)}</div>'
        f'<h2 id="source-title" tabindex="-1">{escape(words["source"])}</h2></header>'
        f'<p class="notice">{icon("warning")}<span>{escape(why or words["failed_source"])}</span></p></aside>'
    )


def _open(words: Words) -> str:
    return (
        f'<aside class="source" role="dialog" aria-label="{escape(words["source"])}" aria-describedby="source-title">'
    )


def _close(words: Words) -> str:
    label = escape(words["source_close"])
    return (
        f'<button type="button" class="round" data-act="close" aria-label="{label}" title="{label}">'
        f"{icon('close')}</button>"
    )


def _bar(place: Place, count: int, words: Words) -> str:
    key = "nearest_number" if place.where == "nearest" else "source_number"
    where = escape(words[key].format(number=place.index + 1, count=count))
    steps = _step(place, -1, count, "previous", words) + _step(place, 1, count, "next", words) if count > 1 else ""
    return f'<div class="bar"><span class="where">{where}</span>{steps}{_close(words)}</div>'


def _step(place: Place, by: int, count: int, name: str, words: Words) -> str:
    index = place.index + by
    state = "" if 0 <= index < count else " disabled"
    label = escape(words[f"source_{name}"])
    return (
        f'<button type="button" class="round" data-act="cite" data-step="{name}" data-turn="{place.turn}" '
        f'data-list="{place.where}" data-index="{max(index, 0)}" aria-label="{label}" '
        f'title="{label}"{state}>{icon(name)}</button>'
    )


def _facts(view: SourceView, words: Words) -> str:
    known = (
        ("source_section", view.section),
        ("source_page", str(view.page) if view.page else ""),
        ("source_year", str(view.year) if view.year else ""),
        ("source_association", view.association),
    )
    facts = "".join(
        f"<div><dt>{escape(words[key])}</dt><dd>{escape(value)}</dd></div>" for key, value in known if value
    )
    return f'<dl class="facts">{facts}</dl>'


def _notices(view: SourceView, association: str, words: Words, today: date) -> list[str]:
    notices = []
    until = view.valid_until.isoformat() if view.valid_until else ""
    if view.superseded:
        notices.append(words["source_superseded_until" if until else "source_superseded"].format(date=until))
    elif view.valid_until and view.valid_until < today:
        notices.append(words["source_expired"].format(date=until))
    if association not in ("", HOME, NATIONAL):
        notices.append(words["source_other_association"].format(association=view.association))
    return notices


def _restated(form: str, words: Words) -> str:
    return f'<p class="note">{escape(words["source_restated"])}</p>' if form == "omskrivning" else ""


def _original(address: str, words: Words) -> str:
    if not address.startswith(("https://", "http://")):
        return ""
    return (
        f'<p class="original"><a href="{escape(address)}" target="_blank" rel="noopener noreferrer">'
        f"{escape(words['source_original'])}{icon('outside')}</a></p>"
    )
