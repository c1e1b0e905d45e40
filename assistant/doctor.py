"""Look at what is configured, what is there and what is wrong, one finding a line."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.settings import Settings
from ingest.errors import IngestError
from ingest.generation import open_generation


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    name: str
    ok: bool
    message: str
    """Swedish: what is so, and what to do when it is wrong."""


def examine(settings: Settings) -> list[Finding]:
    """Return what can be said of the settings, the corpus, the index and the helpers around them."""
    return [*_corpus(settings), *_data(settings), *_index(settings), _ocr()]


def _corpus(settings: Settings) -> Iterator[Finding]:
    folder = settings.corpus
    if not folder.is_dir():
        yield Finding("dokument", False, f"Mappen {folder} finns inte; ange en annan i FINSAM_CORPUS.")
        return
    files = sum(1 for path in folder.rglob("*") if path.is_file())
    yield Finding("dokument", True, f"{files} filer i {folder}.")
    known = settings.glossary.is_file()
    yield Finding(
        "ordlista", known, f"{settings.glossary}." if known else f"{settings.glossary} saknas; synonymer används inte."
    )


def _data(settings: Settings) -> Iterator[Finding]:
    folder = next((path for path in (settings.data, *settings.data.resolve().parents) if path.is_dir()), Path())
    writable = os.access(folder, os.W_OK)
    message = f"{settings.data} går att skriva i." if writable else f"{settings.data} går inte att skriva i."
    yield Finding("datamapp", writable, message)


def _index(settings: Settings) -> Iterator[Finding]:
    try:
        generation = open_generation(settings.index)
        manifest = generation.manifest
        passages = len(generation.passages)
        yield Finding(
            "index", True, f"{len(manifest.entries)} dokument, {passages} textställen, byggt {manifest.created}."
        )
        count = generation.store.count()
        yield Finding("vektorer", count == passages, f"{count} vektorer i Chroma för {passages} textställen.")
        name = manifest.model or "den inbyggda"
        yield Finding("språkmodell för sökning", bool(generation.embedder), f"{name} är laddad.")
        if manifest.model != settings.embedding_model:
            yield Finding("språkmodell för sökning", False, "FINSAM_EMBEDDING_MODEL har ändrats; kör python -m ingest.")
    except IngestError as error:
        yield Finding("index", False, str(error))


def _ocr() -> Finding:
    """Scanned pages are read only when Tesseract knows Swedish; without it nothing else suffers."""
    program = shutil.which("tesseract")
    if program is None:
        return Finding("skannade sidor", True, "Tesseract är inte installerat; inskannade sidor läses inte.")
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    if "swe" in listed.stdout.split():
        return Finding("skannade sidor", True, "läses med Tesseract (svenska).")
    return Finding("skannade sidor", True, "Tesseract saknar svenska; installera tesseract-ocr-swe.")
