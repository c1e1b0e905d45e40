"""Pieces of HTML that several parts of the view are made of. What is pressed carries ``data-do``."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.screening.model import Recommendation, Verdict
from assistant.screening.paper import Pointed
from assistant.screening.telling import kronor
from assistant.ui.icons import icon
from assistant.ui.markup import escape

Words = Mapping[str, str]

_ICONS = {
    Verdict.MET: "met",
    Verdict.UNCLEAR: "unclear",
    Verdict.NOT_MET: "not_met",
    Verdict.NOT_APPLICABLE: "not_applicable",
}


def verdict_html(verdict: Verdict, words: Words) -> str:
    """Render a verdict as icon and word."""
    name = _ICONS[verdict]
    return f'<span class="verdict {name}">{icon(name)}<span>{escape(words[f"verdict_{verdict}"])}</span></span>'


def proposal_html(recommendation: Recommendation, words: Words) -> str:
    return f'<span class="proposed {recommendation}">{escape(words[f"recommendation_{recommendation}"])}</span>'


def remark_html(inner: str, words: Words) -> str:
    """Render what a language model points at, under its icon and the words that say whose it is."""
    return (
        f'<div class="remark">{icon("model")}<div><strong>{escape(words["remark"])}</strong>'
        f'<div lang="sv">{inner}</div></div></div>'
    )


def pointed_html(one: Pointed, words: Words) -> str:
    """Render a language model's remark on a criterion: its reason, and the words that it points at."""
    said = escape(" ".join(one.words.split()))
    return remark_html(f"<p>{escape(one.why)}</p><blockquote>{said}</blockquote>", words)


def amount(sek: int | None, words: Words) -> str:
    return words["not_stated"] if sek is None else kronor(sek)


def check_html(do: str, label: str, checked: bool, id: str, hidden_label: bool = False, **data: object) -> str:
    """Render a check box with its label, which only a screen reader is told when ``hidden_label``."""
    attributes = "".join(f' data-{name}="{escape(str(value))}"' for name, value in data.items())
    told = f'<span class="{"sr-only" if hidden_label else ""}">{escape(label)}</span>'
    state = " checked" if checked else ""
    return f'<label class="check"><input type="checkbox" id="{id}" data-do="{do}"{attributes}{state}>{told}</label>'
