"""An answer that grows by the sentences that the documents support."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import Protocol

from assistant.answering.answerer import Reply
from assistant.answering.draft import Draft, marks_in, without_marks
from assistant.answering.terms import Bag
from assistant.answers import Answer, Citation
from assistant.lexicon import stems
from assistant.phrasing.sentences import Sentence
from assistant.phrasing.verifying.quantities import quantities
from assistant.phrasing.verifying.quantity import Sort
from assistant.phrasing.verifying.verdict import Reason, Support, Verdict
from assistant.question import MEASURES
from assistant.words import FILLERS

MOST_SENTENCES = 25
MOST_MARKS = 4
"""Marks after a sentence."""

TOLD = 0.6
"""Share of the words of an extractive line that the phrased answer must hold to have told it."""

_ALSO = {"sv": "Källan nämner också:", "en": "The source also names:"}
_SAYS_NOTHING = re.compile(
    r"\b(?:framgår (?:inte|ej)|(?:anges|nämns|står|finns) (?:inte|ej) (?:i|bland|någon)|saknas i (?:käll|dokument)"
    r"|(?:is|are) not (?:stated|mentioned)|(?:do|does) not (?:say|state|mention))",
    re.IGNORECASE,
)
_SAY_LITTLE = FILLERS | {"kr", "tkr", "mkr", "mnkr", "kronor", "procent", "personer", "percent", "people"}
"""Words that stand beside so many figures that they tell none apart."""
_WORD = re.compile(r"[^\W_]+")


class Checks(Protocol):
    """What tells whether the documents support a sentence: a :class:`~assistant.phrasing.verifying.Verifier`."""

    def check(self, sentence: str, numbers: tuple[int, ...]) -> Verdict: ...

    def check_led(self, lead: str, item: str, numbers: tuple[int, ...]) -> Verdict: ...


class Writing:
    """What has been kept of a model's sentences, in the order in which they came."""

    def __init__(self, reply: Reply, verifier: Checks) -> None:
        self.removed: list[Reason] = []
        self.kept = 0
        self.doubts = False
        """The model wrote that something is not in the sources."""
        self.is_full = False
        """The model wrote more sentences than an answer has room for."""
        self._reply = reply
        self._verifier = verifier
        self._draft = Draft()
        self._supports: list[Support] = []
        self._lead = ""
        """The line that leads in to the list that is being written."""
        self._leads = False
        """It stands in the answer."""
        self._breaks = True

    def add(self, sentence: Sentence) -> bool:
        """Take in a sentence when it is supported; return whether the answer has grown."""
        self._breaks = self._breaks or sentence.opens
        if _SAYS_NOTHING.search(sentence.text):
            self.doubts = True
            return False
        if any(sentence.text in line for line in self._draft.lines):
            return False
        if sentence.text.endswith(":"):
            self._lead, self._leads = sentence.text, False
            return False
        if self.kept >= MOST_SENTENCES:
            self.is_full = True
            return False
        verdict = self._of(sentence)
        if verdict.reason is not None:
            self.removed.append(verdict.reason)
            return False
        self._say(sentence, verdict.support)
        return True

    def _of(self, sentence: Sentence) -> Verdict:
        """Check a sentence, and an item of a list together with the line that leads in to it.

        The line says something of each item, so each must bear it: "Beslutat av styrelsen:" is a claim on all that
        stands below. One that the first item does not bear is left out; what a later one does not, takes that item.
        """
        verdict = self._verifier.check(sentence.text, sentence.numbers)
        if not sentence.item:
            self._lead, self._leads = "", False
        if not self._lead or verdict.reason is not None:
            return verdict
        led = self._verifier.check_led(self._lead, sentence.text, sentence.numbers)
        if led.reason is None and not self._leads:
            self._draft.lines.append(self._lead)
            self._leads = True
        elif led.reason is not None and self._leads:
            return led
        elif led.reason is not None:
            self.removed.append(led.reason)
            self._lead = ""
        return verdict

    def _say(self, sentence: Sentence, supports: Sequence[Support]) -> None:
        self._supports += supports
        units = {(one.unit.document.id, one.unit.start, one.unit.end): one.unit for one in supports}
        marks = [self._draft.mark(one.document, one.start, one.end) for one in islice(units.values(), MOST_MARKS)]
        text = " ".join([sentence.text, *dict.fromkeys(marks)])
        if sentence.item:
            self._draft.lines.append(f"- {text}")
        elif self._breaks or not self._draft.lines:
            self._draft.lines.append(text)
        else:
            self._draft.lines[-1] += f" {text}"
        self._breaks = False
        self.kept += 1

    def holds_heart(self) -> bool:
        """True when the first thing that the extractive answer says to each part of the question is told."""
        return self.kept > 0 and all(self._tells(self._heart(part)) for part in self._reply.draft.parts)

    def _heart(self, part: Sequence[str]) -> str:
        """Return the first line of a part that is no lead-in; any item stands for a list."""
        items = [line for line in part if line.startswith("- ")]
        told = next((line for line in items if self._tells(line)), "")
        return told or next((line for line in part if not without_marks(line).endswith(":")), part[0])

    def _tells(self, line: str) -> bool:
        """True when the phrased answer rests on a place that ``line`` cites, or says most of its words."""
        cited = [one for one in self._reply.answer.citations if one.marker in marks_in(line)]
        if any(_overlap(one, support) for one in cited for support in self._supports):
            return True
        plain = without_marks(line)
        words = stems(word for word in _WORD.findall(plain) if word.isalpha() and word.lower() not in _SAY_LITTLE)
        if not words or self._lacks_figure(plain):
            return False
        said = (Bag.of(without_marks(told)).stems for told in self._draft.lines)
        return any(len(words & stems_told) >= TOLD * len(words) for stems_told in said)

    def complete(self) -> None:
        """Add what the extractive answer lists or counts and the phrased one leaves out, in the documents' words."""
        for part in self._reply.draft.parts:
            missing = [line for line in part if self._misses(line)]
            if missing:
                self._draft.lines.append(_ALSO[self._reply.answer.language])
                self._draft.lines += map(self._marked_anew, missing)

    def _misses(self, line: str) -> bool:
        """True for an item of a list that is not told, and for a line with a figure that is asked for and not told."""
        if line.startswith("- ") and not self._tells(line):
            return True
        question = self._reply.question
        if question is None or not any(part.seeks & MEASURES for part in question.parts):
            return False
        return self._lacks_figure(without_marks(line))

    def _lacks_figure(self, plain: str) -> bool:
        """True when a line without marks has an amount, a share or a count that is not told."""
        said = [one for one in quantities(without_marks("\n".join(self._draft.lines))) if one.sort is not Sort.YEAR]
        counted = [one for one in quantities(plain) if one.sort in (Sort.MONEY, Sort.SHARE, Sort.COUNT)]
        return any(not any(other.meets(one) for other in said) for one in counted)

    def _marked_anew(self, line: str) -> str:
        """Return a line of the extractive answer with this answer's own marks."""
        cited = [one for one in self._reply.answer.citations if one.marker in marks_in(line)]
        return " ".join([without_marks(line), *dict.fromkeys(map(self._mark, cited))])

    def _mark(self, citation: Citation) -> str:
        for one in self._draft.citations:
            if (one.document, one.start, one.end) == (citation.document, citation.start, citation.end):
                return f"[{one.marker}]"
        self._draft.citations.append(replace(citation, marker=len(self._draft.citations) + 1))
        return f"[{len(self._draft.citations)}]"

    def answer(self, model: str) -> Answer:
        """Return the answer as far as it goes; what is said of the sources themselves stands last, in our own words."""
        verbatim = self._reply.answer
        return replace(
            verbatim,
            text="\n".join([*self._draft.lines, *self._reply.draft.remarks]),
            citations=tuple(self._draft.citations),
            answered_by=model,
            verbatim=verbatim,
        )


def _overlap(citation: Citation, support: Support) -> bool:
    unit = support.unit
    return citation.document == unit.document.id and citation.start < unit.end and unit.start < citation.end
