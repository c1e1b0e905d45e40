"""Every setting has a working default, and a bad value is told by its variable."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest

from ingest.errors import SettingsError
from ingest.settings import Secret, Settings, load, variable

NONE = Path("no-such-file")


def test_nothing_set_gives_the_defaults() -> None:
    assert load({}, NONE) == Settings()
    assert Settings().index == Path("data/index")
    assert Settings().journal == Path("data/journal.jsonl")
    assert Settings().glossary == Path("corpus/ordlista.tsv")


def test_every_field_is_read_from_its_variable() -> None:
    values = {
        "host": ("0.0.0.0", "0.0.0.0"),
        "port": ("0", 0),
        "corpus": ("dokument", Path("dokument")),
        "data": (" /var/finsam ", Path("/var/finsam")),
        "embedding_model": ("./modell", "./modell"),
        "embedding_weight": ("0,3", 0.3),
        "hub_download": ("JA", True),
        "index_folder": ("/var/index", Path("/var/index")),
        "chroma_url": ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        "chat_model": ("ollama:llama3.1:8b", "ollama:llama3.1:8b"),
        "chat_base_url": ("http://127.0.0.1:11434", "http://127.0.0.1:11434"),
        "chat_key": ("hemlig", Secret("hemlig")),
        "chat_key_file": ("/etc/finsam.key", Path("/etc/finsam.key")),
        "chat_local_only": ("1", True),
        "chat_tasks": ("svar, Frågor", frozenset({"svar", "fragor"})),
        "chat_context": ("16384", 16384),
        "chat_timeout": ("2,5", 2.5),
        "chat_daily_tokens": ("100000", 100000),
        "prompts": ("uppmaningar", Path("uppmaningar")),
    }
    assert set(values) == {entry.name for entry in fields(Settings)}
    found = load({variable(name): text for name, (text, _) in values.items()}, NONE)
    assert {name: getattr(found, name) for name in values} == {name: value for name, (_, value) in values.items()}
    assert found.index == Path("/var/index")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("FINSAM_PORT", "78 60"),
        ("FINSAM_PORT", "-1"),
        ("FINSAM_PORT", "65536"),
        ("FINSAM_PORT", "²"),
        ("FINSAM_PORT", "http"),
        *(("FINSAM_EMBEDDING_WEIGHT", text) for text in ("5.9", "5,01", "-0.1", "mycket", "nan", "0.3.1")),
        ("FINSAM_HUB_DOWNLOAD", "kanske"),
        ("FINSAM_CHROMA_URL", "localhost:8000"),
        ("FINSAM_CHROMA_URL", "http://"),
        ("FINSAM_CHAT_MODEL", "llama3.1"),
        ("FINSAM_CHAT_BASE_URL", "127.0.0.1:11434"),
        ("FINSAM_CHAT_LOCAL_ONLY", "kanske"),
        ("FINSAM_CHAT_CONTEXT", "2047"),
        ("FINSAM_CHAT_TIMEOUT", "601"),
        ("FINSAM_CHAT_DAILY_TOKENS", "-1"),
    ],
)
def test_a_bad_value_is_named(name: str, text: str) -> None:
    """The message names the variable and the value, and says what to give instead."""
    with pytest.raises(SettingsError) as caught:
        load({name: text}, NONE)
    assert str(caught.value).startswith(f"{name} är {text!r}; ange ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "value"), [("1", True), ("true", True), ("ja", True), ("0", False), ("Nej", False), ("FALSE", False)]
)
def test_yes_and_no(text: str, value: bool) -> None:
    assert load({"FINSAM_HUB_DOWNLOAD": text}, NONE).hub_download is value


@pytest.mark.parametrize(("text", "weight"), [("0", 0.0), (".5", 0.5), ("5", 5.0), ("5,0", 5.0)])
def test_a_weight_lies_between_nothing_and_five(text: str, weight: float) -> None:
    assert load({"FINSAM_EMBEDDING_WEIGHT": text}, NONE).embedding_weight == weight


def test_an_empty_variable_is_no_variable() -> None:
    assert load({"FINSAM_PORT": " ", "FINSAM_DATA": ""}, NONE) == Settings()


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text("\ufeffFINSAM_PORT=8000\nFINSAM_DATA=/srv/å\nANNAT=1\nFINSAM_HOST\n", encoding="utf-8")
    found = load({"FINSAM_PORT": "9000"}, dotenv)
    assert (found.port, found.data, found.host) == (9000, Path("/srv/å"), "127.0.0.1")
    assert load({}, dotenv).port == 8000


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_bytes("FINSAM_DATA=/srv/å".encode("latin-1"))
    with pytest.raises(SettingsError, match=r"\.env går inte att läsa .* UTF-8"):
        load({}, dotenv)


def test_the_process_environment_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FINSAM_HOST", "0.0.0.0")
    assert load(dotenv=NONE).host == "0.0.0.0"


def test_settings_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings().port = 1  # type: ignore[misc]


def test_tasks_are_some_of_those_there_are() -> None:
    assert load({"FINSAM_CHAT_TASKS": ","}, NONE).chat_tasks == frozenset()
    with pytest.raises(SettingsError, match="FINSAM_CHAT_TASKS är 'dikter'; välj bland svar, utkast, fragor"):
        load({"FINSAM_CHAT_TASKS": "dikter"}, NONE)


def test_a_key_is_shown_nowhere() -> None:
    """Neither the settings' own text nor a formatted value holds it."""
    found = load({"FINSAM_CHAT_KEY": "sk-hemlig"}, NONE)
    assert found.chat_key.value == "sk-hemlig"
    assert "hemlig" not in f"{found} {found!r} {found.chat_key} {found.chat_key!r}"
