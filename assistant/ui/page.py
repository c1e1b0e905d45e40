"""The page: header, language and a tab for each view. A further view is one more class like :class:`AskView`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.ui.ask import QUIET, AskView
from assistant.ui.edge import Edge
from assistant.ui.markup import escape
from assistant.ui.register.edge import RegisterEdge
from assistant.ui.register.view import RegisterView
from assistant.ui.screening.edge import ScreenEdge
from assistant.ui.screening.view import ScreenView
from assistant.ui.texts import LANGUAGES, SWEDISH, texts

if TYPE_CHECKING:
    from assistant.screening.screener import Screener
    from assistant.service import Assistant

UPLOADS_S = 3600
"""Seconds after which an uploaded file is deleted that no screening has taken; a screened one is deleted at once."""
REGISTER = "register"
"""Id of the register's tab."""
SET_LANGUAGE = "(language) => { document.documentElement.lang = language; return language; }"


def header_html(language: str) -> str:
    """Render the name, the line that says what this is, and the region that announces what has changed."""
    words = texts(language)
    return (
        f'<a class="skip" href="#views">{escape(words["skip"])}</a>'
        f'<header class="masthead"><h1>{escape(words["product"])}</h1><p>{escape(words["tagline"])}</p></header>'
        '<div id="news" class="sr-only" role="status" aria-live="polite" aria-atomic="false"></div>'
    )


def page(assistant: Assistant, screener: Screener) -> gr.Blocks:
    """Build the page for one assistant and its screener."""
    blocks: gr.Blocks = gr.Blocks(
        title=SWEDISH["product"], analytics_enabled=False, fill_width=True, delete_cache=(UPLOADS_S, UPLOADS_S)
    )
    with blocks:
        with gr.Row(elem_id="top"):
            header = gr.HTML(header_html("sv"), elem_id="header", apply_default_css=False, js_on_load=None)
            language = gr.Radio(
                list(LANGUAGES), value="sv", label=SWEDISH["language"], elem_id="language", scale=0, min_width=230
            )
        with gr.Column(elem_id="frame"), gr.Tabs(elem_id="views") as views:
            with gr.Tab(SWEDISH["view_ask"], render_children=True) as ask_tab:
                ask = AskView(Edge(assistant))
            with gr.Tab(SWEDISH["view_screen"], render_children=True) as screen_tab:
                screen = ScreenView(ScreenEdge(assistant, screener))
            with gr.Tab(SWEDISH["view_register"], render_children=True, id=REGISTER) as register_tab:
                register = RegisterView(RegisterEdge(assistant))
        tabs = [ask_tab, screen_tab, register_tab]
        language.change(_translate, [language], [header, language, *tabs], js=SET_LANGUAGE, **QUIET)
        ask.wire(blocks, language)
        screen.wire(language)
        register.wire(blocks, language)
        ask.transcript.sheet(lambda: gr.Tabs(selected=REGISTER), None, [views], **QUIET)
        register.open_sheets(ask.transcript.sheet, language)
        for tab in tabs:
            # A source belongs to the view that it was opened from.
            tab.select(lambda: ("", ""), None, [ask.panel, register.panel], **QUIET)
    return blocks


def _translate(language: str) -> tuple[Any, ...]:
    words = texts(language)
    tabs = (gr.Tab(label=words[key]) for key in ("view_ask", "view_screen", "view_register"))
    return header_html(language), gr.Radio(label=words["language"]), *tabs
