"""The scripted assistant with a language model, which phrases what it says as a word in the question tells.

``/healthz`` tells of each run how many sentences it came to and whether it was stopped.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant.answers import Answer, Phrasing, Scope, Step, Usage
from assistant.models.place import Place
from assistant.stopping import Stop
from tests.browser.scripted import PAID, PARTIES, ScriptedAssistant, ScriptedScreener, cite

MODEL = "provmodell:8b"
SENTENCES = (
    "En insats kan få stöd om minst två parter samverkar i den. [1]",
    "Pengarna kommer i efterskott, två gånger om året. [2]",
    "Kostnaderna ska vara redovisade innan de betalas. [2]",
    "Samma sak gäller för alla parter. [1]",
)
SOURCES = (cite(1, "plan", PAID.removesuffix(".")), cite(2, "plan", PARTIES))
"""Not in the order of the extractive answer, so that a mark that opens the other list's source is seen."""
HEARTLESS = "Språkmodellens svar saknade det viktigaste i källorna; svaret är därför ordagrant ur dokumenten."
DOWN = "Språkmodellen går inte att nå. Svaret är därför ordagrant ur dokumenten."
REMOVED = "En mening som språkmodellen skrev har tagits bort, eftersom källorna inte stöder det."
FILLER = "Kansliet för en förteckning över alla pågående insatser och uppdaterar den varje månad. "
SLOWLY_S = 0.7


@dataclass
class ScriptedLine:
    """The line to a model that is never asked."""

    place: Place
    label: str = MODEL
    name: str = f"ollama:{MODEL}"

    def allows(self, task: str) -> bool:
        return task == "svar"


@dataclass
class PhrasingAssistant(ScriptedAssistant):
    """Phrases slowly, hangs after a sentence or before the first, fails, is down or leaves out what matters most."""

    line: ScriptedLine = field(default_factory=lambda: ScriptedLine(Place("127.0.0.1", True)))  # type: ignore[assignment]
    runs: list[tuple[int, bool]] = field(default_factory=list)

    def steps(self, question: str, history: Sequence[str], scope: Scope, stop: Stop) -> Iterator[Step]:
        verbatim = self.ask(question, history, scope)
        if "lång" in question:
            verbatim = replace(verbatim, text="\n".join([verbatim.text, *[FILLER * 3] * 12]))
        if verbatim.abstained:
            yield Step(verbatim)
            return
        yield Step(verbatim, working=True)
        said = 0
        try:
            for answer in self._phrased(question, verbatim, stop):
                said += 1
                yield Step(answer, working=True)
                if "brister" in question:
                    raise RuntimeError("secret words of the answer")
        finally:
            self.runs.append((said, stop.pressed))
        used = Phrasing(self.line.name, ("answer 1 00000000",), Usage(), said)
        if "ytligt" in question:
            yield Step(replace(verbatim, notes=(HEARTLESS,), phrasing=used))
        elif said:
            yield Step(replace(answer, notes=(REMOVED,), phrasing=used))
        else:
            yield Step(replace(verbatim, notes=(DOWN,), phrasing=used))

    def _phrased(self, question: str, verbatim: Answer, stop: Stop) -> Iterator[Answer]:
        pressed = threading.Event()
        stop.then(pressed.set)
        if "nere" in question:
            return
        for count in range(1, len(SENTENCES) + 1):
            if "tyst" in question or ("väntar" in question and count > 1):
                pressed.wait(30)
                return
            time.sleep(SLOWLY_S if "sakta" in question else 0)
            text = " ".join(SENTENCES[:count])
            sources = SOURCES[: 2 if "[2]" in text else 1]
            yield replace(verbatim, text=text, citations=sources, answered_by=self.line.name, verbatim=verbatim)

    def health(self) -> dict[str, object]:
        return {**super().health(), "runs": self.runs}


if __name__ == "__main__":
    from assistant.ui.server import serve
    from ingest.settings import Settings

    place = Place("api.example.se", False) if "elsewhere" in sys.argv else Place("127.0.0.1", True)
    serve(Settings(port=0), PhrasingAssistant(line=ScriptedLine(place)), ScriptedScreener())  # type: ignore[arg-type]
