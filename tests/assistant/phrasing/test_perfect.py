"""A model that knows the right answers makes none wrong: what is kept of it is no less than what it replaces."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.answers import Answer
from assistant.evaluation.questions import load
from assistant.evaluation.scoring import Item, judge
from ingest.settings import Settings
from tests.assistant.phrasing.asking import assistant, is_sound
from tests.assistant.phrasing.perfect import Perfect
from tests.scripted_model import scripted_model

ROOT = Path(__file__).resolve().parents[3]
QUESTIONS = ROOT / "tests" / "questions"
SHARED = ROOT.parent / "shared" / "eval" / "qa_dev.json"
DAY = date(2026, 11, 2)

SETS = {
    "new": (QUESTIONS / "new.json", 45),
    "paraphrases": (QUESTIONS / "paraphrases.json", 20),
    "register": (QUESTIONS / "register.json", 22),
    "dev": (SHARED, 22),
}
"""Files of questions, and how many answers the model must phrase for the set to show anything."""


def passes(item: Item, answer: Answer) -> bool:
    cited = {one.document for one in answer.citations}
    return judge(item, answer.text, abstained=answer.abstained, cited=cited).passed


@pytest.mark.parametrize("name", SETS)
def test_no_set_scores_lower_with_a_perfect_model(name: str, corpus_index: Path, tmp_path: Path) -> None:
    path, phrased = SETS[name]
    if not path.is_file():
        pytest.skip("the questions are not here")
    items = load(path).items
    settings = Settings(data=tmp_path, corpus=ROOT / "corpus", index_folder=corpus_index, prompts=ROOT / "prompts")
    with scripted_model(Perfect(items)) as server:
        asked = assistant(settings, server, DAY)
        answers = [asked.answer(item.question, item.history) for item in items]
    with_model = sum(map(passes, items, answers))
    without = sum(passes(item, answer.verbatim or answer) for item, answer in zip(items, answers, strict=True))
    assert with_model >= without
    assert sum(answer.answered_by != "extractive" for answer in answers) >= phrased
    assert all(is_sound(answer) for answer in answers if answer.verbatim)
