"""The view "Fråga": conversation, question box, filters, examples and the source panel, wired to the :class:`Edge`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

import gradio as gr

from assistant.ui.edge import Edge, scope
from assistant.ui.talk import Talk
from assistant.ui.texts import SWEDISH, texts
from assistant.ui.transcript import conversation_html, examples_html

STATIC = Path(__file__).parent / "static"
SCRIPTS = ("folds.js", "conversation.js", "phrasing.js")
WARMING_S, NO_INDEX_S = 1.0, 10.0
"""Seconds between looks at whether the index has been loaded."""
BACK_TO_THE_BOX = """(talk, language) => {
    setTimeout(() => document.querySelector('#question textarea')?.focus(), 300);
    return [talk, language];
}"""
QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
SEARCHES, WAITS = 4, 16
"""Questions searched for at once, and readers for whom a model is waited for: a slow model holds up no search."""


class AskView:
    """The view's components; made inside an open ``gr.Blocks``."""

    def __init__(self, edge: Edge) -> None:
        self.edge = edge
        self.talk = gr.State(Talk())
        self._talks: WeakValueDictionary[str, Talk] = WeakValueDictionary()
        with gr.Column(elem_id="talk"):
            self._show_conversation()
            self._show_question_box()
            self.examples = gr.HTML(examples_html("sv"), elem_id="examples", apply_default_css=False, js_on_load=None)
        self.panel = gr.HTML(
            "", elem_id="panel", apply_default_css=False, js_on_load=(STATIC / "panel.js").read_text(encoding="utf-8")
        )
        self.clock = gr.Timer(WARMING_S)

    def _show_conversation(self) -> None:
        script = "\n".join((STATIC / name).read_text(encoding="utf-8") for name in SCRIPTS)
        self.transcript = gr.HTML("", elem_id="transcript", apply_default_css=False, js_on_load=script)

    def _show_question_box(self) -> None:
        with gr.Column(elem_id="ask"):
            self.status = gr.HTML("", elem_id="status", apply_default_css=False, js_on_load=None)
            with gr.Row(elem_id="ask-row"):
                self.question = gr.Textbox(
                    label=SWEDISH["question"],
                    placeholder=SWEDISH["placeholder"],
                    info=SWEDISH["no_personal_data"],
                    lines=1,
                    max_lines=6,
                    elem_id="question",
                    scale=1,
                    html_attributes=gr.InputHTMLAttributes(autocomplete="off", enterkeyhint="send"),
                )
                self.send = gr.Button(SWEDISH["send"], variant="primary", elem_id="send", scale=0)
            with gr.Row(elem_id="ask-more"):
                self._show_filters()
                self.new = gr.Button(SWEDISH["new"], elem_id="new", visible=False, scale=0)
            told = self.edge.answerer_html("sv")
            self.answerer = gr.HTML(
                told, elem_id="answerer", visible=bool(told), apply_default_css=False, js_on_load=None
            )

    def _show_filters(self) -> None:
        with gr.Accordion(SWEDISH["filters"], open=False, elem_id="filters") as self.filters:
            self.hint = gr.Markdown(SWEDISH["filters_waiting"], elem_id="filters-hint")
            self.associations = gr.CheckboxGroup([], label=SWEDISH["filter_association"], elem_id="filter-association")
            self.types = gr.CheckboxGroup([], label=SWEDISH["filter_type"], elem_id="filter-type")
            self.years = gr.CheckboxGroup([], label=SWEDISH["filter_year"], elem_id="filter-year")
            self.clear = gr.Button(SWEDISH["filters_clear"], elem_id="filters-clear", scale=0)

    @property
    def boxes(self) -> list[gr.CheckboxGroup]:
        return [self.associations, self.types, self.years]

    def wire(self, page: gr.Blocks, language: gr.Radio) -> None:
        """Connect the components; ``language`` holds "sv" or "en"."""
        self._wire_asking(language)
        self._wire_answers(language)
        self._wire_filters(language)
        looks = [self.status, self.clock, self.hint, *self.boxes]
        gr.on([page.load, self.clock.tick], self._look, [language], looks, **QUIET)
        page.unload(self._leave)

    def _wire_asking(self, language: gr.Radio) -> None:
        asked = gr.on(
            [self.question.submit, self.send.click, self.transcript.submit],
            self._begin,
            [self.question, self.talk, language],
            [self.question, self.transcript, self.examples, self.new],
            trigger_mode="once",
            **QUIET,
        )
        shown: dict[str, Any] = {"outputs": [self.transcript], "trigger_mode": "multiple", **QUIET}
        line = self.edge.assistant.line
        searches = WAITS if line and line.allows("fragor") else SEARCHES
        answered = asked.then(self._answer, [self.talk, *self.boxes], concurrency_limit=searches, **shown)
        if line:
            answered.then(self._phrase, [self.talk], concurrency_limit=WAITS, **shown)
            self.transcript.stop(self._stop, [self.talk], queue=False, **shown)
        self.new.click(
            self._restart,
            [self.talk, language],
            [self.transcript, self.panel, self.examples, self.new],
            js=BACK_TO_THE_BOX,
            **QUIET,
        )

    def _wire_answers(self, language: gr.Radio) -> None:
        self.transcript.cite(self._open, [self.talk, language], [self.panel], **QUIET)
        self.transcript.judge(self._judge, [self.talk], [self.transcript], **QUIET)

    def _wire_filters(self, language: gr.Radio) -> None:
        gr.on([box.change for box in self.boxes], self._count, [*self.boxes, language], [self.filters], **QUIET)
        self.clear.click(lambda: ([], [], []), None, self.boxes, **QUIET)
        language.change(self._translate, [self.talk, *self.boxes, language], self._translated, **QUIET)

    def _begin(
        self, written: str, talk: Talk, language: str, event: gr.EventData, request: gr.Request
    ) -> tuple[Any, Any, Any, Any]:
        """Show the question at once, so that the reader sees that it was heard."""
        pressed = (event._data or {}).get("question") if isinstance(event._data, dict) else None
        talk.language = language
        self._talks[str(request.session_hash)] = talk
        if not talk.ask(str(pressed) if pressed else written or ""):
            return gr.skip(), gr.skip(), gr.skip(), gr.skip()
        return gr.skip() if pressed else "", _transcript(talk), "", gr.update(visible=True)

    def _answer(self, talk: Talk, associations: list[str], types: list[str], years: list[int]) -> Any:
        """Answer what was asked; nothing to show when that was refused because a question still waits."""
        if not self.edge.answered(talk, scope(associations, types, years)):
            return gr.skip()
        return _transcript(talk)

    async def _phrase(self, talk: Talk) -> AsyncIterator[Any]:
        async for _ in self.edge.phrased(talk):
            yield _transcript(talk)
        # Gradio shows what came last once more at the end; by then there may be a newer question.
        yield gr.skip()

    def _stop(self, talk: Talk) -> str:
        talk.stop()
        return _transcript(talk)

    def _leave(self, request: gr.Request) -> None:
        """Stop the model of a visitor who has closed the page."""
        talk = self._talks.get(str(request.session_hash))
        if talk:
            talk.stop()

    def _restart(self, talk: Talk, language: str) -> tuple[str, str, str, Any]:
        talk.clear()
        return "", "", examples_html(language), gr.update(visible=False)

    def _open(self, talk: Talk, language: str, event: gr.EventData) -> str:
        return self.edge.source_html(talk.turns, event._data, language)

    def _judge(self, talk: Talk, event: gr.EventData) -> str:
        self.edge.judged(talk, event._data)
        return _transcript(talk)

    def _look(self, language: str) -> tuple[Any, ...]:
        """See whether an index has been loaded; once it has, show what it can be filtered on and stop looking."""
        facets = self.edge.facets()
        status = self.edge.status_html(language)
        if facets is None:
            clock = gr.Timer(NO_INDEX_S if "no_index" in status else WARMING_S)
            return status, clock, gr.skip(), gr.skip(), gr.skip(), gr.skip()
        choices = (
            [(label, id) for id, label in facets.associations],
            [(label, id) for id, label in facets.types],
            [(str(year), year) for year in facets.years],
        )
        return (
            status,
            gr.Timer(active=False),
            texts(language)["filters_hint"],
            *(gr.CheckboxGroup(choices=choice, visible=bool(choice)) for choice in choices),
        )

    def _count(self, associations: list[str], types: list[str], years: list[int], language: str) -> Any:
        count = len(associations) + len(types) + len(years)
        words = texts(language)
        return gr.Accordion(label=words["filters_some"].format(count=count) if count else words["filters"])

    @property
    def _translated(self) -> list[Any]:
        return [
            self.transcript, self.panel, self.examples, self.status, self.question, self.send, self.new,
            self.filters, self.hint, *self.boxes, self.clear, self.answerer,
        ]  # fmt: skip

    def _translate(
        self, talk: Talk, associations: list[str], types: list[str], years: list[int], language: str
    ) -> tuple[Any, ...]:
        words = texts(language)
        talk.language = language
        known = self.edge.facets() is not None
        return (
            _transcript(talk),
            "",
            "" if talk.turns else examples_html(language),
            self.edge.status_html(language),
            gr.Textbox(label=words["question"], placeholder=words["placeholder"], info=words["no_personal_data"]),
            gr.Button(words["send"]),
            gr.Button(words["new"]),
            self._count(associations, types, years, language),
            words["filters_hint" if known else "filters_waiting"],
            *(gr.CheckboxGroup(label=words[f"filter_{name}"]) for name in ("association", "type", "year")),
            gr.Button(words["filters_clear"]),
            self.edge.answerer_html(language),
        )


def _transcript(talk: Talk) -> str:
    return conversation_html(talk.turns, talk.language)
