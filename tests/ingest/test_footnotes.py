"""Footnotes are set apart, and their numbers leave the text that they stood in."""

from __future__ import annotations

import pytest

from ingest.footnotes import NOTE, set_notes_apart
from ingest.model import SEAM, Line


def noted(text: str) -> list[str]:
    """The lines of a text; a blank line parts."""
    found: list[Line] = []
    gap = 0
    for raw in text.split("\n"):
        if raw:
            found.append(Line(raw, gap=gap))
        gap = 0 if raw else gap + 1
    return [line.text for line in set_notes_apart(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kunskapen1 växer.\n1 Enligt enkäten.", [f"Kunskapen{SEAM} växer.", f"{NOTE}1 Enligt enkäten."]),
        ("Det växer.1\n1 Enligt enkäten.", [f"Det växer.{SEAM}", f"{NOTE}1 Enligt enkäten."]),
        ("”Det växer”1 sägs.\n1 Ek, s. 4.", [f"”Det växer”{SEAM} sägs.", f"{NOTE}1 Ek, s. 4."]),
        ("Ett ord1 och ett2.\n1 Se a.\n2 Se b.", [f"Ett ord{SEAM} och ett{SEAM}.", f"{NOTE}1 Se a.", f"{NOTE}2 Se b."]),
        ("Ordet1 står.\n1\thttps://exempel.se", [f"Ordet{SEAM} står.", f"{NOTE}1 https://exempel.se"]),
        ("Plan 1 gäller.\n1 Vision", ["Plan 1 gäller.", "1 Vision"]),
        ("Se avsnitt 2.1 nedan.\n1 Vision", ["Se avsnitt 2.1 nedan.", "1 Vision"]),
        ("Kvartal Q1 blev bra.\n1 Vision", ["Kvartal Q1 blev bra.", "1 Vision"]),
        ("Ordet2 står.\n2 En not.", ["Ordet2 står.", "2 En not."]),
        ("\tord1\n1 Vision", ["\tord1", "1 Vision"]),
        ("Summa 12 000*\n* Avser hela året.", ["Summa 12 000*", f"{NOTE}* Avser hela året."]),
        ("Tre mål\n* Bättre stöd\n* Fler parter", ["Tre mål", "* Bättre stöd", "* Fler parter"]),
    ],
)
def test_notes(text: str, expected: list[str]) -> None:
    assert noted(text) == expected


def test_a_note_goes_on_until_it_ends() -> None:
    """A note's later lines belong to it; text right below its last line does not."""
    text = (
        "Parterna1 har enats om hur medlen ska fördelas under året.\n\n"
        "1 Med parterna avses här kommunen, regionen och de två\nmyndigheterna.\nStyrelsen möts fyra gånger."
    )
    assert noted(text)[1:] == [
        f"{NOTE}1 Med parterna avses här kommunen, regionen och de två myndigheterna.",
        "Styrelsen möts fyra gånger.",
    ]


def test_a_numbered_heading_is_no_note_when_the_note_follows() -> None:
    text = "Kunskapen1 växer.\n1 Inledning\nText om läget.\n1 Enligt enkäten i våras."
    assert noted(text) == [
        f"Kunskapen{SEAM} växer.",
        "1 Inledning",
        "Text om läget.",
        f"{NOTE}1 Enligt enkäten i våras.",
    ]


def test_a_mark_too_far_above_does_not_count() -> None:
    lines = ["Ordet1 står.", *["Rad."] * 100, "1 Vision"]
    assert noted("\n".join(lines)) == lines
