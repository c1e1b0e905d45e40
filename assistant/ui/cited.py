"""What an answer says with its numbered marks, and the sources that they lead to, each a button that opens one.

The place that a button stands for goes with it as ``data-turn``, ``data-list`` and ``data-index``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answers import Answer, Citation
from assistant.ui.conversation import Place
from assistant.ui.icons import icon
from assistant.ui.markup import answer_html, escape

Words = Mapping[str, str]

_MARK = re.compile(r"\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\]")

_AMOUNT = re.compile(r"(?<![\d&#])\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)(?:[ \u00a0](?:kr|tkr|mkr)\b)?", re.IGNORECASE)
"""Written in groups of three figures."""


def cited_html(answer: Answer, first: Place, words: Words) -> str:
    """Render text and sources; ``first`` is the place of the answer's first citation."""
    language = "en" if answer.language == "en" else "sv"
    text = f'<div class="text" lang="{language}">{_text(answer, first, words)}</div>'
    return text + _sources(answer.citations, first, words)


def nearest_html(nearest: Sequence[Citation], turn: int, words: Words) -> str:
    """Render the passages that came nearest, to read on in."""
    if not nearest:
        return ""
    items = "".join(
        f"<li>{_source_button(Place(turn, index, 'nearest'), citation, '', words)}"
        f"<blockquote>{escape(_start(citation.quote))}</blockquote></li>"
        for index, citation in enumerate(nearest)
    )
    return f'<div class="nearest"><h4>{escape(words["nearest"])}</h4><ul>{items}</ul></div>'


def _text(answer: Answer, first: Place, words: Words) -> str:
    places = {citation.marker: index for index, citation in enumerate(answer.citations)}

    def mark(marker: int) -> str:
        if marker not in places:
            return f"[{marker}]"
        return _mark(replace(first, index=places[marker]), answer.citations[places[marker]], words)

    def inline(text: str) -> str:
        parts, at = [], 0
        for found in _MARK.finditer(text):
            parts.append(_words(text[at : found.start()]))
            parts += [mark(int(marker)) for marker in found.group(1).split(",")]
            at = found.end()
        return "".join([*parts, _words(text[at:])])

    return answer_html(answer.text, inline)


def _words(text: str) -> str:
    """Escape a stretch of text; an amount stays on one line, with its unit."""
    return _AMOUNT.sub(r'<span class="amount">\g<0></span>', escape(text))


def _data(place: Place) -> str:
    return f'data-act="cite" data-turn="{place.turn}" data-list="{place.where}" data-index="{place.index}"'


def _mark(place: Place, citation: Citation, words: Words) -> str:
    label = escape(words["show_source"].format(number=citation.marker, title=_told(citation, words)))
    return f'<button type="button" class="mark" {_data(place)} aria-label="{label}">[{citation.marker}]</button>'


def _told(citation: Citation, words: Words) -> str:
    """Title, section, page and year on one line, without what is unknown."""
    page = words["page"].format(page=citation.page) if citation.page else ""
    year = str(citation.year) if citation.year and str(citation.year) not in citation.title else ""
    return ", ".join(part for part in (citation.title, year, citation.section, page) if part)


def _sources(citations: Sequence[Citation], first: Place, words: Words) -> str:
    """List the sources, those of one section and page in one row."""
    if not citations:
        return ""
    rows: dict[str, list[Place]] = {}
    for index, citation in enumerate(citations):
        rows.setdefault(f"{citation.document} {_told(citation, words)}", []).append(replace(first, index=index))
    items = "".join(f"<li>{_source_row(citations, places, words)}</li>" for places in rows.values())
    return f'<div class="sources"><h4>{escape(words["sources"])}</h4><ol>{items}</ol></div>'


def _source_row(citations: Sequence[Citation], places: Sequence[Place], words: Words) -> str:
    first = citations[places[0].index]
    if len(places) == 1:
        return _source_button(places[0], first, f"[{first.marker}]", words)
    marks = "".join(_mark(place, citations[place.index], words) for place in places)
    return f'<div class="source-row"><span class="marks">{marks}</span><span>{_told_html(first, words)}</span></div>'


def _told_html(citation: Citation, words: Words) -> str:
    rest = _told(citation, words).removeprefix(citation.title)
    return f'<span class="title">{escape(citation.title)}</span>{escape(rest)}'


def _start(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= 180 else f"{line[:180].rsplit(' ', 1)[0]} …"


def _source_button(place: Place, citation: Citation, mark: str, words: Words) -> str:
    number = f'<span class="number">{mark}</span>' if mark else icon("document")
    key = "show_source" if mark else "show_nearest"
    label = escape(words[key].format(number=citation.marker, title=_told(citation, words)))
    return (
        f'<button type="button" class="source-link" {_data(place)} aria-label="{label}">'
        f"{number}<span>{_told_html(citation, words)}</span></button>"
    )
