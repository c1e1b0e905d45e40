"""An assistant with a handful of invented documents and fixed answers, of the same shape as the real one.

What the page must show in every case can be asked for by a word in the question: see :data:`SCRIPT`. Run as a
program it serves the page on a free port and prints the address, as ``app.py`` does; ``/healthz`` then also tells
what has been asked and judged.
"""

from __future__ import annotations

import re
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

from assistant.answers import Answer, Citation, Flag, Scope, Step
from assistant.library import Facets, SourceView
from assistant.screening.model import Protocol, RuleView
from assistant.stopping import Stop
from ingest.errors import IndexMissing, UnreadableFile
from tests.assistant.screening.protocols import draft, protocol
from tests.browser.registered import REGISTERED, registered_view

ATTACK = "<script>window.attacked=1</script><img src=x onerror=window.attacked=1> ${window.attacked=1} {{value}}"

PLAN = f"""5. Stöd till lokala insatser
Förbundet i Ekstad kan stödja insatser där minst två parter samverkar kring samma människor.
• Insatsen ska rikta sig till personer i arbetsför ålder.
• Den får inte ersätta det som en part redan är skyldig att göra.
Ansökan lämnas till kansliet, som hjälper till med formuläret. Handläggningen tar ungefär sex veckor.
{"Kansliet för en förteckning över alla pågående insatser och uppdaterar den varje månad. " * 30}
Pengar betalas ut i efterskott, två gånger om året, mot redovisade kostnader.
Skadlig text ur en fil: {ATTACK}
Sista raden i avsnittet handlar om arkivering."""

BUDGET = """Tabell 3. Budget för insatser (tkr)
Insats\tÄgare\tBudget 2030\tBudget 2031
Steget vidare\tRegionen\t1 250\t1 300
Grön väg\tKommunen\t900\t950
Summa\t\t2 150\t2 250"""

OLD = """3. Deltagare
Insatserna vände sig vid den tiden till personer mellan 20 och 29 år."""


FACETS = Facets(
    associations=(("malmo", "Malmö"), ("ekstad", "Ekstad"), ("riket", "Hela landet")),
    types=(("verksamhetsplan", "Verksamhetsplan"), ("lag", "Lag"), ("beslut", "Beslut")),
    years=(2031, 2030, 2024),
)


def _view(text: str, title: str, section: str, **more: object) -> SourceView:
    base = SourceView(title, section, None, 2031, "malmo", "", "original", text, ())
    return replace(base, **more)  # type: ignore[arg-type]


VIEWS = {
    "plan": _view(
        PLAN,
        "Verksamhetsplan för Ekstad 2031",
        "5. Stöd till lokala insatser",
        page=7,
        association="ekstad",
        address="https://example.org/plan-2031.pdf",
    ),
    "budget": _view(BUDGET, "Budgetbilaga 2031", "Bilaga 2 › Tabell 3", form="omskrivning"),
    "old": _view(
        OLD, "Verksamhetsplan 2024", "3. Deltagare", year=2024, superseded=True, valid_until=date(2024, 12, 31)
    ),
}


def cite(marker: int, document: str, quote: str) -> Citation:
    view = VIEWS[document]
    start = view.text.index(quote)
    return Citation(
        marker,
        document,
        view.title,
        view.section,
        view.page,
        quote,
        start,
        start + len(quote),
        view.year,
        view.association,
    )


QUESTION_PAY = "När betalas pengarna ut?"
PAID = "Pengar betalas ut i efterskott, två gånger om året, mot redovisade kostnader."
PARTIES = "minst två parter samverkar"
BAD_TEXT = f"Skadlig text ur en fil: {ATTACK}"

SCRIPT: dict[str, Answer] = {
    "medel": Answer(
        "",
        "Förbundet stöder insatser där minst två parter samverkar [1]. Tre saker gäller:\n\n"
        "- Deltagarna är i arbetsför ålder [1].\n- Insatsen ersätter inte en parts egen uppgift [1].\n"
        "- Pengarna betalas ut i efterskott [2].",
        False,
        (cite(1, "plan", PARTIES), cite(2, "plan", PAID)),
        (Flag("other_organisation", "Svaret bygger på ett dokument från Ekstads samordningsförbund, inte Malmös."),),
        followups=(QUESTION_PAY, "Hur lång är handläggningen?"),
    ),
    "betalas": Answer("", f"{PAID} [1]", False, (cite(1, "plan", PAID),)),
    "budget": Answer(
        "",
        "Budgeten för de två insatserna, i tusental kronor:\n\n"
        "| Insats | Budget 2030 | Budget 2031 |\n|---|---|---|\n"
        "| Steget vidare | 1 250 | 1 300 [1] |\n| Grön väg | 900 | 950 [2] |",
        False,
        (cite(1, "budget", "Steget vidare\tRegionen\t1 250\t1 300"), cite(2, "budget", "Grön väg\tKommunen\t900\t950")),
    ),
    "ljuset": Answer("", "Kryddhyllan avslogs; LJUSET pågår [1].", False, (cite(1, "plan", PARTIES),)),
    "äldre": Answer(
        "",
        "Då gällde åldern 20–29 år [1].",
        False,
        (cite(1, "old", "personer mellan 20 och 29 år"),),
        (
            Flag("outdated_source", "Källan är från 2024 och har ersatts av en senare plan."),
            Flag("conflicting_sources", "Två dokument anger olika åldrar."),
        ),
    ),
    "väder": Answer(
        "",
        "Det framgår inte av dokumenten hur vädret blir.",
        True,
        flags=(Flag("not_in_sources", "Inget i dokumenten handlar om det som frågan gäller."),),
        nearest=(cite(1, "plan", PARTIES), cite(2, "old", "personer mellan 20 och 29 år")),
    ),
    "skadlig": Answer(
        "",
        f"Ur filen: {ATTACK} [1]",
        False,
        (replace(cite(1, "plan", BAD_TEXT), title=f"Plan {ATTACK}"),),
        (Flag("prompt_injection", f"Filen innehåller {ATTACK}"),),
        followups=(f"Vad är {ATTACK}?",),
    ),
}


