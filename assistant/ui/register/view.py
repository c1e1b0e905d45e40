"""The view "Beslut och siffror": search, choices, and what is shown of the register, wired to the edge."""

from __future__ import annotations

from typing import Any

import gradio as gr

from assistant.register.entries import Kind
from assistant.ui.ask import NO_INDEX_S, QUIET, STATIC, WARMING_S
from assistant.ui.markup import escape
from assistant.ui.register.edge import RegisterEdge
from assistant.ui.register.shown import EVERY, Shown, View
from assistant.ui.register.texts import SWEDISH, Words, texts

PRESSED = ("sort", "more", "sheet", "back")
"""What can be pressed that changes what is shown; the names of the events in ``register.js``."""

TO_THE_SHEET = """() => {
    const go = (left) => {
        const heading = document.querySelector('#register-result .sheet h2');
        if (heading?.checkVisibility()) heading.focus();
        else if (left) setTimeout(go, 50, left - 1);
    };
    go(100);
}"""
"""Leads to the heading of a sheet that was opened from another view, once the tab has been drawn."""


def heading_html(language: str) -> str:
    words = texts(language)
    return f"<h2>{escape(words['heading'])}</h2><p>{escape(words['introduction'])}</p>"


class RegisterView:
    """The view's components; made inside an open ``gr.Blocks``."""

    def __init__(self, edge: RegisterEdge) -> None:
        self.edge = edge
        self.shown = gr.State(Shown())
        with gr.Column(elem_id="register"):
            self.heading = self._html(heading_html("sv"), "register-heading")
            self.status = self._html("", "register-status")
            self._show_search()
            self._show_filters()
            self.file = self._html("", "register-file", "download.js")
            self.result = self._html("", "register-result", "register.js")
        self.panel = self._html("", "register-panel", "panel.js")
        self.clock = gr.Timer(WARMING_S)

    def _html(self, value: str, id: str, script: str = "") -> gr.HTML:
        code = (STATIC / script).read_text(encoding="utf-8") if script else None
        return gr.HTML(value, elem_id=id, apply_default_css=False, js_on_load=code)

    def _show_search(self) -> None:
        with gr.Row(elem_id="register-search"):
            self.text = gr.Textbox(
                label=SWEDISH["search"],
                info=SWEDISH["search_hint"],
                lines=1,
                max_lines=1,
                elem_id="register-text",
                scale=1,
                html_attributes=gr.InputHTMLAttributes(autocomplete="off", enterkeyhint="search"),
            )
            self.search = gr.Button(SWEDISH["search_button"], variant="primary", elem_id="register-go", scale=0)
        with gr.Row(elem_id="register-choices"):
            self.view = gr.Radio(
                _views(SWEDISH), value=str(View.TABLE), label=SWEDISH["view"], elem_id="register-view", scale=0
            )
            self.kind = gr.Radio(
                _kinds(SWEDISH), value=str(Kind.DECISION), label=SWEDISH["kind"], elem_id="register-kind", scale=1
            )

    def _show_filters(self) -> None:
        with gr.Accordion(SWEDISH["filters"], open=False, elem_id="register-filters") as self.filters:
            self.associations = gr.CheckboxGroup([], label=SWEDISH["filter_association"], elem_id="register-place")
            self.years = gr.CheckboxGroup([], label=SWEDISH["filter_year"], elem_id="register-year")
            with gr.Row(elem_id="register-times"):
                self.since, self.until = (
                    gr.Textbox(
                        label=SWEDISH[f"filter_{name}"],
                        info=SWEDISH["filter_time_hint"],
                        lines=1,
                        max_lines=1,
                        elem_id=f"register-{name}",
                        html_attributes=gr.InputHTMLAttributes(autocomplete="off"),
                    )
                    for name in ("since", "until")
                )
            self.names = gr.CheckboxGroup([], label=SWEDISH["filter_initiative"], elem_id="register-names")
            self.clear = gr.Button(SWEDISH["filters_clear"], elem_id="register-clear", scale=0)

    @property
    def boxes(self) -> list[gr.CheckboxGroup]:
        return [self.associations, self.years, self.names]

    @property
    def limits(self) -> list[gr.Textbox]:
        return [self.since, self.until]

    def wire(self, page: gr.Blocks, language: gr.Radio) -> None:
        """Connect the components; ``language`` holds "sv" or "en"."""
        chosen: list[Any] = [self.shown, self.text, self.view, self.kind, *self.boxes, *self.limits, language]
        drawn = [*self._drawn, self.kind, self.filters]
        choices: list[Any] = [self.view, self.kind, *self.boxes]
        written = [self.text, *self.limits]
        changes = [self.search.click, *(one.submit for one in written), *(one.change for one in choices)]
        gr.on(changes, self._choose, chosen, drawn, **QUIET)
        cleared = self.clear.click(lambda: ([], [], [], "", ""), None, [*self.boxes, *self.limits], **QUIET)
        cleared.then(self._choose, chosen, drawn, **QUIET)
        for do in PRESSED:
            getattr(self.result, do)(self._press(do), [self.shown, language], self._drawn, **QUIET)
        self.result.source(self._open, [language], [self.panel], **QUIET)
        self.result.save(self._save, [self.shown, language], [self.file], **QUIET)
        looks = [self.status, self.clock, *self.boxes, self.result]
        gr.on([page.load, self.clock.tick], self._look, [self.shown, language], looks, **QUIET)
        told = [self.shown, *self.boxes, *self.limits, language]
        language.change(self._translate, told, self._translated, **QUIET)

    def open_sheets(self, event: Any, language: gr.Radio) -> None:
        """Open the sheet that an event of another view asks for: the ``name`` of its initiative is sent along."""
        asked = event(self._press("sheet"), [self.shown, language], self._drawn, **QUIET)
        asked.then(None, js=TO_THE_SHEET, **QUIET)

    @property
    def _drawn(self) -> list[Any]:
        return [self.shown, self.result, self.file]

    def _choose(
        self,
        shown: Shown,
        text: str,
        view: str,
        kind: str,
        associations: list[str],
        years: list[int],
        names: list[str],
        since: str,
        until: str,
        language: str,
    ) -> tuple[Shown, str, str, Any, Any]:
        shown = shown.chosen(text or "", view, kind, associations, years, names, since or "", until or "")
        kinds = gr.Radio(visible=shown.view is View.TABLE)
        label = _filters_label([*associations, *years, *names, since, until], texts(language))
        return shown, self.edge.result_html(shown, language), "", kinds, gr.Accordion(label=label)

    def _press(self, do: str) -> Any:
        def pressed(shown: Shown, language: str, event: gr.EventData) -> tuple[Shown, str, str]:
            shown = self.edge.pressed(shown, do, event._data or {})
            return shown, self.edge.result_html(shown, language), ""

        return pressed

    def _open(self, language: str, event: gr.EventData) -> str:
        return self.edge.source_html(event._data or {}, language)

    def _save(self, shown: Shown, language: str, event: gr.EventData) -> str:
        return self.edge.file_html(shown, event._data or {}, language)

    def _look(self, shown: Shown, language: str) -> tuple[Any, ...]:
        """See whether an index has been loaded; once it has, show what there is to choose from and stop looking."""
        status = self.edge.status_html(language)
        if status:
            clock = gr.Timer(NO_INDEX_S if "no_index" in status else WARMING_S)
            return status, clock, gr.skip(), gr.skip(), gr.skip(), gr.skip()
        facets = self.edge.facets()
        choices: tuple[list[Any], ...] = (
            [(label, id) for id, label in facets.associations],
            [(str(year), year) for year in facets.years],
            list(facets.initiatives),
        )
        boxes = (gr.CheckboxGroup(choices=choice, visible=bool(choice)) for choice in choices)
        return status, gr.Timer(active=False), *boxes, self.edge.result_html(shown, language)

    @property
    def _translated(self) -> list[Any]:
        return [
            self.heading, self.status, self.text, self.search, self.view, self.kind, self.filters, *self.boxes,
            *self.limits, self.clear, self.file, self.result, self.panel,
        ]  # fmt: skip

    def _translate(
        self,
        shown: Shown,
        associations: list[str],
        years: list[int],
        names: list[str],
        since: str,
        until: str,
        language: str,
    ) -> tuple[Any, ...]:
        words = texts(language)
        return (
            heading_html(language),
            self.edge.status_html(language),
            gr.Textbox(label=words["search"], info=words["search_hint"]),
            gr.Button(words["search_button"]),
            gr.Radio(_views(words), label=words["view"]),
            gr.Radio(_kinds(words), label=words["kind"]),
            gr.Accordion(label=_filters_label([*associations, *years, *names, since, until], words)),
            *(gr.CheckboxGroup(label=words[f"filter_{name}"]) for name in ("association", "year", "initiative")),
            *(gr.Textbox(label=words[f"filter_{name}"], info=words["filter_time_hint"]) for name in ("since", "until")),
            gr.Button(words["filters_clear"]),
            "",
            self.edge.result_html(shown, language),
            "",
        )


def _views(words: Words) -> list[tuple[str, str]]:
    return [(words[f"view_{view}"], str(view)) for view in View]


def _kinds(words: Words) -> list[tuple[str, str]]:
    return [*((words[f"kind_{kind}"], str(kind)) for kind in Kind), (words["kind_all"], EVERY)]


def _filters_label(choices: list[Any], words: Words) -> str:
    count = sum(bool(choice) for choice in choices)
    return words["filters_some"].format(count=count) if count else words["filters"]
