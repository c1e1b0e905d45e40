"""The page: header, language and the views below it. A further view is one more class like :class:`AskView`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.ui.ask import QUIET, AskView
from assistant.ui.edge import Edge
from assistant.ui.markup import escape
from assistant.ui.texts import LANGUAGES, SWEDISH, texts

if TYPE_CHECKING:
    from assistant.service import Assistant

SET_LANGUAGE = "(language) => { document.documentElement.lang = language; return language; }"


def header_html(language: str) -> str:
    """Render the name, the line that says what this is, and the region that announces what has changed."""
    words = texts(language)
    return (
        f'<a class="skip" href="#ask">{escape(words["skip"])}</a>'
        f'<header class="masthead"><h1>{escape(words["product"])}</h1><p>{escape(words["tagline"])}</p></header>'
        '<div id="news" class="sr-only" role="status" aria-live="polite"></div>'
    )


def page(assistant: Assistant) -> gr.Blocks:
    """Build the page for one assistant."""
    blocks: gr.Blocks = gr.Blocks(title=SWEDISH["product"], analytics_enabled=False, fill_width=True)
    with blocks:
        with gr.Row(elem_id="top"):
            header = gr.HTML(header_html("sv"), elem_id="header", apply_default_css=False, js_on_load=None)
            language = gr.Radio(
                list(LANGUAGES), value="sv", label=SWEDISH["language"], elem_id="language", scale=0, min_width=230
            )
        with gr.Column(elem_id="frame"):
            AskView(Edge(assistant)).wire(blocks, language)
        language.change(_header, [language], [header, language], js=SET_LANGUAGE, **QUIET)
    return blocks


def _header(language: str) -> tuple[str, Any]:
    return header_html(language), gr.Radio(label=texts(language)["language"])