@dataclass
class ScriptedAssistant:
    """Answers by the first word of :data:`SCRIPT` that the question holds; remembers what it was asked."""

    asked: list[tuple[str, tuple[str, ...], Scope]] = field(default_factory=list)
    verdicts: list[tuple[str, bool, str]] = field(default_factory=list)
    loaded: threading.Event = field(default_factory=threading.Event)
    index: bool = True
    cold: bool = False
    """Loads its documents first when a line is written to the program."""
    line: None = None

    def steps(self, question: str, history: Sequence[str], scope: Scope, stop: Stop) -> Iterator[Step]:
        yield Step(self.ask(question, history, scope))

    def ask(self, question: str, history: Sequence[str] = (), scope: Scope = Scope()) -> Answer:  # noqa: B008
        self.asked.append((question, tuple(history), scope))
        if not self.index:
            raise IndexMissing("no index")
        self.loaded.wait(timeout=30)
        if "krasch" in question:
            raise RuntimeError("secret words of the question")
        if not question.strip():
            return Answer(question, "Skriv en fråga, så letar assistenten i dokumenten.", True)
        if scope.associations or scope.types or scope.years:
            chosen = sorted(scope.associations) + sorted(scope.types) + [str(year) for year in sorted(scope.years)]
            return Answer(question, f"Sökt i: {', '.join(chosen)} [1]", False, (cite(1, "plan", PARTIES),))
        for word, answer in SCRIPT.items():
            if word in question.lower():
                return replace(answer, question=question)
        return Answer(question, f"Om detta finns {len(question)} tecken fråga.", True)

    def ready(self) -> bool:
        return self.index and self.loaded.is_set()

    def warm(self) -> None:
        if self.cold:
            sys.stdin.readline()
        self.loaded.set()

    def facets(self) -> Facets:
        return FACETS

    def library(self) -> SimpleNamespace:
        """What the register is made of."""
        return REGISTERED

    def source(self, citation: Citation) -> SourceView:
        if citation.document not in VIEWS:
            return registered_view(citation)
        view = VIEWS[citation.document]
        return replace(
            view,
            title=citation.title,
            association=view.association.capitalize(),
            highlights=((citation.start, citation.end),),
        )

    def feedback(self, answer: Answer, useful: bool, comment: str = "") -> None:
        self.verdicts.append((answer.question, useful, comment))

    def health(self) -> dict[str, object]:
        if not self.index:
            return {"status": "no_index"}
        return {
            "status": "ok" if self.ready() else "warming",
            "asked": [
                (question, history, sorted(scope.associations), sorted(scope.types), sorted(scope.years))
                for question, history, scope in self.asked
            ],
            "verdicts": self.verdicts,
        }


class ScriptedScreener:
    """Takes a file for a draft called as its first line says, that asks for the amount after "Söker"."""

    def screen(self, path: Path) -> Protocol:
        if "trasig" in path.name:
            raise UnreadableFile(f"{path.name} är trasig; spara den på nytt.")
        if "krasch" in path.name:
            raise RuntimeError("secret words of the draft")
        if "sen" in path.name:
            time.sleep(1)
        return self._protocol(path.read_text(encoding="utf-8"), path.name)

    def screen_text(self, text: str, name: str = "") -> Protocol:
        return self._protocol(text, "")

    def _protocol(self, text: str, file: str) -> Protocol:
        asked = re.search(r"Söker (\d+)", text)
        title = text.splitlines()[0].lstrip("# ")
        made = protocol(draft(text, file, title, int(asked[1]) if asked else None))
        first, *rest = made.judgements
        rule = RuleView("plan", "5. Stöd till lokala insatser", PARTIES, cite(1, "plan", PARTIES))
        return replace(made, judgements=(replace(first, rule=rule), *rest))


if __name__ == "__main__":
    from assistant.ui.server import serve
    from ingest.settings import Settings

    words = sys.argv[1:]
    assistant = ScriptedAssistant(index="without-index" not in words, cold="cold" in words)
    serve(Settings(port=0), assistant, ScriptedScreener())  # type: ignore[arg-type]
