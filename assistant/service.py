"""The assistant as a whole: an index kept open, questions answered, sources shown, feedback written down."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from datetime import date

from assistant.answering.answerer import Answerer
from assistant.answers import Answer, Citation, Scope, Step
from assistant.errors import BatchError
from assistant.glossary import Glossary
from assistant.journal import Journal
from assistant.library import Facets, Library, SourceView
from assistant.models.line import line_of
from assistant.models.prompts import Prompt
from assistant.opening import open_library
from assistant.phrasing.phraser import Phraser
from assistant.retrieval import Hit, PassageRetriever, Searcher
from assistant.rewriting.asking import Reader
from assistant.stopping import Stop
from ingest.errors import IndexMissing
from ingest.generation import open_generation
from ingest.serving import stamp
from ingest.settings import Settings

_LOG = logging.getLogger(__name__)

_ASCII = str.maketrans("åäöé", "aaoe")

_Serving = tuple[tuple[int, int] | None, date]
"""The generation that was opened, and the day for which it was."""


class Assistant:
    """Serves from the index of ``settings``; a new build, or a new day, is picked up at the next question.

    The index is opened when first needed, or by :meth:`warm`. Calls may come from several threads. ``today`` is the day
    for which "in force" is judged, by default the day of each question.

    Raises:
        PromptError: a language model is configured, and the file of a prompt that it needs cannot be used.
    """

    def __init__(self, settings: Settings, today: date | None = None) -> None:
        self.settings = settings
        self.today = today
        self.journal = Journal(settings.journal)
        self.line = line_of(settings, self.journal)
        """The line to the language model; None when none is configured."""
        self._reader = Reader.of(self.line, settings.prompts)
        self._prompt = Prompt.load(settings.prompts, "answer") if self.line and self.line.allows("svar") else None
        self._glossary = Glossary.load(settings.glossary)
        self._opening = threading.Lock()
        self._open: tuple[_Serving, Library, Answerer] | None = None

    def ask(self, question: str, history: Sequence[str] = (), scope: Scope | None = None) -> Answer:
        """Answer a question in the light of the earlier ones, and write in the journal how it went.

        Raises:
            IndexMissing: no index has been built.
        """
        *_, last = self.steps(question, history, scope)
        return last.answer

    def steps(
        self, question: str, history: Sequence[str] = (), scope: Scope | None = None, stop: Stop | None = None
    ) -> Generator[Step, None, None]:
        """Yield an answer as it comes: first the extractive one, then, when a model is configured, the one that it
        phrases as far as it has been checked, and last what is left of that. Closing the generator stops the model;
        while it runs in one thread, another stops the model with ``stop``.

        Raises:
            IndexMissing: no index has been built.
        """
        began = time.perf_counter()
        answer: Answer | None = None
        try:
            for step in self._steps(question, history, scope, stop):
                answer = step.answer
                yield step
        finally:
            if answer is not None:
                self.journal.answered(answer, time.perf_counter() - began)

    def _steps(
        self, question: str, history: Sequence[str], scope: Scope | None, stop: Stop | None = None
    ) -> Iterator[Step]:
        answerer = self._answerer()
        reading = None
        if self._reader and answerer.wants_reading(question, history):
            reading = self._reader.read(question, history, stop)
        reply = answerer.reply(question, history, scope, reading)
        if reading:
            reply = replace(reply, answer=replace(reply.answer, read_with=reading.prompt))
        if self.line is None or self._prompt is None:
            return iter((Step(reply.answer),))
        return Phraser(self.line, self._prompt, answerer.library, self._glossary).steps(reply, history, stop)

    def answer(self, question: str, history: Sequence[str] = (), scope: Scope | None = None) -> Answer:
        """Answer a question that nobody asks in earnest: a trial, or an example. Raises as :meth:`ask` does."""
        *_, last = self._steps(question, history, scope)
        return last.answer

    def search(self, text: str, k: int = 10, scope: Scope | None = None) -> list[Hit]:
        """Return the ``k`` best passages for a question; what names no association is about the home one.

        Raises:
            IndexMissing: no index has been built.
        """
        return self._answerer().search(text, k, scope)

    def scope(self, associations: Sequence[str]) -> Scope:
        """Limit a search to associations, given by their ids or as they are spelled; none are no limit.

        Raises:
            BatchError: an association holds no documents.
            IndexMissing: no index has been built.
        """
        known = {source.association for source in self.library().sources} - {""}
        wanted = {name.lower().translate(_ASCII) for name in associations}
        if wanted - known:
            names = ", ".join(sorted(known))
            raise BatchError(f"Inga dokument hör till {', '.join(sorted(wanted - known))}; välj bland {names}.")
        return Scope(associations=frozenset(wanted))

    def source(self, citation: Citation) -> SourceView:
        """Return the section around a citation."""
        return self.library().view(citation)

    def facets(self) -> Facets:
        return self.library().facets()

    def feedback(self, answer: Answer, useful: bool, comment: str = "") -> None:
        """Write down whether an answer helped."""
        self.journal.judged(answer, useful, comment)

    def library(self) -> Library:
        """Return the open library, opening it, or a newer build of it, or anew for a new day, when needed."""
        self._answerer()
        assert self._open is not None
        return self._open[1]

    def warm(self) -> None:
        """Open the index and ask it something, and load what asks a model, so that no question need wait for it."""
        try:
            self._answerer().answer("Vilken målgrupp har förbundet?")
            self.library().warm()
        except IndexMissing as missing:
            _LOG.warning("index_missing: %s", missing)
        if self.line:
            self.line.warm()

    def ready(self) -> bool:
        return self._open is not None

    def health(self) -> dict[str, object]:
        """Return what ``/healthz`` says: whether an index is serving, and of what size and age."""
        try:
            manifest = open_generation(self.settings.index).manifest
        except IndexMissing as missing:
            return {"status": "no_index", "message": str(missing)}
        return {
            "status": "ok" if self.ready() else "warming",
            "documents": len(manifest.entries),
            "passages": sum(entry.passages for entry in manifest.entries),
            "built": manifest.created,
        }

    def _answerer(self) -> Answerer:
        day = self.today or date.today()
        serving = stamp(self.settings.index), day
        opened = self._open
        if opened is None or opened[0] != serving:
            with self._opening:
                opened = self._open
                if opened is None or opened[0] != serving:
                    library = open_library(self.settings.index, self.settings.embedding_weight, day)
                    retriever = PassageRetriever(searcher=Searcher(library, self._glossary))
                    opened = self._open = (serving, library, Answerer(library, self._glossary, retriever))
        return opened[2]
