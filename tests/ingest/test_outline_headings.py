"""Which lines are headings, and how deep."""

from __future__ import annotations

import pytest

from tests.ingest.drafts import RUN, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vision\nText om det.", ["# Vision", "Text om det."]),
        ("Vision", ["Vision"]),
        ("Vem får stöd?\n\nDen som bor här.", ["# Vem får stöd?", "Den som bor här."]),
        ("Vision.\n\nText om det.", ["Vision.", "Text om det."]),
        ("Figur 3 Deltagare\n\nText om det.", ["Figur 3 Deltagare", "Text om det."]),
        ("Ådala den 14 mars 2031\n\nText om det.", ["Ådala den 14 mars 2031", "Text om det."]),
        ("Summa 350 000 kr\n\nText om det.", ["Summa 350 000 kr", "Text om det."]),
        ("Ramen är 12 MSEK\n\nText om det.", ["Ramen är 12 MSEK", "Text om det."]),
        ("Kontakt: Anna Ek\n\nText om det.", ["Kontakt: Anna Ek", "Text om det."]),
        ("Insatser för\n\nText om det.", ["Insatser för", "Text om det."]),
        ("VERKSAMHET OCH\nMÅL FÖR ÅRET\nText om det.", ["# VERKSAMHET OCH MÅL FÖR ÅRET", "Text om det."]),
        ("MÅL FÖR ÅRET\nParter\nText om det.", ["# MÅL FÖR ÅRET", "## Parter", "Text om det."]),
        ("Bilaga 2\nText om det.", ["# Bilaga 2", "Text om det."]),
        ("Avsnitt 4.2 Mål\nText om det.", ["## Avsnitt 4.2 Mål", "Text om det."]),
        ("4.2Mål\nText om det.", ["## 4.2Mål", "Text om det."]),
        ("Text om det.\n4.2 Mål\nMer text.", ["Text om det.", "## 4.2 Mål", "Mer text."]),
        (f"{RUN}Se vidare i\n4.2 Mkr som delas ut.", [f"{RUN}Se vidare i 4.2 Mkr som delas ut.".replace("\n", " ")]),
        (f"{RUN}Reglerna i\n§ 12 gäller.", [f"{RUN}Reglerna i § 12 gäller.".replace("\n", " ")]),
        ("I Ådala finns stöd.\nV. Ek svarar.", ["I Ådala finns stöd.", "V. Ek svarar."]),
        ("Annual report\n\nThe association funds help.", ["# Annual report", "The association funds help."]),
    ],
)  # fmt: skip
def test_headings(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def test_a_long_heading_on_two_lines() -> None:
    text = f"{RUN * 3}\nHur förbundets parter arbetar tillsammans för att fler\nska nå arbete\n\n{RUN}"
    assert shown(text)[1] == "# Hur förbundets parter arbetar tillsammans för att fler ska nå arbete"


def test_names_in_a_row_are_no_headings() -> None:
    text = "Närvarande\n\nAnna Ek\n\nBo Alm\n\nCilla Rönn\n\nÖvriga\n\nDag Lind deltog i mötet."
    assert shown(text) == ["# Närvarande", "Anna Ek", "Bo Alm", "Cilla Rönn", "# Övriga", "Dag Lind deltog i mötet."]


def test_capitals_stand_over_numbers() -> None:
    text = """
MÅL\u00a0FÖR\u00a0ÅRET

1. Fler i arbete
Text om det.

2. Färre avbrott
Mer text.

BUDGET

Text om den.

Parter

Fyra.
"""
    assert [line for line in shown(text) if line.startswith("#")] == [
        "# MÅL FÖR ÅRET", "## 1. Fler i arbete", "## 2. Färre avbrott", "# BUDGET", "## Parter",
    ]  # fmt: skip


def test_capitals_that_come_again_stand_under_numbers() -> None:
    text = "§ 1 Budget\nBESLUT\nBudgeten antas.\n\n§ 2 Plan\nBESLUT\nPlanen antas.\n"
    assert [line for line in shown(text) if line.startswith("#")] == [
        "# § 1 Budget",
        "## BESLUT",
        "# § 2 Plan",
        "## BESLUT",
    ]
