"""On the command line a model's part is told below the answer; without its key or its name, in one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.assistant.phrasing.asking import citing
from tests.assistant.telling import ANSWER_KEYS, QUESTION, told
from tests.scripted_model import Json, Says, scripted_model

pytestmark = pytest.mark.usefixtures("surroundings")

PROMPTS = Path(__file__).parents[3] / "prompts"
ROW = "Landgången: Ägare Arbetsförmedlingen"


def good(request: Json) -> Says:
    text = citing(("Landgången får 1 150 000 kronor 2027", ROW), ("Landgången får 2 150 000 kronor 2027", ROW))
    return Says(text(request))


@pytest.fixture(autouse=True)
def _configured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FINSAM_PROMPTS", str(PROMPTS))
    monkeypatch.setenv("FINSAM_CHAT_MODEL", "openai:provmodell")


def test_who_phrased_it_and_what_was_removed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with scripted_model(good) as server:
        monkeypatch.setenv("FINSAM_CHAT_BASE_URL", f"{server.address}/v1")
        status, out, err = told(capsys, "ask", QUESTION)
        _, text, _ = told(capsys, "ask", QUESTION, "--json")
    assert (status, err) == (0, "")
    assert out.startswith("Landgången får 1 150 000 kronor 2027. [1]\n")
    assert "Formulerat av openai:provmodell" in out
    assert "En mening som språkmodellen skrev har tagits bort" in out
    assert "2 150 000" not in out
    assert list(json.loads(text)) == [*ANSWER_KEYS, "notes"]
    assert json.loads(text)["answered_by"] == "openai:provmodell"


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (401, "godtar inte nyckeln"),
        (403, "godtar inte nyckeln"),
        (404, "finns inte på den här datorn; kontrollera namnet"),
    ],
)
def test_a_wrong_key_or_an_unknown_model_is_one_sentence(
    status: int, says: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the documents' own answer."""
    with scripted_model(lambda _: Says(status=status)) as server:
        monkeypatch.setenv("FINSAM_CHAT_BASE_URL", f"{server.address}/v1")
        monkeypatch.setenv("FINSAM_CHAT_KEY", "sk-fel")
        done, out, err = told(capsys, "ask", QUESTION)
    assert (done, err) == (0, "")
    assert "1 150 000" in out
    assert sum(says in line for line in out.splitlines()) == 1


def test_no_key_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Before anything is sent anywhere."""
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    status, out, err = told(capsys, "ask", QUESTION)
    assert (status, err) == (0, "")
    assert "1 150 000" in out
    assert "behöver en nyckel; lägg den" in out
