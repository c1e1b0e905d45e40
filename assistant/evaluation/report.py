"""Ask every question of a set, judge the answers, and count what came of it."""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from statistics import median

from assistant.answers import Answer
from assistant.evaluation.scoring import Item, Verdict, judge
from assistant.library import Library

Ask = Callable[[str, Sequence[str]], Answer]
"""Answers a question in the light of the earlier ones."""


@dataclass(frozen=True, slots=True)
class Result:
    """One question with the answer that was given and what it was worth."""

    item: Item
    answer: Answer
    verdict: Verdict
    seconds: float
    altered: tuple[str, ...]
    """Quotes that do not stand in the document they name, white space aside."""

    @property
    def review(self) -> frozenset[str]:
        return frozenset(flag.code for flag in self.answer.flags)

    def as_json(self) -> dict[str, object]:
        return {
            "id": self.item.id,
            "kind": self.item.kind,
            "question": self.answer.question,
            "passed": self.verdict.passed,
            "why": list(self.verdict.reasons),
            "answer": self.answer.text,
            "abstained": self.answer.abstained,
            "documents": sorted({citation.document for citation in self.answer.citations}),
            "altered_quotes": list(self.altered),
            "review": sorted(self.review),
            "seconds": round(self.seconds, 4),
        }


@dataclass(frozen=True, slots=True)
class Share:
    """``part`` of ``whole``."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """0…1; None of nothing."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class CodeCount:
    """How often one review code was given when due, given when not, and left out when due."""

    right: int
    undue: int
    missing: int

    @property
    def precision(self) -> Share:
        return Share(self.right, self.right + self.undue)

    @property
    def recall(self) -> Share:
        return Share(self.right, self.right + self.missing)

    def as_json(self) -> dict[str, object]:
        return {
            "right": self.right,
            "undue": self.undue,
            "missing": self.missing,
            "precision": self.precision.value,
            "recall": self.recall.value,
        }


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a set of questions, one result or more."""

    results: tuple[Result, ...]
    unknown_documents: tuple[str, ...] = ()
    """Documents that the set wants cited and the index does not hold, as the set writes them."""

    @property
    def failures(self) -> tuple[Result, ...]:
        return tuple(result for result in self.results if not result.verdict.passed)

    @property
    def passed(self) -> Share:
        return _passed(self.results)

    def by_kind(self) -> dict[str, Share]:
        """Return the share that passed of each kind, in the order of their names."""
        kinds = sorted({result.item.kind for result in self.results})
        return {kind: _passed([one for one in self.results if one.item.kind == kind]) for kind in kinds}

    def abstained(self, *, due: bool) -> Share:
        """Return how many answers abstained among the questions where that was due, or was not."""
        asked = [result for result in self.results if result.item.abstain is due]
        return Share(sum(result.answer.abstained for result in asked), len(asked))

    def verbatim(self) -> Share:
        """Return how many of the quotes cited stand verbatim in their documents."""
        quotes = sum(len(result.answer.citations) for result in self.results)
        return Share(quotes - sum(len(result.altered) for result in self.results), quotes)

    def reviewed(self) -> int:
        """Return how many items say which review codes are due."""
        return sum(result.item.review is not None for result in self.results)

    def by_code(self) -> dict[str, CodeCount]:
        """Return the count of each review code that was due or given, among the items that say what is due."""
        due, given, both = Counter[str](), Counter[str](), Counter[str]()
        for result in self.results:
            if result.item.review is not None:
                due.update(result.item.review)
                given.update(result.review)
                both.update(result.item.review & result.review)
        return {
            code: CodeCount(both[code], given[code] - both[code], due[code] - both[code])
            for code in sorted(due | given)
        }

    def all_codes(self) -> CodeCount:
        counts = self.by_code().values()
        return CodeCount(
            sum(one.right for one in counts), sum(one.undue for one in counts), sum(one.missing for one in counts)
        )

    def seconds(self) -> tuple[float, float]:
        """Return the median of the answers' times, and the time within which 95 % of them were given."""
        times = sorted(result.seconds for result in self.results)
        return median(times), times[math.ceil(0.95 * len(times)) - 1]

    def as_json(self, *, only_failures: bool = False) -> dict[str, object]:
        middle, late = self.seconds()
        review = {"all": self.all_codes(), **self.by_code()}
        return {
            "passed": self.passed.part,
            "questions": self.passed.whole,
            "kinds": {kind: {"passed": share.part, "questions": share.whole} for kind, share in self.by_kind().items()},
            "abstentions": {
                "due": self.abstained(due=True).whole,
                "right": self.abstained(due=True).part,
                "wrong": self.abstained(due=False).part,
            },
            "quotes": {
                "cited": self.verbatim().whole,
                "verbatim": self.verbatim().part,
                "share": self.verbatim().value,
            },
            "review": {code: count.as_json() for code, count in review.items()} if self.reviewed() else None,
            "seconds": {"median": round(middle, 4), "p95": round(late, 4)},
            "unknown_documents": list(self.unknown_documents),
            "items": [result.as_json() for result in (self.failures if only_failures else self.results)],
        }


def evaluate(items: Iterable[Item], ask: Ask, library: Library) -> Report:
    """Ask the questions one by one and judge what is answered.

    A document to cite may be named by its id, its title or its file, in any case.
    """
    names = _names(library)
    squeezed = cache(lambda id: _squeezed(library.document(id).text))
    results, unknown = [], dict[str, None]()
    for item in items:
        unknown |= dict.fromkeys(name for name in sorted(item.cite) if name.lower() not in names)
        item = replace(item, cite=frozenset(names.get(name.lower(), name) for name in item.cite))
        began = time.perf_counter()
        answer = ask(item.question, item.history)
        seconds = time.perf_counter() - began
        cited = [citation.document for citation in answer.citations]
        verdict = judge(item, answer.text, abstained=answer.abstained, cited=cited)
        altered = tuple(one.quote for one in answer.citations if _squeezed(one.quote) not in squeezed(one.document))
        results.append(Result(item, answer, verdict, seconds, altered))
    return Report(tuple(results), tuple(unknown))


def _names(library: Library) -> dict[str, str]:
    """The ids of the documents by what an office may call them, lower case; an id counts before a title."""
    sources = library.sources
    titles = {name.lower(): source.id for source in sources for name in (source.title, source.file)}
    return titles | {source.id.lower(): source.id for source in sources}


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _passed(results: Sequence[Result]) -> Share:
    return Share(sum(result.verdict.passed for result in results), len(results))
