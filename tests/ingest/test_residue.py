"""Remains of charts, misread images and tables of contents are told from text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.model import Line, TableDraft
from ingest.residue import is_garbled, residue_lines


def residue(text: str) -> list[str]:
    """The lines of ``text`` that are residue."""
    lines = [Line(line) for line in text.split("\n")]
    return [lines[i].text for i in sorted(residue_lines(lines))]


CHART = "40%\n60%\nÅdala Riket\n15%\n2029 2030 2031"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Andelen steg under året.\n{CHART}\nDet var väntat i hela landet.", CHART.split("\n")),
        ("12\n18\nText som är en mening.", []),
        ("40%\nEn hel mening står mellan figurerna här.\n60%\nOch en mening till står här också.\n15%", []),
        ("Före [VÄRDE]\n[VÄRDE]\n12", ["Före [VÄRDE]", "[VÄRDE]", "12"]),
        ("[CATEGORY NAME]\nText.", ["[CATEGORY NAME]"]),
        ("Deltagaren [NAMN] har kontakt med [MYNDIGHET].", []),
        ("Kvinnor\tMän\tAndra\tOkänt", ["Kvinnor\tMän\tAndra\tOkänt"]),
        ("1%\n2%\n3%\nKvinnor\nMän\nOkänt\nTexten går vidare här.", ["1%", "2%", "3%", "Kvinnor", "Män", "Okänt"]),
        ("1%\n2%\n3%\n• Fler i arbete\n4.2 Mål\n§ 12 Budget\nText.", ["1%", "2%", "3%"]),
        ("2031-03-14\n2031-04-15\n2031-05-16", []),
        ("1 Inledning ........ 3\n2 Mål . . . . . 4", ["1 Inledning ........ 3", "2 Mål . . . . . 4"]),
        ("1 Inledning ……… 3\n2 Mål____4\nText.", ["1 Inledning ……… 3", "2 Mål____4"]),
        ("Innehåll\nInledning 3\nMål 4\nBudget 4\nInledning", ["Inledning 3", "Mål 4", "Budget 4"]),
        ("Innehåll\nInledning 3\nMål 4\nText om mål.", []),
        ("Innehåll\nKapitel 3\nBilaga 2\nSida 1", []),
        ("Namnteckning: ....................", []),
        ("Lokal ........ 40 000", []),
        ("Hyra ........ 400", []),
    ],
)
def test_lines(text: str, expected: list[str]) -> None:
    assert residue(text) == expected


def test_a_table_is_never_residue() -> None:
    table = TableDraft((("1", "2"),), ("", ""), (), ("", ""))
    lines = [Line("1%"), Line("2%"), table, Line("3%"), Line("4%")]
    assert 2 not in residue_lines(lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi erbjuder stéd till alla parter fér samverkan", True),
        ("Férbundet arbetar med mal och attI6sa problem tillsammans", True),
        ("Samverkan | parter ~ insatser \\ medel \\x och mer text", True),
        ("Vi erbjuder stöd till alla parter för samverkan", False),
        ("Deltagarna kom i arbete och studier under perioden", False),
        ("En enkel idé som inte kostar mer och ett kafé", False),
        ("André Müller och Zoé Pérez deltog i starten", False),
        ("Hem | Om oss | Kontakt | Nyheter | Press | Arkiv", False),
        ("Deltagaren [NAMN] bor i <ORT> och arbetar hos [PART]", False),
        ("The naïve reader of the report and the café is happy", False),
        ("Skriv till kansli@a1b.se eller www.a2b.se/start om detta", False),
        ("**VIKTIGT** kom i tid till starten av projektet", False),
        ("kort", False),
        ("", False),
    ],
)
def test_garbled(text: str, expected: bool) -> None:
    assert is_garbled(text) is expected


@given(st.lists(st.text(alphabet="1%. ab\tIi…[VÄRDE]", max_size=12), max_size=12))
def test_any_lines(texts: list[str]) -> None:
    assert residue_lines([Line(text) for text in texts]) <= set(range(len(texts)))
