"""The settings of our own, ``FINSAM_*``: environment variables or a ``.env`` file, read once, here and nowhere else.

What the libraries themselves read of the environment, such as a proxy's address, is no setting of ours.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from ingest.errors import SettingsError

CHAT_TASKS = ("svar", "utkast", "fragor")
"""What a chat model may help with: phrase answers, look at drafts, understand questions."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A value that no log, error or report may show."""

    value: str = field(default="", repr=False)

    def __bool__(self) -> bool:
        return bool(self.value)

    def __str__(self) -> str:
        return "…" if self.value else ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set, each with a working default. ``docs/installningar.md`` explains them to the office."""

    host: str = "127.0.0.1"
    """FINSAM_HOST: address the page listens on."""
    port: int = 7860
    """FINSAM_PORT: 1 to 65535, or 0 for any free port."""
    corpus: Path = Path("corpus")
    """FINSAM_CORPUS: folder of the documents, their catalogue and the glossary."""
    data: Path = Path("data")
    """FINSAM_DATA: folder for what the program writes: index and journal."""
    embedding_model: str = ""
    """FINSAM_EMBEDDING_MODEL: hub name or folder of a sentence-transformers model; empty for the built-in embedder."""
    embedding_weight: float | None = None
    """FINSAM_EMBEDDING_WEIGHT: what the model's similarity counts for beside the words, 0 to 5; unset: as measured."""
    hub_download: bool = False
    """FINSAM_HUB_DOWNLOAD: 1 lets a hub name be downloaded; otherwise nothing leaves the machine."""
    index_folder: Path | None = None
    """FINSAM_INDEX_FOLDER: folder of the index; FINSAM_DATA/index when not set."""
    chroma_url: str = ""
    """FINSAM_CHROMA_URL: address of a Chroma server; empty for a folder beside the index."""

    chat_model: str = ""
    """FINSAM_CHAT_MODEL: "provider:name" as LangChain's ``init_chat_model`` takes it; empty for no model at all."""
    chat_base_url: str = ""
    """FINSAM_CHAT_BASE_URL: address of the model's server; empty for the provider's own."""
    chat_key: Secret = Secret()
    """FINSAM_CHAT_KEY: key of the model's server."""
    chat_key_file: Path | None = None
    """FINSAM_CHAT_KEY_FILE: file whose first line is the key, in place of FINSAM_CHAT_KEY."""
    chat_local_only: bool = False
    """FINSAM_CHAT_LOCAL_ONLY: 1 forbids models that do not run on this machine."""
    chat_tasks: frozenset[str] = frozenset({"svar", "utkast"})
    """FINSAM_CHAT_TASKS: what the model may help with, some of :data:`CHAT_TASKS`, separated by commas."""
    chat_context: int = 8192
    """FINSAM_CHAT_CONTEXT: tokens that the model takes in, question and answer together; 2,048 or more."""
    chat_timeout: float = 60.0
    """FINSAM_CHAT_TIMEOUT: seconds within which the model must be done, 1 to 600."""
    chat_daily_tokens: int = 0
    """FINSAM_CHAT_DAILY_TOKENS: tokens, in and out together, that may be used in a day; 0 for no limit."""
    prompts: Path = Path("prompts")
    """FINSAM_PROMPTS: folder of the prompts."""

    @property
    def index(self) -> Path:
        return self.index_folder or self.data / "index"

    @property
    def journal(self) -> Path:
        return self.data / "journal.jsonl"

    @property
    def glossary(self) -> Path:
        return self.corpus / "ordlista.tsv"

    @property
    def criteria(self) -> Path:
        return self.corpus / "criteria"


def variable(name: str) -> str:
    """The environment variable of the field ``name``."""
    return f"FINSAM_{name.upper()}"


def load(environment: Mapping[str, str] | None = None, dotenv: Path = Path(".env")) -> Settings:
    """Build the settings from ``environment`` (default: the process's) over those of the file ``dotenv``.

    Raises:
        SettingsError: a value cannot be used, or the file cannot be read; the text names the variable and the value.
    """
    given = {**_read(dotenv), **(os.environ if environment is None else environment)}
    values: dict[str, object] = {}
    for entry in fields(Settings):
        text = given.get(variable(entry.name), "").strip()
        if text:
            values[entry.name] = _convert(entry.name, text)
    return Settings(**values)  # type: ignore[arg-type]


def _read(dotenv: Path) -> dict[str, str]:
    if not dotenv.is_file():
        return {}
    from dotenv import dotenv_values

    try:
        values = dotenv_values(dotenv, encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as exc:
        raise SettingsError(f"{dotenv} går inte att läsa ({exc}); spara filen som text i UTF-8.") from exc
    return {name: value for name, value in values.items() if value is not None}


def _convert(name: str, text: str) -> object:
    match name:
        case "port":
            return int(_number(name, text, "ett portnummer mellan 0 och 65535", 0, 65535))
        case "chat_context":
            return int(_number(name, text, "ett antal på minst 2048, till exempel 8192", 2048))
        case "chat_daily_tokens":
            return int(_number(name, text, "ett antal, eller 0 för ingen gräns", 0))
        case "chat_timeout":
            return _number(name, text, "ett antal sekunder mellan 1 och 600", 1, 600, decimals=True)
        case "embedding_weight":
            return _number(name, text, "ett tal mellan 0 och 5, till exempel 0.3", 0, 5, decimals=True)
        case "hub_download" | "chat_local_only":
            return _truth(name, text)
        case "chroma_url" | "chat_base_url" if not re.match(r"https?://[^/:]", text):
            raise SettingsError(f"{variable(name)} är {text!r}; ange en adress som http://127.0.0.1:8000.")
        case "chat_model" if not re.fullmatch(r"[a-z_]+:\S.*", text):
            raise SettingsError(f"{variable(name)} är {text!r}; ange leverantör och modell, som ollama:llama3.1.")
        case "chat_tasks":
            return _tasks(name, text)
        case "chat_key":
            return Secret(text)
        case "corpus" | "data" | "index_folder" | "chat_key_file" | "prompts":
            return Path(text)
    return text


def _number(
    name: str, text: str, expected: str, least: float, most: float = math.inf, *, decimals: bool = False
) -> float:
    try:
        number = float(text.replace(",", ".")) if decimals else float(int(text) if text.isascii() else math.nan)
    except ValueError:
        number = math.nan
    if not (least <= number <= most and math.isfinite(number)):
        raise SettingsError(f"{variable(name)} är {text!r}; ange {expected}.")
    return number


def _truth(name: str, text: str) -> bool:
    if text.lower() not in ("0", "1", "true", "false", "ja", "nej"):
        raise SettingsError(f"{variable(name)} är {text!r}; ange 1 eller 0.")
    return text.lower() in ("1", "true", "ja")


def _tasks(name: str, text: str) -> frozenset[str]:
    tasks = frozenset(task.strip().lower().replace("å", "a") for task in text.split(",") if task.strip())
    if tasks - set(CHAT_TASKS):
        raise SettingsError(f"{variable(name)} är {text!r}; välj bland {', '.join(CHAT_TASKS)}.")
    return tasks
