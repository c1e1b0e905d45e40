"""What holds for every call: the task, the place, the day's limit, rest after failure, the veil, the journal."""

from __future__ import annotations

import json
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from assistant.journal import Journal
from assistant.models.chat import Message
from assistant.models.errors import ModelError, Trouble
from assistant.models.line import Line, line_of
from assistant.models.place import Place
from assistant.models.prompts import Prompt
from ingest.settings import Settings
from tests.assistant.models.asked import MESSAGES, QUICK, heard, line, settings
from tests.scripted_model import Json, Says, ScriptedModel, scripted_model

PROMPTS = Path(__file__).parents[3] / "prompts"
TEXT = "Insatsen kostar 120 kr."
NUMBER = "19850101-1234"
NAME = "Testa Testsson"


class Echo(BaseModel):
    said: str
    more: list[str] = []


def entries(data: Path) -> list[dict[str, Any]]:
    return [json.loads(one) for one in (data / "journal.jsonl").read_text(encoding="utf-8").splitlines()]


def far(server: ScriptedModel, data: Path, **changed: Any) -> Line:
    """A line to the same server that takes it for somebody else's machine."""
    configured = settings(server, data, **changed)
    spoken = Line(configured, Journal(configured.journal), QUICK, 0.0)
    spoken._chat.place = Place("api.example.se", local=False)
    return spoken


def echo(request: Json) -> Says:
    """Say back the last thing that was said."""
    return Says(str(request["messages"][-1]["content"]))


def test_no_model_no_line(tmp_path: Path) -> None:
    assert line_of(Settings(), Journal(tmp_path / "journal.jsonl")) is None


def test_what_the_model_may_help_with(tmp_path: Path) -> None:
    with scripted_model(TEXT) as server:
        spoken = line(server, tmp_path, chat_tasks=frozenset({"utkast"}))
        assert (spoken.allows("utkast"), spoken.allows("svar")) == (True, False)
        assert (spoken.name, spoken.label, spoken.place.described) == (
            "openai:provmodell",
            "provmodell",
            "på den här datorn",
        )


def test_each_call_is_written_down_without_its_words(tmp_path: Path) -> None:
    with scripted_model(TEXT) as server:
        heard(line(server, tmp_path))
        server.script = lambda _: Says(status=500)
        with pytest.raises(ModelError):
            heard(line(server, tmp_path))
    good, bad = entries(tmp_path)
    assert good == good | {
        "event": "model", "model": "openai:provmodell", "task": "svar", "tokens_in": 120, "tokens_out": 30,
        "estimated": False, "trouble": "", "prompts": [],
    }  # fmt: skip
    assert bad["trouble"] == "broken"
    assert "kostar" not in (tmp_path / "journal.jsonl").read_text(encoding="utf-8")


def test_the_prompt_is_written_down_by_its_hash(tmp_path: Path) -> None:
    """Its words are not."""
    messages = Prompt.load(PROMPTS, "trial").fill(word="ord", filling="")
    with scripted_model(TEXT) as server, line(server, tmp_path).stream(messages, 100, "prov") as stream:
        list(stream)
    (entry,) = entries(tmp_path)
    assert entry["prompts"] == [Prompt.load(PROMPTS, "trial").id]


def test_the_limit_of_the_day_is_shared(tmp_path: Path) -> None:
    """By all that write the same journal; nothing is sent once it is reached."""
    with scripted_model(TEXT) as server:
        assert heard(line(server, tmp_path, chat_daily_tokens=300)) == TEXT
        assert heard(line(server, tmp_path, chat_daily_tokens=300)) == TEXT
        with pytest.raises(ModelError, match="FINSAM_CHAT_DAILY_TOKENS") as caught:
            heard(line(server, tmp_path, chat_daily_tokens=300))
        assert caught.value.trouble is Trouble.SPENT
        assert len(server.requests) == 2


