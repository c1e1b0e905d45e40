"""Between the page and the assistant: what the browser sends comes in as plain values, what it shows goes out as HTML.

The only place that catches every exception: it is logged by event and type, never with the text of a question, and
becomes one sentence for the reader. Nothing here knows Gradio.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from assistant.answers import Scope
from assistant.register.selection import register_of
from assistant.ui.conversation import Conversation, Place, Turn, changed, citations_at, number
from assistant.ui.markup import escape
from assistant.ui.source_panel import failed_source_html, source_html
from assistant.ui.texts import texts
from ingest.errors import IndexMissing

if TYPE_CHECKING:
    from assistant.library import Facets, SourceView
    from assistant.service import Assistant

log = logging.getLogger(__name__)

MOST_SHEETS = 3
"""Initiatives whose sheets an answer leads to."""


def report(event: str, error: Exception) -> None:
    """Log where it went wrong, without the error's message, which may hold a question's words."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    log.error("%s error=%s\n%s", event, type(error).__name__, frames)


def scope(associations: Iterable[str] = (), types: Iterable[str] = (), years: Iterable[int | str] = ()) -> Scope:
    """Build a scope of the boxes that are ticked."""
    return Scope(frozenset(associations), frozenset(types), frozenset(int(year) for year in years))


@dataclass(frozen=True, slots=True)
class Edge:
    """An assistant as the page sees it."""

    assistant: Assistant

    def facets(self) -> Facets | None:
        """What can be filtered on; None until an index is loaded."""
        return self.assistant.facets() if self.assistant.ready() else None

    def status_html(self, language: str) -> str:
        """A sentence while there is nothing to answer from, else empty."""
        if self.assistant.ready():
            return ""
        key = "no_index" if self.assistant.health().get("status") == "no_index" else "warming"
        return f'<div class="status {key}" role="status">{escape(texts(language)[key])}</div>'

    def answered(self, conversation: Conversation, limits: Scope) -> Conversation:
        """Answer the last turn's question, its predecessors being the history. Never raises."""
        *earlier, last = conversation
        try:
            answer = self.assistant.ask(last.question, tuple(turn.question for turn in earlier), limits)
        except IndexMissing:
            log.warning("ask.no_index")
            return (*earlier, Turn(last.question, failure="no_index"))
        except Exception as exc:
            report("ask.failed", exc)
            return (*earlier, Turn(last.question, failure="failed"))
        return (*earlier, Turn(last.question, answer=answer, sheets=self._sheets(last.question, answer.text)))

    def _sheets(self, question: str, answer: str) -> tuple[str, ...]:
        """Return the first initiatives named; none when the register fails: the answer is shown all the same."""
        try:
            return register_of(self.assistant.library()).named(question, answer)[:MOST_SHEETS]
        except Exception as exc:
            report("ask.sheets_failed", exc)
            return ()

    def source_html(self, conversation: Conversation, sent: Mapping[str, object], language: str) -> str:
        """Render the source that was pressed. Never raises."""
        try:
            place = Place.of(sent)
            citations = citations_at(conversation, place)
            view: SourceView = self.assistant.source(citations[place.index])
            return source_html(view, citations[place.index], place, len(citations), language, date.today())
        except Exception as exc:
            report("source.failed", exc)
            return failed_source_html(language)

    def judged(self, conversation: Conversation, sent: Mapping[str, object]) -> Conversation:
        """Store a verdict, with its comment if there is one, and show that on its turn. Never raises."""
        comment = str(sent.get("comment") or "").strip()[:1000]
        useful = sent.get("useful") == "yes"
        try:
            turn = number(sent, "turn")
            answer = conversation[turn].answer
            if answer is None:
                return conversation
        except (ValueError, IndexError):
            log.warning("feedback.unknown_turn")
            return conversation
        try:
            self.assistant.feedback(answer, useful, comment)
        except Exception as exc:
            report("feedback.failed", exc)
            return changed(conversation, turn, unsaved=True)
        return changed(conversation, turn, useful=useful, commented=bool(comment), unsaved=False)
