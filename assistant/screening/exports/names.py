"""Names of files that any system takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from assistant.screening.paper import Paper

_UNSAFE = re.compile(r"[^\w-]+")
_LONGEST = 60
"""Characters of a name before its ending; the rest of a path needs room too."""


def file_name(paper: Paper, kind: str, suffix: str, taken: Collection[str] = ()) -> str:
    """Return a name like "protokoll-samma-karta.docx"; with a number when it is among those ``taken``."""
    stem = f"{kind}-{_slug(paper.name) or 'utkast'}"
    names = (f"{stem}{'' if number == 1 else f'-{number}'}.{suffix}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFC", text).lower()
    return _UNSAFE.sub("-", plain)[:_LONGEST].strip("-_")