def test_the_limit_of_the_day_holds_for_those_that_ask_at_once(tmp_path: Path) -> None:
    """Each is reckoned to take 100 tokens for its answer and a few for what it asks."""
    release = threading.Event()

    def script(request: Json) -> Says:
        release.wait(30)
        return Says(TEXT)

    def ask(_: int) -> Trouble | None:
        try:
            heard(spoken)
        except ModelError as error:
            return error.trouble
        return None

    with scripted_model(script) as server, ThreadPoolExecutor(8) as pool:
        spoken = line(server, tmp_path, chat_daily_tokens=300)
        asked = [pool.submit(ask, number) for number in range(8)]
        refused = [one.result() for one in islice(as_completed(asked), 5)]
        release.set()
        assert refused == [Trouble.SPENT] * 5
        assert sorted(str(one.result()) for one in asked) == ["None"] * 3 + ["spent"] * 5
        assert len(server.requests) == 3


def test_the_limit_of_the_day_holds_though_nothing_can_be_written_down(tmp_path: Path) -> None:
    (tmp_path / "journal.jsonl").mkdir()
    with scripted_model(TEXT) as server:
        spoken = line(server, tmp_path, chat_daily_tokens=300)
        heard(spoken)
        heard(spoken)
        with pytest.raises(ModelError) as caught:
            heard(spoken)
        assert (caught.value.trouble, len(server.requests), spoken.spent) == (Trouble.SPENT, 2, 300)


def test_a_model_elsewhere_may_be_forbidden(tmp_path: Path) -> None:
    with scripted_model(TEXT) as server:
        with pytest.raises(ModelError, match="FINSAM_CHAT_LOCAL_ONLY") as caught:
            heard(far(server, tmp_path, chat_local_only=True))
        assert (caught.value.trouble, server.requests) == (Trouble.FORBIDDEN, [])
        assert heard(line(server, tmp_path, chat_local_only=True)) == TEXT


def test_a_model_that_failed_is_left_alone_for_a_while(tmp_path: Path) -> None:
    """The next question is not kept waiting."""
    with scripted_model(lambda _: Says(status=500)) as server:
        spoken = line(server, tmp_path, rest=60.0)
        with pytest.raises(ModelError):
            heard(spoken)
        server.script = lambda _: Says(TEXT)
        asked = len(server.requests)
        with pytest.raises(ModelError) as caught:
            heard(spoken)
        assert (caught.value.trouble, len(server.requests)) == (Trouble.RESTING, asked)


def test_what_does_not_pass_is_told_anew(tmp_path: Path) -> None:
    with scripted_model(lambda _: Says(status=401)) as server:
        spoken = line(server, tmp_path, rest=60.0)
        told = []
        for _ in range(2):
            with pytest.raises(ModelError) as caught:
                heard(spoken)
            told.append((caught.value.trouble, str(caught.value)))
        assert told[0] == told[1]
        assert len(server.requests) == 1


@pytest.mark.parametrize("status", [404, 500])
def test_asking_meanwhile_prolongs_no_rest(status: int, tmp_path: Path) -> None:
    """However often it is asked: a server that has been set right is found again."""
    with scripted_model(lambda _: Says(status=status)) as server:
        spoken = line(server, tmp_path, rest=0.2)
        with pytest.raises(ModelError):
            heard(spoken)
        server.script = lambda _: Says(TEXT)
        told = ""
        for _ in range(100):
            try:
                told = heard(spoken)
                break
            except ModelError:
                server.wait(0.05)
        assert told == TEXT
        assert heard(spoken) == TEXT


@pytest.mark.parametrize(
    ("says", "tells"),
    [
        (Says(status=400, body='{"error": {"code": "content_filter"}}'), "Innehållsfiltret"),
        (Says("", finish="content_filter"), "Innehållsfiltret"),
        (Says(status=400, body='{"error": {"message": "messages: odd"}}'), "godtar inte anropet"),
        (Says(status=413), "ryms inte"),
    ],
)
def test_a_request_that_is_refused_puts_no_other_to_wait(says: Says, tells: str, tmp_path: Path) -> None:
    with scripted_model(lambda _: says) as server:
        spoken = line(server, tmp_path, rest=60.0)
        with pytest.raises(ModelError, match=tells):
            heard(spoken)
        server.script = lambda _: Says(TEXT)
        assert heard(spoken) == TEXT


