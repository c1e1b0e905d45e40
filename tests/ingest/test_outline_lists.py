"""Which lines are items of a list, and how deep."""

from __future__ import annotations

import pytest

from tests.ingest.drafts import shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("• ett\n• två", ["- • ett", "- • två"]),
        ("•\nett\n•\ntvå", ["- • ett", "- • två"]),
        ("- ett\n– två\n—  tre", ["- - ett", "- – två", "- — tre"]),
        ("* ett\n   – inre\n   – andra\n* två", ["- * ett", "-- – inre", "-- – andra", "- * två"]),
        ("1) ett\na) inre\nb) andra\n2) två\n(3) tre",
         ["- 1) ett", "-- a) inre", "-- b) andra", "- 2) två", "- (3) tre"]),
        ("• ett\no inre\n• två", ["- • ett", "-- o inre", "- • två"]),
        ("☐ Ja\n☒ Nej", ["- ☐ Ja", "- ☒ Nej"]),
        ("\uf0b7 ett\n\uf0b7 två", ["- \uf0b7 ett", "- \uf0b7 två"]),
        ("Vi vill:\natt ge stöd,\natt följa upp.", ["Vi vill:", "- att ge stöd,", "- att följa upp."]),
        ("Styrelsen föreslås besluta\nAtt anta planen.\nAtt anta budgeten.",
         ["Styrelsen föreslås besluta", "- Att anta planen.", "- Att anta budgeten."]),
        ("Vi vill gärna\natt ni kommer.", ["Vi vill gärna att ni kommer."]),
        ("Styrelsen beslutar\natt anta planen\natt anta budgeten",
         ["Styrelsen beslutar", "- att anta planen", "- att anta budgeten"]),
        ("• en punkt som\ngår vidare", ["- • en punkt som går vidare"]),
        ("• ett\n\nNytt stycke här.", ["- • ett", "Nytt stycke här."]),
        ("Stöd ges till unga som varit länge borta från arbete\n– särskilt till kvinnor.",
         ["Stöd ges till unga som varit länge borta från arbete – särskilt till kvinnor."]),
    ],
)  # fmt: skip
def test_lists(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def test_numbered_items_with_text_below_are_headings() -> None:
    text = "1. Mål\nText om det.\n\n2. Medel\nMer text.\n\nVi ska:\n1. ge stöd\n2. följa upp"
    assert shown(text) == [
        "# 1. Mål", "Text om det.", "# 2. Medel", "Mer text.", "Vi ska:", "- 1. ge stöd", "- 2. följa upp",
    ]  # fmt: skip
