"""Answers that the tests of the page are about; the texts are invented."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers import Answer, Citation, Flag
from assistant.library import SourceView

TEXT = "4. Stöd\nFörbundet i Ekstad stöder insatser där två parter samverkar.\nAnsökan lämnas till kansliet."


def view(**fields: object) -> SourceView:
    given: dict[str, object] = {
        "title": "Verksamhetsplan för Ekstad 2031",
        "section": "Plan › 4. Stöd",
        "page": 7,
        "year": 2031,
        "association": "Ekstad",
        "address": "",
        "form": "original",
        "text": TEXT,
        "highlights": ((8, 33),),
    }
    return SourceView(**{**given, **fields})  # type: ignore[arg-type]


def citation(marker: int = 1, **fields: object) -> Citation:
    given: dict[str, object] = {
        "document": "plan",
        "title": "Verksamhetsplan för Ekstad 2031",
        "section": "4. Stöd",
        "page": 7,
        "quote": "två parter\nsamverkar",
        "start": 8,
        "end": 33,
        "year": 2031,
        "association": "ekstad",
    }
    return Citation(marker=marker, **{**given, **fields})  # type: ignore[arg-type]


ANSWER = Answer(
    "Vad krävs?",
    "Två parter måste samverka [1]. Ansökan lämnas till kansliet [2].",
    False,
    (citation(1), citation(2, page=None)),
    (Flag("outdated_source", "Källan är äldre än den gällande planen."),),
    followups=("När lämnas ansökan?",),
)
PHRASED = replace(
    ANSWER,
    text="Ansökan går till kansliet [1], sedan två parter har kommit överens [2]. Den kan lämnas när som helst [3].",
    citations=(citation(1, page=None), citation(2), citation(3, document="lag", title="Lag om stöd", page=2)),
    answered_by="ollama:provmodell:8b",
    verbatim=ANSWER,
)
ABSTAINED = Answer(
    "Hur blir vädret?",
    "Det framgår inte av dokumenten.",
    True,
    flags=(Flag("not_in_sources", "Dokumenten besvarar inte frågan."),),
    nearest=(citation(1),),
)
