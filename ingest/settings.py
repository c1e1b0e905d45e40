"""The settings of our own, ``FINSAM_*``: environment variables or a ``.env`` file, read once, here and nowhere else.

What the libraries themselves read of the environment, such as a proxy's address, is no setting of ours.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from ingest.errors import SettingsError


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
    if name == "port":
        if not (text.isascii() and text.isdigit() and int(text) <= 65535):
            raise SettingsError(f"{variable(name)} är {text!r}; ange ett portnummer mellan 0 och 65535.")
        return int(text)
    if name == "hub_download":
        if text.lower() not in ("0", "1", "true", "false", "ja", "nej"):
            raise SettingsError(f"{variable(name)} är {text!r}; ange 1 eller 0.")
        return text.lower() in ("1", "true", "ja")
    if name == "chroma_url" and not re.match(r"https?://[^/:]", text):
        raise SettingsError(f"{variable(name)} är {text!r}; ange en adress som http://127.0.0.1:8000.")
    if name == "embedding_weight":
        return _weight(text)
    if name in ("corpus", "data", "index_folder"):
        return Path(text)
    return text


def _weight(text: str) -> float:
    try:
        weight = float(text.replace(",", "."))
    except ValueError:
        weight = math.nan
    if not 0 <= weight <= 5:
        raise SettingsError(
            f"{variable('embedding_weight')} är {text!r}; ange ett tal mellan 0 och 5, till exempel 0.3."
        )
    return weight
