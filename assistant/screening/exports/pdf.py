"""A document as a PDF that can be read aloud: tagged, with bookmarks, title and language. Wraps Typst.

The layout is ``document.typ``. What is written reaches it as data, so that no sign in a draft is taken for markup.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import typst

from assistant.screening.exports.blocks import Paperwork
from assistant.writing import printable


def as_pdf(work: Paperwork) -> bytes:
    """Return the document as the bytes of a PDF file.

    It says that it follows PDF/UA-1 unless it holds a sign that no font at hand can draw; it is tagged all the same.
    """
    layout = (Path(__file__).parent / "document.typ").read_bytes()
    inputs = {"document": json.dumps(_printable(_shape(work)))}
    try:
        return bytes(typst.compile(layout, sys_inputs=inputs, pdf_standards="ua-1"))
    except typst.TypstError:
        return bytes(typst.compile(layout, sys_inputs=inputs))


def _shape(work: Paperwork) -> dict[str, object]:
    blocks = [{"kind": type(block).__name__.lower()} | asdict(block) for block in work.blocks]
    return asdict(work) | {"blocks": blocks}


def _printable(value: object) -> object:
    match value:
        case str():
            return printable(value)
        case dict():
            return {key: _printable(one) for key, one in value.items()}
        case list() | tuple():
            return [_printable(one) for one in value]
    return value
