"""Evidence that a model gives is a place in the draft, or nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.screening.advising.locating import located
from assistant.screening.draft import Span
from ingest import canonical
from ingest.model import Document, Source
from ingest.readers import markdown

TEXT = """# Prov

Deltagarna bor i Ekstad. Några kommer
från grannkommunen Bergby, som inte är med.

- Coachen kallar det för "steg 1–3" om värdet är < 5 poäng.

| Post | Kronor |
|---|---|
| Coach | 500 000 |
"""


@pytest.fixture
def document() -> Document:
    return canonical.write(markdown.read(TEXT.encode(), "prov.md"), Source(id="prov", file="prov.md", title="Prov"))


def words(document: Document, quote: str, within: list[Span] | None = None) -> str | None:
    everything = [Span(0, len(document.text))]
    span = located(document, quote, everything if within is None else within)
    return document.text[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Deltagarna bor i Ekstad.", "Deltagarna bor i Ekstad."),
        ("Några  kommer från\ngrannkommunen Bergby", "Några kommer från grannkommunen Bergby"),
        ("”Några kommer från grannkommunen …”", "Några kommer från grannkommunen"),
        ("kallar det för ”steg 1-3” om värdet är ‹ 5", 'kallar det för "steg 1–3" om värdet är < 5'),
        ("Deltagarna bor i Bergby.", None),
        ("deltagarna bor i Ekstad.", None),
        ("eltagarna bor i Eksta", None),
        ("Deltagarna bor i Ekstad. [2]", None),
        ("Deltagarna bor i … som inte är med.", None),
        ("i Ekstad", None),
        ("grannkommunen", None),
        ("", None),
        (".*  .*", None),
        ("Deltagarna " * 200, None),
    ],
)
def test_a_place_is_found_verbatim_but_for_white_space_and_kinds_of_signs(
    document: Document, quote: str, found: str | None
) -> None:
    assert words(document, quote) == found


def test_what_was_not_shown_is_not_found(document: Document) -> None:
    start = document.text.index("Några")
    quote = "Några kommer från grannkommunen"
    assert words(document, quote, [Span(0, start)]) is None
    assert words(document, quote, [Span(0, start + 12), Span(start + 15, len(document.text))]) is None
    assert words(document, quote, [Span(0, 3), Span(start, len(document.text))]) == quote


def test_a_place_crosses_nothing_that_was_taken_out(document: Document) -> None:
    seam = document.text.index("grannkommunen")
    assert words(replace(document, seams=(seam,)), "Några kommer från grannkommunen Bergby") == "grannkommunen Bergby"
