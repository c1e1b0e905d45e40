"""Between the page and the assistant: what the browser sends comes in as plain values, what it shows goes out as HTML.

The only place that catches every exception: it is logged by event and type, never with the text of a question, and
becomes one sentence for the reader. Nothing here knows Gradio.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import traceback
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from assistant.answers import Scope
from assistant.register.selection import register_of
from assistant.stopping import Stop
from assistant.ui.conversation import Conversation, Place, citations_at, number
from assistant.ui.markup import escape
from assistant.ui.phrased import answerer_html
from assistant.ui.source_panel import failed_source_html, source_html
from assistant.ui.talk import Run, Talk
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

    def answerer_html(self, language: str) -> str:
        """Which model takes part in answers and where it runs; empty when none does."""
        return answerer_html(self.assistant.line, language)

    def answered(self, talk: Talk, limits: Scope) -> bool:
        """Answer the last question out of the documents, its predecessors being the history. Never raises.

        When a model goes on to phrase the answer, :meth:`phrased` lets it.

        Returns:
            False when no question waits, or another call is answering it.
        """
        stop = Stop()
        taken = talk.take(stop)
        if not taken:
            return False
        *earlier, asked = taken
        try:
            steps = self.assistant.steps(asked.question, tuple(turn.question for turn in earlier), limits, stop)
            first = next(steps)
        except IndexMissing:
            log.warning("ask.no_index")
            talk.answer(asked, replace(asked, failure="no_index"))
            return True
        except Exception as exc:
            report("ask.failed", exc)
            talk.answer(asked, replace(asked, failure="failed"))
            return True
        line = self.assistant.line if first.working else None
        run = Run(asked.question, steps, stop)
        sheets = self._sheets(asked.question, first.answer.text)
        turn = replace(
            asked, answer=first.answer, sheets=sheets, model=line.label if line else "", working=first.working
        )
        if not talk.answer(asked, turn, run if first.working else None) or not first.working:
            run.end()
        return True

    async def phrased(self, talk: Talk) -> AsyncIterator[None]:
        """Let the model phrase the last answer; yield whenever more of it is there. Closing it stops the model."""
        run = talk.run
        if run is None or not run.begin():
            return
        loop, more = asyncio.get_running_loop(), asyncio.Event()

        def wake() -> None:
            with suppress(RuntimeError):  # the page is being closed down
                loop.call_soon_threadsafe(more.set)

        run.stop.then(wake)
        threading.Thread(target=self._follow, args=(talk, run, wake), name="phrasing", daemon=True).start()
        try:
            whole = False
            while not whole:
                await more.wait()
                more.clear()
                if run.stop.pressed:
                    return
                whole = talk.run is not run
                yield
        finally:
            run.end()

    def _follow(self, talk: Talk, run: Run, wake: Callable[[], None]) -> None:
        """Take in the steps of a run as they come, until it ends or is stopped. Never raises."""
        try:
            for step in run.steps:
                sheets = self._sheets(run.question, step.answer.text)
                if not talk.advance(run, answer=step.answer, sheets=sheets, working=step.working):
                    return
                wake()
            talk.advance(run, working=False)
        except Exception as exc:
            report("phrase.failed", exc)
            talk.advance(run, working=False, ended="broken")
        finally:
            run.steps.close()
            wake()

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

    def judged(self, talk: Talk, sent: Mapping[str, object]) -> None:
        """Store a verdict, with its comment if there is one, and show that on its turn. Never raises."""
        comment = str(sent.get("comment") or "").strip()[:1000]
        useful = sent.get("useful") == "yes"
        try:
            turn = number(sent, "turn")
            answer = talk.turns[turn].answer
            if answer is None:
                return
        except (ValueError, IndexError):
            log.warning("feedback.unknown_turn")
            return
        try:
            self.assistant.feedback(answer, useful, comment)
        except Exception as exc:
            report("feedback.failed", exc)
            talk.change(turn, unsaved=True)
            return
        talk.change(turn, useful=useful, commented=bool(comment), unsaved=False)
