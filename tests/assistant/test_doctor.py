"""The doctor says what is configured, what works and what is wrong, and fails never."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assistant.doctor import Finding, examine
from ingest.settings import Secret, Settings
from tests.scripted_model import Json, Says, ScriptedModel, scripted_model


def named(findings: list[Finding], name: str) -> Finding:
    (found,) = [one for one in findings if one.name == name]
    return found


def test_a_whole_installation(mini_settings: Settings, mini_corpus: Path) -> None:
    findings = examine(mini_settings)
    assert [one.name for one in findings] == [
        *("inställningar", "dokument", "ordlista", "datamapp"),
        *("index", "vektorer", "språkmodell för sökning", "skannade sidor", "språkmodell"),
    ]
    assert all(one.ok for one in findings if one.name != "skannade sidor")
    assert f"FINSAM_CORPUS={mini_corpus}" in named(findings, "inställningar").message
    assert named(findings, "ordlista").message.startswith("3 termer")
    assert named(findings, "index").message.startswith("5 dokument, ")
    assert named(findings, "språkmodell för sökning").message.startswith("den inbyggda, ")


def test_every_message_is_one_line(mini_settings: Settings) -> None:
    for settings in (mini_settings, Settings(corpus=Path("finns-inte"), data=Path("finns-inte"))):
        for one in examine(settings):
            assert "\n" not in one.message


def test_nothing_is_there(tmp_path: Path) -> None:
    """Each thing that is missing is told with what to do."""
    findings = examine(Settings(corpus=tmp_path / "dokument", data=tmp_path / "data"))
    assert {one.name for one in findings if not one.ok} >= {"dokument", "index"}
    assert "FINSAM_CORPUS" in named(findings, "dokument").message
    assert "python -m ingest" in named(findings, "index").message
    assert named(findings, "datamapp").ok
    assert not (tmp_path / "data").exists()


def test_no_glossary_is_no_fault(mini_settings: Settings, tmp_path: Path) -> None:
    """The assistant works without one."""
    (tmp_path / "dokument").mkdir()
    found = named(examine(replace(mini_settings, corpus=tmp_path / "dokument")), "ordlista")
    assert found.ok
    assert "saknas" in found.message


def test_a_glossary_in_another_encoding(mini_settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "ordlista.tsv").write_bytes(b"term\tsynonyms\texplanation\nf\xf6rbund\t\tx\n")
    found = named(examine(replace(mini_settings, corpus=tmp_path)), "ordlista")
    assert not found.ok
    assert "UTF-8" in found.message


def test_another_model_than_the_indexs(mini_settings: Settings) -> None:
    found = named(examine(replace(mini_settings, embedding_model="./modell")), "språkmodell för sökning")
    assert not found.ok
    assert "kör python -m ingest" in found.message


@pytest.mark.parametrize("broken", ["passages.npz", "embedder", "store.json"])
def test_a_damaged_index(mini_settings: Settings, mini_index: Path, tmp_path: Path, broken: str) -> None:
    """What is missing is told, with the way to mend it."""
    shutil.copytree(mini_index, tmp_path / "index")
    generation = tmp_path / "index" / (tmp_path / "index" / "current").read_text(encoding="utf-8").strip()
    if (generation / broken).is_dir():
        shutil.rmtree(generation / broken)
    else:
        (generation / broken).unlink()
    wrong = [one for one in examine(replace(mini_settings, index_folder=tmp_path / "index")) if not one.ok]
    assert [one.name for one in wrong] == ["index"]
    assert "python -m ingest --rebuild" in wrong[0].message


def test_a_password_in_an_address_is_not_shown(mini_settings: Settings) -> None:
    settings = replace(mini_settings, chroma_url="https://kansli:hemligt@chroma.example:8000")
    message = named(examine(settings), "inställningar").message
    assert "hemligt" not in message
    assert "chroma.example:8000" in message


@pytest.mark.parametrize(
    ("script", "ok", "says"),
    [
        ("echo swe", True, "läses med Tesseract"),
        ("echo eng", True, "installera tesseract-ocr-swe"),
        (None, True, "Tesseract är inte installerat"),
    ],
)
def test_scanned_pages(
    mini_settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    script: str | None,
    ok: bool,
    says: str,
) -> None:
    """With Swedish, with other languages only, or without Tesseract."""
    folder = tmp_path / "bin"
    folder.mkdir()
    if script:
        program = folder / "tesseract"
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    found = named(examine(mini_settings), "skannade sidor")
    assert found.ok is ok
    assert says in found.message


def with_model(settings: Settings, server: ScriptedModel, **changed: Any) -> list[Finding]:
    url = f"{server.address}/v1"
    return examine(replace(settings, chat_model="openai:provmodell", chat_base_url=url, **changed))


def says_the_word(request: Json) -> Says:
    """A model that reads all it gets."""
    return Says(re.findall(r"Kodordet är (\w+)", str(request["messages"]))[0])


def reads_the_end(request: Json) -> Says:
    """A model whose server cuts what is long from its head, and does not say so."""
    return Says((re.findall(r"Kodordet är (\w+)", str(request["messages"])[-3000:]) or ["Rad"])[0])


def test_a_model_that_works(mini_settings: Settings) -> None:
    with scripted_model(says_the_word) as server:
        findings = with_model(mini_settings, server, chat_key=Secret("sk-hemlig"))
    assert all(one.ok for one in findings if one.name.startswith("språkmodell"))
    assert "på den här datorn" in named(findings, "språkmodell").message
    assert (
        "8192 token används; provmodell klarar enligt uppgift 8192" in named(findings, "språkmodellens längd").message
    )
    assert "hemlig" not in " ".join(one.message for one in findings)


def test_a_model_that_is_cut_without_a_word(mini_settings: Settings) -> None:
    with scripted_model(reads_the_end) as server:
        findings = with_model(mini_settings, server)
    assert named(findings, "språkmodellens svar").ok
    assert not named(findings, "språkmodellens längd").ok


def test_a_server_that_takes_in_less_than_is_set(mini_settings: Settings) -> None:
    with scripted_model(says_the_word) as server:
        found = named(with_model(mini_settings, server, chat_context=16384), "språkmodellens längd")
    assert not found.ok
    assert "enligt uppgift 8192" in found.message


@pytest.mark.parametrize(
    ("says", "message"),
    [
        (Says(status=401), "FINSAM_CHAT_KEY"),
        (Says(status=404), "kontrollera namnet i FINSAM_CHAT_MODEL"),
        (Says("Jag kan inte hjälpa till."), "svarar, men inte på frågan"),
    ],
)
def test_a_model_that_does_not_work(says: Says, message: str, mini_settings: Settings) -> None:
    with scripted_model(lambda _: says) as server:
        found = named(with_model(mini_settings, server), "språkmodellens svar")
    assert not found.ok
    assert message in found.message


def test_an_unknown_model_is_told_with_those_there_are(mini_settings: Settings) -> None:
    with scripted_model(lambda _: Says(status=404)) as server:
        server.lengths = {"annan": None, "tredje": 4096}
        found = named(with_model(mini_settings, server), "språkmodellens svar")
        assert "Servern har: annan, tredje." in found.message
        local = replace(mini_settings, chat_model="ollama:provmodell", chat_base_url=server.address)
        found = named(examine(local), "språkmodellens svar")
        assert "ollama pull provmodell" in found.message
        assert "Servern har: annan, tredje." in found.message


def test_a_model_elsewhere_that_is_not_allowed_is_not_asked(mini_settings: Settings) -> None:
    far = replace(
        mini_settings, chat_model="openai:provmodell", chat_base_url="http://192.0.2.1/v1", chat_local_only=True
    )
    findings = examine(far)
    assert not named(findings, "språkmodell").ok
    assert "hos 192.0.2.1" in named(findings, "språkmodell").message
    assert "FINSAM_CHAT_LOCAL_ONLY" in named(findings, "språkmodell").message
    assert "språkmodellens svar" not in [one.name for one in findings]


def test_a_model_that_takes_too_long_over_a_long_text(mini_settings: Settings) -> None:
    """The short answer stands; what to change is told."""

    def script(request: Json) -> Says:
        return Says(hang=30) if len(str(request["messages"])) > 5000 else says_the_word(request)

    with scripted_model(script) as server:
        findings = with_model(mini_settings, server, chat_timeout=1.0)
    assert named(findings, "språkmodellens svar").ok
    found = named(findings, "språkmodellens längd")
    assert not found.ok
    assert "FINSAM_CHAT_CONTEXT" in found.message
    assert "FINSAM_CHAT_TIMEOUT" in found.message


def test_a_limit_that_is_reached(mini_settings: Settings) -> None:
    with scripted_model(says_the_word) as server:
        with_model(mini_settings, server)
        findings = with_model(mini_settings, server, chat_daily_tokens=100)
    assert not named(findings, "språkmodellens token").ok
    assert "FINSAM_CHAT_DAILY_TOKENS" in named(findings, "språkmodellens svar").message
