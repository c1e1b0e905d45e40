"""``python -m assistant examples FILE``: questions with their answers as a page that can be read without the program.

The questions stand in a TOML file; the page is Markdown. ``docs/exempel.md`` is made so (``make exempel``).
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.answers import Answer
from assistant.errors import BatchError
from assistant.output import check_writable, write
from ingest.schema import first_fault
from ingest.settings import Settings

_SPECIAL = re.compile(r"[\\`*<]")
"""Signs that Markdown would take for its own; marks like [1] mean nothing to it where no address follows."""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Example(_Entry):
    """A question, and in a line who asks it or what it shows."""

    question: str = Field(min_length=1)
    remark: str = Field(min_length=1)


class Page(_Entry):
    """The whole file."""

    title: str = Field(min_length=1)
    introduction: str = Field(min_length=1)
    today: date
    """The day for which "in force" is judged, so that the page does not change with the calendar."""
    example: tuple[Example, ...] = Field(min_length=1)


def add_to(commands: argparse._SubParsersAction[Any]) -> argparse.ArgumentParser:
    """Add the command to the others and return its parser."""
    parser: argparse.ArgumentParser = commands.add_parser("examples", help="skriv frågor och svar som en sida")
    parser.add_argument("file", type=Path, metavar="FIL", help="frågorna (TOML, som docs/exempel.toml)")
    parser.add_argument("--out", type=Path, metavar="UT.md", help="fil för sidan")
    parser.set_defaults(command=run)
    return parser


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Answer the questions of ``options.file`` and write the page.

    Raises:
        BatchError: the file breaks the schema, or the page has nowhere to go.
        IndexMissing: no index has been built.
    """
    check_writable(options.out)
    page = load(options.file)

    from assistant.service import Assistant

    assistant = Assistant(settings, page.today)
    write(render(page, [assistant.answer(example.question) for example in page.example]), options.out)
    return 0


def load(path: Path) -> Page:
    """Read the questions of a page.

    Raises:
        BatchError: no such file, not TOML in UTF-8, or a field that breaks the schema.
    """
    try:
        return Page.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BatchError(f"{path} går inte att läsa som TOML i UTF-8 ({error}).") from error
    except ValidationError as error:
        raise BatchError(f"{path}: {first_fault(error)}. Rätta filen och försök igen.") from error


def render(page: Page, answers: Sequence[Answer]) -> str:
    """Return the page as Markdown, without a line feed at its end."""
    lines = [f"# {page.title}", "", page.introduction.strip()]
    for number, (example, answer) in enumerate(zip(page.example, answers, strict=True), 1):
        lines += ["", f"## {number}. {_escaped(example.question)}", "", f"*{_escaped(example.remark)}*"]
        lines += ["", *_quoted(answer.text)]
        if answer.citations:
            lines += ["", "Källor:", ""]
            lines += [f"- [{one.marker}] {_escaped(one.place)}: ”{_escaped(one.quote)}”" for one in answer.citations]
        if answer.nearest:
            lines += ["", "Närmast i dokumenten:", ""]
            lines += dict.fromkeys(f"- {_escaped(one.place)}" for one in answer.nearest)
        for flag in answer.flags:
            lines += ["", f"**Obs!** {_escaped(flag.message)}"]
    return "\n".join(lines)


def _quoted(text: str) -> Iterator[str]:
    """Yield the lines of an answer as a quotation: a list stays one, every other line is a paragraph."""
    before = ""
    for line in text.split("\n"):
        if before and not (before.startswith("- ") and line.startswith("- ")):
            yield ">"
        yield f"> {_escaped(line)}"
        before = line


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))
