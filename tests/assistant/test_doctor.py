"""The doctor says what is configured, what works and what is wrong, and fails never."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.doctor import Finding, examine
from ingest.settings import Settings


def named(findings: list[Finding], name: str) -> Finding:
    (found,) = [one for one in findings if one.name == name]
    return found


def test_a_whole_installation(mini_settings: Settings, mini_corpus: Path) -> None:
    findings = examine(mini_settings)
    assert [one.name for one in findings] == [
        *("inställningar", "dokument", "ordlista", "datamapp"),
        *("index", "vektorer", "språkmodell för sökning", "skannade sidor"),
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
