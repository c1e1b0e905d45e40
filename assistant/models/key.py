"""The key of a model's server."""

from __future__ import annotations

from pathlib import Path

from assistant.models.errors import ModelError, Trouble
from ingest.settings import Settings


def read_key(settings: Settings) -> str:
    """Return the key of the settings, or of the first line of the key file that they name; "" for none.

    Raises:
        ModelError: the file cannot be read or holds nothing, or the key has characters that no key has.
    """
    key = _key_in(settings.chat_key_file) if settings.chat_key_file else settings.chat_key.value
    if not (key.isascii() and key.isprintable()):
        reason = (
            "Nyckeln till språkmodellen har tecken som ingen nyckel har (å, ä, ö, radbrytning); kopiera den på nytt."
        )
        raise ModelError(Trouble.KEY, reason)
    return key


def _key_in(path: Path) -> str:
    try:
        key = path.read_text(encoding="utf-8-sig").partition("\n")[0].strip()
    except (OSError, UnicodeDecodeError) as exc:
        reason = f"Nyckelfilen {path} (FINSAM_CHAT_KEY_FILE) går inte att läsa; se efter att den finns och får läsas."
        raise ModelError(Trouble.MISCONFIGURED, reason) from exc
    if not key:
        reason = f"Nyckelfilen {path} (FINSAM_CHAT_KEY_FILE) är tom; skriv nyckeln på dess första rad."
        raise ModelError(Trouble.MISCONFIGURED, reason)
    return key
