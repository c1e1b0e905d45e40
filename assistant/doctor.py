"""Look at what is configured, what is there and what is wrong, one finding a line."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from assistant.errors import AssistantError
from assistant.glossary import Glossary
from assistant.journal import Journal
from assistant.models.errors import ModelError, Trouble
from assistant.models.line import Line, line_of
from assistant.models.prompts import Prompt
from assistant.models.stating import Stated
from assistant.models.trial import answers, reads_whole
from ingest.errors import IngestError
from ingest.generation import Generation, open_generation
from ingest.settings import Settings, variable

MOST_NAMES = 12
"""Names of models that are listed, of those that a server has."""

_PASSWORD = re.compile(r"//[^/@\s]+@")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    name: str
    ok: bool
    message: str
    """Swedish: what is so, and what to do when it is wrong."""


def examine(settings: Settings) -> list[Finding]:
    """Return what can be said of the settings, the corpus, the index and the helpers around them."""
    found = [_configured(settings), *_corpus(settings), *_data(settings), *_index(settings), _ocr()]
    return [*found, *_chat(settings)]


def _configured(settings: Settings) -> Finding:
    plain = Settings()
    changed = [
        _PASSWORD.sub("//…@", f"{variable(entry.name)}={getattr(settings, entry.name)}")
        for entry in fields(settings)
        if getattr(settings, entry.name) != getattr(plain, entry.name)
    ]
    return Finding("inställningar", True, "; ".join(changed) or "de som gäller utan egna val.")


def _corpus(settings: Settings) -> Iterator[Finding]:
    folder = settings.corpus
    if not folder.is_dir():
        yield Finding("dokument", False, f"Mappen {folder} finns inte; ange en annan i FINSAM_CORPUS.")
        return
    files = sum(1 for path in folder.rglob("*") if path.is_file())
    yield Finding("dokument", True, f"{files} filer i {folder}.")
    try:
        terms = len(Glossary.load(settings.glossary).terms)
    except AssistantError as error:
        yield Finding("ordlista", False, str(error))
        return
    missing = f"{settings.glossary} saknas eller är tom; synonymer används inte."
    yield Finding("ordlista", True, f"{terms} termer i {settings.glossary}." if terms else missing)


def _data(settings: Settings) -> Iterator[Finding]:
    folder = next((path for path in (settings.data, *settings.data.resolve().parents) if path.is_dir()), Path())
    writable = os.access(folder, os.W_OK)
    message = f"{settings.data} går att skriva i." if writable else f"{settings.data} går inte att skriva i."
    yield Finding("datamapp", writable, message)


def _index(settings: Settings) -> Iterator[Finding]:
    try:
        generation = open_generation(settings.index)
    except IngestError as error:
        yield Finding("index", False, str(error))
        return
    manifest = generation.manifest
    try:
        passages = len(generation.passages)
        built = f"{len(manifest.entries)} dokument, {passages} textställen, byggt {manifest.created}."
        yield Finding("index", True, built)
        count = generation.store.count()
        yield Finding("vektorer", count == passages, f"{count} vektorer i Chroma för {passages} textställen.")
        yield _embedder(generation, settings)
    except IngestError as error:
        yield Finding("index", False, str(error))
    except (OSError, ValueError) as error:
        yield Finding("index", False, f"Indexet är skadat ({error}). Bygg om det: python -m ingest --rebuild MAPP.")
    finally:
        generation.close()


def _embedder(generation: Generation, settings: Settings) -> Finding:
    model = generation.manifest.model
    if model != settings.embedding_model:
        changed = "FINSAM_EMBEDDING_MODEL har ändrats sedan indexet byggdes; kör python -m ingest."
        return Finding("språkmodell för sökning", False, changed)
    loaded = f"{model or 'den inbyggda'}, {generation.embedder.dimensions} dimensioner."
    return Finding("språkmodell för sökning", True, loaded)


def _ocr() -> Finding:
    """Scanned pages are read only when Tesseract knows Swedish; without it nothing else suffers."""
    program = shutil.which("tesseract")
    if program is None:
        return Finding("skannade sidor", True, "Tesseract är inte installerat; inskannade sidor läses inte.")
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return Finding("skannade sidor", False, f"Tesseract svarar inte ({error}); installera om det.")
    if "swe" in listed.stdout.split():
        return Finding("skannade sidor", True, "läses med Tesseract (svenska).")
    return Finding("skannade sidor", True, "Tesseract saknar svenska; installera tesseract-ocr-swe.")


def _chat(settings: Settings) -> Iterator[Finding]:
    """Try the language model: where it runs, what it may, whether it answers and how much it takes in."""
    line = line_of(settings, Journal(settings.journal))
    if line is None:
        yield Finding("språkmodell", True, "ingen är inställd; svaren är ordagranna ur dokumenten.")
        return
    helps = ", ".join(sorted(settings.chat_tasks)) or "ingenting"
    allowed = line.place.local or not settings.chat_local_only
    barred = "" if allowed else ", vilket FINSAM_CHAT_LOCAL_ONLY inte tillåter; ändra den eller FINSAM_CHAT_BASE_URL"
    runs = f"{line.name} körs {line.place.described} och får hjälpa till med {helps}{barred}."
    yield Finding("språkmodell", allowed, runs)
    limit = settings.chat_daily_tokens
    of = f" av {limit} per dag" if limit else ", utan gräns"
    yield Finding("språkmodellens token", not limit or line.spent < limit, f"{line.spent} har gått åt i dag{of}.")
    if not allowed:
        return
    try:
        prompt = Prompt.load(settings.prompts, "trial")
        seconds = answers(line, prompt)
    except AssistantError as error:
        yield Finding("språkmodellens svar", False, f"{error}{_had(line, error)}")
        return
    yield Finding("språkmodellens svar", True, f"ett ord kom efter {seconds:.1f} s.".replace(".", ",", 1))
    yield _context(line, prompt)


def _had(line: Line, error: AssistantError) -> str:
    """Return which models the server has, when it does not have the one that was asked for."""
    if not isinstance(error, ModelError) or error.trouble is not Trouble.UNKNOWN_MODEL:
        return ""
    models = _stated(line).models
    more = " …" if len(models) > MOST_NAMES else ""
    return f" Servern har: {', '.join(models[:MOST_NAMES])}{more}." if models else ""


def _stated(line: Line) -> Stated:
    try:
        return line.stated()
    except AssistantError:
        return Stated()


def _context(line: Line, prompt: Prompt) -> Finding:
    """Say whether the model takes in what FINSAM_CHAT_CONTEXT says."""
    stated = _stated(line).context
    says = f"; {line.label} klarar enligt uppgift {stated}" if stated else ""
    try:
        whole = reads_whole(line, prompt)
    except AssistantError as error:
        slow = "En text som nästan fyller FINSAM_CHAT_CONTEXT: " if isinstance(error, ModelError) else ""
        return Finding("språkmodellens längd", False, f"{slow}{error}")
    if whole and not (stated and stated < line.context):
        return Finding("språkmodellens längd", True, f"{line.context} token används{says}, och allt blev läst.")
    cut = "en så lång text blev inte läst hel" if not whole else "det är för mycket"
    message = f"FINSAM_CHAT_CONTEXT är {line.context}{says}, och {cut}; sätt ett lägre tal, eller ge servern mer."
    return Finding("språkmodellens längd", False, message)
