"""DOCX files made for the tests, and what is read out of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO

import docx as python_docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table

from ingest.model import Kind, Reading
from ingest.readers import docx

NS = nsdecls("w")


def written(build: Callable[[Document], object]) -> bytes:
    document = python_docx.Document()
    build(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def made(build: Callable[[Document], object]) -> Reading:
    return docx.read(written(build), "a.docx")


def shape(reading: Reading) -> list[tuple[Kind, int, str]]:
    return [(block.kind, block.level, block.text) for block in reading.blocks]


def insert(document: Document, xml: str) -> None:
    document.element.body.insert(len(document.element.body) - 1, parse_xml(xml))


def add_table(document: Document, lines: Sequence[Sequence[str]]) -> Table:
    table = document.add_table(rows=len(lines), cols=len(lines[0]))
    for row, line in zip(table.rows, lines, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    return table
