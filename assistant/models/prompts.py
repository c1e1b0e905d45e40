"""Prompts, read from files: a header that says what they are for, and the parts of the conversation that they begin.

A file begins with TOML between two lines of "+++": ``purpose``, ``version`` and ``variables``. Then follow the parts
"## system" and "## user", in which ``$name`` stands for a variable. Everything is strict: a prompt that is not as its
header says is an error before anything is sent.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from string import Template

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.errors import PromptError
from assistant.models.chat import Message

_HEADER = re.compile(r"\A\+\+\+\n(?P<toml>.*?)\n\+\+\+\n(?P<body>.*)\Z", re.DOTALL)
_BRACKETS = str.maketrans("<>", "‹›")
_BODY = re.compile(r"\A\s*## system\n(?P<system>.+?)\n## user\n(?P<user>.+)\Z", re.DOTALL)


class _Header(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    purpose: str = Field(min_length=1)
    version: int = Field(ge=1)
    variables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt that has been found to be as its header says."""

    name: str
    version: int
    digest: str
    """The first eight hexadecimal figures of the file's SHA-256."""
    variables: frozenset[str]
    system: str
    user: str

    @property
    def id(self) -> str:
        """What is written down of an answer's prompt: name, version and hash."""
        return f"{self.name} {self.version} {self.digest}"

    @classmethod
    def load(cls, folder: Path, name: str) -> Prompt:
        """Read ``name``.md in ``folder``; a file that has not changed is read once.

        Raises:
            PromptError: it is missing, no text, or not as its header says; the text names the file and what is wrong.
        """
        path = folder / f"{name}.md"
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as exc:
            raise PromptError(f"Uppmaningen {path} går inte att läsa ({exc}); hämta den ur projektet igen.") from exc
        return _parse(str(path), name, text)

    def fill(self, **values: str) -> tuple[Message, ...]:
        """Return the system's and the user's message with every variable filled in.

        What is filled in is data: its angle brackets become others, so that no text can end the place that a tag marks
        out for it.

        Raises:
            PromptError: a variable has no value, or a value no variable; all of them are named.
        """
        _agree(f"{self.name}.md", "värden", frozenset(values), self.variables)
        data = {name: value.translate(_BRACKETS) for name, value in values.items()}
        parts = (("system", self.system), ("user", self.user))
        return tuple(Message(role, Template(text).substitute(data).strip(), self.id) for role, text in parts)  # type: ignore[arg-type]


@lru_cache(maxsize=32)
def _parse(path: str, name: str, text: str) -> Prompt:
    found = _HEADER.match(text.replace("\r\n", "\n"))
    if found is None:
        raise PromptError(f"{path} ska börja med ett huvud mellan två rader +++.")
    try:
        header = _Header.model_validate(tomllib.loads(found["toml"]))
    except (tomllib.TOMLDecodeError, ValidationError) as exc:
        raise PromptError(f"{path} har ett huvud som inte går att läsa: {_one_line(exc)}") from exc
    body = _BODY.match(found["body"])
    if body is None:
        raise PromptError(f"{path} ska ha delarna ”## system” och ”## user”, i den ordningen.")
    used: set[str] = set()
    for part in (body["system"], body["user"]):
        template = Template(part)
        if not template.is_valid():
            raise PromptError(f"{path} har ett dollartecken som inte börjar ett variabelnamn; skriv $$ för tecknet.")
        used |= set(template.get_identifiers())
    _agree(path, "text", frozenset(used), frozenset(header.variables))
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return Prompt(name, header.version, digest, frozenset(header.variables), body["system"], body["user"])


def _agree(where: str, what: str, given: frozenset[str], declared: frozenset[str]) -> None:
    """Raise when what is given is not what the header declares."""
    wrong = [
        f"{word} {', '.join(sorted(names))}"
        for word, names in (("saknar", declared - given), ("har okända", given - declared))
        if names
    ]
    if wrong:
        raise PromptError(f"{where}: dess {what} {' och '.join(wrong)}; jämför med variables i huvudet.")


def _one_line(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
    return " ".join(str(error).split())
