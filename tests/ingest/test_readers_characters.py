"""Text is made one line of seen characters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.model import SEAM
from ingest.readers.characters import one_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  Mål \t och\u00a0\n medel ", "Mål och medel"),
        ("\uf0b7 ett \uf02d två", "• ett – två"),
        ("sam\u00adordning", f"sam{SEAM}ordning"),
        ("\u200bMål\ufeff ", "Mål"),
        ("A\u030ase", "Åse"),
        ("\u200b \n", ""),
    ],
)
def test_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


@given(st.text(alphabet=st.characters() | st.sampled_from(" \n\t\u00a0\u2028\x1f\x85\u00ad\ue000")))
def test_any_text_is_one_line_of_single_spaces(text: str) -> None:
    line = one_line(text)
    assert line == " ".join(line.split())
    assert line == unicodedata.normalize("NFC", line)
    assert one_line(line) == line
