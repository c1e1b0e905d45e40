"""Damage that text extraction does is undone, and a seam stands wherever letters were taken out."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings

from ingest.model import SEAM, Line
from ingest.repair import NOTE, repair
from tests.ingest.drafts import squeezed, texts

LIGATURES = ("ff", "fi", "fl", "ffi", "ffl", "ft", "st")


def repaired(text: str) -> list[str]:
    return [line.text for line in repair([(None, text)])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t \n", ["\t"]),
        ("ord", ["ord"]),
        ("ett\r\ntvå\rtre\x0bfyra\u2028fem", ["ett", "två", "tre", "fyra", "fem"]),
        ("10\u00a0000\u2009kr", ["10 000 kr"]),
        ("Ma\u030al och a\u0308mne", ["Mål och ämne"]),
        ("sam\u00adverkan", [f"sam{SEAM}verkan"]),
        ("om sam\u00ad\nverkan och stöd", [f"om sam{SEAM}verkan", "och stöd"]),
        ("om sam\u00ad\nverkan\noch stöd", [f"om sam{SEAM}verkan", "och stöd"]),
        ("ord\u200bslut\ufeff", [f"ord{SEAM}slut{SEAM}"]),
        ("dold\U000e0041text\u202e", [f"dold{SEAM}text{SEAM}"]),
        ("ﬁnansiera eﬀekt", [f"{SEAM}fi{SEAM}nansiera e{SEAM}ff{SEAM}ekt"]),
        ("[bookmark: a.1]Rubrik", [f"{SEAM}Rubrik"]),
        ("[bookmark:a]\nRubrik", [f"{SEAM}Rubrik"]),
        ("\t[bookmark:a]Cell", [f"\t{SEAM}Cell"]),
        ("Ordet[footnoteRef:2] [2: Se planen.] gäller", [f"Ordet{SEAM}", f"{NOTE}2{SEAM} Se planen.", "gäller"]),
        ("a\tb  c", ["a\tb  c"]),
    ],
)
def test_damage(text: str, expected: list[str]) -> None:
    assert repaired(text) == expected


def test_gaps_are_blank_lines_above() -> None:
    assert repair([(None, "ett\n\ntvå\ntre\n\n\nfyra")]) == [
        Line("ett"), Line("två", gap=1), Line("tre"), Line("fyra", gap=2)
    ]  # fmt: skip


def test_a_blank_line_between_all_lines_is_undone() -> None:
    text = "\n\n\n\n".join("\n\n".join(f"Rad {'abcdefgh'[i]} i stycket" for i in range(8)) for _ in range(4))
    lines = repair([(None, text)])
    assert [i for i, line in enumerate(lines) if line.gap] == [8, 16, 24]


def test_a_first_space_is_a_page_break_only_where_others_have_none() -> None:
    assert [line.gap for line in repair([(None, "ett\n två\ntre")])] == [0, 3, 0]
    indented = "\n".join(f" rad {i} av texten" for i in range(12))
    assert {line.gap for line in repair([(None, indented)])} == {0}


def test_a_page_number_in_a_sentence_leaves_a_seam() -> None:
    assert repaired("Medlen ska\n\n\n 7\n\nräcka hela året.\n\n\nNästa stycke.") == [
        "Medlen ska", f"{SEAM}räcka hela året.", "Nästa stycke."
    ]  # fmt: skip


def test_pages_are_kept() -> None:
    pages = [(1, "ett\n1"), (2, "två\n2"), (3, "tre\n3")]
    assert [(line.page, line.text) for line in repair(pages)] == [(1, "ett"), (2, f"{SEAM}två"), (3, f"{SEAM}tre")]


@given(texts)
@settings(max_examples=200)
def test_repaired_text_stands_verbatim_between_seams(text: str) -> None:
    """White space aside, and after composition, each stretch without a seam is in the text as it came."""
    original = squeezed(unicodedata.normalize("NFC", text))
    for line in repair([(None, text)]):
        for stretch in line.text.removeprefix(NOTE).split(SEAM):
            assert squeezed(stretch) in original or stretch in LIGATURES


@given(texts)
def test_repaired_lines_are_lines(text: str) -> None:
    for line in repair([(1, text), (2, text)]):
        assert line.text.strip(f" {SEAM}")
        assert "\n" not in line.text
        assert line.gap >= 0
        assert unicodedata.is_normalized("NFC", line.text)
