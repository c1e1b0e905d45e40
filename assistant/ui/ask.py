"""The view "Fråga": conversation, question box, filters, examples and the source panel, wired to the :class:`Edge`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import gradio as gr

from assistant.ui.conversation import Conversation, Turn
from assistant.ui.edge import Edge, scope
from assistant.ui.texts import SWEDISH, texts
from assistant.ui.transcript import conversation_html, examples_html

STATIC = Path(__file__).parent / "static"
WARMING_S, NO_INDEX_S = 1.0, 10.0
"""Seconds between looks at whether the index has been loaded."""
BACK_TO_THE_BOX = """(language) => {
    setTimeout(() => document.querySelector('#question textarea')?.focus(), 300);
    return language;
}"""
QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


class AskView:
    """The view's components; made inside an open ``gr.Blocks``."""

    def __init__(self, edge: Edge) -> None:
        self.edge = edge
        self.conversation = gr.State(())
        with gr.Column(elem_id="talk"):
            self._show_conversation()
            self._show_question_box()
            self.examples = gr.HTML(examples_html("sv"), elem_id="examples", apply_default_css=False, js_on_load=None)
        self.panel = gr.HTML(
            "", elem_id="panel", apply_default_css=False, js_on_load=(STATIC / "panel.js").read_text(encoding="utf-8")
        )
        self.clock = gr.Timer(WARMING_S)

    def _show_conversation(self) -> None:
        script = (STATIC / "conversation.js").read_text(encoding="utf-8")
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

    def _wire_asking(self, language: gr.Radio) -> None:
        asked = gr.on(
            [self.question.submit, self.send.click, self.transcript.submit],
            self._begin,
            [self.question, self.conversation, language],
            [self.question, self.conversation, self.transcript, self.examples, self.new],
            trigger_mode="once",
            **QUIET,
        )
        asked.then(
            self._answer,
            [self.conversation, *self.boxes, language],
            [self.conversation, self.transcript],
            concurrency_limit=4,
            **QUIET,
        )
        self.new.click(
            self._restart,
            [language],
            [self.conversation, self.transcript, self.panel, self.examples, self.new],
            js=BACK_TO_THE_BOX,
            **QUIET,
        )

    def _wire_answers(self, language: gr.Radio) -> None:
        self.transcript.cite(self._open, [self.conversation, language], [self.panel], **QUIET)
        kept = [self.conversation, self.transcript]
        self.transcript.judge(self._judge, [self.conversation, language], kept, **QUIET)

    def _wire_filters(self, language: gr.Radio) -> None:
        gr.on([box.change for box in self.boxes], self._count, [*self.boxes, language], [self.filters], **QUIET)
        self.clear.click(lambda: ([], [], []), None, self.boxes, **QUIET)
        language.change(self._translate, [self.conversation, *self.boxes, language], self._translated, **QUIET)

    def _begin(
        self, written: str, conversation: Conversation, language: str, event: gr.EventData
    ) -> tuple[Any, Conversation, str, str, Any]:
        """Show the question at once, so that the reader sees that it was heard."""
        if conversation and conversation[-1].pending:
            return gr.skip(), conversation, gr.skip(), gr.skip(), gr.skip()
        pressed = (event._data or {}).get("question") if isinstance(event._data, dict) else None
        conversation = (*conversation, Turn(str(pressed) if pressed else written or ""))
        box = gr.skip() if pressed else ""
        return box, conversation, conversation_html(conversation, language), "", gr.update(visible=True)

    def _answer(
        self, conversation: Conversation, associations: list[str], types: list[str], years: list[int], language: str
    ) -> tuple[Conversation, str]:
        if not conversation or not conversation[-1].pending:
            return conversation, conversation_html(conversation, language)
        conversation = self.edge.answered(conversation, scope(associations, types, years))
        return conversation, conversation_html(conversation, language)

    def _restart(self, language: str) -> tuple[Conversation, str, str, str, Any]:
        return (), "", "", examples_html(language), gr.update(visible=False)

    def _open(self, conversation: Conversation, language: str, event: gr.EventData) -> str:
        return self.edge.source_html(conversation, event._data, language)

    def _judge(self, conversation: Conversation, language: str, event: gr.EventData) -> tuple[Conversation, str]:
        conversation = self.edge.judged(conversation, event._data)
        return conversation, conversation_html(conversation, language)

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
            self.filters, self.hint, *self.boxes, self.clear,
        ]  # fmt: skip

    def _translate(
        self, conversation: Conversation, associations: list[str], types: list[str], years: list[int], language: str
    ) -> tuple[Any, ...]:
        words = texts(language)
        known = self.edge.facets() is not None
        return (
            conversation_html(conversation, language),
            "",
            "" if conversation else examples_html(language),
            self.edge.status_html(language),
            gr.Textbox(label=words["question"], placeholder=words["placeholder"], info=words["no_personal_data"]),
            gr.Button(words["send"]),
            gr.Button(words["new"]),
            self._count(associations, types, years, language),
            words["filters_hint" if known else "filters_waiting"],
            *(gr.CheckboxGroup(label=words[f"filter_{name}"]) for name in ("association", "type", "year")),
            gr.Button(words["filters_clear"]),
        )
