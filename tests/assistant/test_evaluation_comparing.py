"""The same questions without a model and with it: what is gained, what is lost, and what it took."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answers import Answer, Phrasing, Usage
from assistant.errors import BatchError
from assistant.evaluation.comparing import Comparison, compare
from assistant.evaluation.report import Report, evaluate
from assistant.evaluation.scoring import Item
from assistant.evaluation.telling import told_comparison
from assistant.library import Library
from ingest.settings import Settings
from tests.assistant.telling import QUESTION, fault

POINTS = (("fyra veckor",),)
ITEMS = tuple(Item(id, id, answer_points=POINTS) for id in ("alltid", "vinner", "tappar", "tiger"))
MODEL = Settings(chat_model="openai:provmodell", chat_tasks=frozenset({"svar", "utkast"}))


def said(text: str, removed: tuple[str, ...] = (), failure: str = "") -> Answer:
    phrasing = Phrasing("openai:provmodell", (), Usage(100, 20), 1, removed, failure)
    return Answer("fråga", text, False, phrasing=phrasing)


RIGHT, WRONG = "Inom fyra veckor.", "Inom fem veckor."
WITHOUT = {
    one: Answer("fråga", text, False)
    for one, text in zip(("alltid", "vinner", "tappar", "tiger"), (RIGHT, WRONG, RIGHT, RIGHT), strict=True)
}
PHRASED = {
    "alltid": said("Svar ges inom fyra veckor.", removed=("figure",)),
    "vinner": said(RIGHT),
    "tappar": said(WRONG),
    "tiger": said(RIGHT, failure="slow"),
}


@pytest.fixture
def comparison(library: Library) -> Comparison:
    def answering(settings: Settings) -> Report:
        scripted = PHRASED if settings.chat_model and "svar" in settings.chat_tasks else WITHOUT

        def ask(question: str, history: Sequence[str]) -> Answer:
            return scripted[question]

        return evaluate(ITEMS, ask, library)

    return compare(MODEL, ("fragor", "svar"), answering)


def test_gains_and_losses(comparison: Comparison) -> None:
    reading, phrasing = comparison.ways
    assert (reading.task, reading.changed, reading.gained, reading.lost) == ("fragor", 0, (), ())
    assert (phrasing.task, phrasing.changed) == ("svar", 3)
    assert [one.item.id for one in phrasing.gained] == ["vinner"]
    assert [one.item.id for one in phrasing.lost] == ["tappar"]


def test_what_the_model_did(comparison: Comparison) -> None:
    phrasing = comparison.ways[1]
    assert (phrasing.removed, phrasing.failures) == (1, {"slow": 1})
    assert (phrasing.usage.tokens_in, phrasing.usage.tokens_out) == (400, 80)


def test_each_task_is_asked_by_itself(library: Library) -> None:
    """Whatever tasks the settings allow; without the model none is configured."""
    asked: list[Settings] = []

    def answering(settings: Settings) -> Report:
        asked.append(settings)
        return evaluate(ITEMS[:1], lambda question, history: WITHOUT[question], library)

    compare(MODEL, ("fragor", "svar"), answering)
    assert [one.chat_model for one in asked] == ["", MODEL.chat_model, MODEL.chat_model]
    assert [one.chat_tasks for one in asked[1:]] == [frozenset({"fragor"}), frozenset({"svar"})]


def test_the_report(comparison: Comparison) -> None:
    text = told_comparison(comparison)
    assert "Språkmodell: openai:provmodell" in text
    assert "Utan språkmodell          rätt svar 3 av 4 (75 %)" in text
    assert "Modellen formulerar svar  rätt svar 3 av 4 (75 %)" in text
    assert "  Rätt med modellen men inte utan: vinner\n  Fel med modellen men inte utan: 1\n    tappar: saknar" in text
    assert "Frågor där modellen inte svarade: 1 (slow 1)" in text
    assert "Token: 400 in och 80 ut" in text


def test_json(comparison: Comparison) -> None:
    shape = json.loads(json.dumps(comparison.as_json()))
    assert shape["without"]["passed"] == 3
    assert shape["with"]["svar"]["lost"] == ["tappar"]
    assert shape["with"]["fragor"]["changed_answers"] == 0


def test_without_a_model_there_is_nothing_to_compare(library: Library) -> None:
    with pytest.raises(BatchError, match="FINSAM_CHAT_MODEL"):
        compare(replace(MODEL, chat_model=""), ("svar",), lambda settings: Report(()))


@pytest.mark.usefixtures("surroundings")
def test_the_command_wants_a_model(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "frågor.csv"
    path.write_text(f"Fråga;Svar ska innehålla\n{QUESTION};1 150 000\n", encoding="utf-8")
    assert "FINSAM_CHAT_MODEL" in fault(capsys, "evaluate", str(path), "--compare-model")