def test_what_asks_a_model_is_loaded_without_a_word_to_anybody(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """What cannot be loaded is told when a question is asked; here it is noted."""
    with scripted_model(TEXT) as server:
        line(server, tmp_path).warm()
        assert (server.requests, caplog.messages) == ([], [])
        line(server, tmp_path, "dikt").warm()
    assert "FINSAM_CHAT_MODEL" in caplog.text


def test_several_may_ask_at_once(tmp_path: Path) -> None:
    """Each gets its own answer, and each is written down."""

    def ask(number: int) -> str:
        with spoken.stream((Message("user", f"Fråga {number}"),), 100, "svar") as stream:
            return "".join(stream)

    with scripted_model(lambda request: Says(str(request["messages"][0]["content"]), delay=0.01)) as server:
        spoken = line(server, tmp_path)
        with ThreadPoolExecutor(8) as pool:
            said = list(pool.map(ask, range(24)))
    assert said == [f"Fråga {number}" for number in range(24)]
    assert len(entries(tmp_path)) == 24


def test_a_reader_who_leaves_puts_nobody_else_to_wait(tmp_path: Path) -> None:
    with scripted_model(lambda _: Says(pieces=["ett ", "två "] * 50, delay=0.02)) as server:
        spoken = line(server, tmp_path, rest=60.0)
        with spoken.stream(MESSAGES, 100, "svar") as stream:
            next(iter(stream))
        server.script = lambda _: Says(TEXT)
        assert heard(spoken) == TEXT


def test_personal_data_does_not_leave_the_machine(tmp_path: Path) -> None:
    """It is put back in what comes back; what is known to be a name is covered too."""
    words = (Message("user", f"{NAME}, {NUMBER}, ringer 040-123 45 67. Och {NAME} igen."),)
    with scripted_model(echo) as server:
        with far(server, tmp_path).stream(words, 100, "svar", hidden=(NAME,)) as stream:
            assert "".join(stream) == words[0].text
        sent = json.dumps(server.requests, ensure_ascii=False)
        assert NUMBER not in sent
        assert NAME not in sent
        assert "040-123" not in sent
        assert sent.count("[person-1]") == 2


def test_a_placeholder_of_a_later_message_means_nobody_of_an_earlier(tmp_path: Path) -> None:
    words = (Message("system", f"Svara {NAME}."), Message("user", "Vem är [person-1]?"))
    with scripted_model("[person-1] är inte [person-2].") as server:
        with far(server, tmp_path).stream(words, 100, "svar", hidden=(NAME,)) as stream:
            assert "".join(stream) == f"[person-1] är inte {NAME}."
        assert NAME not in json.dumps(server.requests)


def test_personal_data_in_an_answer_of_a_given_shape(tmp_path: Path) -> None:
    with scripted_model('{"said": "[personnummer-1]", "more": ["[personnummer-1]", "[person-9]"]}') as server:
        words = (Message("user", f"Numret är {NUMBER}."),)
        found, _ = far(server, tmp_path).ask(words, Echo, 100, "utkast")
        assert NUMBER not in json.dumps(server.requests)
    assert found == Echo(said=NUMBER, more=[NUMBER, ""])


def test_on_this_machine_nothing_is_covered(tmp_path: Path) -> None:
    with scripted_model(echo) as server:
        with line(server, tmp_path).stream((Message("user", NUMBER),), 100, "svar") as stream:
            assert "".join(stream) == NUMBER
        assert server.prompt == NUMBER


def test_a_bad_key_file_is_a_trouble_of_the_line(tmp_path: Path) -> None:
    with scripted_model(TEXT) as server:
        configured = replace(settings(server, tmp_path), chat_key_file=tmp_path / "borta")
        with pytest.raises(ModelError, match="går inte att läsa"):
            heard(Line(configured, Journal(configured.journal), QUICK))
