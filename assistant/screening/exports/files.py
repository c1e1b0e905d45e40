"""The files that a draft can be had as: what each is called, and its bytes. Each library is imported when needed."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.screening.comparing import Comparison
from assistant.screening.contract import as_json
from assistant.screening.exports.letter import letter
from assistant.screening.exports.names import file_name
from assistant.screening.exports.protocol import protocol
from assistant.screening.paper import Paper

Form = Literal["docx", "pdf", "letter", "json"]


@dataclass(frozen=True, slots=True)
class File:
    """A file in memory."""

    name: str
    data: bytes


def make(paper: Paper, form: Form, taken: Collection[str] = ()) -> File | None:
    """Return the file, its name none of those ``taken``; None for a letter when there is nothing to ask."""
    data = _data(paper, form)
    kind, suffix = ("brev", "docx") if form == "letter" else ("protokoll", form)
    return None if data is None else File(file_name(paper, kind, suffix, taken), data)


def make_all(papers: Sequence[Paper]) -> File:
    """Return one JSON file of several drafts."""
    return File("protokoll.json", _json([as_json(paper) for paper in papers]))


def make_workbook(comparison: Comparison) -> File:
    """Return the comparison as XLSX."""
    from assistant.screening.exports.workbook import as_xlsx

    return File("jamforelse.xlsx", as_xlsx(comparison))


def _data(paper: Paper, form: Form) -> bytes | None:
    if form == "json":
        return _json(as_json(paper))
    if form == "pdf":
        from assistant.screening.exports.pdf import as_pdf

        return as_pdf(protocol(paper))
    from assistant.screening.exports.word import as_docx

    work = letter(paper) if form == "letter" else protocol(paper)
    return as_docx(work) if work else None


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "replace")
