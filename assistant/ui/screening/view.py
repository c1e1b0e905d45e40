"""The view "Förhandsgranska": a place to drop drafts, their list, and what is read of them, wired to the edge."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.screening.guarding import masked
from assistant.ui.ask import QUIET, STATIC
from assistant.ui.markup import escape
from assistant.ui.screening.edge import ScreenEdge, discard
from assistant.ui.screening.listing import pile_html
from assistant.ui.screening.pile import Item, Pile
from assistant.ui.screening.texts import SWEDISH, texts

PRESSED = ("look", "choose", "choose_all", "move", "order", "compare", "clear")
"""What can be pressed that changes what is shown; the names of the events in ``screening.js``."""


def heading_html(language: str) -> str:
    words = texts(language)
    return f"<h2>{escape(words['heading'])}</h2><p>{escape(words['introduction'])}</p>"


class ScreenView:
    """The view's components; made inside an open ``gr.Blocks``."""

    def __init__(self, edge: ScreenEdge) -> None:
        self.edge = edge
        self.pile = gr.State(Pile())
        with gr.Column(elem_id="screening"):
            self.heading = self._html(heading_html("sv"), "screen-heading")
            self.drop = gr.File(label=SWEDISH["drop"], file_count="multiple", elem_id="drop", height=150)
            self._show_pasting()
            self.list = self._html("", "screen-list", "screening.js")
            self.file = self._html("", "screen-file", "download.js")
            self.result = self._html("", "screen-result", "screening_result.js")
            self.evidence = self._html("", "screen-evidence", "screening_evidence.js")

    def _html(self, value: str, id: str, script: str = "") -> gr.HTML:
        code = (STATIC / script).read_text(encoding="utf-8") if script else None
        return gr.HTML(value, elem_id=id, apply_default_css=False, js_on_load=code)

    def _show_pasting(self) -> None:
        with gr.Accordion(SWEDISH["paste"], open=False, elem_id="paste") as self.pasting:
            self.pasted = gr.Textbox(
                label=SWEDISH["pasted"],
                info=SWEDISH["pasted_hint"],
                lines=6,
                max_lines=14,
                elem_id="pasted",
                html_attributes=gr.InputHTMLAttributes(autocomplete="off"),
            )
            self.screen = gr.Button(SWEDISH["screen"], variant="primary", elem_id="screen-text", scale=0)

    def wire(self, language: gr.Radio) -> None:
        """Connect the components; ``language`` holds "sv" or "en"."""
        shown = [self.list, self.result]
        dropped = self.drop.upload(self._take_files, [self.drop, self.pile, language], [self.drop, *shown], **QUIET)
        pasted = self.screen.click(self._take_text, [self.pasted, self.pile, language], [self.pasted, *shown], **QUIET)
        for taken in (dropped, pasted):
            taken.then(self._work_off, [self.pile, language], shown, concurrency_limit=2, **QUIET)
        for do in PRESSED:
            getattr(self.list, do)(self._press(do), [self.pile, language], shown, **QUIET)
        self.list.show(self._show, [self.pile, language], [self.evidence], **QUIET)
        self.list.save(self._save, [self.pile, language], [self.file], **QUIET)
        translated = [
            self.heading, self.drop, self.pasting, self.pasted, self.screen, *shown, self.evidence, self.file,
        ]  # fmt: skip
        language.change(self._translate, [self.pile, language], translated, **QUIET)

    def _take_files(self, files: list[str] | None, pile: Pile, language: str) -> tuple[None, str, str]:
        """Put the files on the pile and empty the box that they were dropped in."""
        pile.add(*(Item(masked(Path(file).name), file=Path(file)) for file in files or ()))
        return None, *self._shown(pile, language)

    def _take_text(self, text: str, pile: Pile, language: str) -> tuple[str, str, str]:
        pile.add(Item(texts(language)["pasted_name"], text=text))
        return "", *self._shown(pile, language)

    def _work_off(self, pile: Pile, language: str) -> Iterator[tuple[Any, Any]]:
        """Screen what waits, one at a time, and show after each how far it has come."""
        try:
            while item := pile.begin():
                yield pile_html(pile, language), gr.skip()
                pile.end(item, self.edge.screened(item, language))
                yield self._shown(pile, language)
        except GeneratorExit:
            # Whoever has left will not read what waits.
            for item in pile.clear():
                discard(item.file)
            raise

    def _shown(self, pile: Pile, language: str) -> tuple[str, str]:
        return pile_html(pile, language), self.edge.result_html(pile, language)

    def _press(self, do: str) -> Any:
        def pressed(pile: Pile, language: str, event: gr.EventData) -> tuple[str, str]:
            self.edge.pressed(pile, do, event._data or {})
            return self._shown(pile, language)

        return pressed

    def _show(self, pile: Pile, language: str, event: gr.EventData) -> str:
        return self.edge.evidence_html(pile, event._data or {}, language)

    def _save(self, pile: Pile, language: str, event: gr.EventData) -> str:
        return self.edge.file_html(pile, event._data or {}, language)

    def _translate(self, pile: Pile, language: str) -> tuple[Any, ...]:
        words = texts(language)
        return (
            heading_html(language),
            gr.File(label=words["drop"]),
            gr.Accordion(label=words["paste"]),
            gr.Textbox(label=words["pasted"], info=words["pasted_hint"]),
            gr.Button(words["screen"]),
            *self._shown(pile, language),
            "",
            "",
        )
