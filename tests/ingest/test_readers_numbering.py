"""DOCX: the markers of numbered lists."""

from __future__ import annotations

from typing import Any

import pytest
from docx.oxml import parse_xml

from ingest.readers.numbering import Numbering
from tests.ingest.docxs import NS


def numbering(*levels: tuple[str, str, int]) -> Any:
    lines = "".join(
        f"<w:lvl w:ilvl='{at}'><w:start w:val='{start}'/><w:numFmt w:val='{kind}'/><w:lvlText w:val='{text}'/></w:lvl>"
        for at, (kind, text, start) in enumerate(levels)
    )
    return parse_xml(
        f"<w:numbering {NS}><w:abstractNum w:abstractNumId='0'>{lines}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
        "<w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/>"
        "</w:lvlOverride></w:num></w:numbering>"
    )


def test_numbers_are_counted_as_word_does() -> None:
    """Deeper levels start anew below each number, formats are kept, an override restarts."""
    lists = Numbering.of(numbering(("decimal", "%1.", 1), ("decimal", "%1.%2", 1), ("lowerLetter", "%3)", 1)))
    asked = [("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 0), ("1", 1), ("2", 0), ("9", 0)]
    assert [lists.marker(*ask) for ask in asked] == ["1.", "1.1", "1.2", "a)", "2.", "2.1", "1.", ""]


@pytest.mark.parametrize(
    ("kind", "start", "marker"),
    [
        ("upperRoman", 4, "IV."),
        ("lowerRoman", 19, "xix."),
        ("upperLetter", 27, "AA."),
        ("bullet", 1, "•"),
        ("none", 1, ""),
    ],
)
def test_number_formats(kind: str, start: int, marker: str) -> None:
    assert Numbering.of(numbering((kind, "%1.", start))).marker("1", 0) == marker
