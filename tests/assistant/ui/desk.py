"""An assistant of the real one's shape, as far as the page and its server see it."""

from __future__ import annotations

from types import SimpleNamespace

from assistant.answers import Step
from assistant.library import Facets
from tests.assistant.register.records import RECORDS, SOURCES
from tests.assistant.ui.answers_in_tests import ANSWER, view


class Opened(SimpleNamespace):
    """An index, as far as the register reads it."""

    __hash__ = object.__hash__


OPENED = Opened(records=RECORDS, sources=SOURCES)


class Desk:
    """Says one thing, or raises ``error``; ``calls`` are what it was asked, ``status`` what its health is."""

    def __init__(self, error=None, status="ok"):
        self.error, self.status, self.calls, self.warmed = error, status, [], 0

    def _say(self, value, *call):
        self.calls.append(call)
        if self.error:
            raise self.error
        return value

    line = None

    def steps(self, question, history, scope, stop):
        yield Step(self._say(ANSWER, question, tuple(history), scope))

    def library(self):
        return OPENED

    def source(self, citation):
        return self._say(view(), citation)

    def feedback(self, answer, useful, comment=""):
        return self._say(None, answer.question, useful, comment)

    def ready(self):
        return self.status == "ok"

    def warm(self):
        if self.error:
            raise self.error
        self.warmed += 1
        self.status = "ok"

    def facets(self):
        return Facets(associations=(("malmo", "Malmö"),), types=(), years=(2031,))

    def health(self):
        return {"status": self.status, "documents": 3}
