"""What documents say of initiatives: forms, tables, sections and list items about one, each as it says it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx.document import Document as WordDocument

from ingest.model import Document
from ingest.register import initiatives
from ingest.register.model import Initiative, Place
from ingest.register.names import names_of
from tests.ingest.docxs import add_table, written
from tests.ingest.register.meetings import document_from, document_of

NAMES = names_of(
    [
        Initiative(Place("x", "", 0, 0, ""), "storvik", "Gröna trappan", "Gröna trappan"),
        Initiative(Place("x", "", 0, 0, ""), "storvik", "Konst på arbetstid", "Konst på arbetstid", ("KPA",)),
        Initiative(Place("x", "", 0, 0, ""), "storvik", "Lyktan", "Lyktan"),
        Initiative(Place("x", "", 0, 0, ""), "storvik", "Lyktan Söder", "Lyktan Söder"),
    ]
)


def read(text: str, **source: Any) -> tuple[Initiative, ...]:
    return extracted(document_from(text, **{"type": "redovisning", **source}))


def extracted(document: Document) -> tuple[Initiative, ...]:
    found = initiatives.extract(document, NAMES)
    for one in found:
        assert one.place.quote == document.text[one.place.start : one.place.end]
    return found


TABLE = """\
# Insatser

| Insats | Ägare | Tidplan | Budget 2031 |
|---|---|---|---|
| Gröna trappan | Storviks kommun | 300101–321231 | 900 000 kr |
| Konst på arbetstid, KPA | Region Norrvik | 310801–320731 | 400 000 kr |
| Nya stigen | Försäkringskassan | 2031 | 100 000 kr |
| Totalt beslutade insatser | | | 1 400 000 kr |
"""


def test_rows_of_a_table() -> None:
    """An initiative a row, known or not; sums are none."""
    found = read(TABLE)
    assert [(one.name, one.written, one.owner, one.period) for one in found] == [
        ("Gröna trappan", "Gröna trappan", "Storviks kommun", "300101–321231"),
        ("Konst på arbetstid", "Konst på arbetstid, KPA", "Region Norrvik", "310801–320731"),
        ("Nya stigen", "Nya stigen", "Försäkringskassan", "2031"),
    ]
    assert [one.aliases for one in found] == [(), ("KPA",), ()]


@pytest.mark.parametrize(
    ("cell", "type"),
    [("I", "I"), ("S", "S"), ("I/S", "I/S"), ("I (individinriktad)", "I"), ("Strukturinriktad", "S"), ("?", "")],
)
def test_individual_or_structural(cell: str, type: str) -> None:
    (one,) = read(f"# Insatser\n\n| Insats | I/S | Kostnad |\n|---|---|---|\n| Lyktan | {cell} | 1 000 kr |\n")
    assert one.type == type


def test_the_column_that_is_filled_tells_the_type() -> None:
    table = (
        "| Insats | Mål individinsats | Mål strukturövergripande insats |\n|---|---|---|\n"
        "| Lyktan | 40 | |\n| Gröna trappan | | 12 |\n"
    )
    assert [(one.name, one.type) for one in read(f"# Deltagare\n\n{table}")] == [
        ("Lyktan", "I"),
        ("Gröna trappan", "S"),
    ]


FORM = [
    ["Samverkansparter", "Storviks kommun, Försäkringskassan och Region Norrvik"],
    ["Insatsägare", "Region Norrvik"],
    ["Syfte", "Fler ska må bättre. Målgruppen är personer som varit sjukskrivna länge."],
    ["Tidplan", "2030-01-01 till 2032-12-31"],
    ["Årets budget", "700 000 kr"],
]


@pytest.mark.parametrize("title", [[], [["Lyktan", ""]], [["Insats", "Lyktan"]]], ids=["heading", "row", "field"])
def test_a_form_in_word(tmp_path: Path, title: list[list[str]]) -> None:
    """The target group is told in the purpose when it has no field of its own."""

    def build(document: WordDocument) -> None:
        document.add_heading("Beskrivning av insatser" if title else "Lyktan", 1)
        add_table(document, [*title, *FORM])

    (one,) = extracted(document_of(tmp_path, "rapport.docx", written(build)))
    assert (one.name, one.owner, one.period) == ("Lyktan", "Region Norrvik", "2030-01-01 till 2032-12-31")
    assert one.parties == ("Storviks kommun", "Försäkringskassan", "Region Norrvik")
    assert one.target_group == "personer som varit sjukskrivna länge"


def test_a_table_and_a_form_that_differ_are_two_records() -> None:
    table = "# Insatser\n\n| Insats | Ägare |\n|---|---|\n| Lyktan | Storviks kommun |\n\n"
    section = "## Lyktan\n\nInsatsägare för Lyktan är Region Norrvik enligt ansökan.\n"
    assert [(one.name, one.owner) for one in read(table + section)] == [
        ("Lyktan", "Storviks kommun"),
        ("Lyktan", "Region Norrvik"),
    ]


SECTION = """\
# Insatser

## Lyktan

Lyktan är ett individinriktat projekt. Lyktan hette tidigare Fyren, men bytte namn.

- Samverkansparter i Lyktan är Storviks kommun och Försäkringskassan.
- Tidplanen för Lyktan är 2030-01-01 till 2032-12-31.
- Insatsen vänder sig främst till unga utan gymnasieexamen.

### Söder

Delprojektet ägs av Region Norrvik och genomförs i en park.

## Uppföljning

Målgruppen är nöjd. Insatsägare är Ingen Alls.
"""


def test_a_section_about_an_initiative_and_its_part() -> None:
    """What stands under another heading is not told of the initiative."""
    whole, part = read(SECTION)
    assert (whole.name, whole.type, whole.aliases, whole.owner) == ("Lyktan", "I", ("Fyren",), "")
    assert whole.parties == ("Storviks kommun", "Försäkringskassan")
    assert whole.period == "2030-01-01 till 2032-12-31"
    assert whole.target_group == "unga utan gymnasieexamen"
    assert (part.name, part.written, part.owner) == ("Lyktan Söder", "Söder", "Region Norrvik")


def test_list_items_about_initiatives() -> None:
    text = (
        "Insatser som beviljats medel\n\n"
        "• Gröna trappan är ett strukturinriktat projekt som ägs av Storviks kommun.\n"
        "• Lyktan. Projektet räknas som individinriktat.\n"
        "• Kansliet är bemannat hela året. Projektägare är Ingen Alls.\n"
    )
    found = read(text)
    assert [(one.name, one.type, one.owner) for one in found[:1]] == [("Gröna trappan", "S", "Storviks kommun")]
    assert (found[1].name, found[1].type) == ("Lyktan", "I")


def test_a_change_of_name_told_in_passing() -> None:
    (one,) = read(
        "Om året\n\nFörbundet ansvarar också för det som tidigare hetat Fyren, men som nu heter Lyktan Söder.\n"
    )
    assert (one.name, one.aliases) == ("Lyktan Söder", ("Fyren",))


@pytest.mark.parametrize(
    "text",
    [
        "# Lyktan\n\nMånga har kommit till Lyktan under året.\n",
        "# Budget\n\n| Post | Ägare |\n|---|---|\n| Hyra | Kansliet |\n",
        "# Mål\n\nMålgruppen är personer i åldern 16–64 år.\n",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize("source", [{"type": "lag"}, {"form": "data"}])
def test_laws_and_files_of_records_say_nothing(source: dict[str, str]) -> None:
    assert read(TABLE, **source) == ()
