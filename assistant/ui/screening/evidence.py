"""A criterion side by side: the words in the draft, and the rule in its document."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from assistant.answers import Citation
from assistant.screening.guarding import readable
from assistant.screening.paper import Finding, Paper
from assistant.ui import texts as page_texts
from assistant.ui.icons import icon
from assistant.ui.markup import button, document_html, escape
from assistant.ui.screening.parts import Words, pointed_html, verdict_html
from assistant.ui.screening.texts import texts
from assistant.ui.source_panel import about_html, text_html

if TYPE_CHECKING:
    from assistant.library import SourceView

Page = Mapping[str, str]
"""The words of the page, which those of the source panel are among."""


def finding_html(paper: Paper, place: int, rule: SourceView | None, language: str, today: date) -> str:
    """Render the criterion at ``place``; ``rule`` is None when the index does not hold it."""
    words, finding = texts(language), paper.findings[place]
    name = f"{finding.criterion.id} {finding.criterion.name}"
    asked = (
        f'<p class="question"><strong>{escape(words["question"])}:</strong> {escape(finding.question)}</p>'
        if finding.question
        else ""
    )
    pointed = pointed_html(finding.pointed, words) if finding.pointed else ""
    about = (
        f'<div lang="sv"><p>{escape(finding.criterion.question)}</p><p>{escape(finding.why)}</p>{pointed}{asked}</div>'
    )
    steps = _step(place - 1, "previous", len(paper.findings), words) + _step(
        place + 1, "next", len(paper.findings), words
    )
    sides = _draft(paper, finding, words) + _rule(finding, rule, words, page_texts.texts(language), today)
    return _dialog(name, f"{verdict_html(finding.verdict, words)}{steps}", about, sides, f"finding-{place}", words)


def decision_html(paper: Paper, place: int, decision: SourceView, language: str, today: date) -> str:
    """Render the decision at ``place`` among those that the draft is like."""
    words, one = texts(language), paper.likened[place]
    about = f'<p lang="sv">{escape(one.alike)}</p>'
    side = _document(words["likened"], decision, one.citation, page_texts.texts(language), today)
    return _dialog(decision.title, "", about, side, f"decision-{place}", words)


def failed_html(language: str) -> str:
    """Render the dialog for what could not be shown."""
    words = texts(language)
    notice = f'<p class="notice">{icon("warning")}<span>{escape(words["failed"])}</span></p>'
    return _dialog(words["in_rule"], "", notice, "", "", words)


def _dialog(title: str, bar: str, about: str, sides: str, opener: str, words: Words) -> str:
    close = escape(words["close"])
    return (
        f'<dialog class="evidence" aria-labelledby="evidence-title" data-opener="{opener}"><header><div class="bar">'
        f'<span class="lead">{bar}</span><button type="button" class="round" data-close aria-label="{close}" '
        f'title="{close}">{icon("close")}</button></div>'
        f'<h2 id="evidence-title" tabindex="-1" lang="sv">{escape(title)}</h2>{about}</header>'
        f'<div class="sides">{sides}</div></dialog>'
    )


def _step(place: int, name: str, count: int, words: Words) -> str:
    if not 0 <= place < count:
        return ""
    inner = f'{icon(name)}<span class="sr-only">{escape(words[name])}</span>'
    return button("show", inner, "round", finding=place, step=name)


def _draft(paper: Paper, finding: Finding, words: Words) -> str:
    pointed = [finding.pointed.span] if finding.pointed else []
    spans = [(span.start, span.end) for span in (*finding.spans, *pointed)]
    silent = "" if spans else f'<p class="note">{escape(words["no_words"])}</p>'
    if pointed:
        marked = words["marked_both" if finding.spans else "marked_pointed"]
        silent = f'<p class="note">{escape(marked)}</p>'
    text = readable(document_html(paper.text, spans, words["marked_row"]))
    label = escape(words["in_draft"])
    return (
        f'<section class="side"><h3>{label}</h3>{silent}'
        f'<div class="source-text" lang="sv" tabindex="0" role="region" aria-label="{label}">{text}</div></section>'
    )


def _rule(finding: Finding, rule: SourceView | None, words: Words, page: Page, today: date) -> str:
    if rule is None or finding.citation is None:
        missing = escape(words["rule_missing"].format(place=finding.source))
        return f'<section class="side"><h3>{escape(words["in_rule"])}</h3><p class="note">{missing}</p></section>'
    return _document(words["in_rule"], rule, finding.citation, page, today)


def _document(label: str, view: SourceView, citation: Citation, page: Page, today: date) -> str:
    return (
        f'<section class="side"><h3>{escape(label)}</h3><p class="title" lang="sv">{escape(view.title)}</p>'
        f"{about_html(view, citation.association, page, today)}{text_html(view, page)}</section>"
    )
