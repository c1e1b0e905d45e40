"""How many planted errors pass the check of a model's sentences, how many good ones are kept, and how long it takes.

Beside it stands the check that one would write first: every figure of the sentence stands somewhere in the passages
that it cites.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from time import perf_counter

from benchmarks import measure
from benchmarks.measure import ROOT, Figures

DAY = date(2026, 5, 4)
PARTS = ("dev", "held_out", "later", "english")
_DIGITS = re.compile(r"\d[\d  ]*")


def checking(index: str) -> Figures:
    """Check the sentences of ``tests/assistant/phrasing/gold`` against offers made of the index's documents.

    Returns:
        For each part of them, of good sentences and planted errors how many there are and how many each check lets
        through, and milliseconds of a check among a dozen sources (median and 95th percentile).
    """
    from assistant.glossary import Glossary
    from assistant.opening import open_library
    from assistant.phrasing.verifying import Verifier
    from tests.assistant.phrasing.verifying.gold import cases, set_before

    os.chdir(ROOT)
    library = open_library(Path(index), today=DAY)
    glossary = Glossary.load(ROOT / "corpus" / "ordlista.tsv")
    found: Figures = {}
    taken: list[float] = []
    for part in PARTS:
        counts = {f"{kind}_{what}": 0 for kind in ("good", "planted") for what in ("all", "ours", "figures")}
        for case in cases(part):
            offer, numbers = set_before(library, case)
            verifier = Verifier(offer, glossary, library.weigh, case.question, case.language)
            begun = perf_counter()
            supported = verifier.check(case.sentence, numbers).supported
            taken.append((perf_counter() - begun) * 1000)
            kind = "planted" if case.wrong else "good"
            counts[f"{kind}_all"] += 1
            counts[f"{kind}_ours"] += supported
            texts = [source.text for source in offer.sources if source.number in numbers]
            counts[f"{kind}_figures"] += _figures_stand(case.sentence, texts)
        found[part] = counts
    return {**found, "check_ms": measure.percentile(taken, 0.5), "check_p95_ms": measure.percentile(taken, 0.95)}


def _figures_stand(sentence: str, texts: Sequence[str]) -> bool:
    """True when every figure of a sentence stands in one of the texts."""
    there = {_plain(figure) for text in texts for figure in _DIGITS.findall(text)}
    return all(_plain(figure) in there for figure in _DIGITS.findall(sentence))


def _plain(figure: str) -> str:
    return re.sub(r"\s", "", figure)
