"""An answer that a language model phrases, as HTML: its checked sentences above, the documents' own words below them.

The parts stand in the same order whatever has come, so that an update changes what is new and leaves the rest, with
focus and selection, where it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from assistant.answers import Answer
from assistant.ui.cited import cited_html
from assistant.ui.conversation import Place, Turn
from assistant.ui.icons import icon
from assistant.ui.markup import escape
from assistant.ui.texts import texts

if TYPE_CHECKING:
    from assistant.models.line import Line

Words = Mapping[str, str]


def phrased_html(number: int, turn: Turn, answer: Answer, words: Words) -> str:
    """Render both answers. The documents' own is folded once the model's is whole."""
    verbatim, phrased = answer.verbatim, ""
    if verbatim:
        by = escape(words["phrased_by"].format(model=turn.model))
        phrased = f'<h4 class="by">{icon("phrased")}<span>{by}</span></h4>{cited_html(answer, Place(number), words)}'
    folded = verbatim is not None and not turn.working and not turn.ended
    notes = notes_html(turn, words)
    return (
        f'<div class="phrased">{phrased}{notes if verbatim else ""}</div>'
        f'<details class="verbatim{"" if verbatim else " alone"}" id="verbatim-{number}"{"" if folded else " open"}>'
        f"<summary>{escape(words['verbatim'])}</summary>"
        f"{cited_html(verbatim or answer, Place(number, where='verbatim'), words)}</details>"
        f'<div class="below">{_working(turn, words) or ("" if verbatim else notes)}</div>'
    )


def _working(turn: Turn, words: Words) -> str:
    """Render that the model is at work, and a button that stops it."""
    if not turn.working:
        return ""
    status = escape(words["phrasing"].format(model=turn.model))
    checks = f'<span class="checks">; {escape(words["phrasing_checks"])}</span>'
    return (
        f'<div class="phrasing"><span class="dots" aria-hidden="true"></span><span>{status}{checks} …</span>'
        f'<button type="button" class="quiet stop" data-act="stop" title="{escape(words["stop_title"])}">'
        f"{icon('stop')}{escape(words['stop'])}</button></div>"
    )


def notes_html(turn: Turn, words: Words) -> str:
    """Render what the reader is told of the model's part, each sentence a line."""
    name = "stop" if turn.ended == "stopped" else "info"
    return "".join(f'<p class="said">{icon(name)}<span>{escape(note)}</span></p>' for note in said(turn, words))


def said(turn: Turn, words: Words) -> tuple[str, ...]:
    """What the reader is told of the model's part, a sentence each."""
    answer = turn.answer
    notes = answer.notes if answer else ()
    if not turn.ended:
        return notes
    return words[turn.ended if answer and answer.verbatim else f"{turn.ended}_early"], *notes


def answerer_html(line: Line | None, language: str) -> str:
    """Say which model takes part in answers and where it runs; nothing when none does."""
    if line is None:
        return ""
    task = next((task for task in ("svar", "fragor") if line.allows(task)), "")
    if not task:
        return ""
    key = f"answerer_{task}_{'here' if line.place.local else 'there'}"
    told = texts(language)[key].format(model=line.label, host=line.place.host)
    return f'<p class="answerer">{icon("phrased")}<span>{escape(told)}</span></p>'
