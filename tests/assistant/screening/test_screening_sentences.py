"""No part of a draft that phrases are looked for in is longer than a person writes, and nothing of it is lost."""

from __future__ import annotations

import pytest

from assistant.criteria import CriteriaSet
from assistant.screening import reading
from assistant.screening.sentences import LONGEST, parts, sentences
from tests.assistant.screening.judged import FRAME, judgements

WORDS = "deltagarna behöver rehabilitering från vården i Malmö och inte arbete 2026 "
HOSTILE = [
    WORDS * 700,
    f"{WORDS.strip()}, " * 700,
    "Lön 100 000 kr + " * 3000,
    "Budget\n" + "Lön: 100 000 kr\n" * 3000,
    "| a | 10 |\n" * 4000,
    "# Målgrupp\n" * 4000,
    "1" * 50_000,
    "(a " * 15_000,
    "Anna Testsson, 34 år, har adhd. Ring 040-12 34 56. " * 1000,
    "👩🏽‍⚕️🎉" * 7000,
    "مرحبا بالعالم \u202e" * 3000,
]


def test_a_sentence_stays_whole() -> None:
    text = "Vi söker medel. Alla bor i Malmö."
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == ["Vi söker medel.", "Alla bor i Malmö."]


@pytest.mark.parametrize("text", ["ord, " * 900, "ord " * 900, "o" * 4000])
def test_a_long_one_comes_in_parts_that_miss_no_letter(text: str) -> None:
    found = list(parts(text, 0, len(text)))
    assert all(0 < end - start <= LONGEST for start, end in found)
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12].strip())
def test_a_draft_is_judged_whatever_is_in_it(text: str, criteria: CriteriaSet) -> None:
    draft = reading.read_text(FRAME + text, criteria)
    found = judgements(draft, criteria)
    assert all(draft.text[span.start : span.end] for one in found.values() for span in one.evidence)
